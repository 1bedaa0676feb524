#include "engine/assignment/edited_plan.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <memory>
#include <span>
#include <vector>

#include "engine/base/random.hpp"
#include "tests/engine/assignment/small_case.hpp"

using namespace rembuk;
using namespace rembuk::testing;

namespace {

/// One random edit of the session; what it was told.
std::expected<void, Error> random_edit(Random& random, EditedPlan& session) {
  const auto& s = session.snapshot();
  const EmployeeId i{
      static_cast<std::int32_t>(random.below(static_cast<std::uint32_t>(s.employees.size())))};
  const PostId to{
      static_cast<std::int32_t>(random.below(static_cast<std::uint32_t>(s.posts.size())))};
  const double what = random.unit();
  if (what < 0.35) return session.place(i, to);
  if (what < 0.45) return session.place(i, s[i].post);
  if (what < 0.65) return session.release(i);
  auto said = s[i];
  said.answered = random.chance(0.8);
  said.stance = static_cast<Stance>(random.below(3));
  said.wish_count = static_cast<std::uint8_t>(random.below(2));
  said.wishes[0] = {Snapshot::Target::Kind::post, to.value};
  said.weights = {4567, 2567, 1566, 900, 400};
  random.shuffle(std::span<std::int32_t>(said.weights));
  said.concerns[8] = static_cast<std::uint8_t>(random.below(6));
  return session.answer(i, said);
}

/// Everything that the session shows against a solution from scratch.
void require_same_as_scratch(const EditedPlan& session) {
  const auto scratch = optimal_plan(session.snapshot(), session.request()).value();
  REQUIRE(scratch.status == PlanStatus::optimal);
  REQUIRE(session.objectives() == scratch.objectives);
  REQUIRE(session.plan() == scratch.plan);
  REQUIRE(session.kept_apart() == scratch.kept_apart);
  REQUIRE(session.proven());
}

struct Shown {
  Plan plan;
  std::vector<Objective> objectives;
  std::vector<PlannerLock> locks;
  std::vector<EmployeeId> kept;

  friend bool operator==(const Shown&, const Shown&) = default;
};
Shown shown(const EditedPlan& session) {
  return {session.plan(), session.objectives(), session.request().rules.cycle.locks,
          session.kept_apart()};
}

std::unique_ptr<EditedPlan> session_of(const SmallCase& made, Policy policy,
                                       std::uint64_t seed = 1) {
  return EditedPlan::make(made.snapshot, PlanRequest{policy, seed, made.rules}).value().plan;
}

std::uint64_t some_rounds() { return std::max<std::uint64_t>(30, rounds() / 10); }

}  // namespace

TEST_CASE("after every edit the plan is the one that a solution from scratch gives",
          "[assignment][edit]") {
  std::size_t done = 0, refused = 0, infeasible = 0;
  for (std::uint64_t seed = 0; seed < some_rounds(); ++seed) {
    const auto made = small_case(seed);
    for (const Policy policy : objective_policies) {
      Random random(seed, 4);
      const auto session = session_of(made, policy);
      const bool feasible = solved(made, policy).status == PlanStatus::optimal;
      REQUIRE((session != nullptr) == feasible);
      if (!feasible) {
        ++infeasible;
        continue;
      }
      require_same_as_scratch(*session);
      for (int at = 0; at < 12; ++at) {
        INFO("case " << seed << ", policy " << name(policy) << ", edit " << at);
        const auto before = shown(*session);
        const auto edited = random_edit(random, *session);
        ++(edited ? done : refused);
        if (!edited) REQUIRE(shown(*session) == before);
        require_same_as_scratch(*session);
      }
    }
  }
  CHECK(done > refused);
  CHECK(refused > 0);
  CHECK(infeasible > 0);
}

TEST_CASE("a lock may take the seat that only another lock leaves", "[assignment][edit]") {
  std::size_t feasible = 0;
  for (std::uint64_t seed = 0; seed < 10 * rounds(); ++seed) {
    const auto made = small_case(seed);
    if (made.rules.cycle.locks.size() < 2) continue;
    INFO("case " << seed);
    const bool possible = solved(made, Policy::no_one_worse).status == PlanStatus::optimal;
    REQUIRE((session_of(made, Policy::no_one_worse) != nullptr) == possible);
    feasible += possible;
  }
  CHECK(feasible > 0);
}

