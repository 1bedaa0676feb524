#include <algorithm>

#include "engine/assignment/optimal_plan.hpp"
#include "engine/files/export.hpp"
#include "engine/files/import.hpp"
#include "web/server/deliberation/deliberation.hpp"

/// Plans of the planner: loaded from a file or generated as a job.
namespace rembuk::server {

std::expected<wire::PlanOutcome, ProblemCode> Deliberation::load_plan(const wire::PlanUpload& upload) {
  auto imported = files::import_plan(upload.text, consultation_);
  wire::PlanOutcome outcome;
  outcome.errors = static_cast<std::uint32_t>(imported.faults.errors());
  outcome.warnings = static_cast<std::uint32_t>(imported.faults.warnings());
  for (const auto& fault : imported.faults.list())
    outcome.faults.push_back({fault.file, static_cast<std::uint32_t>(fault.row), fault.column, fault.code,
                              fault.severity == files::Severity::warning,
                              files::message(fault, files::Language::indonesian), files::message(fault, files::Language::english)});
  if (outcome.errors > 0) return outcome;
  StoredScenario stored{0, static_cast<std::uint8_t>(wire::ScenarioKind::loaded), upload.name, "",
                        files::export_plan(imported.plan, consultation_), false};
  const auto id = add_scenario(std::move(stored), std::move(imported.plan));
  if (!id) return std::unexpected("store_unavailable");
  outcome.scenario = *id;
  return outcome;
}

namespace {

bool same_places(const Plan& a, const Plan& b) {
  return std::ranges::equal(a.moves, b.moves, [](const Move& x, const Move& y) {
    return x.employee == y.employee && x.to == y.to;
  });
}

/// `scenario` with the name of its own and the cells of the other.
wire::Scenario with_cells(const wire::Scenario& scenario, wire::Scenario cells) {
  cells.id = scenario.id;
  cells.kind = scenario.kind;
  cells.name = scenario.name;
  cells.policy = scenario.policy;
  return cells;
}

}  // namespace

/// Judged without the lock, again if a release came meanwhile. A plan that is there already under
/// another name keeps its cells: a count that an earlier release froze would be told anew.
std::expected<std::uint32_t, Error> Deliberation::add_scenario(StoredScenario stored, Plan plan) {
  const auto id = store_.add_scenario(stored);
  if (!id) return id;
  stored.id = *id;
  Scenario scenario{std::move(stored), std::move(plan), {}};
  std::unique_lock lock(shown_mutex_);
  for (std::shared_ptr<const Snapshot> rests_on; rests_on != shown_.released;) {
    rests_on = shown_.released;
    lock.unlock();
    scenario.shown = judge(scenario, StatusQuo(*rests_on), Withheld::few_people, false).shown;
    lock.lock();
  }
  for (const bool seen : {true, false}) {
    const auto same = std::ranges::find_if(shown_.scenarios, [&](const auto& other) {
      return other.second.seen == seen && same_places(other.second.plan, scenario.plan);
    });
    if (same == shown_.scenarios.end()) continue;
    scenario.shown = with_cells(scenario.shown, same->second.shown);
    break;
  }
  shown_.scenarios[*id] = std::move(scenario);
  publish_frames();
  return id;
}

std::expected<void, ProblemCode> Deliberation::show_scenario(std::uint32_t id, bool in_forum) {
  {
    const std::scoped_lock lock(shown_mutex_);
    const auto found = shown_.scenarios.find(id);
    if (found == shown_.scenarios.end() || id == 0 || found->second.removed) return std::unexpected("scenario_unknown");
    if (in_forum && !found->second.seen && !forum_has_room()) return std::unexpected("too_many_scenarios");
    if (!store_.show_scenario(id, in_forum)) return std::unexpected("store_unavailable");
    found->second.stored.in_forum = in_forum;
    publish_frames();
  }
  tell();
  return {};
}

std::expected<void, ProblemCode> Deliberation::remove_scenario(std::uint32_t id) {
  {
    const std::scoped_lock lock(shown_mutex_);
    const auto found = shown_.scenarios.find(id);
    if (id == 0 || found == shown_.scenarios.end() || found->second.removed) return std::unexpected("scenario_unknown");
    if (found->second.seen) {
      if (!set_removed(id, true)) return std::unexpected("store_unavailable");
    } else {
      if (!store_.remove_scenario(id)) return std::unexpected("store_unavailable");
      shown_.scenarios.erase(found);
    }
    publish_frames();
  }
  tell();
  return {};
}

/// Each one more is judged against all that leaders have seen, in time that grows with the cube.
bool Deliberation::forum_has_room() const {
  constexpr std::ptrdiff_t most_seen = 48;
  return std::ranges::count_if(shown_.scenarios, [](const auto& one) { return one.second.seen || one.second.in_forum(); }) < most_seen;
}

bool Deliberation::set_removed(std::uint32_t id, bool removed) {
  const auto ids = ids_where([&](std::uint32_t other, const Scenario& one) { return other == id ? removed : one.removed; });
  if (!store_.set_value("removed_scenarios", ids)) return false;
  shown_.scenarios.at(id).removed = removed;
  return true;
}

std::expected<wire::Job, ProblemCode> Deliberation::generate(const wire::GenerateRequest& request, bool into_forum) {
  auto asked = variation(consultation_, request);
  if (!asked) return std::unexpected(asked.error());
  if (into_forum) {
    const std::scoped_lock shown(shown_mutex_);
    if (!forum_has_room()) return std::unexpected("too_many_scenarios");
  }
  const std::scoped_lock lock(job_mutex_);
  if (waiting_jobs_.size() >= 8) return std::unexpected("too_many_jobs");
  const std::uint32_t id = jobs_.empty() ? 1 : jobs_.rbegin()->first + 1;
  if (jobs_.size() > 64) jobs_.erase(jobs_.begin());
  auto& state = jobs_[id] = std::make_unique<JobState>();
  state->job.id = id;
  state->asked = std::move(*asked);
  state->into_forum = into_forum;
  waiting_jobs_.push_back(id);
  job_wake_.notify_one();
  return state->job;
}

std::optional<wire::Job> Deliberation::job(std::uint32_t id, bool facilitator) const {
  const std::scoped_lock lock(job_mutex_);
  const auto found = jobs_.find(id);
  if (found == jobs_.end() || (facilitator && !found->second->into_forum)) return std::nullopt;
  return found->second->job;
}

bool Deliberation::cancel_job(std::uint32_t id, bool facilitator) {
  const std::scoped_lock lock(job_mutex_);
  const auto found = jobs_.find(id);
  if (found == jobs_.end() || (facilitator && !found->second->into_forum)) return false;
  found->second->cancelled = true;
  auto& job = found->second->job;
  if (job.phase == wire::JobPhase::waiting) job.phase = wire::JobPhase::cancelled;
  return true;
}

void Deliberation::run_jobs() {
  for (;;) {
    std::uint32_t id = 0;
    Variation asked;
    bool into_forum = false;
    {
      std::unique_lock lock(job_mutex_);
      job_wake_.wait(lock, [this] { return ending_ || !waiting_jobs_.empty(); });
      if (ending_) return;
      id = waiting_jobs_.front();
      waiting_jobs_.erase(waiting_jobs_.begin());
      auto& state = *jobs_.at(id);
      if (state.cancelled) continue;
      state.job.phase = wire::JobPhase::running;
      asked = state.asked;
      into_forum = state.into_forum;
    }
    finish_job(id, asked, into_forum);
  }
}

void Deliberation::finish_job(std::uint32_t id, const Variation& asked, bool into_forum) {
  std::shared_ptr<const Snapshot> snapshot;
  {
    const std::scoped_lock lock(shown_mutex_);
    snapshot = shown_.released;  // a plan rests on released answers only, like every number that is shown
  }
  const auto update = [&](auto change) {
    const std::scoped_lock lock(job_mutex_);
    if (const auto found = jobs_.find(id); found != jobs_.end()) change(*found->second);
  };
  const auto result = optimal_plan(*snapshot, asked.request, [&](double share) {
    bool goes_on = false;
    update([&](JobState& state) {
      state.job.permille = static_cast<std::uint16_t>(share * 1000);
      goes_on = !state.cancelled;
    });
    return goes_on;
  });
  if (!result || result->status == PlanStatus::cancelled) {
    update([&](JobState& state) {
      state.job.phase = result ? wire::JobPhase::cancelled : wire::JobPhase::failed;
      state.job.problem = result ? "" : "plan_too_large";
    });
    return;
  }
  if (result->status == PlanStatus::infeasible) {
    update([&](JobState& state) {
      state.job.phase = wire::JobPhase::failed;
      state.job.problem = "plan_infeasible";
    });
    return;
  }
  const auto kept = keep_generated(asked.policy, asked.offices, result->plan, into_forum);
  update([&](JobState& state) {
    state.job.phase = kept ? wire::JobPhase::done : wire::JobPhase::failed;
    state.job.permille = 1000;
    state.job.scenario = kept.value_or(0);
    state.job.problem = kept ? "" : "store_unavailable";
  });
  if (kept) tell();
}

}  // namespace rembuk::server
