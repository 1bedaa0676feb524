#include "engine/scoring/plan_totals.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <map>

#include "engine/base/random.hpp"
#include "engine/province/province.hpp"
#include "engine/scoring/concerns.hpp"
#include "engine/scoring/satisfaction.hpp"
#include "tests/engine/domain/small_world.hpp"

using namespace rembuk;
using namespace rembuk::testing;

namespace {

AcceptanceModel standard() { return *AcceptanceModel::make({}); }

Plan plan_of(const Snapshot& s, const PlanTotals& totals) {
  Plan plan;
  for (std::size_t i = 0; i < s.employees.size(); ++i)
    if (const PostId at = totals.place_of(EmployeeId{i}); at != s.employees[i].post)
      plan.moves.push_back({EmployeeId{i}, at, ""});
  return plan;
}

EmployeeId anyone(Random& random, const Snapshot& s) {
  return EmployeeId{std::size_t{random.below(static_cast<std::uint32_t>(s.employees.size()))}};
}
PostId any_post(Random& random, const Snapshot& s) {
  return PostId{std::size_t{random.below(static_cast<std::uint32_t>(s.posts.size()))}};
}

}  // namespace

TEST_CASE("after any edits the totals equal those counted from scratch, bit by bit", "[scoring]") {
  const Snapshot s = make_snapshot(make_province({.employees = 300, .seed = 4}));
  const AcceptanceModel model = standard();
  const StatusQuo now(s);
  PlanTotals totals(s, model);
  Random random(11);
  for (int round = 0; round < 12; ++round) {
    for (int edit = 0; edit < 25; ++edit) totals.place(anyone(random, s), any_post(random, s));
    PlanTotals fresh(s, model);
    const Plan plan = plan_of(s, totals);
    for (auto move = plan.moves.rbegin(); move != plan.moves.rend(); ++move)
      fresh.place(move->employee, move->to);
    REQUIRE(totals == fresh);
    REQUIRE(totals.report() == evaluate(s, plan, model));
    REQUIRE(now.report(plan, model) == evaluate(s, plan, model));
  }
}

TEST_CASE("undoing every edit restores every integer of the status quo", "[scoring]") {
  const Snapshot s = make_snapshot(make_province({.employees = 200, .seed = 6}));
  const AcceptanceModel model = standard();
  const PlanTotals untouched(s, model);
  PlanTotals totals = untouched;
  Random random(3);
  std::vector<std::pair<EmployeeId, PostId>> earlier;
  for (int edit = 0; edit < 500; ++edit) {
    const EmployeeId who = anyone(random, s);
    earlier.emplace_back(who, totals.place_of(who));
    totals.place(who, any_post(random, s));
  }
  REQUIRE_FALSE(totals == untouched);
  for (auto last = earlier.rbegin(); last != earlier.rend(); ++last)
    totals.place(last->first, last->second);
  REQUIRE(totals == untouched);
  CHECK(totals.report() == untouched.report());
}

TEST_CASE("every total is the sum over the people", "[scoring]") {
  const Consultation c = make_province({.employees = 400, .seed = 8});
  const Snapshot s = make_snapshot(c);
  const AcceptanceModel model = standard();
  const Plan plan = first_proposal(c);
  REQUIRE(plan.moves.size() > 5);
  const Report report = evaluate(s, plan, model);
  const auto places = placement(s, plan);
  std::int64_t sum = 0, moved_sum = 0, accept = 0, conditional = 0, object = 0;
  std::int32_t better = 0, wished = 0, load = 0, touched = 0;
  for (std::size_t i = 0; i < places.size(); ++i) sum += satisfaction(s, EmployeeId{i}, places[i]);
  for (const auto& move : plan.moves) {
    const MoveCase facts = move_case(s, move.employee, move.to);
    const Probabilities p = probabilities(model.central, facts);
    moved_sum += satisfaction(s, move.employee, move.to);
    accept += p.accept, conditional += p.conditional, object += p.object;
    better += facts.delta > 0;
    wished += first_wish(s, move.employee, move.to).has_value();
    load += concern_load(s, move.employee, move.to);
  }
  for (const auto& concern : report.concerns) touched += concern.intensity_sum;
  CHECK(report.satisfaction.mean == static_cast<double>(sum) / static_cast<double>(places.size()));
  CHECK(report.satisfaction.mean_moved ==
        static_cast<double>(moved_sum) / static_cast<double>(plan.moves.size()));
  CHECK(report.acceptance.accept.mean == static_cast<double>(accept) / probability_one);
  CHECK(report.acceptance.conditional.mean == static_cast<double>(conditional) / probability_one);
  CHECK(report.acceptance.object.mean == static_cast<double>(object) / probability_one);
  CHECK(report.moved_better == better);
  CHECK(report.moved_better + report.moved_equal + report.moved_worse == report.moved);
  CHECK(report.wish_any == wished);
  CHECK(touched == load);
}

