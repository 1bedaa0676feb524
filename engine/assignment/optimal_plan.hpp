#pragma once
#include <cstdint>
#include <expected>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/assignment/policy.hpp"
#include "engine/base/error.hpp"
#include "engine/domain/snapshot.hpp"
#include "engine/rules/eligibility.hpp"
#include "engine/rules/rules.hpp"

namespace rembuk {

struct PlanRequest {
  Policy policy = Policy::balanced;
  std::uint64_t seed = 1;  ///< decides ties, and the published order of the mechanisms
  RuleSet rules;           ///< with the planner's locks, relatives and blocked period
  /// Where the rules were judged elsewhere: then of `rules` only the planner's locks count.
  std::shared_ptr<const EligibilityTable> judged = nullptr;
  /// Floors and caps on heads; two of one group both hold. Not for the mechanisms.
  std::vector<HeadBound> bounds = {};
  /// Instead of the policy: importance of need against wishes, 0 … 100 (see weighted_levels).
  std::optional<std::int32_t> need_weight = std::nullopt;
};

enum class PlanStatus : std::uint8_t { optimal, cancelled, infeasible };

struct Objective {
  std::string name;
  std::int64_t value = 0;  ///< over all employees, locked ones included

  friend bool operator==(const Objective&, const Objective&) = default;
};

/// Proof of one objective: no eligible pair that earlier objectives leave open could improve it.
struct Certificate {
  std::string objective;
  std::int64_t primal = 0, dual = 0;  ///< in units of the objective, over all employees
  std::int64_t pairs_eligible = 0;    ///< j ≠ cur(i), i not locked, no hard rule refuses
  std::int64_t pairs_priced = 0;      ///< of those, whose reduced cost was computed at least once
  std::int64_t negative_reduced_costs = 0;

  friend bool operator==(const Certificate&, const Certificate&) = default;
};

/// The multipliers behind one certificate, relative to the sink: what a checker needs.
struct Multipliers {
  std::vector<std::int64_t> employee;  ///< by employee id; 0 for who is not in the decision set
  std::vector<std::int64_t> post;      ///< by post id
  /// By unit id, then by the id of an OPD's highest unit, then by government; empty without bounds.
  std::vector<std::int64_t> group;
};

struct PlanResult {
  PlanStatus status = PlanStatus::optimal;
  Plan plan;
  std::vector<Objective> objectives;      ///< in order; none for a mechanism
  std::vector<Certificate> certificates;  ///< one per objective
  std::vector<Multipliers> multipliers;   ///< one per certificate
  std::vector<EmployeeId> kept_apart;     ///< stay so that relatives do not meet (R06), in id order
};

/// Called now and then with a share of 0 … 1; false cancels.
using Progress = std::function<bool(double)>;

/// The plan of greatest value under the policy that breaks no hard rule.
///
/// Shape    n employees, m posts; optimal over every eligible pair, not over a shortlist: arcs that
///          could improve are priced in until none is left. Everyone may stay; locked employees do.
///          Objectives are exact one after the other: each restricts to its optimal face.
/// Units    objectives are integers.
/// Errors   invalid_input if the acceptance sentences are wrong (need-first), a lock or a bound names
///          an unknown id, a mechanism is given bounds, or the weight is not within 0 … 100;
///          too_large above 10⁹ pairs. Infeasible (a planner's lock that a rule or the seats forbid,
///          relatives whom locks bring together, floors and caps that nobody can keep) is a status.
/// Cost     a few flows of O(n · k) arcs per objective, plus pricing O(n · m) each; 2 bytes a pair.
/// Ties     by the seed; the same bytes on every platform.
/// Source   Ahuja, Magnanti, Orlin (1993), ch. 11 and 17; see MIN_COST_FLOW.md.
[[nodiscard]] std::expected<PlanResult, Error> optimal_plan(const Snapshot& snapshot,
                                                            const PlanRequest& request,
                                                            const Progress& progress = {});
[[nodiscard]] std::expected<PlanResult, Error> optimal_plan(const Snapshot& snapshot, Policy policy,
                                                            const Progress& progress = {});

}  // namespace rembuk
