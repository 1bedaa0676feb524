#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "engine/assignment/edited_plan.hpp"
#include "engine/assignment/lock_conflict.hpp"
#include "engine/assignment/trade_off.hpp"
#include "engine/assignment/verify_certificate.hpp"
#include "engine/base/random.hpp"
#include "tests/engine/assignment/every_plan.hpp"

using namespace rembuk;
using namespace rembuk::testing;

namespace {

using Level = HeadBound::Level;

struct BoundedCase {
  SmallCase made;
  PlanRequest request;
};

bool holds(const Snapshot& s, const HeadBound& bound, PostId j) {
  const auto& unit = s.unit_of(j);
  switch (bound.level) {
    case Level::post:
      return j.value == bound.id;
    case Level::unit:
      return s[j].unit.value == bound.id;
    case Level::opd:
      return unit.opd.value == bound.id;
    default:
      return unit.government.value == bound.id;
  }
}

bool kept(const Snapshot& s, const std::vector<HeadBound>& bounds, const Places& places) {
  return std::ranges::all_of(bounds, [&](const HeadBound& bound) {
    const auto heads = std::ranges::count_if(places, [&](PostId j) { return holds(s, bound, j); });
    return bound.least <= heads && heads <= bound.most;
  });
}

BoundedCase bounded_case(std::uint64_t seed, Policy policy) {
  BoundedCase c{small_case(seed), {}};
  const auto& s = c.made.snapshot;
  Random random(seed, 55);
  c.request = {policy, 1, c.made.rules};
  for (auto count = 1 + random.below(3); count > 0; --count) {
    HeadBound bound{static_cast<Level>(random.below(4)), 0, 0, HeadBound::no_cap};
    const auto of = [&](std::size_t size) {
      return static_cast<std::int32_t>(random.below(static_cast<std::uint32_t>(size)));
    };
    if (bound.level == Level::post) bound.id = of(s.posts.size());
    if (bound.level == Level::unit) bound.id = of(s.units.size());
    if (bound.level == Level::opd)
      bound.id = s.units[static_cast<std::size_t>(of(s.units.size()))].opd.value;
    if (random.chance(0.6)) bound.least = of(4);
    if (random.chance(0.6)) bound.most = of(5);
    c.request.bounds.push_back(bound);
  }
  return c;
}

/// The best values of any plan that keeps everything; none if there is no plan.
std::optional<std::vector<Objective>> best_of(const BoundedCase& c) {
  std::optional<std::vector<Objective>> best;
  const auto& s = c.made.snapshot;
  for_every_plan(c.made, c.request.policy, [&](const Places& places) {
    if (!kept(s, c.request.bounds, places)) return;
    auto now = values(s, places, c.request.policy);
    if (!best || better(now, *best)) best = std::move(now);
  });
  return best;
}

}  // namespace

TEST_CASE("with floors and caps the plan is the best of all that keep them, and proved",
          "[assignment][bounds]") {
  std::size_t feasible = 0, infeasible = 0;
  for (const Policy policy : objective_policies)
    for (std::uint64_t seed = 0; seed < rounds(); ++seed) {
      const auto c = bounded_case(seed, policy);
      const auto& s = c.made.snapshot;
      INFO("case " << seed << ", policy " << name(policy));
      const auto best = best_of(c);
      auto result = optimal_plan(s, c.request).value();
      REQUIRE((result.status == PlanStatus::optimal) == best.has_value());
      ++(best ? feasible : infeasible);
      if (!best) continue;
      REQUIRE(result.objectives == *best);
      REQUIRE(kept(s, c.request.bounds, placement(s, result.plan)));
      const auto flaw = verify_certificate(s, c.request, result);
      REQUIRE((flaw ? flaw->what : "") == "");
      for (const auto& certificate : result.certificates)
        REQUIRE(certificate.primal == certificate.dual);
      ++result.multipliers[0].group[0];
      --result.multipliers[0].group[s.units.size()];
      auto without = c.request;
      without.bounds.clear();
      REQUIRE(verify_certificate(s, without, result).has_value());
    }
  CHECK(feasible > rounds());
  CHECK(infeasible > rounds() / 2);
}

