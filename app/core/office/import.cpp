#include "engine/files/import.hpp"

#include <algorithm>

#include "app/core/office/generating.hpp"
#include "app/core/office/office_desk.hpp"
#include "engine/wire/codec.hpp"
#include "engine/wire/planning.hpp"

/// The planner's new data set, step by step.
namespace rembuk::office {
namespace {

template <class... F>
struct Overloaded : F... {
  using F::operator()...;
};

std::string lower_case(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return text;
}

constexpr std::size_t longest_name = 60;  // with the name of a sheet it stays within a message

/// A workbook of any name may hold files by its sheets: the dry run finds that out.
bool belongs(const SetFile& file) {
  return file.name == files::settings_file || file.table() == files::rules_file ||
         std::ranges::find(files::file_names, file.table()) != files::file_names.end() ||
         (file.spreadsheet() && file.name.size() <= longest_name);
}

void pass_over(ImportModel& m, const std::string& name) {
  if (m.passed.size() < 20) m.passed.push_back(name);
}

/// A new choice begins anew, but single files may come one after the other.
void begin_reading(ImportModel& m) {
  if (m.stage == ImportStage::reading) return;
  std::vector<SetFile> kept;
  const bool adds = m.stage == ImportStage::faulty || m.stage == ImportStage::good;
  if (adds) kept = std::move(m.files);
  const std::uint32_t check = m.check;
  m = {};
  m.check = check;
  m.files = std::move(kept);
  for (auto& file : m.files) file.earlier = true;
  m.stage = ImportStage::reading;
}

std::size_t bytes_of(const ImportModel& m) {
  std::size_t sum = 0;
  for (const auto& file : m.files) sum += file.bytes.size();
  return sum;
}

void keep(ImportModel& m, const PickedFile& picked) {
  SetFile file{lower_case(picked.name), {picked.bytes.begin(), picked.bytes.end()}, {}, false};
  if (!belongs(file)) {
    pass_over(m, picked.name);
    if (file.name.ends_with(".xls")) m.problem = "import_spreadsheet";
    return;
  }
  std::erase_if(m.files, [&](const SetFile& other) {
    return other.name == file.name || (other.earlier && other.table() == file.table());
  });
  m.files.push_back(std::move(file));
  m.bytes = bytes_of(m);
}

void check(Step& step) {
  ImportModel& m = step.model.import;
  m.stage = ImportStage::checking;
  m.check_permille = 0;
  for (auto& file : m.files) file.sheets.clear();
  ++m.check;
  step.commands.push_back(CheckHere{});
}

/// The engine ends, with all that it holds; on this screen a fresh one takes its place.
void end_check(Step& step) {
  step.commands.push_back(EndCheck{});
  if (step.model.screen == Screen::import) step.commands.push_back(PrepareCheck{});
}

/// Nothing is picked; what is wrong stays said.
void begin_anew(ImportModel& m, std::string problem) {
  ImportModel empty;
  empty.check = m.check;
  empty.passed = std::move(m.passed);
  empty.problem = std::move(problem);
  m = std::move(empty);
}

void take_file(Step& step, const PickedFile& file) {
  ImportModel& m = step.model.import;
  if (m.stage == ImportStage::sending || m.stage == ImportStage::storing ||
      m.stage == ImportStage::checking)
    return;
  begin_reading(m);
  m.awaited = file.remaining;
  if (file.unreadable)
    m.problem = "file_not_read";
  else if (file.too_large || m.bytes + file.bytes.size() > largest_set)
    m.problem = "import_too_large";
  else
    keep(m, file);
  if (m.awaited > 0) return;
  const bool lacks = m.problem == "import_too_large" || m.problem == "file_not_read";
  if (lacks || m.files.empty())
    return begin_anew(m, m.problem.empty() ? "import_no_file" : m.problem);
  check(step);
}

/// The CSV of a workbook or of one of its sheets, by the dry run.
void take_text(ImportModel& m, wire::CheckedText& made) {
  if (made.id != m.check) return;
  const auto name = made.origin.substr(0, made.origin.find('/'));
  const auto file = std::ranges::find(m.files, name, &SetFile::name);
  if (file != m.files.end())
    file->sheets.push_back({std::move(made.name), std::move(made.origin), std::move(made.text)});
}

/// Workbooks of which the dry run could use nothing are no part of the set.
void drop_unused(ImportModel& m) {
  std::erase_if(m.files, [&](const SetFile& file) {
    if (!file.spreadsheet() || !file.sheets.empty()) return false;
    pass_over(m, file.name);
    return true;
  });
}

void take_result(Step& step, wire::CheckResult& result) {
  ImportModel& m = step.model.import;
  if (result.id != m.check) return;
  end_check(step);
  m.faults = std::move(result.faults);
  m.summary = std::move(result.files);
  m.errors = static_cast<std::int64_t>(result.errors);
  m.warnings = static_cast<std::int64_t>(result.warnings);
  m.date_is_today = result.date_is_today;
  m.only_file.clear();
  m.only_code.clear();
  m.page = 0;
  m.shown.reset();
  m.stage = m.errors > 0 ? ImportStage::faulty : ImportStage::good;
  drop_unused(m);
  std::size_t texts = 0;  // what workbooks unpack to counts as well
  for (const auto& one : texts_of(m.files)) texts += one.text.size();
  if (m.stage == ImportStage::good && texts > largest_set) begin_anew(m, "import_too_large");
}

void hear_check(Step& step, const Bytes& frame) {
  ImportModel& m = step.model.import;
  if (m.stage != ImportStage::checking) return;
  if (const auto progress = wire::decode<wire::EngineProgress>(frame)) {
    if (progress->id == m.check) m.check_permille = progress->permille;
  } else if (auto text = wire::decode<wire::CheckedText>(frame)) {
    take_text(m, *text);
  } else if (auto result = wire::decode<wire::CheckResult>(frame)) {
    take_result(step, *result);
  }
}

void send_piece(Step& step) {
  ImportModel& m = step.model.import;
  ask(step, Asked::import_part, "POST", "/api/v1/import/parts",
      wire::encode(piece(m.files, m.sent)));
}

void back_to_checked(ImportModel& m, std::string problem) {
  m.stage = ImportStage::good;
  m.problem = std::move(problem);
  m.outcome.reset();
  m.sent = 0;
}

/// What the server found that this page did not: its faults take the place of ours.
void take_faults(ImportModel& m, const wire::ImportOutcome& outcome) {
  m.faults = outcome.faults;
  m.errors = outcome.errors;
  m.warnings = outcome.warnings;
  m.stage = ImportStage::faulty;
}

}  // namespace

void keep_check_ready(Step& step) {
  const Model& m = step.model;
  if (!m.planner()) return;
  if (m.screen == Screen::import)
    step.commands.push_back(PrepareCheck{});
  else if (m.import.stage != ImportStage::checking)
    step.commands.push_back(EndCheck{});
}

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
                 [&](const CheckSaid& x) { hear_check(step, x.bytes); },
                 [&](const CheckBroke&) {
                   if (m.stage == ImportStage::checking) begin_anew(m, "import_engine");
                 },
                 [&](const StopChecking&) {
                   if (m.stage != ImportStage::checking) return;
                   end_check(step);
                   begin_anew(m, "");
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
                   ask(step, Asked::import_commit, "POST", "/api/v1/import",
                       wire::encode(wire::ImportCommit{m.outcome->draft}));
                 },
                 [&](const DropSet&) {
                   if (m.stage == ImportStage::sending || m.stage == ImportStage::storing) return;
                   if (m.stage == ImportStage::checking) end_check(step);
                   begin_anew(m, "");
                   m.passed.clear();
                 },
             },
             what);
}

}  // namespace rembuk::office
