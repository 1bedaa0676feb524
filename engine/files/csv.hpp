#pragma once
#include <array>
#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rembuk::files {

inline constexpr std::size_t most_cells = 1000;

/// One record. `row` is the row that a spreadsheet shows; cells are views into the text or into the
/// reader and live until the next record.
struct CsvRecord {
  std::int64_t row = 1;
  std::size_t end = 0;                      ///< place in the text behind the record
  std::span<const std::string_view> cells;  ///< at most `most_cells`
  std::size_t count = 0;                    ///< of all cells of the record
  bool unclosed_quote = false;              ///< the text ended inside quotes
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

  /// A reader of the same text from byte `from` on, where a record begins, with `rows` rows before
  /// it: up to the first record that begins at byte `until` or behind it, which it does not read.
  [[nodiscard]] CsvReader part(std::size_t from, std::size_t until, std::int64_t rows = 0) const;
  /// Without the byte order mark.
  [[nodiscard]] std::string_view text() const { return {begin_, breaks_.end}; }
  /// The byte of it where the next record begins.
  [[nodiscard]] std::size_t place() const { return static_cast<std::size_t>(at_ - begin_); }
  /// Rows that were passed.
  [[nodiscard]] std::int64_t rows() const { return row_; }

 private:
  CsvReader(std::string_view text, char separator);

  /// The separators and line feeds of a text, one after the other.
  struct Breaks {
    static constexpr std::ptrdiff_t stride = 512;  // bytes that are looked at in advance
    const char* end = nullptr;                     // of the text
    const char* looked = nullptr;                  // up to here
    char separator = ',';
    std::size_t at = 0, count = 0;  // of `ahead`
    std::array<const char*, stride + 8> ahead{};

    [[nodiscard]] const char* next();  // the next one; the end of the text if none is left
    void pass(const char* to);         // goes on from there
    void look_on();
  };
  [[nodiscard]] std::string_view quoted(const char* at, CsvRecord& record);
  [[nodiscard]] bool fill(CsvRecord& record);

  const char* begin_ = nullptr;
  const char* at_ = nullptr;
  const char* stop_ = nullptr;  // a record that begins here or behind it is not read
  Breaks breaks_;
  std::int64_t row_ = 0;
  std::vector<std::string_view> cells_;  // of the record, the first ones
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
