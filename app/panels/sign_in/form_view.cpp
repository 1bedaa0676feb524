#include "app/panels/sign_in/form.hpp"
#include "app/ui/ui.hpp"

namespace rembuk {

using ui::Icon, ui::Kind;

SignInAct draw_sign_in_form(const SignInForm& form, ui::Ui& ui) {
  SignInAct act;
  ui.app_bar({.brand = ui.tr("brand")});
  const auto body = ui.body("sign_in");
  if (form.busy) {
    ui.heading(1, ui.tr("starting.title"));
    ui.skeleton(4, ui.tr("starting.wait"));
    return act;
  }
  ui.heading(1, ui.tr("sign_in.title"));
  ui.paragraph(ui.tr("sign_in.text"), ui::Tone::muted);
  if (!form.problem.empty()) {
    const std::string text(ui.tr("problem." + std::string(form.problem)));
    ui.notice("problem", ui::Tone::error, ui.tr("problem.title"), text);
    ui.announce("problem_said", text);
  }
  // No code helps against these: trying again does.
  const bool may_pass = form.problem == "no_network" || form.problem == "server_unclear" ||
                        form.problem == "store_unavailable";
  if (may_pass)
    act.again = ui.button("again", ui.tr("try_again"),
                          {.kind = Kind::primary, .before = Icon::refresh_cw, .full_width = true});
  act.typed = ui.text_field(
      "code", ui.tr("sign_in.code"), form.typed,
      {.help = ui.tr("sign_in.code_help"),
       .fault = form.problem.starts_with("code_") ? ui.tr("problem." + std::string(form.problem))
                                                  : std::string_view(),
       .icon = Icon::lock,
       .most = 64,
       .required = true,
       .code = true});
  act.go = ui.button("go", ui.tr("sign_in.go"),
                     {.kind = may_pass ? Kind::secondary : Kind::primary,
                      .after = Icon::arrow_right,
                      .full_width = true});
  ui.icon_text(Icon::shield_check, ui.tr("sign_in.safe"));
  return act;
}

}  // namespace rembuk
