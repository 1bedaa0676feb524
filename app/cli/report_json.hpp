#pragma once
#include <span>
#include <string>

#include "engine/rules/rules.hpp"
#include "engine/scoring/report.hpp"

namespace rembuk::cli {

/// The members of evaluate's JSON document, without the surrounding braces.
[[nodiscard]] std::string report_members(const Report& report,
                                         std::span<const Violation> violations);

}  // namespace rembuk::cli
