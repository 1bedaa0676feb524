#pragma once
#include <array>
#include <optional>
#include <string>

#include "app/core/employee/model.hpp"

/// Inside of the update: the draft, what waits to be sent, and their bytes on the device.
namespace rembuk::employee {

/// Problem code of a response that is not what was hoped for.
[[nodiscard]] std::string problem_of(int status, const Bytes& bytes);

/// Storage keys of one person, so that a shared phone does not mix people.
[[nodiscard]] std::string draft_key(const wire::Profile& profile);
[[nodiscard]] std::string outbox_key(const wire::Profile& profile);
[[nodiscard]] std::string correction_key(const wire::Profile& profile);

struct KeptDraft {
  wire::Answer answer;
  Screen screen = Screen::welcome;
};
[[nodiscard]] Bytes draft_bytes(const wire::Answer& answer, Screen screen);
[[nodiscard]] std::optional<KeptDraft> draft_from(const Bytes& bytes);
[[nodiscard]] Bytes outbox_bytes(const Outbox& outbox);
[[nodiscard]] std::optional<Outbox> outbox_from(const Bytes& bytes);

void save_draft(Step& step);
/// Somebody is about to be found out: what was heard in the round before may be another person's, and
/// counts no more. Draft and outbox stay; whose they are is checked when the profile is here.
void begin_round(Model& model);
/// The session is over: nothing of the person is shown any more; what was not sent stays on the
/// device.
void end_session(Model& model, std::string problem);
/// They say the same, whatever key and version they have.
[[nodiscard]] bool same_content(wire::Answer one, wire::Answer other);
/// The draft as the server's answer has it.
void take_stored(Model& model);

// Changes of the draft; each saves it.
void change_draft(Step& step, const AddedWish& edit);
void change_draft(Step& step, const MovedWish& edit);
void change_draft(Step& step, const RemovedWish& edit);
void change_draft(Step& step, const RankedCriteria& edit);
void change_draft(Step& step, const MovedCriterion& edit);
void change_draft(Step& step, const ChoseStance& edit);
void change_draft(Step& step, const ChoseTrack& edit);
void change_draft(Step& step, const MarkedConcern& edit);
void change_draft(Step& step, const RatedConcern& edit);
void change_draft(Step& step, const ChoseHelp& edit);

// Looking through posts.
void browse(Model& model, const ChoseWay& chosen);
void browse(Model& model, const ChosePlace& chosen);
void browse(Model& model, const ShowedMore& pressed);

// The result and why it is so.
void ask_result(Step& step);
void explanation_answered(Step& step, int status, const Bytes& bytes);
void ask_explanation_again(Step& step);

// The text without a name.
void type_note(Model& model, const std::string& text);
void schedule_note(Step& step, const NoteScheduled& pressed);
void note_loaded(Step& step, const NoteLoaded& loaded);
void send_note(Step& step);
void note_answered(Step& step, int status, const Bytes& bytes);
void change_note(Step& step);

// The report of wrong data.
void ask_correction(Step& step);
void correction_loaded(Step& step, const Stored& stored);
void correction_answered(Step& step, int status, const Bytes& bytes);
void change_correction(Step& step, const MarkedFact& edit);
void change_correction(Step& step, const TypedCorrection& edit);
void change_correction(Step& step, const EditedCorrection& edit);
void send_correction(Step& step, const CorrectionSent& pressed);
void resend_correction(Step& step);
void corrected(Step& step, int status, const Bytes& bytes);

// Sending. An answer is done only when the server has said that it is durable.
void send(Step& step, const std::array<std::uint8_t, 16>& key);
void withdraw(Step& step, const std::array<std::uint8_t, 16>& key);
void resend(Step& step);
void submitted(Step& step, int status, const Bytes& bytes);
void keep_mine(Step& step, const std::array<std::uint8_t, 16>& key);
void take_theirs(Step& step);

}  // namespace rembuk::employee
