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
  /// q is what the goal asks for, and that `after` gives it may be told: enough contend for it, or
  /// nobody else is at the margin (see rule_alone).
  [[nodiscard]] bool wanted(const Snapshot& after, PostId q) const {
    const auto how = told_[q.index()];
    return how == Told::always || (how == Told::if_better && no_worse(after, q));
  }
  /// Some post within one change would be what the goal asks for, were it not for its small group.
  [[nodiscard]] bool anything_withheld() const { return withheld_; }
  /// Posts that may be wanted after some change.
  [[nodiscard]] const std::vector<PostId>& wanted_posts() const { return posts_; }
  /// False only if no optimal plan of `after`, the snapshot with one row changed, puts i at a
  /// wanted post.
  [[nodiscard]] bool reachable(const Snapshot& after) const;
  /// Wanted posts that one seat more would open, nearest to the policy's plan first.
  [[nodiscard]] std::vector<PostId> nearest_seats(std::size_t most) const;

 private:
  using Distance = std::vector<std::int64_t>;
  enum class Told : std::uint8_t { never, if_better, always };
  [[nodiscard]] Distance distance(const Snapshot& s, PostId j) const;
  [[nodiscard]] std::int64_t cost(std::size_t level, const Snapshot& s, PostId j) const;
  [[nodiscard]] bool open(const Snapshot& s, PostId j, bool with_one_seat_more) const;
  [[nodiscard]] bool asked_for(PostId q) const;
  /// A seat that the policy's plan leaves empty and from which a rule keeps i, if it is worth no
  /// less than what is given: then the line that the change crosses is the rule's and no other
  /// person's.
  [[nodiscard]] bool rule_alone(PostId q) const;
  /// No rule stands against q after some single change: a hidden post that the person could never
  /// have is not withheld from them.
  [[nodiscard]] bool within_one_change(PostId q) const;
  [[nodiscard]] bool lacks_one_competence(PostId q) const;
  [[nodiscard]] bool no_worse(const Snapshot& after, PostId q) const;

  const Snapshot& snapshot_;
  const SolvedPolicy& policy_;
  EmployeeId i_;
  PostId given_;
  Goal goal_;
  bool multipliers_hold_ = false;
  std::optional<AcceptanceParameters> acceptance_;
  std::vector<std::int32_t> heads_;  // by post, under the policy's plan
  std::vector<Told> told_;
  std::vector<PostId> posts_;
  bool withheld_ = false;
};

}  // namespace rembuk
