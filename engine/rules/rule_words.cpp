#include "engine/rules/rule_words.hpp"

namespace rembuk {
namespace {

std::string months(const std::string& value, bool english) {
  return value + (!english ? " bulan" : value == "1" ? " month" : " months");
}

/// What stands for a "{name}" of a sentence.
std::string filled(std::string_view name, const ParameterInForce& parameter, bool english) {
  if (name == "months") return months(parameter.value, english);
  if (name == "source") return parameter.own ? "; " + parameter.source : "";
  if (name == "term" && parameter.value == "24") return english ? "two years" : "dua tahun";
  return name == "term" ? months(parameter.value, english) : parameter.value;
}

std::string yes_or_no(bool yes) { return yes ? "ya" : "tidak"; }

}  // namespace

std::optional<ParameterInForce> built_in(const RuleEntry& entry) {
  const RuleParameter& p = entry.parameter;
  if (p.name.empty()) return std::nullopt;
  return ParameterInForce{p.name,
                          p.yes_no ? yes_or_no(p.value != 0) : std::to_string(p.value),
                          p.since == 0 ? "" : std::to_string(p.since),
                          std::string(p.source),
                          std::string(p.note.indonesian),
                          std::string(p.note.english)};
}

std::optional<ParameterInForce> in_force(const RuleEntry& entry, const Settings& settings,
                                         const std::vector<RuleRow>& rows) {
  auto one = built_in(entry);
  if (!one) return one;
  if (one->name == "between_governments") one->value = yes_or_no(settings.between_governments);
  if (one->name == "pppk") one->value = yes_or_no(settings.pppk);
  const auto known = position_of(one->name, rule_parameter_names);
  if (const auto* row = known ? rule_row(rows, *known, settings.reference_date) : nullptr) {
    one->value = value_text(settings.rules, *known);
    one->since = iso(row->since);
    one->source = row->source;
    one->note_indonesian = one->note_english = row->note;
    one->own = true;
  }
  return one;
}

std::string rule_sentence(const RuleWords& words, const std::optional<ParameterInForce>& parameter,
                          bool english) {
  std::string_view rest = words.in(english);
  std::string out;
  while (parameter) {
    const auto open = rest.find('{'), close = rest.find('}');
    if (close == std::string_view::npos) break;
    out += rest.substr(0, open);
    out += filled(rest.substr(open + 1, close - open - 1), *parameter, english);
    rest.remove_prefix(close + 1);
  }
  return out + std::string(rest);
}

Refusal refusal_words(Rule rule, const Consultation& c, bool english) {
  const RuleEntry& entry = rule_entry(rule);
  const auto parameter = in_force(entry, c.settings, c.rule_rows);
  const RuleWords& words = entry.refusal.indonesian.empty() ? entry.demand : entry.refusal;
  std::string citation(entry.citation);
  if (citation.empty()) citation = english ? "policy of the cycle" : "kebijakan siklus";
  if (parameter && parameter->own) citation += "; " + parameter->source;
  return {rule_sentence(words, parameter, english), citation};
}

std::string kept_words(Rule rule, const Consultation& c, bool english) {
  const RuleEntry& entry = rule_entry(rule);
  return rule_sentence(entry.kept, in_force(entry, c.settings, c.rule_rows), english);
}

}  // namespace rembuk
