#include "engine/assignment/explanation_counterfactual.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cstdlib>
#include <iostream>
#include <tuple>

#include "engine/province/province.hpp"
#include "engine/scoring/satisfaction.hpp"
#include "tests/engine/assignment/small_case.hpp"

using namespace rembuk;

namespace {

/// The change written into the records themselves, as a clerk would: shares nothing with the
/// engine.
Consultation rewritten(Consultation c, EmployeeId i, const SingleChange& change) {
  using Kind = SingleChange::Kind;
  if (change.kind == Kind::seat) c.posts[change.post.index()].need += change.steps;
  if (change.kind == Kind::tenure_months) {
    auto& since = c.employees[i.index()].tmt_post;
    since = std::min(since, since.year() / since.month() / 28) - std::chrono::months(change.steps);
  }
  if (change.kind == Kind::wish_up || change.kind == Kind::wish_down) {
    auto& wishes = std::ranges::find(c.aspirations, i, &Aspiration::employee)->wishes;
    const Wish wish = wishes[change.wish];
    wishes.erase(wishes.begin() + change.wish);
    const int to = change.wish + (change.kind == Kind::wish_up ? -change.steps : change.steps);
    wishes.insert(wishes.begin() + to, wish);
  }
  if (change.kind == Kind::competence_level) {
    int level = 0;
    for (const auto& skill : c.skills)
      if (skill.employee == i && skill.competence == change.competence)
        level = std::max<int>(level, skill.level);
    c.skills.push_back(
        {i, change.competence, static_cast<std::uint8_t>(level + change.steps), {}, {}});
    std::ranges::sort(c.skills, {}, [](const Skill& s) {
      return std::tuple(s.employee.value, s.competence.value, s.level);
    });
  }
  return c;
}

PostId place_in(const Consultation& c, const PlanRequest& request, EmployeeId i) {
  const Snapshot s = make_snapshot(c);
  return placement(s, optimal_plan(s, request).value().plan)[i.index()];
}

/// Both sides of one counterfactual, solved anew from changed records.
void check_both_sides(const Consultation& c, const PlanRequest& request, EmployeeId i,
                      Counterfactual found) {
  INFO("kind " << static_cast<int>(found.change.kind) << ", steps " << found.change.steps);
  CHECK(found.after != found.before);
  CHECK((place_in(rewritten(c, i, found.change), request, i) == found.after));
  --found.change.steps;
  const bool none_left = found.change.steps == 0;
  CHECK((place_in(none_left ? c : rewritten(c, i, found.change), request, i) == found.before));
}

/// Whether nobody else is at the margin: a seat left empty, from which a rule keeps the person, and
/// which is then worth no less to them than what is given.
bool rule_alone(const Snapshot& s, const SolvedPolicy& solved, EmployeeId i,
                const Counterfactual& found) {
  const PostId q = found.after;
  const auto heads = std::ranges::count(solved.places, q);
  const Snapshot after = changed(s, i, found.change);
  return heads < s[q].need && !eligible(s, i, q) && eligible(after, i, q) &&
         satisfaction(after, i, q) >= satisfaction(after, i, found.before);
}

struct Tally {
  CounterfactualShare share;
  std::array<int, 5> kinds{};
  int solves = 0;
};

/// Some employees of one province, spread over it.
void check_province(std::uint64_t seed, std::int32_t size, Policy policy, std::int32_t people,
                    Tally& tally) {
  const Consultation c = make_province({.employees = size, .seed = seed});
  const Snapshot s = make_snapshot(c);
  const PlanRequest request{policy, seed, {}};
  const auto solved = solve_policy(s, request).value();
  for (std::int32_t k = 0; k < people; ++k) {
    const EmployeeId i{(k * size) / people};
    INFO("province " << seed << ", employee " << i.value << ", " << name(policy));
    const auto found = smallest_change(s, solved, i).value();
    tally.share.add(found.result);
    tally.solves += found.solved;
    CHECK((found.before == solved.places[i.index()]));
    if (found.result != Counterfactual::Result::found) continue;
    ++tally.kinds[static_cast<std::size_t>(found.change.kind)];
    CHECK((solved.contenders[found.after.index()] >= 10 || found.after == s[i].post ||
           rule_alone(s, solved, i, found)));
    check_both_sides(c, request, i, found);
  }
}

/// Every change of one person's own values, fewest steps first, competences before wishes.
std::vector<SingleChange> own_changes(const Snapshot& s, EmployeeId i) {
  using Kind = SingleChange::Kind;
  std::vector<SingleChange> all;
  const int wishes = s[i].answered ? s[i].wish_count : 0;
  for (std::int32_t steps = 1; steps <= 5; ++steps) {
    for (std::int32_t c = 0; c < 2; ++c)
      all.push_back({Kind::competence_level, CompetenceId{c}, {}, 0, steps});
    for (int w = 0; w < wishes; ++w) {
      const auto at = static_cast<std::uint8_t>(w);
      if (steps <= w) all.push_back({Kind::wish_up, {}, {}, at, steps});
      if (w + steps < wishes) all.push_back({Kind::wish_down, {}, {}, at, steps});
    }
  }
  return all;
}

PostId place_after(const testing::SmallCase& made, Policy policy, EmployeeId i,
                   const SingleChange& change) {
  const Snapshot s = changed(made.snapshot, i, change);
  return placement(s, testing::solved({s, made.rules}, policy).plan)[i.index()];
}

bool reaches(const Snapshot& s, EmployeeId i, Goal goal, PostId before, PostId after) {
  const auto rank = [&](PostId j) { return j == s[i].post ? 5 : first_wish(s, i, j).value_or(5); };
  if (goal == Goal::better_wish) return rank(after) < rank(before);
  return goal == Goal::stay ? after == s[i].post : after != before;
}

/// The fewest steps of a change of one's own that gives the goal; 0: none does.
std::int32_t fewest_by_trying(const testing::SmallCase& made, Policy policy, EmployeeId i,
                              const Counterfactual& found) {
  for (auto change : own_changes(made.snapshot, i)) {
    const PostId after = place_after(made, policy, i, change);
    if (!reaches(made.snapshot, i, found.goal, found.before, after)) continue;
    const std::int32_t steps = change.steps--;
    if (steps == 1 || place_after(made, policy, i, change) == found.before) return steps;
  }
  return 0;
}

}  // namespace