TEST_CASE("a group that everybody free is in has no price for a cap that it does not reach",
          "[assignment][bounds]") {
  // 943: somebody is locked in an OPD that must take everyone else too, under a cap that leaves
  // room for one more.
  const std::uint64_t last = std::max<std::uint64_t>(rounds(), 944);
  std::size_t below = 0;
  for (const Policy policy : objective_policies)
    for (std::uint64_t seed = 0; seed < last; ++seed) {
      const auto c = bounded_case(seed, policy);
      const auto& s = c.made.snapshot;
      const auto result = optimal_plan(s, c.request).value();
      if (result.status != PlanStatus::optimal) continue;
      INFO("case " << seed << ", policy " << name(policy));
      const auto flaw = verify_certificate(s, c.request, result);
      REQUIRE((flaw ? flaw->what : "") == "");
      const auto places = placement(s, result.plan);
      const auto reached = [&](Level level, std::int32_t id) {
        return std::ranges::any_of(c.request.bounds, [&](const HeadBound& bound) {
          return bound.level == level && bound.id == id &&
                 std::ranges::count_if(places, [&](PostId j) { return holds(s, bound, j); }) ==
                     bound.most;
        });
      };
      const auto& price = result.multipliers[0].group;  // no earlier level holds a group
      const auto units = s.units.size();
      for (std::size_t u = 0; u < units; ++u) {
        const auto opd = s.units[u].opd;
        const auto government = s.units[u].government;
        const auto of_opd = price[units + opd.index()],
                   of_government = price[2 * units + government.index()];
        const auto id = static_cast<std::int32_t>(u);
        if (!reached(Level::unit, id)) REQUIRE(price[u] >= of_opd);
        if (!reached(Level::opd, opd.value)) REQUIRE(of_opd >= of_government);
        if (!reached(Level::government, government.value)) REQUIRE(of_government >= 0);
        below += !reached(Level::opd, opd.value);
      }
    }
  CHECK(below > rounds());
}

TEST_CASE("floors and caps that cannot be kept are named, and none of them in vain",
          "[assignment][bounds]") {
  std::size_t alone = 0, together = 0;
  for (std::uint64_t seed = 0; seed < rounds(); ++seed) {
    const auto c = bounded_case(seed, Policy::balanced);
    const auto& s = c.made.snapshot;
    auto free = c.request;
    free.bounds.clear();
    if (optimal_plan(s, free)->status != PlanStatus::optimal) continue;
    INFO("case " << seed);
    const auto conflict = lock_conflict(s, c.request);
    REQUIRE(conflict.has_value() == !best_of(c).has_value());
    if (!conflict) continue;
    REQUIRE_FALSE(conflict->bounds.empty());
    ++(conflict->bounds.size() == 1 ? alone : together);
    const auto possible = [&](const std::vector<HeadBound>& bounds,
                              const std::vector<PlannerLock>& locks) {
      auto request = c.request;
      request.bounds = bounds;
      request.rules.cycle.locks = locks;
      return optimal_plan(s, request)->status == PlanStatus::optimal;
    };
    REQUIRE_FALSE(possible(conflict->bounds, conflict->locks));
    for (std::size_t at = 0; at < conflict->bounds.size(); ++at) {
      auto rest = conflict->bounds;
      rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(at));
      REQUIRE(possible(rest, conflict->locks));
    }
    for (std::size_t at = 0; at < conflict->locks.size(); ++at) {
      auto rest = conflict->locks;
      rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(at));
      REQUIRE(possible(conflict->bounds, rest));
    }
  }
  CHECK(alone > 0);
  CHECK(together > 0);
}

TEST_CASE("a floor above the number of staff names itself", "[assignment][bounds]") {
  auto made = case_of(7, 6, 5);
  made.rules.cycle.locks.clear();
  PlanRequest request{Policy::balanced, 1, made.rules};
  const HeadBound possible{Level::government, 0, 0, 6},
      floor{Level::government, 0, 7, HeadBound::no_cap};
  request.bounds = {possible, floor};
  CHECK(optimal_plan(made.snapshot, request)->status == PlanStatus::infeasible);
  const auto conflict = lock_conflict(made.snapshot, request);
  REQUIRE(conflict.has_value());
  CHECK(conflict->bounds == std::vector{floor});
  CHECK(conflict->locks.empty());
}

TEST_CASE("trade-offs keep floors and caps; edits and mechanisms refuse them",
          "[assignment][bounds]") {
  std::size_t several = 0;
  for (std::uint64_t seed = 0; seed < rounds(); ++seed) {
    const auto c = bounded_case(seed, Policy::balanced);
    INFO("case " << seed);
    const auto found = trade_off(c.made.snapshot, c.request, 9).value();
    REQUIRE((found.status == PlanStatus::optimal) == best_of(c).has_value());
    for (const auto& point : found.points)
      REQUIRE(kept(c.made.snapshot, c.request.bounds, placement(c.made.snapshot, point.plan)));
    if (found.status == PlanStatus::optimal)
      REQUIRE(found.points.back().need_covered == (*best_of(c))[0].value);
    several += found.points.size() > 1;
    const auto session = EditedPlan::make(c.made.snapshot, c.request);
    REQUIRE(!session);
    CHECK(session.error().fault == Fault::invalid_input);
  }
  CHECK(several > 0);
  for (const Policy policy : mechanisms)
    CHECK(!optimal_plan(small_case(3).snapshot, bounded_case(3, policy).request));
}
