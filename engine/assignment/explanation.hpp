#pragma once
#include <expected>
#include <vector>

#include "engine/assignment/explanation_counterfactual.hpp"
#include "engine/assignment/explanation_sentence.hpp"

/// The card of one person: what a plan changes, why, what would have had to differ, what it means,
/// what can be done. In two types, so that the first can be given to the planner without the
/// second.
namespace rembuk {

/// A plan as it is shown, with what it is judged by. `snapshot` is made from `consultation`.
struct ShownPlan {
  const Consultation& consultation;
  const Snapshot& snapshot;
  const Plan& plan;
  const RuleSet& rules;
};

/// A rule whose breach others may know only as "not eligible": discipline or court, rating, audit,
/// legal status.
[[nodiscard]] bool is_confidential(Rule rule);

/// What rests on records and rules alone: no answer enters, and no confidential rule is named.
struct Facts {
  std::vector<Sentence> change, reason, meaning, next;
  std::vector<Sentence> office;  ///< what one more seat would be worth at the units concerned

  friend bool operator==(const Facts&, const Facts&) = default;
};

/// What rests on the person's own answer, or is for them alone.
struct Personal {
  std::vector<Sentence> reason, meaning, concerns, next;
  Counterfactual counterfactual;
  std::vector<Sentence> differ;  ///< the counterfactual in sentences

  friend bool operator==(const Personal&, const Personal&) = default;
};

struct Card {
  Facts facts;
  Personal personal;

  friend bool operator==(const Card&, const Card&) = default;
};

/// Nobody else's name or nip is in either part. Without `policy`, no figures of the office.
/// Cost O(n + competences).
[[nodiscard]] Facts facts_of(const ShownPlan& shown, EmployeeId i, const SolvedPolicy* policy);

/// Errors  those of optimal_plan.
/// Cost    at most two plans beside the counterfactual's. With most_solves = 0 none: then what
///         decided is left out and the counterfactual is unfinished.
[[nodiscard]] std::expected<Personal, Error> personal_of(const ShownPlan& shown,
                                                         const SolvedPolicy& policy, EmployeeId i,
                                                         const CounterfactualLimits& limits = {},
                                                         const Progress& progress = {});

/// Both parts. What decided and what would have had to differ are said of `policy`, and the card
/// says so where the shown plan is another.
[[nodiscard]] std::expected<Card, Error> explain(const ShownPlan& shown, const SolvedPolicy& policy,
                                                 EmployeeId i,
                                                 const CounterfactualLimits& limits = {},
                                                 const Progress& progress = {});

}  // namespace rembuk
