#include <array>

#include "app/panels/office_views.hpp"
#include "app/text/format.hpp"
#include "app/ui/ui.hpp"
#include "engine/domain/records.hpp"
#include "engine/scoring/criteria.hpp"

namespace rembuk::office {

using ui::Tone;

/// How the numbers come about, from the same constants that compute them.
void draw_method(const Model& model, ui::Ui& ui, const Dispatch& dispatch) {
  office_frame(model, ui, dispatch);
  const auto body = ui.body("method");
  const auto one = [&](double value) {
    return text::decimal(ui.language(), value, value == static_cast<int>(value) ? 0 : 1);
  };
  ui.heading(1, ui.tr("method.title"));
  ui.notice("assumed", Tone::warning, ui.tr("method.assumed"), ui.tr("method.assumed_text"));
  {
    const auto card = ui.card("satisfaction");
    ui.heading(2, ui.tr("method.satisfaction"));
    ui.paragraph(ui.tr("method.satisfaction_text"), Tone::muted);
    constexpr std::array<std::string_view, 5> names = {"distance", "competence", "career",
                                                       "workload", "facilities"};
    for (std::size_t rank = 0; rank < names.size(); ++rank)
      ui.label_value(ui.tr("method.rank", {{"n", std::to_string(rank + 1)}}),
                     text::percent(ui.language(), rank_weights[rank] / 10000.0, 1));
    ui.paragraph(
        ui.tr("method.bonus", {{"first", text::percent(ui.language(), wish_bonus[0] / 10000.0)},
                               {"fifth", text::percent(ui.language(), wish_bonus[4] / 10000.0)}}),
        Tone::muted);
  }
  {
    const AcceptanceSentences s;
    const auto card = ui.card("acceptance");
    ui.heading(2, ui.tr("method.acceptance"));
    ui.paragraph(ui.tr("method.acceptance_text"), Tone::muted);
    ui.paragraph(
        ui.tr("method.of_ten",
              {{"x", one(s.of_ten[0])}, {"y", one(s.of_ten[1])}, {"z", one(s.of_ten[2])}}));
    ui.paragraph(ui.tr("method.points", {{"n", one(s.odds_per_1000_points)}}));
    ui.paragraph(ui.tr("method.stay", {{"n", one(s.odds_stay)}}));
    ui.paragraph(ui.tr("method.concern", {{"n", one(s.odds_concern)}}));
    ui.paragraph(
        ui.tr("method.worth",
              {{"n", text::whole(ui.language(), static_cast<std::int64_t>(s.worth_answers))}}));
  }
  const auto card = ui.card("privacy");
  ui.heading(2, ui.tr("method.privacy"));
  ui.paragraph(
      ui.tr("method.privacy_text",
            {{"k", std::to_string(model.release ? model.release->consultation.threshold : 10)}}),
      Tone::muted);
}

}  // namespace rembuk::office
