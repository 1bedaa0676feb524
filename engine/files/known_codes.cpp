#include "engine/files/known_codes.hpp"

#include <algorithm>
#include <bit>
#include <cstring>

#include "engine/base/same_text.hpp"

namespace rembuk::files {
namespace {

constexpr std::size_t most_steps = 64;    // from a code's own slot
constexpr std::size_t most_ahead = 64;    // of the code found last
constexpr std::uint32_t most_jumps = 16;  // wider than `most_ahead`, before a hash table is made
constexpr std::uint64_t factor = 0x9e3779b97f4a7c15;

/// The last eight bytes; all of a shorter code, followed by zeros.
std::uint64_t tail_of(std::string_view code) {
  const std::size_t size = code.size();
  std::uint64_t word = 0;
  if (size >= 8) {
    std::memcpy(&word, code.data() + size - 8, 8);
  } else if (size >= 4) {
    std::uint32_t low = 0, high = 0;
    std::memcpy(&low, code.data(), 4);
    std::memcpy(&high, code.data() + size - 4, 4);
    word = low | std::uint64_t{high} << 8 * (size - 4);
  } else {
    for (std::size_t at = 0; at < size; ++at)
      word |= std::uint64_t{static_cast<unsigned char>(code[at])} << 8 * at;
  }
  return word;
}

/// 32 well mixed bits. Codes that were made to collide are held in bounds by `most_steps`.
std::uint32_t hash(std::string_view code) {
  std::uint64_t mixed = code.size() * factor;
  const auto take = [&mixed](std::uint64_t word) {
    mixed = (mixed ^ word) * factor;
    mixed ^= mixed >> 29;
  };
  for (std::size_t at = 0; at + 8 < code.size(); at += 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, code.data() + at, 8);
    take(word);
  }
  take(tail_of(code));
  return static_cast<std::uint32_t>(mixed >> 32);
}

}  // namespace

/// As `tail_of`.
inline std::uint64_t KnownCodes::Entry::tail() const {
  std::uint64_t word = 0;
  const std::size_t end = std::min<std::size_t>(size, text.size());
  std::memcpy(&word, text.data() + (end < 8 ? 0 : end - 8), 8);
  return word;
}

std::string_view KnownCodes::long_code(const Entry& entry) const {
  std::uint32_t first = 0;
  std::memcpy(&first, entry.text.data(), sizeof first);
  return std::string_view(long_codes_).substr(first, entry.size);
}

std::uint32_t KnownCodes::find(std::string_view wanted) const {
  const std::uint64_t tail = tail_of(wanted);  // most codes differ at their end
  if (entries_.size() >= 256) return find_among_many(wanted, tail);
  std::uint8_t& place = found_[tail * factor >> 54];
  if (place != 0 && same_text(code(place - 1U), wanted)) return place - 1U;
  const std::uint32_t found = find_among_many(wanted, tail);
  if (found != nowhere) place = static_cast<std::uint8_t>(found + 1);
  return found;
}

std::uint32_t KnownCodes::find_among_many(std::string_view wanted, std::uint64_t tail) const {
  const auto end = static_cast<std::uint32_t>(entries_.size());
  for (std::uint32_t near = last_; near < end && near < last_ + 4; ++near)
    if (entries_[near].tail() == tail && same_text(code(near), wanted)) return last_ = near;
  if (ascending_ && seated_ == 0) {
    if (const auto found = find_between(last_, most_ahead, wanted)) return *found;
    if (++jumps_ <= most_jumps)
      if (const auto found = find_between(0, end, wanted)) return *found;
  }
  return entries_.empty() ? nowhere : find_seated(wanted);
}

/// Where codes ascend: the answer, if it can be told from `most` codes from the place `from` on.
std::optional<std::uint32_t> KnownCodes::find_between(std::uint32_t from, std::size_t most,
                                                      std::string_view wanted) const {
  const auto end = static_cast<std::uint32_t>(std::min(entries_.size(), from + most));
  if (from >= end || wanted < code(from) || code(end - 1) < wanted) return std::nullopt;
  std::uint32_t low = from, high = end;
  while (high - low > 1) {
    const std::uint32_t middle = low + (high - low) / 2;
    (wanted < code(middle) ? high : low) = middle;
  }
  return same_text(code(low), wanted) ? last_ = low : nowhere;
}

std::uint32_t KnownCodes::find_seated(std::string_view wanted) const {
  seat_all();
  const std::uint32_t tag = hash(wanted);
  for (std::size_t step = 0; step < most_steps; ++step) {
    const std::uint64_t slot = slots_[(tag + step) & (slots_.size() - 1)];
    if (slot == 0) return nowhere;
    const auto index = static_cast<std::uint32_t>(slot) - 1;
    if (slot >> 32 == tag && same_text(code(index), wanted)) return last_ = index;
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
  if (4 * entries_.size() > 3 * slots_.size()) {
    slots_.assign(std::max<std::size_t>(128, std::bit_ceil(2 * entries_.size())), 0);
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
  Entry& entry = entries_.emplace_back();
  entry.size = static_cast<std::uint32_t>(wanted.size());
  if (wanted.size() <= entry.text.size()) {
    std::ranges::copy(wanted, entry.text.begin());
  } else {
    const auto first = static_cast<std::uint32_t>(long_codes_.size());
    std::memcpy(entry.text.data(), &first, sizeof first);
    std::ranges::copy(wanted.substr(wanted.size() - 8), entry.text.end() - 8);
    long_codes_ += wanted;
  }
  return true;
}

bool KnownCodes::append(const KnownCodes& later) {
  const auto count = static_cast<std::uint32_t>(later.entries_.size());
  const auto have = static_cast<std::uint32_t>(entries_.size());
  const bool follow =
      ascending_ && later.ascending_ && (count == 0 || have == 0 || code(have - 1) < later.code(0));
  for (std::uint32_t k = 0; !follow && k < count; ++k)
    if (contains(later.code(k))) return false;
  entries_.reserve(have + std::size_t{count});
  for (std::uint32_t k = 0; k < count; ++k) (void)take(later.code(k));
  unreadable += later.unreadable;
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
