#include <array>

#include "app/panels/employee_views.hpp"
#include "app/ui/ui.hpp"

namespace rembuk::employee {
namespace {

using ui::Icon;

/// Leads back to one part.
void change(ui::Ui& ui, const Dispatch& dispatch, const std::string& part, Screen screen) {
  if (ui.button("change", ui.tr("review.change." + part), {.before = Icon::pencil}))
    dispatch(Go{screen});
}

void wishes(const Model& model, ui::Ui& ui, const Dispatch& dispatch) {
  const auto card = ui.card("wishes");
  ui.heading(2, ui.tr("review.wishes"));
  if (model.draft.wishes.empty()) ui.paragraph(ui.tr("review.no_wishes"), ui::Tone::muted);
  for (std::size_t k = 0; k < model.draft.wishes.size(); ++k) {
    const auto place = model.finder ? model.finder->place(model.draft.wishes[k]) : std::nullopt;
    ui.titled(std::to_string(k + 1) + ". " + wish_title(model, ui, model.draft.wishes[k]),
              place ? std::string_view(place->detail) : "");
  }
  change(ui, dispatch, "wishes", Screen::wishes);
}

void rest(const Model& model, ui::Ui& ui, const Dispatch& dispatch) {
  constexpr std::array<std::string_view, 5> names = {"distance", "competence", "career", "workload",
                                                     "facilities"};
  {
    const auto card = ui.card("criteria");
    ui.heading(2, ui.tr("review.criteria"));
    if (model.draft.criteria.empty()) ui.paragraph(ui.tr("criteria.equal"));
    for (std::size_t k = 0; k < model.draft.criteria.size(); ++k)
      ui.paragraph(
          std::to_string(k + 1) + ". " +
          std::string(ui.tr("criterion." + std::string(names[model.draft.criteria[k] % 5]))));
    change(ui, dispatch, "criteria", Screen::criteria);
  }
  {
    const auto card = ui.card("stance");
    ui.heading(2, ui.tr("review.stance"));
    ui.paragraph(stance_text(ui, model.draft.stance));
    change(ui, dispatch, "stance", Screen::stance);
  }
  const auto card = ui.card("concerns");
  ui.heading(2, ui.tr("review.concerns"));
  if (model.draft.concerns.empty()) ui.paragraph(ui.tr("review.no_concerns"), ui::Tone::muted);
  for (const auto& concern : model.draft.concerns) {
    const std::string code =
        (concern.category < 9 ? "K0" : "K") + std::to_string(concern.category + 1);
    ui.label_value(ui.tr("concern." + code),
                   ui.tr("review.intensity", {{"n", std::to_string(concern.intensity)}}));
    if (!concern.help.empty())
      ui.small(std::string(ui.tr("term.help")) + ": " + std::string(ui.tr("help." + concern.help)));
  }
  change(ui, dispatch, "concerns", Screen::concerns);
}

}  // namespace

void draw_review(const Model& model, ui::Ui& ui, const Dispatch& dispatch) {
  question_bar(model, ui);
  {
    const auto body = ui.body("review");
    ui.heading(1, ui.tr("review.title"));
    ui.paragraph(ui.tr("review.text"), ui::Tone::muted);
    problem_notice(model, ui);
    wishes(model, ui, dispatch);
    rest(model, ui, dispatch);
    terms(ui, "terms", {"aspiration", "stance", "concern"});
    ui.notice("promise", ui::Tone::primary, ui.tr("review.promise"), ui.tr("not_a_request"));
  }
  question_foot(model, ui, dispatch);
}

}  // namespace rembuk::employee
