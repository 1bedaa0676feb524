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

void forget_snapshot(Model& m) {
  m.snapshot.reset();
  m.trade_offs.reset();
}

void compute(Step& step) {
  Model& m = step.model;
  m.job->phase = wire::JobPhase::running;
  const std::uint32_t id = ++m.engine_id;
  Bytes request = m.computing == wire::trade_off_plan
                      ? wire::encode(wire::TradeOffRequest{id, trade_offs_wanted, 1})
                      : wire::encode(wire::EngineRequest{id, m.computing, 1});
  step.commands.push_back(Compute{*m.snapshot, std::move(request)});
}

/// On this machine: on the snapshot that is here, or on a new one if there is a newer release.
void compute_here(Step& step) {
  Model& m = step.model;
  m.computing_here = true;
  if (snapshot_is_newest(m)) return compute(step);
  forget_snapshot(m);
  ask(step, Asked::snapshot, "GET", "/api/v1/planning/snapshot");
}

void begin(Model& m, std::string_view what) {
  m.problem.clear();
  m.proved.clear();
  m.computed.clear();
  m.job = wire::Job{};
  m.computing = what;
  m.stopping = false;
  m.trade_off_kept = false;
}

void send_rows(Step& step, std::vector<wire::RowMove> moves) {
  Model& m = step.model;
  const auto head = wire::planning_head(*m.snapshot);
  if (!head) return end_with(m, "server_unclear");
  m.job->permille = 1000;
  m.computed = wire::encode(wire::ComputedPlan{head->token, m.computing, 1, std::move(moves)});
  keep_computed(step);
}

wire::GenerateRequest requested(const Model& m) {
  wire::GenerateRequest request{m.computing, 1, -1, m.variation.kept};
  if (m.weighing()) request.need_weight = static_cast<std::int8_t>(m.variation.need_weight);
  return request;
}

void stop_job(Step& step) {
  step.model.stopping = false;
  ask(step, Asked::cancel, "DELETE", "/api/v1/jobs/" + std::to_string(step.model.job->id));
}

/// Whether the engine found something; if not, the search ends with the reason.
bool found(Model& m, const auto& result) {
  if (result.outcome == wire::EngineOutcome::failed) end_with(m, result.problem);
  if (result.outcome == wire::EngineOutcome::infeasible) end_with(m, "plan_infeasible");
  return result.outcome == wire::EngineOutcome::optimal;
}

void take_result(Step& step, wire::EngineResult result) {
  if (!found(step.model, result)) return;
  step.model.proved = std::move(result.objectives);
  send_rows(step, std::move(result.moves));
}

void take_trade_offs(Model& m, wire::TradeOffResult result) {
  if (!found(m, result)) return;
  m.job->phase = wire::JobPhase::done;
  m.trade_offs = std::move(result);
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

bool running_trade_off(const Model& m) { return running(m) && m.computing == wire::trade_off_plan; }

void generate(Step& step) {
  Model& m = step.model;
  if (running(m)) return;
  begin(m, m.weighing() ? wire::need_weight_policy : policies[m.policy % policies.size()]);
  if (m.planner()) return compute_here(step);
  m.computing_here = false;
  ask(step, Asked::generate, "POST", "/api/v1/jobs", wire::encode(requested(m)));
}

void look_for_trade_offs(Step& step) {
  Model& m = step.model;
  if (running(m) || !m.planner()) return;
  begin(m, wire::trade_off_plan);
  m.trade_offs.reset();
  compute_here(step);
}

void keep_trade_off(Step& step, std::size_t row) {
  Model& m = step.model;
  if (running(m) || !m.snapshot || !m.trade_offs || row >= m.trade_offs->rows.size()) return;
  begin(m, wire::trade_off_plan);
  m.computing_here = true;
  m.job->phase = wire::JobPhase::running;
  send_rows(step, m.trade_offs->rows[row].moves);
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
    if (m.job->phase == wire::JobPhase::done) m.chosen = chosen_after(m, m.job->scenario, true);
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
  if (auto result = wire::decode<wire::EngineResult>(frame)) {
    if (result->id == m.engine_id) take_result(step, std::move(*result));
  } else if (auto all = wire::decode<wire::TradeOffResult>(frame)) {
    if (all->id == m.engine_id) take_trade_offs(m, std::move(*all));
  }
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
    forget_snapshot(m);  // the server knows its rows no more: the next attempt takes a new one
    return end_with(m, problem_of(answer));
  }
  m.problem.clear();
  m.job->phase = wire::JobPhase::done;
  m.trade_off_kept = m.computing == wire::trade_off_plan;
  if (const auto outcome = wire::decode<wire::PlanOutcome>(answer.bytes))
    m.chosen = chosen_after(m, outcome->scenario, true);
  ask(step, Asked::release, "GET", "/api/v1/scenarios");
}

}  // namespace rembuk::office
