#include "engine/files/importer.hpp"

namespace rembuk::files {

bool take_code(Row& row, std::size_t column, KnownCodes& known, std::string& code,
               std::size_t most) {
  code = row.raw(column);
  const bool fits = !row.text(column, most).empty();
  if (code.empty()) {
    ++known.unreadable;
    return false;
  }
  if (!known.take(code) && fits) {
    row.fault(column, "code_twice", {code});
    return false;
  }
  return fits;
}

void Importer::without_rows(std::string_view file, bool any, KnownCodes& known) {
  if (!known.usable || any) return;
  faults.error(file, 0, "", "file_without_rows");
  known.usable = false;  // what refers to it is not to blame
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
