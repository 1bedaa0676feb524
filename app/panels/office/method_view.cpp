#include <array>
#include <string>
#include <string_view>

#include "app/core/office/worked_example.hpp"
#include "app/panels/office_views.hpp"
#include "app/text/format.hpp"
#include "app/ui/ui.hpp"
#include "engine/domain/records.hpp"
#include "engine/scoring/concerns.hpp"
#include "engine/scoring/criteria.hpp"

/// "Bagaimana angka ini dihitung": every constant stands here as the engine has it.
namespace rembuk::office {
namespace {

using ui::Icon, ui::Tone;

constexpr std::array<std::string_view, criterion_count> criteria = {
    "distance", "competence", "career", "workload", "facilities"};

/// Whole where it is whole, else one decimal.
std::string plain(const ui::Ui& ui, double value) {
  return text::decimal(ui.language(), value, value == static_cast<int>(value) ? 0 : 1);
}
std::string share(const ui::Ui& ui, std::int64_t points) {
  return text::percent(ui.language(), static_cast<double>(points) / 10000, points % 100 ? 1 : 0);
}
/// Points as the pages show satisfaction: 0 … 100 with one decimal.
std::string score(const ui::Ui& ui, std::int64_t points) {
  return text::decimal(ui.language(), static_cast<double>(points) / 100, 1);
}

void satisfaction(ui::Ui& ui) {
  const auto card = ui.card("satisfaction");
  ui.heading(2, ui.tr("method.satisfaction"));
  ui.paragraph(ui.tr("method.satisfaction_text"), Tone::muted);
  ui.paragraph(ui.tr("method.distance", {{"near", std::to_string(near_minutes)},
                                         {"far", std::to_string(far_minutes / 60)}}));
  ui.paragraph(ui.tr("method.competence"));
  ui.paragraph(ui.tr("method.career", {{"same", plain(ui, same_class / 100.0)},
                                       {"step", plain(ui, one_class / 100.0)},
                                       {"track", plain(ui, career_track / 100.0)}}));
  ui.paragraph(ui.tr("method.workload"));
  ui.paragraph(ui.tr("method.facilities", {{"a", plain(ui, by_remoteness[0] / 100.0)},
                                           {"b", plain(ui, by_remoteness[1] / 100.0)},
                                           {"c", plain(ui, by_remoteness[2] / 100.0)},
                                           {"d", plain(ui, by_remoteness[3] / 100.0)}}));
  for (std::size_t rank = 0; rank < criterion_count; ++rank)
    ui.label_value(ui.tr("method.rank", {{"n", std::to_string(rank + 1)}}),
                   text::percent(ui.language(), rank_weights[rank] / 10000.0, 1));
  ui.paragraph(ui.tr("method.no_rank", {{"n", share(ui, equal_weights[0])}}), Tone::muted);
  ui.paragraph(ui.tr("method.bonus", {{"share", share(ui, share_of_base)},
                                      {"first", plain(ui, wish_bonus[0] / 100.0)},
                                      {"fifth", plain(ui, wish_bonus[4] / 100.0)}}));
  ui.paragraph(
      ui.tr("method.current", {{"stay", plain(ui, current_post_bonus(Stance::stay) / 100.0)},
                               {"open", plain(ui, current_post_bonus(Stance::open) / 100.0)},
                               {"move", plain(ui, current_post_bonus(Stance::move) / 100.0)}}));
}

void concerns(ui::Ui& ui) {
  const auto card = ui.card("concerns");
  ui.heading(2, ui.tr("method.concerns"));
  ui.paragraph(ui.tr("method.concerns_text"), Tone::muted);
  const std::string longer = std::to_string(longer_way_minutes);
  const std::string far = std::to_string(long_way_minutes);
  const std::string low = plain(ui, low_value / 100.0);
  for (std::size_t k = 0; k < concern_categories; ++k) {
    const std::string code = (k < 9 ? "K0" : "K") + std::to_string(k + 1);
    ui.label_value(
        ui.tr("concern." + code),
        ui.tr("method.trigger." + code, {{"longer", longer}, {"far", far}, {"low", low}}));
  }
}

void acceptance(ui::Ui& ui) {
  const AcceptanceSentences s;
  const auto card = ui.card("acceptance");
  ui.heading(2, ui.tr("method.acceptance"));
  ui.paragraph(ui.tr("method.acceptance_text"), Tone::muted);
  const std::array<std::string, 5> sentences = {
      ui.tr("method.of_ten", {{"x", plain(ui, s.of_ten[0])},
                              {"y", plain(ui, s.of_ten[1])},
                              {"z", plain(ui, s.of_ten[2])}}),
      ui.tr("method.points", {{"n", plain(ui, s.odds_per_1000_points)}}),
      ui.tr("method.stay", {{"n", plain(ui, s.odds_stay)}}),
      ui.tr("method.concern", {{"n", plain(ui, s.odds_concern)}}),
      ui.tr("method.worth",
            {{"n", text::whole(ui.language(), static_cast<std::int64_t>(s.worth_answers))}})};
  for (const auto& sentence : sentences)
    ui.icon_text(Icon::triangle_alert, ui.tr("method.assumption", {{"text", sentence}}),
                 Tone::normal);
  ui.paragraph(ui.tr("method.interval", {{"draws", std::to_string(parameter_draw_count)}}),
               Tone::muted);
  ui.paragraph(ui.tr("method.silent"), Tone::muted);
}

void example_table(ui::Ui& ui, const WorkedExample& e) {
  std::array<std::array<std::string, 4>, criterion_count> cells;
  std::vector<ui::Row> rows;
  const auto part = [&](const WorkedExample::Side& side, std::size_t c) {
    const double points = static_cast<double>(side.score.values[c]) * e.weights[c] / 1e6;
    return ui.tr("method.value_part", {{"value", score(ui, side.score.values[c])},
                                       {"part", text::decimal(ui.language(), points, 1)}});
  };
  for (std::size_t c = 0; c < criterion_count; ++c) {
    auto& row = cells[c];
    row = {std::string(ui.tr("method.criterion." + std::string(criteria[c]))),
           text::percent(ui.language(), e.weights[c] / 10000.0, 1), part(e.now, c),
           part(e.then, c)};
    rows.push_back({criteria[c], {{row[0]}, {row[1]}, {row[2]}, {row[3]}}});
  }
  const std::array<ui::Column, 4> columns = {{{ui.tr("method.column.criterion"), false, 1.6f},
                                              {ui.tr("method.column.weight"), true, 0.8f},
                                              {ui.tr("method.column.now"), true, 1.4f},
                                              {ui.tr("method.column.then"), true, 1.4f}}};
  (void)ui.table("example", ui.tr("method.example_table"), columns, rows);
}

void example_people(ui::Ui& ui, const WorkedExample& e) {
  const auto one = [&](std::int32_t p) {
    return text::percent(ui.language(), static_cast<double>(p) / probability_one, 1);
  };
  ui.paragraph(ui.tr("method.example_load",
                     {{"stated", std::to_string(e.stated)},
                      {"load", text::decimal(ui.language(), e.load_fifths / 5.0, 1)}}));
  ui.paragraph(ui.tr("method.example_one", {{"accept", one(e.one.accept)},
                                            {"conditional", one(e.one.conditional)},
                                            {"object", one(e.one.object)}}));
  const auto& accept = e.all.acceptance.accept;
  ui.paragraph(
      ui.tr("method.example_all", {{"n", std::to_string(WorkedExample::people)},
                                   {"mean", text::decimal(ui.language(), accept.mean, 1)},
                                   {"low", text::decimal(ui.language(), accept.low80, 1)},
                                   {"high", text::decimal(ui.language(), accept.high80, 1)}}));
}

void example(ui::Ui& ui) {
  static const WorkedExample e = worked_example();
  const auto card = ui.card("example");
  ui.heading(2, ui.tr("method.example"), Icon::calculator);
  ui.paragraph(ui.tr("method.example_text", {{"now", std::to_string(e.now.minutes)},
                                             {"then", std::to_string(e.then.minutes)},
                                             {"class", std::to_string(e.now.job_class)},
                                             {"next", std::to_string(e.then.job_class)},
                                             {"met", std::to_string(e.then.match.met)},
                                             {"asked", std::to_string(e.then.match.required)},
                                             {"filled", std::to_string(e.then.filled)},
                                             {"needed", std::to_string(e.then.needed)}}));
  example_table(ui, e);
  for (const auto* side : {&e.now, &e.then})
    ui.label_value(ui.tr(side == &e.now ? "method.sum_now" : "method.sum_then"),
                   ui.tr("method.sum", {{"base", score(ui, side->score.base)},
                                        {"share", share(ui, share_of_base)},
                                        {"bonus", score(ui, side->score.bonus)},
                                        {"total", score(ui, side->score.satisfaction)}}));
  ui.label_value(ui.tr("method.delta"), text::signed_decimal(ui.language(), e.delta / 100.0, 1));
  example_people(ui, e);
}

}  // namespace

void draw_method(const Model& model, ui::Ui& ui, const Dispatch& dispatch) {
  office_frame(model, ui, dispatch);
  const auto body = ui.body("method");
  ui.heading(1, ui.tr("method.title"));
  ui.notice("assumed", Tone::warning, ui.tr("method.assumed"), ui.tr("method.assumed_text"));
  satisfaction(ui);
  concerns(ui);
  acceptance(ui);
  example(ui);
  const auto card = ui.card("privacy");
  ui.heading(2, ui.tr("method.privacy"));
  ui.paragraph(
      ui.tr("method.privacy_text",
            {{"k", std::to_string(model.release ? model.release->consultation.threshold : 10)}}),
      Tone::muted);
}

}  // namespace rembuk::office
