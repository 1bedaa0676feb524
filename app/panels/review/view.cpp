#include <array>

#include "app/panels/employee_views.hpp"
#include "app/ui/ui.hpp"

namespace rembuk::employee {
namespace {

using ui::Icon;

/// The heading of one part, with a button that leads back to it.
void part(ui::Ui& ui, const Dispatch& dispatch, std::string_view title, Screen screen) {
  const auto columns = ui.columns("head", {1, 0}, ui::Stack::never);
  {
    const auto left = ui.column();
    ui.heading(2, title);
  }
  const auto right = ui.column();
  const std::string name = ui.tr("review.change", {{"part", title}});
  if (ui.icon_button("change", Icon::pencil, name)) dispatch(Go{screen});
}

void wishes(const Model& model, ui::Ui& ui, const Dispatch& dispatch) {
  const auto card = ui.card("wishes");
  part(ui, dispatch, ui.tr("review.wishes"), Screen::wishes);
  if (model.draft.wishes.empty()) ui.paragraph(ui.tr("review.no_wishes"), ui::Tone::muted);
  for (std::size_t k = 0; k < model.draft.wishes.size(); ++k) {
    const auto place = model.finder ? model.finder->place(model.draft.wishes[k]) : std::nullopt;
    ui.paragraph(std::to_string(k + 1) + ". " + wish_title(model, ui, model.draft.wishes[k]));
    if (place && !place->detail.empty()) ui.small(place->detail);
  }
}

void rest(const Model& model, ui::Ui& ui, const Dispatch& dispatch) {
  constexpr std::array<std::string_view, 5> names = {"distance", "competence", "career", "workload", "facilities"};
  {
    const auto card = ui.card("criteria");
    part(ui, dispatch, ui.tr("review.criteria"), Screen::criteria);
    if (model.draft.criteria.empty()) ui.paragraph(ui.tr("criteria.equal"));
    for (std::size_t k = 0; k < model.draft.criteria.size(); ++k)
      ui.paragraph(std::to_string(k + 1) + ". " + std::string(ui.tr("criterion." + std::string(names[model.draft.criteria[k] % 5]))));
  }
  {
    const auto card = ui.card("stance");
    part(ui, dispatch, ui.tr("review.stance"), Screen::stance);
    ui.paragraph(stance_text(ui, model.draft.stance));
  }
  const auto card = ui.card("concerns");
  part(ui, dispatch, ui.tr("review.concerns"), Screen::concerns);
  if (model.draft.concerns.empty()) ui.paragraph(ui.tr("review.no_concerns"), ui::Tone::muted);
  for (const auto& concern : model.draft.concerns) {
    const std::string code = (concern.category < 9 ? "K0" : "K") + std::to_string(concern.category + 1);
    ui.label_value(ui.tr("concern." + code), ui.tr("review.intensity", {{"n", std::to_string(concern.intensity)}}));
  }
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
    ui.notice("promise", ui::Tone::primary, ui.tr("review.promise"), ui.tr("not_a_request"));
  }
  question_foot(model, ui, dispatch);
}

}  // namespace rembuk::employee
