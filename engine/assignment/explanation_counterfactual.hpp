#pragma once
#include <cstdint>
#include <expected>
#include <optional>
#include <span>
#include <vector>

#include "engine/assignment/explanation_change.hpp"
#include "engine/assignment/optimal_plan.hpp"

/// What would have had to differ for one person: the smallest single change that, when the policy
/// is solved again, gives them another post.
namespace rembuk {

/// The plan of a policy, kept so that single changes can be compared with it.
struct SolvedPolicy {
  PlanRequest request;  ///< judged by its rules: `judged` is not used
  PlanResult result;
  std::vector<PostId> places;            ///< post of everyone, by employee; empty if infeasible
  std::vector<std::uint8_t> free;        ///< by employee: no rule and no lock keeps them in place
  std::vector<std::int32_t> contenders;  ///< by post: free employees whom no rule keeps from it

  [[nodiscard]] bool feasible() const { return result.status == PlanStatus::optimal; }
};
/// Errors and cost as optimal_plan; a cancelled result has no places.
[[nodiscard]] std::expected<SolvedPolicy, Error> solve_policy(const Snapshot& snapshot,
                                                              const PlanRequest& request,
                                                              const Progress& progress = {});

/// What another outcome would be good for.
enum class Goal : std::uint8_t {
  better_wish,  ///< a wish that ranks above what the policy gives now
  stay,         ///< the present post, for who is moved against their interest
  other_post,   ///< any other post than what the policy gives
};
[[nodiscard]] Goal goal_of(const Snapshot& snapshot, EmployeeId i, PostId given);

struct Counterfactual {
  enum class Result : std::uint8_t {
    found,
    none,        ///< no single change of the list gives the goal
    withheld,    ///< none among those that may be told: the rest concern too small a group
    unfinished,  ///< none among those tried within the limit
    kept,        ///< a rule or the planner keeps the person in place whatever else changes
    no_plan,     ///< the policy has no plan under these locks
  };
  Result result = Result::none;
  Goal goal = Goal::other_post;
  SingleChange change;      ///< if found: the step at which the outcome changes
  PostId before;            ///< what the policy gives now and one step below
  PostId after;             ///< if found: what it gives at the step
  std::int32_t solved = 0;  ///< how often the policy was solved again

  friend bool operator==(const Counterfactual&, const Counterfactual&) = default;
};

struct CounterfactualLimits {
  /// A post for which fewer contend is not named, unless the line to it is a rule's alone.
  std::int32_t threshold = 10;
  std::int32_t most_solves = 40;  ///< 0: nothing is solved again
};
/// As many plans as take some seconds at this size, at least eight; the consultation's threshold.
[[nodiscard]] CounterfactualLimits limits_of_seconds(const Snapshot& snapshot);

/// The single change of fewest steps that reaches the goal; of equal steps the first in the order
/// competence, wish, seat. Found means solved: at the step the outcome is `after`, one step below
/// it is still `before`.
///
/// Shape    changes of one person's values are tried only if the multipliers do not rule them out;
///          one more seat only at the nearest few posts, one seat each. Months count to the end of
///          the lock by R03 and only where no other rule keeps the person.
/// Errors   those of optimal_plan. Cancelled: unfinished.
/// Cost     at most most_solves + 1 plans.
/// Source   sensitivity by reduced costs, EXPLANATIONS.md; Wachter et al. (2017) for the notion.
[[nodiscard]] std::expected<Counterfactual, Error> smallest_change(
    const Snapshot& snapshot, const SolvedPolicy& policy, EmployeeId i,
    const CounterfactualLimits& limits = {}, const Progress& progress = {});

/// Of how many people a single change is known. For many people at once.
struct CounterfactualShare {
  std::int32_t people = 0, found = 0, none = 0, withheld = 0, unfinished = 0, kept = 0, no_plan = 0;

  void add(Counterfactual::Result result);
  /// Of those whom nothing keeps in place; 0 if there is nobody.
  [[nodiscard]] double found_share() const;
  friend bool operator==(const CounterfactualShare&, const CounterfactualShare&) = default;
};
[[nodiscard]] std::expected<CounterfactualShare, Error> counterfactual_share(
    const Snapshot& snapshot, const SolvedPolicy& policy, std::span<const EmployeeId> people,
    const CounterfactualLimits& limits = {}, const Progress& progress = {});

}  // namespace rembuk
