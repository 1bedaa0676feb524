#include "engine/files/faults.hpp"

#include <algorithm>

namespace rembuk::files {
namespace {

constexpr std::int64_t most_kept = 1000;

/// Cuts a value to what a message can show, at a character boundary.
std::string shown(std::string_view value) {
  constexpr std::size_t most = 60;
  if (value.size() <= most) return std::string(value);
  std::size_t end = most;
  while (end > 0 && (static_cast<unsigned char>(value[end]) & 0xc0) == 0x80) --end;
  return std::string(value.substr(0, end)) + "…";
}

}  // namespace

void Faults::add(Severity severity, std::string_view file, std::int64_t row, std::string_view column,
                 std::string_view code, std::initializer_list<std::string_view> values) {
  std::int64_t& count = severity == Severity::error ? errors_ : warnings_;
  ++count;
  if (count > most_kept) return;
  FileFault fault{std::string(file), row, std::string(column), std::string(code), severity, {}};
  for (const auto value : values) fault.values.push_back(shown(value));
  list_.push_back(std::move(fault));
}

std::string message(const FileFault& fault, Language language) {
  const auto& table = fault_table();
  const auto found = std::ranges::find(table, fault.code, &FaultText::code);
  if (found == table.end()) return fault.code;
  std::string text(language == Language::indonesian ? found->indonesian : found->english);
  for (std::size_t i = 0; i < fault.values.size(); ++i) {
    const std::string mark = "{" + std::to_string(i) + "}";
    for (auto at = text.find(mark); at != std::string::npos;
         at = text.find(mark, at + fault.values[i].size()))
      text.replace(at, mark.size(), fault.values[i]);
  }
  return text;
}

}  // namespace rembuk::files
