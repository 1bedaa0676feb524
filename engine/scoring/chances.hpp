#pragma once
#include <array>
#include <cstdint>
#include <vector>

#include "engine/scoring/acceptance.hpp"

/// One move under every set of parameters that a report needs: the central ones, their odds halved
/// and doubled, and the 64 draws.
namespace rembuk {

/// Whole numbers in units of 2⁻²⁰; in double, where sums below 2⁵³ are exact in any order. The 64
/// draws, then the central parameters, their odds halved and doubled, and one that fills a vector.
using ByParameters = std::array<double, parameter_draw_count + 4>;
inline constexpr std::size_t central_odds = parameter_draw_count, half_odds = central_odds + 1,
                             double_odds = half_odds + 1;

struct Chances {
  ByParameters accept, conditional, object;

  friend bool operator==(const Chances&, const Chances&) = default;
};

/// By the formula: 67 times two logistic functions.
[[nodiscard]] Chances chances(const AcceptanceModel& model, const MoveCase& move);

/// The same numbers, bit by bit, for many moves: e^(η − t1) is a product of tabulated powers, and
/// where the product's error could reach the other side of a rounding the formula decides.
///
/// Shape    refers to the model, which must outlive it and must not change.
/// Errors   |product's value − formula's| < margin, see chances.cpp; parameters so extreme that a
///          power would leave the range of double are left to the formula.
/// Cost     24,000 exponentials to make, 230 KB; a move: 67 × (a division and 12 products).
class ChanceTable {
 public:
  /// For about `moves` moves: a few are left to the formula, where the tables would not pay.
  ChanceTable(const AcceptanceModel& model, std::size_t moves);
  [[nodiscard]] Chances operator()(const MoveCase& move) const;

 private:
  void tabulate(const AcceptanceParameters& parameters, double shift, std::size_t column);
  [[nodiscard]] bool find(const MoveCase& move, Chances& out) const;

  const AcceptanceModel* model_;
  double sure_ = -1;  // largest distance from a whole number that decides; below 0: none
  std::vector<ByParameters> high_, low_;  // e^(b1 d / 1000) in two steps of d
  std::vector<ByParameters> rest_;        // e^(− b2 − b3 load − t1), by stance and load
  ByParameters ratio_{};                  // e^(t1 − t2)
};

}  // namespace rembuk
