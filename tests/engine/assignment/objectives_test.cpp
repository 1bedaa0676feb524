#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <optional>

#include "engine/scoring/satisfaction.hpp"
#include "tests/engine/assignment/every_plan.hpp"

using namespace rembuk;
using namespace rembuk::testing;

namespace {

std::optional<std::vector<Objective>> best_by_trying(const SmallCase& made, Policy policy) {
  std::optional<std::vector<Objective>> best;
  for_every_plan(made, policy, [&](const Places& places) {
    auto now = values(made.snapshot, places, policy);
    if (!best || better(now, *best)) best = std::move(now);
  });
  return best;
}

}  // namespace

TEST_CASE("every objective list is the best that any plan within the rules can have", "[assignment]") {
  for (std::uint64_t seed = 0; seed < rounds(); ++seed) {
    const auto made = small_case(seed);
    for (const Policy policy : objective_policies) {
      INFO("case " << seed << ", policy " << name(policy));
      const auto best = best_by_trying(made, policy);
      const auto result = solved(made, policy);
      REQUIRE((result.status == PlanStatus::optimal) == best.has_value());
      if (!best) continue;
      REQUIRE(result.objectives == *best);
      REQUIRE(values(made.snapshot, placement(made.snapshot, result.plan), policy) == *best);
    }
  }
}

TEST_CASE("every certificate has equal primal and dual value and counts the pairs", "[assignment]") {
  for (std::uint64_t seed = 0; seed < rounds(); ++seed) {
    const auto made = small_case(seed);
    for (const Policy policy : objective_policies) {
      INFO("case " << seed << ", policy " << name(policy));
      const auto result = solved(made, policy);
      if (result.status != PlanStatus::optimal) continue;
      REQUIRE(result.certificates.size() == result.objectives.size());
      for (std::size_t at = 0; at < result.certificates.size(); ++at) {
        const auto& c = result.certificates[at];
        REQUIRE(c.objective == result.objectives[at].name);
        REQUIRE(c.primal == result.objectives[at].value);
        REQUIRE(c.dual == c.primal);
        REQUIRE(c.negative_reduced_costs == 0);
        REQUIRE(c.pairs_eligible == eligible_pairs(made));
        REQUIRE(c.pairs_priced <= c.pairs_eligible);
      }
    }
  }
}

TEST_CASE("no plan of any policy breaks a hard rule", "[assignment]") {
  std::size_t moved = 0, infeasible = 0;
  for (std::uint64_t seed = 0; seed < rounds(); ++seed) {
    const auto made = small_case(seed);
    for (std::size_t at = 0; at < policy_names.size(); ++at) {
      INFO("case " << seed << ", policy " << policy_names[at]);
      const auto result = solved(made, static_cast<Policy>(at));
      infeasible += result.status == PlanStatus::infeasible;
      moved += result.plan.moves.size();
      REQUIRE(violations(made.snapshot, result.plan, made.rules).empty());
    }
  }
  CHECK(moved > rounds());  // the cases are not empty
  CHECK(infeasible > 0);
}

TEST_CASE("relatives never meet as superior and subordinate after a plan", "[assignment]") {
  for (std::uint64_t seed = 0; seed < rounds(); ++seed) {
    auto made = small_case(seed);
    for (auto& post : made.snapshot.posts) post.kind = PostKind::struktural;
    if (made.snapshot.employees.size() < 3) continue;
    made.rules.cycle.relatives = {{EmployeeId{0}, EmployeeId{1}}, {EmployeeId{1}, EmployeeId{2}}};
    made.rules.cycle.locks.clear();
    for (std::size_t at = 0; at < policy_names.size(); ++at) {
      INFO("case " << seed << ", policy " << policy_names[at]);
      const auto result = solved(made, static_cast<Policy>(at));
      REQUIRE(violations(made.snapshot, result.plan, made.rules).empty());
    }
  }
}

TEST_CASE("where only gains are allowed, nobody whom no lock moves is worse off", "[assignment]") {
  for (std::uint64_t seed = 0; seed < rounds(); ++seed) {
    const auto made = small_case(seed);
    for (std::size_t at = 0; at < policy_names.size(); ++at) {
      const auto policy = static_cast<Policy>(at);
      if (!only_gains(policy)) continue;
      const auto& s = made.snapshot;
      for (const auto& move : solved(made, policy).plan.moves) {
        INFO("case " << seed << ", policy " << name(policy) << ", employee " << move.employee.value);
        if (planner_lock(made.rules, move.employee) == move.to) continue;
        REQUIRE(satisfaction(s, move.employee, move.to) >= satisfaction(s, move.employee, s[move.employee].post));
      }
    }
  }
}

TEST_CASE("the same seed gives the same plan, every seed the same objectives", "[assignment]") {
  std::size_t different = 0;
  for (std::uint64_t seed = 0; seed < rounds(); ++seed) {
    const auto made = small_case(seed);
    for (std::size_t at = 0; at < policy_names.size(); ++at) {
      const auto policy = static_cast<Policy>(at);
      const auto first = solved(made, policy, 7);
      REQUIRE(solved(made, policy, 7).plan == first.plan);
      const auto other = solved(made, policy, 8);
      REQUIRE(other.objectives == first.objectives);
      different += other.plan != first.plan;
    }
  }
  CHECK(different > 0);
}

TEST_CASE("a cancelled solution leaves nothing behind", "[assignment]") {
  const auto made = small_case(3);
  for (std::size_t at = 0; at < policy_names.size(); ++at) {
    INFO(policy_names[at]);
    const PlanRequest request{static_cast<Policy>(at), 1, made.rules};
    std::size_t asked = 0;
    const auto whole = optimal_plan(made.snapshot, request, [&](double share) {
      CHECK(share >= 0);
      CHECK(share <= 1);
      ++asked;
      return true;
    });
    REQUIRE(whole->status == PlanStatus::optimal);
    REQUIRE(asked > 0);
    for (std::size_t stop = 1; stop <= asked; ++stop) {
      std::size_t count = 0;
      const auto result = optimal_plan(made.snapshot, request, [&](double) { return ++count < stop; });
      REQUIRE(result->status == PlanStatus::cancelled);
      CHECK(count == stop);
      CHECK(result->plan.moves.empty());
      CHECK(result->objectives.empty());
      CHECK(result->certificates.empty());
      CHECK(result->multipliers.empty());
    }
  }
}
