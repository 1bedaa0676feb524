
#include "app/core/employee/keep.hpp"
#include "app/core/employee/model.hpp"
#include "engine/wire/codec.hpp"

/// Starting, signing in and what the server says of the person; then each message to its place.
namespace rembuk::employee {
namespace {

constexpr std::size_t most_hits = 30;

template <class... F>
struct Overloaded : F... {
  using F::operator()...;
};

void ask(Step& step, Asked what, std::string method, std::string path, Bytes bytes = {}) {
  step.commands.push_back(Ask{what, std::move(method), std::move(path), std::move(bytes)});
}

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

/// A code stays in the field until it has worked, so that a lost network does not cost the letter.
void start(Step& step, const Started& started) {
  if (started.fragment.starts_with("c=")) step.model.typed_code = started.fragment.substr(2, 100);
  if (!step.model.typed_code.empty()) return sign_in_with(step, step.model.typed_code);
  begin_round(step.model);  // a network that flickers starts twice: only the last one is heard
  ask(step, Asked::session, "GET", "/api/v1/session");
  ask_of_person(step);  // at once: on a slow line each round trip is felt
}

/// Signs in anew; nothing of the person before stays in this page.
void switch_to(Step& step, std::string code) {
  Model fresh = nobody(step.model);
  fresh.typed_code = std::move(code);
  step.model = std::move(fresh);
  sign_in_with(step, step.model.typed_code);
}

void opened(Step& step, const Opened& link) {
  Model& m = step.model;
  if (!link.fragment.starts_with("c=") || link.fragment.size() < 3) return;
  std::string code = link.fragment.substr(2, 100);
  if (!has_unsent(m)) return switch_to(step, std::move(code));
  m.asking_withdrawal = false;
  m.next_code = std::move(code);
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

bool published(const Model& m) {
  return m.session && m.session->consultation.state >= wire::ConsultationState::published;
}

void ask_catalogue(Step& step) {
  step.model.catalogue_failed = false;
  ask(step, Asked::catalogue, "GET", "/api/v1/catalogue");
  ask(step, Asked::wished, "GET", "/api/v1/wished");
}

/// Once person, stored answer and device have spoken: where to go on.
void settle(Step& step) {
  Model& m = step.model;
  if (m.screen != Screen::starting && m.screen != Screen::sign_in) return;
  if (!m.session || !m.profile || !m.stored || !m.draft_loaded || !m.outbox_loaded) return;
  m.busy = false;
  ask_catalogue(step);
  // Asked of everybody: whoever asks for the names only when writing would give themselves away.
  ask(step, Asked::unit, "GET", "/api/v1/me/unit");
  ask_correction(step);
  if (published(m)) ask_result(step);
  if (!m.draft_there || (has_answered(m) && !has_changes(m))) take_stored(m);
  if (m.outbox) {
    m.screen = Screen::receipt;
    resend(step);
  } else if (published(m)) {
    m.screen = Screen::result;
  } else if (m.draft_there) {
    m.screen = m.resume;
  } else {
    m.screen = has_answered(m) ? Screen::receipt : Screen::welcome;
  }
}

void session_answered(Step& step, const Answered& answer) {
  if (answer.status == 200) {
    if (auto session = wire::decode<wire::Session>(answer.bytes)) {
      const bool employee = session->role == wire::Role::employee;
      signed_in(step, std::move(*session));
      if (employee && answer.what == Asked::sign_in) ask_of_person(step);
      return settle(step);
    }
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

/// Refused before the session's own answer has said why: that one decides.
bool too_early(Model& m, const Answered& answer) {
  if (m.session || (answer.status != 401 && answer.status != 403)) return false;
  m.refused = answer.status == 401 ? "session_ended" : problem_of(answer.status, answer.bytes);
  return true;
}

void profile_answered(Step& step, const Answered& answer) {
  if (too_early(step.model, answer)) return;
  if (answer.status != 200) return end_session(step.model, problem_of(answer.status, answer.bytes));
  auto profile = wire::decode<wire::Profile>(answer.bytes);
  if (!profile) return end_session(step.model, "message_invalid");
  Model& m = step.model;
  m.profile = std::move(*profile);
  if (m.draft_of != draft_key(*m.profile)) {  // another person than before on this device
    m.draft_of = draft_key(*m.profile);
    m.draft_there = false;
    m.outbox.reset();
  }
  m.draft_loaded = m.outbox_loaded = false;
  step.commands.push_back(Load{false, draft_key(*m.profile)});
  step.commands.push_back(Load{true, outbox_key(*m.profile)});
  settle(step);
}

void own_answered(Step& step, const Answered& answer) {
  if (answer.status == 200)
    if (auto own = wire::decode<wire::OwnAnswer>(answer.bytes)) {
      Model& m = step.model;
      // A reply that was overtaken on its way must not take a receipt back.
      if (m.stored && own->receipt.version < m.stored->receipt.version) return settle(step);
      m.stored = std::move(*own);
      if (m.conflict && m.outbox && !m.outbox->withdraws && has_answered(m) &&
          same_content(m.outbox->answer, m.stored->answer))
        take_theirs(step);  // both devices said the same: there is nothing to choose
      return settle(step);
    }
  if (too_early(step.model, answer)) return;
  if (step.model.screen == Screen::starting || step.model.screen == Screen::sign_in)
    end_session(step.model, problem_of(answer.status, answer.bytes));
}

/// A request of a page that was signed in has met the end of the session.
bool met_the_end(const Model& m, const Answered& answer) {
  return answer.status == 401 && m.session && answer.what != Asked::sign_in &&
         answer.what != Asked::sign_out;
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

void choose_pin(Step& step) {
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

void answered(Step& step, const Answered& answer) {
  Model& m = step.model;
  if (answer.what == Asked::note) return note_answered(step, answer.status, answer.bytes);
  if (answer.round != m.round) return;
  if (met_the_end(m, answer)) return end_session(m, "session_ended");
  switch (answer.what) {
    case Asked::sign_in:
    case Asked::session:
      return session_answered(step, answer);
    case Asked::profile:
      return profile_answered(step, answer);
    case Asked::answer:
      return own_answered(step, answer);
    case Asked::submit:
      return submitted(step, answer.status, answer.bytes);
    case Asked::catalogue: {
      auto catalogue = answer.status == 200 ? wire::decode<wire::Catalogue>(answer.bytes)
                                            : std::unexpected(Error{});
      m.catalogue_failed = !catalogue;
      if (catalogue) m.finder.emplace(std::move(*catalogue));
      if (m.finder) m.finder->set_wished(m.wished);
      return;
    }
    case Asked::wished:
      if (answer.status == 200)
        if (auto wished = wire::decode<wire::Wished>(answer.bytes))
          m.wished = std::move(wished->posts);
      if (m.finder) m.finder->set_wished(m.wished);
      return;
    case Asked::unit:
      if (answer.status == 200)
        if (auto unit = wire::decode<wire::UnitNames>(answer.bytes))
          m.unit_names = std::move(unit->names);
      return;
    case Asked::code:
      if (answer.status == 200)
        if (auto code = wire::decode<wire::CodeFacts>(answer.bytes)) m.code = *code;
      return;
    case Asked::result:
      if (answer.status == 200)
        if (auto result = wire::decode<wire::OwnResult>(answer.bytes))
          m.result = std::move(*result);
      if (!m.result) m.problem = problem_of(answer.status, answer.bytes);
      return;
    case Asked::explanation:
      return explanation_answered(step, answer.status, answer.bytes);
    case Asked::correction:
      return correction_answered(step, answer.status, answer.bytes);
    case Asked::correct:
      return corrected(step, answer.status, answer.bytes);
    case Asked::set_pin:
      return pin_answered(step, answer);
    case Asked::note:
      return;
    case Asked::access:
      if (answer.status == 200)
        if (auto log = wire::decode<wire::AccessLog>(answer.bytes))
          m.access = std::move(log->entries);
      if (!m.access) m.problem = problem_of(answer.status, answer.bytes);
      return;
    case Asked::sign_out:
      return signed_out(step, answer);
  }
}

void loaded(Step& step, const Stored& stored) {
  Model& m = step.model;
  if (stored.key == m.correction.of) return correction_loaded(step, stored);
  if (!m.profile || stored.key != (stored.outbox ? outbox_key(*m.profile) : draft_key(*m.profile)))
    return;
  // Asked twice: what was changed since the first reply must not be taken back by the second.
  if (stored.outbox ? m.outbox_loaded : m.draft_loaded) return;
  if (!stored.ok) m.storage_refused = true;
  if (stored.outbox) {
    m.outbox_loaded = true;
    if (stored.bytes)
      if (auto kept = outbox_from(*stored.bytes)) m.outbox = std::move(kept);
  } else {
    m.draft_loaded = true;
    if (stored.bytes)
      if (auto kept = draft_from(*stored.bytes)) {
        m.draft = std::move(kept->answer);
        m.resume = kept->screen;
        m.draft_there = true;
      }
  }
  settle(step);
}

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

void back(Step& step) {
  Model& m = step.model;
  if (question_number(m.screen) == 0) return;
  if (m.screen == Screen::profile)
    return go(step, has_answered(m) ? Screen::receipt : Screen::welcome);
  go(step, static_cast<Screen>(static_cast<int>(m.screen) - 1));
}

void next(Step& step) {
  Model& m = step.model;
  const int number = question_number(m.screen);
  if (number == 0 || number == question_count) return;
  if (m.screen == Screen::stance && m.draft.stance == no_stance)
    m.problem = "stance_missing";
  else
    go(step, static_cast<Screen>(static_cast<int>(m.screen) + 1));
}

/// The network is back: what waits goes out, and a page that could not start starts.
void network(Step& step, bool online) {
  Model& m = step.model;
  m.online = online;
  if (!online) return;
  if (m.note.late) send_note(step);
  if (!m.session && !m.busy && m.problem == "no_network") start(step, {});
  if (m.session && m.catalogue_failed) ask_catalogue(step);
  if (m.outbox && m.outbox->on_disk) resend(step);
  resend_correction(step);
}

void search(Model& m, const std::string& text) {
  m.query = text.substr(0, 200);
  m.hits.clear();
  m.hit_count = 0;
  if (!m.finder) return;
  auto found = m.finder->find(m.query, most_hits);
  m.hits = std::move(found.hits);
  m.hit_count = found.count;
}

/// Where the person may not go any more, or not yet, the page stays as it is.
void visit(Step& step, Screen screen) {
  Model& m = step.model;
  if (!m.profile || !m.stored || !m.draft_loaded || screen == m.screen) return;
  if (m.asking_withdrawal || !m.next_code.empty()) {  // the button closes the question, like Escape
    m.asking_withdrawal = false;
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

void sign_out(Step& step) {
  step.model.problem.clear();
  ask(step, Asked::sign_out, "DELETE", "/api/v1/session");
}

}  // namespace

Step update(Model model, const Msg& msg) {
  Step step{std::move(model), {}};
  Model& m = step.model;
  std::visit(Overloaded{
                 [&](const Started& x) {
                   if (!m.note.scheduled) step.commands.push_back(LoadNote{});
                   start(step, x);
                 },
                 [&](const Opened& x) { opened(step, x); },
                 [&](const SwitchConfirmed&) {
                   if (!m.next_code.empty()) switch_to(step, std::string(m.next_code));
                 },
                 [&](const SwitchCancelled&) { m.next_code.clear(); },
                 [&](const Answered& x) { answered(step, x); },
                 [&](const Stored& x) { loaded(step, x); },
                 [&](const Saved& x) {
                   m.storage_refused = !x.ok;
                   if (!x.outbox || !m.outbox) return;
                   m.outbox->on_disk = true;  // or never will be
                   resend(step);
                 },
                 [&](const Visited& x) { visit(step, x.screen); },
                 [&](const TryAgain& x) {
                   if (x.correction) return resend_correction(step);
                   resend(step);
                   ask_explanation_again(step);
                 },
                 [&](const Network& x) { network(step, x.online); },
                 [&](const TypedCode& x) { m.typed_code = x.text; },
                 [&](const SignInPressed&) {
                   if (m.typed_code.empty())
                     m.problem = "code_missing";
                   else if (!m.busy)
                     sign_in_with(step, m.typed_code);
                 },
                 [&](const TypedPin& x) { m.typed_pin = x.text; },
                 [&](const TypedPinAgain& x) { m.typed_again = x.text; },
                 [&](const PinPressed&) {
                   if (m.typed_pin.empty())
                     m.problem = "pin_needed";
                   else if (!m.busy)
                     sign_in_with(step, m.typed_code, m.typed_pin.substr(0, 16));
                 },
                 [&](const PinChosen&) { choose_pin(step); },
                 [&](const TypedSlip& x) {
                   m.note.slip = x.text;
                   m.note.problem.clear();
                 },
                 [&](const TypedNote& x) { type_note(m, x.text); },
                 [&](const NoteScheduled& x) { schedule_note(step, x); },
                 [&](const NoteLoaded& x) { note_loaded(step, x); },
                 [&](const NoteDue&) { send_note(step); },
                 [&](const NoteTakenBack&) { change_note(step); },
                 [&](const MarkedFact& x) { change_correction(step, x); },
                 [&](const TypedCorrection& x) { change_correction(step, x); },
                 [&](const EditedCorrection& x) { change_correction(step, x); },
                 [&](const CorrectionSent& x) { send_correction(step, x); },
                 [&](const Go& x) { go(step, x.screen); },
                 [&](const Next&) { next(step); },
                 [&](const Back&) { back(step); },
                 [&](const TypedQuery& x) { search(m, x.text); },
                 [&](const ChoseWay& x) { browse(m, x); },
                 [&](const ChosePlace& x) { browse(m, x); },
                 [&](const ShowedMore& x) { browse(m, x); },
                 [&](const ReloadCatalogue&) { ask_catalogue(step); },
                 [&](const SendPressed& x) { send(step, x.key); },
                 [&](const WithdrawPressed&) { m.asking_withdrawal = true; },
                 [&](const WithdrawCancelled&) { m.asking_withdrawal = false; },
                 [&](const WithdrawConfirmed& x) { withdraw(step, x.key); },
                 [&](const KeptMine& x) { keep_mine(step, x.key); },
                 [&](const TookTheirs&) { take_theirs(step); },
                 [&](const ChangePressed&) { go(step, Screen::wishes); },
                 [&](const SignOutPressed&) { sign_out(step); },
                 [&](const auto& edit) { change_draft(step, edit); },
             },
             msg);
  for (auto& command : step.commands)
    if (auto* asked = std::get_if<Ask>(&command)) asked->round = m.round;
  return step;
}

}  // namespace rembuk::employee
