#include "engine/rules/pair_rules.hpp"

#include <algorithm>

namespace rembuk::rule_tables {
namespace {

const Snapshot::Held* held(const Snapshot& s, EmployeeId i, CompetenceId competence) {
  const auto mine = s.held_by(i);
  const auto at = std::ranges::lower_bound(mine, competence, {}, &Snapshot::Held::competence);
  return at != mine.end() && at->competence == competence ? &*at : nullptr;
}

bool leaves_government(const Snapshot& s, EmployeeId i, PostId j) {
  return s.unit_of(j).government != s[i].government;
}

bool is_pppk(const Snapshot& s, EmployeeId i) {
  return s[i].status == EmployeeStatus::pppk || s[i].status == EmployeeStatus::pppk_paruh_waktu;
}

// What locks an employee.
bool short_tenure(const Snapshot& s, EmployeeId i, const RuleSet&) {
  return s[i].tenure_months < s.settings.rules.tenure_months;
}
bool disciplined(const Snapshot& s, EmployeeId i, const RuleSet&) { return s[i].disciplined; }
bool rated_low(const Snapshot& s, EmployeeId i, const RuleSet&) {
  return s.settings.rules.performance_inside && s[i].below_baik;
}
bool studying(const Snapshot& s, EmployeeId i, const RuleSet&) { return s[i].studying; }
bool pppk_closed(const Snapshot& s, EmployeeId i, const RuleSet&) {
  return is_pppk(s, i) && !s.settings.pppk;
}
bool holds_jpt(const Snapshot& s, EmployeeId i, const RuleSet&) { return s[s[i].post].jpt; }
bool retires_soon(const Snapshot& s, EmployeeId i, const RuleSet&) {
  return s[i].months_to_retirement < s.settings.rules.retirement_months;
}
bool inactive(const Snapshot& s, EmployeeId i, const RuleSet&) { return !s[i].active; }
bool kept_by_planner(const Snapshot& s, EmployeeId i, const RuleSet& r) {
  return planner_lock(r, i) == s[i].post;
}
bool on_probation(const Snapshot& s, EmployeeId i, const RuleSet&) {
  return s[i].status == EmployeeStatus::cpns;
}

constexpr std::array<LockRule, 10> lock_table = {{
    {Rule::R03, short_tenure},
    {Rule::R08, disciplined},
    {Rule::R09, rated_low},
    {Rule::R10, studying},
    {Rule::R13, pppk_closed},
    {Rule::R15, holds_jpt},
    {Rule::R17, retires_soon},
    {Rule::R23, inactive},
    {Rule::R24, kept_by_planner},
    {Rule::R25, on_probation},
}};

// What refuses a pair.
bool other_government(const Snapshot& s, EmployeeId i, PostId j, const RuleSet&) {
  return !s.settings.between_governments && leaves_government(s, i, j);
}

bool unqualified(const Snapshot& s, EmployeeId i, PostId j, const RuleSet&) {
  const auto& post = s[j];
  if (s[i].education < post.education_min) return true;
  for (const auto& needed : s.required_by(j))
    if (needed.mandatory && !held(s, i, needed.competence)) return true;
  if (!post.certificate.valid()) return false;
  const auto* certificate = held(s, i, post.certificate);
  return !certificate || !certificate->certified;
}

/// Mandatory between governments, whatever the parameter says about one government.
bool rated_low_elsewhere(const Snapshot& s, EmployeeId i, PostId j, const RuleSet&) {
  return !s.settings.rules.performance_inside && s[i].below_baik && leaves_government(s, i, j);
}

bool audit_open(const Snapshot& s, EmployeeId i, PostId j, const RuleSet&) {
  return s.settings.between_governments && leaves_government(s, i, j) && !s[i].audit_clear;
}

/// PPPK may only be redistributed inside one government, to posts open to them.
bool not_for_pppk(const Snapshot& s, EmployeeId i, PostId j, const RuleSet&) {
  return is_pppk(s, i) && (!s[j].open_to_pppk || leaves_government(s, i, j));
}

bool replaces_official(const Snapshot& s, EmployeeId i, PostId j, const RuleSet& r) {
  const auto& blocked = r.cycle.blocked;
  const Date today = s.settings.reference_date;
  return blocked && blocked->first <= today && today <= blocked->last &&
         (s[j].kind == PostKind::struktural || s[s[i].post].kind == PostKind::struktural);
}

bool jpt(const Snapshot& s, EmployeeId, PostId j, const RuleSet&) { return s[j].jpt; }

bool rank_too_low(const Snapshot& s, EmployeeId i, PostId j, const RuleSet&) {
  return !s[i].pppk_scale && s[i].golongan < s[j].golongan_min;
}

bool locked_by_planner(const Snapshot& s, EmployeeId i, PostId j, const RuleSet& r) {
  const auto lock = planner_lock(r, i);
  return s[j].locked || (lock && *lock != j);
}

constexpr std::array<PairRule, 9> pair_table = {{
    {Rule::R02, other_government},
    {Rule::R05, unqualified},
    {Rule::R09, rated_low_elsewhere},
    {Rule::R11, audit_open},
    {Rule::R13, not_for_pppk},
    {Rule::R14, replaces_official},
    {Rule::R15, jpt},
    {Rule::R18, rank_too_low},
    {Rule::R24, locked_by_planner},
}};

}  // namespace

std::span<const LockRule> lock_rules() { return lock_table; }
std::span<const PairRule> pair_rules() { return pair_table; }

bool meets_relative(const Superiors& superiors, EmployeeId i, PostId j, const RuleSet& rules) {
  return std::ranges::any_of(rules.cycle.relatives, [&](const Relatives& pair) {
    return (pair.first == i || pair.second == i) && superiors.related_if(pair, i, j);
  });
}

}  // namespace rembuk::rule_tables
