#include "app/panels/employee_views.hpp"
#include "app/panels/sign_in/form.hpp"
#include "app/ui/ui.hpp"

namespace rembuk::employee {

void draw_sign_in(const Model& model, ui::Ui& ui, const Dispatch& dispatch) {
  const auto act = draw_sign_in_form(
      {model.typed_code, model.problem, model.screen == Screen::starting || model.busy}, ui);
  const bool waits = model.screen == Screen::starting || model.busy;
  const auto press = ui.foot({.icon = ui::Icon::info,
                              .state = ui.tr("not_a_request"),
                              .back = waits ? "" : ui.tr("note.title")});
  if (press.back) dispatch(Go{Screen::note});
  if (act.typed) dispatch(TypedCode{*act.typed});
  if (act.go) dispatch(SignInPressed{});
  if (act.again) dispatch(Started{});
}

void draw_switch(const Model& model, ui::Ui& ui, const Dispatch& dispatch) {
  bool closed = false;
  const auto dialog = ui.dialog("switch", ui.tr("switch.title"), closed);
  ui.paragraph(ui.tr(!model.note.text.empty() ? "switch.note"
                     : model.storage_refused  ? "switch.lost"
                                              : "switch.text"));
  if (ui.button("yes", ui.tr("switch.yes"), {.before = ui::Icon::log_out, .full_width = true}))
    dispatch(SwitchConfirmed{});
  if (ui.button("no", ui.tr("switch.no"), {.kind = ui::Kind::primary, .full_width = true}) ||
      closed)
    dispatch(SwitchCancelled{});
}

}  // namespace rembuk::employee
