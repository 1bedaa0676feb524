#include "app/panels/employee_views.hpp"
#include "app/ui/ui.hpp"

namespace rembuk::employee {

using ui::Icon, ui::Kind, ui::Tone;

void draw_pin(const Model& model, ui::Ui& ui, const Dispatch& dispatch) {
  ui.app_bar({.brand = ui.tr("brand")});
  {
    const auto body = ui.body("pin");
    if (model.busy) {
      ui.heading(1, ui.tr("starting.title"));
      ui.skeleton(4, ui.tr("starting.wait"));
    } else {
      ui.heading(1, ui.tr("pin.title"));
      ui.paragraph(ui.tr("pin.text"), Tone::muted);
      const auto fault = problem_at(model, ui, "pin");
      if (const auto typed = ui.text_field(
              "pin", ui.tr("pin.field"), model.typed_pin,
              {.fault = fault, .icon = Icon::lock, .most = 8, .required = true, .secret = true}))
        dispatch(TypedPin{*typed});
      if (ui.button("go", ui.tr("sign_in.go"),
                    {.kind = Kind::primary, .after = Icon::arrow_right, .full_width = true}))
        dispatch(PinPressed{});
      if (ui.button("other", ui.tr("pin.other_code"), {.kind = Kind::quiet}))
        dispatch(Go{Screen::sign_in});
      ui.notice("lost", Tone::muted, ui.tr("pin.lost"), ui.tr("pin.lost_text"));
    }
  }
  (void)ui.foot({.icon = Icon::info, .state = ui.tr("not_a_request")});
}

void draw_set_pin(const Model& model, ui::Ui& ui, const Dispatch& dispatch) {
  ui.app_bar({.brand = ui.tr("brand"),
              .right = model.session ? std::string_view(model.session->display_name) : ""});
  {
    const auto body = ui.body("set_pin");
    ui.heading(1, ui.tr("pin.choose"));
    ui.paragraph(ui.tr("pin.choose_text"), Tone::muted);
    const bool second = model.problem == "pin_differs";
    const auto fault = problem_at(model, ui, second ? "again" : "pin");
    if (const auto typed = ui.text_field("pin", ui.tr("pin.field"), model.typed_pin,
                                         {.help = ui.tr("pin.help"),
                                          .fault = second ? "" : fault,
                                          .icon = Icon::lock,
                                          .most = 8,
                                          .required = true,
                                          .secret = true}))
      dispatch(TypedPin{*typed});
    if (const auto typed = ui.text_field("again", ui.tr("pin.again"), model.typed_again,
                                         {.fault = second ? fault : "",
                                          .icon = Icon::lock,
                                          .most = 8,
                                          .required = true,
                                          .secret = true}))
      dispatch(TypedPinAgain{*typed});
    ui.notice("lost", Tone::muted, ui.tr("pin.lost"), ui.tr("pin.lost_text"));
  }
  const auto press = ui.foot({.icon = Icon::lock,
                              .state = ui.tr("pin.promise"),
                              .back = ui.tr("back"),
                              .next = ui.tr("pin.save"),
                              .next_icon = Icon::check,
                              .next_busy = model.busy});
  if (press.back) dispatch(Go{home(model)});
  if (press.next) dispatch(PinChosen{});
}

}  // namespace rembuk::employee
