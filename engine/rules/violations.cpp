#include <algorithm>
#include <cstdint>
#include <map>

#include "engine/rules/pair_rules.hpp"

namespace rembuk {
namespace {

std::vector<Rule> broken(const Snapshot& s, const Superiors& after, const Move& move,
                         const RuleSet& rules) {
  std::vector<Rule> found = locks(s, move.employee, rules);
  for (const auto& rule : rule_tables::pair_rules())
    if (rule.bites(s, move.employee, move.to, rules)) found.push_back(rule.rule);
  if (rule_tables::meets_relative(after, move.employee, move.to, rules)) found.push_back(Rule::R06);
  std::ranges::sort(found);
  found.erase(std::ranges::unique(found).begin(), found.end());
  return found;
}

}  // namespace

std::vector<Rule> broken_rules(const Snapshot& s, const Plan& plan, const Move& move,
                               const RuleSet& rules) {
  return broken(s, Superiors(s, placement(s, plan)), move, rules);
}

std::vector<Violation> violations(const Snapshot& s, const Plan& plan, const RuleSet& rules) {
  std::map<Rule, std::int32_t> people;
  std::vector<std::int32_t> entrants(s.posts.size()), heads(s.posts.size());
  const std::vector<PostId> places = placement(s, plan);
  for (const PostId post : places) ++heads[post.index()];
  const Superiors after(s, places);
  for (const auto& move : plan.moves) {
    ++entrants[move.to.index()];
    for (const auto rule : broken(s, after, move, rules)) ++people[rule];
  }
  for (std::size_t j = 0; j < s.posts.size(); ++j) {
    const auto over = std::min(entrants[j], heads[j] - s.posts[j].need);
    if (over > 0) people[Rule::R07] += over;
  }
  std::vector<Violation> result;
  for (const auto& [rule, count] : people) result.push_back({rule, count});
  return result;
}

std::vector<UnitTurnover> high_turnover(const Snapshot& s, const Plan& plan) {
  std::vector<std::int32_t> leaving(s.units.size());
  for (const auto& move : plan.moves) ++leaving[s[s[move.employee].post].unit.index()];
  std::vector<UnitTurnover> found;
  for (std::size_t u = 0; u < s.units.size(); ++u)
    if (5 * leaving[u] > s.units[u].filled)
      found.push_back({UnitId{u}, s.units[u].filled, leaving[u]});
  return found;
}

}  // namespace rembuk
