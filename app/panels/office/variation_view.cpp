#include <algorithm>
#include <string>
#include <vector>

#include "app/core/office/variation.hpp"
#include "app/panels/office_views.hpp"
#include "app/text/format.hpp"
#include "app/ui/ui.hpp"
#include "engine/scoring/criteria.hpp"

/// A facilitator's menu beyond the named policies.
namespace rembuk::office {
namespace {

using ui::Icon, ui::Tone;

constexpr std::size_t most_suggested = 8;

std::string people_text(const ui::Ui& ui, const KeepableUnit& unit) {
  const std::string people =
      ui.tr("variation.people", {{"n", text::whole(ui.language(), unit.people)}});
  return unit.above.empty() ? people : people + " · " + unit.above;
}

/// What the weight means for one person and one seat.
std::string weight_text(const ui::Ui& ui, int need) {
  if (need == 0) return std::string(ui.tr("variation.only_wishes"));
  if (need == most_weight) return std::string(ui.tr("variation.only_need"));
  const double points = wish_bonus[0] / 100.0 * need / (most_weight - need);
  return ui.tr("variation.seat_worth", {{"n", text::decimal(ui.language(), points, 0)},
                                        {"wish", std::to_string(wish_bonus[0] / 100)}});
}

void search_unit(const Model& model, const std::vector<KeepableUnit>& units, ui::Ui& ui,
                 const Dispatch& dispatch) {
  const auto& v = model.variation;
  std::vector<KeepableUnit> found;
  if (!v.query.empty()) found = found_units(units, v.query, v.kept);
  const std::size_t all = found.size(), shown = std::min(all, most_suggested);
  std::vector<std::string> details(shown);
  std::vector<ui::Suggestion> suggestions;
  for (std::size_t k = 0; k < shown; ++k) {
    details[k] = people_text(ui, found[k]);
    suggestions.push_back({found[k].code, found[k].name, details[k], Icon::building});
  }
  const std::string status =
      all == 0 ? std::string(ui.tr("variation.found_none"))
               : ui.tr("variation.found",
                       {{"n", text::whole(ui.language(), static_cast<std::int64_t>(all))}});
  const std::string more =
      all > shown ? ui.tr("variation.more", {{"n", std::to_string(all - shown)}}) : "";
  const auto did = ui.search("unit", ui.tr("variation.search"), v.query, suggestions,
                             {.placeholder = ui.tr("variation.search_example"),
                              .status = v.query.empty() ? std::string_view() : status,
                              .more = more});
  if (did.typed) dispatch(VariationAct{SearchedUnit{*did.typed}});
  if (did.chosen && *did.chosen < shown)
    dispatch(VariationAct{KeepUnit{found[*did.chosen].code, true}});
}

void kept_units(const Model& model, const std::vector<KeepableUnit>& units, ui::Ui& ui,
                const Dispatch& dispatch) {
  if (model.variation.kept.empty()) return ui.small(ui.tr("variation.none_kept"));
  const auto list = ui.list("kept", ui.tr("variation.kept"));
  for (const auto& code : model.variation.kept) {
    const auto unit = std::ranges::find(units, code, &KeepableUnit::code);
    if (unit == units.end()) continue;
    const auto item = ui.item(code);
    const auto line = ui.columns("line", {1, 0}, ui::Stack::never);
    {
      const auto left = ui.column();
      ui.fact(Icon::lock, unit->name + " · " + people_text(ui, *unit), Tone::normal);
    }
    const auto right = ui.column();
    if (ui.icon_button("free", Icon::x, ui.tr("variation.free", {{"name", unit->name}})))
      dispatch(VariationAct{KeepUnit{code, false}});
  }
}

}  // namespace

void draw_weight(const Model& model, ui::Ui& ui, const Dispatch& dispatch) {
  const int need = model.variation.need_weight;
  if (const auto chosen =
          ui.stepper("weight", ui.tr("variation.weight"), need, 0, most_weight, weight_step))
    dispatch(VariationAct{ChoseWeight{*chosen}});
  const std::string wishes = ui.tr("variation.wishes", {{"n", std::to_string(most_weight - need)}});
  const std::string needs = ui.tr("variation.need", {{"n", std::to_string(need)}});
  ui.meter("balance", wishes, static_cast<double>(need) / most_weight, needs, Tone::primary);
  ui.small(weight_text(ui, need));
}

void draw_kept(const Model& model, ui::Ui& ui, const Dispatch& dispatch) {
  ui.heading(3, ui.tr("variation.kept"));
  if (!model.boards.needs) {
    if (model.boards.problem.empty()) return ui.skeleton(1, ui.tr("starting.wait"));
    return ui.small(ui.tr("problem." + model.boards.problem), Tone::error);
  }
  const auto units = keepable_units(*model.boards.needs);
  ui.small(ui.tr("variation.kept_text", {{"k", std::to_string(model.boards.needs->threshold)}}));
  search_unit(model, units, ui, dispatch);
  kept_units(model, units, ui, dispatch);
}

}  // namespace rembuk::office
