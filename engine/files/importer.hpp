#pragma once
#include <algorithm>
#include <map>
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
struct KnownCodes {
  std::map<std::string, std::int32_t, std::less<>> position;
  bool usable = false;  ///< the file could be read; else references to it are not judged

  [[nodiscard]] bool unknown(std::string_view code) const {
    return usable && !position.contains(code);
  }
  template <class I>
  [[nodiscard]] I id(std::string_view code) const {
    const auto found = position.find(code);
    return found == position.end() ? I{} : I{found->second};
  }
};

struct Importer {
  Faults faults;
  Consultation consultation;
  KnownCodes units, competences, posts, employees;
  std::set<std::string, std::less<>> answered;  ///< nips with a row in aspirasi.csv, good or not
  bool answers_usable = false;

  void read_units(std::string_view text);
  void read_competences(std::string_view text);
  void read_posts(std::string_view text);
  void read_requirements(std::string_view text);
  void read_employees(std::string_view text);
  void read_skills(std::string_view text);
  void read_travel(std::string_view text);
  void read_aspirations(std::string_view text);
  void read_concerns(std::string_view text);

  void check_surplus();
  void check_travel();

  std::set<std::pair<std::string, std::string>> travel_pairs;
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

/// 15.xx with `most_parts` at most (2: regency or city, 3: district, 4: village).
[[nodiscard]] bool is_area(std::string_view code, int most_parts);

}  // namespace rembuk::files
