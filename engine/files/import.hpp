#pragma once
#include <array>
#include <cstdint>
#include <expected>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/domain/plan.hpp"
#include "engine/domain/records.hpp"
#include "engine/files/faults.hpp"

namespace rembuk::files {

struct NamedText {
  std::string name;  ///< "pegawai.csv"
  std::string_view text;
  std::string origin = {};  ///< of what file the text was made, if of another: "pegawai.xlsx"
  std::vector<FileFault> faults = {};  ///< found on the way; with an error the text is not read
};

/// The nine files of a consultation, in the order in which they are read.
inline constexpr std::array<std::string_view, 9> file_names = {
    "unit.csv",        "kompetensi.csv",         "jabatan.csv",      "kompetensi_jabatan.csv",
    "pegawai.csv",     "kompetensi_pegawai.csv", "waktu_tempuh.csv", "aspirasi.csv",
    "kekhawatiran.csv"};
inline constexpr std::string_view settings_file = "konsultasi.json";
/// Rule parameters of the office in the place of the built-in ones; may be absent.
inline constexpr std::string_view rules_file = "aturan.csv";

/// Brings one of the files by name; its text lives until the next call. Nothing: it is not there.
using Fetch = std::function<std::optional<NamedText>(std::string_view name)>;

/// The fault of a file that is given twice, as `first` and as `second`.
[[nodiscard]] FileFault given_twice(std::string_view file, std::string_view first,
                                    std::string_view second);

/// The fault of a file that is there and cannot be read, or changed meanwhile.
[[nodiscard]] FileFault not_readable(std::string_view file);
/// Those of `all` that hold one file: the only one, or that it is given twice. `all` is not empty.
[[nodiscard]] NamedText one_of(std::span<const NamedText> all);

struct Import {
  std::optional<Consultation> consultation;  ///< only without errors: all or nothing
  Faults faults;
  Settings settings;               ///< of the consultation, also if it has errors
  std::vector<RuleRow> rule_rows;  ///< of aturan.csv, the good ones
  bool date_is_today = false;      ///< neither an option nor konsultasi.json gave a reference date
};

/// Hears that so many bytes and rows of the text of one of the nine files have been judged; called
/// now and then.
using ImportProgress =
    std::function<void(std::string_view file, std::size_t bytes, std::int64_t rows)>;

/// Helpers who judge a long file in parts, with the same result as in one go.
///
/// Cost   the codes of the files before once more for each further part; a file whose quotes or
///        doubled codes cross from one part to another is judged a second time from there.
struct Crew {
  std::size_t parts = 1;                     ///< of a file, at most; 1: it is judged in one go
  std::size_t least = std::size_t{1} << 20;  ///< bytes of a part, at least
  /// Needed where there are parts: does all jobs, two or more, in whatever threads, and returns when
  /// the last has ended; what one throws it lets out. Progress is told by the first of them.
  std::function<void(std::span<const std::function<void()>>)> work = {};
};

struct ImportOptions {
  Date today{};                    ///< reference date if neither option nor file names one
  std::optional<Date> fixed_date;  ///< from an option
  bool faults_only = false;        ///< a dry run in little memory: there will be no consultation
  ImportProgress progress = {};
  Crew crew = {};
  std::vector<FileFault> faults = {};  ///< found on the way to the files
};
/// Reads the files (any order; konsultasi.json may be among them) and reports every fault in one
/// pass. A file that is given twice, as CSV and as XLSX, is a fault. The reference date is the
/// option's, else that of konsultasi.json, else today.
///
/// Errors   as faults; a fault is reported once, at the row that holds it: rows that refer to a
///          faulty row are not faulted.
/// Cost     one pass over the text, sorting of the records.
[[nodiscard]] Import import_files(std::span<const NamedText> files, const ImportOptions& options);
/// The same, one file after the other: only one text is needed at a time.
[[nodiscard]] Import import_files(const Fetch& fetch, const ImportOptions& options);

/// rencana.csv. A row that names the current post is ignored with a warning.
struct PlanImport {
  Plan plan;  ///< the rows without fault
  Faults faults;
};
[[nodiscard]] PlanImport import_plan(std::string_view text, const Consultation& consultation,
                                     std::string_view file = "rencana.csv");

/// kunci.csv: nip, jabatan_kode (empty: stays), alasan.
struct LockImport {
  std::vector<PlannerLock> locks;  ///< by employee
  Faults faults;
};
[[nodiscard]] LockImport import_locks(std::string_view text, const Consultation& consultation,
                                      std::string_view file = "kunci.csv");

/// tanggapan.csv: nip, tanggapan (menerima, bersyarat, keberatan), what people whom `plan` moves
/// said of their move; who said nothing has no row.
struct ResponsesImport {
  std::vector<KnownAnswer> answers;  ///< by employee, one each
  Faults faults;
};
[[nodiscard]] ResponsesImport import_responses(std::string_view text,
                                               const Consultation& consultation, const Plan& plan,
                                               std::string_view file = "tanggapan.csv");

/// hubungan.csv: nip_1, nip_2. Never exported, never shown.
struct RelativesImport {
  std::vector<Relatives> relatives;  ///< sorted, unique
  Faults faults;
};
[[nodiscard]] RelativesImport import_relatives(std::string_view text,
                                               const Consultation& consultation,
                                               std::string_view file = "hubungan.csv");

/// Floors and caps on heads: level (post, unit, opd or government), kode, min (empty: 0), max
/// (empty: no cap). An OPD is named by the code of its highest unit.
struct BoundsImport {
  std::vector<HeadBound> bounds;  ///< in the order of the file, a group at most once
  Faults faults;
};
[[nodiscard]] BoundsImport import_bounds(std::string_view text, const Consultation& consultation,
                                         std::string_view file = "batas.csv");

/// FROM..TO, both days included, FROM not after TO.
[[nodiscard]] std::optional<BlockedPeriod> parse_period(std::string_view text);

/// konsultasi.json or a parameters file: the five sentences. Errors: what is wrong, in words.
[[nodiscard]] std::expected<AcceptanceSentences, std::string> read_sentences(std::string_view json);

}  // namespace rembuk::files
