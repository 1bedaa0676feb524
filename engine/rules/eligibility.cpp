#include "engine/rules/eligibility.hpp"

#include <algorithm>
#include <map>

#include "engine/rules/pair_rules.hpp"

namespace rembuk {
namespace {

using Key = std::vector<std::int32_t>;

/// Everything about a post that a pair rule reads.
Key post_key(const Snapshot& s, PostId j) {
  const auto& post = s[j];
  Key key = {s.unit_of(j).government.value,
             post.education_min,
             post.golongan_min,
             post.certificate.value,
             post.jpt,
             post.locked,
             post.open_to_pppk,
             static_cast<std::int32_t>(post.kind)};
  for (const auto& needed : s.required_by(j))
    if (needed.mandatory) key.push_back(needed.competence.value);
  return key;
}

/// Competences that some post demands: as mandatory, as certificate.
struct Demanded {
  std::vector<CompetenceId> mandatory, certificates;

  explicit Demanded(const Snapshot& s) {
    for (const auto& needed : s.required)
      if (needed.mandatory) mandatory.push_back(needed.competence);
    for (const auto& post : s.posts)
      if (post.certificate.valid()) certificates.push_back(post.certificate);
    for (auto* list : {&mandatory, &certificates}) {
      std::ranges::sort(*list);
      list->erase(std::ranges::unique(*list).begin(), list->end());
    }
  }
};

/// Everything about an employee that a pair rule reads.
Key employee_key(const Snapshot& s, EmployeeId i, const Demanded& demanded) {
  const auto& e = s[i];
  Key key = {e.government.value, static_cast<std::int32_t>(e.status),
             e.pppk_scale,       e.golongan,
             e.education,        e.audit_clear,
             e.below_baik,       static_cast<std::int32_t>(s[e.post].kind)};
  for (const auto& held : s.held_by(i)) {
    if (std::ranges::binary_search(demanded.mandatory, held.competence))
      key.push_back(2 * held.competence.value);
    if (held.certified && std::ranges::binary_search(demanded.certificates, held.competence))
      key.push_back(2 * held.competence.value + 1);
  }
  return key;
}

bool group_allowed(const Snapshot& s, EmployeeId i, PostId j, const RuleSet& rules) {
  return std::ranges::none_of(rule_tables::pair_rules(),
                              [&](const auto& rule) { return rule.bites(s, i, j, rules); });
}

/// The group of each key, in order of first appearance, and one member of each group.
struct Groups {
  std::vector<std::uint32_t> of;
  std::vector<std::size_t> member;

  void add(Key key) {
    const auto [at, is_new] = known_.emplace(std::move(key), static_cast<std::uint32_t>(member.size()));
    if (is_new) member.push_back(of.size());
    of.push_back(at->second);
  }

 private:
  std::map<Key, std::uint32_t> known_;
};

}  // namespace

Eligibility::Eligibility(const Snapshot& s, RuleSet rules)
    : rules_(std::move(rules)), now_(s, placement(s, {})) {
  const Demanded demanded(s);
  Groups employees, posts;
  special_.assign(s.employees.size(), 0);
  for (const auto& pair : rules_.cycle.relatives)
    special_[pair.first.index()] = special_[pair.second.index()] = 1;
  for (const auto& lock : rules_.cycle.locks) special_[lock.employee.index()] = 1;
  for (std::size_t i = 0; i < s.employees.size(); ++i) {
    current_.push_back(s.employees[i].post);
    locked_.push_back(locks(s, EmployeeId{i}, rules_).empty() ? 0 : 1);
    employees.add(employee_key(s, EmployeeId{i}, demanded));
  }
  for (std::size_t j = 0; j < s.posts.size(); ++j) posts.add(post_key(s, PostId{j}));
  employee_group_ = std::move(employees.of);
  post_group_ = std::move(posts.of);
  post_groups_ = posts.member.size();
  RuleSet shared = rules_;  // what groups have in common: nothing that names single people
  shared.cycle.locks.clear();
  shared.cycle.relatives.clear();
  for (const auto i : employees.member)
    for (const auto j : posts.member)
      allowed_.push_back(group_allowed(s, EmployeeId{i}, PostId{j}, shared) ? 1 : 0);
}

Eligibility::Eligibility(const Snapshot& s, EligibilityTable table, RuleSet rules)
    : rules_(std::move(rules)), now_(s, placement(s, {})), locked_(std::move(table.locked)),
      employee_group_(std::move(table.employee_group)), post_group_(std::move(table.post_group)),
      allowed_(std::move(table.allowed)) {
  rules_.cycle.relatives.clear();
  special_.assign(s.employees.size(), 0);
  for (const auto& e : s.employees) current_.push_back(e.post);
  for (const auto& lock : rules_.cycle.locks) {
    special_[lock.employee.index()] = 1;
    if (lock.to == s[lock.employee].post) locked_[lock.employee.index()] = 1;
  }
  for (const auto group : post_group_) post_groups_ = std::max<std::size_t>(post_groups_, group + 1);
}

EligibilityTable Eligibility::table() const {
  return {locked_, employee_group_, post_group_, allowed_};
}

bool Eligibility::judged_alone(EmployeeId i, PostId j) const {
  const auto lock = planner_lock(rules_, i);
  if (lock && *lock != j) return false;
  return !rule_tables::meets_relative(now_, i, j, rules_);
}

}  // namespace rembuk
