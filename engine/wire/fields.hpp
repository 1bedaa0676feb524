#pragma once
#include "engine/wire/archive.hpp"
#include "engine/wire/codec.hpp"

/// Field lists of the messages: order and limits are the protocol. What a later version added comes
/// last, and only from that version on.
namespace rembuk::wire {

template <class A>
void CEREAL_SAVE_FUNCTION_NAME(A& a, const Cell& cell) {
  a.put(cell.index(), 1);
  if (const auto* value = std::get_if<std::int64_t>(&cell))
    a(*value);
  else
    a(one_of(std::get<Withheld>(cell), Withheld::not_applicable));
}
template <class A>
void CEREAL_LOAD_FUNCTION_NAME(A& a, Cell& cell) {
  const auto kind = a.get(1);
  if (kind > 1) throw Malformed("a cell is neither published nor withheld");
  if (kind == 0) {
    std::int64_t value = 0;
    a(value);
    cell = value;
  } else {
    Withheld reason{};
    a(one_of(reason, Withheld::not_applicable));
    cell = reason;
  }
}

template <class A>
void serialize(A& a, SignIn& m) {
  a(text(m.code, 128));
}
template <class A>
void serialize(A& a, ConsultationFacts& m) {
  a(text(m.title, 200), text(m.reference_date, 10), text(m.closes, 10),
    one_of(m.state, ConsultationState::archived), m.threshold, m.employees);
}
template <class A>
void serialize(A& a, Session& m) {
  a(one_of(m.role, Role::planner), text(m.display_name, 200), m.consultation);
}
template <class A>
void serialize(A& a, Problem& m) {
  a(text(m.code, 64), texts(m.values, 8, 200));
}
template <class A>
void serialize(A& a, HeldCompetence& m) {
  a(m.competence, m.level);
}
template <class A>
void serialize(A& a, AccessEntry& m) {
  a(text(m.at, 20), text(m.what, 40), text(m.who, 40));
}
template <class A>
void serialize(A& a, AccessLog& m) {
  a(list(m.entries, 2000));
}
template <class A>
void serialize(A& a, KeptBy& m) {
  a(text(m.rule, 4), text(m.text_id, 400), text(m.text_en, 400));
}
template <class A>
void serialize(A& a, Profile& m) {
  a(text(m.nip, 18), text(m.name, 200), text(m.post_code, 80), text(m.post_name, 200),
    text(m.unit_name, 200), text(m.agency_name, 200), text(m.golongan, 8), text(m.education, 16),
    text(m.status, 24), m.job_class, m.tenure_months, text(m.home_region, 8), list(m.minutes, 256),
    list(m.competences, 1000), texts(m.locked_by, 40, 4), m.cohort_warning);
  if (a.version >= 2) a(m.least_tenure, list(m.kept, 40));
}
template <class A>
void serialize(A& a, RegionEntry& m) {
  a(text(m.code, 8), text(m.name, 100));
}
template <class A>
void serialize(A& a, UnitEntry& m) {
  a(text(m.code, 40), text(m.name, 200), m.parent, m.region, m.remoteness, m.workload);
}
template <class A>
void serialize(A& a, NeededCompetence& m) {
  a(m.competence, m.level);
}
template <class A>
void serialize(A& a, PostEntry& m) {
  a(text(m.code, 80), text(m.name, 200), m.unit, m.kind, m.job_class, m.need, m.heads,
    m.wished_at_least, list(m.needs, 100));
}
template <class A>
void serialize(A& a, Catalogue& m) {
  a(list(m.regions, 255), texts(m.competences, 5000, 200), list(m.units, 60000),
    list(m.posts, 200000));
}
template <class A>
void serialize(A& a, ConcernEntry& m) {
  a(m.category, m.intensity, text(m.help, 40));
}
template <class A>
void serialize(A& a, Answer& m) {
  a(m.key, m.based_on, m.stance, texts(m.wishes, 5, 100), list(m.criteria, 5), m.career_track,
    list(m.concerns, 14));
}
template <class A>
void serialize(A& a, Receipt& m) {
  a(m.version, text(m.received_at, 20), text(m.code, 32));
}
template <class A>
void serialize(A& a, OwnAnswer& m) {
  a(m.receipt, m.answer, m.withdrawn);
}
template <class A>
void serialize(A& a, ExpectedCount& m) {
  a(m.mean, m.low, m.high);
}
template <class A>
void serialize(A& a, Scenario& m) {
  a(m.id, one_of(m.kind, ScenarioKind::generated), text(m.name, 200), text(m.policy, 40),
    m.in_forum, m.withheld, m.moved, m.mean, m.median, m.worst_tenth, m.mean_moved, m.gini,
    m.better, m.equal, m.worse, m.wish_first, m.wish_top3, m.wish_any, m.asked, m.accept,
    m.conditional, m.object, m.nonrespondents, m.accept_if_none, m.accept_if_all,
    m.accept_if_half_odds, m.accept_if_double_odds, list(m.concerns, 14), m.heads_needed,
    m.heads_covered_before, m.heads_covered_after, m.competence_covered_before,
    m.competence_covered_after, m.violations);
  if (a.version >= 2) a(list(m.causes, 6), m.cause_step, m.forum_withheld);
}
template <class A>
void serialize(A& a, Release& m) {
  a(m.number, text(m.made_at, 10), m.employees, m.answered, m.consultation, list(m.scenarios, 200));
}
template <class A>
void serialize(A& a, PlanUpload& m) {
  a(text(m.name, 200), text(m.text, 8 << 20));
}
template <class A>
void serialize(A& a, FileFault& m) {
  a(text(m.file, 100), m.row, text(m.column, 300), text(m.code, 64), m.warning,
    text(m.message_id, 1000), text(m.message_en, 1000));
}
template <class A>
void serialize(A& a, PlanOutcome& m) {
  a(list(m.faults, 2000), m.errors, m.warnings, m.scenario);
}
template <class A>
void serialize(A& a, GenerateRequest& m) {
  a(text(m.policy, 40), m.seed);
  if (a.version >= 2) a(m.need_weight, texts(m.kept, 50, 40));
}
template <class A>
void serialize(A& a, Job& m) {
  a(m.id, one_of(m.phase, JobPhase::cancelled), m.permille, m.scenario, text(m.problem, 64));
}
template <class A>
void serialize(A& a, ScenarioChange& m) {
  a(m.id, m.in_forum);
}

}  // namespace rembuk::wire
