#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cstdint>
#include <string>
#include <utility>
#include <variant>

#include "engine/wire/planning.hpp"
#include "fixtures.hpp"

using namespace rembuk;
using namespace rembuk::office;
using namespace rembuk::office::fixtures;

namespace {

Bytes problem(std::string code) { return wire::encode(wire::Problem{std::move(code), {}}); }
Answered job(Asked what, wire::JobPhase phase, std::uint32_t id = 5) {
  wire::Job j;
  j.id = id;
  j.phase = phase;
  return {what, what == Asked::generate ? 202 : 200, wire::encode(j)};
}

// ---- the planner's own engine ----

Bytes a_snapshot(std::uint32_t release) {
  wire::PlanningSnapshot snapshot;
  snapshot.token.fill(9);
  snapshot.release = release;
  return wire::encode(snapshot);
}
/// A planner who sees release 5 and has pressed the button.
Model pressed() {
  return update(with_release(wire::Role::planner, release(5)), GeneratePressed{}).model;
}
Model computing() { return update(pressed(), Answered{Asked::snapshot, 200, a_snapshot(5)}).model; }
EngineSaid result_of(const Model& m, wire::EngineOutcome outcome = wire::EngineOutcome::optimal) {
  wire::EngineResult result;
  result.id = m.engine_id;
  result.outcome = outcome;
  if (outcome == wire::EngineOutcome::failed) result.problem = "plan_too_large";
  if (outcome == wire::EngineOutcome::optimal) {
    result.moves = {{3, 8}, {4, 1}};
    result.objectives = {{"need_covered", 70, 70, 900, 900, 0}};
  }
  return {wire::encode(result)};
}
Answered kept(std::uint32_t scenario) {
  wire::PlanOutcome outcome;
  outcome.scenario = scenario;
  return {Asked::keep_plan, 200, wire::encode(outcome)};
}

}  // namespace

TEST_CASE("generating asks with the chosen policy, polls, and fetches the list when done",
          "[generating]") {
  Model m = update(signed_in(wire::Role::facilitator), ChosePolicy{1}).model;
  Step step = update(m, GeneratePressed{});
  REQUIRE(find<Ask>(step));
  CHECK(wire::decode<wire::GenerateRequest>(find<Ask>(step)->bytes)->policy == "balanced");
  CHECK(update(step.model, GeneratePressed{}).commands.empty());  // one at a time

  step = update(step.model, job(Asked::generate, wire::JobPhase::running));
  REQUIRE(find<Wait>(step));
  step = update(step.model, find<Wait>(step)->then);
  REQUIRE(find<Ask>(step));
  CHECK(find<Ask>(step)->path == "/api/v1/jobs/5");
  step = update(step.model, job(Asked::job, wire::JobPhase::done));
  REQUIRE(find<Ask>(step));
  CHECK(find<Ask>(step)->path == "/api/v1/release");
}

TEST_CASE("a stop that is pressed before the job has its number is not lost", "[generating]") {
  Model m = update(signed_in(wire::Role::facilitator), GeneratePressed{}).model;
  m = update(m, CancelPressed{}).model;
  Step step = update(m, job(Asked::generate, wire::JobPhase::waiting));
  const bool stops = std::ranges::any_of(step.commands, [](const Cmd& command) {
    const auto* ask = std::get_if<Ask>(&command);
    return ask && ask->method == "DELETE" && ask->path == "/api/v1/jobs/5";
  });
  CHECK(stops);
  step = update(step.model, job(Asked::job, wire::JobPhase::waiting));
  CHECK_FALSE(find<Ask>(step));  // once only
}

TEST_CASE("a job that is stopped is asked for until the server has stopped it", "[generating]") {
  Model m = update(signed_in(wire::Role::facilitator), GeneratePressed{}).model;
  CHECK(update(m, CancelPressed{}).commands.empty());  // it has no number yet
  m = update(m, job(Asked::generate, wire::JobPhase::running)).model;
  Step step = update(m, CancelPressed{});
  REQUIRE(find<Ask>(step));
  CHECK(find<Ask>(step)->method == "DELETE");
  step = update(step.model, job(Asked::cancel, wire::JobPhase::running));
  CHECK(step.commands.empty());  // the poll that is under way goes on
  step = update(step.model, job(Asked::job, wire::JobPhase::cancelled));
  CHECK(step.model.job->phase == wire::JobPhase::cancelled);
  CHECK(step.model.problem.empty());
  CHECK_FALSE(find<Wait>(step));
}

