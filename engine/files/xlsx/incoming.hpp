#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "engine/files/import.hpp"

namespace rembuk::files {

/// A file as it came, read so far that it has a text: of a workbook its first sheet as CSV.
struct IncomingFile {
  std::string name;    ///< "pegawai.csv"
  /// If the text was made of a workbook "pegawai.xlsx", or of one of its sheets "data.xlsx/pegawai";
  /// else empty.
  std::string origin;
  std::string text;
  std::vector<FileFault> faults;  ///< of the workbook

  /// What the importer takes. This must outlive it.
  [[nodiscard]] NamedText named() const { return {name, text, origin, faults}; }
};

/// Whether a name ends in .xlsx, in any capitals.
[[nodiscard]] bool is_spreadsheet(std::string_view file_name);

/// Cost   nothing for a text; see read_xlsx for a workbook.
[[nodiscard]] IncomingFile incoming(std::string file_name, std::string bytes);

/// The input file that a name stands for, in any capitals, with ".csv", ".xlsx" or neither:
/// "Pegawai.XLSX" and "pegawai" are "pegawai.csv". Empty: none of the nine nor aturan.csv.
[[nodiscard]] std::string file_named(std::string_view name);

/// A workbook that is called otherwise, which may hold files by its sheets.
[[nodiscard]] bool is_other_workbook(std::string_view name);

/// Files of a data set as they came.
///
/// A workbook that is called as one of the files holds that file. Any other holds, if it has several
/// sheets, the files that its sheets are called as; with one sheet it belongs to no data set.
/// Errors   as warnings in `faults`: a sheet that is called otherwise, a workbook called otherwise
///          that cannot be read. A file that comes twice stays twice: the importer tells it.
struct IncomingSet {
  std::vector<IncomingFile> files;
  std::vector<FileFault> faults;  ///< of the set, for ImportOptions

  void take(std::string file_name, std::string bytes);
  /// What the importer takes; this must outlive it.
  [[nodiscard]] std::vector<NamedText> named() const;
};

}  // namespace rembuk::files
