#pragma once
#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "engine/domain/records.hpp"
#include "engine/files/faults.hpp"
#include "engine/files/table.hpp"

/// Inside of the importer: state that the readers of the single files share.
namespace rembuk::files {

/// Codes of one file's rows → position after sorting; −1: the row is there but faulty, so rows that
/// refer to it are not faulted.
///
/// A row whose code cannot be read stands for one code that other rows may refer to: as many
/// different unknown codes are laid to such rows, and not faulted again.
struct KnownCodes {
  std::map<std::string, std::int32_t, std::less<>> position;
  std::size_t unreadable = 0;  ///< rows without a readable code
  bool usable = false;         ///< the file could be read; else references to it are not judged

  /// Takes a code, its position not yet known; false if another row has it.
  [[nodiscard]] bool take(const std::string& code) {
    const auto before = position.size();
    position.emplace_hint(position.end(), code, -1);  // at once for files in the order of codes
    return position.size() > before;
  }
  /// The position of a code, null: no row has it. Cost O(log n), O(1) for what was asked for lately
  /// and for what follows it.
  [[nodiscard]] const std::int32_t* find(std::string_view code) const;
  [[nodiscard]] bool unknown(std::string_view code);
  template <class I>
  [[nodiscard]] I id(std::string_view code) const {
    const std::int32_t* const found = find(code);
    return found ? I{*found} : I{};
  }

 private:
  std::set<std::string, std::less<>> laid_to_unreadable_;
  /// Codes found before, by their last letters: millions of rows name the same few.
  using Place = std::map<std::string, std::int32_t, std::less<>>::const_iterator;
  mutable std::array<std::optional<Place>, 1024> recent_{};
  mutable std::optional<Place> last_;
};

/// Rows of pegawai.csv whose NIP is damaged: what is left of it, and what the row's dates and sex
/// say it begins with. References that fit such a row are not faulted again.
struct DamagedNips {
  struct One {
    std::string cell, birth, year;  ///< digits 1–8 and 9–12 of the number, empty if not known
  };
  std::vector<One> rows;
  [[nodiscard]] bool fits(std::string_view nip) const;
};

struct Importer {
  Faults faults;
  Consultation consultation;
  bool keep = true;  ///< false, a dry run: of persons only what other rows refer to is kept
  KnownCodes units, competences, posts, employees;
  DamagedNips damaged;
  KnownCodes answered;  ///< nips with a row in aspirasi.csv, good or not

  void read_units(std::string_view text);
  void read_competences(std::string_view text);
  void read_posts(std::string_view text);
  void read_requirements(std::string_view text);
  void read_employees(std::string_view text);
  void read_skills(std::string_view text);
  void read_travel(std::string_view text);
  void read_aspirations(std::string_view text);
  void read_concerns(std::string_view text);

  /// The nip of a cell that refers to pegawai.csv, with a fault if nobody there has it.
  [[nodiscard]] std::string employee_reference(Row& row);
  std::string
      known_reference;  ///< the cell that was found there last: rows of one nip stand together

  void count_place(const Employee& employee);
  void check_surplus();
  void check_travel();

  std::vector<std::int32_t> heads;  ///< by post, of the good rows
  std::set<std::string> homes;      ///< regions where employees live
  std::set<std::pair<std::string, std::string>> travel_pairs;
  std::size_t travel_unreadable = 0;  ///< rows whose pair could not be read
  bool travel_usable = false;
  std::vector<std::int64_t> post_rows;  ///< row in jabatan.csv by post, after sorting
};

/// Sorts `items` by their `code` member, carrying `rows` along, and fills `known` with positions.
template <class T, class Code>
void sort_by_code(std::vector<T>& items, std::vector<std::int64_t>& rows, Code T::* code,
                  KnownCodes& known) {
  std::vector<std::size_t> order(items.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::ranges::sort(order, {}, [&](std::size_t i) -> const Code& { return items[i].*code; });
  std::vector<T> sorted;
  std::vector<std::int64_t> sorted_rows;
  sorted.reserve(items.size());
  for (const auto i : order) {
    known.position[items[i].*code] = static_cast<std::int32_t>(sorted.size());
    sorted.push_back(std::move(items[i]));
    sorted_rows.push_back(rows[i]);
  }
  items = std::move(sorted);
  rows = std::move(sorted_rows);
}

/// The code of a row's key column; false if it is empty or another row has it.
[[nodiscard]] bool take_code(Row& row, std::string_view column, KnownCodes& known,
                             std::string& code, std::size_t most);

/// Takes a pair; false if it was there. At once for files in the order of their pairs.
template <class A, class B>
[[nodiscard]] bool take_pair(std::set<std::pair<A, B>>& seen, const A& first, const B& second) {
  const auto before = seen.size();
  seen.emplace_hint(seen.end(), first, second);
  return seen.size() > before;
}

/// Four digits.
[[nodiscard]] bool is_government(std::string_view code);

/// 15.xx with `most_parts` at most (2: regency or city, 3: district, 4: village).
[[nodiscard]] bool is_area(std::string_view code, int most_parts);

}  // namespace rembuk::files
