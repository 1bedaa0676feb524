#pragma once
#include <optional>
#include <vector>

#include "engine/assignment/optimal_plan.hpp"
#include "engine/rules/rules.hpp"

namespace rembuk {

/// Locks of the planner that cannot hold together, and the rules that say so.
struct LockConflict {
  std::vector<PlannerLock> locks;  ///< in the request's order
  std::vector<Rule> rules;         ///< lowest first; R07 where seats are too few

  friend bool operator==(const LockConflict&, const LockConflict&) = default;
};

/// Why the plan of `request` is infeasible: the first lock that a rule refuses by itself; else the
/// locks of which giving up any one makes all others fit; where there are none of these (several
/// conflicts at once), a set that does not fit by itself and would without any one of its locks.
/// Nothing if all locks fit together.
///
/// Cost     O(locks) where a rule refuses one lock; else a placement of everybody per lock, and
///          O(locks²) of them with several conflicts.
[[nodiscard]] std::optional<LockConflict> lock_conflict(const Snapshot& snapshot,
                                                        const PlanRequest& request);

}  // namespace rembuk
