#include "engine/assignment/edited_plan.hpp"

#include "engine/assignment/edit_state.hpp"
#include "engine/assignment/request.hpp"

namespace rembuk {
namespace {

constexpr std::size_t most_edits = 30'000;

std::unexpected<Error> refused(Fault fault, const char* why) {
  return std::unexpected(Error{fault, why});
}

}  // namespace

EditedPlan::EditedPlan(std::unique_ptr<State> state) : state_(std::move(state)) {}
EditedPlan::~EditedPlan() = default;

std::expected<EditedPlan::Start, Error> EditedPlan::make(Snapshot snapshot, PlanRequest request,
                                                         const Progress& progress) {
  if (const auto sound = check_request(snapshot, request); !sound)
    return std::unexpected(sound.error());
  if (is_mechanism(request.policy))
    return refused(Fault::invalid_input, "a mechanism has no optimum to be kept");
  if (!request.bounds.empty())
    return refused(Fault::invalid_input, "edits keep no floors and caps");
  auto state = std::make_unique<State>(std::move(snapshot), std::move(request));
  const auto solved = state->solve(progress);
  if (!solved) return std::unexpected(solved.error());
  if (!*solved) return Start{PlanStatus::cancelled, nullptr};
  if (!state->keep_at(state->request.rules.cycle.locks) || !state->keep_apart())
    return Start{PlanStatus::infeasible, nullptr};
  return Start{PlanStatus::optimal, std::unique_ptr<EditedPlan>(new EditedPlan(std::move(state)))};
}

namespace {

/// One edit: all of it, or nothing.
std::expected<void, Error> edit(auto& state, EmployeeId i, auto change) {
  if (!i.valid() || i.index() >= state.snapshot.employees.size())
    return refused(Fault::invalid_input, "an unknown employee");
  if (state.edits == most_edits) return refused(Fault::too_large, "too many edits");
  ++state.edits;
  auto step = state.begin();
  state.let_go_kept();
  if (!change(step) || !state.keep_apart()) {
    state.back_to(std::move(step));
    return refused(Fault::conflict, "no plan can follow this edit");
  }
  state.steps.push_back(std::move(step));
  return {};
}

}  // namespace

std::expected<void, Error> EditedPlan::place(EmployeeId i, PostId to) {
  if (!to.valid() || to.index() >= state_->snapshot.posts.size())
    return refused(Fault::invalid_input, "an unknown post");
  return edit(*state_, i, [&](auto&) { return state_->place(i, to); });
}

std::expected<void, Error> EditedPlan::release(EmployeeId i) {
  return edit(*state_, i, [&](auto&) { return state_->release(i); });
}

std::expected<void, Error> EditedPlan::answer(EmployeeId i, const Snapshot::EmployeeRow& said) {
  return edit(*state_, i, [&](auto& step) { return state_->answer(i, said, step); });
}

bool EditedPlan::undo() {
  if (state_->steps.empty()) return false;
  state_->back_to(std::move(state_->steps.back()));
  state_->steps.pop_back();
  return true;
}

Plan EditedPlan::plan() const { return state_->plan(); }

std::vector<Objective> EditedPlan::objectives() const {
  const auto& s = *state_;
  std::vector<std::int64_t> heads(s.pairs->posts());
  for (std::size_t k = 0; k < s.pairs->free().size(); ++k) ++heads[s.flow->place(k)];
  std::int64_t covered = 0;
  for (std::size_t j = 0; j < heads.size(); ++j)
    covered += std::min<std::int64_t>(heads[j], s.pairs->needed(j));
  std::vector<Objective> list;
  for (std::size_t l = 0; l + 1 < s.levels.size(); ++l) {
    const auto& level = s.levels[l];
    std::int64_t cost = level.fixed_cost + level.need_cost * covered;
    for (std::size_t k = 0; k < s.pairs->free().size(); ++k)
      cost += level.cost(k, s.flow->place(k), s.value(k, s.flow->place(k)));
    list.push_back({level.name, level.maximise ? -cost : cost});
  }
  return list;
}

const std::vector<EmployeeId>& EditedPlan::kept_apart() const { return state_->kept; }
const Snapshot& EditedPlan::snapshot() const { return state_->snapshot; }
const PlanRequest& EditedPlan::request() const { return state_->request; }
bool EditedPlan::proven() const { return state_->flow->proven(); }

}  // namespace rembuk
