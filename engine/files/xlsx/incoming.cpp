#include "engine/files/xlsx/incoming.hpp"

#include <algorithm>

#include "engine/files/xlsx/xlsx.hpp"

namespace rembuk::files {
namespace {

constexpr std::string_view workbook = ".xlsx";

std::string in_small_letters(std::string_view text) {
  std::string small(text);
  for (char& c : small)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return small;
}

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

std::string file_named(std::string_view name) {
  std::string small = in_small_letters(name);
  for (const std::string_view ending : {std::string_view(".csv"), workbook})
    if (small.ends_with(ending)) small.resize(small.size() - ending.size());
  small += ".csv";
  const bool known =
      small == rules_file || std::ranges::find(file_names, small) != file_names.end();
  return known ? small : std::string();
}

bool is_other_workbook(std::string_view name) {
  return is_spreadsheet(name) && file_named(name).empty();
}

void IncomingSet::take(std::string name, std::string bytes) {
  if (!is_other_workbook(name)) {
    files.push_back(incoming(std::move(name), std::move(bytes)));
    return;
  }
  auto sheets = read_xlsx_sheets(bytes, file_named);
  if (!sheets) {
    const auto& [code, what, limit] = sheets.error();
    faults.push_back({name, 0, "", "workbook_ignored", Severity::warning,
                      {code + (what.empty() ? "" : ": " + what) + (limit.empty() ? "" : ", " + limit)}});
    return;
  }
  for (auto& [sheet, file, text] : *sheets)
    if (file.empty())
      faults.push_back({name, 0, "", "sheet_unknown", Severity::warning, {sheet}});
    else
      files.push_back({file, name + "/" + sheet, std::move(text.csv), std::move(text.faults)});
}

std::vector<NamedText> IncomingSet::named() const {
  std::vector<NamedText> all;
  for (const auto& file : files) all.push_back(file.named());
  return all;
}

}  // namespace rembuk::files
