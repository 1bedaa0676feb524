#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "engine/assignment/optimal_plan.hpp"
#include "engine/rules/eligibility.hpp"

namespace rembuk {

/// The decision set and s(i, j) of every pair that a plan may use.
///
/// Invariants: who is locked in place is not in the set and occupies a seat; who is locked to
/// another post has that pair only; everyone else may stay.
class PairTable {
 public:
  static constexpr std::uint16_t refused = 0xffff;

  /// Cost O(free · posts), 2 bytes a pair. Null if cancelled.
  [[nodiscard]] static std::optional<PairTable> make(const Snapshot& snapshot,
                                                     const PlanRequest& request,
                                                     const Progress& progress);

  [[nodiscard]] std::span<const EmployeeId> free() const { return free_; }
  [[nodiscard]] bool sent(std::size_t k) const {
    return sent_[k] != 0;
  }  ///< locked to another post
  [[nodiscard]] bool anyone_sent() const { return anyone_sent_; }
  /// A lock that a hard rule refuses: no plan exists.
  [[nodiscard]] bool lock_refused() const { return lock_refused_; }
  /// Satisfaction by post, `refused` where the pair may not be used.
  [[nodiscard]] std::span<const std::uint16_t> row(std::size_t k) const {
    return std::span(values_).subspan(k * posts_, posts_);
  }
  /// The same, to be changed by who keeps the counts.
  [[nodiscard]] std::span<std::uint16_t> row(std::size_t k) {
    return std::span(values_).subspan(k * posts_, posts_);
  }
  void refuse(std::size_t k, std::size_t j) { values_[k * posts_ + j] = refused; }
  [[nodiscard]] std::size_t posts() const { return posts_; }
  /// Employees locked in place, by post.
  [[nodiscard]] std::int32_t fixed(std::size_t j) const { return fixed_[j]; }
  /// Seats for the decision set: max(need, heads now) less those of the locked.
  [[nodiscard]] std::int32_t seats(std::size_t j) const { return seats_[j]; }
  /// How many of these seats are needed.
  [[nodiscard]] std::int32_t needed(std::size_t j) const { return needed_[j]; }
  [[nodiscard]] std::int64_t eligible_pairs() const { return eligible_; }
  [[nodiscard]] std::int64_t usable_pairs() const {
    return usable_;
  }  ///< of those, open to the policy

 private:
  void keep_lock_only(const Snapshot& s, std::size_t k, const Eligibility& eligible);
  void count_seats(const Snapshot& s);

  std::vector<EmployeeId> free_;
  std::vector<std::uint8_t> sent_;
  std::vector<std::uint16_t> values_;
  std::vector<std::int32_t> fixed_, seats_, needed_;
  std::size_t posts_ = 0;
  std::int64_t eligible_ = 0, usable_ = 0;
  bool anyone_sent_ = false, lock_refused_ = false;
};

/// The eligible pairs (j ≠ cur(i)) of one row, and of those the pairs that the policy uses.
struct OpenPairs {
  std::int64_t eligible = 0, usable = 0;
};

/// Writes `refused` into `row`, which holds s(i, ·), wherever a rule, R07 or the policy refuses.
/// Planner's locks are not looked at, save as `eligible` knows them.
OpenPairs refuse_pairs(const Snapshot& snapshot, EmployeeId i, Policy policy,
                       const Eligibility& eligible, std::span<std::uint16_t> row);

}  // namespace rembuk
