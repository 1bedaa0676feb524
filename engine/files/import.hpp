#pragma once
#include <array>
#include <expected>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "engine/domain/plan.hpp"
#include "engine/domain/records.hpp"
#include "engine/files/faults.hpp"

namespace rembuk::files {

struct NamedText {
  std::string name;  ///< "pegawai.csv"
  std::string_view text;
};

/// The nine files of a consultation, in the order in which they are read.
inline constexpr std::array<std::string_view, 9> file_names = {
    "unit.csv", "kompetensi.csv", "jabatan.csv", "kompetensi_jabatan.csv", "pegawai.csv",
    "kompetensi_pegawai.csv", "waktu_tempuh.csv", "aspirasi.csv", "kekhawatiran.csv"};
inline constexpr std::string_view settings_file = "konsultasi.json";

struct Import {
  std::optional<Consultation> consultation;  ///< only without errors: all or nothing
  Faults faults;
};

/// Reads the files (any order; konsultasi.json may be among them) and reports every fault in one
/// pass. `settings` holds what no file decides; `overridden` dates and flags from options win over
/// konsultasi.json and are applied by the caller through `fixed_date`.
///
/// Errors   as faults; a row is faulted once, rows that refer to a faulty row are not.
/// Cost     one pass over the text, sorting of the records.
struct ImportOptions {
  Date today{};                    ///< reference date if neither option nor file names one
  std::optional<Date> fixed_date;  ///< from an option
};
[[nodiscard]] Import import_files(std::span<const NamedText> files, const ImportOptions& options);

/// rencana.csv. A row that names the current post is ignored with a warning.
struct PlanImport {
  Plan plan;
  Faults faults;
};
[[nodiscard]] PlanImport import_plan(std::string_view text, const Consultation& consultation,
                                     std::string_view file = "rencana.csv");

/// konsultasi.json or a parameters file: the five sentences. Errors: what is wrong, in words.
[[nodiscard]] std::expected<AcceptanceSentences, std::string> read_sentences(std::string_view json);

}  // namespace rembuk::files
