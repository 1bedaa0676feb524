#pragma once
#include <array>
#include <cstdint>
#include <expected>
#include <vector>

#include "engine/base/error.hpp"
#include "engine/domain/plan.hpp"
#include "engine/domain/snapshot.hpp"

/// Expected acceptance of a proposed move: an ordinal logit. The words are "expected acceptance"
/// and "risk of objection", never consent. Source: engine model, section 4.
namespace rembuk {

struct AcceptanceParameters {
  double b1 = 0, b2 = 0, b3 = 0, t1 = 0, t2 = 0;

  friend bool operator==(const AcceptanceParameters&, const AcceptanceParameters&) = default;
};

inline constexpr std::size_t parameter_draw_count = 64;

/// The central parameters and the 64 draws around them.
struct AcceptanceModel {
  AcceptanceParameters central;
  std::array<AcceptanceParameters, parameter_draw_count> draws;

  /// Errors: invalid_input unless of_ten are three positive numbers with sum 10 and all else > 0.
  [[nodiscard]] static std::expected<AcceptanceModel, Error> make(
      const AcceptanceSentences& sentences);
};

/// What the model looks at in one move.
struct MoveCase {
  std::int32_t delta = 0;  ///< d(i, j), points
  bool wants_to_stay = false;
  std::int32_t load_fifths = 0;  ///< Σ intensity of triggered concerns; load is this over 5

  friend bool operator==(const MoveCase&, const MoveCase&) = default;
};
[[nodiscard]] MoveCase move_case(const Snapshot& snapshot, EmployeeId i, PostId j);

/// Probabilities in units of 2⁻²⁰, rounded half up; conditional = max(0, rest).
inline constexpr std::int32_t probability_one = 1 << 20;
struct Probabilities {
  std::int32_t accept = 0, conditional = 0, object = 0;

  friend bool operator==(const Probabilities&, const Probabilities&) = default;
};
/// η shifted by `shift` (± ln 2 for halved or doubled odds).
[[nodiscard]] Probabilities probabilities(const AcceptanceParameters& parameters,
                                          const MoveCase& move, double shift = 0);

/// 1 / (1 + e^(−x)).
[[nodiscard]] double logistic(double x);

}  // namespace rembuk
