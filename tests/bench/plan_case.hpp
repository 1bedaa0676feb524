#pragma once
#include <cstddef>
#include <cstdint>

#include "engine/base/random.hpp"
#include "engine/domain/snapshot.hpp"

namespace rembuk::bench {

/// A consultation of n employees and m posts with the proportions of the field: 12 regions, some
/// seven posts a unit, a third more seats needed than there are heads, 62 % answered, one in eight
/// locked by a rule.
[[nodiscard]] Snapshot plan_case(std::size_t n, std::size_t m, std::uint64_t seed);
/// A new answer of the employee `row`: stance, wishes, weights and concerns.
void answer_at_random(Random& random, const Snapshot& snapshot, Snapshot::EmployeeRow& row);

}  // namespace rembuk::bench
