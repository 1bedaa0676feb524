#include "engine/assignment/edit_state.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "engine/assignment/lexicographic.hpp"
#include "engine/assignment/request.hpp"
#include "engine/domain/reasons.hpp"
#include "engine/scoring/satisfaction.hpp"

namespace rembuk {
namespace {

constexpr auto nowhere = AnyEditFlow::nowhere;

RuleSet without_locks(RuleSet rules) {
  rules.cycle.locks.clear();
  return rules;
}

void set_lock(std::vector<PlannerLock>& locks, EmployeeId i, std::optional<PostId> to) {
  const auto at = std::ranges::lower_bound(locks, i, {}, &PlannerLock::employee);
  const bool known = at != locks.end() && at->employee == i;
  if (to && known)
    at->to = *to;
  else if (to)
    locks.insert(at, {i, *to});
  else if (known)
    locks.erase(at);
}

}  // namespace

EditedPlan::State::State(Snapshot s, PlanRequest wanted)
    : snapshot(std::move(s)), request(std::move(wanted)) {}

std::expected<bool, Error> EditedPlan::State::solve(const Progress& progress) {
  PlanRequest free = request;
  free.rules = without_locks(request.rules);
  eligible.emplace(request.judged ? Eligibility(snapshot, *request.judged, free.rules)
                                  : Eligibility(snapshot, free.rules));
  pairs = PairTable::make(snapshot, free, progress);
  if (!pairs) return false;
  auto list = levels_of(snapshot, *pairs, request.policy);
  if (!list) return std::unexpected(list.error());
  levels = std::move(*list);
  levels.push_back(tie_break(*pairs, request.seed));
  std::vector<Multipliers> multipliers;
  std::vector<PostId> places;
  {
    PairTable open = *pairs;  // loses what each level rules out
    LexicographicFlow solver(snapshot, open);
    const double step = 0.8 / static_cast<double>(levels.size());
    for (std::size_t l = 0; l < levels.size(); ++l) {
      const double from = 0.2 + step * static_cast<double>(l);
      if (solver.solve(levels[l], progress, from, from + step) !=
          LexicographicFlow::Outcome::optimal)
        return false;
      multipliers.push_back(solver.multipliers());
    }
    places = solver.places();
  }
  const std::size_t members = pairs->free().size();
  member_.assign(snapshot.employees.size(), -1);
  for (std::size_t k = 0; k < members; ++k)
    member_[pairs->free()[k].index()] = static_cast<std::int32_t>(k);
  table.rows = &*pairs;
  table.by_post.resize(members * pairs->posts());
  for (std::size_t k = 0; k < members; ++k)
    for (std::size_t j = 0; j < pairs->posts(); ++j)
      table.by_post[j * members + k] = table.rows->row(k)[j];
  const int words = combined_words(levels, members);
  if (words > 3) return std::unexpected(Error{Fault::too_large, "too many employees for edits"});
  flow = words == 1 ? flow_of<NarrowCost>(places, multipliers)
                    : flow_of<WideCost>(places, multipliers);
  return true;
}

template <class Cost>
std::shared_ptr<AnyEditFlow> EditedPlan::State::flow_of(
    const std::vector<PostId>& places, const std::vector<Multipliers>& multipliers) {
  CombinedCosts<Cost> costs(levels, snapshot, *pairs);
  std::vector<Cost> hints(pairs->posts());
  for (std::size_t l = 0; l < levels.size(); ++l) {
    const std::int64_t most = static_cast<std::int64_t>(places.size() + 1) *
                              (levels[l].most - levels[l].least - levels[l].need_cost);
    for (std::size_t j = 0; j < hints.size(); ++j)
      hints[j] += costs.weight(l) * std::clamp(multipliers[l].post[j], -most, most);
  }
  struct Parts {
    CombinedCosts<Cost> costs;
    EditFlow<Cost> flow;
    Parts(CombinedCosts<Cost> c, const EditTable& t, const std::vector<PostId>& p,
          std::vector<Cost> h)
        : costs(std::move(c)), flow(costs, t, p, std::move(h)) {}
  };
  auto parts = std::make_shared<Parts>(std::move(costs), table, places, std::move(hints));
  return {parts, &parts->flow};
}

EditedPlan::State::Step EditedPlan::State::begin() const {
  return {flow->mark(), held_before_.size(), request.rules.cycle.locks, kept, std::nullopt};
}

void EditedPlan::State::back_to(Step step) {
  if (step.answer) {
    auto& answer = *step.answer;
    snapshot.employees[answer.employee.index()] = answer.row;
    for (std::size_t l = 0; l < levels.size(); ++l) levels[l].fixed_cost = answer.fixed_costs[l];
    const auto k = member_[answer.employee.index()];
    if (k >= 0) set_row(static_cast<std::size_t>(k), answer.values);
  }
  flow->back_to(step.mark);
  for (; held_before_.size() > step.held; held_before_.pop_back())
    flow->hold(held_before_.back().member, held_before_.back().before);
  request.rules.cycle.locks = std::move(step.locks);
  kept = std::move(step.kept);
}

void EditedPlan::State::hold(std::size_t k, bool held) {
  held_before_.push_back({k, flow->held(k)});
  flow->hold(k, held);
}

std::uint16_t EditedPlan::State::value(std::size_t k, std::size_t j) const {
  const auto open = table.rows->row(k)[j];
  if (open != PairTable::refused) return open;
  return static_cast<std::uint16_t>(satisfaction(snapshot, pairs->free()[k], PostId{j}));
}

bool EditedPlan::State::put(std::size_t k, std::int32_t only) {
  return flow->put(k, only, only == nowhere ? std::uint16_t{0} : value(k, PostId{only}.index()));
}

bool EditedPlan::State::may_be_sent(EmployeeId i, PostId to) const {
  if (to == snapshot[i].post) return true;
  return member_[i.index()] >= 0 && takes_entrant(snapshot, to) && (*eligible)(i, to);
}

/// All of them are taken out before the first one is put: a lock may need the seat that another
/// lock leaves.
bool EditedPlan::State::keep_at(std::span<const PlannerLock> wanted) {
  std::vector<std::pair<std::size_t, std::int32_t>> taken;
  for (const auto& lock : wanted) {
    if (!may_be_sent(lock.employee, lock.to)) return false;
    if (member_[lock.employee.index()] < 0) continue;
    const auto k = static_cast<std::size_t>(member_[lock.employee.index()]);
    if (flow->place(k) != lock.to.index()) {
      flow->take(k);
      taken.emplace_back(k, lock.to.value);
    }
    hold(k, true);
  }
  return std::ranges::all_of(taken, [&](const auto& one) { return put(one.first, one.second); });
}

bool EditedPlan::State::place(EmployeeId i, PostId to) {
  set_lock(request.rules.cycle.locks, i, to);
  return keep_at(std::array{PlannerLock{i, to}});
}

bool EditedPlan::State::release(EmployeeId i) {
  set_lock(request.rules.cycle.locks, i, std::nullopt);
  if (member_[i.index()] < 0) return true;
  const auto k = static_cast<std::size_t>(member_[i.index()]);
  if (!flow->held(k)) return true;
  flow->take(k);
  hold(k, false);
  return put(k, nowhere);
}

std::vector<std::uint16_t> EditedPlan::State::fresh_row(EmployeeId i) const {
  std::vector<std::uint16_t> row(pairs->posts());
  SatisfactionRows(snapshot).fill(i, row);
  refuse_pairs(snapshot, i, request.policy, *eligible, row);
  return row;
}

void EditedPlan::State::set_row(std::size_t k, std::span<const std::uint16_t> values) {
  std::ranges::copy(values, pairs->row(k).begin());
  for (std::size_t j = 0; j < values.size(); ++j)
    table.by_post[j * pairs->free().size() + k] = values[j];
}

bool EditedPlan::State::answer(EmployeeId i, const Snapshot::EmployeeRow& said, Step& step) {
  auto& row = snapshot.employees[i.index()];
  step.answer = Answer{i, row, {}, {}};
  for (const auto& level : levels) step.answer->fixed_costs.push_back(level.fixed_cost);
  const auto fixed = static_cast<std::uint16_t>(satisfaction(snapshot, i, row.post));
  const auto member = member_[i.index()];
  const auto k = static_cast<std::size_t>(member);
  std::int32_t only = nowhere;
  if (member >= 0) {
    const auto before = table.rows->row(k);
    step.answer->values.assign(before.begin(), before.end());
    if (flow->held(k)) only = static_cast<std::int32_t>(flow->place(k));
    flow->take(k);
  }
  row.answered = said.answered;
  row.stance = said.stance;
  row.track = said.track;
  row.wish_count = said.wish_count;
  row.wishes = said.wishes;
  row.weights = said.weights;
  row.concerns = said.concerns;
  if (member >= 0) {
    set_row(k, fresh_row(i));
    return put(k, only);
  }
  const auto now = static_cast<std::uint16_t>(satisfaction(snapshot, i, row.post));
  for (auto& level : levels)
    if (level.on == Level::On::value)
      level.fixed_cost += level.cost(0, 0, now) - level.cost(0, 0, fixed);
  return true;
}

void EditedPlan::State::let_go_kept() {
  for (const EmployeeId i : kept) {
    const auto k = static_cast<std::size_t>(member_[i.index()]);
    flow->take(k);
    hold(k, false);
    (void)put(k, nowhere);  // the current post had a seat until now
  }
  kept.clear();
}

bool EditedPlan::State::keep_apart() {
  if (request.judged) return true;  // only locks count then
  PlanRequest now = request;
  for (;;) {
    const auto known = kept;
    const auto relations = keep_relatives_apart(snapshot, plan(), now, kept);
    if (relations == Relations::forced_together) return false;
    if (relations == Relations::apart) return true;
    std::vector<PlannerLock> stay;
    for (const EmployeeId i : kept)
      if (!std::ranges::binary_search(known, i)) stay.push_back({i, snapshot[i].post});
    if (!keep_at(stay)) return false;
  }
}

Plan EditedPlan::State::plan() const {
  Plan plan;
  const std::string why = reason_text(by_policy, name(request.policy));
  for (std::size_t k = 0; k < pairs->free().size(); ++k) {
    const EmployeeId i = pairs->free()[k];
    const PostId to{flow->place(k)};
    if (to == snapshot[i].post) continue;
    plan.moves.push_back({i, to, planner_lock(request.rules, i) ? std::string(by_lock) : why});
  }
  return plan;
}

}  // namespace rembuk
