#include <algorithm>

#include "app/core/office/numbers.hpp"
#include "app/panels/office_views.hpp"
#include "app/text/format.hpp"
#include "app/ui/ui.hpp"

namespace rembuk::office {

using ui::Icon, ui::Tone;

/// One message for the room: the heading is the finding, the bars are its reason, the rules stand
/// in the foot.
void draw_forum(const Model& model, ui::Ui& ui, const Dispatch& dispatch) {
  if (!ui.narrow()) ui.presenter();
  office_frame(model, ui, dispatch);
  {
    const auto body = ui.body("forum", ui::Width::wide);
    if (!model.release) {
      ui.heading(1, ui.tr("office.forum"));
      ui.skeleton(6, ui.tr("starting.wait"));
    } else {
      ui.small(ui.tr("forum.over", {{"title", model.release->consultation.title}}));
      ui.heading(1, finding(ui.text(), lettered(model)));
      office_problem(model, ui);
      ui.gap(1);
      const auto scenarios = compared(model);
      std::vector<Lettered> plans;
      for (const auto& one : lettered(model))
        if (one.scenario->withheld || std::ranges::any_of(scenarios, [&](const Lettered& shown) {
              return shown.scenario == one.scenario;
            }))
          plans.push_back(one);
      draw_answers(model, ui, plans);
      if (scenarios.size() > 1) {
        ui.gap(1);
        ui.heading(2, ui.tr("forum.reasons"));
        draw_reasons(model, ui, scenarios);
      }
      if (ui.link("method", ui.tr("method.link"))) dispatch(Go{Screen::method});
    }
  }
  if (!model.release) return;
  const auto& release = *model.release;
  const auto answered = number(release.answered);
  const std::string people =
      answered ? text::whole(ui.language(), *answered)
               : withheld_text(ui.text(), std::get<wire::Withheld>(release.answered),
                               release.consultation.threshold);
  const std::string state =
      ui.tr("forum.foot", {{"answered", people},
                           {"of", text::whole(ui.language(), release.employees)},
                           {"k", std::to_string(release.consultation.threshold)},
                           {"release", release_text(model, ui)}});
  (void)ui.foot({.icon = Icon::shield_check, .state = state});
}

}  // namespace rembuk::office
