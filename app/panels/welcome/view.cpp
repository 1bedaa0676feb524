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
    if (ui.row_button("access", ui.tr("access.title"), ui.tr("access.short"), Icon::eye))
      dispatch(Go{Screen::access});
    if (ui.button("out", ui.tr("sign_out"), {.kind = ui::Kind::quiet, .before = Icon::log_out}))
      dispatch(SignOutPressed{});
  }
  const auto press = ui.foot(
      {.icon = Icon::info, .state = ui.tr("not_a_request"), .next = ui.tr("welcome.start")});
  if (press.next) dispatch(Go{Screen::profile});
}

void draw_access(const Model& model, ui::Ui& ui, const Dispatch& dispatch) {
  ui.app_bar({.brand = ui.tr("brand"),
              .right = model.session ? std::string_view(model.session->display_name) : ""});
  {
    const auto body = ui.body("access");
    ui.heading(1, ui.tr("access.title"));
    ui.paragraph(ui.tr("access.text"), Tone::muted);
    problem_notice(model, ui);
    if (!model.access) {
      ui.skeleton(4, ui.tr("starting.wait"));
    } else {
      std::vector<std::array<std::string, 4>>
          cells;  // the last: a key, as two rows may tell of one minute
      std::vector<ui::Row> rows;
      for (auto at = model.access->rbegin(); at != model.access->rend(); ++at)
        cells.push_back({moment_text(ui, at->at), std::string(ui.tr("access.what." + at->what)),
                         std::string(ui.tr("access.who." + at->who)),
                         std::to_string(cells.size())});
      for (const auto& cell : cells) rows.push_back({cell[3], {{cell[0]}, {cell[1]}, {cell[2]}}});
      const std::array<ui::Column, 3> columns = {
          {{ui.tr("access.when")}, {ui.tr("access.what")}, {ui.tr("access.who")}}};
      (void)ui.table("log", ui.tr("access.title"), columns, rows);
    }
  }
  const auto press =
      ui.foot({.icon = Icon::lock, .state = ui.tr("access.promise"), .back = ui.tr("back")});
  if (press.back)
    dispatch(
        Go{model.stored && model.stored->receipt.version > 0 ? Screen::receipt : Screen::welcome});
}

}  // namespace rembuk::employee
