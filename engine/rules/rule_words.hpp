#pragma once
#include <optional>
#include <string>

#include "engine/domain/records.hpp"
#include "engine/rules/rule_table.hpp"

/// The rules' sentences with the parameters that a consultation has.
namespace rembuk {

/// A parameter as a consultation has it: of the table, or of the office's own row.
struct ParameterInForce {
  std::string_view name;
  std::string value;  ///< "24", "ya" or "tidak"
  std::string since;  ///< year or day, empty: policy of the office, always
  std::string source, note_indonesian, note_english;
  bool own = false;  ///< the office's
};
/// The built-in one of a rule, "24" or "tidak"; nothing if it has none.
[[nodiscard]] std::optional<ParameterInForce> built_in(const RuleEntry& entry);
/// What holds on the reference date of `settings`; nothing if the rule has no parameter.
[[nodiscard]] std::optional<ParameterInForce> in_force(const RuleEntry& entry,
                                                       const Settings& settings,
                                                       const std::vector<RuleRow>& rows);

/// A sentence of the table with its value.
[[nodiscard]] std::string rule_sentence(const RuleWords& words,
                                        const std::optional<ParameterInForce>& parameter,
                                        bool english);

/// What is said where the rule refuses: a sentence, and what it rests on. A value of the office's
/// own cites its source too.
struct Refusal {
  std::string sentence, citation;
};
[[nodiscard]] Refusal refusal_words(Rule rule, const Consultation& consultation, bool english);
/// What a person is told whom `rule` keeps in place; the rule must be one of those.
[[nodiscard]] std::string kept_words(Rule rule, const Consultation& consultation, bool english);

}  // namespace rembuk
