#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/domain/records.hpp"
#include "engine/rules/rules.hpp"

namespace rembuk {

/// One dated parameter of a rule. A later row of the same name takes its place from its day on.
struct RuleParameter {
  std::string_view rule;   ///< id in the register, "R03"
  std::string_view name;   ///< as in RuleSet or konsultasi.json
  std::int32_t value = 0;  ///< yes/no: 1 or 0
  bool yes_no = false;
  std::int16_t since = 0;        ///< first year in which it holds, 0: policy of the office, always
  std::string_view source = {};  ///< of the number, empty: policy of the office
  std::string_view note_indonesian = {}, note_english = {};
};
/// All of them, by rule, the earlier first.
[[nodiscard]] std::span<const RuleParameter> rule_parameters();

/// The row of `name` that holds in `year`; the name must be in the table.
[[nodiscard]] const RuleParameter& parameter_in(std::string_view name, int year);

/// A parameter as a consultation has it: of the table, or of the office's own row.
struct ShownParameter {
  std::string_view rule, name;
  std::string value;  ///< "24", "ya" or "tidak"
  std::string since;  ///< year or day, empty: policy of the office, always
  std::string source, note_indonesian, note_english;
  bool own = false;  ///< the office's
};
/// Those of the table, each with what holds on the reference date of `settings`.
[[nodiscard]] std::vector<ShownParameter> shown_parameters(const Settings& settings,
                                                           const std::vector<RuleRow>& rows);

/// "24", "ya" or "tidak": the value as this consultation has it, where konsultasi.json or an option
/// decides.
[[nodiscard]] std::string value_text(const RuleParameter& parameter, const Settings& settings);

}  // namespace rembuk
