#include <array>

#include "app/panels/wishes/parts.hpp"
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

/// Search, map and list: three ways to the same posts.
void ways(const Model& model, ui::Ui& ui, const Dispatch& dispatch) {
  if (model.catalogue_failed) {
    ui.notice("failed", Tone::error, ui.tr("problem.title"), ui.tr("wishes.catalogue_failed"));
    if (ui.button("reload", ui.tr("try_again"), {.before = Icon::refresh_cw}))
      dispatch(ReloadCatalogue{});
    return;
  }
  if (!model.finder) return ui.skeleton(2, ui.tr("wishes.catalogue_wait"));
  const std::array<std::string_view, 3> titles = {
      ui.tr("wishes.way_search"), ui.tr("wishes.way_map"), ui.tr("wishes.way_list")};
  if (const auto way =
          ui.tabs("way", ui.tr("wishes.way"), titles, static_cast<std::size_t>(model.browsing.way)))
    dispatch(ChoseWay{static_cast<Way>(*way)});
  if (model.browsing.way == Way::search)
    search(model, ui, dispatch);
  else
    draw_browsing(model, ui, dispatch);
}

void chosen(const Model& model, ui::Ui& ui, const Dispatch& dispatch) {
  const auto& wishes = model.draft.wishes;
  if (wishes.empty()) {
    ui.empty_state(Icon::star, ui.tr("wishes.none"), ui.tr("wishes.none_text"));
    return;
  }
  ui.heading(2, ui.tr("wishes.list_count", {{"n", std::to_string(wishes.size())}}));
  if (wishes.size() > 1) ui.small(ui.tr("wishes.order_help"));
  {
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
        if (const auto found = model.finder && model.profile
                                   ? model.finder->facts(wishes[k], *model.profile)
                                   : std::nullopt)
          wish_facts(*found, ui);
      }
      if (did == ui::Move::up) dispatch(MovedWish{k, -1});
      if (did == ui::Move::down) dispatch(MovedWish{k, 1});
      if (did == ui::Move::remove) dispatch(RemovedWish{k});
    }
  }
  if (const auto moved = ui.reordered("wishes"))
    dispatch(MovedWish{moved->from, static_cast<int>(moved->to) - static_cast<int>(moved->from)});
}

}  // namespace

void draw_wishes(const Model& model, ui::Ui& ui, const Dispatch& dispatch) {
  question_bar(model, ui);
  {
    const auto body = ui.body("wishes");
    ui.heading(1, ui.tr("wishes.title"));
    ui.paragraph(ui.tr("wishes.text"), Tone::muted);
    problem_notice(model, ui);
    ways(model, ui, dispatch);
    chosen(model, ui, dispatch);
    terms(ui, "terms", {"class", "competence", "vacant", "wished", "travel"});
  }
  question_foot(model, ui, dispatch);
}

}  // namespace rembuk::employee
