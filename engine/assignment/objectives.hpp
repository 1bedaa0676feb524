#pragma once
#include <cstdint>
#include <expected>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "engine/assignment/pairs.hpp"

namespace rembuk {

/// One level of a policy as costs to be minimised. What stays open is a pair whose value in the
/// table of pairs is not `refused`; the value is s(i, j).
struct Level {
  /// What the cost of a pair may depend on.
  enum class On : std::uint8_t {
    value,   ///< s(i, j) alone
    moving,  ///< whether j is the current post
    pair,
  };
  std::string name;
  bool maximise = false;        ///< the published value is minus the cost
  std::int64_t need_cost = 0;   ///< of each needed seat that is filled
  std::int64_t fixed_cost = 0;  ///< of who is locked in place
  On on = On::pair;
  std::int64_t least = 0, most = 0;  ///< of the cost of any open pair
  /// Cost of one pair, as the snapshot stands when it is asked.
  std::function<std::int64_t(std::size_t k, std::size_t j, std::uint16_t value)> cost;
  /// Cost of the pairs of k that `row` leaves open, into `out` by post; of others anything.
  std::function<void(std::size_t k, std::span<const std::uint16_t> row,
                     std::span<std::int64_t> out)>
      fill;
};

/// The published objectives of `policy` in their order.
/// Errors: invalid_input if the acceptance sentences are wrong.
[[nodiscard]] std::expected<std::vector<Level>, Error> levels_of(const Snapshot& snapshot,
                                                                 const PairTable& pairs,
                                                                 Policy policy);
/// The last level of every policy: a cost of 40 bits for each pair, drawn from the seed.
[[nodiscard]] Level tie_break(const PairTable& pairs, std::uint64_t seed);
/// max weight_s · satisfaction_sum + weight_n · need_covered.
[[nodiscard]] Level weighted_sum(const Snapshot& snapshot, const PairTable& pairs,
                                 std::int64_t weight_s, std::int64_t weight_n);
/// max (100 − weight) · satisfaction_sum + weight · 2500 · need_covered, then need, then the fewest
/// moves: at 50 one needed seat that is filled counts as much as a first wish, 2500 points. The ends
/// are lexicographic: at 0 satisfaction, then need; at 100 need, then satisfaction.
inline constexpr std::int32_t most_need_weight = 100;
[[nodiscard]] std::vector<Level> weighted_levels(const Snapshot& snapshot, const PairTable& pairs,
                                                 std::int32_t weight);
/// Single levels, for those who compose their own list.
[[nodiscard]] Level need_covered(const Snapshot& snapshot, const PairTable& pairs);
[[nodiscard]] Level satisfaction_sum(const Snapshot& snapshot, const PairTable& pairs);
[[nodiscard]] Level fewest_moves(const Snapshot& snapshot, const PairTable& pairs);

}  // namespace rembuk
