#pragma once
#include <array>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rembuk {
struct CodeText;  // engine/domain/codes.hpp
}

namespace rembuk::files {

enum class Severity : std::uint8_t { error, warning };

/// One fault of an input file. `row` is the row that a spreadsheet shows (header 1), 0 for the
/// file.
struct FileFault {
  std::string file;
  std::int64_t row = 0;
  std::string column;
  std::string code;  ///< stable, of `fault_table`
  Severity severity = Severity::error;
  std::vector<std::string> values;  ///< for {0}, {1} … of the message

  friend bool operator==(const FileFault&, const FileFault&) = default;
};

/// All codes that the files can give: kind "fault" of the one table.
[[nodiscard]] std::span<const CodeText> fault_table();

enum class Language : std::uint8_t { indonesian, english };
/// The message of a fault, filled in. An unknown code gives the code itself.
[[nodiscard]] std::string message(const FileFault& fault, Language language);

/// Collects faults: all are counted, the first 1,000 of each severity are kept.
class Faults {
 public:
  void error(std::string_view file, std::int64_t row, std::string_view column,
             std::string_view code, std::initializer_list<std::string_view> values = {}) {
    add(Severity::error, file, row, column, code, values);
  }
  void warning(std::string_view file, std::int64_t row, std::string_view column,
               std::string_view code, std::initializer_list<std::string_view> values = {}) {
    add(Severity::warning, file, row, column, code, values);
  }
  void add(const FileFault& fault);
  /// Adds those of later rows of a file, before which stand `rows` rows that their numbers leave out.
  void append(const Faults& later, std::int64_t rows);
  /// From now on the faults of `file` are those of `origin`, of which its text was made.
  void rename(std::string_view file, std::string_view origin);
  /// By file, in the order of `files`, then by row.
  void sort(std::span<const std::string_view> files);
  [[nodiscard]] std::int64_t errors() const { return errors_; }
  [[nodiscard]] std::int64_t warnings() const { return warnings_; }
  [[nodiscard]] const std::vector<FileFault>& list() const { return list_; }

 private:
  void add(Severity severity, std::string_view file, std::int64_t row, std::string_view column,
           std::string_view code, std::initializer_list<std::string_view> values);

  std::vector<FileFault> list_;
  std::int64_t errors_ = 0, warnings_ = 0;
};

}  // namespace rembuk::files
