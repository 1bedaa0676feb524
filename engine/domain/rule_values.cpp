#include "engine/domain/records.hpp"

namespace rembuk {

const RuleRow* rule_row(const std::vector<RuleRow>& rows, std::size_t parameter, Date day) {
  const RuleRow* found = nullptr;
  for (const auto& row : rows)
    if (row.parameter == parameter && row.since <= day && (!found || row.since > found->since))
      found = &row;
  return found;
}

RuleValues rule_values(const std::vector<RuleRow>& rows, Date day) {
  RuleValues values;
  if (const auto* row = rule_row(rows, 0, day)) values.tenure_months = row->value;
  if (const auto* row = rule_row(rows, 1, day)) values.retirement_months = row->value;
  if (const auto* row = rule_row(rows, 2, day)) values.performance_inside = row->value != 0;
  return values;
}

std::string value_text(const RuleValues& values, std::size_t parameter) {
  if (parameter == 2) return values.performance_inside ? "ya" : "tidak";
  return std::to_string(parameter == 0 ? values.tenure_months : values.retirement_months);
}

}  // namespace rembuk
