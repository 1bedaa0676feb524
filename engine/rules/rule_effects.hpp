#pragma once
#include <cstdint>
#include <vector>

#include "engine/rules/rules.hpp"

namespace rembuk {

/// What one rule does to a consultation: how many people it keeps in place, and how many pairs of
/// an employee and another post it refuses. A pair that two rules refuse counts for both; pairs of
/// locked people count too.
struct RuleEffect {
  Rule rule;
  std::int32_t locked = 0;
  std::int64_t refused = 0;

  friend bool operator==(const RuleEffect&, const RuleEffect&) = default;
};

/// By rule, lowest first. R06 is left out: a list of relatives is never shown, nor counted.
///
/// Shape    n employees, m posts; n·m − n pairs.
/// Cost     groups of employees times groups of posts, as Eligibility; the pairs are not gone over.
[[nodiscard]] std::vector<RuleEffect> rule_effects(const Snapshot& snapshot,
                                                   const RuleSet& rules = {});

}  // namespace rembuk
