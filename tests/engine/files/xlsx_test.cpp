#include "engine/files/xlsx/xlsx.hpp"

#include <catch2/catch_test_macros.hpp>

#include "engine/files/xlsx/cells.hpp"
#include "tests/engine/files/small_files.hpp"
#include "tests/engine/files/workbooks.hpp"

using namespace rembuk;
using namespace rembuk::files;

namespace {

std::vector<std::string> codes(const SheetText& sheet) {
  std::vector<std::string> all;
  for (const auto& fault : sheet.faults) all.push_back(fault.code);
  return all;
}

SheetText read_rows(std::string_view rows) { return read_xlsx(zipped(workbook(rows)), "x.csv"); }

/// The one code with which a workbook is refused.
std::string refusal(const Parts& parts, const XlsxLimits& limits = {}) {
  const auto sheet = read_xlsx(zipped(parts), "x.csv", limits);
  REQUIRE(sheet.faults.size() == 1);
  REQUIRE(sheet.faults[0].severity == Severity::error);
  REQUIRE(message(sheet.faults[0], Language::english).find('{') == std::string::npos);
  return sheet.faults[0].code;
}

}  // namespace

TEST_CASE("every kind of cell becomes the text that the spreadsheet shows", "[files][xlsx]") {
  struct Case {
    const char *cell, *text;
  };
  for (const auto& [cell, text] : std::vector<Case>{
           {"<c t=\"s\"><v>0</v></c>", "bersama"},
           {"<c t=\"s\"><v>1</v></c>", "kaya rupa"},
           {"<c t=\"s\"><v>2</v></c>", "\"dua\r\nbaris\""},
           {"<c t=\"inlineStr\"><is><t>di &amp; sini</t></is></c>", "di & sini"},
           {"<c t=\"str\"><v>a,\"b\"</v></c>", "\"a,\"\"b\"\"\""},
           {"<c><v>12</v></c>", "12"},
           {"<c><v>12.0</v></c>", "12"},
           {"<c><v>-1.609972</v></c>", "-1.609972"},
           {"<c><v>0.30000000000000004</v></c>", "0.3"},
           {"<c><v>1.2E3</v></c>", "1200"},
           {"<c s=\"3\"><v>500</v></c>", "0500"},
           {"<c s=\"4\"><v>15.1</v></c>", "15.10"},
           {"<c t=\"b\"><v>1</v></c>", "ya"},
           {"<c t=\"b\"><v>0</v></c>", "tidak"},
           {"<c s=\"1\"><v>46203</v></c>", "2026-06-30"},
           {"<c s=\"2\"><v>46203.75</v></c>", "2026-06-30"},
           {"<c t=\"d\"><v>2026-06-30T00:00:00</v></c>", "2026-06-30"},
           {"<c s=\"1\"><v>60</v></c>", "60"},
           {"<c t=\"e\"><v>#N/A</v></c>", "#N/A"},
           {"<c><v>198502282010012002</v></c>", "198502282010012002"},
           {"<c><v>1.98502282010012E17</v></c>", "1.98502282010012E+17"},
           {"<x:c xmlns:x=\"x\"><x:v>7</x:v></x:c>", "7"},
       }) {
    CAPTURE(cell);
    const auto sheet = read_rows("<row r=\"1\">" + std::string(cell) + "</row>");
    REQUIRE(codes(sheet).empty());
    REQUIRE(sheet.csv == std::string(text) + "\n");
  }
}

TEST_CASE("rows and columns stand where the spreadsheet has them", "[files][xlsx]") {
  const auto sheet = read_rows(
      "<row r=\"2\"><c r=\"A2\"><v>1</v></c><c r=\"C2\"><v>3</v></c></row><!-- <row> -->"
      "<row r=\"3\"/><row r=\"5\"><c r=\"B5\"><v>2</v></c><c r=\"E5\" s=\"1\"/></row>");
  REQUIRE(sheet.csv == "\n1,,3\n\n\n,2,\n");
}

TEST_CASE("dates count from 1904 where the workbook says so", "[files][xlsx]") {
  auto parts = workbook("<row><c s=\"1\"><v>1</v></c></row>");
  replace(parts["xl/workbook.xml"], "<sheets>", "<workbookPr date1904=\"1\"/><sheets>");
  REQUIRE(read_xlsx(zipped(parts), "x.csv").csv == "1904-01-02\n");
  REQUIRE(serial_date(59, false) == "1900-02-28");
  REQUIRE(serial_date(61, false) == "1900-03-01");
  REQUIRE(serial_date(2958465, false) == "9999-12-31");
  REQUIRE_FALSE(serial_date(2958466, false));
  REQUIRE_FALSE(number_format("[Red]0.00\"day\"").date);
  REQUIRE(number_format("d/m/yy").date);
}

TEST_CASE("the stored value of a formula is used, with one warning for the file", "[files][xlsx]") {
  const auto sheet = read_rows(
      "<row r=\"1\"><c t=\"str\"><v>a</v></c></row><row r=\"2\"><c><f>1+1</f><v>2</v></c></row>"
      "<row r=\"3\"><c><f>1+2</f><v>3</v></c></row>");
  REQUIRE(sheet.csv == "a\n2\n3\n");
  REQUIRE(codes(sheet) == std::vector<std::string>{"formula_value"});
  REQUIRE(sheet.faults[0].values == std::vector<std::string>{"2"});
  const auto without =
      read_rows("<row><c t=\"str\"><v>a</v></c></row><row><c><f>1+1</f></c></row>");
  REQUIRE(
      without.faults ==
      std::vector<FileFault>{{"x.csv", 2, "a", "formula_without_value", Severity::error, {"1"}}});
}

