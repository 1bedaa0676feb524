#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "engine/files/import.hpp"

namespace rembuk::files {

/// A file as it came, read so far that it has a text: of a workbook its first sheet as CSV.
struct IncomingFile {
  std::string name;    ///< "pegawai.csv"
  std::string origin;  ///< "pegawai.xlsx" if the text was made of it, else empty
  std::string text;
  std::vector<FileFault> faults;  ///< of the workbook

  /// What the importer takes. This must outlive it.
  [[nodiscard]] NamedText named() const { return {name, text, origin, faults}; }
};

/// Whether a name ends in .xlsx, in any capitals.
[[nodiscard]] bool is_spreadsheet(std::string_view file_name);

/// Cost   nothing for a text; see read_xlsx for a workbook.
[[nodiscard]] IncomingFile incoming(std::string file_name, std::string bytes);

}  // namespace rembuk::files
