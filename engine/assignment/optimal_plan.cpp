#include "engine/assignment/optimal_plan.hpp"

#include <algorithm>

#include "engine/assignment/lexicographic.hpp"
#include "engine/assignment/mechanisms.hpp"
#include "engine/assignment/pairs.hpp"
#include "engine/rules/superiors.hpp"

namespace rembuk {
namespace {

using Outcome = LexicographicFlow::Outcome;

PlanResult ended(PlanStatus status) {
  PlanResult result;
  result.status = status;
  return result;
}

void take_places(const Snapshot& s, const PairTable& pairs, const PlanRequest& request, auto place, Plan& plan) {
  for (std::size_t k = 0; k < pairs.free().size(); ++k) {
    const EmployeeId i = pairs.free()[k];
    if (const PostId to = place(k); to != s[i].post)
      plan.moves.push_back({i, to, (pairs.sent(k) ? "KUNCI" : "KEBIJAKAN: " + std::string(name(request.policy)))});
  }
}

std::expected<PlanResult, Error> by_objectives(const Snapshot& s, PairTable& pairs, const PlanRequest& request,
                                               const Progress& progress) {
  auto levels = levels_of(s, pairs, request.policy);
  if (!levels) return std::unexpected(levels.error());
  LexicographicFlow flow(s, pairs);
  if (pairs.anyone_sent()) {
    const auto outcome = flow.place_everyone(progress);
    if (outcome == Outcome::cancelled) return ended(PlanStatus::cancelled);
    if (outcome == Outcome::infeasible) return ended(PlanStatus::infeasible);
  }
  PlanResult result;
  const double step = 0.8 / static_cast<double>(levels->size() + 1);
  double share = 0.2;
  for (const auto& level : *levels) {
    if (flow.solve(level, progress, share, share + step) != Outcome::optimal) return ended(PlanStatus::cancelled);
    result.objectives.push_back({level.name, flow.certificate().primal});
    result.certificates.push_back(flow.certificate());
    result.multipliers.push_back(flow.multipliers());
    share += step;
  }
  if (flow.solve(tie_break(pairs, request.seed), progress, share, 1) != Outcome::optimal)
    return ended(PlanStatus::cancelled);
  take_places(s, pairs, request, [&](std::size_t k) { return flow.placed(k); }, result.plan);
  return result;
}

PlanResult by_mechanism(const Snapshot& s, const PairTable& pairs, const PlanRequest& request) {
  const auto places = mechanism_places(s, pairs, request.policy, request.seed);
  if (!places) return ended(PlanStatus::infeasible);
  PlanResult result;
  take_places(s, pairs, request, [&](std::size_t k) { return (*places)[k]; }, result.plan);
  return result;
}

/// R06 of the whole plan.
enum class Relations : std::uint8_t { apart, kept_apart, forced_together };

/// Locks in place the moving relatives who would meet as superior and subordinate only because others
/// move too. Forced together: a lock of the planner moves whoever of them moves.
Relations keep_relatives_apart(const Snapshot& s, PlanRequest& request, PlanResult& result, std::vector<EmployeeId>& kept) {
  const Superiors after(s, placement(s, result.plan));
  auto relations = Relations::apart;
  auto& locks = request.rules.cycle.locks;
  for (const auto& pair : request.rules.cycle.relatives) {
    if (!after.related(pair)) continue;
    bool moving = false, keeping = false;
    for (const EmployeeId i : {pair.first, pair.second}) {
      if (!std::ranges::binary_search(result.plan.moves, i, {}, &Move::employee)) continue;
      const auto lock = planner_lock(request.rules, i);
      moving = true;
      keeping = keeping || !lock || *lock == s[i].post;
      if (lock) continue;
      locks.insert(std::ranges::lower_bound(locks, i, {}, &PlannerLock::employee), {i, s[i].post});
      kept.insert(std::ranges::lower_bound(kept, i), i);
      relations = Relations::kept_apart;
    }
    if (moving && !keeping) return Relations::forced_together;
  }
  return relations;
}

/// The pairs of those kept apart are eligible all the same: the count is that of the request.
void count_eligible(PlanResult& result, std::int64_t eligible) {
  for (auto& certificate : result.certificates) certificate.pairs_eligible = eligible;
}

std::expected<void, Error> check(const Snapshot& s, const PlanRequest& request) {
  if (s.employees.size() * static_cast<std::uint64_t>(s.posts.size()) > 1'000'000'000)
    return std::unexpected(Error{Fault::too_large, "more than 1,000,000,000 pairs of employee and post"});
  for (const auto& lock : request.rules.cycle.locks)
    if (!lock.employee.valid() || lock.employee.index() >= s.employees.size() || !lock.to.valid() ||
        lock.to.index() >= s.posts.size())
      return std::unexpected(Error{Fault::invalid_input, "a lock names an unknown employee or post"});
  return {};
}

}  // namespace

std::expected<PlanResult, Error> optimal_plan(const Snapshot& s, const PlanRequest& request, const Progress& progress) {
  if (const auto sound = check(s, request); !sound) return std::unexpected(sound.error());
  PlanRequest now = request;
  std::vector<EmployeeId> kept;
  std::optional<std::int64_t> eligible;
  for (;;) {
    auto pairs = PairTable::make(s, now, progress);
    if (!pairs) return ended(PlanStatus::cancelled);
    if (pairs->lock_refused()) return ended(PlanStatus::infeasible);
    if (!eligible) eligible = pairs->eligible_pairs();
    auto result = is_mechanism(now.policy) ? by_mechanism(s, *pairs, now) : by_objectives(s, *pairs, now, progress);
    if (!result || result->status != PlanStatus::optimal) return result;
    const auto relations = keep_relatives_apart(s, now, *result, kept);
    if (relations == Relations::forced_together) return ended(PlanStatus::infeasible);
    if (relations == Relations::kept_apart) continue;
    count_eligible(*result, *eligible);
    result->kept_apart = std::move(kept);
    return result;
  }
}

std::expected<PlanResult, Error> optimal_plan(const Snapshot& s, Policy policy, const Progress& progress) {
  return optimal_plan(s, PlanRequest{policy, 1, {}}, progress);
}

}  // namespace rembuk
