#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "app/ui/state.hpp"
#include "app/ui/ui.hpp"

namespace rembuk::ui {

using mirror::Role;

namespace {

constexpr float navigation_width = 208;

constexpr float text_at = 42;  // behind the icon

bool navigation_item(Ui& ui, const NavigationItem& item, ImVec4 a, bool current,
                     bool with_icon = true) {
  State& s = ui.state();
  const std::string key = "nav/" + std::string(item.key);
  const Press p = press(s, key, a, false);
  mirror::Node& node = record(s, Role::button, key, item.title, a);
  if (current) node.state |= mirror::state::current;
  const Colours& c = *s.colours;
  const Colour colour = current ? c.on_selected : c.muted;
  if (current || p.hovered) fill(s, a, current ? c.selected : c.raised, 8);
  const Type label = detail_type(s, true);
  const float icon = 20, x = with_icon ? text_at : 12;
  if (with_icon) draw_icon(s, item.icon, {a.x + 12, a.y + (a.w - icon) / 2}, icon, colour);
  draw_line(s, label, item.title, {a.x + x, a.y + (a.w - label.line) / 2}, a.z - x - 8, colour);
  focus_ring(s, key, {a.x + 4, a.y + 4, a.z - 8, a.w - 8}, 4);
  return p.pressed;
}

std::optional<std::size_t> navigation_column(Ui& ui, std::span<const NavigationItem> items,
                                             std::size_t current, std::string_view note) {
  State& s = ui.state();
  const float w = s.size == SizeClass::projector ? 280 : navigation_width;
  std::optional<std::size_t> out;
  open_area(s, Role::navigation, "nav", ui.tr("ui.navigation"), {0, 0, w, s.height});
  fill(s, {0, 0, w, s.height}, s.colours->surface, 0);
  fill(s, {w - 1, 0, 1, s.height}, s.colours->divider, 0);
  const Type brand = type(s, s.lengths->h2, true);
  draw_line(s, brand, s.brand, {24, 20}, w - 40, s.colours->text);
  record(s, Role::paragraph, "nav/#brand", s.brand, {24, 20, w - 40, brand.line});
  const float step = s.lengths->target + 4;
  float y = 24 + brand.line + 16;
  for (std::size_t i = 0; i < items.size(); ++i, y += step)
    if (navigation_item(ui, items[i], {12, y, w - 25, s.lengths->target}, i == current)) out = i;
  const Type small = small_type(s);
  const float note_w = w - 40 - 36,
              note_h = note.empty() ? 0 : wrapped_height(s, small, note, note_w);
  const float bottom = s.height - 20;
  draw_wrapped(s, small, note, {24, bottom - note_h}, note_w, s.colours->muted);
  if (!note.empty())
    record(s, Role::paragraph, "nav/#note", note, {24, bottom - note_h, note_w, note_h});
  settings_button(ui, w - 52, bottom - 34, 40);
  close_area(s);
  s.left = w;
  return out;
}

/// One below the other; on a phone held sideways in three columns, in a very short window in two, and
/// there as low as 28 pixels.
std::vector<ImVec4> menu_places(const State& s, std::size_t items, float top) {
  const bool fits = top + static_cast<float>(items) * (s.lengths->target + 4) <= s.height;
  const std::size_t columns = s.width >= 600 ? 3 : fits ? 1 : 2;
  const float rows = std::ceil(static_cast<float>(items) / static_cast<float>(columns));
  const float pad = s.lengths->window_padding - 12;
  const float h = std::clamp((s.height - top) / rows - 4, 28.0F, s.lengths->target);
  const float w = (s.width - 2 * pad + 4) / static_cast<float>(columns) - 4;
  std::vector<ImVec4> places;
  for (std::size_t i = 0; i < items; ++i)
    places.push_back({pad + static_cast<float>(i % columns) * (w + 4),
                      top + static_cast<float>(i / columns) * (h + 4), w, h});
  return places;
}

/// Beside each other, however wide the screen is.
std::vector<ImVec4> line_places(const State& s, std::span<const NavigationItem> items, float top) {
  std::vector<ImVec4> places;
  float x = s.lengths->window_padding - 12;
  for (const NavigationItem& item : items) {
    const float w = text_width(s, detail_type(s, true), item.title) + 54;
    places.push_back({x, top, w, s.lengths->target});
    x += w + 4;
  }
  return places;
}

const std::string menu_key = "nav/#menu";

/// The line that stands for all sections: says where one is, and opens them.
bool navigation_menu(Ui& ui, const NavigationItem& current, bool open) {
  State& s = ui.state();
  const float pad = s.lengths->window_padding - 12;
  const ImVec4 a{pad, s.top + 4, s.width - 2 * pad, s.lengths->target};
  const Press p = press(s, menu_key, a, false);
  const std::string name = std::string(ui.tr("ui.navigation")) + ": " + std::string(current.title);
  record(s, Role::button, menu_key, name, a).state |=
      open ? mirror::state::expanded : mirror::state::collapsed;
  if (p.hovered || open) fill(s, a, s.colours->raised, 8);
  const Type label = detail_type(s, true);
  const float icon = 20, y = a.y + (a.w - icon) / 2;
  draw_icon(s, current.icon, {a.x + 12, y}, icon, s.colours->on_selected);
  draw_line(s, label, current.title, {a.x + text_at, a.y + (a.w - label.line) / 2}, a.z - 86,
            s.colours->text);
  draw_icon(s, open ? Icon::chevron_up : Icon::chevron_down, {a.x + a.z - 32, y}, icon,
            s.colours->muted);
  focus_ring(s, menu_key, {a.x + 4, a.y + 4, a.z - 8, a.w - 8}, 4);
  return p.pressed;
}

/// Sections that need more than a line fold to one until they are asked for.
std::optional<std::size_t> navigation_row(Ui& ui, std::span<const NavigationItem> items,
                                          std::size_t current) {
  State& s = ui.state();
  std::optional<std::size_t> out;
  const float line = s.lengths->target + 4, first = s.top + 4;
  const auto beside = line_places(s, items, first);
  const bool folds = beside.back().x + beside.back().z > s.width - beside.front().x;
  int& open = s.toggled[menu_key];
  const bool shown = !folds || open != 0;
  const auto places = folds ? menu_places(s, items.size(), first + line) : beside;
  const float h = (shown ? places.back().y + places.back().w + 4 : first + line) - s.top;
  s.menu_open = folds && shown;
  fill(s, {0, s.top, s.width, h}, s.colours->surface, 0);
  fill(s, {0, s.top + h - 1, s.width, 1}, s.colours->divider, 0);
  open_area(s, Role::navigation, "nav", ui.tr("ui.navigation"), {0, s.top, s.width, h});
  if (folds && navigation_menu(ui, items[current], shown)) open = shown ? 0 : 1;
  const bool icons = std::ranges::all_of(items, [&](const NavigationItem& item) {
    return text_at + text_width(s, detail_type(s, true), item.title) + 8 <= places.front().z;
  });
  for (std::size_t i = 0; shown && i < items.size(); ++i)
    if (navigation_item(ui, items[i], places[i], i == current, !folds || icons)) out = i;
  close_area(s);
  if (out && folds) {
    open = 0;
    s.requests.focus = menu_key;  // a new screen begins at its heading
  }
  s.top += h;
  return out;
}

}  // namespace

std::optional<std::size_t> Ui::side_navigation(std::span<const NavigationItem> items,
                                               std::size_t current, std::string_view note) {
  s_.has_navigation = true;
  return s_.width >= 900 ? navigation_column(*this, items, current, note)
                         : navigation_row(*this, items, current);
}

}  // namespace rembuk::ui
