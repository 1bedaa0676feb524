#pragma once
#include "engine/domain/records.hpp"

namespace rembuk::cli {

/// The register of rules on standard output: where each is placed, citation, parameters and since
/// when they hold.
void print_rules(const Settings& settings, const std::vector<RuleRow>& rows, bool english);
/// The same as the value of a JSON key.
void print_rules_json(const Settings& settings, const std::vector<RuleRow>& rows, bool english);

}  // namespace rembuk::cli
