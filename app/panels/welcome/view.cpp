#include <array>

#include "app/panels/employee_views.hpp"
#include "app/ui/ui.hpp"

namespace rembuk::employee {

using ui::Icon, ui::Tone;

void draw_welcome(const Model& model, ui::Ui& ui, const Dispatch& dispatch) {
  ui.app_bar({.brand = ui.tr("brand"),
              .right = model.session ? std::string_view(model.session->display_name) : ""});
  {
    const auto body = ui.body("welcome");
    ui.heading(1, ui.tr("welcome.title"));
    if (model.session)
      ui.paragraph(ui.tr("welcome.consultation", {{"title", model.session->consultation.title}}),
                   Tone::muted);
    problem_notice(model, ui);
    if (has_hidden(model)) {
      ui.notice("hidden", Tone::primary, ui.tr("hidden.title"), ui.tr("hidden.text"));
      if (ui.button("withdraw", ui.tr("hidden.withdraw"),
                    {.kind = ui::Kind::quiet, .before = Icon::undo}))
        dispatch(AskedFirst{Question::withdraw});
    }
    struct Fear {
      std::string_view key;
      Icon icon;
    };
    constexpr std::array<Fear, 4> fears = {{{"who", Icon::users},
                                            {"rating", Icon::shield},
                                            {"duty", Icon::circle_alert},
                                            {"undo", Icon::undo}}};
    for (const auto& fear : fears) {
      const auto card = ui.card(fear.key);
      ui.heading(2, ui.tr("fear." + std::string(fear.key)), fear.icon);
      ui.paragraph(ui.tr("fear." + std::string(fear.key) + ".answer"), Tone::muted);
    }
    side_doors(model, ui, dispatch);
  }
  const auto press = ui.foot(
      {.icon = Icon::info, .state = ui.tr("not_a_request"), .next = ui.tr("welcome.start")});
  if (press.next) dispatch(Go{Screen::profile});
}

}  // namespace rembuk::employee
