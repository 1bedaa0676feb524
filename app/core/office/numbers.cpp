#include "app/core/office/numbers.hpp"

#include <array>

namespace rembuk::office {

std::optional<std::int64_t> number(const wire::Cell& cell) {
  const auto* value = std::get_if<std::int64_t>(&cell);
  if (!value) return std::nullopt;
  return *value;
}

std::string withheld_text(const text::Catalogue& texts, wire::Withheld reason, std::uint32_t threshold) {
  constexpr std::array<std::string_view, 4> keys = {"withheld.few", "withheld.extreme", "withheld.never", "withheld.none"};
  return texts.tr(keys[static_cast<std::size_t>(reason)], {{"k", std::to_string(threshold)}});
}

std::optional<double> share(const wire::Cell& part, std::int64_t whole) {
  const auto value = number(part);
  if (!value || whole == 0) return std::nullopt;
  return static_cast<double>(*value) / static_cast<double>(whole);
}

std::optional<Answers> answers(const wire::Scenario& scenario) {
  const auto object = number(scenario.object.mean), conditional = number(scenario.conditional.mean), accept = number(scenario.accept.mean);
  if (!object || !conditional || !accept) return std::nullopt;
  const auto sum = static_cast<double>(*object + *conditional + *accept);
  if (sum <= 0) return std::nullopt;
  return Answers{100 * static_cast<double>(*object) / sum, 100 * static_cast<double>(*conditional) / sum, 100 * static_cast<double>(*accept) / sum};
}

std::optional<int> of_ten_accept(const wire::Scenario& scenario) {
  const auto part = share(scenario.accept.mean, std::int64_t{scenario.asked} * 10);
  if (!part) return std::nullopt;
  return static_cast<int>(*part * 10 + 0.5);
}

const wire::Scenario* most_accepted(const wire::Release& release) {
  const wire::Scenario* best = nullptr;
  for (const auto& scenario : release.scenarios) {
    if (!scenario.in_forum || scenario.withheld || scenario.kind == wire::ScenarioKind::status_quo) continue;
    const auto part = share(scenario.accept.mean, std::int64_t{scenario.asked} * 10);
    if (part && (!best || *part > *share(best->accept.mean, std::int64_t{best->asked} * 10))) best = &scenario;
  }
  return best;
}

std::string scenario_name(const text::Catalogue& texts, const wire::Scenario& scenario) {
  if (scenario.kind == wire::ScenarioKind::status_quo) return std::string(texts.tr("scenario.now"));
  if (!scenario.name.empty()) return scenario.name;
  return std::string(texts.tr("policy." + scenario.policy));
}

std::string finding(const text::Catalogue& texts, const wire::Release& release) {
  const wire::Scenario* best = most_accepted(release);
  if (!best) return std::string(texts.tr("finding.none"));
  return texts.tr("finding.accept", {{"name", scenario_name(texts, *best)}, {"n", std::to_string(*of_ten_accept(*best))}});
}

}  // namespace rembuk::office
