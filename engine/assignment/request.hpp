#pragma once
#include <cstdint>
#include <expected>
#include <span>
#include <string_view>
#include <vector>

#include "engine/assignment/pairs.hpp"

/// What every solver of this room does with a request before and after it solves it.
namespace rembuk {

/// Errors: invalid_input if a lock or a bound names an unknown id, the weight is out of range, or a
/// mechanism is given bounds; too_large above 10⁹ pairs.
[[nodiscard]] std::expected<void, Error> check_request(const Snapshot& snapshot,
                                                       const PlanRequest& request);

/// The plan that places member k of the decision set at places[k]; `why` is the reason of whom no
/// lock sends.
[[nodiscard]] Plan plan_of(const Snapshot& snapshot, const PairTable& pairs,
                           std::span<const PostId> places, std::string_view why);

/// R06 of a whole plan.
enum class Relations : std::uint8_t { apart, kept_apart, forced_together };

/// Locks in place the moving relatives who would meet as superior and subordinate only because
/// others move too: in `request`, and in `kept` in id order. Forced together: a lock of the planner
/// moves whoever of them moves.
[[nodiscard]] Relations keep_relatives_apart(const Snapshot& snapshot, const Plan& plan,
                                             PlanRequest& request, std::vector<EmployeeId>& kept);

}  // namespace rembuk
