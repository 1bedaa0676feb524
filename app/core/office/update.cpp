#include "app/core/office/model.hpp"
#include "engine/wire/codec.hpp"

namespace rembuk::office {
namespace {

template <class... F>
struct Overloaded : F... {
  using F::operator()...;
};

void ask(Step& step, Asked what, std::string method, std::string path, Bytes bytes = {}) {
  step.commands.push_back(Ask{what, std::move(method), std::move(path), std::move(bytes)});
}

std::string problem_of(const Answered& answer) {
  if (answer.status == 0) return "no_network";
  if (auto problem = wire::decode<wire::Problem>(answer.bytes)) return problem->code;
  return "server_unclear";
}

void sign_in_with(Step& step, const std::string& code) {
  step.model.busy = true;
  step.model.problem.clear();
  ask(step, Asked::sign_in, "POST", "/api/v1/session", wire::encode(wire::SignIn{code.substr(0, 100)}));
}

void to_sign_in(Model& m, std::string problem) {
  m = Model{};
  m.screen = Screen::sign_in;
  m.problem = std::move(problem);
}

void signed_in(Step& step, const Answered& answer) {
  Model& m = step.model;
  m.busy = false;
  auto session = answer.status == 200 ? wire::decode<wire::Session>(answer.bytes) : std::unexpected(Error{});
  if (!session) return to_sign_in(m, answer.what == Asked::session && answer.status == 401 ? "" : problem_of(answer));
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

/// A release replaces the one before; an older one that comes late does not.
void take_release(Model& m, const Bytes& bytes) {
  auto release = wire::decode<wire::Release>(bytes);
  if (!release) return;
  if (m.release && release->number < m.release->number) return;
  if (m.release && release->number > m.release->number) m.seen_release = m.release->number;
  m.release = std::move(*release);
}

void take_job(Step& step, const Answered& answer) {
  Model& m = step.model;
  auto job = answer.status == 200 || answer.status == 202 ? wire::decode<wire::Job>(answer.bytes) : std::unexpected(Error{});
  if (!job) {
    m.problem = problem_of(answer);
    if (answer.status != 0) m.job.reset();
    if (m.job) step.commands.push_back(Poll{1000});
    return;
  }
  m.job = std::move(*job);
  if (m.job->phase == wire::JobPhase::waiting || m.job->phase == wire::JobPhase::running) {
    step.commands.push_back(Poll{250});
  } else {
    if (m.job->phase == wire::JobPhase::failed) m.problem = m.job->problem;
    ask(step, Asked::release, "GET", "/api/v1/scenarios");
  }
}

void answered(Step& step, const Answered& answer) {
  Model& m = step.model;
  const bool about_session = answer.what == Asked::sign_in || answer.what == Asked::session || answer.what == Asked::sign_out;
  if (answer.status == 401 && !about_session) return to_sign_in(m, "session_ended");
  switch (answer.what) {
    case Asked::sign_in:
    case Asked::session: return signed_in(step, answer);
    case Asked::release:
      if (answer.status == 200)
        take_release(m, answer.bytes);
      else
        m.problem = problem_of(answer);
      return;
    case Asked::change:
      if (answer.status == 200)
        take_release(m, answer.bytes);
      else
        m.problem = problem_of(answer);
      return;
    case Asked::upload: {
      m.uploading = false;
      auto outcome = answer.status == 200 ? wire::decode<wire::PlanOutcome>(answer.bytes) : std::unexpected(Error{});
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
    case Asked::cancel: return take_job(step, answer);
    case Asked::sign_out: return to_sign_in(m, "");
  }
}

void choose_file(Step& step, const ChoseFile& file) {
  Model& m = step.model;
  if (m.uploading) return;
  m.uploading = true;
  m.file_too_large = false;
  m.outcome.reset();
  m.problem.clear();
  wire::PlanUpload upload;
  upload.name = (m.plan_name.empty() ? file.name : m.plan_name).substr(0, 200);
  upload.text.assign(file.bytes.begin(), file.bytes.end());
  ask(step, Asked::upload, "POST", "/api/v1/scenarios", wire::encode(upload));
}

std::string scenario_path(std::uint32_t id) { return "/api/v1/scenarios/" + std::to_string(id); }

bool running(const Model& m) {
  return m.job && (m.job->phase == wire::JobPhase::waiting || m.job->phase == wire::JobPhase::running);
}

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
          [&](const Received& x) { take_release(m, x.bytes); },
          [&](const SocketChanged& x) {
            m.live = x.live;
            // What was missed while the socket was away.
            if (x.live == Live::open && m.session) ask(step, Asked::release, "GET", m.planner() ? "/api/v1/scenarios" : "/api/v1/release");
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
          },
          [&](const NamedPlan& x) { m.plan_name = x.name; },
          [&](const ChoseFile& x) { choose_file(step, x); },
          [&](const FileTooLarge&) { m.file_too_large = true; },
          [&](const ChosePolicy& x) { m.policy = x.policy; },
          [&](const GeneratePressed&) {
            if (running(m)) return;
            m.problem.clear();
            m.job = wire::Job{};
            ask(step, Asked::generate, "POST", "/api/v1/jobs", wire::encode(wire::GenerateRequest{std::string(policies[m.policy % policies.size()]), 1}));
          },
          [&](const CancelPressed&) {
            if (running(m)) ask(step, Asked::cancel, "DELETE", "/api/v1/jobs/" + std::to_string(m.job->id));
          },
          [&](const PollJob&) {
            if (running(m)) ask(step, Asked::job, "GET", "/api/v1/jobs/" + std::to_string(m.job->id));
          },
          [&](const ShowInForum& x) { ask(step, Asked::change, "PUT", scenario_path(x.id), wire::encode(wire::ScenarioChange{x.id, x.shown})); },
          [&](const RemovePressed& x) { m.removing = x.id; },
          [&](const RemoveCancelled&) { m.removing.reset(); },
          [&](const RemoveConfirmed&) {
            if (m.removing) ask(step, Asked::change, "DELETE", scenario_path(*m.removing));
            m.removing.reset();
          },
          [&](const SignOutPressed&) { ask(step, Asked::sign_out, "DELETE", "/api/v1/session"); },
      },
      msg);
  return step;
}

}  // namespace rembuk::office
