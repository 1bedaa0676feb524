#pragma once
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "engine/domain/plan.hpp"
#include "engine/domain/snapshot.hpp"

/// Hard rules: what locks an employee in place and what refuses a pair. Each is one function of the
/// tables in pair_rules.cpp; rule_table() says what it demands and which text demands it.
namespace rembuk {

/// R01 … R25 by number.
enum class Rule : std::uint8_t {
  R02 = 2,
  R03 = 3,
  R05 = 5,
  R06 = 6,
  R07 = 7,
  R08 = 8,
  R09 = 9,
  R10 = 10,
  R11 = 11,
  R13 = 13,
  R14 = 14,
  R15 = 15,
  R17 = 17,
  R18 = 18,
  R23 = 23,
  R24 = 24,
  R25 = 25
};
[[nodiscard]] std::string_view name(Rule rule);

/// What the planner brings; the parameters of the rules stand in the snapshot's settings. Where
/// `cycle` is empty, R06, R14 and the employee part of R24 find nothing.
struct RuleSet {
  CycleConditions cycle;
};

/// Rules that lock i in place, lowest first; empty: free to be moved. A lock of the planner to
/// another post is none of them: it lets i go there and only there (see refusals).
[[nodiscard]] std::vector<Rule> locks(const Snapshot& snapshot, EmployeeId i,
                                      const RuleSet& rules = {});

/// Rules that refuse the pair (i, j), lowest first; the locks of i and capacity (R07) not included.
/// R06 supposes that everyone else stays. For the current post nothing is refused.
[[nodiscard]] std::vector<Rule> refusals(const Snapshot& snapshot, EmployeeId i, PostId j,
                                         const RuleSet& rules = {});

/// The lowest rule that locks i, refuses (i, j) or, as R07, leaves j without an entrant. Nothing
/// for the current post.
[[nodiscard]] std::optional<Rule> lowest_refusal(const Snapshot& snapshot, EmployeeId i, PostId j,
                                                 const RuleSet& rules = {});

/// True if no lock and no pair rule stands against the move, or j is the current post; capacity is
/// not judged. For many pairs of one snapshot: Eligibility.
[[nodiscard]] bool eligible(const Snapshot& snapshot, EmployeeId i, PostId j,
                            const RuleSet& rules = {});

/// R07 for one entrant: heads now ≤ need and need > 0. A full post may take one in exchange.
[[nodiscard]] bool takes_entrant(const Snapshot& snapshot, PostId j);

/// Where the planner locks i, or none.
[[nodiscard]] std::optional<PostId> planner_lock(const RuleSet& rules, EmployeeId i);

struct Violation {
  Rule rule;
  std::int32_t people = 0;

  friend bool operator==(const Violation&, const Violation&) = default;
};
/// Breaches of `plan` by rule, lowest first: each mover counts once per broken rule; for R07 the
/// people of a post are min(entrants, heads after − need). Who is moved by a lock of the planner to
/// the post it names does not break R24. R06 judges the places after the plan.
[[nodiscard]] std::vector<Violation> violations(const Snapshot& snapshot, const Plan& plan,
                                                const RuleSet& rules = {});
/// Rules that one mover breaks in `plan`, lowest first; R07 not included.
[[nodiscard]] std::vector<Rule> broken_rules(const Snapshot& snapshot, const Plan& plan,
                                             const Move& move, const RuleSet& rules = {});

/// S05, reported and never enforced: units of which more than a fifth of today's heads moves.
struct UnitTurnover {
  UnitId unit;
  std::int32_t heads = 0, movers = 0;

  friend bool operator==(const UnitTurnover&, const UnitTurnover&) = default;
};
[[nodiscard]] std::vector<UnitTurnover> high_turnover(const Snapshot& snapshot, const Plan& plan);

}  // namespace rembuk
