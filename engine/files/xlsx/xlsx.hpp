#pragma once
#include <expected>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/files/faults.hpp"
#include "engine/files/xlsx/archive.hpp"

namespace rembuk::files {

/// The first worksheet as CSV text: its rows are lines, so that a fault of the text names the
/// spreadsheet's row.
struct SheetText {
  std::string csv;
  std::vector<FileFault> faults;  ///< with an error among them, `csv` is not to be used
};

/// Reads a workbook (Office Open XML, transitional or strict).
///
/// Cells    shared and inline strings; numbers without loss; booleans as ya and tidak; numbers of a
///          date format as ISO dates; of a formula the value that the spreadsheet kept, with one
///          warning for the file.
/// Errors   as faults of `file`: xlsx_damaged, xlsx_locked, xlsx_too_large, formula_without_value.
/// Cost     the unpacked parts and the text in memory; one row's tree at a time.
/// Source   ECMA-376, Part 1, 18.3 (worksheets), 18.4 (shared strings), 18.8 (styles).
[[nodiscard]] SheetText read_xlsx(std::string_view bytes, std::string_view file,
                                  const XlsxLimits& limits = {});

/// The file whose rows a sheet of that name holds; empty: of none.
using FileOfSheet = std::function<std::string(std::string_view sheet)>;
struct NamedSheet {
  std::string sheet, file;
  SheetText text;  ///< where `file` is not empty
};
/// The worksheets of a workbook that has several, those with a file read as `read_xlsx` does; none
/// if there is only one. The limits hold for all of them together.
[[nodiscard]] std::expected<std::vector<NamedSheet>, XlsxFault> read_xlsx_sheets(
    std::string_view bytes, const FileOfSheet& file_of, const XlsxLimits& limits = {});

}  // namespace rembuk::files
