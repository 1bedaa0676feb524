#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "engine/wire/office.hpp"

/// The planner's new data set: files picked, a dry run on this device, the difference that the
/// server tells, the commit. Plain values; nothing leaves the page before the planner asks for it.
namespace rembuk::office {

/// Most bytes of all files together; the server takes no more.
inline constexpr std::size_t largest_set = std::size_t{64} << 20;
/// Bytes of one piece on its way to the server.
inline constexpr std::size_t piece_bytes = std::size_t{4} << 20;
inline constexpr std::size_t faults_on_page = 25;

/// What the dry run made of a workbook or of one of its sheets.
struct SheetOfSet {
  std::string table;   ///< "pegawai.csv"
  std::string origin;  ///< as faults name it: "pegawai.xlsx", "data.xlsx/pegawai"
  std::string text;
};

struct SetFile {
  /// As picked, in small letters: one of the nine, aturan.csv, konsultasi.json, CSV or XLSX, or a
  /// workbook that may hold several.
  std::string name;
  std::string bytes;               ///< as picked
  std::vector<SheetOfSet> sheets;  ///< of a workbook, after the dry run
  bool earlier = false;            ///< of a choice before: a file of the same table takes its place

  /// The name under which the importer and the server know it: "pegawai.csv".
  [[nodiscard]] std::string table() const;
  [[nodiscard]] bool spreadsheet() const { return name.ends_with(".xlsx"); }
};

enum class ImportStage : std::uint8_t {
  empty,     ///< nothing is picked
  reading,   ///< files come one by one
  checking,  ///< the dry run is at work beside the page
  faulty,    ///< it found errors
  good,      ///< it found none
  sending,   ///< pieces go to the server
  compared,  ///< the server has told the difference
  storing,
  stored
};

/// A cell of the row that a fault is about.
struct RowCell {
  std::string column, text;
  bool faulty = false;
};
struct ShownFault {
  std::size_t fault = 0;       ///< index into `faults`
  std::vector<RowCell> cells;  ///< empty: the fault is of the file as a whole
};

struct ImportModel {
  ImportStage stage = ImportStage::empty;
  std::vector<SetFile> files;
  std::vector<std::string> passed;  ///< names of files that belong to no data set
  std::size_t awaited = 0;          ///< files still to come
  std::size_t bytes = 0;
  std::string problem;  ///< code, of reading or sending

  std::uint32_t check = 0;           ///< number of the dry run
  std::uint16_t check_permille = 0;  ///< of the bytes
  std::vector<wire::CheckedFile> summary;
  std::vector<wire::FileFault> faults;  ///< the first 1,000 of each severity
  std::int64_t errors = 0, warnings = 0;
  bool date_is_today = false;

  std::string only_file, only_code;  ///< filter; empty: all
  std::size_t page = 0;
  std::optional<ShownFault> shown;

  std::uint32_t sent = 0, pieces = 0;
  std::optional<wire::ImportOutcome> outcome;
  bool confirming = false;
};

struct PickedFile {
  std::string name;
  std::vector<std::uint8_t> bytes;
  std::size_t remaining = 0;  ///< of the same choice, still to come
  bool too_large = false, unreadable = false;  ///< then there are no bytes
};
struct CheckSaid {  ///< a frame from the dry run
  std::vector<std::uint8_t> bytes;
};
struct CheckBroke {};
struct StopChecking {};
struct FilterFaults {
  std::string file, code;
};
struct TurnFaults {
  std::size_t page = 0;
};
struct ShowFault {
  std::size_t fault = 0;
};
struct CloseFault {};
struct SaveFaults {
  bool english = false;
};
struct CompareSet {};
struct StoreSet {};  ///< asks first
struct StoreCancelled {};
struct StoreConfirmed {};
struct DropSet {};
using ImportAct = std::variant<PickedFile, CheckSaid, CheckBroke, StopChecking, FilterFaults,
                               TurnFaults, ShowFault, CloseFault, SaveFaults, CompareSet, StoreSet,
                               StoreCancelled, StoreConfirmed, DropSet>;

/// A text that the importer takes; it looks into the file.
struct TextOfSet {
  std::string table;
  std::string_view origin, text;
};
[[nodiscard]] std::vector<TextOfSet> texts_of(const std::vector<SetFile>& files);

/// Indices of the faults that the filter lets through: errors, then warnings, each in order.
[[nodiscard]] std::vector<std::size_t> filtered(const ImportModel& model);
/// Files and codes that some fault has, in order of first appearance.
[[nodiscard]] std::vector<std::string> faulty_files(const ImportModel& model);
[[nodiscard]] std::vector<std::string> fault_codes(const ImportModel& model);

/// The words of a fault.
[[nodiscard]] std::string fault_text(const ImportModel& model, std::size_t fault, bool english);

/// The list as CSV, UTF-8 with BOM so that spreadsheets read it: file, row, column, severity, code,
/// message. Cells that a spreadsheet would compute are neutralised.
[[nodiscard]] std::string faults_csv(const ImportModel& model, bool english);

/// The k-th piece of the files, cut between characters. Shape: `pieces_of` many.
[[nodiscard]] std::uint32_t pieces_of(const std::vector<SetFile>& files);
[[nodiscard]] wire::ImportPart piece(const std::vector<SetFile>& files, std::uint32_t k);

/// What the dry run is asked: its files, one frame each, then the request.
[[nodiscard]] wire::CheckFile check_file(const SetFile& file);
[[nodiscard]] wire::CheckRequest check_request(const ImportModel& model, std::string today);

/// The record at the row that a fault names, its faulty cell marked.
[[nodiscard]] ShownFault shown_fault(const ImportModel& model, std::size_t fault);

}  // namespace rembuk::office
