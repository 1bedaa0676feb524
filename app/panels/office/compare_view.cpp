#include <deque>

#include "app/core/office/numbers.hpp"
#include "app/panels/office_views.hpp"
#include "app/text/format.hpp"
#include "app/ui/ui.hpp"

namespace rembuk::office {
namespace {

using ui::Tone;

constexpr std::size_t most_compared = 4;

/// What is compared: the present and the scenarios in the forum (for the planner all), four at most.
std::vector<const wire::Scenario*> compared(const Model& model) {
  std::vector<const wire::Scenario*> all;
  for (const auto& scenario : model.release->scenarios)
    if (!scenario.withheld && all.size() < most_compared) all.push_back(&scenario);
  return all;
}

/// Rows of the comparison. Texts live here until the widget has drawn them.
class Rows {
 public:
  Rows(const Model& model, ui::Ui& ui, std::vector<const wire::Scenario*> scenarios) : model_(model), ui_(ui), scenarios_(std::move(scenarios)) {}

  void points(std::string_view key, wire::Cell wire::Scenario::* cell) {
    add(key, [&](const wire::Scenario& s) {
      const auto value = number(s.*cell);
      return value ? ui::Quantity{keep(text::decimal(ui_.language(), static_cast<double>(*value) / 100, 1)), static_cast<double>(*value) / 10000} : hidden(s.*cell);
    });
  }
  void movers(std::string_view key, wire::Cell wire::Scenario::* cell) {
    add(key, [&](const wire::Scenario& s) {
      const auto part = share(s.*cell, s.moved);
      return part ? ui::Quantity{keep(text::percent(ui_.language(), *part)), *part} : hidden(s.*cell);
    });
  }
  void heads(std::string_view key) {
    add(key, [&](const wire::Scenario& s) {
      const double part = s.heads_needed == 0 ? 1 : static_cast<double>(s.heads_covered_after) / static_cast<double>(s.heads_needed);
      return ui::Quantity{keep(text::percent(ui_.language(), part, 1)), part};
    });
  }
  void moved(std::string_view key) {
    std::uint32_t most = 1;
    for (const auto* s : scenarios_) most = std::max(most, s->moved);
    add(key, [&](const wire::Scenario& s) { return ui::Quantity{keep(text::whole(ui_.language(), s.moved)), static_cast<double>(s.moved) / most}; });
  }
  [[nodiscard]] std::span<const ui::ComparisonRow> rows() const { return rows_; }

 private:
  template <class F>
  void add(std::string_view key, F quantity) {
    ui::ComparisonRow row{ui_.tr(key), {}};
    for (const auto* scenario : scenarios_) row.cells.push_back(quantity(*scenario));
    rows_.push_back(std::move(row));
  }
  std::string_view keep(std::string text) { return texts_.emplace_back(std::move(text)); }
  ui::Quantity hidden(const wire::Cell& cell) {
    const auto reason = std::get<wire::Withheld>(cell);
    if (reason == wire::Withheld::not_applicable) return {"–"};
    return {keep(withheld_text(ui_.text(), reason, model_.release->consultation.threshold)), std::nullopt, true};
  }

