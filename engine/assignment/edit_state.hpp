#pragma once
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "engine/assignment/edit_flow.hpp"
#include "engine/assignment/edited_plan.hpp"
#include "engine/scoring/satisfaction_rows.hpp"

namespace rembuk {

/// What EditedPlan knows, and the single steps of an edit. The planner's locks and the relatives
/// who are kept apart are held members of a flow over the pairs that no lock restricts.
struct EditedPlan::State {
  State(Snapshot s, PlanRequest wanted);

  /// Solves without the planner's locks. False: cancelled.
  [[nodiscard]] std::expected<bool, Error> solve(const Progress& progress);

  /// What an edit has to give back.
  struct Answer {
    EmployeeId employee;
    Snapshot::EmployeeRow row;
    std::vector<std::uint16_t> values;  // of the member; empty outside the decision set
    std::vector<std::int64_t> fixed_costs;
  };
  struct Held {
    std::size_t member;
    bool before;
  };
  struct Step {
    AnyEditFlow::Mark mark;
    std::size_t held;
    std::vector<PlannerLock> locks;
    std::vector<EmployeeId> kept;
    std::optional<Answer> answer;
  };
  [[nodiscard]] Step begin() const;
  void back_to(Step step);

  /// Keeps all of these at their posts. False, and then in any state, if no plan can follow.
  [[nodiscard]] bool keep_at(std::span<const PlannerLock> wanted);
  [[nodiscard]] bool place(EmployeeId i, PostId to);
  [[nodiscard]] bool release(EmployeeId i);
  [[nodiscard]] bool answer(EmployeeId i, const Snapshot::EmployeeRow& said, Step& step);
  /// R06: lets go who was kept apart, or keeps apart who meets now.
  void let_go_kept();
  [[nodiscard]] bool keep_apart();

  [[nodiscard]] Plan plan() const;
  [[nodiscard]] std::uint16_t value(std::size_t k, std::size_t j) const;

  Snapshot snapshot;
  PlanRequest request;
  std::vector<EmployeeId> kept;
  std::vector<Step> steps;
  std::size_t edits = 0;

  std::optional<Eligibility> eligible;  // without the planner's locks
  std::optional<PairTable> pairs;
  std::vector<Level> levels;  // the last one breaks ties
  EditTable table;
  std::shared_ptr<AnyEditFlow> flow;

 private:
  [[nodiscard]] bool may_be_sent(EmployeeId i, PostId to) const;
  void hold(std::size_t k, bool held);
  [[nodiscard]] bool put(std::size_t k, std::int32_t only);
  void set_row(std::size_t k, std::span<const std::uint16_t> values);
  [[nodiscard]] std::vector<std::uint16_t> fresh_row(EmployeeId i) const;
  template <class Cost>
  [[nodiscard]] std::shared_ptr<AnyEditFlow> flow_of(const std::vector<PostId>& places,
                                                     const std::vector<Multipliers>& multipliers);
  std::vector<std::int32_t> member_;  // by employee, −1: not in the decision set
  std::vector<Held> held_before_;
};

}  // namespace rembuk
