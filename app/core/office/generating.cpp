#include "app/core/office/generating.hpp"

#include <utility>

#include "app/core/office/comparison.hpp"
#include "engine/wire/codec.hpp"

namespace rembuk::office {
namespace {

constexpr int again_ms = 2000;

void end_with(Model& m, std::string problem) {
  m.problem = std::move(problem);
  m.job.reset();
}

bool snapshot_is_newest(const Model& m) {
  if (!m.snapshot || !m.release) return false;
  const auto head = wire::planning_head(*m.snapshot);
  return head && head->release == m.release->number;
}

void compute(Step& step) {
  Model& m = step.model;
  m.job->phase = wire::JobPhase::running;
  step.commands.push_back(
      Compute{*m.snapshot, wire::encode(wire::EngineRequest{++m.engine_id, m.computing, 1})});
}

void stop_job(Step& step) {
  step.model.stopping = false;
  ask(step, Asked::cancel, "DELETE", "/api/v1/jobs/" + std::to_string(step.model.job->id));
}

void take_result(Step& step, wire::EngineResult result) {
  Model& m = step.model;
  if (result.outcome == wire::EngineOutcome::failed) return end_with(m, result.problem);
  if (result.outcome == wire::EngineOutcome::infeasible) return end_with(m, "plan_infeasible");
  const auto head = wire::planning_head(*m.snapshot);
  if (!head) return end_with(m, "server_unclear");
  m.job->permille = 1000;
  m.proved = std::move(result.objectives);
  m.computed =
      wire::encode(wire::ComputedPlan{head->token, m.computing, 1, std::move(result.moves)});
  keep_computed(step);
}

}  // namespace

void ask(Step& step, Asked what, std::string method, std::string path, Bytes bytes) {
  step.commands.push_back(Ask{what, std::move(method), std::move(path), std::move(bytes)});
}

std::string problem_of(const Answered& answer) {
  if (answer.status == 0) return "no_network";
  if (auto problem = wire::decode<wire::Problem>(answer.bytes)) return problem->code;
  return "server_unclear";
}

bool running(const Model& m) {
  return m.job &&
         (m.job->phase == wire::JobPhase::waiting || m.job->phase == wire::JobPhase::running);
}

void generate(Step& step) {
  Model& m = step.model;
  if (running(m)) return;
  m.problem.clear();
  m.proved.clear();
  m.computed.clear();
  m.job = wire::Job{};
  m.computing = policies[m.policy % policies.size()];
  m.stopping = false;
  m.computing_here = m.planner();
  if (!m.computing_here)
    return ask(step, Asked::generate, "POST", "/api/v1/jobs",
               wire::encode(wire::GenerateRequest{m.computing, 1}));
  if (snapshot_is_newest(m)) return compute(step);
  m.snapshot.reset();
  ask(step, Asked::snapshot, "GET", "/api/v1/planning/snapshot");
}

void cancel(Step& step) {
  Model& m = step.model;
  if (!running(m)) return;
  if (m.computing_here) {
    m.job->phase = wire::JobPhase::cancelled;
    m.computed.clear();
    step.commands.push_back(StopEngine{});
    return;
  }
  m.stopping = true;
  if (m.job->id != 0) stop_job(step);
}

void poll_job(Step& step) {
  const Model& m = step.model;
  if (running(m) && m.job->id != 0)
    ask(step, Asked::job, "GET", "/api/v1/jobs/" + std::to_string(m.job->id));
}

void take_job(Step& step, const Answered& answer) {
  Model& m = step.model;
  if (!m.job) return;
  auto job = answer.status == 200 || answer.status == 202 ? wire::decode<wire::Job>(answer.bytes)
                                                          : std::unexpected(Error{});
  if (!job) {
    m.problem = problem_of(answer);
    // Without a network the work goes on at the server: ask again. A request that never got its
    // number is lost.
    if (answer.status == 0 && answer.what != Asked::generate)
      step.commands.push_back(Wait{1000, PollJob{}});
    else
      m.job.reset();
    return;
  }
  const bool ran = running(m);
  m.job = std::move(*job);
  m.problem = m.job->phase == wire::JobPhase::failed ? m.job->problem : "";
  if (running(m)) {
    if (answer.what != Asked::cancel) step.commands.push_back(Wait{250, PollJob{}});
    if (m.stopping) stop_job(step);
  } else if (ran) {
    if (m.job->phase == wire::JobPhase::done)
      m.chosen = chosen_after(m, m.job->scenario, true);
    ask(step, Asked::release, "GET", m.planner() ? "/api/v1/scenarios" : "/api/v1/release");
  }
}

void take_snapshot(Step& step, const Answered& answer) {
  Model& m = step.model;
  if (!running(m) || !m.computing_here) return;
  if (answer.status != 200 || !wire::planning_head(answer.bytes))
    return end_with(m, problem_of(answer));
  m.snapshot = answer.bytes;
  compute(step);
}

void hear_engine(Step& step, const Bytes& frame) {
  Model& m = step.model;
  if (!running(m) || !m.computing_here || !m.computed.empty()) return;
  if (const auto progress = wire::decode<wire::EngineProgress>(frame)) {
    if (progress->id == m.engine_id) m.job->permille = progress->permille;
    return;
  }
  auto result = wire::decode<wire::EngineResult>(frame);
  if (result && result->id == m.engine_id) take_result(step, std::move(*result));
}

void lose_engine(Step& step) {
  Model& m = step.model;
  if (running(m) && m.computing_here) end_with(m, "engine_failed");
}

void keep_computed(Step& step) {
  const Model& m = step.model;
  if (running(m) && !m.computed.empty())
    ask(step, Asked::keep_plan, "POST", "/api/v1/planning/plans", m.computed);
}

void take_kept_plan(Step& step, const Answered& answer) {
  Model& m = step.model;
  if (!running(m) || m.computed.empty()) return;
  if (answer.status == 0) {  // the plan is here: try again until it is there
    m.problem = "no_network";
    step.commands.push_back(Wait{again_ms, KeepAgain{}});
    return;
  }
  m.computed.clear();
  if (answer.status != 200) {
    m.snapshot.reset();  // the server knows its rows no more: the next attempt takes a new one
    return end_with(m, problem_of(answer));
  }
  m.problem.clear();
  m.job->phase = wire::JobPhase::done;
  if (const auto outcome = wire::decode<wire::PlanOutcome>(answer.bytes))
    m.chosen = chosen_after(m, outcome->scenario, true);
  ask(step, Asked::release, "GET", "/api/v1/scenarios");
}

}  // namespace rembuk::office
