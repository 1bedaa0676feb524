#pragma once
#include <functional>

#include "tests/engine/assignment/small_case.hpp"

/// The answer by trying everything, from the rules of the model alone.
namespace rembuk::testing {

/// Calls `visit` with every placement that keeps the hard rules, the locks and the capacities.
void for_every_plan(const SmallCase& made, Policy policy, const std::function<void(const Places&)>& visit);

/// Values of the policy's objectives in their order, as published.
[[nodiscard]] std::vector<Objective> values(const Snapshot& snapshot, const Places& places, Policy policy);

/// True if `a` comes before `b` in the order of the policy's objectives.
[[nodiscard]] bool better(const std::vector<Objective>& a, const std::vector<Objective>& b);

/// Number of pairs (i, j), j ≠ cur(i), i not locked, that no hard rule refuses.
[[nodiscard]] std::int64_t eligible_pairs(const SmallCase& made);

}  // namespace rembuk::testing
