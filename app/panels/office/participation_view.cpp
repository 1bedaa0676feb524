#include <algorithm>

#include "app/core/office/numbers.hpp"
#include "app/panels/office_views.hpp"
#include "app/text/format.hpp"
#include "app/ui/ui.hpp"

namespace rembuk::office {

using ui::Icon, ui::Tone;

namespace {

std::string finding(const Model& model, const ui::Ui& ui) {
  if (!model.release) return std::string(ui.tr("participation.title"));
  const auto answered = number(model.release->answered);
  if (!answered) return std::string(ui.tr("participation.withheld"));
  return ui.tr("participation.finding",
               {{"n", text::whole(ui.language(), *answered)},
                {"of", text::whole(ui.language(), model.release->employees)}});
}

}  // namespace

void draw_participation(const Model& model, ui::Ui& ui, const Dispatch& dispatch) {
  office_frame(model, ui, dispatch);
  const auto body = ui.body("participation", ui::Width::wide);
  ui.heading(1, finding(model, ui));
  ui.paragraph(ui.tr("participation.text"), Tone::muted);
  office_problem(model, ui);
  if (!model.release) {
    ui.skeleton(4, ui.tr("starting.wait"));
    return;
  }
  const auto& release = *model.release;
  const std::string of =
      ui.tr("participation.of", {{"n", text::whole(ui.language(), release.employees)}});
  {
    const auto card = ui.card("share");
    if (const auto answered = number(release.answered)) {
      const double part = static_cast<double>(*answered) / std::max(1u, release.employees);
      ui.key_figure(ui.tr("participation.answered"), text::percent(ui.language(), part),
                    text::whole(ui.language(), *answered) + " " + of);
      ui.progress("bar", ui.tr("participation.answered"), part, "");
    } else {
      ui.key_figure(ui.tr("participation.answered"), "–",
                    withheld_text(ui.text(), std::get<wire::Withheld>(release.answered),
                                  release.consultation.threshold));
    }
  }
  {
    const auto card = ui.card("release");
    ui.label_value(ui.tr("participation.release"), release_text(model, ui));
    ui.label_value(ui.tr("participation.consultation"), release.consultation.title);
    ui.label_value(
        ui.tr("participation.threshold"),
        ui.tr("participation.people", {{"n", std::to_string(release.consultation.threshold)}}));
  }
  ui.notice(
      "rule", Tone::muted, ui.tr("participation.rule"),
      ui.tr("participation.rule_text", {{"k", std::to_string(release.consultation.threshold)}}));
  if (ui.link("method", ui.tr("method.link"))) dispatch(Go{Screen::method});
  if (ui.button("out", ui.tr("sign_out"), {.kind = ui::Kind::quiet, .before = Icon::log_out}))
    dispatch(SignOutPressed{});
}

}  // namespace rembuk::office
