#include "app/core/employee/note.hpp"

#include <algorithm>

#include "app/core/employee/keep.hpp"
#include "app/core/employee/retry.hpp"
#include "engine/base/plain_text.hpp"
#include "engine/wire/codec.hpp"

namespace rembuk::employee {
namespace {

constexpr int first_wait_ms = 30'000;

bool blank(const std::string& text) {
  return text.find_first_not_of(" \t\r\n") == std::string::npos;
}

void wait(Step& step, std::int64_t milliseconds) {
  // A clock that was set back must not keep a text for days.
  const auto most = std::clamp<std::int64_t>(milliseconds, 0, note_window_ms);
  step.commands.push_back(NoteAfter{static_cast<int>(most)});
}

void forget(Step& step) {
  step.model.note.scheduled.reset();
  step.model.note.under_way = step.model.note.late = false;
  step.model.note.attempts = 0;
  step.commands.push_back(Remove{std::string(note_key)});
}

/// Back into the fields, to be changed.
void take_back(Step& step) {
  NoteBox& note = step.model.note;
  note.slip = note.scheduled->message.slip;
  note.text = note.scheduled->message.text;
  forget(step);
  note.findings = findings(note.text, step.model.unit_names);
}

}  // namespace

std::vector<std::uint8_t> note_bytes(const ScheduledNote& note) {
  std::vector<std::uint8_t> bytes;
  for (int k = 0; k < 8; ++k)
    bytes.push_back(static_cast<std::uint8_t>(static_cast<std::uint64_t>(note.due_ms) >> (8 * k)));
  const auto frame = wire::encode(note.message);
  bytes.insert(bytes.end(), frame.begin(), frame.end());
  return bytes;
}

std::optional<ScheduledNote> note_from(const std::vector<std::uint8_t>& bytes) {
  if (bytes.size() < 8) return std::nullopt;
  auto message = wire::decode<wire::AnonymousText>(std::span(bytes).subspan(8));
  if (!message) return std::nullopt;
  std::uint64_t due = 0;
  for (std::size_t k = 0; k < 8; ++k) due |= std::uint64_t{bytes[k]} << (8 * k);
  return ScheduledNote{static_cast<std::int64_t>(due), std::move(*message)};
}

void hear(Step& step, const TypedSlip& typed) {
  step.model.note.slip = typed.text;
  step.model.note.problem.clear();
}

void hear(Step& step, const TypedNote& typed) {
  NoteBox& note = step.model.note;
  note.text = typed.text;
  note.sent = false;
  note.problem.clear();
  note.findings = findings(note.text, step.model.unit_names);
}

void hear(Step& step, const NoteScheduled& pressed) {
  NoteBox& note = step.model.note;
  if (note.scheduled) return;
  note.problem.clear();
  if (blank(note.slip))
    note.problem = "slip_missing";
  else if (blank(note.text) || characters(note.text) > wire::anonymous_text_most)
    note.problem = "text_invalid";
  if (!note.problem.empty()) return;
  const std::int64_t delay = note_window_ms * pressed.lot / 65536;
  note.scheduled =
      ScheduledNote{pressed.now_ms + delay, {pressed.key, note.slip.substr(0, 100), note.text}};
  note.slip.clear();
  note.text.clear();
  note.findings.clear();
  step.commands.push_back(Save{std::string(note_key), note_bytes(*note.scheduled)});
  wait(step, delay);
}

void hear(Step& step, const NoteLoaded& loaded) {
  NoteBox& note = step.model.note;
  if (!loaded.bytes || note.scheduled) return;
  note.scheduled = note_from(*loaded.bytes);
  if (note.scheduled) wait(step, note.scheduled->due_ms - loaded.now_ms);
}

void hear(Step& step, const NoteDue&) {
  NoteBox& note = step.model.note;
  if (!note.scheduled || note.under_way) return;
  note.under_way = true;
  step.commands.push_back(
      Ask{Asked::note, "POST", "/api/v1/public/text", wire::encode(note.scheduled->message)});
}

void note_answered(Step& step, const Answered& answer) {
  const auto& [what, status, bytes, round] = answer;
  NoteBox& note = step.model.note;
  if (!note.scheduled || !note.under_way) return;
  note.under_way = false;
  if (status / 100 == 2) {
    note.sent = true;
    return forget(step);
  }
  if (may_pass(status)) {
    note.late = true;
    return wait(step, std::int64_t{first_wait_ms} << std::min(note.attempts++, 6));
  }
  note.problem = problem_of(status, bytes);
  take_back(step);
}

void hear(Step& step, const NoteTakenBack&) {
  if (step.model.note.scheduled && !step.model.note.under_way) take_back(step);
}

}  // namespace rembuk::employee
