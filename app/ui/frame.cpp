#include <algorithm>
#include <cmath>

#include "app/ui/state.hpp"
#include "app/ui/ui.hpp"

namespace rembuk::ui {
namespace {

using mirror::Role;

constexpr float text_column = 720, navigation_width = 208;

bool has_column(const State& s) { return s.width >= 900 && measured(s, "has navigation", 0) > 0; }

/// Where the words of bar, body and foot stand: a centred column, or all there is.
ImVec2 column_of(const State& s, float left, float width, bool wide) {
  const float pad = s.wants_presenter && s.width >= 1200 ? 72 : s.lengths->window_padding;
  const float room = width - 2 * pad;
  const float w = wide ? room : std::min(room, text_column);
  return {left + pad + std::floor((room - w) / 2), w};
}

/// Nodes inside an area that does not scroll have its own corner as origin.
void open_area(State& s, Role role, const std::string& key, std::string_view name, ImVec4 at) {
  record(s, role, key, name, at);
  s.parents.push_back(key);
  s.origins.push_back({at.x, at.y});
}
void close_area(State& s) {
  s.parents.pop_back();
  s.origins.pop_back();
}

void settings_button(Ui& ui, float x, float y, float side) {
  State& s = ui.state();
  const std::string key = "settings";
  const ImVec4 area{x, y, side, side};
  const Press p = press(s, key, area, false);
  if (p.pressed) s.settings_open = true;
  record(s, Role::button, key, ui.tr("ui.settings"), area);
  if (p.hovered) fill(s, area, s.colours->raised, 8);
  draw_icon(s, Icon::settings, {x + (side - 22) / 2, y + (side - 22) / 2}, 22, s.colours->muted);
  focus_ring(s, key, area, 8);
}

void renewed_notice(Ui& ui) {
  ui.notice("renewed", Tone::primary, ui.tr("ui.renewed"), ui.tr("ui.renewed.text"));
  ui.announce("renewed_said", ui.tr("ui.renewed"));
  if (ui.button("renew", ui.tr("ui.renewed.take"), {.before = Icon::refresh_cw}))
    ui.state().requests.reload = true;
}

void end_body(Ui& ui) {
  State& s = ui.state();
  const Box inner = pop_box(s);
  pop_prefix(s);
  end_area(s, inner.bottom + s.lengths->window_padding + 8);
}

}  // namespace

void Ui::app_bar(const AppBar& bar) {
  s_.brand = bar.brand;
  if (has_column(s_)) return;
  const Type strong = body_type(s_, true), plain = detail_type(s_);
  const float row = s_.size == SizeClass::phone ? 48 : 56, h = row + (bar.steps > 0 ? 16 : 0);
  const ImVec4 area{0, 0, s_.width, h};
  const ImVec2 column = column_of(s_, 0, s_.width, measured(s_, "wide body", 0) > 0);
  open_area(s_, Role::banner, "bar", "", area);
  fill(s_, area, s_.colours->surface, 0);
  fill(s_, {0, h - 1, s_.width, 1}, s_.colours->divider, 0);
  const float side = 40, text_w = column.y - side;
  draw_line(s_, strong, bar.brand, {column.x, (row - strong.line) / 2}, text_w, s_.colours->text);
  const float brand_w = std::min(text_width(s_, strong, bar.brand), text_w);
  record(s_, Role::paragraph, "bar/brand", bar.brand, {column.x, 0, brand_w, row});
  if (!bar.right.empty()) {
    const float w = std::min(text_width(s_, plain, bar.right), text_w - 110);
    const float x = column.x + text_w - w - 4;
    draw_line(s_, plain, bar.right, {x, (row - plain.line) / 2}, w + 1, s_.colours->muted);
    record(s_, Role::paragraph, "bar/right", bar.right, {x, 0, w, row});
  }
  settings_button(*this, column.x + column.y - side + 9, (row - side) / 2, side);
  if (bar.steps > 0) {
    const float y = row + 1, part = static_cast<float>(bar.step) / static_cast<float>(bar.steps);
    fill(s_, {column.x, y, column.y, 6}, s_.colours->raised, 3);
    fill(s_, {column.x, y, std::max(6.0F, column.y * part), 6}, s_.colours->primary, 3);
    mirror::Node& node = record(s_, Role::progressbar, "bar/progress", tr("ui.progress"),
                                {column.x, y, column.y, 6});
    node.value = bar.right;
    node.most = static_cast<float>(bar.steps);
    node.now = static_cast<float>(bar.step);
  }
  close_area(s_);
  s_.top = h;
}

namespace {

struct NavigationLook {
  ImVec4 area;
  bool current, column;
};

bool navigation_item(Ui& ui, const NavigationItem& item, const NavigationLook& look) {
  State& s = ui.state();
  const std::string key = "nav/" + std::string(item.key);
  const Press p = press(s, key, look.area, false);
  mirror::Node& node = record(s, Role::button, key, item.title, look.area);
  if (look.current) node.state |= mirror::state::current;
  const Colours& c = *s.colours;
  const Colour colour = look.current ? c.on_selected : c.muted;
  const ImVec4& a = look.area;
  if (look.current || p.hovered) fill(s, a, look.current ? c.selected : c.raised, 8);
  const Type label = detail_type(s, true);
  const float icon = 20;
  draw_icon(s, item.icon, {a.x + 12, a.y + (a.w - icon) / 2}, icon, colour);
  draw_line(s, label, item.title, {a.x + 12 + icon + 10, a.y + (a.w - label.line) / 2},
            a.z - icon - 30, colour);
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
    if (navigation_item(ui, items[i], {{12, y, w - 25, s.lengths->target}, i == current, true}))
      out = i;
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

/// What each item takes beside the others.
std::vector<float> navigation_widths(const State& s, std::span<const NavigationItem> items) {
  std::vector<float> widths;
  for (const NavigationItem& item : items)
    widths.push_back(text_width(s, detail_type(s, true), item.title) + 54);
  return widths;
}

/// In two columns where all titles fit (their right margin may be narrower), else one below the
/// other.
std::vector<ImVec4> menu_places(const State& s, std::span<const float> widths, float top) {
  const float pad = s.lengths->window_padding - 12, whole = s.width - 2 * pad;
  const std::size_t columns = std::ranges::max(widths) - 4 <= (whole - 4) / 2 ? 2 : 1;
  const float w = columns == 2 ? (whole - 4) / 2 : whole, h = s.lengths->target;
  std::vector<ImVec4> places;
  for (std::size_t i = 0; i < widths.size(); ++i)
    places.push_back({pad + static_cast<float>(i % columns) * (w + 4),
                      top + static_cast<float>(i / columns) * (h + 4), w, h});
  return places;
}

std::vector<ImVec4> line_places(const State& s, std::span<const float> widths, float top) {
  std::vector<ImVec4> places;
  float x = s.lengths->window_padding - 12;
  for (const float w : widths) {
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
  draw_line(s, label, current.title, {a.x + 42, a.y + (a.w - label.line) / 2}, a.z - 86,
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
  const auto widths = navigation_widths(s, items);
  const auto beside = line_places(s, widths, first);
  const bool folds = beside.back().x + beside.back().z > s.width - beside.front().x;
  int& open = s.toggled[menu_key];
  const bool shown = !folds || open != 0;
  const auto places = folds ? menu_places(s, widths, first + line) : beside;
  const float h = (shown ? places.back().y : first) + line - s.top;
  fill(s, {0, s.top, s.width, h}, s.colours->surface, 0);
  fill(s, {0, s.top + h - 1, s.width, 1}, s.colours->divider, 0);
  open_area(s, Role::navigation, "nav", ui.tr("ui.navigation"), {0, s.top, s.width, h});
  if (folds && navigation_menu(ui, items[current], shown)) open = shown ? 0 : 1;
  for (std::size_t i = 0; shown && i < items.size(); ++i)
    if (navigation_item(ui, items[i], {places[i], i == current, false})) out = i;
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

Scope Ui::body(std::string_view key, Width width) {
  s_.wide_body = width == Width::wide;
  const bool foot = measured(s_, "has foot", 0) > 0;
  const float foot_h = foot ? measured(s_, "foot", 0) : 0;
  const ImVec4 area{s_.left, s_.top, s_.width - s_.left,
                    std::max(40.0F, s_.height - s_.top - foot_h)};
  const ImVec2 column = column_of(s_, area.x, area.z, s_.wide_body);
  begin_area(s_, Role::main, "main:" + std::string(key), "", area);
  push_prefix(s_, key);
  const float above = s_.size == SizeClass::phone ? 16 : s_.lengths->window_padding;
  push_box(s_, column.x, s_.origins.back().y + above, column.y, s_.lengths->gap);
  if (s_.renewed) renewed_notice(*this);
  return {*this, end_body};
}

namespace {

void foot_buttons(Ui& ui, const Foot& foot, bool fills, FootPress& out) {
  const ButtonStyle back{.full_width = fills};
  const ButtonStyle next{.kind = foot.next_kind,
                         .after = foot.next_icon,
                         .disabled = foot.next_disabled,
                         .busy = foot.next_busy,
                         .full_width = fills};
  if (!foot.back.empty() && !foot.next.empty() && fills) {
    const auto both = ui.columns("both", {1, 1}, Stack::never);
    {
      const auto left = ui.column();
      out.back = ui.button("back", foot.back, back);
    }
    const auto right = ui.column();
    out.next = ui.button("next", foot.next, next);
    return;
  }
  if (!foot.back.empty()) out.back = ui.button("back", foot.back, back);
  if (!foot.next.empty()) out.next = ui.button("next", foot.next, next);
}

/// State above the buttons on a phone, beside them elsewhere.
FootPress foot_content(Ui& ui, const Foot& foot) {
  FootPress out;
  const auto state = [&] {
    if (!foot.state.empty()) ui.fact(foot.icon, foot.state, foot.tone);
  };
  if (ui.narrow()) {
    state();
    foot_buttons(ui, foot, true, out);
    return out;
  }
  const auto both = ui.columns("line", {1, 0}, Stack::never);
  {
    const auto left = ui.column();
    const State& s = ui.state();
    const float text_h = detail_type(s).line, room = s.lengths->target - text_h;
    if (!foot.next.empty() || !foot.back.empty()) box(ui.state()).y += std::floor(room / 2);
    state();
  }
  const auto right = ui.column();
  const auto line = ui.flow("buttons", true);
  foot_buttons(ui, foot, false, out);
  return out;
}

}  // namespace

FootPress Ui::foot(const Foot& foot) {
  s_.has_foot = true;
  const float known = measured(s_, "foot", 120), y = s_.height - known;
  const ImVec2 inside = column_of(s_, s_.left, s_.width - s_.left, s_.wide_body);
  const ImVec4 area{s_.left, y, s_.width - s_.left, known};
  open_area(s_, Role::contentinfo, "foot", "", area);
  fill(s_, area, s_.colours->surface, 0);
  fill(s_, {area.x, y, area.z, 1}, s_.colours->divider, 0);
  push_prefix(s_, "foot");
  push_box(s_, inside.x, y + 12, inside.y, narrow() ? 10 : 12);
  const FootPress out = foot_content(*this, foot);
  const Box content = pop_box(s_);
  pop_prefix(s_);
  close_area(s_);
  measure(s_, "foot", content.bottom - y + (narrow() ? 16 : 12));
  return out;
}

}  // namespace rembuk::ui
