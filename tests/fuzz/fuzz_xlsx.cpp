#include <cstdint>

#include "engine/files/csv.hpp"
#include "engine/files/xlsx/xlsx.hpp"
#include "tests/engine/files/workbooks.hpp"
#include "tests/fuzz/expect.hpp"

using namespace rembuk::files;
using rembuk::fuzz::expect;

namespace {

constexpr XlsxLimits limits = {.unpacked_bytes = 1'000'000, .cells = 100'000, .strings = 10'000};

void judge(const SheetText& sheet) {
  for (const auto& fault : sheet.faults)
    expect(message(fault, Language::english) != fault.code, "each fault has a message");
  CsvReader reader(sheet.csv);
  CsvRecord record;
  while (reader.next(record))
    expect(!record.unclosed_quote && !record.text_after_quote, "the rows are well-formed CSV");
}

/// As the workbook of one file, and as one whose sheets hold the files.
void read(std::string_view bytes) {
  judge(read_xlsx(bytes, "x.csv", limits));
  const auto sheets = read_xlsx_sheets(
      bytes, [](std::string_view sheet) { return std::string(sheet) + ".csv"; }, limits);
  if (!sheets) return;
  std::size_t all = 0;
  for (const auto& one : *sheets) {
    judge(one.text);
    all += one.text.csv.size();
  }
  expect(all <= limits.unpacked_bytes + sheets->size(), "all sheets are within the limit");
}

}  // namespace

/// First byte 0: the rest is a whole file. Otherwise it names the part of a good workbook that the
/// rest replaces, so that the XML behind the compression is reached.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string rest(reinterpret_cast<const char*>(data + 1), size - 1);
  static constexpr std::array<const char*, 4> names = {
      "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml"};
  if (data[0] == 0) {
    read(rest);
  } else if (data[0] % 5 == 4) {  // rows inside a good sheet
    read(zipped(with_sheets(workbook(rest), {{"unit", rest}}), ZIP_CM_STORE));
  } else {
    auto parts = workbook("<row><c t=\"s\"><v>0</v></c><c s=\"1\"><v>1</v></c></row>");
    parts[names[data[0] % 5]] = rest;
    read(zipped(parts, ZIP_CM_STORE));
  }
  return 0;
}