TEST_CASE("a lost network does not lose the job, and its return takes the complaint away",
          "[generating]") {
  Model m = update(signed_in(wire::Role::facilitator), GeneratePressed{}).model;
  m = update(m, job(Asked::generate, wire::JobPhase::running)).model;
  Step step = update(m, Answered{Asked::job, 0, {}});
  CHECK(step.model.problem == "no_network");
  REQUIRE(find<Wait>(step));
  step = update(step.model, job(Asked::job, wire::JobPhase::running));
  CHECK(step.model.problem.empty());
}

TEST_CASE("a refused or lost request to generate leaves the button alive", "[generating]") {
  const Model m = update(signed_in(wire::Role::facilitator), GeneratePressed{}).model;
  for (const Answered& answer : {Answered{Asked::generate, 0, {}},
                                 Answered{Asked::generate, 429, problem("too_many_jobs")}}) {
    const Step step = update(m, answer);
    CHECK_FALSE(step.model.job);
    CHECK_FALSE(step.model.problem.empty());
    CHECK_FALSE(update(step.model, GeneratePressed{}).commands.empty());
  }
}

TEST_CASE("a planner's page fetches a snapshot and computes by itself", "[generating]") {
  Step step = update(with_release(wire::Role::planner, release(5)), ChosePolicy{1});
  step = update(step.model, GeneratePressed{});
  REQUIRE(find<Ask>(step));
  CHECK(find<Ask>(step)->path == "/api/v1/planning/snapshot");
  CHECK(update(step.model, GeneratePressed{}).commands.empty());  // one at a time
  step = update(step.model, Answered{Asked::snapshot, 200, a_snapshot(5)});
  const auto* compute = find<Compute>(step);
  REQUIRE(compute);
  CHECK(compute->snapshot == a_snapshot(5));
  CHECK(wire::decode<wire::EngineRequest>(compute->request)->policy == "balanced");
}

TEST_CASE("progress and the plan come from the engine, the plan goes to the server in row numbers",
          "[generating]") {
  Model m = computing();
  m = update(m, EngineSaid{wire::encode(wire::EngineProgress{m.engine_id, 410})}).model;
  CHECK(m.job->permille == 410);
  m = update(m, ChosePolicy{3}).model;  // of the next plan, not of this one
  Step step = update(m, result_of(m));
  REQUIRE(find<Ask>(step));
  CHECK(find<Ask>(step)->path == "/api/v1/planning/plans");
  const auto sent = wire::decode<wire::ComputedPlan>(find<Ask>(step)->bytes);
  REQUIRE(sent);
  CHECK(sent->token[0] == 9);
  CHECK(sent->policy == policies[0]);
  CHECK(sent->moves == std::vector<wire::RowMove>{{3, 8}, {4, 1}});
  step = update(step.model, kept(4));
  CHECK(step.model.job->phase == wire::JobPhase::done);
  REQUIRE(step.model.proved.size() == 1);
  CHECK(step.model.proved[0].pairs_priced == 900);
  REQUIRE(find<Ask>(step));
  CHECK(find<Ask>(step)->path == "/api/v1/scenarios");
}

TEST_CASE("a snapshot serves until the next release", "[generating]") {
  Model m = computing();
  m = update(update(m, result_of(m)).model, kept(4)).model;
  CHECK(find<Compute>(update(m, GeneratePressed{})));
  m = update(m, Received{wire::encode(release(6))}).model;
  const Step step = update(m, GeneratePressed{});
  CHECK_FALSE(find<Compute>(step));
  REQUIRE(find<Ask>(step));
  CHECK(find<Ask>(step)->path == "/api/v1/planning/snapshot");
}

TEST_CASE("a stopped computation changes nothing, whatever still arrives", "[generating]") {
  Model m = computing();
  Step step = update(m, CancelPressed{});
  CHECK(find<StopEngine>(step));
  CHECK(step.model.job->phase == wire::JobPhase::cancelled);
  CHECK(update(step.model, result_of(m)).commands.empty());
  CHECK(update(step.model, EngineBroke{}).model.problem.empty());
  step = update(update(pressed(), CancelPressed{}).model,
                Answered{Asked::snapshot, 200, a_snapshot(5)});
  CHECK_FALSE(find<Compute>(step));
}

TEST_CASE("what the engine or the server refuses is said, and the button lives", "[generating]") {
  const auto ended = [](const Step& step, std::string_view problem) {
    CHECK_FALSE(step.model.job);
    CHECK(step.model.problem == problem);
    CHECK_FALSE(update(step.model, GeneratePressed{}).commands.empty());
  };
  const Model m = computing();
  ended(update(m, result_of(m, wire::EngineOutcome::infeasible)), "plan_infeasible");
  ended(update(m, result_of(m, wire::EngineOutcome::failed)), "plan_too_large");
  ended(update(m, EngineBroke{}), "engine_failed");
  ended(update(pressed(), Answered{Asked::snapshot, 503, problem("store_unavailable")}),
        "store_unavailable");
  const Step refused = update(update(m, result_of(m)).model,
                              Answered{Asked::keep_plan, 409, problem("snapshot_unknown")});
  ended(refused, "snapshot_unknown");
  CHECK_FALSE(refused.model.snapshot);  // the next attempt takes a new one
}

