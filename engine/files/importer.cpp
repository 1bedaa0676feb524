#include "engine/files/importer.hpp"

namespace rembuk::files {

bool take_code(Row& row, std::size_t column, KnownCodes& known, std::string& code,
               std::size_t most) {
  code = row.text(column, most);
  if (code.empty()) {
    known.unreadable += row.raw(column).empty() ? 1 : 0;
    return false;
  }
  if (known.take(code)) return true;
  row.fault(column, "code_twice", {code});
  return false;
}

bool is_government(std::string_view code) {
  return code.size() == 4 && std::ranges::all_of(code, [](char c) { return c >= '0' && c <= '9'; });
}

bool is_area(std::string_view code, int most_parts) {
  int parts = 0;
  for (std::size_t at = 0; at <= code.size(); at += 3, ++parts) {
    if (at + 2 > code.size() || code[at] < '0' || code[at] > '9' || code[at + 1] < '0' ||
        code[at + 1] > '9')
      return false;
    if (at + 2 == code.size()) {
      ++parts;
      return code.starts_with("15.") && parts <= most_parts;
    }
    if (code[at + 2] != '.') {
      // A village has four digits: 15.71.05.1001.
      const auto last = code.substr(at);
      return parts == 3 && most_parts == 4 && is_government(last) && code.starts_with("15.");
    }
  }
  return false;
}

}  // namespace rembuk::files
