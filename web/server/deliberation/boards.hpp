#pragma once
#include "engine/domain/records.hpp"
#include "engine/wire/office.hpp"

/// The office's boards: facts of the data set, no answer. Groups of people pass engine/aggregation;
/// to leaders single units give only need and heads, which everybody in the consultation may know.
namespace rembuk::server {

[[nodiscard]] wire::NeedsBoard needs_board(const Consultation& consultation, bool planner);

/// Leaders see what the rules are, the planner also what they do. People with a disciplinary or
/// court process (R08) are a group like any other: withheld below the threshold.
[[nodiscard]] wire::RulesBoard rules_board(const Consultation& consultation, bool planner);

}  // namespace rembuk::server
