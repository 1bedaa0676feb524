#pragma once
#include <expected>
#include <optional>
#include <vector>

#include "engine/assignment/explanation.hpp"

/// Inside of the room: the parts of a card that are for one person alone.
namespace rembuk::personal {

using Sentences = std::vector<Sentence>;

/// Whom and what the sentences are about.
struct Subject {
  const ShownPlan& shown;
  const SolvedPolicy& policy;
  EmployeeId i;
  PostId from, to;  ///< now, and in the shown plan
  std::int32_t threshold = 10;

  [[nodiscard]] bool moves() const { return from != to; }
  /// The policy's plan gives the same, so what decided there decided here.
  [[nodiscard]] bool as_policy() const {
    return policy.feasible() && policy.places[i.index()] == to;
  }
  [[nodiscard]] const Aspiration* answer() const;
};

/// Wishes one by one: met, refused by which rule, or that the seats went elsewhere.
[[nodiscard]] Sentences wishes(const Subject& subject);
/// The best wished post that no rule refuses and that takes entrants, if enough contend for it.
struct BestWish {
  PostId post;
  int rank = 0;
};
[[nodiscard]] std::optional<BestWish> best_wish(const Subject& subject);
/// The first objective that would be reached less with i staying, or in their best wish.
/// Cost: at most one plan. Errors: those of optimal_plan.
[[nodiscard]] std::expected<Sentences, Error> decided(const Subject& subject,
                                                      const Progress& progress);

[[nodiscard]] Sentences meaning(const Subject& subject);
[[nodiscard]] Sentences concerns(const Subject& subject);
[[nodiscard]] Sentences differ(const Subject& subject, const Counterfactual& found);

}  // namespace rembuk::personal
