#pragma once
#include <cstddef>
#include <expected>
#include <memory>
#include <vector>

#include "engine/assignment/optimal_plan.hpp"

namespace rembuk {

/// An optimal plan under a planner's hand: after every edit the optimum of the rest, found from the
/// last flow and not from scratch. It is the plan that optimal_plan gives for the same locks,
/// answers and seed, relatives (R06) included.
///
/// Shape    one of the policies with objectives; up to 30,000 edits.
/// Errors   of an edit, which then has changed nothing: conflict if no plan can follow it (a rule,
///          the seats or other locks stand against it); invalid_input if it names an unknown
///          employee or post; too_large after the last edit.
/// Cost     making it: optimal_plan, twice 2 bytes a pair. An edit: a few shortest paths.
class EditedPlan {
 public:
  struct Start;
  /// Solves `request`; its planner's locks are edits that cannot be undone.
  /// Errors: as optimal_plan; invalid_input for a mechanism, or with floors or caps.
  [[nodiscard]] static std::expected<Start, Error> make(Snapshot snapshot, PlanRequest request,
                                                        const Progress& progress = {});
  ~EditedPlan();
  EditedPlan(const EditedPlan&) = delete;
  EditedPlan& operator=(const EditedPlan&) = delete;

  /// Keeps the employee at the post, the current one or another: a move by hand, or a lock.
  std::expected<void, Error> place(EmployeeId i, PostId to);
  /// Takes the employee's lock back, also one of the request.
  std::expected<void, Error> release(EmployeeId i);
  /// A new answer: stance, wishes, weights, career track and concerns of `said`, nothing else.
  std::expected<void, Error> answer(EmployeeId i, const Snapshot::EmployeeRow& said);
  /// Takes back the last edit: exactly the plan before it. False if there is none.
  bool undo();

  [[nodiscard]] Plan plan() const;
  /// As published, in the order of the policy.
  [[nodiscard]] std::vector<Objective> objectives() const;
  [[nodiscard]] const std::vector<EmployeeId>& kept_apart() const;
  /// With the answers as they are now.
  [[nodiscard]] const Snapshot& snapshot() const;
  /// With the planner's locks as they are now.
  [[nodiscard]] const PlanRequest& request() const;
  /// Whether the reduced costs of all pairs prove that the plan is optimal. O(employees · posts).
  [[nodiscard]] bool proven() const;

 private:
  struct State;
  explicit EditedPlan(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

struct EditedPlan::Start {
  PlanStatus status = PlanStatus::optimal;
  std::unique_ptr<EditedPlan> plan;  ///< null unless optimal
};

}  // namespace rembuk
