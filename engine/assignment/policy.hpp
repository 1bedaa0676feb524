#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace rembuk {

/// What a plan is to achieve: a list of objectives solved in order, or a mechanism.
enum class Policy : std::uint8_t {
  balanced,           ///< max need_covered; max satisfaction_sum; min moves
  no_one_worse,       ///< d ≥ 0: max satisfaction_sum; max need_covered; min moves
  most_first_wishes,  ///< d ≥ 0: max wish_1 … wish_5; max satisfaction_sum; min moves
  worst_off_first,    ///< min band_0 … band_9; max satisfaction_sum; min moves
  need_first,         ///< max need_covered; max competence_sum; min objection_sum; min moves
  published_order,    ///< d ≥ 0: you request my house, I get your turn
  both_sides,         ///< d ≥ 0: trading cycles in which posts rank
  unit_priority,      ///< d ≥ 0: employee-proposing deferred acceptance
};
inline constexpr std::array<std::string_view, 8> policy_names = {
    "balanced",   "no-one-worse",    "most-first-wishes", "worst-off-first",
    "need-first", "published-order", "both-sides",        "unit-priority"};

[[nodiscard]] std::optional<Policy> policy_named(std::string_view name);
[[nodiscard]] std::string_view name(Policy policy);

/// Only pairs with d ≥ 0: nobody whom no lock moves is worse off.
[[nodiscard]] constexpr bool only_gains(Policy policy) {
  return policy != Policy::balanced && policy != Policy::worst_off_first && policy != Policy::need_first;
}
/// Solved by a mechanism; there is no list of objectives.
[[nodiscard]] constexpr bool is_mechanism(Policy policy) { return policy >= Policy::published_order; }

}  // namespace rembuk
