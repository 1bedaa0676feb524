#pragma once
#include <array>
#include <cstdint>
#include <expected>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/assignment/optimal_plan.hpp"
#include "engine/base/error.hpp"
#include "engine/domain/snapshot.hpp"
#include "engine/rules/eligibility.hpp"
#include "engine/wire/codec.hpp"

/// Messages of planning in the browser: a snapshot in which nobody has a name goes to the planner's
/// machine, a plan in row numbers comes back; the same messages go between page and worker.
namespace rembuk::wire {

/// What the model reads of one consultation, and nothing else. Row numbers are new in each
/// snapshot; which person a row is, only the server knows, for as long as it knows `token`.
struct PlanningSnapshot {
  std::array<std::uint8_t, 16> token{};
  std::uint32_t release = 0;  ///< number of the release whose answers it rests on
  Snapshot snapshot;          ///< as `pseudonymous` makes it
  EligibilityTable judged;    ///< the rules' judgement, by row
};

/// What tells one snapshot from another, read without the rest.
struct PlanningHead {
  std::array<std::uint8_t, 16> token{};
  std::uint32_t release = 0;
};
/// Errors: invalid_input for a frame of another type or one that ends early.
[[nodiscard]] std::expected<PlanningHead, Error> planning_head(std::span<const std::uint8_t> frame);

/// `snapshot` as planning needs it, rows in `order`. Cost O(records).
[[nodiscard]] PlanningSnapshot planning_snapshot(const Snapshot& snapshot,
                                                 const EligibilityTable& judged,
                                                 std::span<const EmployeeId> order);
/// Whether every id and number in a received snapshot points to something that is there.
/// Errors: invalid_input, with what does not.
[[nodiscard]] std::expected<void, Error> check(const PlanningSnapshot& received);

/// To the worker: compute a plan on the snapshot that it was given before.
struct EngineRequest {
  std::uint32_t id = 0;
  std::string policy;
  std::uint64_t seed = 1;
};
struct EngineProgress {
  std::uint32_t id = 0;
  std::uint16_t permille = 0;
};
struct RowMove {
  std::uint32_t row = 0, post = 0;

  friend bool operator==(const RowMove&, const RowMove&) = default;
};
/// One objective with its proof.
struct ProvedObjective {
  std::string name;
  std::int64_t primal = 0, dual = 0, pairs_eligible = 0, pairs_priced = 0,
               negative_reduced_costs = 0;
};
enum class EngineOutcome : std::uint8_t { optimal, infeasible, failed };
struct EngineResult {
  std::uint32_t id = 0;
  EngineOutcome outcome = EngineOutcome::optimal;
  std::string problem;         ///< code, when failed
  std::vector<RowMove> moves;  ///< by row
  std::vector<ProvedObjective> objectives;
};

/// To the worker: trade-offs between satisfaction and need covered, at most `most` of them.
struct TradeOffRequest {
  std::uint32_t id = 0;
  std::uint16_t most = 5;
  std::uint64_t seed = 1;
};
struct TradeOffRow {
  std::int64_t satisfaction_sum = 0, need_covered = 0;  ///< points; heads
  std::vector<RowMove> moves;                           ///< by row
};
struct TradeOffResult {
  std::uint32_t id = 0;
  EngineOutcome outcome = EngineOutcome::optimal;
  std::string problem;            ///< code, when failed
  std::vector<TradeOffRow> rows;  ///< by need_covered, ascending
  bool complete = true;           ///< there are no more extreme points than these
};

/// From the planner's page to the server: the plan that its engine found.
struct ComputedPlan {
  std::array<std::uint8_t, 16> token{};
  std::string policy;  ///< a policy's name or `trade_off_plan`
  std::uint64_t seed = 1;
  std::vector<RowMove> moves;
};
/// What a plan is called that was chosen among trade-offs instead of found by a policy.
inline constexpr std::string_view trade_off_plan = "trade-off";

template <>
struct Traits<PlanningSnapshot> {
  static constexpr Type type = Type::planning_snapshot;
  static constexpr std::uint16_t version = 2;  ///< with the number of competences
  static constexpr std::uint32_t most = 128u << 20;
};
template <>
struct Traits<EngineRequest> : FirstVersion<Type::engine_request, 128> {};
template <>
struct Traits<EngineProgress> : FirstVersion<Type::engine_progress, 64> {};
template <>
struct Traits<EngineResult> : FirstVersion<Type::engine_result, 4u << 20> {};
template <>
struct Traits<TradeOffRequest> : FirstVersion<Type::trade_off_request, 64> {};
template <>
struct Traits<TradeOffResult> : FirstVersion<Type::trade_off_result, 32u << 20> {};
template <>
struct Traits<ComputedPlan> : FirstVersion<Type::computed_plan, 4u << 20> {};

}  // namespace rembuk::wire
