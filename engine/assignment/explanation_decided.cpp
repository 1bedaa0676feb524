#include <algorithm>

#include "engine/assignment/explanation_personal.hpp"
#include "engine/assignment/mechanisms.hpp"
#include "engine/scoring/satisfaction.hpp"

namespace rembuk::personal {
namespace {

/// The first objective on which the policy loses if i is placed at j; empty: none, null: no such
/// plan.
std::expected<std::optional<std::string>, Error> lost(const Subject& x, PostId j,
                                                      const Progress& progress) {
  PlanRequest request = x.policy.request;
  auto& fixed = request.rules.cycle.locks;
  fixed.insert(std::ranges::lower_bound(fixed, x.i, {}, &PlannerLock::employee), {x.i, j});
  const auto other = optimal_plan(x.shown.snapshot, request, progress);
  if (!other) return std::unexpected(other.error());
  if (other->status != PlanStatus::optimal) return std::nullopt;
  const auto& best = x.policy.result.objectives;
  for (std::size_t level = 0; level < best.size(); ++level)
    if (other->objectives[level] != best[level]) return best[level].name;
  return "";
}

Sentence turn_of(const Subject& x) {
  const auto order = published_order(x.shown.snapshot, x.policy.request.seed);
  const auto at = std::ranges::find(order, x.i) - order.begin();
  return {
      "decided_by_mechanism",
      std::string(name(x.policy.request.policy)),
      {say::number("turn", at + 1), say::number("of", static_cast<std::int64_t>(order.size()))}};
}

Sentence about_objective(std::string code, const std::string& objective) {
  return {std::move(code), objective, {say::word("objective", "objective", objective)}};
}

bool kept(const Subject& x) {
  const auto& rules = x.policy.request.rules;
  return !locks(x.shown.snapshot, x.i, rules).empty() || planner_lock(rules, x.i).has_value();
}

}  // namespace

std::expected<Sentences, Error> decided(const Subject& x, const Progress& progress) {
  Sentences out;
  if (!x.as_policy() || kept(x)) return out;
  const auto& s = x.shown.snapshot;
  const Policy policy = x.policy.request.policy;
  if (std::ranges::binary_search(x.policy.result.kept_apart, x.i)) {
    out.push_back({"kept_apart", "R06", {say::rule("rule", Rule::R06)}});
    return out;
  }
  if (is_mechanism(policy)) {
    out.push_back(turn_of(x));
    return out;
  }
  const auto wish = x.moves() ? std::nullopt : best_wish(x);
  if (!x.moves() && !wish) return out;
  if (wish && only_gains(policy) &&
      satisfaction(s, x.i, wish->post) < satisfaction(s, x.i, x.from)) {
    out.push_back({"only_gains", std::string(name(policy)), {say::number("rank", wish->rank)}});
    return out;
  }
  const auto objective = lost(x, wish ? wish->post : x.from, progress);
  if (!objective) return std::unexpected(objective.error());
  if (!*objective) return out;
  if ((*objective)->empty()) {
    out.push_back({"decided_by_lot", "tie_break", {}});
    return out;
  }
  out.push_back(about_objective(wish ? "decided_against_wish" : "decided_for_move", **objective));
  if (wish) out.back().arguments.push_back(say::number("rank", wish->rank));
  return out;
}

}  // namespace rembuk::personal
