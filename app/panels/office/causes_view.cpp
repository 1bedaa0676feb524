#include <algorithm>
#include <array>
#include <deque>

#include "app/core/office/causes.hpp"
#include "app/core/office/numbers.hpp"
#include "app/panels/office/compare_parts_view.hpp"
#include "app/text/format.hpp"

/// Why one plan differs from the base.
namespace rembuk::office {
namespace {

using ui::Icon, ui::Tone;

constexpr std::array<std::string_view, cause_count> keys = {
    "method.criterion.distance", "method.criterion.competence", "method.criterion.career",
    "method.criterion.workload", "method.criterion.facilities", "causes.bonus"};

std::string points(const ui::Ui& ui, std::int64_t hundredths) {
  return text::signed_decimal(ui.language(), static_cast<double>(hundredths) / 100, 1);
}

/// "C", or "sekarang": short enough for a heading.
std::string short_name(const ui::Ui& ui, const Lettered& one) {
  return one.letter.empty() ? std::string(ui.tr("causes.now")) : one.letter;
}

void plan_choice(const std::vector<Lettered>& plans, const wire::Scenario* current, ui::Ui& ui,
                 const Dispatch& dispatch) {
  if (plans.size() < 2) return;
  std::deque<std::string> names;
  std::vector<std::string_view> options;
  std::size_t at = 0;
  for (const auto& one : plans) {
    if (one.scenario == current) at = options.size();
    options.push_back(names.emplace_back(scenario_title(ui.text(), one)));
  }
  if (const auto chosen = ui.select("plan", ui.tr("causes.plan"), options, at))
    dispatch(ChoseExplained{plans[*chosen].scenario->id});
}

void bars(const Causes& causes, ui::Ui& ui) {
  std::deque<std::string> texts;
  std::vector<ui::ChangeRow> rows;
  for (const auto& cause : causes.parts)
    rows.push_back({ui.tr(keys[cause.which]), static_cast<double>(cause.change) / 100,
                    texts.emplace_back(points(ui, cause.change))});
  ui.change_bars("parts", ui.tr("causes.caption"), rows);
  const std::string step = text::decimal(ui.language(), static_cast<double>(causes.step) / 100, 1);
  ui.small(ui.tr("causes.note", {{"total", points(ui, causes.total)}, {"step", step}}));
}

}  // namespace

void draw_causes(const Model& model, ui::Ui& ui, const Dispatch& dispatch,
                 const std::vector<Lettered>& scenarios, const wire::Scenario* base) {
  std::vector<Lettered> plans;
  const Lettered* from = nullptr;
  for (const auto& one : scenarios)
    if (one.scenario == base)
      from = &one;
    else if (!one.letter.empty())
      plans.push_back(one);
  const auto plan = explained(model, plans);
  if (!from || !plan) return;
  const auto card = ui.card("causes");
  ui.heading(
      2, ui.tr("causes.title", {{"plan", short_name(ui, *plan)}, {"base", short_name(ui, *from)}}));
  plan_choice(plans, plan->scenario, ui, dispatch);
  const auto causes = causes_of(*plan->scenario, *base);
  if (causes) return bars(*causes, ui);
  const auto reason = causes.error();
  ui.icon_text(Icon::eye_off,
               reason == wire::Withheld::not_applicable
                   ? std::string(ui.tr("causes.nobody"))
                   : withheld_text(ui.text(), reason, model.release->consultation.threshold));
}

}  // namespace rembuk::office
