#pragma once
#include <optional>
#include <vector>

#include "engine/assignment/optimal_plan.hpp"
#include "engine/rules/rules.hpp"

namespace rembuk {

/// Locks, floors and caps of the planner that cannot hold together, and the rules that say so.
struct LockConflict {
  std::vector<PlannerLock> locks;  ///< in the request's order
  std::vector<Rule> rules;         ///< lowest first; R07 where seats are too few; none with bounds
  std::vector<HeadBound> bounds;   ///< in the request's order

  friend bool operator==(const LockConflict&, const LockConflict&) = default;
};

/// Why the plan of `request` is infeasible: the first lock that a rule refuses by itself; else the
/// locks of which giving up any one makes all others fit; where there are none of these (several
/// conflicts at once), a set that does not fit by itself and would without any one of its locks.
/// Where all locks fit, the first floor or cap that nobody can keep by itself; else floors and
/// caps, with the locks that stand against them, that do not fit and would without any one of them.
/// Nothing if everything fits together.
///
/// Cost     O(locks) where a rule refuses one lock; else a placement of everybody per lock, and
///          O(locks²) of them with several conflicts; one per floor and cap.
[[nodiscard]] std::optional<LockConflict> lock_conflict(const Snapshot& snapshot,
                                                        const PlanRequest& request);

}  // namespace rembuk