TEST_CASE("what is no workbook is refused with a clear fault", "[files][xlsx]") {
  const auto whole = [](std::string_view bytes) { return codes(read_xlsx(bytes, "x.csv")); };
  REQUIRE(whole("nip,nama\n") == std::vector<std::string>{"xlsx_damaged"});
  REQUIRE(whole("\xd0\xcf\x11\xe0 old") == std::vector<std::string>{"xlsx_locked"});
  const std::string good = zipped(workbook("<row><c><v>1</v></c></row>"));
  REQUIRE(whole(good.substr(0, good.size() / 2)) == std::vector<std::string>{"xlsx_damaged"});
  for (const char* part : {"_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels",
                           "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"}) {
    auto parts = workbook("<row><c><v>1</v></c></row>");
    parts.erase(part);
    CAPTURE(part);
    REQUIRE(refusal(parts) == "xlsx_damaged");
  }
  for (const char* rows :
       {"<row><c t=\"s\"><v>9</v></c></row>", "<row r=\"2\"/><row r=\"2\"/>",
        "<row r=\"1048577\"/>", "<row><c r=\"9\"/></row>", "<row><c r=\"XFE1\"/></row>",
        "<row><c></row>", "</row>", "<row", "<row a=\"", "<!DOCTYPE x><row/>"}) {
    CAPTURE(rows);
    REQUIRE(refusal(workbook(rows)) == "xlsx_damaged");
  }
}

TEST_CASE("a ZIP bomb is refused before it is unpacked", "[files][xlsx]") {
  auto parts = workbook("<row><c><v>1</v></c></row>");
  SECTION("by its ratio") {
    parts["xl/worksheets/sheet1.xml"] += std::string(60'000'000, ' ');
    REQUIRE(refusal(parts) == "xlsx_too_large");
  }
  SECTION("by its size") {
    XlsxLimits limits;
    limits.unpacked_bytes = 500;
    REQUIRE(refusal(parts, limits) == "xlsx_too_large");
  }
  SECTION("by its entries") {
    for (int i = 0; i < 2001; ++i) parts["x" + std::to_string(i)] = "";
    REQUIRE(refusal(parts) == "xlsx_too_large");
  }
  SECTION("by its depth") {
    std::string deep;
    for (int i = 0; i < 40; ++i) deep += "<a>";
    REQUIRE(refusal(workbook(deep)) == "xlsx_damaged");
  }
  SECTION("by cells that only a width promises") {
    XlsxLimits limits;
    limits.cells = 20'000;
    REQUIRE(refusal(workbook("<row><c r=\"XFD1\"><v>1</v></c></row><row><c><v>1</v></c></row>"),
                    limits) == "xlsx_too_large");
  }
  SECTION("by a string that is used again and again") {
    XlsxLimits limits;
    limits.unpacked_bytes = 40'000;
    std::string rows;
    for (int i = 0; i < 500; ++i) rows += "<row><c t=\"s\"><v>3</v></c></row>";
    auto many = workbook(rows);
    replace(many["xl/sharedStrings.xml"], "</sst>",
            "<si><t>" + std::string(10'000, 'x') + "</t></si></sst>");
    REQUIRE(refusal(many, limits) == "xlsx_too_large");
  }
  SECTION("by its shared strings") {
    XlsxLimits limits;
    limits.strings = 2;
    REQUIRE(refusal(parts, limits) == "xlsx_too_large");
  }
}

TEST_CASE("an NIP that a numeric cell has damaged gets its message at the spreadsheet's row",
          "[files][xlsx]") {
  auto texts = small_files();
  const std::string csv = texts["kompetensi_pegawai.csv"];
  texts.erase("kompetensi_pegawai.csv");
  const auto sheet = read_xlsx(
      zipped(workbook("<row r=\"1\"><c t=\"str\"><v>nip</v></c><c t=\"str\"><v>kompetensi_kode</v>"
                      "</c><c t=\"str\"><v>level</v></c></row><row r=\"7\"><c><v>1.97E+17</v></c>"
                      "<c t=\"str\"><v>M1</v></c><c><v>5</v></c></row><row r=\"9\"><c>"
                      "<v>198502282010012000</v></c><c t=\"str\"><v>M1</v></c><c><v>5</v></c>"
                      "</row>")),
      "kompetensi_pegawai.csv");
  std::vector<NamedText> named;
  for (const auto& [name, text] : texts) named.push_back({name, text});
  named.push_back({"kompetensi_pegawai.csv", sheet.csv, "kompetensi_pegawai.xlsx", sheet.faults});
  REQUIRE(told(import_files(named, {}).faults) ==
          std::vector<std::string>{"kompetensi_pegawai.xlsx:7:nip:nip_damaged",
                                   "kompetensi_pegawai.xlsx:9:nip:nip_damaged"});
  named.push_back({"kompetensi_pegawai.csv", csv});
  REQUIRE(told(import_files(named, {}).faults) ==
          std::vector<std::string>{"kompetensi_pegawai.xlsx:0::file_both"});
}
