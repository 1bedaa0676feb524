#include "app/panels/employee_views.hpp"
#include "app/ui/ui.hpp"

namespace rembuk::employee {

using ui::Icon, ui::Kind;

void draw_sign_in(const Model& model, ui::Ui& ui, const Dispatch& dispatch) {
  ui.app_bar({.brand = ui.tr("brand"), .right = ui.tr("sign_in.title")});
  const auto body = ui.body("sign_in");
  if (model.screen == Screen::starting || model.busy) {
    ui.heading(1, ui.tr("starting.title"));
    ui.skeleton(4, ui.tr("starting.wait"));
    return;
  }
  ui.heading(1, ui.tr("sign_in.title"));
  ui.paragraph(ui.tr("sign_in.text"), ui::Tone::muted);
  problem_notice(model, ui);
  if (auto text = ui.text_field("code", ui.tr("sign_in.code"), model.typed_code,
                                {.help = ui.tr("sign_in.code_help"), .icon = Icon::lock, .most = 64, .required = true, .code = true}))
    dispatch(TypedCode{*text});
  if (ui.button("go", ui.tr("sign_in.go"), {.kind = Kind::primary, .after = Icon::arrow_right, .full_width = true})) dispatch(SignInPressed{});
  if (model.problem == "no_network" &&
      ui.button("again", ui.tr("try_again"), {.before = Icon::refresh_cw, .full_width = true}))
    dispatch(Started{});
  ui.icon_text(Icon::shield_check, ui.tr("sign_in.safe"));
}

}  // namespace rembuk::employee
