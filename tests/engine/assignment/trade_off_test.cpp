#include "engine/assignment/trade_off.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <map>

#include "tests/engine/assignment/every_plan.hpp"

using namespace rembuk;
using namespace rembuk::testing;

namespace {

struct Point {
  std::int64_t satisfaction = 0, need = 0, moves = 0;

  friend bool operator==(const Point&, const Point&) = default;
};

/// For every need that some plan covers: the most satisfaction, and its fewest moves.
std::vector<Point> best_by_need(const SmallCase& made) {
  std::map<std::int64_t, Point> best;
  for_every_plan(made, Policy::balanced, [&](const Places& places) {
    const auto v = values(made.snapshot, places, Policy::balanced);
    const Point now{v[1].value, v[0].value, v[2].value};
    auto [at, fresh] = best.emplace(now.need, now);
    if (!fresh && (now.satisfaction > at->second.satisfaction ||
                   (now.satisfaction == at->second.satisfaction && now.moves < at->second.moves)))
      at->second = now;
  });
  std::vector<Point> list;
  for (const auto& [need, point] : best) list.push_back(point);
  return list;
}

/// The points that are the only best ones for some positive weights, or for one objective first.
std::vector<Point> extreme_points(const SmallCase& made) {
  std::vector<Point> hull;
  for (const auto& p : best_by_need(made)) {
    while (!hull.empty() && hull.back().satisfaction <= p.satisfaction) hull.pop_back();
    const auto below = [&](const Point& a, const Point& b) {
      return (b.satisfaction - a.satisfaction) * (p.need - a.need) <=
             (p.satisfaction - a.satisfaction) * (b.need - a.need);
    };
    while (hull.size() >= 2 && below(hull[hull.size() - 2], hull.back())) hull.pop_back();
    hull.push_back(p);
  }
  return hull;
}

std::vector<Point> offered(const TradeOff& result) {
  std::vector<Point> list;
  for (const auto& p : result.points) list.push_back({p.satisfaction_sum, p.need_covered, p.moves});
  return list;
}

TradeOff frontier(const SmallCase& made, std::size_t most, std::uint64_t seed = 1) {
  PlanRequest request;
  request.seed = seed;
  request.rules = made.rules;
  return trade_off(made.snapshot, request, most).value();
}

/// Few seats that are wanted, many that are needed: long frontiers.
SmallCase scarce_case(std::uint64_t seed) {
  auto made = case_of(seed, 5, 5);
  for (auto& employee : made.snapshot.employees) employee.tenure_months = 60;
  return made;
}

}  // namespace

TEST_CASE("trade-off points are exactly the extreme supported points", "[assignment]") {
  std::size_t long_ones = 0, infeasible = 0;
  for (std::uint64_t seed = 0; seed < rounds(); ++seed) {
    for (const auto& made : {random_case(seed, 5, 5), scarce_case(seed)}) {
      INFO("case " << seed);
      const auto expected = extreme_points(made);
      const auto result = frontier(made, 100);
      REQUIRE((result.status == PlanStatus::optimal) == !expected.empty());
      infeasible += expected.empty();
      if (expected.empty()) continue;
      REQUIRE(offered(result) == expected);
      REQUIRE(result.complete);
      long_ones += expected.size() > 2;
    }
  }
  CHECK(long_ones > rounds() / 30);
  CHECK(infeasible > 0);
}

TEST_CASE(
    "every trade-off plan has the values it names, keeps the rules and is best for its weights",
    "[assignment]") {
  for (std::uint64_t seed = 0; seed < rounds(); ++seed) {
    INFO("case " << seed);
    const auto made = scarce_case(seed);
    const auto result = frontier(made, 100);
    if (result.status != PlanStatus::optimal) continue;
    const auto best = best_by_need(made);
    for (const auto& p : result.points) {
      const auto v = values(made.snapshot, placement(made.snapshot, p.plan), Policy::balanced);
      REQUIRE(v[0].value == p.need_covered);
      REQUIRE(v[1].value == p.satisfaction_sum);
      REQUIRE(violations(made.snapshot, p.plan, made.rules).empty());
      const auto weighed = [&](std::int64_t s, std::int64_t n) {
        return p.weight_satisfaction * s + p.weight_need * n;
      };
      for (const auto& other : best)
        REQUIRE(weighed(other.satisfaction, other.need) <=
                weighed(p.satisfaction_sum, p.need_covered));
    }
  }
}

TEST_CASE("fewer trade-off points than there are: both ends, and only extreme ones between them",
          "[assignment]") {
  std::size_t cut = 0;
  for (std::uint64_t seed = 0; seed < rounds(); ++seed) {
    INFO("case " << seed);
    const auto made = scarce_case(seed);
    const auto all = frontier(made, 100);
    for (const std::size_t most : {std::size_t{2}, std::size_t{3}}) {
      const auto some = frontier(made, most);
      REQUIRE(some.status == all.status);
      if (all.points.empty()) continue;
      REQUIRE(some.points.size() == std::min(most, all.points.size()));
      REQUIRE(some.points.front() == all.points.front());
      REQUIRE(some.points.back() == all.points.back());
      for (const auto& p : offered(some)) REQUIRE(std::ranges::count(offered(all), p) == 1);
      if (all.points.size() > most) REQUIRE_FALSE(some.complete);
      cut += all.points.size() > most;
    }
  }
  CHECK(cut > 0);
}

TEST_CASE("the seed decides the plans of trade-off points, never their values", "[assignment]") {
  std::size_t different = 0;
  for (std::uint64_t seed = 0; seed < rounds(); ++seed) {
    const auto made = scarce_case(seed);
    const auto first = frontier(made, 9, 7), again = frontier(made, 9, 7),
               other = frontier(made, 9, 8);
    REQUIRE(first.points == again.points);
    REQUIRE(offered(first) == offered(other));
    different += first.points != other.points;
  }
  CHECK(different > 0);
}

TEST_CASE("relatives meet in no trade-off plan", "[assignment]") {
  std::size_t kept = 0;
  for (std::uint64_t seed = 0; seed < rounds(); ++seed) {
    auto made = scarce_case(seed);
    for (auto& post : made.snapshot.posts) post.kind = PostKind::struktural;
    made.rules.cycle.relatives = {{EmployeeId{0}, EmployeeId{1}}, {EmployeeId{1}, EmployeeId{2}}};
    const auto result = frontier(made, 9);
    kept += result.kept_apart.size();
    for (const auto& p : result.points) {
      INFO("case " << seed);
      REQUIRE(violations(made.snapshot, p.plan, made.rules).empty());
    }
  }
  CHECK(kept > 0);
}

TEST_CASE("a cancelled trade-off leaves nothing behind, and one point is no trade-off",
          "[assignment]") {
  const auto made = scarce_case(3);
  PlanRequest request;
  std::size_t asked = 0;
  double last = 0;
  const auto whole = trade_off(made.snapshot, request, 9, [&](double share) {
    ++asked;
    last = share;
    return share >= 0 && share <= 1;
  });
  REQUIRE(whole->status == PlanStatus::optimal);
  CHECK(last > 0.2);
  for (std::size_t stop = 1; stop <= asked; ++stop) {
    std::size_t count = 0;
    const auto result =
        trade_off(made.snapshot, request, 9, [&](double) { return ++count < stop; });
    REQUIRE(result->status == PlanStatus::cancelled);
    CHECK(result->points.empty());
  }
  CHECK(trade_off(made.snapshot, request, 1).error().fault == Fault::invalid_input);
}
