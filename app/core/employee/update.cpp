
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

void sign_in_with(Step& step, const std::string& code) {
  step.model.busy = true;
  step.model.problem.clear();
  ask(step, Asked::sign_in, "POST", "/api/v1/session", wire::encode(wire::SignIn{code.substr(0, 100)}));
}

void start(Step& step, const Started& started) {
  if (started.fragment.starts_with("c="))
    sign_in_with(step, started.fragment.substr(2));
  else
    ask(step, Asked::session, "GET", "/api/v1/session");
}

/// The session is there: everything about the person is asked for at once, the posts afterwards.
void signed_in(Step& step, wire::Session session) {
  Model& m = step.model;
  m.busy = false;
  if (session.role != wire::Role::employee) {
    step.commands.push_back(Leave{"/office"});
    return;
  }
  m.session = std::move(session);
  m.problem.clear();
  ask(step, Asked::profile, "GET", "/api/v1/me/profile");
  ask(step, Asked::answer, "GET", "/api/v1/me/answer");
}

void to_sign_in(Model& m, std::string problem) {
  m.busy = false;
  m.session.reset();
  m.profile.reset();
  m.stored.reset();
  m.screen = Screen::sign_in;
  m.problem = std::move(problem);
}

/// Once person, stored answer and device have spoken: where to go on.
void settle(Step& step) {
  Model& m = step.model;
  if (m.screen != Screen::starting && m.screen != Screen::sign_in) return;
  if (!m.profile || !m.stored || !m.draft_loaded || !m.outbox_loaded) return;
  ask(step, Asked::catalogue, "GET", "/api/v1/catalogue");
  const bool answered = m.stored->receipt.version > 0 && !m.stored->withdrawn;
  if (!m.draft_there) {
    m.draft = answered ? m.stored->answer : wire::Answer{};
    if (!answered) m.draft.stance = no_stance;
  }
  if (m.outbox) {
    m.screen = Screen::receipt;
    resend(step);
  } else if (m.draft_there) {
    m.screen = m.resume;
  } else {
    m.screen = answered ? Screen::receipt : Screen::welcome;
  }
}

void session_answered(Step& step, const Answered& answer) {
  if (answer.status == 200) {
    if (auto session = wire::decode<wire::Session>(answer.bytes)) return signed_in(step, std::move(*session));
  }
  const bool asked_quietly = answer.what == Asked::session && answer.status == 401;
  to_sign_in(step.model, asked_quietly ? "" : problem_of(answer.status, answer.bytes));
}

void profile_answered(Step& step, const Answered& answer) {
  if (answer.status != 200) return to_sign_in(step.model, problem_of(answer.status, answer.bytes));
  auto profile = wire::decode<wire::Profile>(answer.bytes);
  if (!profile) return to_sign_in(step.model, "message_invalid");
  step.model.profile = std::move(*profile);
  step.commands.push_back(Load{false, draft_key(*step.model.profile)});
  step.commands.push_back(Load{true, outbox_key(*step.model.profile)});
  settle(step);
}

void own_answered(Step& step, const Answered& answer) {
  if (answer.status == 200)
    if (auto own = wire::decode<wire::OwnAnswer>(answer.bytes)) {
      step.model.stored = std::move(*own);
      return settle(step);
    }
  if (step.model.screen == Screen::starting || step.model.screen == Screen::sign_in)
    to_sign_in(step.model, problem_of(answer.status, answer.bytes));
}

void answered(Step& step, const Answered& answer) {
  Model& m = step.model;
  switch (answer.what) {
    case Asked::sign_in:
    case Asked::session: return session_answered(step, answer);
    case Asked::profile: return profile_answered(step, answer);
    case Asked::answer: return own_answered(step, answer);
    case Asked::submit: return submitted(step, answer.status, answer.bytes);
    case Asked::catalogue: {
      auto catalogue = answer.status == 200 ? wire::decode<wire::Catalogue>(answer.bytes) : std::unexpected(Error{});
      m.catalogue_failed = !catalogue;
      if (catalogue) m.finder.emplace(std::move(*catalogue));
      return;
    }
    case Asked::access:
      if (answer.status == 200)
        if (auto log = wire::decode<wire::AccessLog>(answer.bytes)) m.access = std::move(log->entries);
      if (!m.access) m.problem = problem_of(answer.status, answer.bytes);
      return;
    case Asked::sign_out: {
      m = Model{};
      m.screen = Screen::sign_in;
      return;
    }
  }
}

void loaded(Step& step, const Stored& stored) {
  Model& m = step.model;
  if (!stored.ok) m.storage_refused = true;
  if (stored.outbox) {
    m.outbox_loaded = true;
    if (stored.bytes) m.outbox = outbox_from(*stored.bytes);
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
  m.screen = screen;
  m.problem.clear();
  m.query.clear();
  m.hits.clear();
  if (question_number(screen) > 0) save_draft(step);
  if (screen == Screen::access) {
    m.access.reset();
    ask(step, Asked::access, "GET", "/api/v1/me/access");
  }
}

Screen neighbour(Screen screen, int by) { return static_cast<Screen>(static_cast<int>(screen) + by); }

void search(Model& m, const std::string& text) {
  m.query = text.substr(0, 200);
  m.hits.clear();
  m.hit_count = 0;
  if (!m.finder) return;
  auto found = m.finder->find(m.query, most_hits);
  m.hits = std::move(found.hits);
  m.hit_count = found.count;
}

void sign_out(Step& step) {
  Model& m = step.model;
  if (m.profile) {
    step.commands.push_back(Remove{draft_key(*m.profile)});
    if (!m.outbox) step.commands.push_back(Remove{outbox_key(*m.profile)});
  }
  ask(step, Asked::sign_out, "DELETE", "/api/v1/session");
}

}  // namespace

Step update(Model model, const Msg& msg) {
  Step step{std::move(model), {}};
  Model& m = step.model;
  std::visit(
      Overloaded{
          [&](const Started& x) { start(step, x); },
          [&](const Answered& x) { answered(step, x); },
          [&](const Stored& x) { loaded(step, x); },
          [&](const Saved& x) { m.storage_refused = !x.ok; },
          [&](const TryAgain&) { resend(step); },
          [&](const Network& x) {
            m.online = x.online;
            if (x.online) resend(step);
          },
          [&](const TypedCode& x) { m.typed_code = x.text; },
          [&](const SignInPressed&) {
            if (m.typed_code.empty())
              m.problem = "code_missing";
            else if (!m.busy)
              sign_in_with(step, m.typed_code);
          },
          [&](const Go& x) { go(step, x.screen); },
          [&](const Next&) {
            if (m.screen == Screen::stance && m.draft.stance == no_stance)
              m.problem = "stance_missing";
            else
              go(step, neighbour(m.screen, 1));
          },
          [&](const Back&) { go(step, neighbour(m.screen, -1)); },
          [&](const TypedQuery& x) { search(m, x.text); },
          [&](const ReloadCatalogue&) {
            m.catalogue_failed = false;
            ask(step, Asked::catalogue, "GET", "/api/v1/catalogue");
          },
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
  return step;
}

}  // namespace rembuk::employee
