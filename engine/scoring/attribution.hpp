#pragma once
#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "engine/scoring/acceptance.hpp"
#include "engine/scoring/criteria.hpp"

namespace rembuk {

/// The change of Σ s from one plan to another, by cause.
///
/// Units  1/40000 of a point: there every part is an integer, and the parts sum to the total.
struct SatisfactionChange {
  static constexpr std::int64_t units_per_point = 40000;
  std::int64_t total = 0;
  std::array<std::int64_t, criterion_count> criteria{};  ///< three quarters of weight × value
  std::int64_t bonus = 0;     ///< wish bonus, or bonus by stance at the current post
  std::int64_t rounding = 0;  ///< what the two integer divisions cut off

  SatisfactionChange& operator+=(const SatisfactionChange& other);
  friend bool operator==(const SatisfactionChange&, const SatisfactionChange&) = default;
};

/// The change of one expected count from one plan to another, by cause.
///
/// Units  2⁻²¹ people: half of a rounded probability, since both orders are averaged.
struct ExpectedChange {
  static constexpr std::int64_t units_per_person = 2 * std::int64_t{probability_one};
  std::int64_t total = 0;
  std::int64_t asked = 0;  ///< more or fewer people are asked, at the first sentence's chances
  std::int64_t satisfaction = 0;  ///< by d
  std::int64_t stance = 0;        ///< by wanting to stay
  std::int64_t concerns = 0;      ///< by load

  ExpectedChange& operator+=(const ExpectedChange& other);
  friend bool operator==(const ExpectedChange&, const ExpectedChange&) = default;
};

/// What changes from plan A to plan B, over the people whom they place differently. Every change is
/// B minus A, and that of (B, A) is its negative.
///
/// Shape    somebody who is asked in one plan only enters with the first sentence's chances (d = 0,
///          no stance, no concern); then d, stance and load are substituted in this order. For
///          (A, B) and for (B, A) the parts differ; each is the mean of both.
/// Source   engine model, section 5.
struct PlanDifference {
  std::int32_t people = 0;  ///< placed differently
  std::int32_t moved = 0;   ///< change of the number moved
  SatisfactionChange satisfaction;
  ExpectedChange accept, conditional, object;

  PlanDifference& operator+=(const PlanDifference& other);
  friend bool operator==(const PlanDifference&, const PlanDifference&) = default;
};
[[nodiscard]] PlanDifference difference(const Snapshot& snapshot, const Plan& a, const Plan& b,
                                        const AcceptanceModel& model);
/// The same by group of people, such as their agency; the groups sum to everyone, part by part. Raw
/// numbers: what others see of groups passes `engine/aggregation`.
/// Shape    group_of[i] < groups for every employee i.
[[nodiscard]] std::vector<PlanDifference> differences(const Snapshot& snapshot, const Plan& a,
                                                      const Plan& b, const AcceptanceModel& model,
                                                      std::span<const std::size_t> group_of,
                                                      std::size_t groups);

}  // namespace rembuk
