#include "engine/files/import.hpp"

#include <algorithm>

#include "app/core/office/generating.hpp"
#include "app/core/office/office_desk.hpp"
#include "engine/wire/codec.hpp"

/// The planner's new data set, step by step.
namespace rembuk::office {
namespace {

template <class... F>
struct Overloaded : F... {
  using F::operator()...;
};

constexpr int before_check_ms = 60;  // the page says first that it is checking

std::string lower_case(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return text;
}

bool belongs(std::string_view name) {
  return name == files::settings_file ||
         std::ranges::find(files::file_names, name) != files::file_names.end();
}

/// A new choice begins anew, but single files may come one after the other.
void begin_reading(ImportModel& m) {
  if (m.stage == ImportStage::reading) return;
  std::vector<SetFile> kept;
  const bool adds = m.stage == ImportStage::faulty || m.stage == ImportStage::good;
  if (adds) kept = std::move(m.files);
  m = {};
  m.files = std::move(kept);
  for (const auto& file : m.files) m.bytes += file.text.size();
  m.stage = ImportStage::reading;
}

void keep(ImportModel& m, std::string name, const PickedFile& file) {
  if (!belongs(name)) {
    if (m.passed.size() < 20) m.passed.push_back(name);
    if (name.ends_with(".xlsx") || name.ends_with(".xls")) m.problem = "import_spreadsheet";
    return;
  }
  auto found = std::ranges::find(m.files, name, &SetFile::name);
  if (found == m.files.end()) found = m.files.insert(m.files.end(), SetFile{name, {}});
  m.bytes += file.bytes.size() - found->text.size();
  found->text.assign(file.bytes.begin(), file.bytes.end());
}

void take_file(Step& step, const PickedFile& file) {
  ImportModel& m = step.model.import;
  if (m.stage == ImportStage::sending || m.stage == ImportStage::storing) return;
  begin_reading(m);
  m.awaited = file.remaining;
  if (file.too_large || m.bytes + file.bytes.size() > largest_set) {
    m.problem = "import_too_large";
  } else {
    keep(m, lower_case(file.name), file);
  }
  if (m.awaited > 0) return;
  if (m.problem == "import_too_large" || m.files.empty()) {
    if (m.problem.empty()) m.problem = "import_no_file";
    ImportModel empty;
    empty.passed = std::move(m.passed);
    empty.problem = std::move(m.problem);
    m = std::move(empty);
    return;
  }
  m.stage = ImportStage::checking;
  step.commands.push_back(CheckSoon{before_check_ms});
}

void send_piece(Step& step) {
  ImportModel& m = step.model.import;
  step.commands.push_back(Ask{Asked::import_part, "POST", "/api/v1/import/parts",
                              wire::encode(piece(m.files, m.sent))});
}

void back_to_checked(ImportModel& m, std::string problem) {
  m.stage = ImportStage::good;
  m.problem = std::move(problem);
  m.outcome.reset();
  m.sent = 0;
}

/// What the server found that this page did not: its faults take the place of ours.
void take_faults(ImportModel& m, const wire::ImportOutcome& outcome) {
  m.faults.clear();
  m.told = outcome.faults;
  for (const auto& fault : outcome.faults)
    m.faults.push_back({fault.file,
                        fault.row,
                        fault.column,
                        fault.code,
                        fault.warning ? files::Severity::warning : files::Severity::error,
                        {}});
  m.errors = outcome.errors;
  m.warnings = outcome.warnings;
  m.stage = ImportStage::faulty;
}

}  // namespace

void hear_import(Step& step, const Answered& answer) {
  ImportModel& m = step.model.import;
  const bool sending = answer.what == Asked::import_part && m.stage == ImportStage::sending;
  const bool storing = answer.what == Asked::import_commit && m.stage == ImportStage::storing;
  if (!sending && !storing) return;
  if (sending && answer.status == 204 && ++m.sent < m.pieces) return send_piece(step);
  auto outcome = answer.status == 200 ? wire::decode<wire::ImportOutcome>(answer.bytes)
                                      : std::unexpected(Error{});
  if (!outcome) return back_to_checked(m, problem_of(answer));
  if (outcome->errors > 0) return take_faults(m, *outcome);
  m.sent = m.pieces;
  m.outcome = std::move(*outcome);
  m.stage = m.outcome->stored ? ImportStage::stored : ImportStage::compared;
  if (!m.outcome->stored) return;
  m.files.clear();  // nothing personal stays in memory
  m.files.shrink_to_fit();
  m.shown.reset();
  step.model.boards = {};
}

void act(Step& step, const ImportAct& what) {
  ImportModel& m = step.model.import;
  std::visit(Overloaded{
                 [&](const PickedFile& x) { take_file(step, x); },
                 [&](const CheckSet& x) {
                   if (m.stage == ImportStage::checking) check_set(m, x.today);
                 },
                 [&](const FilterFaults& x) {
                   m.only_file = x.file;
                   m.only_code = x.code;
                   m.page = 0;
                 },
                 [&](const TurnFaults& x) { m.page = x.page; },
                 [&](const ShowFault& x) {
                   if (x.fault < m.faults.size()) m.shown = shown_fault(m, x.fault);
                 },
                 [&](const CloseFault&) { m.shown.reset(); },
                 [&](const SaveFaults& x) {
                   const std::string text = faults_csv(m, x.english);
                   step.commands.push_back(Save{x.english ? "faults.csv" : "kesalahan.csv",
                                                "text/csv", Bytes(text.begin(), text.end())});
                 },
                 [&](const CompareSet&) {
                   if (m.stage != ImportStage::good) return;
                   m.problem.clear();
                   m.stage = ImportStage::sending;
                   m.sent = 0;
                   m.pieces = pieces_of(m.files);
                   send_piece(step);
                 },
                 [&](const StoreSet&) { m.confirming = m.stage == ImportStage::compared; },
                 [&](const StoreCancelled&) { m.confirming = false; },
                 [&](const StoreConfirmed&) {
                   m.confirming = false;
                   if (m.stage != ImportStage::compared || !m.outcome) return;
                   m.stage = ImportStage::storing;
                   step.commands.push_back(Ask{Asked::import_commit, "POST", "/api/v1/import",
                                               wire::encode(wire::ImportCommit{m.outcome->draft})});
                 },
                 [&](const DropSet&) {
                   if (m.stage != ImportStage::sending && m.stage != ImportStage::storing) m = {};
                 },
             },
             what);
}

}  // namespace rembuk::office
