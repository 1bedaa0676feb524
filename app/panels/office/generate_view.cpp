#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "app/core/office/generating.hpp"
#include "app/panels/office_views.hpp"
#include "app/text/format.hpp"
#include "app/ui/ui.hpp"

namespace rembuk::office {
namespace {

using ui::Icon, ui::Kind, ui::Tone;

/// What stands behind "the best": every eligible pair was looked at, none could improve it.
void proof(const Model& model, ui::Ui& ui) {
  if (model.proved.empty()) return;
  const auto pairs = std::ranges::max(model.proved, {}, &wire::ProvedObjective::pairs_eligible);
  const bool holds = std::ranges::all_of(model.proved, [](const wire::ProvedObjective& one) {
    return one.primal == one.dual && one.negative_reduced_costs == 0;
  });
  if (holds)
    ui.notice(
        "proof", Tone::success, ui.tr("plans.proved"),
        ui.tr("plans.proved_text", {{"n", text::whole(ui.language(), pairs.pairs_eligible)}}));
}

/// The named policies; a facilitator may weigh need against wishes instead.
void choice(const Model& model, ui::Ui& ui, const Dispatch& dispatch) {
  std::vector<std::string> keys;
  for (const auto policy : policies) keys.push_back("policy." + std::string(policy));
  if (!model.planner()) keys.push_back("variation.weigh");
  std::vector<std::string_view> titles;
  for (const auto& key : keys) titles.push_back(ui.tr(key));
  if (const auto chosen = ui.select("policy", ui.tr("plans.policy"), titles, model.policy))
    dispatch(ChosePolicy{*chosen});
  ui.small(ui.tr(keys[model.policy % keys.size()] + ".text"));
  if (model.weighing()) draw_weight(model, ui, dispatch);
  if (!model.planner()) draw_kept(model, ui, dispatch);
}

}  // namespace

void draw_generate(const Model& model, ui::Ui& ui, const Dispatch& dispatch) {
  const auto card = ui.card("generate");
  ui.heading(2, ui.tr("plans.generate"), Icon::sparkles);
  ui.paragraph(ui.tr(model.planner() ? "plans.generate_text" : "plans.generate_forum"),
               Tone::muted);
  choice(model, ui, dispatch);
  if (running(model) && !running_trade_off(model)) {
    ui.progress("job", ui.tr("plans.computing"), model.job->permille / 1000.0,
                text::percent(ui.language(), model.job->permille / 1000.0));
    if (ui.button("cancel", ui.tr("plans.cancel"), {.before = Icon::x})) dispatch(CancelPressed{});
    return;
  }
  if (ui.button("start", ui.tr("plans.start"),
                {.kind = Kind::primary, .before = Icon::sparkles, .disabled = running(model)}))
    dispatch(GeneratePressed{});
  if (model.job && model.job->phase == wire::JobPhase::done &&
      model.computing != wire::trade_off_plan) {
    ui.announce("job_said", ui.tr("plans.done"));
    proof(model, ui);
  }
  if (model.job && model.job->phase == wire::JobPhase::cancelled)
    ui.small(ui.tr("plans.cancelled"));
}

}  // namespace rembuk::office
