#include "engine/rules/rules.hpp"

#include <algorithm>
#include <array>

#include "engine/rules/pair_rules.hpp"

namespace rembuk {

std::string_view name(Rule rule) {
  constexpr std::string_view all =
      "R01R02R03R04R05R06R07R08R09R10R11R12R13R14R15R16R17R18R19R20R21R22R23R24R25";
  return all.substr((static_cast<std::size_t>(rule) - 1) * 3, 3);
}

std::optional<PostId> planner_lock(const RuleSet& rules, EmployeeId i) {
  const auto& all = rules.cycle.locks;
  const auto at = std::ranges::lower_bound(all, i, {}, &PlannerLock::employee);
  if (at == all.end() || at->employee != i) return std::nullopt;
  return at->to;
}

std::vector<Rule> locks(const Snapshot& s, EmployeeId i, const RuleSet& rules) {
  std::vector<Rule> found;
  for (const auto& rule : rule_tables::lock_rules())
    if (rule.bites(s, i, rules)) found.push_back(rule.rule);
  return found;
}

std::vector<Rule> refusals(const Snapshot& s, EmployeeId i, PostId j, const RuleSet& rules) {
  std::vector<Rule> found;
  if (j == s[i].post) return found;
  for (const auto& rule : rule_tables::pair_rules())
    if (rule.bites(s, i, j, rules)) found.push_back(rule.rule);
  const auto& relatives = rules.cycle.relatives;
  const bool has_relative = std::ranges::any_of(
      relatives, [&](const Relatives& pair) { return pair.first == i || pair.second == i; });
  if (has_relative && rule_tables::meets_relative(Superiors(s, placement(s, {})), i, j, rules))
    found.insert(std::ranges::lower_bound(found, Rule::R06), Rule::R06);
  return found;
}

bool takes_entrant(const Snapshot& s, PostId j) { return s[j].need > 0 && s[j].heads <= s[j].need; }

std::optional<Rule> lowest_refusal(const Snapshot& s, EmployeeId i, PostId j,
                                   const RuleSet& rules) {
  if (j == s[i].post) return std::nullopt;
  auto all = locks(s, i, rules);
  const auto pair = refusals(s, i, j, rules);
  all.insert(all.end(), pair.begin(), pair.end());
  if (!takes_entrant(s, j)) all.push_back(Rule::R07);
  if (all.empty()) return std::nullopt;
  return *std::ranges::min_element(all);
}

bool eligible(const Snapshot& s, EmployeeId i, PostId j, const RuleSet& rules) {
  if (j == s[i].post) return true;
  return locks(s, i, rules).empty() && refusals(s, i, j, rules).empty();
}

}  // namespace rembuk
