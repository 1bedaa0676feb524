#include "engine/files/known_codes.hpp"

#include <algorithm>
#include <bit>
#include <cstring>

namespace rembuk::files {
namespace {

constexpr std::size_t most_steps = 64;  // from a code's own slot

/// 32 well mixed bits. Codes that were made to collide are held in bounds by `most_steps`.
std::uint32_t hash(std::string_view text) {
  constexpr std::uint64_t factor = 0x9e3779b97f4a7c15;
  std::uint64_t mixed = text.size() * factor;
  const auto take = [&mixed](const char* from, std::size_t size) {
    std::uint64_t word = 0;
    std::memcpy(&word, from, size);
    mixed = (mixed ^ word) * factor;
    mixed ^= mixed >> 29;
  };
  std::size_t at = 0;
  for (; at + 8 <= text.size(); at += 8) take(text.data() + at, 8);
  if (at < text.size()) take(text.data() + at, text.size() - at);
  return static_cast<std::uint32_t>(mixed >> 32);
}

/// Codes are too short for a call that compares them.
bool same(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  const auto differ = [&]<class Word>(std::size_t at, Word) {
    Word one, other;
    std::memcpy(&one, a.data() + at, sizeof one);
    std::memcpy(&other, b.data() + at, sizeof other);
    return one != other;
  };
  const std::size_t size = a.size();
  if (size < 4) return std::ranges::equal(a, b);
  if (size < 8) return !differ(0, std::uint32_t{}) && !differ(size - 4, std::uint32_t{});
  for (std::size_t at = 0; at + 8 <= size; at += 8)
    if (differ(at, std::uint64_t{})) return false;
  return !differ(size - 8, std::uint64_t{});
}

}  // namespace

std::uint32_t KnownCodes::find(std::string_view wanted) const {
  for (std::uint32_t near = last_; near < last_ + 4 && near < entries_.size(); ++near)
    if (same(code(near), wanted)) return last_ = near;
  if (entries_.empty()) return nowhere;
  seat_all();
  const std::uint32_t tag = hash(wanted);
  for (std::size_t step = 0; step < most_steps; ++step) {
    const std::uint64_t slot = slots_[(tag + step) & (slots_.size() - 1)];
    if (slot == 0) return nowhere;
    const auto index = static_cast<std::uint32_t>(slot) - 1;
    if (slot >> 32 == tag && same(code(index), wanted)) return last_ = index;
  }
  const auto found = crowded_.find(wanted);
  return found == crowded_.end() ? nowhere : last_ = found->second;
}

void KnownCodes::seat(std::uint32_t tag, std::uint32_t index) const {
  for (std::size_t step = 0; step < most_steps; ++step)
    if (std::uint64_t& slot = slots_[(tag + step) & (slots_.size() - 1)]; slot == 0) {
      slot = std::uint64_t{tag} << 32 | (index + 1);
      return;
    }
  crowded_.emplace(code(index), index);
}

void KnownCodes::seat_all() const {
  if (seated_ == entries_.size()) return;
  if (2 * entries_.size() > slots_.size()) {
    slots_.assign(std::max<std::size_t>(128, std::bit_ceil(4 * entries_.size())), 0);
    crowded_.clear();
    seated_ = 0;
  }
  for (; seated_ < entries_.size(); ++seated_) seat(hash(code(seated_)), seated_);
}

bool KnownCodes::take(std::string_view wanted) {
  const bool follows =
      ascending_ &&
      (entries_.empty() || code(static_cast<std::uint32_t>(entries_.size()) - 1) < wanted);
  if (!follows && contains(wanted)) return false;
  ascending_ = follows;
  entries_.push_back(
      {static_cast<std::uint32_t>(text_.size()), static_cast<std::uint32_t>(wanted.size()), -1});
  text_ += wanted;
  return true;
}

void KnownCodes::set_position(std::string_view wanted, std::int32_t position) {
  if (const auto found = find(wanted); found != nowhere) entries_[found].position = position;
}

bool KnownCodes::unknown(std::string_view wanted) {
  if (!usable || contains(wanted) || laid_to_unreadable_.contains(wanted)) return false;
  if (laid_to_unreadable_.size() >= unreadable) return true;
  laid_to_unreadable_.emplace(wanted);
  return false;
}

std::vector<std::string_view> KnownCodes::sorted() const {
  std::vector<std::string_view> all;
  all.reserve(entries_.size());
  for (std::uint32_t k = 0; k < entries_.size(); ++k) all.push_back(code(k));
  std::ranges::sort(all);
  return all;
}

}  // namespace rembuk::files
