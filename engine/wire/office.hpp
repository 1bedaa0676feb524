#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "engine/wire/codec.hpp"

/// Messages of the personnel office: a new data set, what the offices need, what the rules do.
/// Apart, so that the employee's page links none of it.
namespace rembuk::wire {

/// A piece of one file of a data set: pieces come in order, files one after the other.
struct ImportPart {
  std::uint32_t part = 0, parts = 1;  ///< from 0; of how many
  std::string file;                   ///< "pegawai.csv"
  std::string text;                   ///< joins the text of the same file before it
};

/// To the page's own engine: a file of a data set as it was picked, text or workbook. Kept until the
/// next CheckRequest has been answered.
struct CheckFile {
  std::string name;  ///< "pegawai.csv", "pegawai.xlsx", "konsultasi.json"
  std::string bytes;
};
/// To the engine: judge the files that came. Answered by progress, the texts of the workbooks and
/// one result.
struct CheckRequest {
  std::uint32_t id = 0;
  std::string today;  ///< YYYY-MM-DD: the reference date if konsultasi.json names none
};
/// What the engine made of a workbook: the CSV text that was judged and that the server takes.
struct CheckedText {
  std::uint32_t id = 0;
  std::string name;    ///< "pegawai.csv"
  std::string origin;  ///< "pegawai.xlsx"
  std::string text;
};
struct CheckedFile {
  std::string name;  ///< the origin for a workbook
  std::uint64_t bytes = 0;
  std::uint64_t rows = 0;
  std::uint32_t errors = 0, warnings = 0;  ///< among the faults that are listed
  bool missing = false;
};
struct CheckResult {
  std::uint32_t id = 0;
  std::uint64_t errors = 0, warnings = 0;
  bool date_is_today = false;
  std::vector<FileFault> faults;   ///< the first 1,000 of each severity
  std::vector<CheckedFile> files;  ///< in the order of reading
};

/// Rows of one file against what is loaded.
struct ImportedFile {
  std::string file;
  std::uint32_t before = 0, after = 0, fresh = 0, changed = 0, gone = 0;
};
enum class ImportChange : std::uint8_t { fresh, changed, gone };
/// One unit, post or employee that differs.
struct ImportedRecord {
  std::string file, code, name;
  ImportChange change = ImportChange::fresh;
};
/// What the server makes of a whole data set. With an error nothing but the faults is filled.
struct ImportOutcome {
  std::vector<FileFault> faults;
  std::uint32_t errors = 0, warnings = 0;
  bool stored = false;         ///< it is the consultation's data set now
  bool may_be_stored = false;  ///< the consultation has not been opened yet
  std::string draft;           ///< names the checked data set for the commit
  std::vector<ImportedFile> files;
  std::vector<ImportedRecord> records;
  bool settings_changed = false;
  std::uint32_t answers_kept = 0;    ///< of people who are in the new data set too
  std::uint32_t answers_fresh = 0;   ///< of the new files, by people who had not answered
  std::uint32_t answers_passed = 0;  ///< of the new files, by people who have answered already
  std::uint32_t answers_gone = 0;    ///< of people who are not in it: kept, not counted
  std::uint32_t plans_removed = 0;   ///< loaded plans that do not fit it
};
struct ImportCommit {
  std::string draft;
};

struct UnitFigures {
  std::string code, name;
  std::int32_t parent = -1;  ///< index into the list
  bool agency = false;       ///< an OPD: the highest unit under its government
  std::uint32_t needed = 0, filled = 0, covered = 0;  ///< heads, the unit's own posts
  Cell competence;                                    ///< covered, hundredths of heads
  Cell retiring;                                      ///< people within `retiring_months`
};
struct CompetenceFigures {
  std::string name;
  std::uint32_t asked = 0;  ///< heads
  Cell met;                 ///< heads
};
/// Facts of the loaded data set, for planners and leaders; no answer is in it.
struct NeedsBoard {
  std::string reference_date;     ///< YYYY-MM-DD, of every figure
  std::string newest_assessment;  ///< YYYY-MM-DD of the newest recorded competence, or empty
  std::uint32_t threshold = 10, employees = 0, retiring_months = 24;
  std::vector<UnitFigures> units;
  UnitFigures total;
  std::vector<CompetenceFigures> competences;
  std::vector<Cell> performance;      ///< people by newest rating, Sangat Baik first; then unrated
  std::int16_t newest_rating = 0;     ///< year, 0: none
  Cell with_competence, with_rating;  ///< people on whom the figures rest
};

struct RuleFigures {
  std::string rule;       ///< "R03"
  /// Name and value, "tenure_months = 24", or empty; if the office has set it, then in lines of
  /// their own the day since when and the source.
  std::string parameter;
  Cell locked;            ///< people it keeps in place
  Cell refused;           ///< pairs of an employee and another post
};
struct RulesBoard {
  std::string reference_date;
  std::uint32_t employees = 0, posts = 0, threshold = 10;
  Cell locked;                     ///< people whom some rule keeps in place
  std::vector<RuleFigures> rules;  ///< those that compute
};

template <>
struct Traits<ImportPart> : FirstVersion<Type::import_part, 8u << 20> {};
template <>
struct Traits<ImportOutcome> : FirstVersion<Type::import_outcome, 4u << 20> {};
template <>
struct Traits<ImportCommit> : FirstVersion<Type::import_commit, 128> {};
template <>
struct Traits<CheckFile> : FirstVersion<Type::check_file, 65u << 20> {};
template <>
struct Traits<CheckRequest> : FirstVersion<Type::check_request, 128> {};
template <>
struct Traits<CheckedText> : FirstVersion<Type::checked_text, 65u << 20> {};
template <>
struct Traits<CheckResult> : FirstVersion<Type::check_result, 8u << 20> {};
template <>
struct Traits<NeedsBoard> : FirstVersion<Type::needs_board, 16u << 20> {};
template <>
struct Traits<RulesBoard> : FirstVersion<Type::rules_board, 64u << 10> {};

}  // namespace rembuk::wire
