#include <array>

#include "app/core/office/numbers.hpp"
#include "app/panels/office_views.hpp"
#include "app/panels/sign_in/form.hpp"
#include "app/text/format.hpp"
#include "app/ui/ui.hpp"
#include "engine/domain/date.hpp"

namespace rembuk::office {

using ui::Icon, ui::Tone;

void draw_sign_in(const Model& model, ui::Ui& ui, const Dispatch& dispatch) {
  const auto act = draw_sign_in_form(
      {model.typed_code, model.problem, model.screen == Screen::starting || model.busy}, ui);
  if (act.typed) dispatch(TypedCode{*act.typed});
  if (act.go) dispatch(SignInPressed{});
  if (act.again) dispatch(Started{});
}

std::string release_text(const Model& model, const ui::Ui& ui) {
  if (!model.release) return std::string(ui.tr("release.waiting"));
  std::string day = model.release->made_at;
  if (const auto date = parse_date(day))
    day = text::date_of_day(ui.language(), std::chrono::sys_days(*date).time_since_epoch().count());
  return ui.tr("release.made", {{"n", std::to_string(model.release->number)}, {"day", day}});
}

void office_problem(const Model& model, ui::Ui& ui) {
  if (model.problem.empty()) return;
  const std::string text(ui.tr("problem." + model.problem));
  ui.notice("problem", Tone::error, ui.tr("problem.title"), text);
  ui.announce("problem_said", text);
}

void office_frame(const Model& model, ui::Ui& ui, const Dispatch& dispatch) {
  struct Place {
    Screen screen;
    std::string_view key;
    Icon icon;
  };
  constexpr std::array<Place, 8> all = {{{Screen::import, "import", Icon::upload},
                                         {Screen::needs, "needs", Icon::chart_column},
                                         {Screen::plans, "plans", Icon::sliders_horizontal},
                                         {Screen::participation, "participation", Icon::users},
                                         {Screen::compare, "compare", Icon::git_compare},
                                         {Screen::rules, "rules", Icon::scale},
                                         {Screen::forum, "forum", Icon::presentation},
                                         {Screen::method, "method", Icon::calculator}}};
  std::vector<ui::NavigationItem> items;
  std::vector<Screen> screens;
  std::size_t current = 0;
  for (const auto& place : all) {
    if (place.screen == Screen::import && !model.planner()) continue;
    if (place.screen == Screen::plans && !model.planner()) continue;
    if (place.screen == model.screen) current = items.size();
    items.push_back({place.key, ui.tr("office." + std::string(place.key)), place.icon});
    screens.push_back(place.screen);
  }
  const std::string connection(ui.tr(model.live == Live::open         ? "live.open"
                                     : model.live == Live::connecting ? "live.connecting"
                                                                      : "live.closed"));
  const std::string note = release_text(model, ui) + "\n" + connection;
  ui.app_bar({.brand = ui.tr("brand"),
              .right = ui.tr(model.planner() ? "office.planner" : "office.facilitator")});
  if (const auto pressed = ui.side_navigation(items, current, note))
    dispatch(Go{screens[*pressed]});
  if (!model.release || model.seen_release == 0) return;
  const std::string text = release_text(model, ui);
  ui.announce("release", text);
  if (!model.told && ui.toast("release", text)) dispatch(ReleaseTold{model.release->number});
}

}  // namespace rembuk::office
