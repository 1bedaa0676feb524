#pragma once
#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/domain/date.hpp"
#include "engine/domain/words.hpp"
#include "engine/files/csv.hpp"
#include "engine/files/faults.hpp"

namespace rembuk::files {

struct Column {
  std::string_view name;
  bool required = false;  ///< the column must exist and its cells must not be empty
};

/// Place of a column, known when the program is built: a name that is none does not compile.
template <std::size_t n>
[[nodiscard]] consteval std::size_t place_of(const std::array<Column, n>& columns,
                                             std::string_view name) {
  for (std::size_t at = 0; at < n; ++at)
    if (columns[at].name == name) return at;
  throw "no such column";
}

/// One file's text and its columns.
struct TableShape {
  std::string_view file;
  std::span<const Column> columns;
};

/// One record of a table, with checked access to its cells by the place of their column in the
/// shape. Every accessor reports what is wrong with the cell and marks the row as bad. Texts are
/// views that live as long as the record.
class Row {
 public:
  Row(const TableShape& shape, const std::vector<int>& position, const CsvRecord& record,
      Faults& faults, bool muted = false)
      : shape_(shape),
        position_(position),
        record_(record),
        faults_(faults),
        good_(!muted),
        muted_(muted) {}

  [[nodiscard]] std::int64_t number() const { return record_.row; }
  [[nodiscard]] std::size_t end() const { return record_.end; }  ///< place behind it in the text
  [[nodiscard]] bool good() const { return good_; }
  /// The record as a whole is faulty, which has been told: its cells are only read for its key.
  [[nodiscard]] bool muted() const { return muted_; }
  /// The cell without surrounding blanks; empty if the file has no such column.
  [[nodiscard]] std::string_view raw(std::size_t column) const {
    const auto at = static_cast<std::size_t>(position_[column]);  // absent: beyond every record
    return at < record_.cells.size() ? value_of(record_.cells[at]) : std::string_view();
  }
  void fault(std::size_t column, std::string_view code,
             std::initializer_list<std::string_view> values = {});
  void warn(std::size_t column, std::string_view code,
            std::initializer_list<std::string_view> values = {});

  /// The cell; a required one must not be empty, none may be longer than `most` characters.
  [[nodiscard]] std::string_view text(std::size_t column, std::size_t most = 200) {
    const std::string_view value = raw(column);
    return !value.empty() && value.size() <= most ? value : judged_text(column, value, most);
  }
  /// A code that another file explains. It may be of any length: too long a one is told where it
  /// is explained.
  [[nodiscard]] std::string_view reference(std::size_t column) {
    const std::string_view value = raw(column);
    if (value.empty()) (void)filled(column, value);
    return value;
  }
  [[nodiscard]] std::optional<std::int64_t> integer(std::size_t column, std::int64_t least,
                                                    std::int64_t most) {
    const std::string_view value = raw(column);
    const std::int64_t digit = value.size() == 1 ? value[0] - '0' : -1;
    if (digit >= 0 && digit <= 9 && digit >= least && digit <= most) return digit;
    return judged_integer(column, value, least, most);
  }
  [[nodiscard]] std::optional<double> real(std::size_t column, double least, double most);
  [[nodiscard]] std::optional<Date> date(std::size_t column) {
    const std::string_view value = raw(column);
    const auto date = parse_date(value);
    if (!date) no_date(column, value);
    return date;
  }
  [[nodiscard]] bool yes(std::size_t column, bool when_empty) {
    const std::string_view value = raw(column);
    if (value.empty()) return when_empty;
    return value != "tidak" && (value == "ya" || judged_yes(column, value));
  }
  template <class Enum>
  [[nodiscard]] std::optional<Enum> one_of(std::size_t column,
                                           std::span<const std::string_view> names) {
    const auto at = choice(column, names);
    if (!at) return std::nullopt;
    return static_cast<Enum>(*at);
  }
  [[nodiscard]] std::optional<std::size_t> choice(std::size_t column,
                                                  std::span<const std::string_view> names) {
    const std::string_view value = raw(column);
    if (!value.empty())
      if (const auto at = position_of(value, names)) return at;
    no_choice(column, value, names);
    return std::nullopt;
  }

 private:
  // What the accessors above find no plain value in.
  [[nodiscard]] std::string_view judged_text(std::size_t column, std::string_view value,
                                             std::size_t most);
  [[nodiscard]] std::optional<std::int64_t> judged_integer(std::size_t column,
                                                           std::string_view value,
                                                           std::int64_t least, std::int64_t most);
  void no_date(std::size_t column, std::string_view value);
  void no_choice(std::size_t column, std::string_view value,
                 std::span<const std::string_view> names);
  [[nodiscard]] bool judged_yes(std::size_t column, std::string_view value);
  /// False, with a fault if it is required, when the value is empty.
  [[nodiscard]] bool filled(std::size_t column, std::string_view value);
  [[nodiscard]] std::string_view name(std::size_t column) const {
    return shape_.columns[column].name;
  }

  const TableShape& shape_;
  const std::vector<int>& position_;  // of each column of the shape in the record, −1: absent
  const CsvRecord& record_;
  Faults& faults_;
  bool good_;
  bool muted_;
};

inline constexpr std::size_t most_text = std::size_t{2} << 30;  ///< bytes of a text that is read

/// The code of what makes a text unreadable as a whole, or empty.
[[nodiscard]] std::string_view text_fault(std::string_view text);

/// A text whose header has been read, and the records behind it.
class Table {
 public:
  /// Nothing, with faults, if the text cannot be read or its header lacks a required column; other
  /// faults of the header are told. `fault`: what `text_fault` says of the text.
  [[nodiscard]] static std::optional<Table> open(const TableShape& shape, std::string_view text,
                                                 std::string_view fault, Faults& faults);
  /// Calls `use` for every record of `records`, muted if it is faulty as a whole. False if a
  /// quotation mark is not closed, there or in the header, and rows may be lost in it.
  [[nodiscard]] bool read(CsvReader& records, Faults& faults,
                          const std::function<void(Row&)>& use) const;

  [[nodiscard]] std::string_view file() const { return shape_.file; }
  CsvReader records;

 private:
  Table(const TableShape& shape, const CsvReader& behind_header, const CsvRecord& header,
        std::vector<int> position)
      : records(behind_header),
        shape_(shape),
        position_(std::move(position)),
        width_(header.count),
        whole_(!header.unclosed_quote) {}

  TableShape shape_;
  std::vector<int> position_;
  std::size_t width_;
  bool whole_;
};

/// Reads `text` as a table of `shape` and calls `use` for every record, muted if it is faulty as a
/// whole. False if the file cannot be used, so that other files' references to it are not judged:
/// its encoding or header is faulty (then `use` is never called), or a quotation mark is not closed
/// and rows may be lost in it.
[[nodiscard]] bool read_table(const TableShape& shape, std::string_view text, Faults& faults,
                              const std::function<void(Row&)>& use);

}  // namespace rembuk::files
