#include "app/cli/rules_table.hpp"

#include <fmt/format.h>

#include "app/cli/json.hpp"
#include "engine/rules/rule_words.hpp"

namespace rembuk::cli {
namespace {

/// hard_function: computed and refuses; hard: in force, but a person sees to it.
std::string_view place_of(const RuleEntry& entry) {
  if (computed(entry)) return "hard_function";
  switch (entry.kind) {
    case RuleKind::hard:
      return "hard";
    case RuleKind::soft:
      return "soft";
    case RuleKind::process:
      return "process";
  }
  return "";
}

std::string_view shown_place(std::string_view place, bool english) {
  if (place == "hard_function") return english ? "hard, computed" : "keras, dihitung";
  if (place == "hard") return english ? "hard, not computed" : "keras, tidak dihitung";
  if (place == "soft") return english ? "soft" : "lunak";
  return english ? "process" : "proses";
}

std::string_view shown_check(Verified verified, bool english) {
  switch (verified) {
    case Verified::read:
      return english ? "text read" : "teks dibaca";
    case Verified::press:
      return english ? "from the press" : "dari berita";
    case Verified::partly:
      return english ? "partly read" : "dibaca sebagian";
    case Verified::unchecked:
      return english ? "not yet checked" : "belum diperiksa";
    case Verified::not_needed:
      return english ? "policy of the office" : "kebijakan kantor";
  }
  return "";
}

std::string since_text(const std::string& since, bool english) {
  if (since.empty()) return english ? "policy of the office" : "kebijakan kantor";
  return fmt::format(fmt::runtime(english ? "since {}" : "sejak {}"), since);
}

}  // namespace

void print_rules(const Settings& settings, const std::vector<RuleRow>& rows, bool english) {
  for (const auto& entry : rule_table()) {
    const auto parameter = in_force(entry, settings, rows);
    fmt::print("{}  {}: {}\n", entry.id, shown_place(place_of(entry), english),
               rule_sentence(entry.demand, parameter, english));
    if (!entry.citation.empty())
      fmt::print("     {} ({}; {})\n", entry.citation,
                 since_text(entry.since == 0 ? "" : std::to_string(entry.since), english),
                 shown_check(entry.verified, english));
    fmt::print("     {}\n", rule_sentence(entry.applied, parameter, english));
    if (parameter)
      fmt::print("     {} = {} ({}{}{}{}). {}\n", parameter->name, parameter->value,
                 parameter->own ? "aturan.csv; " : "", since_text(parameter->since, english),
                 parameter->source.empty() ? "" : "; ", parameter->source,
                 english ? parameter->note_english : parameter->note_indonesian);
  }
}

void print_rules_json(const Settings& settings, const std::vector<RuleRow>& rows, bool english) {
  fmt::print("[");
  std::string_view comma;
  for (const auto& entry : rule_table()) {
    const auto parameter = in_force(entry, settings, rows);
    fmt::print(
        "{}\n  {{\"rule\": {}, \"place\": \"{}\", \"text\": {}, \"citation\": {}, \"since\": {}, "
        "\"check\": {}, \"applied\": {}, \"parameters\": [",
        comma, json_text(entry.id), place_of(entry),
        json_text(rule_sentence(entry.demand, parameter, english)), json_text(entry.citation),
        entry.since == 0 ? "null" : std::to_string(entry.since),
        json_text(shown_check(entry.verified, english)),
        json_text(rule_sentence(entry.applied, parameter, english)));
    if (parameter)
      fmt::print("{{\"name\": {}, \"value\": {}, \"since\": {}, \"source\": {}, \"note\": {}}}",
                 json_text(parameter->name), json_text(parameter->value),
                 parameter->since.empty() ? "null"
                 : parameter->own         ? json_text(parameter->since)
                                          : parameter->since,
                 json_text(parameter->source),
                 json_text(english ? parameter->note_english : parameter->note_indonesian));
    fmt::print("]}}");
    comma = ",";
  }
  fmt::print("]");
}

}  // namespace rembuk::cli
