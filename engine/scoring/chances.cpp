#include "engine/scoring/chances.hpp"

#include <algorithm>
#include <cmath>

#include "engine/base/elementary.hpp"

namespace rembuk {
namespace {

constexpr std::int32_t least_delta = -10000, most_delta = 10000;
constexpr std::int32_t low_steps = 128;
constexpr std::int32_t loads = 5 * static_cast<std::int32_t>(concern_categories) + 1;
const double ln2 = rembuk::log(2);

/// Bound of the terms that are added up to t − η, in absolute value.
double reach(const AcceptanceParameters& p) {
  return std::abs(p.b1) * 10 + std::abs(p.b2) + std::abs(p.b3) * (loads - 1) / 5 +
         std::max(std::abs(p.t1), std::abs(p.t2)) + ln2;
}

/// The nearest whole number of 0 ≤ x < 2⁵¹, without a call.
double nearest(double x) {
  constexpr double shift = 6755399441055744.0;  // 1.5 · 2⁵²: no digit behind the point is left
  return (x + shift) - shift;
}

}  // namespace

Chances chances(const AcceptanceModel& model, const MoveCase& move) {
  Chances out;
  const auto set = [&](std::size_t k, const AcceptanceParameters& parameters, double shift) {
    const Probabilities p = probabilities(parameters, move, shift);
    out.accept[k] = p.accept;
    out.conditional[k] = p.conditional;
    out.object[k] = p.object;
  };
  for (std::size_t k = 0; k < parameter_draw_count; ++k) set(k, model.draws[k], 0);
  set(central_odds, model.central, 0);
  set(half_odds, model.central, -ln2);
  set(double_odds, model.central, ln2);
  set(double_odds + 1, model.central, 0);
  return out;
}

ChanceTable::ChanceTable(const AcceptanceModel& model, std::size_t moves) : model_(&model) {
  constexpr std::size_t few = 200;
  if (moves < few) return;
  // Each power stays within e^±300 and the product of all within e^±600: nothing overflows or loses
  // digits near zero. Both ways then add up at most reach · 8 + 40 roundings of relative size 2⁻⁵³
  // in e^(η − t), of which at most a quarter reaches a probability, and 5 more after it: less than
  // (8 · reach + 16) · 2⁻⁵³, in units of 2⁻²⁰ (reach + 2) · 2⁻³⁰.
  double furthest = reach(model.central);
  for (const auto& draw : model.draws) furthest = std::max(furthest, reach(draw));
  if (!(furthest <= 300)) return;
  sure_ = 0.5 - (furthest + 2) / (1 << 30);
  high_.resize((most_delta - least_delta) / low_steps + 1);
  low_.resize(low_steps);
  rest_.resize(std::size_t{2} * loads);
  for (std::size_t k = 0; k < parameter_draw_count; ++k) tabulate(model.draws[k], 0, k);
  tabulate(model.central, 0, central_odds);
  tabulate(model.central, -ln2, half_odds);
  tabulate(model.central, ln2, double_odds);
  tabulate(model.central, 0, double_odds + 1);
}

void ChanceTable::tabulate(const AcceptanceParameters& p, double shift, std::size_t column) {
  for (std::size_t h = 0; h < high_.size(); ++h)
    high_[h][column] =
        rembuk::exp(p.b1 * (least_delta + static_cast<std::int32_t>(h) * low_steps) / 1000);
  for (std::size_t l = 0; l < low_.size(); ++l)
    low_[l][column] = rembuk::exp(p.b1 * static_cast<std::int32_t>(l) / 1000);
  const double opens = rembuk::exp(shift - p.t1), stays = rembuk::exp(shift - p.t1 - p.b2);
  for (std::int32_t load = 0; load < loads; ++load) {
    const double concern = rembuk::exp(-p.b3 * load / 5);
    rest_[static_cast<std::size_t>(load)][column] = concern * opens;
    rest_[static_cast<std::size_t>(loads + load)][column] = concern * stays;
  }
  ratio_[column] = rembuk::exp(p.t1 - p.t2);
}

Chances ChanceTable::operator()(const MoveCase& move) const {
  Chances out;
  return find(move, out) ? out : chances(*model_, move);
}

bool ChanceTable::find(const MoveCase& move, Chances& out) const {
  if (sure_ < 0 || move.delta < least_delta || move.delta > most_delta || move.load_fifths < 0 ||
      move.load_fifths >= loads)
    return false;
  const auto above = static_cast<std::size_t>(move.delta - least_delta);
  const double* high = high_[above / low_steps].data();
  const double* low = low_[above % low_steps].data();
  const double* rest =
      rest_[static_cast<std::size_t>(move.load_fifths + (move.wants_to_stay ? loads : 0))].data();
  std::int64_t unsure = 0;
  for (std::size_t k = 0; k < ratio_.size(); ++k) {
    const double x = high[k] * low[k] * rest[k];  // e^(η − t1): P(object) = 1 / (1 + x)
    const double y = x * ratio_[k];               // e^(η − t2): P(accept) = y / (1 + y)
    const double both = probability_one / ((1 + x) * (1 + y));
    const double no = (1 + y) * both, yes = y * (1 + x) * both;
    const double object = nearest(no), accept = nearest(yes);
    out.object[k] = object;
    out.accept[k] = accept;
    out.conditional[k] = std::max(0.0, probability_one - accept - object);
    unsure |= std::abs(no - object) <= sure_ ? 0 : 1;
    unsure |= std::abs(yes - accept) <= sure_ ? 0 : 1;
  }
  return unsure == 0;
}

}  // namespace rembuk
