#include "engine/files/faults.hpp"

#include <algorithm>
#include <tuple>

#include "engine/domain/codes.hpp"

namespace rembuk::files {
namespace {

constexpr std::int64_t most_kept = 1000;

/// A value as a message can show it: no control characters, cut at a character boundary.
std::string shown(std::string_view value) {
  constexpr std::size_t most = 200;
  std::string text(value.substr(0, most + 1));
  for (char& c : text)
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) c = ' ';
  if (value.size() <= most) return text;
  std::size_t end = most;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80) --end;
  return text.substr(0, end) + "…";
}

}  // namespace

void Faults::add(Severity severity, std::string_view file, std::int64_t row,
                 std::string_view column, std::string_view code,
                 std::initializer_list<std::string_view> values) {
  std::int64_t& count = severity == Severity::error ? errors_ : warnings_;
  ++count;
  if (count > most_kept) return;
  FileFault fault{std::string(file), row, shown(column), std::string(code), severity, {}};
  for (const auto value : values) fault.values.push_back(shown(value));
  list_.push_back(std::move(fault));
}

void Faults::add(const FileFault& fault) {
  std::int64_t& count = fault.severity == Severity::error ? errors_ : warnings_;
  if (++count > most_kept) return;
  list_.push_back(fault);
  list_.back().column = shown(fault.column);
  for (auto& value : list_.back().values) value = shown(value);
}

void Faults::append(const Faults& later, std::int64_t rows) {
  std::int64_t errors = errors_, warnings = warnings_;
  for (const auto& fault : later.list_) {
    auto& count = fault.severity == Severity::error ? errors : warnings;
    if (++count > most_kept) continue;
    list_.push_back(fault);
    if (fault.row > 0) list_.back().row += rows;
  }
  errors_ += later.errors_;
  warnings_ += later.warnings_;
}

void Faults::rename(std::string_view file, std::string_view origin) {
  for (auto& fault : list_)
    if (fault.file == file) fault.file = origin;
}

void Faults::sort(std::span<const std::string_view> files) {
  using Key = std::tuple<std::ptrdiff_t, std::int64_t, std::size_t>;  // file, row, order of finding
  std::vector<Key> order;
  for (std::size_t k = 0; k < list_.size(); ++k)
    order.emplace_back(std::ranges::find(files, list_[k].file) - files.begin(), list_[k].row, k);
  std::ranges::sort(order);
  std::vector<FileFault> sorted;
  sorted.reserve(list_.size());
  for (const auto& key : order) sorted.push_back(std::move(list_[std::get<2>(key)]));
  list_ = std::move(sorted);
}

std::span<const CodeText> fault_table() { return codes_of<"fault">; }

std::string message(const FileFault& fault, Language language) {
  const auto table = fault_table();
  const auto found = std::ranges::find(table, fault.code, &CodeText::code);
  if (found == table.end()) return fault.code;
  std::string text(found->in(language == Language::english));
  for (std::size_t i = 0; i < fault.values.size(); ++i) {
    const std::string mark = "{" + std::to_string(i) + "}";
    for (auto at = text.find(mark); at != std::string::npos;
         at = text.find(mark, at + fault.values[i].size()))
      text.replace(at, mark.size(), fault.values[i]);
  }
  return text;
}

}  // namespace rembuk::files
