#pragma once
#include <array>
#include <span>

#include "engine/rules/rules.hpp"
#include "engine/rules/superiors.hpp"

/// Inside of the room: the two tables of rules, one function each.
namespace rembuk::rule_tables {

struct LockRule {
  Rule rule;
  bool (*bites)(const Snapshot&, EmployeeId, const RuleSet&);
};
struct PairRule {
  Rule rule;
  bool (*bites)(const Snapshot&, EmployeeId, PostId, const RuleSet&);
};
[[nodiscard]] std::span<const LockRule> lock_rules();
/// Does not spare the current post, and leaves R06 out.
[[nodiscard]] std::span<const PairRule> pair_rules();

/// R06 for i at j while everyone else is where `superiors` has them.
[[nodiscard]] bool meets_relative(const Superiors& superiors, EmployeeId i, PostId j,
                                  const RuleSet& rules);

}  // namespace rembuk::rule_tables
