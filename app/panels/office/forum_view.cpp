#include <algorithm>
#include <deque>

#include "app/core/office/forum.hpp"
#include "app/core/office/numbers.hpp"
#include "app/panels/office/compare_parts_view.hpp"
#include "app/text/format.hpp"

/// The room's screen: one message at a time. The heading is the finding, what stands below is its
/// reason, the rules and the way to the next message stand in the foot.
namespace rembuk::office {
namespace {

using ui::Icon, ui::Tone;

std::string with_change(const std::string& label, std::optional<double> change, int digits,
                        const ui::Ui& ui) {
  if (!change) return label;
  return label + " (" + text::signed_decimal(ui.language(), *change, digits) + ")";
}

/// Three figures of one plan, as large as a room needs them.
void figures(const Model& model, const Lettered& one, const wire::Scenario* now, ui::Ui& ui) {
  const auto& s = *one.scenario;
  const auto card = ui.card(std::to_string(s.id));
  ui.heading(2, scenario_title(ui.text(), one));
  const std::uint32_t threshold = model.release->consultation.threshold;
  const auto cell = [&](std::string_view key, const wire::Cell& c, const std::string& value,
                        const std::string& note) {
    const auto* why = std::get_if<wire::Withheld>(&c);
    ui.key_figure(ui.tr(key), why ? "–" : value,
                  why ? withheld_text(ui.text(), *why, threshold) : note);
  };
  const auto mean = number(s.mean);
  const auto change = now ? difference(s.mean, now->mean) : std::nullopt;
  cell("compare.mean", s.mean,
       mean ? text::decimal(ui.language(), static_cast<double>(*mean) / 100, 1) : "",
       with_change(std::string(ui.tr("forum.than_now")),
                   change ? std::optional(static_cast<double>(*change) / 100) : std::nullopt, 1,
                   ui));
  const auto share_of = [](const wire::Scenario& x) {
    return x.heads_needed == 0
               ? 1
               : static_cast<double>(x.heads_covered_after) / static_cast<double>(x.heads_needed);
  };
  cell(
      "compare.heads", std::int64_t{0}, text::percent(ui.language(), share_of(s), 1),
      with_change(std::string(ui.tr("forum.than_now")),
                  now ? std::optional((share_of(s) - share_of(*now)) * 100) : std::nullopt, 1, ui));
  const auto worse = share(s.worse, s.moved);
  cell("compare.worse", s.worse, worse ? text::percent(ui.language(), *worse) : "",
       ui.tr("forum.of_moved", {{"n", text::whole(ui.language(), s.moved)}}));
}

void effects(const Model& model, ui::Ui& ui) {
  const auto scenarios = compared(model);
  const auto* now = scenarios.front().letter.empty() ? scenarios.front().scenario : nullptr;
  std::vector<Lettered> plans;
  for (const auto& one : scenarios)
    if (!one.letter.empty()) plans.push_back(one);
  const auto columns = plans.size() < 2    ? ui.columns("plans", {1})
                       : plans.size() == 2 ? ui.columns("plans", {1, 1})
                                           : ui.columns("plans", {1, 1, 1});
  for (const auto& one : plans) {
    const auto column = ui.column();
    figures(model, one, now, ui);
  }
}

void concerns(const Model& model, ui::Ui& ui) {
  std::deque<std::string> names;
  std::vector<ui::Series> series;
  std::vector<Lettered> plans;
  for (const auto& one : compared(model)) {
    if (one.letter.empty()) continue;
    series.push_back(
        {names.emplace_back(scenario_title(ui.text(), one)), static_cast<int>(series.size())});
    plans.push_back(one);
  }
  draw_concerns(model, ui, plans, series);
}

void body_of(const Model& model, ui::Ui& ui, const Dispatch& dispatch, ForumMessage message) {
  const auto scenarios = compared(model);
  switch (message) {
    case ForumMessage::answers:
      return draw_answers(model, ui, forum_plans(model));
    case ForumMessage::effects:
      return effects(model, ui);
    case ForumMessage::causes:
      return draw_causes(model, ui, dispatch, scenarios, scenarios.front().scenario);
    case ForumMessage::concerns:
      return concerns(model, ui);
  }
}

/// On a phone nobody presents: all of it, one below the other.
void all_of_it(const Model& model, ui::Ui& ui) {
  draw_answers(model, ui, forum_plans(model));
  const auto scenarios = compared(model);
  if (scenarios.size() < 2) return;
  ui.heading(2, ui.tr("forum.reasons"));
  draw_reasons(model, ui, scenarios);
}

void foot(const Model& model, ui::Ui& ui, const Dispatch& dispatch) {
  const auto& release = *model.release;
  const auto answered = number(release.answered);
  const std::string people =
      answered ? text::whole(ui.language(), *answered)
               : withheld_text(ui.text(), std::get<wire::Withheld>(release.answered),
                               release.consultation.threshold);
  const std::string state =
      ui.tr("forum.foot", {{"answered", people},
                           {"of", text::whole(ui.language(), release.employees)},
                           {"k", std::to_string(release.consultation.threshold)},
                           {"release", release_text(model, ui)}});
  ui::Foot foot{.icon = Icon::shield_check, .state = state};
  const auto all = forum_messages(model);
  const std::size_t at = std::min(model.message, all.size() - 1);
  if (!ui.narrow()) {
    if (at > 0) foot.back = ui.tr("forum.back");
    if (at + 1 < all.size()) foot.next = ui.tr("forum.next");
  }
  const auto pressed = ui.foot(foot);
  if (pressed.back) dispatch(ShowMessage{at - 1});
  if (pressed.next) dispatch(ShowMessage{at + 1});
}

}  // namespace

void draw_forum(const Model& model, ui::Ui& ui, const Dispatch& dispatch) {
  if (!ui.narrow()) ui.presenter();
  office_frame(model, ui, dispatch);
  const ForumMessage message = ui.narrow() ? ForumMessage::answers : forum_message(model);
  {
    const auto body = ui.body("forum" + std::to_string(static_cast<int>(message)), ui::Width::wide);
    if (!model.release) {
      ui.heading(1, ui.tr("office.forum"));
      ui.skeleton(6, ui.tr("starting.wait"));
    } else {
      ui.small(ui.tr("forum.over", {{"title", model.release->consultation.title}}));
      ui.heading(1, forum_finding(ui.text(), model, message));
      office_problem(model, ui);
      ui.gap(1);
      if (ui.narrow())
        all_of_it(model, ui);
      else
        body_of(model, ui, dispatch, message);
      if (ui.link("method", ui.tr("method.link"))) dispatch(Go{Screen::method});
    }
  }
  if (model.release) foot(model, ui, dispatch);
}

}  // namespace rembuk::office
