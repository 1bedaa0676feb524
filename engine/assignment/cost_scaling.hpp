#pragma once
#include <cstdint>
#include <vector>

namespace rembuk {

/// A min-cost-flow problem by columns. C++17: LEMON's cost scaling does not compile as a later one.
struct ScalingProblem {
  std::vector<std::int64_t> supply;              ///< by node
  std::vector<std::int32_t> from, to;            ///< by arc; never the same node
  std::vector<std::int64_t> lower, upper, cost;  ///< by arc
};

/// A flow of least cost by arc; empty and false if there is none. |costs| · nodes < 2⁴⁸.
/// Source   Goldberg (1997) with partial augmentation, as implemented in LEMON.
[[nodiscard]] bool flow_by_cost_scaling(const ScalingProblem& problem,
                                        std::vector<std::int64_t>& flow);

}  // namespace rembuk
