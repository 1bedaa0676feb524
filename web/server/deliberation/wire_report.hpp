#pragma once
#include "engine/aggregation/publication.hpp"
#include "engine/scoring/attribution.hpp"
#include "engine/scoring/report.hpp"
#include "engine/wire/messages.hpp"

namespace rembuk::server {

/// The numbers of a report on which publication decides; `change`: from the present to its plan.
[[nodiscard]] ReportNumbers report_numbers(const Report& report, const SatisfactionChange& change,
                                           bool nobody_worse_by_policy);

/// Puts the published cells into a wire scenario, and takes them out again.
void put_cells(const PublishedReport& report, wire::Scenario& scenario);
[[nodiscard]] PublishedReport taken_cells(const wire::Scenario& scenario, const Cell& answered);

}  // namespace rembuk::server
