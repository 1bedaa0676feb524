#pragma once
#include <expected>
#include <string>

#include "engine/assignment/optimal_plan.hpp"
#include "engine/domain/records.hpp"
#include "engine/wire/messages.hpp"

namespace rembuk::server {

/// A choice from the fixed menu, ready to be computed.
struct Variation {
  PlanRequest request;
  std::string policy;   ///< as the scenario keeps it: "balanced", "need-weight-30"
  std::string offices;  ///< names of the units whose people stay, or empty
};

/// What `asked` means for this consultation: a named policy or a weight in steps of ten, and units
/// whose people stay where they are (others may come). A unit holds all units below it.
///
/// Errors  policy_unknown; unit_unknown; group_too_small if a unit, or everybody outside the units
///         together, holds fewer people than the threshold: a plan may not hang on a few.
/// Cost    O(units · kept + employees).
[[nodiscard]] std::expected<Variation, std::string> variation(const Consultation& consultation,
                                                              const wire::GenerateRequest& asked);

}  // namespace rembuk::server
