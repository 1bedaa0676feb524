#pragma once
#include <cstdint>
#include <vector>

#include "engine/assignment/explanation_counterfactual.hpp"

namespace rembuk {

/// What one more seat, needed and filled, would be worth at a unit: a figure for the office.
struct SeatPrice {
  UnitId unit;
  PostId post;  ///< where in the unit it is worth most
  /// By objective of the policy, in its units. Each is an upper bound, the earlier objectives kept.
  std::vector<std::int64_t> at_most;

  friend bool operator==(const SeatPrice&, const SeatPrice&) = default;
};

/// One price per unit that has posts for more than one, by unit. Empty for a mechanism.
///
/// Shape    from the multipliers of the plan; the value of the workload criterion is kept as it is.
/// Cost     O(posts · objectives).
/// Source   duality, EXPLANATIONS.md.
[[nodiscard]] std::vector<SeatPrice> seat_prices(const Snapshot& snapshot,
                                                 const SolvedPolicy& policy);

}  // namespace rembuk
