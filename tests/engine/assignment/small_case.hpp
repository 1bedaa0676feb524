#pragma once
#include <cstdint>
#include <cstdlib>

#include "engine/assignment/optimal_plan.hpp"

namespace rembuk::testing {

/// A random consultation with the planner's locks.
struct SmallCase {
  Snapshot snapshot;
  RuleSet rules;
};

/// Needs, wishes, skills, minimum grades and now and then locks, all at random. Shape: 1 … most of each.
[[nodiscard]] SmallCase random_case(std::uint64_t seed, std::size_t most_employees, std::size_t most_posts);
/// The same with exactly n employees and m posts.
[[nodiscard]] SmallCase case_of(std::uint64_t seed, std::size_t n, std::size_t m);
[[nodiscard]] inline SmallCase small_case(std::uint64_t seed) { return random_case(seed, 6, 5); }

/// How many random cases a property is tried on.
[[nodiscard]] inline std::uint64_t rounds() { return std::getenv("REMBUK_FULL") ? 10'000 : 300; }

inline constexpr Policy objective_policies[] = {Policy::balanced, Policy::no_one_worse, Policy::most_first_wishes,
                                                Policy::worst_off_first, Policy::need_first};
inline constexpr Policy mechanisms[] = {Policy::published_order, Policy::both_sides, Policy::unit_priority};

[[nodiscard]] inline PlanResult solved(const SmallCase& made, Policy policy, std::uint64_t seed = 1) {
  return optimal_plan(made.snapshot, PlanRequest{policy, seed, made.rules}).value();
}

/// Post of everyone after the plan.
using Places = std::vector<PostId>;

}  // namespace rembuk::testing
