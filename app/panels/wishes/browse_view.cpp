#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "app/core/employee/towns.hpp"
#include "app/panels/wishes/parts.hpp"
#include "app/text/format.hpp"
#include "app/ui/ui.hpp"

namespace rembuk::employee {
namespace {

using ui::Icon, ui::Kind, ui::Tone;

std::string count(const ui::Ui& ui, std::size_t n) {
  return text::whole(ui.language(), static_cast<std::int64_t>(n));
}

bool is_chosen(const Model& model, const std::string& wish) {
  return std::ranges::find(model.draft.wishes, wish) != model.draft.wishes.end();
}

void add_button(const Model& model, ui::Ui& ui, const Dispatch& dispatch, const std::string& wish,
                std::string_view text) {
  if (is_chosen(model, wish)) {
    const auto row = ui.flow("chosen");
    ui.pill({ui.tr("wishes.chosen"), Icon::check, Tone::success});
    return;
  }
  if (ui.button("add", text, {.before = Icon::plus, .disabled = model.draft.wishes.size() >= 5}))
    dispatch(AddedWish{wish});
}

void post_card(const Model& model, ui::Ui& ui, const Dispatch& dispatch, std::size_t post) {
  const std::string wish = model.finder->wish_of_post(post);
  const auto found = model.finder->facts(wish, *model.profile);
  if (!found) return;
  const auto item = ui.item(wish);
  const auto card = ui.card("card");
  ui.heading(3, found->place.title);
  ui.small(found->place.detail);
  wish_facts(*found, ui);
  add_button(model, ui, dispatch, wish, ui.tr("wishes.add"));
}

void posts(const Model& model, ui::Ui& ui, const Dispatch& dispatch, std::string_view name) {
  const auto& all = model.browsing.posts;
  if (all.empty()) {
    ui.empty_state(Icon::briefcase, ui.tr("wishes.no_posts"), ui.tr("wishes.no_posts_text"));
    return;
  }
  const std::size_t shown = std::min(model.browsing.shown, all.size());
  ui.small(ui.tr("wishes.shown", {{"n", count(ui, shown)}, {"of", count(ui, all.size())}}));
  {
    const auto list = ui.list("posts", name);
    for (std::size_t k = 0; k < shown; ++k) post_card(model, ui, dispatch, all[k]);
  }
  if (shown < all.size() && ui.button("more", ui.tr("wishes.show_more"),
                                      {.before = Icon::chevron_down, .full_width = true}))
    dispatch(ShowedMore{});
}

/// Travel time where there is little room: whole hours from one on.
std::string about(const ui::Ui& ui, int minutes) {
  if (minutes < 60) return travel_text(ui, minutes);
  return ui.tr("wishes.about_hours", {{"h", std::to_string((minutes + 30) / 60)}});
}

/// The towns; one that the map does not know stands in a row below it.
void map(const Model& model, ui::Ui& ui, const Dispatch& dispatch) {
  const auto& regions = model.finder->regions();
  const auto& catalogue = model.finder->catalogue();
  std::vector<std::string> details(regions.size());
  std::vector<ui::MapPlace> places;
  int others = 0;
  for (std::size_t r = 0; r < regions.size(); ++r) {
    const std::string& code = catalogue.regions[r].code;
    details[r] =
        ui.tr("wishes.town_seats", {{"n", count(ui, static_cast<std::size_t>(regions[r].vacant))}});
    const auto& minutes = model.profile->minutes;
    if (r < minutes.size() && minutes[r] != 65535) details[r] += "\n" + about(ui, minutes[r]);
    const auto known = town(code);
    places.push_back({code, regions[r].name, details[r], known ? known->column : others % 3,
                      known ? known->row : 4 + others / 3,
                      code == model.profile->home_region ? Icon::house : Icon::none});
    if (!known) ++others;
  }
  std::vector<ui::MapRoad> lines;
  const auto at = [&](std::string_view code) {
    return static_cast<std::size_t>(std::ranges::find(places, code, &ui::MapPlace::key) -
                                    places.begin());
  };
  for (const auto& [from, to] : roads) lines.push_back({at(from), at(to)});
  ui.small(ui.tr("wishes.map_text"));
  if (const auto town = ui.place_map("map", ui.tr("wishes.map"), places, lines, places.size()))
    dispatch(ChosePlace{*town});
}

void town_posts(const Model& model, ui::Ui& ui, const Dispatch& dispatch, std::size_t at) {
  const auto& region = model.finder->catalogue().regions[at];
  if (ui.button("back", ui.tr("wishes.all_towns"),
                {.kind = Kind::quiet, .before = Icon::arrow_left}))
    dispatch(ChosePlace{});
  ui.heading(2, region.name, Icon::map_pin);
  ui.announce("town", region.name);
  const std::string anywhere = ui.tr("wishes.anywhere_in", {{"region", region.name}});
  add_button(model, ui, dispatch, "wilayah:" + region.code, anywhere);
  posts(model, ui, dispatch, region.name);
}

void agencies(const Model& model, ui::Ui& ui, const Dispatch& dispatch) {
  const auto& all = model.finder->agencies();
  std::vector<std::string> names = {std::string(ui.tr("wishes.choose_agency"))};
  std::size_t current = 0;
  for (std::size_t k = 0; k < all.size(); ++k) {
    names.push_back(
        all[k].name + " (" +
        ui.tr("wishes.town_seats", {{"n", count(ui, static_cast<std::size_t>(all[k].vacant))}}) +
        ")");
    if (model.browsing.place == all[k].place) current = k + 1;
  }
  const std::vector<std::string_view> options(names.begin(), names.end());
  if (const auto chosen = ui.select("agency", ui.tr("wishes.agency"), options, current))
    dispatch(ChosePlace{*chosen == 0 ? std::nullopt : std::optional(all[*chosen - 1].place)});
  if (current > 0) posts(model, ui, dispatch, all[current - 1].name);
}

}  // namespace

void draw_browsing(const Model& model, ui::Ui& ui, const Dispatch& dispatch) {
  if (!model.finder || !model.profile) return;
  if (model.browsing.way == Way::list) return agencies(model, ui, dispatch);
  const auto place = model.browsing.place;
  if (place && *place < model.finder->regions().size())
    town_posts(model, ui, dispatch, *place);
  else
    map(model, ui, dispatch);
}

}  // namespace rembuk::employee
