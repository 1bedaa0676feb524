#include "engine/wire/planning.hpp"

#include <algorithm>

#include "engine/assignment/policy.hpp"
#include "engine/domain/reasons.hpp"
#include "engine/files/export.hpp"
#include "engine/rules/eligibility.hpp"
#include "engine/wire/codec.hpp"
#include "web/server/deliberation/deliberation.hpp"

/// Planning on the planner's own machine: a snapshot without names goes out, a plan in row numbers
/// comes back.
namespace rembuk::server {

/// Every employee sees that it was downloaded; nothing is sent that could not be logged.
std::expected<wire::Bytes, ProblemCode> Deliberation::planning_snapshot() {
  std::shared_ptr<const Snapshot> released;
  std::uint32_t number = 0;
  {
    const std::scoped_lock lock(shown_mutex_);
    released = shown_.released;
    number = shown_.number;
  }
  const auto drawn = row_orders_.draw(released->employees.size());
  auto message = wire::planning_snapshot(*released, Eligibility(*released).table(), drawn.order);
  message.token = drawn.token;
  message.release = number;
  auto frame = wire::encode(message);
  if (!store_.log_access(everybody,
                         {iso_time(clock_()).substr(0, 16), "snapshot_downloaded", "planner"}))
    return std::unexpected("store_unavailable");
  return frame;
}

std::expected<wire::PlanOutcome, ProblemCode> Deliberation::keep_computed(
    const wire::ComputedPlan& computed) {
  if (computed.policy != wire::trade_off_plan && !policy_named(computed.policy))
    return std::unexpected("policy_unknown");
  const auto order = row_orders_.order(computed.token);
  if (!order) return std::unexpected("snapshot_unknown");
  Plan plan;
  for (const auto& move : computed.moves) {
    if (move.row >= order->size() || move.post >= consultation_.posts.size())
      return std::unexpected("message_invalid");
    const EmployeeId who = (*order)[move.row];
    const PostId to{std::size_t{move.post}};
    if (to == consultation_.employees[who.index()].post) return std::unexpected("message_invalid");
    plan.moves.push_back({who, to, reason_text(by_policy, computed.policy)});
  }
  std::ranges::sort(plan.moves, {}, &Move::employee);
  if (std::ranges::adjacent_find(plan.moves, {}, &Move::employee) != plan.moves.end())
    return std::unexpected("message_invalid");
  const auto id = keep_generated(computed.policy, "", std::move(plan), false);
  if (!id) return std::unexpected("store_unavailable");
  tell();
  wire::PlanOutcome outcome;
  outcome.scenario = *id;
  return outcome;
}

/// The same plan a second time is the scenario that is there already.
std::expected<std::uint32_t, Error> Deliberation::keep_generated(const std::string& policy,
                                                                 const std::string& offices,
                                                                 Plan plan, bool into_forum) {
  const std::string text = files::export_plan(plan, consultation_);
  {
    const std::scoped_lock lock(shown_mutex_);
    for (auto& [id, scenario] : shown_.scenarios) {
      const auto& stored = scenario.stored;
      const bool same = stored.policy == policy && stored.name == offices && stored.plan == text;
      if (id == 0 || !same) continue;
      if (scenario.removed) {
        if (!into_forum && scenario.stored.in_forum && !store_.show_scenario(id, false)) return std::unexpected(Error{Fault::unavailable, ""});
        scenario.stored.in_forum = scenario.stored.in_forum && into_forum;
        if (!set_removed(id, false)) return std::unexpected(Error{Fault::unavailable, ""});
        publish_frames();
      }
      if (into_forum && !scenario.stored.in_forum) {
        if (const auto done = store_.show_scenario(id, true); !done)
          return std::unexpected(done.error());
        scenario.stored.in_forum = true;
        publish_frames();
      }
      return id;
    }
  }
  return add_scenario(
      {0, static_cast<std::uint8_t>(wire::ScenarioKind::generated), offices, policy, text,
       into_forum},
      std::move(plan));
}

}  // namespace rembuk::server
