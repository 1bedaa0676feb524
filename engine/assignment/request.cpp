#include "engine/assignment/request.hpp"

#include <algorithm>
#include <string>

#include "engine/assignment/objectives.hpp"
#include "engine/domain/reasons.hpp"
#include "engine/rules/superiors.hpp"

namespace rembuk {

std::expected<void, Error> check_request(const Snapshot& s, const PlanRequest& request) {
  if (s.employees.size() * static_cast<std::uint64_t>(s.posts.size()) > 1'000'000'000)
    return std::unexpected(
        Error{Fault::too_large, "more than 1,000,000,000 pairs of employee and post"});
  for (const auto& lock : request.rules.cycle.locks)
    if (!lock.employee.valid() || lock.employee.index() >= s.employees.size() || !lock.to.valid() ||
        lock.to.index() >= s.posts.size())
      return std::unexpected(
          Error{Fault::invalid_input, "a lock names an unknown employee or post"});
  const std::size_t groups[] = {s.posts.size(), s.units.size(), s.units.size(),
                                static_cast<std::size_t>(s.governments)};
  for (const auto& bound : request.bounds)
    if (bound.id < 0 || bound.least < 0 || bound.most < 0 ||
        static_cast<std::size_t>(bound.id) >= groups[static_cast<std::size_t>(bound.level)])
      return std::unexpected(
          Error{Fault::invalid_input, "a floor or cap is negative or names an unknown group"});
  if (!request.bounds.empty() && is_mechanism(request.policy) && !request.need_weight)
    return std::unexpected(Error{Fault::invalid_input, "a mechanism keeps no floors and caps"});
  if (request.need_weight && (*request.need_weight < 0 || *request.need_weight > most_need_weight))
    return std::unexpected(Error{Fault::invalid_input, "a weight of need beyond 0 to 100"});
  return {};
}

Plan plan_of(const Snapshot& s, const PairTable& pairs, std::span<const PostId> places,
             std::string_view why) {
  Plan plan;
  for (std::size_t k = 0; k < places.size(); ++k) {
    const EmployeeId i = pairs.free()[k];
    if (places[k] != s[i].post)
      plan.moves.push_back({i, places[k], std::string(pairs.sent(k) ? by_lock : why)});
  }
  return plan;
}

Relations keep_relatives_apart(const Snapshot& s, const Plan& plan, PlanRequest& request,
                               std::vector<EmployeeId>& kept) {
  if (request.rules.cycle.relatives.empty()) return Relations::apart;
  const Superiors after(s, placement(s, plan));
  auto relations = Relations::apart;
  auto& locks = request.rules.cycle.locks;
  for (const auto& pair : request.rules.cycle.relatives) {
    if (!after.related(pair)) continue;
    bool moving = false, keeping = false;
    for (const EmployeeId i : {pair.first, pair.second}) {
      if (!std::ranges::binary_search(plan.moves, i, {}, &Move::employee)) continue;
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

}  // namespace rembuk
