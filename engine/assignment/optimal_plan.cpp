#include "engine/assignment/optimal_plan.hpp"

#include "engine/assignment/lexicographic.hpp"
#include "engine/assignment/mechanisms.hpp"
#include "engine/assignment/request.hpp"
#include "engine/domain/reasons.hpp"

namespace rembuk {
namespace {

using Outcome = LexicographicFlow::Outcome;

PlanResult ended(PlanStatus status) {
  PlanResult result;
  result.status = status;
  return result;
}

std::string why(const PlanRequest& request) {
  if (request.need_weight)
    return reason_text(by_policy, "need-weight-" + std::to_string(*request.need_weight));
  return reason_text(by_policy, name(request.policy));
}

std::expected<PlanResult, Error> by_objectives(const Snapshot& s, PairTable& pairs,
                                               const PlanRequest& request,
                                               const Progress& progress) {
  auto levels = request.need_weight ? weighted_levels(s, pairs, *request.need_weight)
                                    : levels_of(s, pairs, request.policy);
  if (!levels) return std::unexpected(levels.error());
  LexicographicFlow flow(s, pairs, request.bounds);
  if (pairs.anyone_sent() || !request.bounds.empty()) {
    const auto outcome = flow.place_everyone(progress);
    if (outcome == Outcome::cancelled) return ended(PlanStatus::cancelled);
    if (outcome == Outcome::infeasible) return ended(PlanStatus::infeasible);
  }
  PlanResult result;
  const double step = 0.8 / static_cast<double>(levels->size() + 1);
  double share = 0.2;
  for (const auto& level : *levels) {
    if (flow.solve(level, progress, share, share + step) != Outcome::optimal)
      return ended(PlanStatus::cancelled);
    result.objectives.push_back({level.name, flow.certificate().primal});
    result.certificates.push_back(flow.certificate());
    result.multipliers.push_back(flow.multipliers());
    share += step;
  }
  if (flow.solve(tie_break(pairs, request.seed), progress, share, 1) != Outcome::optimal)
    return ended(PlanStatus::cancelled);
  result.plan = plan_of(s, pairs, flow.places(), why(request));
  return result;
}

PlanResult by_mechanism(const Snapshot& s, const PairTable& pairs, const PlanRequest& request) {
  const auto places = mechanism_places(s, pairs, request.policy, request.seed);
  if (!places) return ended(PlanStatus::infeasible);
  PlanResult result;
  result.plan = plan_of(s, pairs, *places, why(request));
  return result;
}

/// The pairs of those kept apart are eligible all the same: the count is that of the request.
void count_eligible(PlanResult& result, std::int64_t eligible) {
  for (auto& certificate : result.certificates) certificate.pairs_eligible = eligible;
}

}  // namespace

std::expected<PlanResult, Error> optimal_plan(const Snapshot& s, const PlanRequest& request,
                                              const Progress& progress) {
  if (const auto sound = check_request(s, request); !sound) return std::unexpected(sound.error());
  PlanRequest now = request;
  if (now.need_weight) now.policy = Policy::balanced;  // no restriction on pairs
  std::vector<EmployeeId> kept;
  std::optional<std::int64_t> eligible;
  for (;;) {
    auto pairs = PairTable::make(s, now, progress);
    if (!pairs) return ended(PlanStatus::cancelled);
    if (pairs->lock_refused()) return ended(PlanStatus::infeasible);
    if (!eligible) eligible = pairs->eligible_pairs();
    auto result = is_mechanism(now.policy) ? by_mechanism(s, *pairs, now)
                                           : by_objectives(s, *pairs, now, progress);
    if (!result || result->status != PlanStatus::optimal) return result;
    const auto relations = keep_relatives_apart(s, result->plan, now, kept);
    if (relations == Relations::forced_together) return ended(PlanStatus::infeasible);
    if (relations == Relations::kept_apart) continue;
    count_eligible(*result, *eligible);
    result->kept_apart = std::move(kept);
    return result;
  }
}

std::expected<PlanResult, Error> optimal_plan(const Snapshot& s, Policy policy,
                                              const Progress& progress) {
  return optimal_plan(s, PlanRequest{policy, 1, {}}, progress);
}

}  // namespace rembuk
