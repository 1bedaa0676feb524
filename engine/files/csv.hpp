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
  std::size_t end = 0;                  ///< place in the text behind the record
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
  [[nodiscard]] std::size_t end_of_cell(std::size_t at) const;

  std::string_view text_;
  std::size_t at_ = 0;
  std::int64_t row_ = 0;
  char separator_ = ',';
  std::deque<std::string> unescaped_;
};

/// The text as one CSV cell: quoted if needed; a leading = + - @ or tab is neutralised with an
/// apostrophe, so that no spreadsheet runs it as a formula. Apostrophes before such a character get
/// one more, so that `value_of` gives the same text again.
[[nodiscard]] std::string csv_cell(std::string_view text);

/// What a cell says, if it begins or ends with what may have to be cut away.
[[nodiscard]] std::string_view cut_value(std::string_view cell);

/// What a cell says: without blanks around it and without the apostrophe of `csv_cell`.
[[nodiscard]] inline std::string_view value_of(std::string_view cell) {
  const auto plain = [](char c) { return c > ' ' && c < 0x7f && c != '\''; };  // none that is cut
  if (cell.empty() || (plain(cell.front()) && plain(cell.back()))) return cell;
  return cut_value(cell);
}

}  // namespace rembuk::files
