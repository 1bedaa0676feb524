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
      ui.label_value(ui.tr("profile.post"), p.post_name);
      ui.label_value(ui.tr("profile.unit"), p.unit_name);
      ui.label_value(ui.tr("profile.class"), std::to_string(p.job_class));
      ui.label_value(ui.tr("profile.golongan"), p.golongan);
      ui.label_value(ui.tr("profile.education"), p.education);
      ui.label_value(ui.tr("profile.tenure"),
                     ui.tr("profile.months", {{"years", std::to_string(p.tenure_months / 12)},
                                              {"months", std::to_string(p.tenure_months % 12)}}));
      const auto home =
          model.finder ? model.finder->place("wilayah:" + p.home_region) : std::nullopt;
      ui.label_value(ui.tr("profile.home"), home ? home->title : p.home_region);
    }
    if (!p.kept.empty()) {
      const bool english = ui.language() == text::Language::english;
      std::string rules;
      for (const auto& one : p.kept)
        rules += (rules.empty() ? "" : " ") + (english ? one.text_en : one.text_id);
      ui.notice("locked", Tone::warning, ui.tr("profile.locked"),
                ui.tr("profile.locked_text", {{"rules", rules}}));
    }
    terms(ui, "terms", {"class", "golongan", "tenure", "records"},
          {{"months", std::to_string(p.least_tenure)}});
    ui.notice("wrong", Tone::muted, ui.tr("profile.wrong"), ui.tr("profile.wrong_text"));
  }
  question_foot(model, ui, dispatch);
}

}  // namespace rembuk::employee
