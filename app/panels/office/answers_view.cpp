#include <deque>

#include "app/core/office/numbers.hpp"
#include "app/panels/office/compare_parts_view.hpp"
#include "app/text/format.hpp"

/// How the moved are expected to answer, a stacked bar for each plan.
namespace rembuk::office {

void draw_answers(const Model& model, ui::Ui& ui, const std::vector<Lettered>& scenarios) {
  std::deque<std::string> texts;
  std::vector<ui::AnswerBar> bars;
  const auto keep = [&](std::string text) -> std::string_view {
    return texts.emplace_back(std::move(text));
  };
  for (const auto& one : scenarios) {
    const auto& s = *one.scenario;
    ui::AnswerBar bar;
    bar.label = keep(scenario_title(ui.text(), one));
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

}  // namespace rembuk::office
