#include <deque>

#include "app/core/office/numbers.hpp"
#include "app/panels/office/compare_parts_view.hpp"
#include "app/text/format.hpp"

/// The compared scenarios as points: need at the right, satisfaction upwards.
namespace rembuk::office {

void draw_places(ui::Ui& ui, const std::vector<Lettered>& scenarios,
                 std::span<const ui::Series> series) {
  std::deque<std::string> texts;
  std::vector<ui::ScatterPoint> points;
  for (std::size_t k = 0; k < scenarios.size(); ++k) {
    const auto& s = *scenarios[k].scenario;
    const auto mean = number(s.mean);
    if (!mean || s.heads_needed == 0) continue;
    const double need =
        static_cast<double>(s.heads_covered_after) / static_cast<double>(s.heads_needed);
    const double satisfaction = static_cast<double>(*mean) / 100;
    points.push_back({scenarios[k].letter.empty() ? ui.tr("scenario.now")
                                                  : std::string_view(scenarios[k].letter),
                      need * 100, satisfaction,
                      texts.emplace_back(text::percent(ui.language(), need, 1)),
                      texts.emplace_back(text::decimal(ui.language(), satisfaction, 1)),
                      series[k].colour, false});
  }
  if (points.size() < 2) return;
  const auto card = ui.card("places");
  ui.heading(2, ui.tr("trade_off.title"));
  ui.scatter("points", ui.tr("trade_off.title"),
             {.x_title = ui.tr("compare.heads"),
              .y_title = ui.tr("compare.mean"),
              .point_title = ui.tr("office.compare"),
              .x_tick = [&](double v) { return text::percent(ui.language(), v / 100, 1); },
              .y_tick = [&](double v) { return text::decimal(ui.language(), v, 1); }},
             points);
}

}  // namespace rembuk::office
