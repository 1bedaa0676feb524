#include <algorithm>

#include "app/core/office/comparison.hpp"
#include "app/core/office/forum.hpp"
#include "app/core/office/generating.hpp"
#include "app/core/office/office_desk.hpp"
#include "engine/wire/codec.hpp"

namespace rembuk::office {
namespace {

template <class... F>
struct Overloaded : F... {
  using F::operator()...;
};

void sign_in_with(Step& step, const std::string& code) {
  step.model.busy = true;
  step.model.problem.clear();
  ask(step, Asked::sign_in, "POST", "/api/v1/session",
      wire::encode(wire::SignIn{code.substr(0, 100)}));
}

/// Nothing of whoever was signed in stays, and no late answer to them counts for the next one.
void to_sign_in(Model& m, std::string problem) {
  Model fresh;
  fresh.round = m.round + 1;
  fresh.engine_id = m.engine_id;  // so that no frame of an engine that ends fits a new request
  fresh.import.check = m.import.check;
  fresh.screen = Screen::sign_in;
  fresh.problem = std::move(problem);
  m = std::move(fresh);
}

/// Without a network the cookie still opens this page: it is not said to be closed.
void signed_out(Model& m, const Answered& answer) {
  if (answer.status / 100 == 2 || answer.status == 401) return to_sign_in(m, "");
  m.problem = problem_of(answer);
}

void signed_in(Step& step, const Answered& answer) {
  Model& m = step.model;
  m.busy = false;
  auto session =
      answer.status == 200 ? wire::decode<wire::Session>(answer.bytes) : std::unexpected(Error{});
  if (!session)
    return to_sign_in(
        m, answer.what == Asked::session && answer.status == 401 ? "" : problem_of(answer));
  if (session->role == wire::Role::employee) {
    step.commands.push_back(Leave{"/"});
    return;
  }
  m.session = std::move(*session);
  m.problem.clear();
  m.screen = m.planner() ? Screen::plans : Screen::forum;
  ask(step, Asked::release, "GET", m.planner() ? "/api/v1/scenarios" : "/api/v1/release");
  step.commands.push_back(Connect{});
}

constexpr int telling_ms = 8000;

/// A release replaces the one before; an older one that comes late does not.
void take_release(Step& step, const Bytes& bytes) {
  Model& m = step.model;
  if (!m.session) return;  // the last frame of a connection that is being closed
  auto release = wire::decode<wire::Release>(bytes);
  if (!release) return;
  if (m.release && release->number < m.release->number) return;
  if (m.release && release->number > m.release->number) {
    m.seen_release = m.release->number;
    m.told = false;
    step.commands.push_back(Wait{telling_ms, ReleaseTold{release->number}});
  }
  m.release = std::move(*release);
}

void answered(Step& step, const Answered& answer) {
  Model& m = step.model;
  if (answer.round != m.round) return;
  const bool about_session = answer.what == Asked::sign_in || answer.what == Asked::session ||
                             answer.what == Asked::sign_out;
  if (answer.status == 401 && !about_session) return to_sign_in(m, "session_ended");
  switch (answer.what) {
    case Asked::sign_in:
    case Asked::session:
      return signed_in(step, answer);
    case Asked::release:
    case Asked::change:
      if (answer.status == 200)
        take_release(step, answer.bytes);
      else
        m.problem = problem_of(answer);
      return;
    case Asked::upload: {
      m.uploading = false;
      auto outcome = answer.status == 200 ? wire::decode<wire::PlanOutcome>(answer.bytes)
                                          : std::unexpected(Error{});
      if (!outcome) {
        m.problem = problem_of(answer);
        return;
      }
      m.outcome = std::move(*outcome);
      if (m.outcome->errors == 0) ask(step, Asked::release, "GET", "/api/v1/scenarios");
      return;
    }
    case Asked::generate:
    case Asked::job:
    case Asked::cancel:
      return take_job(step, answer);
    case Asked::snapshot:
      return take_snapshot(step, answer);
    case Asked::keep_plan:
      return take_kept_plan(step, answer);
    case Asked::import_part:
    case Asked::import_commit:
      return hear_import(step, answer);
    case Asked::needs:
    case Asked::rules:
      return hear_board(step, answer);
    case Asked::sign_out:
      return signed_out(m, answer);
  }
}

/// At most `most` bytes of `text`, not cut within a character.
std::string shortened(std::string_view text, std::size_t most) {
  if (text.size() <= most) return std::string(text);
  while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xc0) == 0x80) --most;
  return std::string(text.substr(0, most));
}

