#include "engine/assignment/lock_conflict.hpp"

#include <algorithm>
#include <span>

#include "engine/assignment/lexicographic.hpp"
#include "engine/assignment/mechanisms.hpp"
#include "engine/assignment/pairs.hpp"
#include "engine/rules/superiors.hpp"

namespace rembuk {
namespace {

using Locks = std::vector<PlannerLock>;

bool sends(const Snapshot& s, const PlannerLock& lock) { return lock.to != s[lock.employee].post; }

/// Rules that refuse this lock by itself.
std::vector<Rule> refused_by(const Snapshot& s, RuleSet rules, const PlannerLock& lock) {
  rules.cycle.locks = {lock};
  rules.cycle.relatives.clear();
  auto all = locks(s, lock.employee, rules);
  const auto pair = refusals(s, lock.employee, lock.to, rules);
  all.insert(all.end(), pair.begin(), pair.end());
  if (!takes_entrant(s, lock.to)) all.push_back(Rule::R07);
  std::ranges::sort(all);
  all.erase(std::ranges::unique(all).begin(), all.end());
  return all;
}

bool fits(const Snapshot& s, PlanRequest request, const Locks& locks) {
  request.rules.cycle.locks = locks;
  auto pairs = PairTable::make(s, request, {});
  if (!pairs || pairs->lock_refused()) return false;
  if (is_mechanism(request.policy))
    return mechanism_places(s, *pairs, request.policy, request.seed).has_value();
  if (!pairs->anyone_sent()) return true;
  LexicographicFlow flow(s, *pairs);
  return flow.place_everyone({}) == LexicographicFlow::Outcome::optimal;
}

Locks without(Locks all, std::size_t at) {
  all.erase(all.begin() + static_cast<std::ptrdiff_t>(at));
  return all;
}

/// Locks of `all` of which each one alone could be given up, and the others would fit.
Locks any_one_of(const Snapshot& s, const PlanRequest& request, const Locks& all) {
  Locks out;
  for (std::size_t at = 0; at < all.size(); ++at)
    if (fits(s, request, without(all, at))) out.push_back(all[at]);
  return out;
}

/// Leaves out one lock after the other where the rest still does not fit. A lock that sends
/// somebody away makes room, so what was needed before may be left out after it: until nothing
/// changes.
Locks smallest(const Snapshot& s, const PlanRequest& request) {
  Locks needed = request.rules.cycle.locks;
  for (std::size_t at = 0; at < needed.size();) {
    Locks rest = without(needed, at);
    if (fits(s, request, rest)) {
      ++at;
    } else {
      needed = std::move(rest);
      at = 0;
    }
  }
  return needed;
}

/// The locks of two relatives whom the locks alone bring together.
std::optional<LockConflict> meeting(const Snapshot& s, const PlanRequest& request) {
  Plan locked;
  for (const auto& lock : request.rules.cycle.locks)
    if (sends(s, lock)) locked.moves.push_back({lock.employee, lock.to, ""});
  const Superiors after(s, placement(s, locked));
  for (const auto& pair : request.rules.cycle.relatives) {
    if (!after.related(pair)) continue;
    LockConflict conflict{{}, {Rule::R06}, {}};
    for (const auto& lock : request.rules.cycle.locks)
      if (lock.employee == pair.first || lock.employee == pair.second)
        conflict.locks.push_back(lock);
    if (std::ranges::any_of(conflict.locks, [&](const auto& lock) { return sends(s, lock); }))
      return conflict;
  }
  return std::nullopt;
}

using Bounds = std::vector<HeadBound>;

/// The same pairs under other floors and caps.
class BoundsTrial {
 public:
  BoundsTrial(const Snapshot& s, PlanRequest request, const Locks& locks) : s_(s) {
    request.rules.cycle.locks = locks;
    pairs_ = PairTable::make(s, request, {});
  }
  [[nodiscard]] bool fits(const Bounds& bounds) {
    LexicographicFlow flow(s_, *pairs_, bounds);
    return flow.place_everyone({}) == LexicographicFlow::Outcome::optimal;
  }

 private:
  const Snapshot& s_;
  std::optional<PairTable> pairs_;
};

/// Of floors and caps that do not fit: one that does not by itself, else as few as leaving out one
/// after the other gives. More bounds never make room, so one pass will do.
Bounds smallest_bounds(BoundsTrial& trial, Bounds needed) {
  for (const auto& bound : needed)
    if (!trial.fits({bound})) return {bound};
  for (std::size_t at = 0; at < needed.size();) {
    Bounds rest = needed;
    rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(at));
    if (trial.fits(rest))
      ++at;
    else
      needed = std::move(rest);
  }
  return needed;
}

std::optional<LockConflict> bounds_conflict(const Snapshot& s, const PlanRequest& request) {
  const Locks& all = request.rules.cycle.locks;
  BoundsTrial trial(s, request, all);
  if (request.bounds.empty() || trial.fits(request.bounds)) return std::nullopt;
  LockConflict conflict{{}, {}, smallest_bounds(trial, request.bounds)};
  if (all.empty() || !BoundsTrial(s, request, {}).fits(conflict.bounds)) return conflict;
  conflict.locks = all;
  for (std::size_t at = 0; at < conflict.locks.size();) {
    Locks rest = without(conflict.locks, at);
    if (BoundsTrial(s, request, rest).fits(conflict.bounds)) {
      ++at;
    } else {
      conflict.locks = std::move(rest);
      at = 0;
    }
  }
  return conflict;
}

}  // namespace

std::optional<LockConflict> lock_conflict(const Snapshot& s, const PlanRequest& request) {
  for (const auto& lock : request.rules.cycle.locks) {
    if (!sends(s, lock)) continue;
    if (auto rules = refused_by(s, request.rules, lock); !rules.empty())
      return LockConflict{{lock}, std::move(rules), {}};
  }
  const Locks& all = request.rules.cycle.locks;
  if (!fits(s, request, all)) {
    Locks one = any_one_of(s, request, all);
    return LockConflict{one.empty() ? smallest(s, request) : std::move(one), {Rule::R07}, {}};
  }
  if (auto conflict = bounds_conflict(s, request)) return conflict;
  return meeting(s, request);
}

}  // namespace rembuk
