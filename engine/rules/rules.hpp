#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "engine/domain/snapshot.hpp"

/// Hard rules: what locks an employee in place and what refuses a pair. Each is one function of the
/// table in rules.cpp with its citation. Source: data of aturan_mutasi; engine model, section 6.
namespace rembuk {

/// R01 … R25 by number.
enum class Rule : std::uint8_t {
  R02 = 2, R03 = 3, R05 = 5, R06 = 6, R07 = 7, R08 = 8, R09 = 9, R10 = 10, R11 = 11, R13 = 13,
  R15 = 15, R17 = 17, R18 = 18, R23 = 23, R24 = 24, R25 = 25
};
[[nodiscard]] std::string_view name(Rule rule);

/// Parameters of the rules, each with the text that fixes it.
struct RuleParameters {
  std::int32_t tenure_months = 24;      ///< R03, PP 11/2017 Pasal 190(3)
  std::int32_t retirement_months = 24;  ///< R17, proposal of the office
  bool performance_inside = true;       ///< R09 also inside one government
};

/// Where each rule stands: for people and for reviewers.
struct Citation {
  Rule rule;
  std::string_view source;
};
[[nodiscard]] std::vector<Citation> citations();

/// Rules that lock i in place, lowest first; empty: free to be moved.
[[nodiscard]] std::vector<Rule> locks(const Snapshot& snapshot, EmployeeId i,
                                      const RuleParameters& parameters = {});

/// Rules that refuse the pair (i, j), lowest first, locks of i not included, capacity (R07) neither.
/// For the current post nothing is refused.
[[nodiscard]] std::vector<Rule> refusals(const Snapshot& snapshot, EmployeeId i, PostId j);

/// The lowest rule that locks i, refuses (i, j) or, as R07, leaves j without an entrant (heads now >
/// need, or need = 0). Nothing for the current post.
[[nodiscard]] std::optional<Rule> lowest_refusal(const Snapshot& snapshot, EmployeeId i, PostId j,
                                                 const RuleParameters& parameters = {});

/// True if no lock and no pair rule stands against the move; capacity is not judged. Cost: a few
/// comparisons, then the mandatory competences of j.
[[nodiscard]] bool eligible(const Snapshot& snapshot, EmployeeId i, PostId j,
                            const RuleParameters& parameters = {});

/// A post that may take an entrant at all: heads now ≤ need and need > 0.
[[nodiscard]] bool takes_entrant(const Snapshot& snapshot, PostId j);

struct Violation {
  Rule rule;
  std::int32_t people = 0;
};
/// Breaches of `plan` by rule: each mover counts once per broken rule; for R07 the people of a post
/// are min(entrants, heads after − need).
[[nodiscard]] std::vector<Violation> violations(const Snapshot& snapshot, const Plan& plan,
                                                const RuleParameters& parameters = {});

}  // namespace rembuk
