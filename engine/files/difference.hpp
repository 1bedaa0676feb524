#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/domain/records.hpp"

/// What a new data set changes in the one that is loaded.
namespace rembuk::files {

enum class Change : std::uint8_t { fresh, changed, gone };

/// Rows of one file: before, after, and how they differ by their key.
struct FileDifference {
  std::string_view file;
  std::int64_t before = 0, after = 0;
  std::int64_t fresh = 0, changed = 0, gone = 0;

  friend bool operator==(const FileDifference&, const FileDifference&) = default;
};

/// One unit, post or employee that is new, changed or gone.
struct RecordDifference {
  std::string_view file;
  Change change = Change::fresh;
  std::string code, name;

  friend bool operator==(const RecordDifference&, const RecordDifference&) = default;
};

struct Difference {
  std::vector<FileDifference> files;  ///< in the order of `file_names`, without the answers
  std::vector<RecordDifference>
      records;            ///< the first 500 of each kind and change, by file and code
  bool settings = false;  ///< konsultasi.json says something else

  [[nodiscard]] bool any() const;
};

/// Records are the same if they say the same, wherever their rows stand; what they refer to is
/// compared by its code. Answers (aspirasi.csv, kekhawatiran.csv) are left out: those that were
/// given stay. Cost O(records).
[[nodiscard]] Difference difference(const Consultation& before, const Consultation& after);

/// Employees of `before`, by nip, who are gone or changed in `after`.
[[nodiscard]] std::vector<std::string> touched_employees(const Consultation& before,
                                                         const Consultation& after);

}  // namespace rembuk::files