void choose_file(Step& step, const ChoseFile& file) {
  Model& m = step.model;
  if (m.uploading) return;
  m.file_too_large = file.too_large;
  m.outcome.reset();
  m.problem = file.unreadable ? "file_not_read" : "";
  if (file.too_large || file.unreadable) return;
  wire::PlanUpload upload;
  upload.name = shortened(m.plan_name.empty() ? file.name : m.plan_name, 200);
  upload.text.assign(file.bytes.begin(), file.bytes.end());
  Bytes frame = wire::encode(upload);
  if (!wire::decode<wire::PlanUpload>(frame)) {  // a spreadsheet, an older encoding
    m.problem = "file_not_text";
    return;
  }
  m.uploading = true;
  ask(step, Asked::upload, "POST", "/api/v1/scenarios", std::move(frame));
}

std::string scenario_path(std::uint32_t id) { return "/api/v1/scenarios/" + std::to_string(id); }

}  // namespace

Step update(Model model, const Msg& msg) {
  Step step{std::move(model), {}};
  Model& m = step.model;
  std::visit(
      Overloaded{
          [&](const Started& x) {
            if (x.fragment.starts_with("c="))
              sign_in_with(step, x.fragment.substr(2));
            else
              ask(step, Asked::session, "GET", "/api/v1/session");
          },
          [&](const Answered& x) { answered(step, x); },
          [&](const Received& x) { take_release(step, x.bytes); },
          [&](const SocketChanged& x) {
            m.live = x.live;
            // What was missed while the socket was away.
            if (x.live == Live::open && m.session)
              ask(step, Asked::release, "GET",
                  m.planner() ? "/api/v1/scenarios" : "/api/v1/release");
          },
          [&](const TypedCode& x) { m.typed_code = x.text; },
          [&](const SignInPressed&) {
            if (m.typed_code.empty())
              m.problem = "code_missing";
            else if (!m.busy)
              sign_in_with(step, m.typed_code);
          },
          [&](const Go& x) {
            m.screen = x.screen;
            m.problem.clear();
            open_board(step);
            keep_check_ready(step);
          },
          [&](const NamedPlan& x) { m.plan_name = x.name; },
          [&](const ChoseFile& x) { choose_file(step, x); },
          [&](const ChosePolicy& x) { m.policy = x.policy; },
          [&](const GeneratePressed&) { generate(step); },
          [&](const CancelPressed&) { cancel(step); },
          [&](const PollJob&) { poll_job(step); },
          [&](const EngineSaid& x) { hear_engine(step, x.bytes); },
          [&](const EngineBroke&) { lose_engine(step); },
          [&](const KeepAgain&) { keep_computed(step); },
          [&](const TradeOffPressed&) { look_for_trade_offs(step); },
          [&](const KeepTradeOff& x) { keep_trade_off(step, x.row); },
          [&](const ShowInForum& x) {
            ask(step, Asked::change, "PUT", scenario_path(x.id),
                wire::encode(wire::ScenarioChange{x.id, x.shown}));
          },
          [&](const RemovePressed& x) { m.removing = x.id; },
          [&](const RemoveCancelled&) { m.removing.reset(); },
          [&](const RemoveConfirmed&) {
            if (m.removing) ask(step, Asked::change, "DELETE", scenario_path(*m.removing));
            m.removing.reset();
          },
          [&](const ChoseBase& x) { m.base = x.id; },
          [&](const ShowMessage& x) {
            const auto last = forum_messages(m).size() - 1;
            m.message = std::min(x.message, last);
          },
          [&](const ChoseExplained& x) { m.explained = x.id; },
          [&](const Compare& x) { m.chosen = chosen_after(m, x.id, x.on); },
          [&](const ReleaseTold& x) {
            m.told = m.told || (m.release && m.release->number == x.number);
          },
          [&](const ImportAct& x) { act(step, x); },
          [&](const BoardAct& x) { act(step, x); },
          [&](const VariationAct& x) { act(m.variation, x); },
          [&](const SignOutPressed&) { ask(step, Asked::sign_out, "DELETE", "/api/v1/session"); },
      },
      msg);
  for (auto& command : step.commands)
    if (auto* asked = std::get_if<Ask>(&command)) asked->round = m.round;
  return step;
}

}  // namespace rembuk::office
