#include "engine/scoring/attribution.hpp"

#include <catch2/catch_test_macros.hpp>
#include <cmath>

#include "engine/base/random.hpp"
#include "engine/province/province.hpp"
#include "engine/scoring/report.hpp"
#include "tests/engine/domain/small_world.hpp"

using namespace rembuk;
using namespace rembuk::testing;

namespace {

Plan random_plan(const Snapshot& s, std::uint64_t seed) {
  Random random(seed);
  Plan plan;
  for (std::size_t i = 0; i < s.employees.size(); ++i) {
    const PostId to{std::size_t{random.below(static_cast<std::uint32_t>(s.posts.size()))}};
    if (random.chance(0.3) && to != s.employees[i].post)
      plan.moves.push_back({EmployeeId{i}, to, ""});
  }
  return plan;
}

void check_sums(const PlanDifference& d) {
  std::int64_t parts = d.satisfaction.bonus + d.satisfaction.rounding;
  for (const auto part : d.satisfaction.criteria) parts += part;
  CHECK(parts == d.satisfaction.total);
  for (const auto* change : {&d.accept, &d.conditional, &d.object})
    CHECK(change->asked + change->satisfaction + change->stance + change->concerns ==
          change->total);
}

std::int64_t in_units(double people) {
  return static_cast<std::int64_t>(people * static_cast<double>(ExpectedChange::units_per_person));
}

}  // namespace

TEST_CASE("the parts of a difference sum to it exactly, and it is that of the reports",
          "[scoring]") {
  const Snapshot s = make_snapshot(make_province({.employees = 200, .seed = 12}));
  const auto model = *AcceptanceModel::make({});
  for (std::uint64_t seed = 0; seed < 6; ++seed) {
    const Plan a = random_plan(s, seed), b = random_plan(s, seed + 100);
    const PlanDifference d = difference(s, a, b, model);
    check_sums(d);
    const Report in_a = evaluate(s, a, model), in_b = evaluate(s, b, model);
    CHECK(d.moved == in_b.moved - in_a.moved);
    CHECK(d.accept.total ==
          in_units(in_b.acceptance.accept.mean) - in_units(in_a.acceptance.accept.mean));
    CHECK(d.conditional.total ==
          in_units(in_b.acceptance.conditional.mean) - in_units(in_a.acceptance.conditional.mean));
    CHECK(d.object.total ==
          in_units(in_b.acceptance.object.mean) - in_units(in_a.acceptance.object.mean));
    CHECK(std::abs(static_cast<double>(d.satisfaction.total) / SatisfactionChange::units_per_point -
                   (in_b.satisfaction.mean - in_a.satisfaction.mean) * in_a.employees) < 1e-6);
  }
}

TEST_CASE("the difference seen from the other plan is its negative, part by part", "[scoring]") {
  const Snapshot s = make_snapshot(make_province({.employees = 150, .seed = 13}));
  const auto model = *AcceptanceModel::make({});
  const Plan a = random_plan(s, 1), b = random_plan(s, 2);
  const PlanDifference there = difference(s, a, b, model), back = difference(s, b, a, model);
  CHECK(there.people == back.people);
  CHECK(there.moved == -back.moved);
  CHECK(there.satisfaction.rounding == -back.satisfaction.rounding);
  CHECK(there.satisfaction.bonus == -back.satisfaction.bonus);
  for (std::size_t c = 0; c < criterion_count; ++c)
    CHECK(there.satisfaction.criteria[c] == -back.satisfaction.criteria[c]);
  for (const auto part :
       {&PlanDifference::accept, &PlanDifference::conditional, &PlanDifference::object}) {
    CHECK((there.*part).asked == -(back.*part).asked);
    CHECK((there.*part).satisfaction == -(back.*part).satisfaction);
    CHECK((there.*part).stance == -(back.*part).stance);
    CHECK((there.*part).concerns == -(back.*part).concerns);
  }
}

TEST_CASE("a plan does not differ from itself", "[scoring]") {
  const Snapshot s = make_snapshot(make_province({.employees = 100, .seed = 14}));
  const Plan a = random_plan(s, 5);
  CHECK(difference(s, a, a, *AcceptanceModel::make({})) == PlanDifference{});
}

TEST_CASE("a cause that does not differ has no part", "[scoring]") {
  // Ani wants to stay and states no concern: only d and being asked can matter.
  Consultation c = small_world();
  c.aspirations = {answer(ani, Stance::open)};
  const Snapshot s = make_snapshot(c);
  const auto model = *AcceptanceModel::make({});
  const PlanDifference d = difference(s, {}, Plan{{{ani, remote, ""}}}, model);
  CHECK(d.people == 1);
  CHECK(d.accept.asked > 0);
  CHECK(d.accept.satisfaction < 0);
  CHECK(d.accept.stance == 0);
  CHECK(d.accept.concerns == 0);
  const PlanDifference other =
      difference(s, Plan{{{ani, empty, ""}}}, Plan{{{ani, remote, ""}}}, model);
  CHECK(other.accept.asked == 0);
  CHECK(other.satisfaction.criteria[0] < 0);
  CHECK(other.satisfaction.bonus == 0);
}

TEST_CASE("by agency the differences sum to that of everyone, part by part, and cancel exchanged",
          "[scoring]") {
  const Snapshot s = make_snapshot(make_province({.employees = 300, .seed = 12}));
  const auto model = *AcceptanceModel::make({});
  const Plan a = random_plan(s, 1), b = random_plan(s, 2);
  std::vector<std::size_t> agency_of;
  for (const auto& employee : s.employees)
    agency_of.push_back(s.unit_of(employee.post).opd.index());
  const auto there = differences(s, a, b, model, agency_of, s.units.size());
  const auto back = differences(s, b, a, model, agency_of, s.units.size());
  PlanDifference sum;
  std::size_t touched = 0;
  for (std::size_t g = 0; g < there.size(); ++g) {
    check_sums(there[g]);
    sum += there[g];
    touched += there[g].people > 0;
    PlanDifference none = there[g];
    none += back[g];
    PlanDifference nothing;
    nothing.people = 2 * there[g].people;
    CHECK(none == nothing);
  }
  CHECK(touched > 1);
  CHECK(sum == difference(s, a, b, model));
}
