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

/// One file's text and its columns.
struct TableShape {
  std::string_view file;
  std::span<const Column> columns;
};

/// One record of a table, with checked access to its cells. Every accessor reports what is wrong
/// with the cell and marks the row as bad.
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
  [[nodiscard]] bool good() const { return good_; }
  /// The record as a whole is faulty, which has been told: its cells are only read for its key.
  [[nodiscard]] bool muted() const { return muted_; }
  /// The cell without surrounding blanks; empty if the file has no such column.
  [[nodiscard]] std::string_view raw(std::string_view column) const;
  void fault(std::string_view column, std::string_view code,
             std::initializer_list<std::string_view> values = {});
  void warn(std::string_view column, std::string_view code,
            std::initializer_list<std::string_view> values = {});

  /// The cell; a required one must not be empty, none may be longer than `most` bytes.
  [[nodiscard]] std::string text(std::string_view column, std::size_t most = 200);
  [[nodiscard]] std::optional<std::int64_t> integer(std::string_view column, std::int64_t least,
                                                    std::int64_t most);
  [[nodiscard]] std::optional<double> real(std::string_view column, double least, double most);
  [[nodiscard]] std::optional<Date> date(std::string_view column);
  [[nodiscard]] bool yes(std::string_view column, bool when_empty);
  template <class Enum>
  [[nodiscard]] std::optional<Enum> one_of(std::string_view column,
                                           std::span<const std::string_view> names) {
    const auto at = choice(column, names);
    if (!at) return std::nullopt;
    return static_cast<Enum>(*at);
  }
  [[nodiscard]] std::optional<std::size_t> choice(std::string_view column,
                                                  std::span<const std::string_view> names);

 private:
  /// Position of the column in the shape. Readers ask in the order of the columns, so the one asked
  /// for last and the next are tried first.
  [[nodiscard]] std::optional<std::size_t> place(std::string_view column) const;
  [[nodiscard]] bool required(std::string_view column) const;
  /// False, with a fault if it is required, when the cell is empty.
  [[nodiscard]] bool filled(std::string_view column);

  const TableShape& shape_;
  const std::vector<int>& position_;  // of each column of the shape in the record, −1: absent
  const CsvRecord& record_;
  Faults& faults_;
  mutable std::size_t last_ = 0;  // place found last
  bool good_;
  bool muted_;
};

/// Reads `text` as a table of `shape` and calls `use` for every record, muted if it is faulty as a
/// whole. False if the file as a whole cannot be used (encoding, header); then `use` is never
/// called and other files' references to it are not judged.
[[nodiscard]] bool read_table(const TableShape& shape, std::string_view text, Faults& faults,
                              const std::function<void(Row&)>& use);

}  // namespace rembuk::files
