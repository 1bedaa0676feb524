#include <catch2/catch_test_macros.hpp>
#include <cstdint>
#include <functional>

#include "engine/assignment/verify_certificate.hpp"
#include "tests/engine/assignment/every_plan.hpp"

using namespace rembuk;
using namespace rembuk::testing;

namespace {

std::string flaw(const SmallCase& made, Policy policy, const PlanResult& result) {
  const auto found = verify_certificate(made.snapshot, PlanRequest{policy, 1, made.rules}, result);
  return found ? std::to_string(found->objective) + ": " + found->what : "";
}

/// Larger than the shortlist of arcs, so that pricing has to find the rest.
SmallCase large_case(std::uint64_t seed) { return random_case(seed, 80, 60); }

}  // namespace

TEST_CASE("separate code accepts the certificates of every objective policy", "[assignment]") {
  for (std::uint64_t seed = 0; seed < rounds(); ++seed)
    for (const Policy policy : objective_policies) {
      const auto made = small_case(seed);
      INFO("case " << seed << ", policy " << name(policy));
      const auto result = solved(made, policy);
      if (result.status == PlanStatus::optimal) REQUIRE(flaw(made, policy, result) == "");
    }
}

TEST_CASE("an optimum on a shortlist of posts is proved over all posts", "[assignment]") {
  for (std::uint64_t seed = 0; seed < rounds() / 10; ++seed)
    for (const Policy policy : objective_policies) {
      auto made = large_case(seed);
      made.rules.cycle.locks.clear();
      INFO("case " << seed << ", policy " << name(policy));
      const auto result = solved(made, policy);
      REQUIRE(result.status == PlanStatus::optimal);
      REQUIRE(flaw(made, policy, result) == "");
    }
}

TEST_CASE("who is kept in place for a relative is part of the proof", "[assignment]") {
  std::size_t kept = 0;
  for (std::uint64_t seed = 0; seed < 10 * rounds(); ++seed) {
    auto made = small_case(seed);
    if (made.snapshot.employees.size() < 3) continue;
    for (auto& post : made.snapshot.posts) post.kind = PostKind::struktural;
    made.rules.cycle.relatives = {{EmployeeId{0}, EmployeeId{1}}, {EmployeeId{1}, EmployeeId{2}}};
    const auto result = solved(made, Policy::balanced);
    if (result.status != PlanStatus::optimal) continue;
    INFO("case " << seed);
    REQUIRE(violations(made.snapshot, result.plan, made.rules).empty());
    REQUIRE(flaw(made, Policy::balanced, result) == "");
    kept += result.kept_apart.size();
  }
  CHECK(kept > 0);
}

TEST_CASE("a tampered result is refused", "[assignment]") {
  using Tamper = std::function<void(PlanResult&)>;
  const std::pair<const char*, Tamper> ways[] = {
      {"a dual value", [](PlanResult& r) { ++r.certificates[0].dual; }},
      {"a primal value", [](PlanResult& r) { --r.certificates[1].primal; }},
      {"an objective", [](PlanResult& r) { ++r.objectives[1].value; }},
      {"both values",
       [](PlanResult& r) {
         ++r.objectives[0].value, ++r.certificates[0].primal, ++r.certificates[0].dual;
       }},
      {"a name", [](PlanResult& r) { r.certificates[1].objective = "moves"; }},
      {"a multiplier of an employee up",
       [](PlanResult& r) {
         for (auto& u : r.multipliers[1].employee) ++u;
       }},
      {"a multiplier of an employee down",
       [](PlanResult& r) {
         for (auto& u : r.multipliers[1].employee) --u;
       }},
      {"a huge multiplier",
       [](PlanResult& r) {
         for (auto& v : r.multipliers[0].post) v = INT64_MIN;
       }},
      {"a missing multiplier", [](PlanResult& r) { r.multipliers[2].post.pop_back(); }},
      {"a missing certificate", [](PlanResult& r) { r.certificates.pop_back(); }},
      {"no certificate",
       [](PlanResult& r) { r.objectives.clear(), r.certificates.clear(), r.multipliers.clear(); }},
      {"the count of pairs", [](PlanResult& r) { ++r.certificates[0].pairs_eligible; }},
      {"more priced than eligible",
       [](PlanResult& r) {
         r.certificates[2].pairs_priced = r.certificates[2].pairs_eligible + 1;
       }},
      {"an admitted improvement",
       [](PlanResult& r) { r.certificates[0].negative_reduced_costs = 1; }},
      {"a move less", [](PlanResult& r) { r.plan.moves.pop_back(); }},
      {"a move twice", [](PlanResult& r) { r.plan.moves.push_back(r.plan.moves.back()); }},
      {"an unknown post", [](PlanResult& r) { r.plan.moves[0].to = PostId{}; }},
      {"an unknown employee",
       [](PlanResult& r) { r.plan.moves[0].employee = EmployeeId{std::int32_t{1 << 20}}; }},
      {"the status", [](PlanResult& r) { r.status = PlanStatus::infeasible; }},
  };
  std::size_t tried = 0;
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    const auto made = large_case(seed);
    const auto sound = solved(made, Policy::balanced);
    if (sound.plan.moves.empty()) continue;
    ++tried;
    for (const auto& [what, tamper] : ways) {
      INFO("case " << seed << ": " << what);
      auto result = sound;
      tamper(result);
      REQUIRE(flaw(made, Policy::balanced, result) != "");
    }
  }
  CHECK(tried > 20);
}

TEST_CASE("a plan that is not the best cannot borrow the proof of the best", "[assignment]") {
  std::size_t tried = 0;
  for (std::uint64_t seed = 0; seed < rounds(); ++seed) {
    const auto made = small_case(seed);
    const auto best = solved(made, Policy::balanced), other = solved(made, Policy::no_one_worse);
    if (best.status != PlanStatus::optimal || other.status != PlanStatus::optimal) continue;
    if (values(made.snapshot, placement(made.snapshot, other.plan), Policy::balanced) ==
        best.objectives)
      continue;
    ++tried;
    auto borrowed = best;
    borrowed.plan = other.plan;
    INFO("case " << seed);
    REQUIRE(flaw(made, Policy::balanced, borrowed) != "");
    borrowed.objectives =
        values(made.snapshot, placement(made.snapshot, other.plan), Policy::balanced);
    for (std::size_t at = 0; at < borrowed.objectives.size(); ++at)
      borrowed.certificates[at].primal = borrowed.certificates[at].dual =
          borrowed.objectives[at].value;
    REQUIRE(flaw(made, Policy::balanced, borrowed) != "");
  }
  CHECK(tried > 10);
}

TEST_CASE("a mechanism proves no optimum", "[assignment]") {
  const auto made = small_case(3);
  for (const Policy policy : mechanisms) CHECK(flaw(made, policy, solved(made, policy)) != "");
}