TEST_CASE("mean, median, worst tenth, minimum and Gini of known values", "[scoring]") {
  const auto summary = [](std::initializer_list<Points> values) {
    SatisfactionCounts counts;
    for (const Points value : values) counts.add(value, 1);
    return counts.summary(static_cast<std::int64_t>(values.size()));
  };
  const auto four = summary({1000, 3000, 2000, 8000});
  CHECK(four.mean == 3500);
  CHECK(four.median == 2500);
  CHECK(four.worst_tenth_mean == 1000);
  CHECK(four.min == 1000);
  CHECK(four.gini == 11.0 / 28);  // Σ|x−y| = 44000, over 2 · 16 · 3500
  const auto eleven = summary({5, 5, 5, 5, 5, 5, 5, 5, 5, 1, 4});
  CHECK(eleven.median == 5);
  CHECK(eleven.worst_tenth_mean == 2.5);  // two of eleven
  CHECK(summary({0, 0, 0}).gini == 0);
  CHECK(summary({10000}).gini == 0);
  CHECK(summary({7, 7}).median == 7);
  CHECK(summary({}).mean == 0);
}

TEST_CASE("nobody moved: nothing is asked, and no number is missing", "[scoring]") {
  const Snapshot s = make_snapshot(small_world());
  const Report report = evaluate(s, {}, standard());
  CHECK(report.moved == 0);
  CHECK(report.satisfaction.mean_moved == 0);
  CHECK(report.acceptance == Report::Acceptance{});
  CHECK(report.need.heads_covered_before == report.need.heads_covered_after);
  CHECK(report.need.heads_needed == 12);
  CHECK(report.need.heads_covered_before == 6);
}

TEST_CASE("covered heads and competence count the best up to the need", "[scoring]") {
  Consultation c = small_world();
  c.posts[1].need = 1;
  c.skills = {{budi, CompetenceId{0}, 4, {}, {}},
              {budi, CompetenceId{2}, 3, {}, {}},
              {eka, CompetenceId{0}, 1, {}, {}}};
  const Snapshot s = make_snapshot(c);
  const Report report = evaluate(s, Plan{{{budi, remote, ""}}}, standard());
  CHECK(report.need.heads_covered_before == 6);
  CHECK(report.need.heads_covered_after == 5);
  CHECK(report.need.competence_covered_before == (4 * 10000 + 1428 + 10000) / 10000.0);
  CHECK(report.need.competence_covered_after == (3 * 10000 + 10000 + 10000) / 10000.0);
}

TEST_CASE("who did not answer is told apart, and the bounds hold them all", "[scoring]") {
  Consultation c = small_world();
  c.aspirations = {answer(ani, Stance::move)};
  const Snapshot s = make_snapshot(c);
  const auto a =
      evaluate(s, Plan{{{ani, remote, ""}, {budi, empty, ""}, {citra, remote, ""}}}, standard())
          .acceptance;
  CHECK(a.asked == 3);
  CHECK(a.nonrespondents == 2);
  CHECK(a.if_all_of_them == a.if_none_of_them + 2);
  CHECK(a.if_none_of_them <= a.if_half_odds);
  CHECK(a.if_half_odds < a.accept.mean);
  CHECK(a.accept.mean < a.if_double_odds);
  CHECK(a.if_double_odds <= a.if_all_of_them);
  CHECK(a.accept.low80 >= 0);
  CHECK(a.accept.high80 <= 3);
}

TEST_CASE("a known answer is a fact: probability one, no spread, in every draw", "[scoring]") {
  const Snapshot s = make_snapshot(small_world());
  const Plan plan{{{ani, remote, ""}, {budi, empty, ""}}};
  const std::vector<KnownAnswer> known = {{budi, empty, Answer::object},
                                          {ani, remote, Answer::accept}};
  const auto a = evaluate(s, plan, standard(), known).acceptance;
  CHECK(a.accept == ExpectedPeople{1, 1, 1});
  CHECK(a.object == ExpectedPeople{1, 1, 1});
  CHECK(a.conditional == ExpectedPeople{0, 0, 0});
  CHECK(a.nonrespondents == 0);
  CHECK(a.if_none_of_them == 1);
}

TEST_CASE("an answer about another post is no fact about this one", "[scoring]") {
  const Snapshot s = make_snapshot(small_world());
  const Plan plan{{{ani, remote, ""}}};
  const std::vector<KnownAnswer> known = {{ani, empty, Answer::accept}};
  CHECK(evaluate(s, plan, standard(), known) == evaluate(s, plan, standard()));
}

TEST_CASE("the status quo has every number that a plan has", "[scoring]") {
  const Snapshot s = make_snapshot(make_province({.employees = 60, .seed = 1}));
  const Report report = evaluate(s, {}, standard());
  CHECK(report.employees == 60);
  CHECK(report.satisfaction.min <= report.satisfaction.worst_tenth_mean);
  CHECK(report.satisfaction.worst_tenth_mean <= report.satisfaction.median);
  CHECK(report.satisfaction.gini > 0);
  CHECK(report.satisfaction.gini < 1);
}
