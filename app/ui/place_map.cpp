#include <algorithm>
#include <cmath>

#include "app/ui/state.hpp"
#include "app/ui/ui.hpp"

namespace rembuk::ui {
namespace {

using mirror::Role;

/// The grid on which the places stand.
struct Grid {
  ImVec2 at;
  float w = 0, box_w = 0, box_h = 0, step_x = 0, step_y = 0;

  [[nodiscard]] ImVec4 box(const MapPlace& place) const {
    return {at.x + static_cast<float>(place.column) * step_x,
            at.y + static_cast<float>(place.row) * step_y, box_w, box_h};
  }
};

constexpr float inset = 8;

float text_height(const State& s, const MapPlace& place, float width) {
  const Type strong = small_type(s, true), plain = small_type(s);
  return wrapped_height(s, strong, place.title, width) +
         wrapped_height(s, plain, place.detail, width);
}

void draw_road(State& s, ImVec4 from, ImVec4 to) {
  s.draw->AddLine({from.x + from.z / 2, from.y + from.w / 2}, {to.x + to.z / 2, to.y + to.w / 2},
                  ink(s.colours->field_border), 3);
}

bool draw_place(State& s, const std::string& key, const MapPlace& place, ImVec4 area, bool on) {
  const Press p = press(s, key, area, false);
  const Type strong = small_type(s, true), plain = small_type(s);
  const Colours& c = *s.colours;
  const float rounding = s.lengths->field_rounding, width = area.z - 2 * inset;
  fill(s, area, on ? c.selected : p.hovered || p.held ? c.raised : c.surface, rounding);
  stroke(s, area, on || p.hovered ? c.primary : c.field_border, rounding, on ? 2.0F : 1.0F);
  const float height = text_height(s, place, width);
  const float y = area.y + std::floor((area.w - height) / 2);
  const float title_h = wrapped_height(s, strong, place.title, width);
  draw_wrapped(s, strong, place.title, {area.x + inset, y}, width, on ? c.on_selected : c.text);
  draw_wrapped(s, plain, place.detail, {area.x + inset, y + title_h}, width, on ? c.text : c.muted);
  if (place.icon != Icon::none)
    draw_icon(s, place.icon, {area.x + area.z - 22, area.y + area.w - 22}, 16, c.primary);
  std::string name(place.title);
  if (!place.detail.empty()) name += ", " + std::string(place.detail);
  std::ranges::replace(name, '\n', ',');
  mirror::Node& node = record(s, Role::button, key, name, area);
  if (on) node.state |= mirror::state::current;
  focus_ring(s, key, area, rounding);
  return p.pressed;
}

}  // namespace

std::optional<std::size_t> Ui::place_map(std::string_view key, std::string_view label,
                                         std::span<const MapPlace> places,
                                         std::span<const MapRoad> roads, std::size_t current) {
  std::optional<std::size_t> out;
  const std::string whole = full_key(s_, key);
  const auto scope = group(key, label, false);
  int columns = 1, rows = 1;
  for (const MapPlace& place : places) {
    columns = std::max(columns, place.column + 1);
    rows = std::max(rows, place.row + 1);
  }
  Grid grid;
  grid.w = available(s_);
  const float gap = narrow() ? 8.0F : 28.0F;
  grid.box_w =
      std::floor((grid.w - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns));
  grid.step_x = grid.box_w + gap;
  for (const MapPlace& place : places)
    grid.box_h = std::max(
        {grid.box_h, s_.lengths->target, text_height(s_, place, grid.box_w - 2 * inset) + 14});
  grid.step_y = grid.box_h + (narrow() ? 14.0F : 22.0F);
  const float h = grid.step_y * static_cast<float>(rows - 1) + grid.box_h;
  grid.at = place(s_, grid.w, h);
  for (const MapRoad& road : roads)
    if (road.from < places.size() && road.to < places.size())
      draw_road(s_, grid.box(places[road.from]), grid.box(places[road.to]));
  for (std::size_t i = 0; i < places.size(); ++i)
    if (draw_place(s_, whole + "/" + std::string(places[i].key), places[i], grid.box(places[i]),
                   i == current))
      out = i;
  return out;
}

}  // namespace rembuk::ui
