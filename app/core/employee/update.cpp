#include <array>

#include "app/core/employee/keep.hpp"

/// Each message to its place.
namespace rembuk::employee {
namespace {

using Answer = void (*)(Step&, const Answered&);
/// By `Asked`.
constexpr std::array<Answer, asked_count> answers = {
    session_answered,      // sign_in
    session_answered,      // session
    profile_answered,      // profile
    own_answered,          // answer
    catalogue_answered,    // catalogue
    submitted,             // submit
    access_answered,       // access
    signed_out,            // sign_out
    code_answered,         // code
    pin_answered,          // set_pin
    unit_answered,         // unit
    wished_answered,       // wished
    result_answered,       // result
    explanation_answered,  // explanation
    note_answered,         // note
    correction_answered,   // correction
    corrected,             // correct
};
static_assert(answers.back() != nullptr, "one for each");

/// A request of a page that was signed in has met the end of the session.
bool met_the_end(const Model& m, const Answered& answer) {
  return answer.status == 401 && m.session && answer.what != Asked::sign_in &&
         answer.what != Asked::sign_out;
}

}  // namespace

void hear(Step& step, const Answered& answer) {
  const Model& m = step.model;
  if (answer.what != Asked::note) {  // it is nobody's: no round, no session
    if (answer.round != m.round) return;
    if (met_the_end(m, answer)) return end_session(step.model, "session_ended");
  }
  answers.at(static_cast<std::size_t>(answer.what))(step, answer);
}

void hear(Step& step, const Saved& saved) {
  Model& m = step.model;
  m.storage_refused = !saved.ok;
  if (!saved.outbox || !m.outbox) return;
  m.outbox->on_disk = true;  // or never will be
  resend(step);
}

void hear(Step& step, const TryAgain& due) {
  if (due.correction) return resend_correction(step);
  resend(step);
  ask_explanation_again(step);
}

/// The network is back: what waits goes out, and a page that could not start starts.
void hear(Step& step, const Network& network) {
  Model& m = step.model;
  m.online = network.online;
  if (!m.online) return;
  if (m.note.late) hear(step, NoteDue{});
  if (!m.session && !m.busy && m.problem == "no_network") hear(step, Started{});
  if (m.session && m.catalogue_failed) hear(step, ReloadCatalogue{});
  if (m.outbox && m.outbox->on_disk) resend(step);
  resend_correction(step);
}

Step update(Model model, const Msg& msg) {
  Step step{std::move(model), {}};
  std::visit([&](const auto& happened) { hear(step, happened); }, msg);
  for (auto& command : step.commands)
    if (auto* asked = std::get_if<Ask>(&command)) asked->round = step.model.round;
  return step;
}

}  // namespace rembuk::employee
