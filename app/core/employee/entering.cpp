#include "app/core/employee/keep.hpp"
#include "engine/wire/codec.hpp"

/// Who is here: links, codes and PINs, rounds, and the way out.
namespace rembuk::employee {
namespace {

void sign_in_with(Step& step, const std::string& code, const std::string& pin = "") {
  begin_round(step.model);
  step.model.busy = true;
  step.model.problem.clear();
  const std::string sent = code.substr(0, 100);
  ask(step, Asked::sign_in, "POST", "/api/v1/session",
      pin.empty() ? wire::encode(wire::SignIn{sent}) : wire::encode(wire::PinSignIn{sent, pin}));
}

/// A model of nobody. What waits to be sent without a name is the device's and stays.
Model nobody(Model& before) {
  Model fresh;
  fresh.round = before.round;
  fresh.online = before.online;
  fresh.note = std::move(before.note);
  fresh.note.slip.clear();
  fresh.note.text.clear();
  fresh.note.findings.clear();
  return fresh;
}

void ask_of_person(Step& step) {
  ask(step, Asked::profile, "GET", "/api/v1/me/profile");
  ask(step, Asked::answer, "GET", "/api/v1/me/answer");
  ask(step, Asked::code, "GET", "/api/v1/me/code");
}

/// Signs in anew; nothing of the person before stays in this page.
void switch_to(Step& step, std::string code) {
  Model fresh = nobody(step.model);
  fresh.typed_code = std::move(code);
  step.model = std::move(fresh);
  sign_in_with(step, step.model.typed_code);
}

/// The session is there, and everything about the person is asked for; the posts afterwards.
void signed_in(Step& step, wire::Session session) {
  Model& m = step.model;
  if (session.role != wire::Role::employee) {
    m.busy = false;
    step.commands.push_back(Leave{"/office"});
    return;
  }
  // It has ended between the two requests; what was refused never comes.
  if (!m.refused.empty()) return end_session(m, m.refused);
  m.busy = true;  // until it is known where to go on
  m.session = std::move(session);
  m.typed_code.clear();
  m.typed_pin.clear();
  m.problem.clear();
  if (m.screen == Screen::pin) m.screen = Screen::sign_in;
}

}  // namespace

void begin_round(Model& m) {
  ++m.round;
  m.refused.clear();
  m.session.reset();
  m.profile.reset();
  m.stored.reset();
  m.access.reset();
  m.code.reset();
  m.result.reset();
  m.explanation.reset();
  m.explanation_failed = m.explanation_due = false;
  m.unit_names.clear();
  m.wished.clear();
  m.correction.stored = {};
  m.correction.loaded = m.correction.under_way = false;
  m.correction.problem.clear();
  m.sending = Sending::idle;
  m.conflict = m.draft_loaded = m.outbox_loaded = false;
  m.question = Question::none;
}

void end_session(Model& m, std::string problem) {
  begin_round(m);
  m.busy = false;
  m.screen = Screen::sign_in;
  m.problem = std::move(problem);
  m.typed_pin.clear();
  m.typed_again.clear();
  m.note.slip.clear();
  m.note.text.clear();
  m.note.findings.clear();
  m.query.clear();
  m.hits.clear();
  m.browsing = {};
}

/// A code stays in the field until it has worked, so that a lost network does not cost the letter.
void hear(Step& step, const Started& started) {
  if (!step.model.note.scheduled) step.commands.push_back(LoadNote{});
  if (started.fragment.starts_with("c=")) step.model.typed_code = started.fragment.substr(2, 100);
  if (!step.model.typed_code.empty()) return sign_in_with(step, step.model.typed_code);
  begin_round(step.model);  // a network that flickers starts twice: only the last one is heard
  ask(step, Asked::session, "GET", "/api/v1/session");
  ask_of_person(step);  // at once: on a slow line each round trip is felt
}

void hear(Step& step, const Opened& link) {
  Model& m = step.model;
  if (!link.fragment.starts_with("c=") || link.fragment.size() < 3) return;
  std::string code = link.fragment.substr(2, 100);
  if (!has_unsent(m)) return switch_to(step, std::move(code));
  m.question = Question::none;
  m.next_code = std::move(code);
}

void hear(Step& step, const SwitchConfirmed&) {
  if (!step.model.next_code.empty()) switch_to(step, std::string(step.model.next_code));
}
void hear(Step& step, const SwitchCancelled&) { step.model.next_code.clear(); }

void hear(Step& step, const TypedCode& typed) { step.model.typed_code = typed.text; }
void hear(Step& step, const TypedPin& typed) { step.model.typed_pin = typed.text; }
void hear(Step& step, const TypedPinAgain& typed) { step.model.typed_again = typed.text; }

void hear(Step& step, const SignInPressed&) {
  Model& m = step.model;
  if (m.typed_code.empty())
    m.problem = "code_missing";
  else if (!m.busy)
    sign_in_with(step, m.typed_code);
}

void hear(Step& step, const PinPressed&) {
  Model& m = step.model;
  if (m.typed_pin.empty())
    m.problem = "pin_needed";
  else if (!m.busy)
    sign_in_with(step, m.typed_code, m.typed_pin.substr(0, 16));
}

void hear(Step& step, const PinChosen&) {
  Model& m = step.model;
  if (m.busy) return;
  const bool digits = m.typed_pin.find_first_not_of("0123456789") == std::string::npos;
  m.problem.clear();
  if (!digits || m.typed_pin.size() < 4 || m.typed_pin.size() > 8)
    m.problem = "pin_invalid";
  else if (m.typed_pin != m.typed_again)
    m.problem = "pin_differs";
  if (!m.problem.empty()) return;
  m.busy = true;
  ask(step, Asked::set_pin, "PUT", "/api/v1/me/pin", wire::encode(wire::PinChoice{m.typed_pin}));
}

void pin_answered(Step& step, const Answered& answer) {
  Model& m = step.model;
  m.busy = false;
  if (answer.status / 100 != 2) {
    m.problem = problem_of(answer.status, answer.bytes);
    return;
  }
  m.typed_pin.clear();
  m.typed_again.clear();
  if (m.code) m.code->pin_set = true;
  if (m.screen == Screen::set_pin) m.screen = home(m);
}

void session_answered(Step& step, const Answered& answer) {
  if (auto session = told<wire::Session>(answer)) {
    const bool employee = session->role == wire::Role::employee;
    signed_in(step, std::move(*session));
    if (employee && answer.what == Asked::sign_in) ask_of_person(step);
    return settle(step);
  }
  if (answer.what == Asked::sign_in && answer.status == 403) {
    const std::string problem = problem_of(answer.status, answer.bytes);
    if (problem == "pin_needed" || problem == "pin_wrong") {
      step.model.busy = false;
      step.model.screen = Screen::pin;
      step.model.typed_pin.clear();
      step.model.problem = problem == "pin_wrong" ? problem : "";
      return;
    }
  }
  const bool asked_quietly = answer.what == Asked::session && answer.status == 401;
  end_session(step.model, asked_quietly ? "" : problem_of(answer.status, answer.bytes));
}

/// Asks first where leaving would drop what nobody has received.
void hear(Step& step, const SignOutPressed&) {
  Model& m = step.model;
  if (m.question != Question::leave && would_drop(m)) {
    m.question = Question::leave;
    return;
  }
  m.question = Question::none;
  m.problem.clear();
  ask(step, Asked::sign_out, "DELETE", "/api/v1/session");
}

/// Only what the server has ended is over: without it, the next person at this phone would be this
/// one.
void signed_out(Step& step, const Answered& answer) {
  Model& m = step.model;
  if (answer.status / 100 != 2 && answer.status != 401) {
    m.problem = problem_of(answer.status, answer.bytes);
    return;
  }
  if (m.profile) {
    step.commands.push_back(Remove{draft_key(*m.profile)});
    if (!m.outbox) step.commands.push_back(Remove{outbox_key(*m.profile)});
    if (m.correction.state != Report::waiting)
      step.commands.push_back(Remove{correction_key(*m.profile)});
  }
  m = nobody(m);
  ++m.round;
  m.screen = Screen::sign_in;
}

}  // namespace rembuk::employee
