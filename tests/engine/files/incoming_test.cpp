#include "engine/files/xlsx/incoming.hpp"

#include <catch2/catch_test_macros.hpp>

#include "engine/files/xlsx/xlsx.hpp"
#include "tests/engine/files/small_files.hpp"
#include "tests/engine/files/workbooks.hpp"

using namespace rembuk;
using namespace rembuk::files;

namespace {

using Sheets = std::vector<std::pair<std::string, std::string>>;

std::string book(const Sheets& sheets) {
  return zipped(with_sheets(workbook(rows_of_csv("catatan\n")), sheets));
}

/// The nine files and konsultasi.json: the first as sheets of one workbook, the others as they are.
IncomingSet set_of(const std::string& workbook_name, const Sheets& sheets,
                   const Texts& others = {}) {
  IncomingSet set;
  set.take(workbook_name, book(sheets));
  for (const auto& [name, text] : others) set.take(name, text);
  return set;
}

Import import_set(const IncomingSet& set) {
  ImportOptions options;
  options.today = *parse_date("2026-06-30");
  options.faults = set.faults;
  return import_files(set.named(), options);
}

/// Each file as a sheet called by `called`.
Sheets as_sheets(const Texts& texts, std::string (*called)(std::string)) {
  Sheets sheets;
  for (const auto& [name, text] : texts)
    if (name.ends_with(".csv")) sheets.emplace_back(called(name), rows_of_csv(text));
  return sheets;
}

std::string stem(std::string name) { return name.substr(0, name.find('.')); }

Texts settings_only() { return {{"konsultasi.json", small_files().at("konsultasi.json")}}; }

}  // namespace

TEST_CASE("a name stands for an input file in any capitals, with either ending or none",
          "[files][xlsx]") {
  for (const auto* name : {"pegawai", "Pegawai.csv", "PEGAWAI.XLSX"})
    CHECK(file_named(name) == "pegawai.csv");
  CHECK(file_named("Aturan") == "aturan.csv");
  for (const auto* name : {"", ".csv", "pegawai2", " pegawai", "pegawai.csv.csv", "rencana",
                           "konsultasi", "konsultasi.json"})
    CHECK(file_named(name).empty());
}

TEST_CASE("a workbook with a sheet for each file is read like nine CSV files", "[files][xlsx]") {
  const auto texts = small_files();
  IncomingSet csv;
  for (const auto& [name, text] : texts) csv.take(name, text);
  const auto expected = import_set(csv);
  REQUIRE(expected.consultation);
  for (const auto called : {+[](std::string name) { return name; }, +[](std::string name) {
         for (char& c : name) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
         return stem(name);
       }}) {
    const auto set = set_of("Data 2026.XLSX", as_sheets(texts, called), settings_only());
    REQUIRE(set.faults.size() == 1);  // of the first sheet
    CHECK(set.faults[0] == FileFault{"Data 2026.XLSX", 0, "", "sheet_unknown", Severity::warning,
                                     {"Lembar"}});
    const auto import = import_set(set);
    REQUIRE(import.faults.errors() == 0);
    CHECK(import.faults.warnings() == expected.faults.warnings() + 1);
    REQUIRE(import.consultation);
    CHECK(*import.consultation == *expected.consultation);
  }
}

TEST_CASE("a fault of a sheet names workbook, sheet and the sheet's row", "[files][xlsx]") {
  auto texts = small_files();
  texts["kompetensi.csv"] += "X,,teknis\n";
  const auto import =
      import_set(set_of("data.xlsx", as_sheets(texts, stem), settings_only()));
  REQUIRE(import.faults.errors() == 1);
  CHECK(told(import.faults)[0].starts_with("data.xlsx/kompetensi:"));
  CHECK_FALSE(import.consultation);
}

TEST_CASE("a file that comes twice is one clear fault and nothing is imported", "[files][xlsx]") {
  const auto texts = small_files();
  auto others = settings_only();
  SECTION("as a sheet and as CSV") {
    others["unit.csv"] = texts.at("unit.csv");
    const auto import = import_set(set_of("data.xlsx", as_sheets(texts, stem), others));
    CHECK_FALSE(import.consultation);
    CHECK(told(import.faults)[0] == "data.xlsx/unit:0::file_both");
    CHECK(import.faults.list()[0].values ==
          std::vector<std::string>{"data.xlsx/unit", "unit.csv"});
  }
  SECTION("as two sheets") {
    auto sheets = as_sheets(texts, stem);
    sheets.emplace_back("Unit.CSV", sheets.back().second);
    const auto import = import_set(set_of("data.xlsx", sheets, others));
    CHECK_FALSE(import.consultation);
    CHECK(told(import.faults)[0] == "data.xlsx/unit:0::file_both");
  }
}

TEST_CASE("a workbook that is called as a file, or has one sheet, is what its name says",
          "[files][xlsx]") {
  IncomingSet set;
  set.take("unit.xlsx", zipped(workbook(rows_of_csv("unit_kode\n"))));
  set.take("kompetensi.xlsx", book({{"pegawai", rows_of_csv("nip\n")}}));
  set.take("pegawai lama.xlsx", zipped(workbook(rows_of_csv("nip\n"))));
  REQUIRE(set.files.size() == 2);
  CHECK(set.files[0].name == "unit.csv");
  CHECK(set.files[0].origin == "unit.xlsx");
  CHECK(set.files[1].text == "catatan\n");
  REQUIRE(set.files[1].faults.size() == 1);
  CHECK(set.files[1].faults[0].code == "sheets_ignored");
  CHECK(set.faults.empty());
}

TEST_CASE("a workbook that cannot be read is told and holds nothing", "[files][xlsx]") {
  IncomingSet set;
  set.take("data.xlsx", "PK no archive");
  CHECK(set.files.empty());
  REQUIRE(set.faults.size() == 1);
  CHECK(set.faults[0].code == "workbook_ignored");
  CHECK(set.faults[0].severity == Severity::warning);
  CHECK(message(set.faults[0], Language::english).find("xlsx_damaged") != std::string::npos);
}

TEST_CASE("the limits of a workbook hold for all its sheets together", "[files][xlsx]") {
  const std::string rows = rows_of_csv("a,b\n1,2\n3,4\n");
  const auto bytes = book({{"unit", rows}, {"pegawai", rows}, {"kompetensi", rows}});
  const auto refused = [&](const XlsxLimits& limits) {
    const auto sheets = read_xlsx_sheets(bytes, file_named, limits);
    return sheets ? std::string() : sheets.error().code;
  };
  XlsxLimits limits;
  SECTION("cells") {
    limits.cells = 18;
    CHECK(refused(limits).empty());
    limits.cells = 17;
    CHECK(refused(limits) == "xlsx_too_large");
  }
  SECTION("unpacked parts, a part that several sheets name counted each time") {
    limits.unpacked_bytes = 4'000;
    CHECK(refused(limits).empty());
    limits.unpacked_bytes = 2'300;
    CHECK(refused(limits) == "xlsx_too_large");
  }
  SECTION("sheets") {
    limits.entries = 3;
    CHECK(refused(limits) == "xlsx_too_large");
  }
}
