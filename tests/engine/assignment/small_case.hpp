#pragma once
#include <cstdint>
#include <cstdlib>

#include "engine/assignment/optimal_plan.hpp"

namespace rembuk::testing {

/// A random consultation so small that every assignment can be tried.
struct SmallCase {
  Snapshot snapshot;
  RuleSet rules;
};

/// 1 … 6 employees, 1 … 5 posts; needs, wishes, skills, minimum grades and now and then a lock.
[[nodiscard]] SmallCase small_case(std::uint64_t seed);

/// How many random cases a property is tried on.
[[nodiscard]] inline std::uint64_t rounds() { return std::getenv("REMBUK_FULL") ? 10'000 : 300; }

inline constexpr Policy objective_policies[] = {Policy::balanced, Policy::no_one_worse, Policy::most_first_wishes,
                                                Policy::worst_off_first, Policy::need_first};
inline constexpr Policy mechanisms[] = {Policy::published_order, Policy::both_sides, Policy::unit_priority};

/// Post of everyone after the plan.
using Places = std::vector<PostId>;

}  // namespace rembuk::testing
