#include <string>

#include "app/panels/employee_views.hpp"
#include "app/text/format.hpp"
#include "app/ui/ui.hpp"
#include "engine/scoring/criteria.hpp"

/// "Bagaimana angka ini dihitung", for the person: every constant stands here as the engine has it.
namespace rembuk::employee {
namespace {

using ui::Icon, ui::Tone;

/// Hundredths of a percent as the points of 100 that the page speaks of.
std::string points(std::int64_t value) { return std::to_string(value / 100); }
std::string share(const ui::Ui& ui, std::int64_t weight) {
  return text::percent(ui.language(), static_cast<double>(weight) / 10000);
}

void part(ui::Ui& ui, std::string_view key, Icon icon, std::string_view title,
          const std::string& text) {
  const auto card = ui.card(key);
  ui.heading(2, title, icon);
  ui.paragraph(text);
}

}  // namespace

void draw_method(const Model& model, ui::Ui& ui, const Dispatch& dispatch) {
  ui.app_bar({.brand = ui.tr("brand"),
              .right = model.session ? std::string_view(model.session->display_name) : ""});
  {
    const auto body = ui.body("method");
    ui.heading(1, ui.tr("how.title"));
    ui.paragraph(ui.tr("how.text"), Tone::muted);
    part(ui, "travel", Icon::map_pin, ui.tr("result.travel"),
         ui.tr("how.travel", {{"near", std::to_string(near_minutes)},
                              {"far", std::to_string(far_minutes / 60)}}));
    part(ui, "competence", Icon::circle_check, ui.tr("wishes.competence"),
         std::string(ui.tr("how.competence")));
    part(ui, "class", Icon::briefcase, ui.tr("profile.class"),
         ui.tr("how.class", {{"step", points(one_class)}}));
    part(ui, "satisfaction", Icon::list, ui.tr("how.satisfaction"),
         ui.tr("how.satisfaction_text", {{"first", share(ui, rank_weights[0])},
                                         {"last", share(ui, rank_weights[4])},
                                         {"wish", points(wish_bonus[0])}}));
    part(ui, "acceptance", Icon::users, ui.tr("how.acceptance"),
         std::string(ui.tr("how.acceptance_text")));
  }
  const auto press =
      ui.foot({.icon = Icon::lock, .state = ui.tr("access.promise"), .back = ui.tr("back")});
  if (press.back) dispatch(Go{home(model)});
}

}  // namespace rembuk::employee