TEST_CASE("no change of fewer steps would do, by trying every one", "[explanation]") {
  const CounterfactualLimits all{.threshold = 0, .most_solves = 1000};
  int found_any = 0;
  for (std::uint64_t seed = 0; seed < testing::rounds() / 10; ++seed)
    for (const Policy policy : testing::objective_policies) {
      const auto made = testing::small_case(seed);
      const auto policy_plan = solve_policy(made.snapshot, {policy, 1, made.rules}).value();
      for (std::size_t k = 0; k < made.snapshot.employees.size(); ++k) {
        const EmployeeId i{k};
        INFO("case " << seed << ", employee " << k << ", " << name(policy));
        const auto found = smallest_change(made.snapshot, policy_plan, i, all).value();
        const bool own =
            found.result == Counterfactual::Result::none ||
            (found.result == Counterfactual::Result::found && touches_one_row(found.change));
        if (!own) continue;
        const bool some = found.result == Counterfactual::Result::found;
        found_any += some ? 1 : 0;
        CHECK(fewest_by_trying(made, policy, i, found) == (some ? found.change.steps : 0));
      }
    }
  CHECK(found_any > 10);
}

TEST_CASE("the share over many people counts each outcome once", "[explanation]") {
  const Consultation c = make_province({.employees = 200, .seed = 9});
  const Snapshot s = make_snapshot(c);
  const auto policy = solve_policy(s, {}).value();
  std::vector<EmployeeId> people;
  CounterfactualShare one_by_one;
  const CounterfactualLimits limits{.most_solves = 5};
  for (std::size_t i = 0; i < s.employees.size(); i += 10) {
    people.emplace_back(i);
    one_by_one.add(smallest_change(s, policy, EmployeeId{i}, limits).value().result);
  }
  const auto share = counterfactual_share(s, policy, people, limits).value();
  CHECK((share == one_by_one));
  CHECK(share.people == 20);
  CHECK(share.found + share.none + share.withheld + share.unfinished + share.kept == 20);
  CHECK(share.found_share() == static_cast<double>(share.found) / (20 - share.kept));
  CHECK(CounterfactualShare{}.found_share() == 0);
}

TEST_CASE("a limit or a cancel ends the search as unfinished", "[explanation]") {
  const Consultation c = make_province({.employees = 200, .seed = 9});
  const Snapshot s = make_snapshot(c);
  const auto policy = solve_policy(s, {Policy::unit_priority, 1, {}}).value();
  int unfinished = 0;
  for (std::size_t i = 0; i < s.employees.size(); i += 10) {
    const CounterfactualLimits few{.threshold = 0, .most_solves = 1};
    const auto found = smallest_change(s, policy, EmployeeId{i}, few).value();
    CHECK(found.solved <= 2);
    if (found.result != Counterfactual::Result::unfinished) continue;
    ++unfinished;
    const auto cancelled =
        smallest_change(s, policy, EmployeeId{i}, {.threshold = 0}, [](double) { return false; });
    CHECK(cancelled->result == Counterfactual::Result::unfinished);
    CHECK(cancelled->solved == 1);
  }
  CHECK(unfinished > 0);
}

TEST_CASE("each counterfactual is true at its step and not yet one step below", "[explanation]") {
  const bool full = std::getenv("REMBUK_FULL") != nullptr;
  const std::int32_t people = full ? 125 : 4, size = full ? 1000 : 400;
  Tally tally;
  for (const Policy policy :
       {Policy::balanced, Policy::no_one_worse, Policy::most_first_wishes, Policy::worst_off_first,
        Policy::need_first, Policy::published_order, Policy::both_sides, Policy::unit_priority})
    check_province(11 + static_cast<std::uint64_t>(policy), size, policy, people, tally);
  const auto& share = tally.share;
  std::cout << "counterfactuals: " << share.people << " people"
            << (full ? "" : " (full: 1000 people of eight provinces)") << ", found " << share.found
            << ", none " << share.none << ", withheld " << share.withheld << ", unfinished "
            << share.unfinished << ", kept " << share.kept << "; competence " << tally.kinds[0]
            << ", months " << tally.kinds[1] << ", wish " << tally.kinds[2] + tally.kinds[3]
            << ", seat " << tally.kinds[4] << "; solved " << tally.solves << " times\n";
  CHECK(share.found > 0);
}
