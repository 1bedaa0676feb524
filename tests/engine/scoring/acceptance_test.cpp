#include "engine/scoring/acceptance.hpp"

#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <limits>

#include "engine/scoring/parameter_draws.hpp"

using namespace rembuk;

namespace {

AcceptanceModel standard() { return *AcceptanceModel::make({}); }
double odds(double p) { return p / (1 - p); }
double real(std::int32_t units) { return static_cast<double>(units) / probability_one; }
/// Odds of accepting rather than not.
double accept_odds(const MoveCase& move) {
  return odds(real(probabilities(standard().central, move).accept));
}

}  // namespace

TEST_CASE("an equally good post and no concern gives the first sentence back", "[scoring]") {
  const Probabilities p = probabilities(standard().central, {});
  CHECK(std::abs(real(p.accept) - 0.5) < 1e-6);
  CHECK(std::abs(real(p.conditional) - 0.3) < 1e-6);
  CHECK(std::abs(real(p.object) - 0.2) < 1e-6);
}

TEST_CASE("each sentence changes the odds by what it says", "[scoring]") {
  const double even = accept_odds({});
  CHECK(std::abs(accept_odds({1000, false, 0}) / even - 1.8) < 1e-4);
  CHECK(std::abs(accept_odds({-2000, false, 0}) * 3.24 / even - 1) < 1e-4);
  CHECK(std::abs(even / accept_odds({0, true, 0}) - 3) < 1e-4);
  CHECK(std::abs(even / accept_odds({0, false, 5}) - 2) < 1e-4);
  CHECK(std::abs(even / accept_odds({0, false, 10}) - 4) < 1e-4);
  const Probabilities usual = probabilities(standard().central, {}),
                      better = probabilities(standard().central, {1000, false, 0});
  CHECK(std::abs(odds(real(usual.object)) / odds(real(better.object)) - 1.8) < 1e-4);
}

TEST_CASE("one more concern never makes acceptance likelier nor objection less likely",
          "[scoring]") {
  const AcceptanceModel model = standard();
  for (std::int32_t delta = -10000; delta <= 10000; delta += 500)
    for (const bool stays : {false, true})
      for (std::int32_t load = 0; load < 70; ++load) {
        const Probabilities less = probabilities(model.central, {delta, stays, load}),
                            more = probabilities(model.central, {delta, stays, load + 1});
        REQUIRE(more.accept <= less.accept);
        REQUIRE(more.object >= less.object);
      }
}

TEST_CASE("probabilities are whole multiples of 2^-20 that sum to one at least nearly",
          "[scoring]") {
  const AcceptanceModel model = standard();
  for (std::int32_t delta = -10000; delta <= 10000; delta += 37) {
    const Probabilities p =
        probabilities(model.central, {delta, delta % 2 == 0, (delta + 10000) % 71});
    REQUIRE((p.accept >= 0 && p.accept <= probability_one));
    REQUIRE((p.object >= 0 && p.object <= probability_one));
    REQUIRE(p.conditional >= 0);
    REQUIRE(std::abs(p.accept + p.conditional + p.object - probability_one) <= 1);
  }
}

TEST_CASE("the extremes neither overflow nor leave the range", "[scoring]") {
  AcceptanceSentences steep;
  steep.odds_per_1000_points = 1e300;
  const auto model = AcceptanceModel::make(steep);
  REQUIRE(model);
  CHECK(probabilities(model->central, {10000, false, 0}).accept == probability_one);
  CHECK(probabilities(model->central, {-10000, false, 0}).object == probability_one);
  for (const auto& draw : model->draws) CHECK(probabilities(draw, {10000, true, 70}).accept >= 0);
  CHECK(logistic(-1000) == 0);
  CHECK(logistic(1000) == 1);
  CHECK(logistic(0) == 0.5);
}

TEST_CASE("sentences that are no sentences are refused by name", "[scoring]") {
  const auto refused = [](auto change) {
    AcceptanceSentences sentences;
    change(sentences);
    const auto model = AcceptanceModel::make(sentences);
    return model ? std::string("accepted") : model.error().detail;
  };
  constexpr double nan = std::numeric_limits<double>::quiet_NaN(),
                   infinite = std::numeric_limits<double>::infinity();
  CHECK(refused([](auto& s) { s.of_ten = {5, 5, 0}; }) == "of_ten");
  CHECK(refused([](auto& s) { s.of_ten = {5, 3, 3}; }) == "of_ten");
  CHECK(refused([](auto& s) { s.of_ten = {-1, 9, 2}; }) == "of_ten");
  CHECK(refused([](auto& s) { s.of_ten = {nan, 3, 2}; }) == "of_ten");
  CHECK(refused([](auto& s) { s.odds_per_1000_points = 0; }) == "odds_per_1000_points");
  CHECK(refused([](auto& s) { s.odds_stay = -3; }) == "odds_stay");
  CHECK(refused([](auto& s) { s.odds_concern = infinite; }) == "odds_concern");
  CHECK(refused([](auto& s) { s.worth_answers = nan; }) == "worth_answers");
  CHECK(refused([](auto& s) { s.of_ten = {0.1, 0.1, 9.8}; }) == "accepted");
}

TEST_CASE("draws come in opposite pairs around the central parameters", "[scoring]") {
  const AcceptanceModel model = standard();
  for (std::size_t k = 0; k < parameter_draw_count; k += 2) {
    for (std::size_t z = 0; z < 4; ++z) CHECK(parameter_draws[k][z] == -parameter_draws[k + 1][z]);
    CHECK(
        std::abs(model.draws[k].b1 * model.draws[k + 1].b1 / (model.central.b1 * model.central.b1) -
                 1) < 1e-12);
    CHECK(std::abs(model.draws[k].t1 + model.draws[k + 1].t1 - 2 * model.central.t1) < 1e-12);
    CHECK(std::abs((model.draws[k].t2 - model.draws[k].t1) -
                   (model.central.t2 - model.central.t1)) < 1e-12);
  }
}

TEST_CASE("an assumption worth more answers spreads its draws less", "[scoring]") {
  AcceptanceSentences weak, strong;
  weak.worth_answers = 5;
  strong.worth_answers = 500;
  const auto spread = [](const AcceptanceSentences& sentences) {
    const auto model = AcceptanceModel::make(sentences);
    double sum = 0;
    for (const auto& draw : model->draws)
      sum += (draw.t1 - model->central.t1) * (draw.t1 - model->central.t1);
    return sum;
  };
  CHECK(std::abs(spread(weak) / spread(strong) - 100) < 1e-6);
}
