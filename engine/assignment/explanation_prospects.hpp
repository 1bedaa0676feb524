#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "engine/assignment/explanation_counterfactual.hpp"
#include "engine/scoring/acceptance.hpp"

namespace rembuk {

/// Where one person could go under which changes, without solving: what the multipliers of a solved
/// policy rule out cannot happen.
///
/// Source   a plan with i at q costs at least the reduced cost of (i, q), level by level; the old
///          plan costs exactly that of its own pair, all other reduced costs being as before.
class Prospects {
 public:
  Prospects(const Snapshot& snapshot, const SolvedPolicy& policy, EmployeeId i,
            std::int32_t threshold);

  [[nodiscard]] Goal goal() const { return goal_; }
  /// q would be what the goal asks for, and enough contend for it to be told.
  [[nodiscard]] bool wanted(PostId q) const { return wanted_[q.index()] != 0; }
  /// Some post would be what the goal asks for, were it not for its small group.
  [[nodiscard]] bool anything_withheld() const { return withheld_; }
  [[nodiscard]] const std::vector<PostId>& wanted_posts() const { return posts_; }
  /// False only if no optimal plan of `after`, the snapshot with one row changed, puts i at a
  /// wanted post.
  [[nodiscard]] bool reachable(const Snapshot& after) const;
  /// Wanted posts that one seat more would open, nearest to the policy's plan first.
  [[nodiscard]] std::vector<PostId> nearest_seats(std::size_t most) const;

 private:
  using Distance = std::vector<std::int64_t>;
  [[nodiscard]] Distance distance(const Snapshot& s, PostId j) const;
  [[nodiscard]] std::int64_t cost(std::size_t level, const Snapshot& s, PostId j) const;
  [[nodiscard]] bool open(const Snapshot& s, PostId j, bool with_one_seat_more) const;
  [[nodiscard]] bool asked_for(PostId q) const;

  const Snapshot& snapshot_;
  const SolvedPolicy& policy_;
  EmployeeId i_;
  PostId given_;
  Goal goal_;
  bool multipliers_hold_ = false;
  std::optional<AcceptanceParameters> acceptance_;
  std::vector<std::uint8_t> wanted_;
  std::vector<PostId> posts_;
  bool withheld_ = false;
};

}  // namespace rembuk
