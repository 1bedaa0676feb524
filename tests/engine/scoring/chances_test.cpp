#include "engine/scoring/chances.hpp"

#include <catch2/catch_test_macros.hpp>

#include "engine/base/random.hpp"

using namespace rembuk;

namespace {

AcceptanceModel model_of(const AcceptanceSentences& sentences) {
  return *AcceptanceModel::make(sentences);
}

}  // namespace

TEST_CASE("tabulated chances are those of the formula, bit by bit, for every difference and load",
          "[scoring]") {
  const AcceptanceModel model = model_of({});
  const ChanceTable table(model, 20'000);
  for (std::int32_t delta = -10000; delta <= 10000; delta += 7)
    for (const bool stays : {false, true}) {
      const MoveCase move{delta, stays, (delta + 10000) % 71};
      REQUIRE(table(move) == chances(model, move));
    }
}

TEST_CASE("tabulated chances are those of the formula for any sentences, however extreme",
          "[scoring]") {
  Random random(5);
  const auto between = [&](double low, double high) {
    return low + (high - low) * random.below(1'000'000) / 1e6;
  };
  for (int k = 0; k < 60; ++k) {
    AcceptanceSentences s;
    const double accept = between(1e-3, 9.9), object = between(1e-4, 10 - accept - 1e-3);
    s.of_ten = {accept, 10 - accept - object, object};
    s.odds_per_1000_points = k % 5 == 0 ? 1e280 : between(1e-3, 30);
    s.odds_stay = k % 7 == 0 ? 1e-290 : between(1e-3, 1000);
    s.odds_concern = between(1e-3, 100);
    s.worth_answers = k % 3 == 0 ? 0.5 : between(1, 1000);
    const auto model = AcceptanceModel::make(s);
    REQUIRE(model);
    const ChanceTable table(*model, 20'000);
    for (int n = 0; n < 100; ++n) {
      const MoveCase move{static_cast<std::int32_t>(random.below(20001)) - 10000,
                          random.chance(0.3), static_cast<std::int32_t>(random.below(71))};
      REQUIRE(table(move) == chances(*model, move));
    }
  }
}

TEST_CASE("a probability next to the middle of two rounded values is left to the formula",
          "[scoring]") {
  // P(object) of an equally good post at the central parameters: (k + ½) · 2⁻²⁰, to the last digit.
  for (std::int32_t k = 1; k < 400'000; k += 9973) {
    AcceptanceSentences s;
    const double object = 10 * (k + 0.5) / probability_one;
    s.of_ten = {(10 - object) / 2, 10 - object - (10 - object) / 2, object};
    const AcceptanceModel model = model_of(s);
    REQUIRE(ChanceTable(model, 20'000)({}) == chances(model, {}));
  }
}

TEST_CASE("what no plan can hold is left to the formula: differences and loads out of range",
          "[scoring]") {
  const AcceptanceModel model = model_of({});
  const ChanceTable table(model, 20'000);
  for (const MoveCase& move : {MoveCase{-10001, false, 0}, MoveCase{10001, true, 3},
                               MoveCase{0, false, 71}, MoveCase{0, false, -1}})
    CHECK(table(move) == chances(model, move));
}

TEST_CASE("for a few moves no table is made, and the numbers are the same", "[scoring]") {
  const AcceptanceModel model = model_of({});
  const MoveCase move{-1234, true, 7};
  CHECK(ChanceTable(model, 3)(move) == ChanceTable(model, 20'000)(move));
}

TEST_CASE("halved and doubled odds stand on both sides of the central acceptance", "[scoring]") {
  const Chances c = chances(model_of({}), {500, false, 2});
  CHECK(c.accept[half_odds] < c.accept[central_odds]);
  CHECK(c.accept[central_odds] < c.accept[double_odds]);
}
