#include <xlsxwriter.h>

#include <catch2/catch_test_macros.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>

#include "engine/files/csv.hpp"
#include "engine/files/export.hpp"
#include "engine/files/xlsx/xlsx.hpp"
#include "tests/engine/files/small_files.hpp"

using namespace rembuk;
using namespace rembuk::files;

namespace {

/// A CSV text as libxlsxwriter writes it: dates as date cells, whole numbers below ten digits as
/// numbers, all else as text.
std::string spreadsheet(std::string_view csv) {
  const auto file = std::filesystem::temp_directory_path() /
                    ("rembuk-" + std::to_string(std::random_device{}()) + ".xlsx");
  lxw_workbook* book = workbook_new(file.c_str());
  lxw_worksheet* sheet = workbook_add_worksheet(book, "Data");
  lxw_format* day = workbook_add_format(book);
  format_set_num_format(day, "dd/mm/yyyy");
  CsvReader reader(csv);
  CsvRecord record;
  while (reader.next(record))
    for (std::size_t column = 0; column < record.cells.size(); ++column) {
      const std::string text(record.cells[column]);
      const auto row = static_cast<lxw_row_t>(record.row - 1);
      const auto at = static_cast<lxw_col_t>(column);
      const auto date = text.size() == 10 ? parse_date(text) : std::nullopt;
      if (date) {
        lxw_datetime value{};
        value.year = static_cast<int>(date->year());
        value.month = static_cast<int>(static_cast<unsigned>(date->month()));
        value.day = static_cast<int>(static_cast<unsigned>(date->day()));
        worksheet_write_datetime(sheet, row, at, &value, day);
      } else if (!text.empty() && text.size() < 10 && text[0] != '0' &&
                 text.find_first_not_of("0123456789") == std::string::npos) {
        worksheet_write_number(sheet, row, at, std::strtod(text.c_str(), nullptr), nullptr);
      } else if (!text.empty()) {
        worksheet_write_string(sheet, row, at, text.c_str(), nullptr);
      }
    }
  if (workbook_close(book) != LXW_NO_ERROR) throw std::logic_error("not written");
  std::ifstream in(file, std::ios::binary);
  const std::string bytes(std::istreambuf_iterator<char>(in), {});
  std::filesystem::remove(file);
  return bytes;
}

}  // namespace

TEST_CASE("nine spreadsheets of another program say the same as the nine CSV files",
          "[files][xlsx]") {
  const auto texts = small_files();
  const auto expected = import_texts(texts);
  std::map<std::string, SheetText> sheets;
  std::vector<NamedText> named;
  for (const auto& [name, text] : texts) {
    if (name == settings_file) {
      named.push_back({name, text});
      continue;
    }
    auto& sheet = sheets[name] = read_xlsx(spreadsheet(text), name);
    named.push_back({name, sheet.csv, name.substr(0, name.size() - 3) + "xlsx", sheet.faults});
  }
  const auto import = import_files(named, {});
  REQUIRE(told(import.faults).empty());
  REQUIRE(import.consultation.has_value());
  REQUIRE(*import.consultation == *expected.consultation);
}
