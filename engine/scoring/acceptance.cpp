#include "engine/scoring/acceptance.hpp"

#include <algorithm>
#include <cmath>

#include "engine/base/elementary.hpp"
#include "engine/scoring/concerns.hpp"
#include "engine/scoring/parameter_draws.hpp"
#include "engine/scoring/satisfaction.hpp"

namespace rembuk {
namespace {

bool positive(double x) { return std::isfinite(x) && x > 0; }

std::int32_t rounded(double probability) {
  return static_cast<std::int32_t>(std::floor(probability * probability_one + 0.5));
}

}  // namespace

double logistic(double x) { return 1 / (1 + rembuk::exp(-x)); }

std::expected<AcceptanceModel, Error> AcceptanceModel::make(const AcceptanceSentences& sentences) {
  const auto [x, y, z] = sentences.of_ten;
  if (!positive(x) || !positive(y) || !positive(z) || std::abs(x + y + z - 10) > 1e-9)
    return std::unexpected(Error{Fault::invalid_input, "of_ten"});
  if (!positive(sentences.odds_per_1000_points))
    return std::unexpected(Error{Fault::invalid_input, "odds_per_1000_points"});
  if (!positive(sentences.odds_stay))
    return std::unexpected(Error{Fault::invalid_input, "odds_stay"});
  if (!positive(sentences.odds_concern))
    return std::unexpected(Error{Fault::invalid_input, "odds_concern"});
  if (!positive(sentences.worth_answers))
    return std::unexpected(Error{Fault::invalid_input, "worth_answers"});
  AcceptanceModel model;
  model.central = {rembuk::log(sentences.odds_per_1000_points), rembuk::log(sentences.odds_stay),
                   rembuk::log(sentences.odds_concern), rembuk::log(z / (10 - z)),
                   rembuk::log((y + z) / (10 - y - z))};
  const double sigma = std::sqrt(20 / sentences.worth_answers);
  for (std::size_t k = 0; k < parameter_draw_count; ++k) {
    const auto& z_of = parameter_draws[k];
    const auto& c = model.central;
    model.draws[k] = {c.b1 * rembuk::exp(0.25 * sigma * z_of[0]),
                      c.b2 * rembuk::exp(0.25 * sigma * z_of[1]),
                      c.b3 * rembuk::exp(0.25 * sigma * z_of[2]), c.t1 + 0.5 * sigma * z_of[3],
                      c.t2 + 0.5 * sigma * z_of[3]};
  }
  return model;
}

MoveCase move_case(const Snapshot& snapshot, EmployeeId i, PostId j) {
  const auto& employee = snapshot[i];
  return {satisfaction(snapshot, i, j) - satisfaction(snapshot, i, employee.post),
          employee.answered && employee.stance == Stance::stay, concern_load(snapshot, i, j)};
}

Probabilities probabilities(const AcceptanceParameters& p, const MoveCase& move, double shift) {
  const double eta = p.b1 * move.delta / 1000 - (move.wants_to_stay ? p.b2 : 0) -
                     p.b3 * move.load_fifths / 5 + shift;
  Probabilities result;
  result.object = rounded(logistic(p.t1 - eta));
  result.accept = rounded(1 - logistic(p.t2 - eta));
  result.conditional = std::max(0, probability_one - result.accept - result.object);
  return result;
}

}  // namespace rembuk
