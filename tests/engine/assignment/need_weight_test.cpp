#include <catch2/catch_test_macros.hpp>
#include <tuple>

#include "engine/assignment/optimal_plan.hpp"
#include "engine/assignment/verify_certificate.hpp"
#include "tests/engine/assignment/every_plan.hpp"

using namespace rembuk;
using namespace rembuk::testing;

namespace {

struct Worth {
  std::int64_t satisfaction = 0, need = 0, moves = 0;
};
Worth worth(const Snapshot& s, const Places& places) {
  const auto v = values(s, places, Policy::balanced);
  return {v[1].value, v[0].value, v[2].value};
}
/// What comes first at this weight; the greatest wins. Written out once more from the page.
std::tuple<std::int64_t, std::int64_t, std::int64_t> order(const Worth& w, std::int32_t weight) {
  if (weight == 0) return {w.satisfaction, w.need, -w.moves};
  if (weight == 100) return {w.need, w.satisfaction, -w.moves};
  return {(100 - weight) * w.satisfaction + weight * 2500 * w.need, w.need, -w.moves};
}

PlanResult weighed(const SmallCase& made, std::int32_t weight) {
  PlanRequest request;
  request.rules = made.rules;
  request.need_weight = weight;
  return optimal_plan(made.snapshot, request).value();
}

}  // namespace

TEST_CASE("at every weight of need the plan is the best of all plans", "[assignment]") {
  for (std::uint64_t seed = 0; seed < rounds() / 3; ++seed) {
    const auto made = small_case(seed);
    for (const std::int32_t weight : {0, 10, 50, 80, 100}) {
      INFO("seed " << seed << ", weight " << weight);
      const auto result = weighed(made, weight);
      std::optional<std::tuple<std::int64_t, std::int64_t, std::int64_t>> best;
      for_every_plan(made, Policy::balanced, [&](const Places& places) {
        const auto now = order(worth(made.snapshot, places), weight);
        if (!best || now > *best) best = now;
      });
      REQUIRE((result.status == PlanStatus::optimal) == best.has_value());
      if (!best) continue;
      REQUIRE(order(worth(made.snapshot, placement(made.snapshot, result.plan)), weight) == *best);
      PlanRequest request;
      request.rules = made.rules;
      request.need_weight = weight;
      const auto flaw = verify_certificate(made.snapshot, request, result);
      INFO((flaw ? flaw->what : "sound"));
      REQUIRE_FALSE(flaw);
    }
  }
}

TEST_CASE("more weight on need never fills fewer seats nor satisfies more", "[assignment]") {
  for (std::uint64_t seed = 0; seed < 40; ++seed) {
    const auto made = random_case(seed, 24, 12);
    std::optional<Worth> before;
    for (std::int32_t weight = 0; weight <= 100; weight += 10) {
      const auto result = weighed(made, weight);
      if (result.status != PlanStatus::optimal) break;
      const auto now = worth(made.snapshot, placement(made.snapshot, result.plan));
      if (before) {
        REQUIRE(now.need >= before->need);
        REQUIRE(now.satisfaction <= before->satisfaction);
      }
      before = now;
    }
  }
}

TEST_CASE("a weight beyond 0 to 100 is refused", "[assignment]") {
  const auto made = small_case(1);
  for (const std::int32_t weight : {-1, 101}) {
    PlanRequest request;
    request.need_weight = weight;
    CHECK_FALSE(optimal_plan(made.snapshot, request));
  }
}
