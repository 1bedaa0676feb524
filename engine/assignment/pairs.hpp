#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "engine/assignment/optimal_plan.hpp"
#include "engine/domain/snapshot.hpp"

namespace rembuk {

/// s(i, j) of every pair that a plan may use, by free employee and post.
class PairTable {
 public:
  static constexpr std::uint16_t refused = 0xffff;

  /// `only_gains`: pairs with d ≥ 0 only. Cost O(free · posts), 2 bytes a pair. Null if cancelled.
  [[nodiscard]] static std::optional<PairTable> make(const Snapshot& snapshot, bool only_gains,
                                                     const Progress& progress);

  [[nodiscard]] std::span<const EmployeeId> free() const { return free_; }
  /// Satisfaction by post, `refused` where the pair may not be used; the current post is never.
  [[nodiscard]] std::span<const std::uint16_t> row(std::size_t k) const {
    return std::span(values_).subspan(k * posts_, posts_);
  }
  [[nodiscard]] std::int64_t eligible_pairs() const { return eligible_; }

 private:
  std::vector<EmployeeId> free_;
  std::vector<std::uint16_t> values_;
  std::size_t posts_ = 0;
  std::int64_t eligible_ = 0;  // j ≠ cur(i) that no hard rule refuses, whatever the policy
};

}  // namespace rembuk
