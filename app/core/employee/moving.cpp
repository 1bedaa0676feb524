#include "app/core/employee/keep.hpp"

/// From screen to screen, by the page's own buttons or the browser's.
namespace rembuk::employee {
namespace {

void go(Step& step, Screen screen) {
  Model& m = step.model;
  if (screen == Screen::correction) {
    m.correction.from_profile = m.screen == Screen::profile;
    m.correction.problem.clear();
    ask_correction(step);
  }
  m.screen = screen;
  m.problem.clear();
  m.query.clear();
  m.hits.clear();
  if (question_number(screen) > 0) save_draft(step);
  m.typed_pin.clear();
  m.typed_again.clear();
  if (screen == Screen::note) m.note.findings = findings(m.note.text, m.unit_names);
  if (screen == Screen::result) ask_result(step);
  if (screen == Screen::access) {
    m.access.reset();
    ask(step, Asked::access, "GET", "/api/v1/me/access");
  }
}

}  // namespace

void hear(Step& step, const Go& pressed) { go(step, pressed.screen); }
void hear(Step& step, const ChangePressed&) { go(step, Screen::wishes); }

void hear(Step& step, const Back&) {
  Model& m = step.model;
  if (question_number(m.screen) == 0) return;
  if (m.screen == Screen::profile)
    return go(step, has_answered(m) ? Screen::receipt : Screen::welcome);
  go(step, static_cast<Screen>(static_cast<int>(m.screen) - 1));
}

void hear(Step& step, const Next&) {
  Model& m = step.model;
  const int number = question_number(m.screen);
  if (number == 0 || number == question_count) return;
  if (m.screen == Screen::stance && m.draft.stance == no_stance)
    m.problem = "stance_missing";
  else
    go(step, static_cast<Screen>(static_cast<int>(m.screen) + 1));
}

/// Where the person may not go any more, or not yet, the page stays as it is.
void hear(Step& step, const Visited& visited) {
  Model& m = step.model;
  const Screen screen = visited.screen;
  if (!m.profile || !m.stored || !m.draft_loaded || screen == m.screen) return;
  if (m.question != Question::none ||
      !m.next_code.empty()) {  // the button closes the question, like Escape
    m.question = Question::none;
    m.next_code.clear();
    return;
  }
  const bool question = question_number(screen) > 0;
  if (question ? m.outbox.has_value() || published(m)
               : screen <= Screen::sign_in || screen == Screen::pin)
    return;
  if (screen == Screen::welcome || screen == Screen::receipt || screen == Screen::result)
    return go(step, m.outbox ? Screen::receipt : home(m));
  go(step, screen);
}

void hear(Step& step, const AskedFirst& pressed) { step.model.question = pressed.about; }
void hear(Step& step, const NotConfirmed&) { step.model.question = Question::none; }

}  // namespace rembuk::employee
