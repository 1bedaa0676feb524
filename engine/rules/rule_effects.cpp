#include "engine/rules/rule_effects.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "engine/rules/eligibility.hpp"
#include "engine/rules/pair_rules.hpp"
#include "engine/rules/rule_table.hpp"

namespace rembuk {
namespace {

constexpr std::size_t rule_numbers = 26;
using Effects = std::array<RuleEffect, rule_numbers>;

RuleEffect& of(Effects& effects, Rule rule) { return effects[static_cast<std::size_t>(rule)]; }

/// Members of each group, and one of them.
struct Groups {
  std::vector<std::size_t> first;
  std::vector<std::int64_t> size;

  explicit Groups(const std::vector<std::uint32_t>& group_of) {
    for (std::size_t k = 0; k < group_of.size(); ++k) {
      if (group_of[k] >= first.size()) {
        first.push_back(k);
        size.push_back(0);
      }
      ++size[group_of[k]];
    }
  }
};

void count_pairs(const Snapshot& s, const RuleSet& rules, Effects& effects) {
  const EligibilityTable table = Eligibility(s, rules).table();
  const Groups people(table.employee_group), posts(table.post_group);
  std::map<std::pair<std::size_t, std::size_t>, std::int64_t> own;  // current posts refuse nothing
  for (std::size_t i = 0; i < s.employees.size(); ++i)
    ++own[{table.employee_group[i], table.post_group[s.employees[i].post.index()]}];
  for (std::size_t g = 0; g < people.first.size(); ++g)
    for (std::size_t h = 0; h < posts.first.size(); ++h) {
      const auto mine = own.find({g, h});
      const std::int64_t pairs =
          people.size[g] * posts.size[h] - (mine == own.end() ? 0 : mine->second);
      for (const auto& rule : rule_tables::pair_rules())
        if (rule.bites(s, EmployeeId{people.first[g]}, PostId{posts.first[h]}, rules))
          of(effects, rule.rule).refused += pairs;
    }
}

}  // namespace

std::vector<RuleEffect> rule_effects(const Snapshot& s, const RuleSet& rules) {
  RuleSet shared = rules;  // what names single people is judged one by one
  shared.cycle.relatives.clear();
  Effects effects{};
  for (std::size_t i = 0; i < s.employees.size(); ++i)
    for (const auto rule : locks(s, EmployeeId{i}, shared)) ++of(effects, rule).locked;
  shared.cycle.locks.clear();
  count_pairs(s, shared, effects);
  for (std::size_t j = 0; j < s.posts.size(); ++j)
    if (!takes_entrant(s, PostId{j}))
      of(effects, Rule::R07).refused +=
          static_cast<std::int64_t>(s.employees.size()) - s.posts[j].heads;
  std::vector<RuleEffect> out;
  for (const auto& entry : rule_table())
    if (const auto rule = computed(entry); rule && rule != Rule::R06) {
      out.push_back(of(effects, *rule));
      out.back().rule = *rule;
    }
  return out;
}

}  // namespace rembuk
