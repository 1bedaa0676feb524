#pragma once
#include <algorithm>
#include <array>
#include <atomic>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "engine/domain/records.hpp"
#include "engine/files/faults.hpp"
#include "engine/files/import.hpp"
#include "engine/files/known_codes.hpp"
#include "engine/files/table.hpp"

/// Inside of the importer: state that the readers of the single files share.
namespace rembuk::files {

/// Rows of pegawai.csv whose NIP is damaged: what is left of it, and what the row's dates and sex
/// say it begins with. References that fit such a row are not faulted again.
///
/// Cost   O(log n) a reference for n damaged rows.
class DamagedNips {
 public:
  /// `cell` is the number as it stands there, `birth` its digits 1–8 and `year` 9–12 as the row's
  /// dates say them, empty if not known.
  void add(std::string_view cell, std::string_view birth, std::string_view year);
  void add(const DamagedNips& others);
  [[nodiscard]] bool fits(std::string_view nip) const;

 private:
  std::set<std::string, std::less<>> dates_;       // what a whole number begins with
  std::set<std::string, std::less<>> beginnings_;  // what a number, whole or not, begins with
};

struct Importer {
  Faults faults;
  Consultation consultation;
  bool keep = true;  ///< false, a dry run: of persons only what other rows refer to is kept
  KnownCodes units, competences, posts, employees;
  DamagedNips damaged;
  KnownCodes answered;  ///< nips with a row in aspirasi.csv, good or not
  ImportProgress progress;
  Crew crew;

  /// As read_table; tells `progress`.
  [[nodiscard]] bool read(const TableShape& shape, std::string_view text,
                          const std::function<void(Row&)>& use);

  struct ByRow {
    std::function<void(Importer&, Row&)> judge;  ///< what is done with a row
    /// How an importer takes over what another found in later rows, all but its faults. False, and
    /// nothing is taken, if those rows must be judged knowing the earlier ones.
    std::function<bool(Importer&, Importer& later)> adopt;
  };
  struct Reading {
    bool usable = false;  ///< as read_table says
    bool any = false;     ///< there was a row
  };
  /// The same of a file whose rows may be judged apart from each other, by the crew.
  [[nodiscard]] Reading read_in_parts(const TableShape& shape, std::string_view text,
                                      const ByRow& how);
  struct Judged {
    bool whole = true;  ///< no quotation mark was left open
    std::int64_t rows = 0;
    void operator+=(const Judged& more) {
      whole = whole && more.whole;
      rows += more.rows;
    }
  };
  [[nodiscard]] Judged judge_table(const Table& table, const ByRow& how);
  /// What has been judged of a file, by all who read it.
  struct Told {
    std::atomic<std::size_t> bytes = 0;
    std::atomic<std::int64_t> rows = 0;
  };
  [[nodiscard]] Judged judge_rows(const Table& table, CsvReader& records, Told& told,
                                  const std::function<void(Importer&, Row&)>& judge);
  /// One that knows of the files before whatever a `judge` asks for, and has found nothing; it has
  /// no crew and tells no progress.
  [[nodiscard]] Importer fork() const;

  /// Told as one fault of the file if no row came; then references to it are not judged.
  void without_rows(std::string_view file, bool any, KnownCodes& known);
  void read_units(std::string_view text);
  void read_competences(std::string_view text);
  void read_posts(std::string_view text);
  void read_requirements(std::string_view text);
  void read_employees(std::string_view text);
  void judge_employee(Row& row);
  [[nodiscard]] bool adopt_employees(Importer& later);
  void read_skills(std::string_view text);
  void judge_skill(Row& row);
  [[nodiscard]] bool adopt_skills(Importer& later);
  void read_travel(std::string_view text);
  void read_aspirations(std::string_view text);
  void judge_aspiration(Row& row);
  [[nodiscard]] bool adopt_aspirations(Importer& later);
  void read_concerns(std::string_view text);
  void judge_concern(Row& row);
  [[nodiscard]] bool adopt_concerns(Importer& later);
  void read_rules(std::string_view text);

  /// What a cell that refers to pegawai.csv names.
  struct Reference {
    std::string nip;
    EmployeeId id;       ///< none if the row there is faulty or there is none
    bool known = false;  ///< there is a row
  };
  /// With a fault if nobody there has it. Lives until the next call.
  [[nodiscard]] const Reference& employee_reference(Row& row, std::size_t column);
  Reference reference;  ///< the last one: rows of one nip stand together
  void keep_text(std::string& place, std::string_view text) const {
    if (keep) place = text;
  }

  KnownCodes pairs;  ///< that the file being read may hold once; empty in between
  /// Two codes as one; lives until the next call. No text of a file holds a NUL.
  [[nodiscard]] std::string_view joined(std::string_view first, std::string_view second) {
    pair_ = first;
    pair_ += '\0';
    pair_ += second;
    return pair_;
  }
  std::string pair_;

  void count_place(const Employee& employee, std::string_view home);
  void check_surplus();
  void check_travel();

  std::vector<UnitId> post_units;   ///< by post: of all that it is, what every employee needs
  std::vector<std::int32_t> heads;  ///< by post, of the good rows
  KnownCodes homes;                 ///< regions where employees live
  std::set<std::pair<std::string, std::string>> travel_pairs;
  std::size_t travel_unreadable = 0;  ///< rows whose pair could not be read
  bool travel_usable = false;
  std::vector<std::int64_t> post_rows;  ///< row in jabatan.csv by post, after sorting
};

/// Sorts `items` by their `code` member and fills `known` with positions; `rows`, one of each item, go
/// along if they are given.
template <class T, class Code>
void sort_by_code(std::vector<T>& items, Code T::* code, KnownCodes& known,
                  std::vector<std::int64_t>* rows = nullptr) {
  if (!std::ranges::is_sorted(items, {}, code)) {
    std::vector<std::size_t> order(items.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::ranges::sort(order, {}, [&](std::size_t i) -> const Code& { return items[i].*code; });
    std::vector<T> sorted;
    std::vector<std::int64_t> sorted_rows;
    sorted.reserve(items.size());
    for (const auto i : order) {
      sorted.push_back(std::move(items[i]));
      if (rows) sorted_rows.push_back((*rows)[i]);
    }
    items = std::move(sorted);
    if (rows) *rows = std::move(sorted_rows);
  }
  for (std::size_t i = 0; i < items.size(); ++i)
    known.set_position(items[i].*code, static_cast<std::int32_t>(i));
}

/// Sorts records that files mostly hold in order already.
template <class T, class Key>
void sort_records(std::vector<T>& records, Key key) {
  if (!std::ranges::is_sorted(records, {}, key)) std::ranges::sort(records, {}, key);
}

/// The code of a row's key column; false if it is empty or another row has it.
[[nodiscard]] bool take_code(Row& row, std::size_t column, KnownCodes& known, std::string& code,
                             std::size_t most);

/// Four digits.
[[nodiscard]] bool is_government(std::string_view code);

/// 15.xx with `most_parts` at most (2: regency or city, 3: district, 4: village).
[[nodiscard]] bool is_area(std::string_view code, int most_parts);

}  // namespace rembuk::files