TEST_CASE("a computed plan waits for the network", "[generating]") {
  Model m = computing();
  Step step = update(update(m, result_of(m)).model, Answered{Asked::keep_plan, 0, {}});
  CHECK(step.model.problem == "no_network");
  REQUIRE(find<Wait>(step));
  step = update(step.model, find<Wait>(step)->then);
  REQUIRE(find<Ask>(step));
  CHECK(find<Ask>(step)->path == "/api/v1/planning/plans");
  CHECK(update(step.model, kept(4)).model.problem.empty());
}

TEST_CASE("an answer to an earlier request is not taken for this one's", "[generating]") {
  Model m = computing();
  const auto late = result_of(m);
  m = update(m, CancelPressed{}).model;
  m = update(m, GeneratePressed{}).model;
  CHECK(update(m, late).commands.empty());
}

// ---- trade-offs on the planner's machine ----

namespace {

Model looking() {
  const Model m = update(with_release(wire::Role::planner, release(5)), TradeOffPressed{}).model;
  return update(m, Answered{Asked::snapshot, 200, a_snapshot(5)}).model;
}
EngineSaid trade_offs_of(const Model& m) {
  wire::TradeOffResult result;
  result.id = m.engine_id;
  result.rows = {{900, 40, {{1, 2}}}, {800, 50, {{1, 3}, {2, 4}}}};
  return {wire::encode(result)};
}

}  // namespace

TEST_CASE("trade-offs are looked for on the planner's machine, and one that is chosen is kept",
          "[generating]") {
  Step step = update(with_release(wire::Role::planner, release(5)), TradeOffPressed{});
  REQUIRE(find<Ask>(step));
  CHECK(find<Ask>(step)->path == "/api/v1/planning/snapshot");
  step = update(step.model, Answered{Asked::snapshot, 200, a_snapshot(5)});
  REQUIRE(find<Compute>(step));
  CHECK(wire::decode<wire::TradeOffRequest>(find<Compute>(step)->request)->most ==
        trade_offs_wanted);
  Model m = update(step.model, trade_offs_of(step.model)).model;
  REQUIRE(m.trade_offs);
  CHECK(m.job->phase == wire::JobPhase::done);
  CHECK_FALSE(m.trade_off_kept);
  CHECK(update(m, KeepTradeOff{2}).commands.empty());  // there is no such point
  step = update(m, KeepTradeOff{1});
  REQUIRE(find<Ask>(step));
  const auto sent = wire::decode<wire::ComputedPlan>(find<Ask>(step)->bytes);
  REQUIRE(sent);
  CHECK(sent->policy == wire::trade_off_plan);
  CHECK(sent->moves == std::vector<wire::RowMove>{{1, 3}, {2, 4}});
  CHECK(update(step.model, KeepTradeOff{0}).commands.empty());  // one at a time
  m = update(step.model, kept(9)).model;
  CHECK(m.trade_off_kept);
  CHECK(m.trade_offs);
}

TEST_CASE("trade-offs go with the snapshot whose rows they name", "[generating]") {
  Model m = update(looking(), trade_offs_of(looking())).model;
  m = update(m, Received{wire::encode(release(6))}).model;
  REQUIRE(m.trade_offs);  // the server still knows these rows
  m = update(m, GeneratePressed{}).model;
  CHECK_FALSE(m.trade_offs);
  CHECK(update(m, KeepTradeOff{0}).commands.empty());
}

TEST_CASE("a stopped or failed search for trade-offs leaves the buttons alive", "[generating]") {
  Step step = update(looking(), CancelPressed{});
  CHECK(find<StopEngine>(step));
  CHECK_FALSE(find<Compute>(update(step.model, trade_offs_of(step.model))));
  CHECK(find<Compute>(update(step.model, TradeOffPressed{})));
  wire::TradeOffResult failed;
  failed.id = looking().engine_id;
  failed.outcome = wire::EngineOutcome::failed;
  failed.problem = "plan_too_large";
  step = update(looking(), EngineSaid{wire::encode(failed)});
  CHECK(step.model.problem == "plan_too_large");
  CHECK_FALSE(step.model.trade_offs);
  CHECK(find<Compute>(update(step.model, GeneratePressed{})));
}

TEST_CASE("only a planner looks for trade-offs", "[generating]") {
  CHECK(update(with_release(wire::Role::facilitator, release(5)), TradeOffPressed{})
            .commands.empty());
}
