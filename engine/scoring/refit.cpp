#include <algorithm>
#include <cmath>
#include <optional>

#include "engine/base/elementary.hpp"
#include "engine/scoring/calibration.hpp"

/// Newton's method on the penalised log-likelihood, which is concave in (b1, b2, b3, t1, t2).
namespace rembuk {
namespace {

constexpr std::size_t size = 5;
using Vector = std::array<double, size>;
using Matrix = std::array<Vector, size>;

/// Weighted answers to one kind of move: weight[k] of each Answer k.
struct Cell {
  MoveCase move;
  std::array<double, 3> weight{};
};

/// ln L(x) without overflow.
double log_logistic(double x) { return x < -30 ? x : -rembuk::log(1 + rembuk::exp(-x)); }

/// The log-likelihood with its gradient and the negative of its Hessian.
struct Likelihood {
  double value = 0;
  Vector gradient{};
  Matrix information{};

  void add(const Vector& direction, double weight, double first, double second) {
    for (std::size_t i = 0; i < size; ++i) {
      gradient[i] += weight * first * direction[i];
      for (std::size_t j = 0; j < size; ++j)
        information[i][j] -= weight * second * direction[i] * direction[j];
    }
  }
};

/// P(conditional) = L(t2 − η) · L(η − t1) · (1 − e^(t1 − t2)), so every logarithm is a sum of ones
/// that neither cancel nor overflow.
Likelihood likelihood(const Vector& at, std::span<const Cell> cells) {
  Likelihood sum;
  const double fall = rembuk::exp(at[3] - at[4]);
  for (const auto& [move, weight] : cells) {
    const Vector x = {move.delta / 1000.0, move.wants_to_stay ? -1.0 : 0.0,
                      -move.load_fifths / 5.0};
    const double eta = at[0] * x[0] + at[1] * x[1] + at[2] * x[2];
    const double below = at[3] - eta, above = at[4] - eta;
    const Vector to_below = {-x[0], -x[1], -x[2], 1, 0}, to_above = {-x[0], -x[1], -x[2], 0, 1};
    const double f1 = logistic(below), f2 = logistic(above);
    const double curve1 = -f1 * (1 - f1), curve2 = -f2 * (1 - f2);
    const auto [accept, conditional, object] = weight;
    if (object > 0) {
      sum.value += object * log_logistic(below);
      sum.add(to_below, object, 1 - f1, curve1);
    }
    if (accept > 0) {
      sum.value += accept * log_logistic(-above);
      sum.add(to_above, accept, -f2, curve2);
    }
    if (conditional > 0) {
      sum.value +=
          conditional * (log_logistic(above) + log_logistic(-below) + rembuk::log(1 - fall));
      sum.add(to_above, conditional, 1 - f2, curve2);
      sum.add(to_below, conditional, -f1, curve1);
      sum.add({0, 0, 0, -1, 1}, conditional, fall / (1 - fall), -fall / ((1 - fall) * (1 - fall)));
    }
  }
  return sum;
}

/// Solves a · x = b for a symmetric positive definite a, by Cholesky; nothing if it is not.
std::optional<Vector> solved(Matrix a, Vector b) {
  for (std::size_t i = 0; i < size; ++i)
    for (std::size_t j = 0; j <= i; ++j) {
      double sum = a[i][j];
      for (std::size_t k = 0; k < j; ++k) sum -= a[i][k] * a[j][k];
      if (i == j && !(sum > 0)) return std::nullopt;
      a[i][j] = i == j ? std::sqrt(sum) : sum / a[j][j];
    }
  for (std::size_t i = 0; i < size; ++i) {
    for (std::size_t k = 0; k < i; ++k) b[i] -= a[i][k] * b[k];
    b[i] /= a[i][i];
  }
  for (std::size_t i = size; i-- > 0;) {
    for (std::size_t k = i + 1; k < size; ++k) b[i] -= a[k][i] * b[k];
    b[i] /= a[i][i];
  }
  return b;
}

/// The four sentences as pseudo-answers, and the answers.
std::vector<Cell> weighted(const AcceptanceParameters& p, double worth_answers,
                           std::span<const Response> answers) {
  std::vector<Cell> cells;
  for (const MoveCase& anchor :
       {MoveCase{}, MoveCase{1000, false, 0}, MoveCase{0, true, 0}, MoveCase{0, false, 5}}) {
    const double eta = p.b1 * anchor.delta / 1000 - (anchor.wants_to_stay ? p.b2 : 0) -
                       p.b3 * anchor.load_fifths / 5;
    const double object = logistic(p.t1 - eta), accept = logistic(eta - p.t2);
    const double each = worth_answers / 4;
    cells.push_back({anchor, {each * accept, each * (1 - accept - object), each * object}});
  }
  for (const auto& [move, answer] : answers) {
    Cell cell{move, {}};
    cell.weight[static_cast<std::size_t>(answer)] = 1;
    cells.push_back(cell);
  }
  return cells;
}

AcceptanceSentences sentences_of(const Vector& at, double worth_answers) {
  AcceptanceSentences s;
  const double object = logistic(at[3]), accept = logistic(-at[4]);
  s.of_ten = {10 * accept, 10 * (1 - accept - object), 10 * object};
  s.odds_per_1000_points = rembuk::exp(at[0]);
  s.odds_stay = rembuk::exp(at[1]);
  s.odds_concern = rembuk::exp(at[2]);
  s.worth_answers = worth_answers;
  return s;
}

/// One step up from `at`, halved until it is one; at the top none.
void climb(Vector& at, Likelihood& here, std::span<const Cell> cells) {
  const auto step = solved(here.information, here.gradient);
  if (!step) return;
  for (double length = 1; length > 1e-9; length /= 2) {
    Vector next = at;
    for (std::size_t i = 0; i < size; ++i) next[i] += length * (*step)[i];
    if (!(next[3] < next[4])) continue;
    Likelihood there = likelihood(next, cells);
    if (!(there.value >= here.value)) continue;
    at = next;
    here = there;
    return;
  }
}

}  // namespace

std::expected<Refit, Error> refit(const AcceptanceSentences& assumption,
                                  std::span<const Response> answers) {
  constexpr int steps = 20;
  const auto model = AcceptanceModel::make(assumption);
  if (!model) return std::unexpected(model.error());
  const AcceptanceParameters& prior = model->central;
  const auto cells = weighted(prior, assumption.worth_answers, answers);
  Vector at = {prior.b1, prior.b2, prior.b3, prior.t1, prior.t2};
  Likelihood here = likelihood(at, cells);
  Refit result;
  for (int step = 0; step < steps; ++step) climb(at, here, cells);
  result.parameters = {at[0], at[1], at[2], at[3], at[4]};
  result.sentences =
      sentences_of(at, assumption.worth_answers + static_cast<double>(answers.size()));
  return result;
}

}  // namespace rembuk
