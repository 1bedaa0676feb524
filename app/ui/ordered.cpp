#include <algorithm>
#include <array>

#include "app/ui/state.hpp"
#include "app/ui/ui.hpp"

/// Ordered lists: arrows for the keyboard, a grip for finger and mouse.
namespace rembuk::ui {

using mirror::Role;

namespace {

/// The arrows and the cross at the right of an ordered item. What was pressed.
Move item_buttons(Ui& ui, const ListItem& item, float right, float top) {
  State& s = ui.state();
  Move did = Move::none;
  const float w = 40, h = s.size == SizeClass::phone ? 36 : 32;
  struct Act {
    std::string_view key, name, fallback;
    Icon icon;
    Move move;
    bool shown, alive;
  };
  const std::array<Act, 3> acts = {{
      {"up", item.up_name, "ui.up", Icon::chevron_up, Move::up, item.movable, item.place > 1},
      {"down", item.down_name, "ui.down", Icon::chevron_down, Move::down, item.movable,
       item.place < item.of},
      {"remove", item.remove_name, "ui.remove", Icon::x, Move::remove, item.removable, true},
  }};
  float y = top;
  for (const Act& act : acts) {
    if (!act.shown) continue;
    const std::string key = full_key(s, act.key);
    const ImVec4 area{right - w, y, w, h};
    const Press p = press(s, key, area, !act.alive);
    if (p.pressed) did = act.move;
    fill(s, area, p.hovered || p.held ? s.colours->selected : s.colours->raised, 6);
    draw_icon(s, act.icon, {area.x + (w - 20) / 2, y + (h - 20) / 2}, 20,
              act.alive ? s.colours->text : mixed(s.colours->raised, s.colours->muted, 0.45));
    std::string name =
        act.name.empty() ? ui.tr(act.fallback, {{"title", item.title}}) : std::string(act.name);
    mirror::Node& node = record(s, Role::button, key, name, area);
    if (!act.alive) node.state |= mirror::state::disabled;
    focus_ring(s, key, area, 6);
    y += h + 6;
  }
  box(s).bottom = std::max(box(s).bottom, y - 6);
  return did;
}

void end_ordered(Ui& ui) {
  State& s = ui.state();
  const Box inner = pop_box(s);
  const Open open = s.opens.back();
  s.opens.pop_back();
  const float height = std::max(inner.bottom, open.at.w) - open.at.y + open.extra;
  finish_node(s, {open.at.x, open.at.y, open.at.z, height});
  close_node(s);
  pop_prefix(s);
  measure(s, open.key + "#card", height);
  end_block(s, open.key, height, open.at.z);
}

/// Where the held place would go: a line above or below this one.
void draw_target(State& s, const State::Drag& drag, const std::string& item, int place, ImVec4 at) {
  if (drag.target != place || drag.item == item || drag.list != s.parents.back()) return;
  const bool below = measured(s, drag.item + "#place", 0) < static_cast<float>(place);
  fill(s, {at.x, below ? at.y + at.w + 4 : at.y - 7, at.z, 3}, s.colours->primary, 1);
}

/// The held place under the finger, over everything else.
void draw_held(State& s, const ListItem& item, ImVec4 at, float y) {
  ImDrawList* const under = s.draw;
  s.draw = ImGui::GetForegroundDrawList();
  const Type strong = body_type(s, true);
  const float h = strong.line + 24;
  const ImVec4 area{at.x + 8, y - h / 2, at.z - 16, h};
  fill(s, area, s.colours->surface, s.lengths->card_rounding);
  stroke(s, area, s.colours->primary, s.lengths->card_rounding, 2);
  draw_icon(s, Icon::grip_vertical, {area.x + 12, y - 10}, 20, s.colours->primary);
  draw_line(s, strong, item.title, {area.x + 44, y - strong.line / 2}, area.z - 56,
            s.colours->text);
  s.draw = under;
}

/// What the pointer does to a place that can be dragged; true while it is held.
bool dragged(State& s, const std::string& whole, const ListItem& item) {
  measure(s, whole + "#place", static_cast<float>(item.place - 1));
  while (auto event = take(s, mirror::Happening::drag, whole))
    s.drag = State::Drag{whole, s.parents.back(), static_cast<int>(event->x), event->y};
  while (auto event = take(s, mirror::Happening::drop, whole)) {
    s.drag.reset();
    const auto to = static_cast<int>(event->x);
    if (to >= 0 && to < item.of && to != item.place - 1)
      s.drop = State::Drop{s.parents.back(), static_cast<std::size_t>(item.place - 1),
                           static_cast<std::size_t>(to)};
  }
  return s.drag && s.drag->item == whole;
}

}  // namespace

std::optional<Reorder> Ui::reordered(std::string_view key) {
  if (!s_.drop || s_.drop->list != full_key(s_, key)) return std::nullopt;
  const Reorder out{s_.drop->from, s_.drop->to};
  s_.drop.reset();
  return out;
}

Scope Ui::ordered_item(std::string_view key, const ListItem& item, Move& did) {
  const std::string whole = full_key(s_, key);
  const ImVec2 at = begin_block(s_, whole);
  const float w = available(s_), pad = 14, circle = 28;
  const float height = measured(s_, whole + "#card", 0);
  const bool held = item.movable && dragged(s_, whole, item);
  const ImVec4 card{at.x, at.y, w, height};
  fill(s_, card, held ? s_.colours->raised : s_.colours->surface, s_.lengths->card_rounding);
  stroke(s_, card, held ? s_.colours->primary : s_.colours->divider, s_.lengths->card_rounding);
  if (s_.drag) draw_target(s_, *s_.drag, whole, item.place - 1, card);
  if (held) draw_held(s_, item, card, s_.drag->y);
  open_node(s_, Role::listitem, key, "");
  s_.nodes.back().state |= mirror::state::ordered;
  if (item.movable && item.of > 1) s_.nodes.back().state |= mirror::state::movable;
  s_.nodes.back().position = static_cast<std::int16_t>(item.place);
  s_.nodes.back().set_size = static_cast<std::int16_t>(item.of);
  push_prefix(s_, key);
  const Type strong = body_type(s_, true), plain = detail_type(s_);
  fill(s_, {at.x + pad, at.y + pad, circle, circle}, s_.colours->selected, 999);
  const Type number = small_type(s_, true);
  draw_wrapped(s_, number, std::to_string(item.place),
               {at.x + pad, at.y + pad + (circle - number.line) / 2}, circle,
               s_.colours->on_selected, true);
  if (item.movable && item.of > 1)
    draw_icon(s_, Icon::grip_vertical, {at.x + pad + (circle - 20) / 2, at.y + pad + circle + 8},
              20, s_.colours->muted);
  const float x = at.x + pad + circle + 10, buttons = item.movable || item.removable ? 50 : 0;
  push_box(s_, x, at.y + pad, w - (x - at.x) - pad - buttons, 8);
  float title_h = wrapped_height(s_, strong, item.title, available(s_));
  ImVec2 to = place(s_, 0, title_h);
  draw_wrapped(s_, strong, item.title, to, available(s_), s_.colours->text);
  record(s_, Role::paragraph, full_key(s_, "title"), item.title,
         {to.x, to.y, available(s_), title_h});
  if (!item.detail.empty()) {
    box(s_).y -= 8;
    title_h = wrapped_height(s_, plain, item.detail, available(s_));
    to = place(s_, 0, title_h);
    draw_wrapped(s_, plain, item.detail, to, available(s_), s_.colours->muted);
    record(s_, Role::paragraph, full_key(s_, "detail"), item.detail,
           {to.x, to.y, available(s_), title_h});
  }
  const float before = box(s_).bottom;
  did = item_buttons(*this, item, at.x + w - pad, at.y + pad - 2);
  const float lowest = box(s_).bottom;
  box(s_).bottom = before;
  s_.opens.push_back({whole, {at.x, at.y, w, lowest}, pad, false});
  return {*this, end_ordered};
}

}  // namespace rembuk::ui
