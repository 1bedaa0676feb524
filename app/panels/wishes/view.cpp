#include "app/panels/employee_views.hpp"
#include "app/text/format.hpp"
#include "app/ui/ui.hpp"

namespace rembuk::employee {
namespace {

using ui::Icon, ui::Tone;

Icon icon_of(Hit::Kind kind) {
  return kind == Hit::Kind::post   ? Icon::briefcase
         : kind == Hit::Kind::unit ? Icon::building
                                   : Icon::map_pin;
}

void search(const Model& model, ui::Ui& ui, const Dispatch& dispatch) {
  if (model.catalogue_failed) {
    ui.notice("failed", Tone::error, ui.tr("problem.title"), ui.tr("wishes.catalogue_failed"));
    if (ui.button("reload", ui.tr("try_again"), {.before = Icon::refresh_cw}))
      dispatch(ReloadCatalogue{});
    return;
  }
  if (!model.finder) {
    ui.skeleton(2, ui.tr("wishes.catalogue_wait"));
    return;
  }
  std::vector<std::string> titles;
  titles.reserve(model.hits.size());
  for (const auto& hit : model.hits)
    titles.push_back(hit.kind == Hit::Kind::region
                         ? ui.tr("wishes.anywhere_in", {{"region", hit.title}})
                         : hit.title);
  std::vector<ui::Suggestion> suggestions;
  for (std::size_t k = 0; k < model.hits.size(); ++k)
    suggestions.push_back(
        {model.hits[k].wish, titles[k], model.hits[k].detail, icon_of(model.hits[k].kind)});
  const std::string count = text::whole(ui.language(), static_cast<std::int64_t>(model.hit_count));
  const std::string status = model.query.empty() ? "" : ui.tr("wishes.results", {{"n", count}});
  const std::string more =
      model.hit_count > model.hits.size()
          ? ui.tr("wishes.more",
                  {{"n", text::whole(ui.language(), static_cast<std::int64_t>(model.hit_count -
                                                                              model.hits.size()))}})
          : "";
  const auto act =
      ui.search("find", ui.tr("wishes.search"), model.query, suggestions,
                {.placeholder = ui.tr("wishes.placeholder"), .status = status, .more = more});
  if (act.chosen && *act.chosen < model.hits.size())
    dispatch(AddedWish{model.hits[*act.chosen].wish});
  else if (act.typed)
    dispatch(TypedQuery{*act.typed});
}

void facts(const Model& model, ui::Ui& ui, const std::string& wish) {
  const auto found =
      model.finder && model.profile ? model.finder->facts(wish, *model.profile) : std::nullopt;
  if (!found) return;
  {
    const auto row = ui.flow("facts");
    if (found->minutes) ui.fact(Icon::clock, travel_text(ui, *found->minutes));
    if (found->job_class) {
      const int from = *found->class_now, to = *found->job_class;
      const std::string text =
          from == to ? ui.tr("wishes.class_same", {{"n", std::to_string(to)}})
                     : ui.tr("wishes.class_change",
                             {{"from", std::to_string(from)}, {"to", std::to_string(to)}});
      ui.fact(to < from ? Icon::trending_down : Icon::trending_up, text);
    }
    if (found->vacant)
      ui.fact(Icon::users, ui.tr("wishes.vacant", {{"n", std::to_string(*found->vacant)}}));
    if (found->wished_at_least >= 10)
      ui.fact(Icon::heart, ui.tr("wishes.wished", {{"n", std::to_string(found->wished_at_least)}}));
  }
  if (found->competence)
    ui.meter("fit", ui.tr("wishes.competence"), *found->competence,
             text::percent(ui.language(), *found->competence),
             *found->competence >= 0.7 ? Tone::success : Tone::warning);
}

void chosen(const Model& model, ui::Ui& ui, const Dispatch& dispatch) {
  const auto& wishes = model.draft.wishes;
  if (wishes.empty()) {
    ui.empty_state(Icon::star, ui.tr("wishes.none"), ui.tr("wishes.none_text"));
    return;
  }
  const auto list = ui.list("wishes", ui.tr("wishes.list"));
  for (std::size_t k = 0; k < wishes.size(); ++k) {
    const auto place = model.finder ? model.finder->place(wishes[k]) : std::nullopt;
    const std::string title = wish_title(model, ui, wishes[k]);
    ui::Move did = ui::Move::none;
    {
      const auto item = ui.ordered_item(wishes[k],
                                        {.title = title,
                                         .detail = place ? std::string_view(place->detail) : "",
                                         .place = static_cast<int>(k) + 1,
                                         .of = static_cast<int>(wishes.size()),
                                         .removable = true},
                                        did);
      facts(model, ui, wishes[k]);
    }
    if (did == ui::Move::up) dispatch(MovedWish{k, -1});
    if (did == ui::Move::down) dispatch(MovedWish{k, 1});
    if (did == ui::Move::remove) dispatch(RemovedWish{k});
  }
}

}  // namespace

void draw_wishes(const Model& model, ui::Ui& ui, const Dispatch& dispatch) {
  question_bar(model, ui);
  {
    const auto body = ui.body("wishes");
    ui.heading(1, ui.tr("wishes.title"));
    ui.paragraph(ui.tr("wishes.text"), Tone::muted);
    problem_notice(model, ui);
    search(model, ui, dispatch);
    chosen(model, ui, dispatch);
  }
  question_foot(model, ui, dispatch);
}

}  // namespace rembuk::employee
