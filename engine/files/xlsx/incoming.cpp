#include "engine/files/xlsx/incoming.hpp"

#include <algorithm>

#include "engine/files/xlsx/xlsx.hpp"

namespace rembuk::files {
namespace {

constexpr std::string_view workbook = ".xlsx";

}  // namespace

bool is_spreadsheet(std::string_view name) {
  return name.size() > workbook.size() &&
         std::ranges::equal(name.substr(name.size() - workbook.size()), workbook,
                            [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + 32 : a) == b; });
}

IncomingFile incoming(std::string name, std::string bytes) {
  if (!is_spreadsheet(name)) return {std::move(name), {}, std::move(bytes), {}};
  IncomingFile file{name.substr(0, name.size() - workbook.size()) + ".csv", {}, {}, {}};
  SheetText sheet = read_xlsx(bytes, file.name);
  file.origin = std::move(name);
  file.text = std::move(sheet.csv);
  file.faults = std::move(sheet.faults);
  return file;
}

}  // namespace rembuk::files
