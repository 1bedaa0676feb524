#include <algorithm>
#include <deque>

#include "app/core/office/numbers.hpp"
#include "app/panels/office/compare_parts_view.hpp"

/// Two to four scenarios side by side: the finding, the numbers, the answers, and why they differ.
namespace rembuk::office {
namespace {

using ui::Tone;

/// What is seen, and to which scenario the differences are taken.
void head(const Model& model, ui::Ui& ui, const Dispatch& dispatch,
          const std::vector<Lettered>& scenarios, const wire::Scenario* base) {
  const bool now = base && base->kind == wire::ScenarioKind::status_quo;
  const std::string base_name = now    ? std::string(ui.tr("causes.now"))
                                : base ? scenario_name(ui.text(), *base)
                                       : "";
  const std::string text =
      ui.tr("compare.text", {{"base", base_name}, {"release", release_text(model, ui)}});
  if (scenarios.size() < 3) return ui.paragraph(text, Tone::muted);
  std::deque<std::string> names;
  std::vector<std::string_view> options;
  std::size_t current = 0;
  for (const auto& one : scenarios) {
    if (one.scenario == base) current = options.size();
    options.push_back(names.emplace_back(scenario_title(ui.text(), one)));
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
            ui.checkbox(std::to_string(one.scenario->id), scenario_title(ui.text(), one), on))
      dispatch(Compare{one.scenario->id, *change});
  }
}

/// Titles and colours: a scenario keeps its colour in every part, the present is grey.
struct Shown {
  std::deque<std::string> names;
  std::vector<ui::Series> series, plan_series;
  std::vector<Lettered> plans;
};

Shown shown(const ui::Ui& ui, const std::vector<Lettered>& scenarios) {
  Shown out;
  for (const auto& one : scenarios) {
    const bool now = one.letter.empty();
    out.series.push_back({out.names.emplace_back(scenario_title(ui.text(), one)),
                          now ? -1 : static_cast<int>(out.plans.size())});
    if (now) continue;
    out.plan_series.push_back(out.series.back());
    out.plans.push_back(one);
  }
  return out;
}

/// How people would answer and what touches them at the left, why the plans differ at the right.
void reasons(const Model& model, ui::Ui& ui, const Dispatch& dispatch,
             const std::vector<Lettered>& scenarios, const Shown& all) {
  const auto columns = ui.columns("reasons", {1.25f, 1});
  {
    const auto left = ui.column();
    {
      const auto card = ui.card("answers");
      ui.heading(2, ui.tr("answers.title"));
      draw_answers(model, ui, all.plans);
    }
    draw_concerns(model, ui, all.plans, all.plan_series);
  }
  const auto right = ui.column();
  draw_causes(model, ui, dispatch, scenarios, base(model, scenarios));
  draw_places(ui, scenarios, all.series);
}

}  // namespace

void draw_compare(const Model& model, ui::Ui& ui, const Dispatch& dispatch) {
  office_frame(model, ui, dispatch);
  const auto body = ui.body("compare", ui::Width::wide);
  if (!model.release) {
    ui.heading(1, ui.tr("office.compare"));
    ui.skeleton(6, ui.tr("starting.wait"));
    return;
  }
  const auto scenarios = compared(model);
  const Shown all = shown(ui, scenarios);
  ui.heading(1, finding(ui.text(), all.plans));
  if (all.plans.empty()) {
    office_problem(model, ui);
    ui.empty_state(ui::Icon::git_compare, ui.tr("compare.empty"), ui.tr("compare.empty_text"));
    if (!model.planner()) draw_generate(model, ui, dispatch);
    return;
  }
  head(model, ui, dispatch, scenarios, base(model, scenarios));
  office_problem(model, ui);
  draw_numbers(model, ui, scenarios, base(model, scenarios), all.series);
  choices(model, ui, dispatch, scenarios);
  reasons(model, ui, dispatch, scenarios, all);
  if (!model.planner()) draw_generate(model, ui, dispatch);
  if (ui.link("method", ui.tr("method.link"))) dispatch(Go{Screen::method});
}

}  // namespace rembuk::office
