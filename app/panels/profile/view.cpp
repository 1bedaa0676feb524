#include "app/panels/employee_views.hpp"
#include "app/text/format.hpp"
#include "app/ui/ui.hpp"

namespace rembuk::employee {

using ui::Icon, ui::Tone;

void draw_profile(const Model& model, ui::Ui& ui, const Dispatch& dispatch) {
  question_bar(model, ui);
  if (model.profile) {
    const auto& p = *model.profile;
    const auto body = ui.body("profile");
    ui.heading(1, ui.tr("profile.title"));
    ui.paragraph(ui.tr("profile.text"), Tone::muted);
    {
      const auto card = ui.card("own");
      ui.heading(2, p.name, Icon::user);
      ui.label_value(ui.tr("profile.nip"), p.nip);
      using enum wire::Fact;
      for (const auto fact : {post, unit, job_class, golongan, education, tenure, home})
        ui.label_value(fact_name(ui, fact), fact_value(model, ui, fact));
    }
    correction_door(model, ui, dispatch, ui.tr("profile.wrong"));
    if (!p.kept.empty()) {
      ui.notice("locked", Tone::warning, ui.tr("profile.locked"),
                ui.tr("profile.locked_text",
                      {{"rules", fact_value(model, ui, wire::Fact::eligibility)}}));
    }
    terms(ui, "terms", {"class", "golongan", "tenure", "records"},
          {{"months", std::to_string(p.least_tenure)}});
  }
  question_foot(model, ui, dispatch);
}

}  // namespace rembuk::employee
