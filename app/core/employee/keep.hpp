#pragma once
#include <array>
#include <optional>
#include <string>

#include "app/core/employee/model.hpp"
#include "engine/wire/codec.hpp"

/// Inside of the update: what each message does, and what is kept on the device in which bytes.
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

void ask(Step& step, Asked what, std::string method, std::string path, Bytes bytes = {});
/// What the server said, if it said that.
template <class T>
[[nodiscard]] std::expected<T, Error> told(const Answered& answer) {
  if (answer.status != 200) return std::unexpected(Error{});
  return wire::decode<T>(answer.bytes);
}

void save_draft(Step& step);
/// Somebody is about to be found out: what was heard in the round before may be another person's,
/// and counts no more. Draft and outbox stay; whose they are is checked when the profile is here.
void begin_round(Model& model);
/// The session is over: nothing of the person is shown any more; what was not sent stays on the
/// device.
void end_session(Model& model, std::string problem);
/// They say the same, whatever key and version they have.
[[nodiscard]] bool same_content(wire::Answer one, wire::Answer other);
/// The draft as the server's answer has it.
void take_stored(Model& model);

/// A plan is published: the answers are closed, the result is there.
[[nodiscard]] bool published(const Model& model);
/// Once session, person, stored answer and device have spoken: where to go on.
void settle(Step& step);

// Each sends what waits, unless it is on its way already.
void resend(Step& step);
void resend_correction(Step& step);
void ask_result(Step& step);
void ask_explanation_again(Step& step);
void ask_correction(Step& step);
void correction_loaded(Step& step, const Stored& stored);

// What happened, by the file that knows what to do. Entering:
void hear(Step& step, const Started& started);
void hear(Step& step, const Opened& link);
void hear(Step& step, const SwitchConfirmed&);
void hear(Step& step, const SwitchCancelled&);
void hear(Step& step, const TypedCode& typed);
void hear(Step& step, const SignInPressed&);
void hear(Step& step, const TypedPin& typed);
void hear(Step& step, const TypedPinAgain& typed);
void hear(Step& step, const PinPressed&);
void hear(Step& step, const PinChosen&);
void hear(Step& step, const SignOutPressed&);
void session_answered(Step& step, const Answered& answer);
void pin_answered(Step& step, const Answered& answer);
void signed_out(Step& step, const Answered& answer);
// Knowing:
void hear(Step& step, const Stored& stored);
void hear(Step& step, const ReloadCatalogue&);
void profile_answered(Step& step, const Answered& answer);
void own_answered(Step& step, const Answered& answer);
void catalogue_answered(Step& step, const Answered& answer);
void wished_answered(Step& step, const Answered& answer);
void unit_answered(Step& step, const Answered& answer);
void code_answered(Step& step, const Answered& answer);
void access_answered(Step& step, const Answered& answer);
// Moving:
void hear(Step& step, const Go& pressed);
void hear(Step& step, const Next&);
void hear(Step& step, const Back&);
void hear(Step& step, const Visited& visited);
void hear(Step& step, const ChangePressed&);
void hear(Step& step, const AskedFirst& pressed);
void hear(Step& step, const NotConfirmed&);
// Browsing:
void hear(Step& step, const TypedQuery& typed);
void hear(Step& step, const ChoseWay& chosen);
void hear(Step& step, const ChosePlace& chosen);
void hear(Step& step, const ShowedMore&);
// The draft, which each change saves:
void hear(Step& step, const AddedWish& edit);
void hear(Step& step, const MovedWish& edit);
void hear(Step& step, const RemovedWish& edit);
void hear(Step& step, const RankedCriteria& edit);
void hear(Step& step, const MovedCriterion& edit);
void hear(Step& step, const ChoseStance& edit);
void hear(Step& step, const ChoseTrack& edit);
void hear(Step& step, const MarkedConcern& edit);
void hear(Step& step, const RatedConcern& edit);
void hear(Step& step, const ChoseHelp& edit);
// Sending. An answer is done only when the server has said that it is durable:
void hear(Step& step, const SendPressed& pressed);
void hear(Step& step, const WithdrawConfirmed& confirmed);
void hear(Step& step, const KeptMine& pressed);
void hear(Step& step, const TookTheirs&);
void submitted(Step& step, const Answered& answer);
// Explaining:
void result_answered(Step& step, const Answered& answer);
void explanation_answered(Step& step, const Answered& answer);
// The text without a name:
void hear(Step& step, const TypedSlip& typed);
void hear(Step& step, const TypedNote& typed);
void hear(Step& step, const NoteScheduled& pressed);
void hear(Step& step, const NoteLoaded& loaded);
void hear(Step& step, const NoteDue&);
void hear(Step& step, const NoteTakenBack&);
void note_answered(Step& step, const Answered& answer);
// The report of wrong data:
void hear(Step& step, const MarkedFact& edit);
void hear(Step& step, const TypedCorrection& edit);
void hear(Step& step, const EditedCorrection& edit);
void hear(Step& step, const CorrectionSent& pressed);
void correction_answered(Step& step, const Answered& answer);
void corrected(Step& step, const Answered& answer);
// Any: the update itself.
void hear(Step& step, const Answered& answer);
void hear(Step& step, const Saved& saved);
void hear(Step& step, const TryAgain& due);
void hear(Step& step, const Network& network);

}  // namespace rembuk::employee
