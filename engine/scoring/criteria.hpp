#pragma once
#include <algorithm>
#include <array>
#include <cstdint>
#include <numeric>

#include "engine/domain/words.hpp"

/// The five criteria on plain values: one place for the formulas that the whole product uses.
/// Points are hundredths of a percent, 0 … 10000. Source: engine model, section 2.
namespace rembuk {

using Points = std::int32_t;

[[nodiscard]] constexpr Points clamp_points(std::int64_t value) {
  return static_cast<Points>(std::clamp<std::int64_t>(value, 0, 10000));
}

/// Half an hour or less is full value, eight hours or more is none.
inline constexpr std::int32_t near_minutes = 30, far_minutes = 480;
[[nodiscard]] constexpr Points distance_value(std::int32_t minutes) {
  return 10000 * (far_minutes - std::clamp(minutes, near_minutes, far_minutes)) /
         (far_minutes - near_minutes);
}

/// Sums over the competences that a post asks for.
struct CompetenceMatch {
  std::int32_t met = 0;       ///< Σ min(level held, level required)
  std::int32_t required = 0;  ///< Σ level required

  constexpr void add(std::int32_t held, std::int32_t needed) {
    met += std::min(held, needed);
    required += needed;
  }
};
[[nodiscard]] constexpr Points competence_value(CompetenceMatch match) {
  return match.required == 0
             ? 10000
             : static_cast<Points>(std::int64_t{10000} * match.met / match.required);
}

inline constexpr Points same_class = 5000, one_class = 1000, career_track = 1500;
[[nodiscard]] constexpr Points career_value(std::int32_t class_difference, bool on_track) {
  return clamp_points(same_class + std::int64_t{one_class} * class_difference +
                      (on_track ? career_track : 0));
}

[[nodiscard]] constexpr Points workload_value(std::int64_t filled, std::int64_t needed) {
  return needed == 0 ? 10000 : clamp_points(10000 * filled / needed);
}

inline constexpr std::array<Points, 4> by_remoteness = {10000, 7000, 4000, 1000};
[[nodiscard]] constexpr Points facilities_value(std::uint8_t remoteness) {
  return by_remoteness[remoteness & 3];
}

/// By criterion, in the order of `Criterion`.
using CriterionValues = std::array<Points, criterion_count>;
using CriterionWeights = std::array<std::int32_t, criterion_count>;

/// Rank-order-centroid weights of rank 1 … 5; their sum is 10000.
inline constexpr CriterionWeights rank_weights = {4567, 2567, 1566, 900, 400};
inline constexpr CriterionWeights equal_weights = {2000, 2000, 2000, 2000, 2000};

[[nodiscard]] constexpr Points base_satisfaction(const CriterionValues& values,
                                                 const CriterionWeights& weights) {
  std::uint32_t sum = 0;  // at most 10000 · 10000, as the weights sum to 10000
  for (std::size_t c = 0; c < criterion_count; ++c)
    sum += static_cast<std::uint32_t>(weights[c]) * static_cast<std::uint32_t>(values[c]);
  return static_cast<Points>(sum / 10000);
}

/// By the rank of the first wish that contains the post, 0 … 4.
inline constexpr std::array<Points, 5> wish_bonus = {2500, 2000, 1500, 1000, 500};

inline constexpr std::array<Points, 4> by_stance = {2500, 1250, 0, 0};
[[nodiscard]] constexpr Points current_post_bonus(Stance stance) {
  return by_stance[static_cast<std::size_t>(stance) & 3];
}

inline constexpr Points share_of_base = 7500;
[[nodiscard]] constexpr Points satisfaction_of(Points base, Points bonus) {
  constexpr std::uint32_t common = std::gcd(share_of_base, 10000);
  return static_cast<Points>(static_cast<std::uint32_t>(base) * (share_of_base / common) /
                             (10000 / common)) +
         bonus;
}

}  // namespace rembuk
