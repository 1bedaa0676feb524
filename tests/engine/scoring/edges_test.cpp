#include <catch2/catch_test_macros.hpp>
#include <cmath>

#include "engine/base/random.hpp"
#include "engine/province/province.hpp"
#include "engine/scoring/attribution.hpp"
#include "engine/scoring/plan_totals.hpp"
#include "tests/engine/domain/small_world.hpp"

using namespace rembuk;
using namespace rembuk::testing;

namespace {

AcceptanceModel standard() { return *AcceptanceModel::make({}); }

/// Every real number of a report.
std::vector<double> reals(const Report& r) {
  const auto& s = r.satisfaction;
  const auto& a = r.acceptance;
  std::vector<double> all = {s.mean,
                             s.median,
                             s.worst_tenth_mean,
                             s.min,
                             s.gini,
                             s.mean_moved,
                             a.if_none_of_them,
                             a.if_all_of_them,
                             a.if_half_odds,
                             a.if_double_odds,
                             r.need.competence_covered_before,
                             r.need.competence_covered_after};
  for (const auto* x : {&a.accept, &a.conditional, &a.object})
    all.insert(all.end(), {x->mean, x->low80, x->high80});
  return all;
}
bool all_finite(const Report& r) {
  return std::ranges::all_of(reals(r), [](double x) { return std::isfinite(x) && x >= 0; });
}

Plan everybody_to(const Snapshot& s, PostId to) {
  Plan plan;
  for (std::size_t i = 0; i < s.employees.size(); ++i)
    if (s.employees[i].post != to) plan.moves.push_back({EmployeeId{i}, to, ""});
  return plan;
}

}  // namespace

TEST_CASE("a consultation of nobody has a report of zeros", "[scoring]") {
  CHECK(evaluate(Snapshot{}, {}, standard()) == Report{});
  const Snapshot nobody{};
  CHECK(PlanTotals(nobody, standard()).report() == Report{});
}

TEST_CASE("where nobody answered every number is there, and nobody's answer is made up",
          "[scoring]") {
  Consultation c = make_province({.employees = 500, .seed = 21});
  c.aspirations.clear();
  c.concerns.clear();
  const Snapshot s = make_snapshot(c);
  const Report r = evaluate(s, everybody_to(s, PostId{0}), standard());
  CHECK(r.answered == 0);
  CHECK(r.acceptance.nonrespondents == r.moved);
  CHECK(r.acceptance.if_none_of_them == 0);
  CHECK(r.acceptance.if_all_of_them == r.moved);
  CHECK(r.wish_any == 0);
  CHECK(all_finite(r));
}

TEST_CASE("posts and units that need nobody divide by nothing", "[scoring]") {
  Consultation c = small_world();
  for (auto& post : c.posts) post.need = 0;
  c.requirements.clear();
  const Snapshot s = make_snapshot(c);
  const Report r = evaluate(s, everybody_to(s, remote), standard());
  CHECK(r.need.heads_needed == 0);
  CHECK(r.need.heads_covered_after == 0);
  CHECK(r.need.competence_covered_after == 0);
  CHECK(all_finite(r));
}

TEST_CASE("who is moved twice stands where the last move says, and once", "[scoring]") {
  const Snapshot s = make_snapshot(small_world());
  const Plan twice{{{ani, remote, ""}, {budi, empty, ""}, {ani, agency, ""}}};
  const Plan once{{{ani, agency, ""}, {budi, empty, ""}}};
  CHECK(evaluate(s, twice, standard()) == evaluate(s, once, standard()));
  const Plan back{{{ani, remote, ""}, {ani, staff, ""}}};
  CHECK(evaluate(s, back, standard()) == evaluate(s, {}, standard()));
}

TEST_CASE("however extreme the sentences, every number is finite", "[scoring]") {
  const Snapshot s = make_snapshot(make_province({.employees = 400, .seed = 22}));
  for (const double odds : {1e-300, 1e-3, 1.0, 1e3, 1e300})
    for (const double worth : {1e-3, 20.0, 1e300}) {
      AcceptanceSentences sentences{{1e-9, 1e-9, 10 - 2e-9}, odds, 1 / odds, odds, worth};
      const auto model = AcceptanceModel::make(sentences);
      REQUIRE(model);
      const Report r = evaluate(s, everybody_to(s, PostId{1}), *model);
      CHECK(all_finite(r));
      CHECK(r.acceptance.accept.high80 <= r.moved);
    }
}

TEST_CASE("a stronger or a further concern never raises anyone's expected acceptance of any move",
          "[scoring]") {
  const Snapshot before = make_snapshot(make_province({.employees = 120, .seed = 23}));
  const AcceptanceModel model = standard();
  int fell = 0;
  for (std::size_t i = 0; i < before.employees.size(); ++i) {
    if (!before.employees[i].answered) continue;
    for (std::size_t k = 0; k < concern_categories; ++k) {
      if (before.employees[i].concerns[k] == 5) continue;
      Snapshot after = before;
      ++after.employees[i].concerns[k];
      for (std::size_t j = 0; j < before.posts.size(); j += 5) {
        const EmployeeId who{i};
        if (PostId{j} == before[who].post) continue;
        const Probabilities was = probabilities(model.central, move_case(before, who, PostId{j})),
                            is = probabilities(model.central, move_case(after, who, PostId{j}));
        REQUIRE(is.accept <= was.accept);
        REQUIRE(is.object >= was.object);
        fell += is.accept < was.accept;
      }
    }
  }
  CHECK(fell > 0);
}

TEST_CASE("the difference of two plans and that of the same two exchanged cancel, field by field",
          "[scoring]") {
  const Snapshot s = make_snapshot(make_province({.employees = 300, .seed = 24}));
  const AcceptanceModel model = standard();
  for (std::size_t a = 0; a < 3; ++a) {
    const PlanDifference there =
        difference(s, everybody_to(s, PostId{a}), everybody_to(s, PostId{a + 3}), model);
    const PlanDifference back =
        difference(s, everybody_to(s, PostId{a + 3}), everybody_to(s, PostId{a}), model);
    CHECK(there.satisfaction.total == -back.satisfaction.total);
    CHECK(there.accept.total == -back.accept.total);
    CHECK(there.conditional.total == -back.conditional.total);
    CHECK(there.object.total == -back.object.total);
    CHECK(there.moved == -back.moved);
    CHECK(there.people > 0);
  }
}

TEST_CASE("a report of many movers by tables is the one by the formula, person by person",
          "[scoring]") {
  const Snapshot s = make_snapshot(make_province({.employees = 900, .seed = 25}));
  const AcceptanceModel model = standard();
  const Plan plan = everybody_to(s, PostId{2});
  REQUIRE(plan.moves.size() > 400);
  std::int64_t accept = 0, spread = 0;
  std::array<double, parameter_draw_count> draws{};
  for (const auto& move : plan.moves) {
    const MoveCase facts = move_case(s, move.employee, move.to);
    const std::int64_t p = probabilities(model.central, facts).accept;
    accept += p;
    spread += p * (probability_one - p);
    for (std::size_t k = 0; k < draws.size(); ++k)
      draws[k] += probabilities(model.draws[k], facts).accept;
  }
  ExpectedSums sums{accept, spread, draws};
  CHECK(evaluate(s, plan, model).acceptance.accept ==
        sums.people(static_cast<std::int32_t>(plan.moves.size())));
}
