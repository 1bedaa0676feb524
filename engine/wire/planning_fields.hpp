#pragma once
#include <limits>

#include "engine/wire/archive.hpp"
#include "engine/wire/planning.hpp"

/// Field lists of the planning messages in their newest version: order and limits are the protocol.
namespace rembuk {

namespace wire_planning {
inline constexpr std::uint32_t people = 200'000, seats = 200'000, units = 60'000;
}

template <class A, class Tag>
void serialize(A& a, Id<Tag>& id) {
  a(id.value);
}
template <class A>
void serialize(A& a, Range& range) {
  a(range.first, range.last);
}
template <class A>
void serialize(A& a, AcceptanceSentences& m) {
  a(m.of_ten[0], m.of_ten[1], m.of_ten[2], m.odds_per_1000_points, m.odds_stay, m.odds_concern,
    m.worth_answers);
}
template <class A>
void serialize(A& a, Snapshot::UnitRow& m) {
  a(m.parent, m.opd, m.government, m.region, m.remoteness, m.need, m.filled, m.workload);
}
template <class A>
void serialize(A& a, Snapshot::PostRow& m) {
  a(m.unit, wire::one_of(m.kind, PostKind::fungsional), m.job_class, m.need, m.heads, m.required);
}
template <class A>
void serialize(A& a, Snapshot::Needed& m) {
  a(m.competence, m.level);
}
template <class A>
void serialize(A& a, Snapshot::Held& m) {
  a(m.competence, m.level);
}
template <class A>
void serialize(A& a, Snapshot::Target& m) {
  a(wire::one_of(m.kind, Snapshot::Target::Kind::region), m.id);
}
/// What was said, only of who answered.
template <class A>
void serialize(A& a, Snapshot::EmployeeRow& m) {
  a(m.post, m.home, m.held, m.answered);
  if (!m.answered) return;
  a(wire::one_of(m.stance, Stance::move), m.track, m.wish_count);
  if (m.wish_count > m.wishes.size()) throw wire::Malformed("more than five wishes");
  for (std::size_t k = 0; k < m.wish_count; ++k) a(m.wishes[k]);
  for (auto& weight : m.weights) a(weight);
  a(m.concerns);
}
template <class A>
void serialize(A& a, EligibilityTable& m) {
  using namespace wire_planning;
  a(wire::list(m.locked, people), wire::list(m.employee_group, people),
    wire::list(m.post_group, seats), wire::list(m.allowed, 64u << 20));
}
template <class A>
void serialize(A& a, Snapshot& m) {
  using namespace wire_planning;
  a(m.settings.parameters, m.settings.threshold, wire::list(m.units, units),
    wire::list(m.posts, seats), wire::list(m.employees, people), wire::list(m.required, 1u << 22),
    wire::list(m.held, 1u << 24), m.regions, m.governments, m.competences, wire::list(m.minutes, 1u << 20));
}

namespace wire {

template <class A>
void serialize(A& a, PlanningSnapshot& m) {
  a(m.token, m.release, m.snapshot, m.judged);
}
template <class A>
void serialize(A& a, EngineRequest& m) {
  a(m.id, text(m.policy, 40), m.seed);
}
template <class A>
void serialize(A& a, EngineProgress& m) {
  a(m.id, m.permille);
}
template <class A>
void serialize(A& a, RowMove& m) {
  a(m.row, m.post);
}
template <class A>
void serialize(A& a, ProvedObjective& m) {
  a(text(m.name, 40), m.primal, m.dual, m.pairs_eligible, m.pairs_priced, m.negative_reduced_costs);
}
template <class A>
void serialize(A& a, EngineResult& m) {
  a(m.id, one_of(m.outcome, EngineOutcome::failed), text(m.problem, 64),
    list(m.moves, wire_planning::people), list(m.objectives, 64));
}
template <class A>
void serialize(A& a, TradeOffRequest& m) {
  a(m.id, m.most, m.seed);
}
template <class A>
void serialize(A& a, TradeOffRow& m) {
  a(m.satisfaction_sum, m.need_covered, list(m.moves, wire_planning::people));
}
template <class A>
void serialize(A& a, TradeOffResult& m) {
  a(m.id, one_of(m.outcome, EngineOutcome::failed), text(m.problem, 64), list(m.rows, 64),
    m.complete);
}
template <class A>
void serialize(A& a, ComputedPlan& m) {
  a(m.token, text(m.policy, 40), m.seed, list(m.moves, wire_planning::people));
}

}  // namespace wire
}  // namespace rembuk
