#include "app/core/office/numbers.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include "app/text/format.hpp"
#include "engine/wire/planning.hpp"

namespace rembuk::office {

std::optional<std::int64_t> number(const wire::Cell& cell) {
  const auto* value = std::get_if<std::int64_t>(&cell);
  if (!value) return std::nullopt;
  return *value;
}

std::string withheld_text(const text::Catalogue& texts, wire::Withheld reason,
                          std::uint32_t threshold) {
  constexpr std::array<std::string_view, 4> keys = {"withheld.few", "withheld.extreme",
                                                    "withheld.never", "withheld.none"};
  return texts.tr(keys[static_cast<std::size_t>(reason)], {{"k", std::to_string(threshold)}});
}

std::optional<double> share(const wire::Cell& part, std::int64_t whole) {
  const auto value = number(part);
  if (!value || whole == 0) return std::nullopt;
  return static_cast<double>(*value) / static_cast<double>(whole);
}

std::optional<std::int64_t> difference(const wire::Cell& cell, const wire::Cell& base) {
  const auto a = number(cell), b = number(base);
  if (!a || !b) return std::nullopt;
  return *a - *b;
}

std::optional<double> difference(std::optional<double> share, std::optional<double> base) {
  if (!share || !base) return std::nullopt;
  return *share - *base;
}

std::optional<Answers> answers(const wire::Scenario& scenario) {
  const auto object = number(scenario.object.mean), conditional = number(scenario.conditional.mean),
             accept = number(scenario.accept.mean);
  if (!object || !conditional || !accept) return std::nullopt;
  const auto sum = static_cast<double>(*object + *conditional + *accept);
  if (sum <= 0) return std::nullopt;
  return Answers{100 * static_cast<double>(*object) / sum,
                 100 * static_cast<double>(*conditional) / sum,
                 100 * static_cast<double>(*accept) / sum};
}

std::optional<wire::Withheld> answers_withheld(const wire::Scenario& scenario) {
  for (const auto* count : {&scenario.object, &scenario.conditional, &scenario.accept})
    if (const auto* reason = std::get_if<wire::Withheld>(&count->mean)) return *reason;
  return std::nullopt;
}

std::optional<double> accepting(const wire::Scenario& scenario) {
  if (scenario.withheld) return std::nullopt;
  // The same number as in the bars, where there are bars: the parts are rounded one by one.
  if (const auto parts = answers(scenario)) return parts->accept / 100;
  return share(scenario.accept.mean, std::int64_t{scenario.asked} * 10);
}

const wire::Scenario* most_accepted(const std::vector<Lettered>& scenarios) {
  const wire::Scenario* best = nullptr;
  for (const auto& one : scenarios) {
    const auto part = accepting(*one.scenario);
    if (part && (!best || *part > *accepting(*best))) best = one.scenario;
  }
  return best;
}

std::string policy_name(const text::Catalogue& texts, const std::string& policy) {
  const std::string weighed = std::string(wire::need_weight_policy) + "-";
  if (!policy.starts_with(weighed)) return std::string(texts.tr("policy." + policy));
  int need = 0;
  for (const char digit : policy.substr(weighed.size()))
    if (digit >= '0' && digit <= '9' && need <= 100) need = need * 10 + (digit - '0');
  return texts.tr("policy.weighed",
                  {{"need", std::to_string(need)}, {"wishes", std::to_string(100 - need)}});
}

std::string scenario_name(const text::Catalogue& texts, const wire::Scenario& scenario) {
  if (scenario.kind == wire::ScenarioKind::status_quo) return std::string(texts.tr("scenario.now"));
  if (scenario.kind == wire::ScenarioKind::loaded && !scenario.name.empty()) return scenario.name;
  if (scenario.policy == wire::trade_off_plan && !scenario.withheld)
    return texts.tr("policy.trade-off.at",
                    {{"n", text::whole(texts.language(), scenario.heads_covered_after)}});
  const std::string policy = policy_name(texts, scenario.policy);
  if (scenario.name.empty()) return policy;
  return texts.tr("scenario.kept", {{"policy", policy}, {"units", scenario.name}});
}

std::string lead(const text::Catalogue& texts, const wire::Scenario& scenario) {
  const std::string with = "finding.with." + scenario.policy;
  const bool policy =
      scenario.kind == wire::ScenarioKind::generated && scenario.name.empty() && texts.has(with);
  return policy ? std::string(texts.tr(with))
                : texts.tr("finding.with", {{"name", scenario_name(texts, scenario)}});
}

std::string finding(const text::Catalogue& texts, const std::vector<Lettered>& scenarios) {
  if (scenarios.empty()) return std::string(texts.tr("finding.empty"));
  const wire::Scenario* best = most_accepted(scenarios);
  if (!best) {
    const bool nobody = std::ranges::all_of(scenarios, [](const Lettered& one) {
      return !one.scenario->withheld && one.scenario->moved == 0;
    });
    return std::string(texts.tr(nobody ? "finding.nobody" : "finding.none"));
  }
  const std::string with = lead(texts, *best);
  const double of_ten = *accepting(*best) * 10;
  if (of_ten < 0.5) return texts.tr("finding.hardly", {{"with", with}});
  if (of_ten >= 9.5) return texts.tr("finding.nearly", {{"with", with}});
  return texts.tr("finding.accept",
                  {{"with", with}, {"n", std::to_string(static_cast<int>(of_ten + 0.5))}});
}

}  // namespace rembuk::office
