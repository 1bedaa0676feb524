#include <array>
#include <vector>

#include "app/panels/employee_views.hpp"
#include "app/ui/ui.hpp"

namespace rembuk::employee {
namespace {

using ui::Tone;

/// Sign-ins and new codes: who could have been in here.
bool entrance(const wire::AccessEntry& entry) {
  return entry.what.starts_with("sign_in") || entry.what == "code_issued";
}

/// Newest first; `entrances` or all others.
void table(const Model& model, ui::Ui& ui, std::string_view key, std::string_view caption,
           bool entrances) {
  // The last cell is a key, as two rows may tell of one minute.
  std::vector<std::array<std::string, 4>> cells;
  for (auto at = model.access->rbegin(); at != model.access->rend(); ++at)
    if (entrance(*at) == entrances)
      // Of an entrance the day alone: when in the day somebody signed in is nobody's business.
      cells.push_back({entrances ? day_text(ui, at->at) : moment_text(ui, at->at),
                       std::string(ui.tr("access.what." + at->what)),
                       std::string(ui.tr("access.who." + at->who)), std::to_string(cells.size())});
  if (cells.empty()) return ui.paragraph(ui.tr("access.nothing"), Tone::muted);
  std::vector<ui::Row> rows;
  rows.reserve(cells.size());
  for (const auto& cell : cells) rows.push_back({cell[3], {{cell[0]}, {cell[1]}, {cell[2]}}});
  const std::array<ui::Column, 3> columns = {
      {{ui.tr("access.when")}, {ui.tr("access.what")}, {ui.tr("access.who")}}};
  (void)ui.table(key, caption, columns, rows);
}

}  // namespace

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
      ui.heading(2, ui.tr("access.entrances"), ui::Icon::history);
      table(model, ui, "entrances", ui.tr("access.entrances"), true);
      ui.heading(2, ui.tr("access.others"), ui::Icon::list);
      table(model, ui, "log", ui.tr("access.others"), false);
      ui.paragraph(ui.tr("access.unknown"), Tone::muted);
    }
  }
  const auto press =
      ui.foot({.icon = ui::Icon::lock, .state = ui.tr("access.promise"), .back = ui.tr("back")});
  if (press.back) dispatch(Go{home(model)});
}

}  // namespace rembuk::employee
