#include "engine/assignment/lock_conflict.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cstddef>
#include <utility>
#include <vector>

#include "tests/engine/assignment/small_case.hpp"

using namespace rembuk;
using namespace rembuk::testing;

namespace {

bool infeasible(const SmallCase& made, Policy policy, std::vector<PlannerLock> locks) {
  SmallCase tried = made;
  tried.rules.cycle.locks = std::move(locks);
  tried.rules.cycle.relatives.clear();
  return solved(tried, policy).status == PlanStatus::infeasible;
}

std::vector<PlannerLock> without(std::vector<PlannerLock> all, const PlannerLock& lock) {
  std::erase(all, lock);
  return all;
}

/// Each one given up makes all others fit.
bool any_one_helps(const SmallCase& made, Policy policy, const std::vector<PlannerLock>& conflict) {
  return std::ranges::none_of(conflict, [&](const auto& lock) {
    return infeasible(made, policy, without(made.rules.cycle.locks, lock));
  });
}
/// The set by itself does not fit, and does without any one of it.
bool cannot_hold_alone(const SmallCase& made, Policy policy,
                       const std::vector<PlannerLock>& conflict) {
  return infeasible(made, policy, conflict) &&
         std::ranges::none_of(conflict, [&](const auto& lock) {
           return infeasible(made, policy, without(conflict, lock));
         });
}

}  // namespace

TEST_CASE("locks that cannot hold together are named, and none of them in vain", "[assignment]") {
  int conflicts = 0, of_several = 0;
  for (std::uint64_t seed = 0; seed < rounds(); ++seed) {
    auto made = small_case(seed);
    made.rules.cycle.relatives.clear();
    for (const Policy policy : {Policy::balanced, Policy::no_one_worse, Policy::unit_priority}) {
      INFO("seed " << seed << ", " << name(policy));
      const auto conflict = lock_conflict(made.snapshot, PlanRequest{policy, 1, made.rules});
      REQUIRE(conflict.has_value() == infeasible(made, policy, made.rules.cycle.locks));
      if (!conflict) continue;
      ++conflicts;
      of_several += conflict->locks.size() > 1 ? 1 : 0;
      REQUIRE_FALSE(conflict->rules.empty());
      REQUIRE((any_one_helps(made, policy, conflict->locks) ||
               cannot_hold_alone(made, policy, conflict->locks)));
    }
  }
  CHECK(conflicts > 10);
  INFO(of_several);
}

TEST_CASE("more locks to one post than it has seats are a conflict of these locks",
          "[assignment]") {
  auto made = case_of(4, 4, 2);
  auto& s = made.snapshot;
  made.rules.cycle = {};
  for (auto& e : s.employees) e.post = PostId{std::int32_t{0}};
  for (auto& post : s.posts) post.golongan_min = post.education_min = -1, post.required = {};
  s.posts[0].heads = s.posts[0].need = 4;
  s.posts[1].heads = 0;
  s.posts[1].need = 2;
  std::size_t movable = 0;
  for (std::size_t i = 0; i < 4; ++i)
    if (eligible(s, EmployeeId{i}, PostId{std::int32_t{1}})) {
      ++movable;
      made.rules.cycle.locks.push_back({EmployeeId{i}, PostId{std::int32_t{1}}});
    }
  REQUIRE(movable >= 3);
  const auto conflict = lock_conflict(s, PlanRequest{Policy::balanced, 1, made.rules});
  REQUIRE(conflict);
  CHECK(conflict->locks.size() == 3);
  CHECK(conflict->rules == std::vector{Rule::R07});
}