  const Model& model_;
  ui::Ui& ui_;
  std::vector<const wire::Scenario*> scenarios_;
  std::deque<std::string> texts_;
  std::vector<ui::ComparisonRow> rows_;
};

void concerns(const Model& model, ui::Ui& ui, const std::vector<const wire::Scenario*>& scenarios, std::span<const ui::Series> series) {
  std::deque<std::string> texts;
  std::vector<ui::BarRow> rows;
  std::int64_t most = 1;
  for (const auto* s : scenarios)
    for (const auto& cell : s->concerns)
      if (const auto people = number(cell)) most = std::max(most, *people);
  for (std::size_t k = 0; k < 14; ++k) {
    ui::BarRow row{ui.tr(texts.emplace_back("concern.K" + std::string(k < 9 ? "0" : "") + std::to_string(k + 1))), {}};
    bool any = false;
    for (const auto* s : scenarios) {
      const wire::Cell cell = k < s->concerns.size() ? s->concerns[k] : wire::Cell(wire::Withheld::few_people);
      const auto people = number(cell);
      any = any || people;
      if (people)
        row.cells.push_back({texts.emplace_back(text::whole(ui.language(), *people)), static_cast<double>(*people) / static_cast<double>(most)});
      else
        row.cells.push_back({texts.emplace_back(withheld_text(ui.text(), std::get<wire::Withheld>(cell), model.release->consultation.threshold)), std::nullopt, true});
    }
    if (any) rows.push_back(std::move(row));
  }
  const auto card = ui.card("concerns");
  ui.heading(2, ui.tr("compare.concerns"));
  if (rows.empty())
    ui.paragraph(ui.tr("compare.no_concerns"), Tone::muted);
  else
    ui.bars("concerns", ui.tr("compare.concerns"), series, rows);
}

}  // namespace

void draw_answers(const Model& model, ui::Ui& ui) {
  std::deque<std::string> texts;
  std::vector<ui::AnswerBar> bars;
  const auto keep = [&](std::string text) -> std::string_view { return texts.emplace_back(std::move(text)); };
  char letter = 'A';
  for (const auto& s : model.release->scenarios) {
    if (s.kind == wire::ScenarioKind::status_quo || (!s.in_forum && !model.planner())) continue;
    ui::AnswerBar bar;
    bar.label = keep(std::string(1, letter++) + " · " + scenario_name(ui.text(), s));
    bar.note = keep(ui.tr("answers.moved", {{"n", text::whole(ui.language(), s.moved)}}));
    const auto parts = s.withheld ? std::nullopt : answers(s);
    if (parts) {
      bar.shares = ui::AnswerShares{parts->object, parts->conditional, parts->accept};
      bar.headline = keep(text::percent(ui.language(), parts->accept / 100));
      const auto low = share(s.accept.low, std::int64_t{s.asked} * 10), high = share(s.accept.high, std::int64_t{s.asked} * 10);
      if (low && high) bar.interval = keep(text::decimal(ui.language(), *low * 100, 0) + "–" + text::decimal(ui.language(), *high * 100, 0));
    } else {
      bar.missing = s.withheld ? ui.tr("withheld.scenario") : s.moved == 0 ? ui.tr("answers.nobody") : std::string_view(keep(withheld_text(ui.text(), wire::Withheld::few_people, model.release->consultation.threshold)));
    }
    bars.push_back(bar);
  }
  if (bars.empty()) {
    ui.empty_state(ui::Icon::presentation, ui.tr("forum.empty"), ui.tr("forum.empty_text"));
    return;
  }
  ui.answer_bars("answers", ui.tr("answers.title"),
                 {.object = ui.tr("answers.object"), .conditional = ui.tr("answers.conditional"), .accept = ui.tr("answers.accept"),
                  .note = ui.tr("answers.note"), .headline_title = ui.tr("answers.headline")}, bars);
}

void draw_compare(const Model& model, ui::Ui& ui, const Dispatch& dispatch) {
  office_frame(model, ui, dispatch);
  const auto body = ui.body("compare", ui::Width::wide);
  if (!model.release) {
    ui.heading(1, ui.tr("office.compare"));
    ui.skeleton(6, ui.tr("starting.wait"));
    return;
  }
  ui.heading(1, finding(ui.text(), *model.release));
  ui.paragraph(ui.tr("compare.text"), Tone::muted);
  office_problem(model, ui);
  const auto scenarios = compared(model);
  std::deque<std::string> names;
  std::vector<ui::Series> series;
  int colour = -1;
  for (const auto* s : scenarios) series.push_back({names.emplace_back(scenario_name(ui.text(), *s)), s->kind == wire::ScenarioKind::status_quo ? -1 : ++colour});
  {
    const auto card = ui.card("numbers");
    Rows rows(model, ui, scenarios);
    rows.points("compare.mean", &wire::Scenario::mean);
    rows.points("compare.worst_tenth", &wire::Scenario::worst_tenth);
    rows.movers("compare.better", &wire::Scenario::better);
    rows.movers("compare.worse", &wire::Scenario::worse);
    rows.movers("compare.first_wish", &wire::Scenario::wish_first);
    rows.heads("compare.heads");
    rows.moved("compare.moved");
    ui.comparison("numbers", ui.tr("compare.caption"), series, rows.rows());
  }
  {
    const auto card = ui.card("answers");
    ui.heading(2, ui.tr("answers.title"));
    draw_answers(model, ui);
  }
  concerns(model, ui, scenarios, series);
  if (ui.link("method", ui.tr("office.method"))) dispatch(Go{Screen::method});
}

}  // namespace rembuk::office
