#include <algorithm>
#include <deque>

#include "app/core/office/numbers.hpp"
#include "app/panels/office_views.hpp"
#include "app/text/format.hpp"
#include "app/ui/ui.hpp"

namespace rembuk::office {
namespace {

using ui::Tone;

/// Rows of the comparison, each number with its difference to the base. Texts live here until the
/// widget has drawn them.
class Rows {
 public:
  Rows(const Model& model, ui::Ui& ui, const std::vector<Lettered>& scenarios,
       const wire::Scenario* base)
      : model_(model), ui_(ui), scenarios_(scenarios), base_(base) {}

  void points(std::string_view key, wire::Cell wire::Scenario::* cell) {
    add(key, [&](const wire::Scenario& s) {
      const auto value = number(s.*cell);
      if (!value) return hidden(s.*cell);
      const auto change = base_ ? difference(s.*cell, base_->*cell) : std::nullopt;
      const double points = static_cast<double>(*value) / 100;
      return shown(s, text::decimal(ui_.language(), points, 1), points / 100,
                   change ? std::optional(static_cast<double>(*change) / 100) : std::nullopt, 1);
    });
  }
  void movers(std::string_view key, wire::Cell wire::Scenario::* cell) {
    add(key, [&](const wire::Scenario& s) {
      const auto part = share(s.*cell, s.moved);
      if (!part) return hidden(s.*cell);
      const auto change =
          difference(part, base_ ? share(base_->*cell, base_->moved) : std::nullopt);
      return shown(s, text::percent(ui_.language(), *part), *part,
                   change ? std::optional(*change * 100) : std::nullopt, 0);
    });
  }
  void accepting(std::string_view key) {
    add(key, [&](const wire::Scenario& s) {
      const auto part = office::accepting(s);
      if (!part) return hidden(s.accept.mean);
      const auto change = difference(part, base_ ? office::accepting(*base_) : std::nullopt);
      return shown(s, text::percent(ui_.language(), *part), *part,
                   change ? std::optional(*change * 100) : std::nullopt, 0);
    });
  }
  void heads(std::string_view key) {
    const auto filled = [](const wire::Scenario& s) {
      return s.heads_needed == 0
                 ? 1
                 : static_cast<double>(s.heads_covered_after) / static_cast<double>(s.heads_needed);
    };
    add(key, [&](const wire::Scenario& s) {
      return shown(s, text::percent(ui_.language(), filled(s), 1), filled(s),
                   base_ ? std::optional((filled(s) - filled(*base_)) * 100) : std::nullopt, 1);
    });
  }
  void moved(std::string_view key) {
    std::uint32_t most = 1;
    for (const auto& one : scenarios_) most = std::max(most, one.scenario->moved);
    add(key, [&](const wire::Scenario& s) {
      const double change =
          base_ ? static_cast<double>(s.moved) - static_cast<double>(base_->moved) : 0;
      // To the present the difference is the number itself.
      const bool told = base_ && base_->kind != wire::ScenarioKind::status_quo;
      return shown(s, text::whole(ui_.language(), s.moved), static_cast<double>(s.moved) / most,
                   told ? std::optional(change) : std::nullopt, 0);
    });
  }
  [[nodiscard]] std::span<const ui::ComparisonRow> rows() const { return rows_; }

 private:
  template <class F>
  void add(std::string_view key, F quantity) {
    ui::ComparisonRow row{ui_.tr(key), {}};
    for (const auto& one : scenarios_) row.cells.push_back(quantity(*one.scenario));
    rows_.push_back(std::move(row));
  }
  std::string_view keep(std::string text) { return texts_.emplace_back(std::move(text)); }
  ui::Quantity shown(const wire::Scenario& s, std::string text, double bar,
                     std::optional<double> change, int digits) {
    ui::Quantity out{keep(std::move(text)), bar};
    if (change && &s != base_)
      out.change = keep(text::signed_decimal(ui_.language(), *change, digits));
    return out;
  }
  ui::Quantity hidden(const wire::Cell& cell) {
    const auto* reason = std::get_if<wire::Withheld>(&cell);
    if (!reason || *reason == wire::Withheld::not_applicable) return {"–"};
    return {keep(withheld_text(ui_.text(), *reason, model_.release->consultation.threshold)),
            std::nullopt, true};
  }

