#include "app/core/office/forum.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "app/core/office/causes.hpp"
#include "app/core/office/numbers.hpp"
#include "app/text/format.hpp"

namespace rembuk::office {
namespace {

const wire::Scenario* present(const Model& model) {
  const auto scenarios = compared(model);
  return scenarios.empty() || !scenarios.front().letter.empty() ? nullptr
                                                                : scenarios.front().scenario;
}

/// Compared plans without the present.
std::vector<Lettered> open_plans(const Model& model) {
  std::vector<Lettered> plans;
  for (const auto& one : compared(model))
    if (!one.letter.empty() && !one.scenario->withheld) plans.push_back(one);
  return plans;
}

std::int64_t touched(const wire::Scenario& s, std::size_t category) {
  return category < s.concerns.size() ? number(s.concerns[category]).value_or(-1) : -1;
}

/// The plan that a sentence is about.
std::optional<Lettered> subject(const Model& model) { return explained(model, open_plans(model)); }

std::string effects(const text::Catalogue& texts, const Model& model) {
  const auto plan = subject(model);
  const auto* now = present(model);
  if (!plan) return finding(texts, open_plans(model));
  const auto& s = *plan->scenario;
  const double filled = s.heads_needed == 0 ? 1
                                            : static_cast<double>(s.heads_covered_after) /
                                                  static_cast<double>(s.heads_needed);
  const std::string share = text::percent(texts.language(), filled, 1), with = lead(texts, s);
  const auto change = now ? difference(s.mean, now->mean) : std::nullopt;
  if (!change) return texts.tr("finding.need", {{"with", with}, {"share", share}});
  const std::string points =
      text::decimal(texts.language(), static_cast<double>(std::abs(*change)) / 100, 1);
  const std::string_view key = *change > 0   ? "finding.up"
                               : *change < 0 ? "finding.down"
                                             : "finding.same";
  return texts.tr(key, {{"with", with}, {"n", points}, {"share", share}});
}

std::string cause(const text::Catalogue& texts, const Model& model) {
  constexpr std::array<std::string_view, cause_count> keys = {
      "method.criterion.distance", "method.criterion.competence", "method.criterion.career",
      "method.criterion.workload", "method.criterion.facilities", "causes.bonus"};
  const auto plan = subject(model);
  const auto* now = present(model);
  const auto causes =
      plan && now ? causes_of(*plan->scenario, *now) : std::unexpected(wire::Withheld::few_people);
  if (!causes) return std::string(texts.tr("finding.none"));
  const auto& first = causes->parts.front();
  const std::string by =
      text::signed_decimal(texts.language(), static_cast<double>(first.change) / 100, 1);
  return texts.tr(
      "finding.cause",
      {{"with", lead(texts, *plan->scenario)}, {"cause", texts.tr(keys[first.which])}, {"n", by}});
}

std::string concern(const text::Catalogue& texts, const Model& model) {
  const auto plans = open_plans(model);
  const auto most = touched_most(plans);
  if (most.empty()) return std::string(texts.tr("compare.no_concerns"));
  const auto& plan = std::ranges::max(
      plans, {}, [&](const Lettered& one) { return touched(*one.scenario, most.front()); });
  const std::string code = (most.front() < 9 ? "K0" : "K") + std::to_string(most.front() + 1);
  return texts.tr("finding.concern",
                  {{"concern", texts.tr("concern." + code)},
                   {"n", text::whole(texts.language(), touched(*plan.scenario, most.front()))},
                   {"plan", plan.letter}});
}

}  // namespace

std::vector<std::size_t> touched_most(const std::vector<Lettered>& plans) {
  std::array<std::int64_t, 14> most{};
  std::vector<std::size_t> out;
  for (std::size_t k = 0; k < most.size(); ++k) {
    most[k] = -1;
    for (const auto& one : plans) most[k] = std::max(most[k], touched(*one.scenario, k));
    if (most[k] >= 0) out.push_back(k);
  }
  std::ranges::sort(out, {}, [&](std::size_t k) { return std::pair(-most[k], k); });
  return out;
}

std::vector<Lettered> forum_plans(const Model& model) {
  const auto scenarios = compared(model);
  std::vector<Lettered> plans;
  for (const auto& one : lettered(model))
    if (one.scenario->withheld || std::ranges::any_of(scenarios, [&](const Lettered& shown) {
          return shown.scenario == one.scenario;
        }))
      plans.push_back(one);
  return plans;
}

std::vector<ForumMessage> forum_messages(const Model& model) {
  std::vector<ForumMessage> out = {ForumMessage::answers};
  const auto plans = open_plans(model);
  if (plans.empty()) return out;
  out.push_back(ForumMessage::effects);
  const auto* now = present(model);
  const auto plan = subject(model);
  if (now && plan && causes_of(*plan->scenario, *now)) out.push_back(ForumMessage::causes);
  if (!touched_most(plans).empty()) out.push_back(ForumMessage::concerns);
  return out;
}

ForumMessage forum_message(const Model& model) {
  const auto all = forum_messages(model);
  return all[std::min(model.message, all.size() - 1)];
}

std::string forum_finding(const text::Catalogue& texts, const Model& model, ForumMessage message) {
  switch (message) {
    case ForumMessage::answers:
      return finding(texts, lettered(model));
    case ForumMessage::effects:
      return effects(texts, model);
    case ForumMessage::causes:
      return cause(texts, model);
    case ForumMessage::concerns:
      return concern(texts, model);
  }
  return "";
}

}  // namespace rembuk::office
