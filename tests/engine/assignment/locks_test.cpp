#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "engine/assignment/verify_certificate.hpp"
#include "tests/engine/assignment/small_case.hpp"

using namespace rembuk;
using namespace rembuk::testing;

namespace {

constexpr EmployeeId first{std::int32_t{0}}, second{std::int32_t{1}};
constexpr PostId left{std::int32_t{0}}, right{std::int32_t{1}};

/// Two posts of one seat each; the first employee holds the left one, the second the right one.
SmallCase two_seats() {
  for (std::uint64_t seed = 0;; ++seed) {
    auto made = case_of(seed, 2, 2);
    made.rules.cycle.locks.clear();
    auto& s = made.snapshot;
    for (auto& post : s.posts) post.need = post.heads = 1, post.golongan_min = -1, post.required = {};
    s.employees[0].post = left;
    s.employees[1].post = right;
    if (eligible(s, first, right) && eligible(s, second, left)) return made;
  }
}

PlanResult locked(SmallCase made, Policy policy, EmployeeId who, PostId to) {
  made.rules.cycle.locks = {{who, to}};
  return solved(made, policy);
}

void for_every_policy(const auto& test) {
  for (std::size_t at = 0; at < policy_names.size(); ++at) {
    INFO(policy_names[at]);
    test(static_cast<Policy>(at));
  }
}

}  // namespace

TEST_CASE("a lock to a post that a hard rule refuses is infeasible", "[assignment]") {
  auto made = two_seats();
  made.snapshot.posts[1].golongan_min = 17;
  made.snapshot.posts[1].need = 3;
  for_every_policy([&](Policy policy) { CHECK(locked(made, policy, first, right).status == PlanStatus::infeasible); });
  made.snapshot.posts[1].golongan_min = -1;
  for_every_policy([&](Policy policy) { CHECK(locked(made, policy, first, right).status == PlanStatus::optimal); });
}

TEST_CASE("a lock of someone whom a rule locks in place is infeasible", "[assignment]") {
  auto made = two_seats();
  made.snapshot.posts[1].need = 3;
  made.snapshot.employees[0].studying = true;
  for_every_policy([&](Policy policy) { CHECK(locked(made, policy, first, right).status == PlanStatus::infeasible); });
}

TEST_CASE("a lock to a post without a need or with too many heads is infeasible", "[assignment]") {
  auto made = two_seats();
  made.snapshot.posts[1].need = 0;
  for_every_policy([&](Policy policy) { CHECK(locked(made, policy, first, right).status == PlanStatus::infeasible); });
}

TEST_CASE("a lock precedes the restriction to gains", "[assignment]") {
  auto made = two_seats();
  made.snapshot.posts[1].need = 2;
  auto& who = made.snapshot.employees[0];
  who.answered = true;
  who.stance = Stance::stay;
  who.wish_count = 0;
  for_every_policy([&](Policy policy) {
    const auto result = locked(made, policy, first, right);
    REQUIRE(result.status == PlanStatus::optimal);
    REQUIRE(std::ranges::find(result.plan.moves, first, &Move::employee) != result.plan.moves.end());
    CHECK(result.plan.moves[0].reason == "KUNCI");
    CHECK(violations(made.snapshot, result.plan, {}).empty());
  });
}

TEST_CASE("a lock to a held seat needs the holder to leave, in a mechanism a vacant seat", "[assignment]") {
  const auto made = two_seats();
  for (const Policy policy : {Policy::balanced, Policy::worst_off_first, Policy::need_first}) {
    INFO(name(policy));
    const auto result = locked(made, policy, first, right);
    REQUIRE(result.status == PlanStatus::optimal);
    CHECK(result.plan.moves.size() == 2);  // they change places
  }
  for (const Policy policy : mechanisms) CHECK(locked(made, policy, first, right).status == PlanStatus::infeasible);
}

TEST_CASE("who is locked in place stays under every policy", "[assignment]") {
  for (std::uint64_t seed = 0; seed < rounds(); ++seed) {
    auto made = case_of(seed, 6, 4);
    made.rules.cycle.locks = {{second, made.snapshot[second].post}};
    for_every_policy([&](Policy policy) {
      const auto result = solved(made, policy);
      REQUIRE(result.status == PlanStatus::optimal);
      REQUIRE(std::ranges::find(result.plan.moves, second, &Move::employee) == result.plan.moves.end());
    });
  }
}

TEST_CASE("a lock of an unknown employee or post is an error", "[assignment]") {
  auto made = two_seats();
  for (const PlannerLock lock : {PlannerLock{EmployeeId{std::int32_t{2}}, left}, PlannerLock{first, PostId{std::int32_t{2}}},
                                 PlannerLock{EmployeeId{}, left}, PlannerLock{first, PostId{}}}) {
    made.rules.cycle.locks = {lock};
    const auto result = optimal_plan(made.snapshot, PlanRequest{Policy::balanced, 1, made.rules});
    REQUIRE_FALSE(result.has_value());
    CHECK(result.error().fault == Fault::invalid_input);
  }
}

TEST_CASE("groups of 1 to 49 people have a proved plan under every policy", "[assignment]") {
  for (std::size_t n = 1; n < 50; ++n) {
    auto made = case_of(n, n, 1 + n / 3);
    made.rules.cycle.locks.clear();
    for_every_policy([&](Policy policy) {
      INFO(n << " people");
      const auto result = solved(made, policy);
      REQUIRE(result.status == PlanStatus::optimal);
      REQUIRE(violations(made.snapshot, result.plan, made.rules).empty());
      if (!is_mechanism(policy)) REQUIRE_FALSE(verify_certificate(made.snapshot, PlanRequest{policy, 1, made.rules}, result).has_value());
    });
  }
}

TEST_CASE("a consultation of nobody has the plan that moves nobody", "[assignment]") {
  auto made = two_seats();
  made.snapshot.employees.clear();
  for (auto& post : made.snapshot.posts) post.heads = 0;
  for_every_policy([&](Policy policy) {
    const auto result = solved(made, policy);
    CHECK(result.status == PlanStatus::optimal);
    CHECK(result.plan.moves.empty());
  });
}