  const Model& model_;
  ui::Ui& ui_;
  const std::vector<Lettered>& scenarios_;
  const wire::Scenario* base_;
  std::deque<std::string> texts_;
  std::vector<ui::ComparisonRow> rows_;
};

std::string title(const text::Catalogue& texts, const Lettered& one) {
  const std::string name = scenario_name(texts, *one.scenario);
  return one.letter.empty() ? name : one.letter + " · " + name;
}

/// What is seen, and to which scenario the differences are taken.
void head(const Model& model, ui::Ui& ui, const Dispatch& dispatch,
          const std::vector<Lettered>& scenarios, const wire::Scenario* base) {
  const std::string text =
      ui.tr("compare.text", {{"base", base ? scenario_name(ui.text(), *base) : ""},
                             {"release", release_text(model, ui)}});
  if (scenarios.size() < 3) return ui.paragraph(text, Tone::muted);
  std::deque<std::string> names;
  std::vector<std::string_view> options;
  std::size_t current = 0;
  for (const auto& one : scenarios) {
    if (one.scenario == base) current = options.size();
    options.push_back(names.emplace_back(title(ui.text(), one)));
  }
  const auto columns = ui.columns("head", {2, 1});
  {
    const auto left = ui.column();
    ui.paragraph(text, Tone::muted);
  }
  const auto right = ui.column();
  if (const auto chosen = ui.select("base", ui.tr("compare.base"), options, current))
    dispatch(ChoseBase{scenarios[*chosen].scenario->id});
}

/// Which scenarios are compared, where there are more than fit.
void choices(const Model& model, ui::Ui& ui, const Dispatch& dispatch,
             const std::vector<Lettered>& scenarios) {
  const auto all = lettered(model);
  if (all.size() <= most_beside_now) return;
  const auto card = ui.card("choose");
  ui.heading(2, ui.tr("compare.choose"));
  ui.small(ui.tr("compare.choose_text"));
  for (const auto& one : all) {
    if (one.scenario->withheld) continue;
    const bool on = std::ranges::any_of(
        scenarios, [&](const Lettered& shown) { return shown.scenario == one.scenario; });
    if (const auto change =
            ui.checkbox(std::to_string(one.scenario->id), title(ui.text(), one), on))
      dispatch(Compare{one.scenario->id, *change});
  }
}

void concerns(const Model& model, ui::Ui& ui, const std::vector<const wire::Scenario*>& scenarios,
              std::span<const ui::Series> series) {
  std::deque<std::string> texts;
  std::vector<ui::BarRow> rows;
  std::int64_t most = 1;
  for (const auto* s : scenarios)
    for (const auto& cell : s->concerns)
      if (const auto people = number(cell)) most = std::max(most, *people);
  for (std::size_t k = 0; k < 14; ++k) {
    ui::BarRow row{ui.tr(texts.emplace_back("concern.K" + std::string(k < 9 ? "0" : "") +
                                            std::to_string(k + 1))),
                   {}};
    bool any = false;
    for (const auto* s : scenarios) {
      const wire::Cell cell =
          k < s->concerns.size() ? s->concerns[k] : wire::Cell(wire::Withheld::few_people);
      const auto people = number(cell);
      any = any || people;
      if (people)
        row.cells.push_back({texts.emplace_back(text::whole(ui.language(), *people)),
                             static_cast<double>(*people) / static_cast<double>(most)});
      else
        row.cells.push_back(
            {texts.emplace_back(withheld_text(ui.text(), std::get<wire::Withheld>(cell),
                                              model.release->consultation.threshold)),
             std::nullopt, true});
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

void draw_answers(const Model& model, ui::Ui& ui, const std::vector<Lettered>& scenarios) {
  std::deque<std::string> texts;
  std::vector<ui::AnswerBar> bars;
  const auto keep = [&](std::string text) -> std::string_view {
    return texts.emplace_back(std::move(text));
  };
  for (const auto& one : scenarios) {
    const auto& s = *one.scenario;
    ui::AnswerBar bar;
    bar.label = keep(title(ui.text(), one));
    if (!s.withheld)
      bar.note = keep(ui.tr("answers.moved", {{"n", text::whole(ui.language(), s.moved)}}));
    const auto parts = s.withheld ? std::nullopt : answers(s);
    if (parts) {
      bar.shares = ui::AnswerShares{parts->object, parts->conditional, parts->accept};
      bar.headline = keep(text::percent(ui.language(), parts->accept / 100));
      const auto low = share(s.accept.low, std::int64_t{s.asked} * 10),
                 high = share(s.accept.high, std::int64_t{s.asked} * 10);
      if (low && high)
        bar.interval = keep(text::decimal(ui.language(), *low * 100, 0) + "–" +
                            text::decimal(ui.language(), *high * 100, 0));
    } else {
      const auto reason = answers_withheld(s).value_or(wire::Withheld::not_applicable);
      bar.missing = s.withheld ? ui.tr("withheld.scenario")
                    : s.moved == 0
                        ? ui.tr("answers.nobody")
                        : std::string_view(keep(withheld_text(
                              ui.text(), reason, model.release->consultation.threshold)));
    }
    bars.push_back(bar);
  }
  if (bars.empty()) {
    ui.empty_state(ui::Icon::presentation, ui.tr("forum.empty"), ui.tr("forum.empty_text"));
    return;
  }
  ui.answer_bars("answers", ui.tr("answers.title"),
                 {.object = ui.tr("answers.object"),
                  .conditional = ui.tr("answers.conditional"),
                  .accept = ui.tr("answers.accept"),
                  .headline_title = ui.tr("answers.headline")},
                 bars);
  ui.small(ui.tr("answers.note"));  // a text of its own, so that it is read aloud too
}

void draw_reasons(const Model& model, ui::Ui& ui, const std::vector<Lettered>& scenarios) {
  std::deque<std::string> names;
  std::vector<ui::Series> series;
  int colour = 0;
  for (const auto& one : scenarios)
    series.push_back(
        {names.emplace_back(title(ui.text(), one)), one.letter.empty() ? -1 : colour++});
  const auto* const now =
      scenarios.empty() || !scenarios.front().letter.empty() ? nullptr : scenarios.front().scenario;
  Rows rows(model, ui, scenarios, now);
  rows.movers("compare.better", &wire::Scenario::better);
  rows.movers("compare.worse", &wire::Scenario::worse);
  rows.points("compare.mean", &wire::Scenario::mean);
  rows.heads("compare.heads");
  ui.comparison("reasons", ui.tr("compare.caption"), series, rows.rows());
}

void draw_compare(const Model& model, ui::Ui& ui, const Dispatch& dispatch) {
  office_frame(model, ui, dispatch);
  const auto body = ui.body("compare", ui::Width::wide);
  if (!model.release) {
    ui.heading(1, ui.tr("office.compare"));
    ui.skeleton(6, ui.tr("starting.wait"));
    return;
  }
  const auto scenarios = compared(model);
  const auto* const base_scenario = base(model, scenarios);
  std::vector<Lettered> plans;
  for (const auto& one : scenarios)
    if (!one.letter.empty()) plans.push_back(one);
  ui.heading(1, finding(ui.text(), plans));
  if (plans.empty()) {
    office_problem(model, ui);
    ui.empty_state(ui::Icon::git_compare, ui.tr("compare.empty"), ui.tr("compare.empty_text"));
    if (!model.planner()) draw_generate(model, ui, dispatch);
    return;
  }
  head(model, ui, dispatch, scenarios, base_scenario);
  office_problem(model, ui);
  // A scenario keeps its colour in every part: the present is grey.
  std::deque<std::string> names;
  std::vector<ui::Series> series, plan_series;
  for (const auto& one : scenarios) {
    const bool now = one.letter.empty();
    series.push_back({names.emplace_back(title(ui.text(), one)),
                      now ? -1 : static_cast<int>(plan_series.size())});
    if (!now) plan_series.push_back(series.back());
  }
  {
    const auto card = ui.card("numbers");
    Rows rows(model, ui, scenarios, base_scenario);
    rows.points("compare.mean", &wire::Scenario::mean);
    rows.points("compare.worst_tenth", &wire::Scenario::worst_tenth);
    rows.accepting("compare.accepting");
    rows.movers("compare.better", &wire::Scenario::better);
    rows.movers("compare.worse", &wire::Scenario::worse);
    rows.movers("compare.first_wish", &wire::Scenario::wish_first);
    rows.heads("compare.heads");
    rows.moved("compare.moved");
    ui.comparison("numbers", ui.tr("compare.caption"), series, rows.rows());
  }
  choices(model, ui, dispatch, scenarios);
  {
    const auto card = ui.card("answers");
    ui.heading(2, ui.tr("answers.title"));
    draw_answers(model, ui, plans);
  }
  std::vector<const wire::Scenario*> movers;
  for (const auto& one : plans) movers.push_back(one.scenario);
  concerns(model, ui, movers, plan_series);
  if (!model.planner()) draw_generate(model, ui, dispatch);
  if (ui.link("method", ui.tr("method.link"))) dispatch(Go{Screen::method});
}

}  // namespace rembuk::office
