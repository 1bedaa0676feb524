#pragma once
#include <cstddef>
#include <cstdint>
#include <expected>
#include <vector>

#include "engine/assignment/optimal_plan.hpp"

namespace rembuk {

/// One supported trade-off between satisfaction_sum and need_covered, both over all employees.
struct TradeOffPoint {
  std::int64_t satisfaction_sum = 0, need_covered = 0;
  std::int64_t moves = 0;  ///< the fewest that reach these two values
  /// No plan has a greater weight_satisfaction · satisfaction_sum + weight_need · need_covered.
  std::int64_t weight_satisfaction = 0, weight_need = 0;
  Plan plan;

  friend bool operator==(const TradeOffPoint&, const TradeOffPoint&) = default;
};

struct TradeOff {
  PlanStatus status = PlanStatus::optimal;
  std::vector<TradeOffPoint> points;   ///< by need_covered, ascending; satisfaction_sum descends
  std::vector<EmployeeId> kept_apart;  ///< stay in every plan so that relatives do not meet (R06)
  bool complete = true;                ///< there are no more extreme points than these
};

/// Extreme supported Pareto points of satisfaction_sum against need_covered.
///
/// Shape    both ends always (one point if they are the same), between them at most `most` − 2: the
///          segment with the largest Δsatisfaction · Δneed is split first. A point inside the
///          convex hull is never found by weights, so it is not offered.
/// Units    integer weights, coprime; the ends are lexicographic and carry weights (1, 0), (0, 1).
/// Errors   as optimal_plan; invalid_input if most < 2. The policy of `request` is not looked at.
/// Cost     at most 2 · most − 1 solutions of three or four levels.
/// Ties     a point has the fewest moves, then the plan is the seed's.
/// Source   Aneja, Nair (1979): Bicriteria transportation problem.
[[nodiscard]] std::expected<TradeOff, Error> trade_off(const Snapshot& snapshot,
                                                       const PlanRequest& request, std::size_t most,
                                                       const Progress& progress = {});

}  // namespace rembuk
