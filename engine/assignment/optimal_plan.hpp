#pragma once
#include <cstdint>
#include <expected>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/error.hpp"
#include "engine/domain/snapshot.hpp"

namespace rembuk {

/// Policies as lists of objectives; see MIN_COST_FLOW.md.
enum class Policy : std::uint8_t {
  balanced,      ///< max need_covered; max satisfaction_sum; min moves
  no_one_worse,  ///< pairs with d ≥ 0: max satisfaction_sum; max need_covered; min moves
};
[[nodiscard]] std::optional<Policy> policy_named(std::string_view name);
[[nodiscard]] std::string_view name(Policy policy);

enum class PlanStatus : std::uint8_t { optimal, cancelled };

struct Objective {
  std::string name;
  std::int64_t value = 0;  ///< over all employees, locked ones included
};

/// Proof that no eligible pair could improve the plan: dual value = primal value in the combined
/// cost, and no pair with a negative reduced cost.
struct Certificate {
  std::int64_t primal = 0, dual = 0;
  std::int64_t pairs_eligible = 0, pairs_priced = 0, negative_reduced_costs = 0;
};

struct PlanResult {
  PlanStatus status = PlanStatus::optimal;
  Plan plan;
  std::vector<Objective> objectives;
  Certificate certificate;
};

/// Called now and then with a share of 0 … 1; false cancels.
using Progress = std::function<bool(double)>;

/// The plan of greatest value under `policy` that breaks no hard rule.
///
/// Shape    n employees, m posts; optimal over every eligible pair, not over a shortlist: arcs that
///          could improve are priced in until none is left. Everyone may stay; locked employees do.
/// Units    objectives are integers; levels are combined with weights that exceed what all lower
///          levels can add up to, checked against 63 bits.
/// Errors   too_large if the weights would not fit.
/// Cost     a few flows of O(n · k) arcs, plus pricing O(n · m) each; 2 bytes a pair.
/// Ties     by the order of ids (nip, post code); the same plan on every platform.
/// Source   Ahuja, Magnanti, Orlin (1993), ch. 11 and 17 (network simplex, column generation).
[[nodiscard]] std::expected<PlanResult, Error> optimal_plan(const Snapshot& snapshot, Policy policy,
                                                            const Progress& progress = {});

}  // namespace rembuk
