#pragma once
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace rembuk::files {

inline constexpr std::size_t most_cells = 1000;

/// One record. `row` is the row that a spreadsheet shows; cells are views into the text or into the
/// reader and live until the next record.
struct CsvRecord {
  std::int64_t row = 1;
  std::vector<std::string_view> cells;  ///< at most `most_cells`
  std::size_t count = 0;                ///< of all cells of the record
  bool unclosed_quote = false;          ///< the text ended inside quotes
  bool text_after_quote = false;  ///< something stands between a closing quote and the separator
};

/// RFC 4180 with comma or semicolon (told by the header), CRLF or LF, line breaks inside quotes.
/// A line without any text in its cells is no record but counts as a row. Cost: one pass, no copy
/// of unquoted cells.
class CsvReader {
 public:
  explicit CsvReader(std::string_view text);
  /// False at the end.
  [[nodiscard]] bool next(CsvRecord& record);

 private:
  [[nodiscard]] std::string_view quoted(CsvRecord& record);
  [[nodiscard]] bool fill(CsvRecord& record);
  [[nodiscard]] std::string_view plain();

  std::string_view text_;
  std::size_t at_ = 0;
  std::int64_t row_ = 0;
  char separator_ = ',';
  std::deque<std::string> unescaped_;
};

/// The text as one CSV cell: quoted if needed; a leading = + - @ or tab is neutralised with an
/// apostrophe, so that no spreadsheet runs it as a formula.
[[nodiscard]] std::string csv_cell(std::string_view text);

}  // namespace rembuk::files