TEST_CASE("an edit is refused exactly where no plan can follow it", "[assignment][edit]") {
  std::size_t refused = 0;
  for (std::uint64_t seed = 0; seed < some_rounds(); ++seed) {
    auto made = small_case(seed);
    const auto session = session_of(made, Policy::no_one_worse);
    if (!session) continue;
    for (std::size_t i = 0; i < made.snapshot.employees.size(); ++i)
      for (std::size_t j = 0; j < made.snapshot.posts.size(); ++j) {
        INFO("case " << seed << ", employee " << i << ", post " << j);
        auto wanted = session->request();
        auto& locks = wanted.rules.cycle.locks;
        std::erase_if(locks, [&](const auto& lock) { return lock.employee == EmployeeId{i}; });
        const auto after =
            std::ranges::lower_bound(locks, EmployeeId{i}, {}, &PlannerLock::employee);
        locks.insert(after, {EmployeeId{i}, PostId{j}});
        const auto scratch = optimal_plan(session->snapshot(), wanted).value();
        const auto edited = session->place(EmployeeId{i}, PostId{j});
        REQUIRE(edited.has_value() == (scratch.status == PlanStatus::optimal));
        if (!edited) {
          ++refused;
          REQUIRE(edited.error().fault == Fault::conflict);
          continue;
        }
        REQUIRE(session->plan() == scratch.plan);
        REQUIRE(session->undo());
      }
  }
  CHECK(refused > 0);
}

TEST_CASE("undo gives back exactly the plan before the edit, down to the first",
          "[assignment][edit]") {
  for (std::uint64_t seed = 0; seed < some_rounds(); ++seed) {
    const auto made = case_of(seed, 20, 8);
    for (const Policy policy : {Policy::balanced, Policy::worst_off_first}) {
      INFO("case " << seed << ", policy " << name(policy));
      Random random(seed, 5);
      const auto session = session_of(made, policy);
      if (!session) continue;
      std::vector<Shown> history;
      for (int at = 0; at < 25; ++at) {
        auto before = shown(*session);
        if (random_edit(random, *session)) history.push_back(std::move(before));
        if (!history.empty() && random.chance(0.2)) {
          REQUIRE(session->undo());
          REQUIRE(shown(*session) == history.back());
          history.pop_back();
          require_same_as_scratch(*session);
        }
      }
      for (; !history.empty(); history.pop_back()) {
        REQUIRE(session->undo());
        REQUIRE(shown(*session) == history.back());
      }
      REQUIRE_FALSE(session->undo());
      require_same_as_scratch(*session);
    }
  }
}

TEST_CASE("edits of a larger consultation stay optimal", "[assignment][edit]") {
  for (const Policy policy : objective_policies) {
    const auto made = case_of(7, 150, 40);
    Random random(11, static_cast<std::uint64_t>(policy));
    const auto session = session_of(made, policy, 3);
    if (!session) continue;
    for (int at = 0; at < 60; ++at) {
      INFO("policy " << name(policy) << ", edit " << at);
      (void)random_edit(random, *session);
      require_same_as_scratch(*session);
    }
  }
}

TEST_CASE("relatives stay apart through edits as they do from scratch", "[assignment][edit]") {
  std::size_t kept = 0;
  for (std::uint64_t seed = 0; seed < 3 * some_rounds(); ++seed) {
    auto made = case_of(seed, 5, 5);
    for (auto& employee : made.snapshot.employees) employee.tenure_months = 60;
    for (auto& post : made.snapshot.posts) post.kind = PostKind::struktural;
    made.rules.cycle.relatives = {{EmployeeId{0}, EmployeeId{1}}, {EmployeeId{1}, EmployeeId{2}}};
    Random random(seed, 6);
    const auto session = session_of(made, Policy::balanced);
    if (!session) continue;
    for (int at = 0; at < 12; ++at) {
      INFO("case " << seed << ", edit " << at);
      const auto before = shown(*session);
      if (random_edit(random, *session) && random.chance(0.3)) {
        REQUIRE(session->undo());
        REQUIRE(shown(*session) == before);
      }
      require_same_as_scratch(*session);
      kept += session->kept_apart().size();
    }
  }
  CHECK(kept > 0);
}

TEST_CASE("a session refuses what it cannot edit", "[assignment][edit]") {
  const auto made = small_case(3);
  const PlanRequest mechanism{Policy::both_sides, 1, {}};
  CHECK(EditedPlan::make(made.snapshot, mechanism).error().fault == Fault::invalid_input);
  const auto cancelled =
      EditedPlan::make(made.snapshot, PlanRequest{}, [](double) { return false; });
  CHECK(cancelled->status == PlanStatus::cancelled);
  CHECK(cancelled->plan == nullptr);
  const auto session = session_of(made, Policy::balanced);
  REQUIRE(session);
  CHECK(session->place(EmployeeId{99}, PostId{0}).error().fault == Fault::invalid_input);
  CHECK(session->place(EmployeeId{0}, PostId{99}).error().fault == Fault::invalid_input);
  CHECK(session->release(EmployeeId{}).error().fault == Fault::invalid_input);
  CHECK_FALSE(session->undo());
}
