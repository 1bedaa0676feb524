#include <algorithm>
#include <array>
#include <cmath>

#include "app/ui/field.hpp"
#include "app/ui/state.hpp"
#include "app/ui/ui.hpp"

namespace rembuk::ui {
namespace {

using mirror::Happening;
using mirror::Role;

void draw_radio(State& s, ImVec2 at, float size, bool on, bool lit) {
  const Colours& c = *s.colours;
  fill(s, {at.x, at.y, size, size}, c.surface, 999);
  stroke(s, {at.x, at.y, size, size}, on || lit ? c.primary : c.field_border, 999,
         on ? 2.0F : 1.5F);
  const float dot = size * 0.46F, shift = (size - dot) / 2;
  if (on) fill(s, {at.x + shift, at.y + shift, dot, dot}, c.primary, 999);
}

void draw_check(State& s, ImVec2 at, float size, bool on, bool lit) {
  const Colours& c = *s.colours;
  fill(s, {at.x, at.y, size, size}, on ? c.primary : c.surface, 5);
  if (!on) stroke(s, {at.x, at.y, size, size}, lit ? c.primary : c.field_border, 5, 1.5F);
  if (on) draw_icon(s, Icon::check, {at.x + 2, at.y + 2}, size - 4, c.on_primary);
}

/// A click, or the change that a native radio or checkbox reports.
bool acted(State& s, const std::string& key, const Press& p) {
  bool changed = false;
  while (take(s, Happening::change, key)) changed = true;
  return p.pressed || changed;
}

struct OptionPlace {
  ImVec4 area;
  float title_h = 0;
};

/// One card with a mark, a title and words below it.
OptionPlace option_card(State& s, const Choice& x, bool on, const Press& p, ImVec4 area,
                        bool checkbox) {
  const Colours& c = *s.colours;
  const Type strong = body_type(s, true), plain = small_type(s);
  const float pad = 14, mark = 22, indent = pad + mark + 12, inner = area.z - indent - pad;
  fill(s, area,
       on                    ? c.selected
       : p.hovered || p.held ? c.raised
                             : c.surface,
       s.lengths->card_rounding);
  stroke(s, area,
         on          ? c.primary
         : p.hovered ? c.primary
                     : c.divider,
         s.lengths->card_rounding, on ? 2.0F : 1.0F);
  const ImVec2 at{area.x + pad, area.y + pad + (strong.line - mark) / 2};
  checkbox ? draw_check(s, at, mark, on, p.hovered) : draw_radio(s, at, mark, on, p.hovered);
  const Colour ink_title = x.disabled ? c.muted : on ? c.on_selected : c.text;
  const float title_h = wrapped_height(s, strong, x.title, inner);
  draw_wrapped(s, strong, x.title, {area.x + indent, area.y + pad}, inner, ink_title);
  draw_wrapped(s, plain, x.description, {area.x + indent, area.y + pad + title_h + 2}, inner,
               on ? c.text : c.muted);
  return {area, title_h};
}

float option_height(const State& s, const Choice& x, float w) {
  const Type strong = body_type(s, true), plain = small_type(s);
  const float inner = w - 62;
  const float words =
      x.description.empty() ? 0 : wrapped_height(s, plain, x.description, inner) + 2;
  return std::max(s.lengths->target, wrapped_height(s, strong, x.title, inner) + words + 28);
}

}  // namespace

std::optional<std::size_t> Ui::choice(std::string_view key, std::string_view label,
                                      std::span<const Choice> choices, std::size_t current,
                                      bool label_shown, std::string_view fault) {
  std::optional<std::size_t> out;
  const auto scope = group(key, label, label_shown);
  s_.nodes.back().role = Role::radiogroup;
  s_.nodes.back().description = fault;
  if (!fault.empty()) s_.nodes.back().state |= mirror::state::invalid;
  fault_below(s_, fault);
  for (std::size_t i = 0; i < choices.size(); ++i) {
    const Choice& x = choices[i];
    const std::string whole = full_key(s_, x.key);
    const float w = available(s_), h = option_height(s_, x, w);
    if (i > 0) box(s_).y -= box(s_).gap - 10;
    const ImVec2 at = place(s_, w, h);
    const ImVec4 area{at.x, at.y, w, h};
    const Press p = press(s_, whole, area, x.disabled);
    if (acted(s_, whole, p) && i != current && !x.disabled) out = i;
    option_card(s_, x, i == current, p, area, false);
    mirror::Node& node = record(s_, Role::radio, whole, x.title, area);
    node.description = x.description;
    node.position = static_cast<std::int16_t>(i + 1);
    node.set_size = static_cast<std::int16_t>(choices.size());
    if (i == current) node.state |= mirror::state::checked;
    if (x.disabled) node.state |= mirror::state::disabled;
    focus_ring(s_, whole, area, s_.lengths->card_rounding);
  }
  return out;
}

std::optional<bool> Ui::checkbox(std::string_view key, std::string_view text, bool value,
                                 std::string_view description) {
  const std::string whole = full_key(s_, key);
  const Choice x{key, text, description};
  const float w = available(s_), h = option_height(s_, x, w);
  const ImVec2 at = place(s_, w, h);
  const ImVec4 area{at.x, at.y, w, h};
  const Press p = press(s_, whole, area, false);
  option_card(s_, x, value, p, area, true);
  mirror::Node& node = record(s_, Role::checkbox, whole, text, area);
  node.description = description;
  if (value) node.state |= mirror::state::checked;
  focus_ring(s_, whole, area, s_.lengths->card_rounding);
  return acted(s_, whole, p) ? std::optional(!value) : std::nullopt;
}

std::optional<bool> Ui::toggle(std::string_view key, std::string_view text, bool value) {
  const std::string whole = full_key(s_, key);
  const Type type = body_type(s_);
  const float w = available(s_), h = s_.lengths->target, track = 44;
  const ImVec2 at = place(s_, std::min(w, text_width(s_, type, text) + track + 20), h);
  const ImVec4 area{at.x, at.y, w, h};
  const Press p = press(s_, whole, area, false);
  const Colours& c = *s_.colours;
  draw_line(s_, type, text, {at.x, at.y + (h - type.line) / 2}, w - track - 12, c.text);
  const float x = at.x + w - track, y = at.y + (h - 24) / 2;
  fill(s_, {x, y, track, 24}, value ? c.primary : c.raised, 999);
  if (!value) stroke(s_, {x, y, track, 24}, c.field_border, 999);
  fill(s_, {value ? x + track - 21 : x + 3, y + 3, 18, 18}, value ? c.on_primary : c.field_border,
       999);
  mirror::Node& node = record(s_, Role::switch_, whole, text, area);
  if (value) node.state |= mirror::state::checked;
  focus_ring(s_, whole, area, s_.lengths->field_rounding);
  return acted(s_, whole, p) ? std::optional(!value) : std::nullopt;
}

std::optional<int> Ui::rating(std::string_view key, std::string_view label, int value,
                              std::string_view least, std::string_view most) {
  std::optional<int> out;
  const auto scope = group(key, label, true);
  s_.nodes.back().role = Role::radiogroup;
  const float w = std::min(available(s_), 420.0F), gap = 8, side = (w - 4 * gap) / 5;
  const float h = std::max(44.0F, s_.lengths->target);
  const Type type = body_type(s_, true), plain = small_type(s_);
  const ImVec2 at = place(s_, w, h, w);
  constexpr std::array<std::string_view, 5> digits = {"1", "2", "3", "4", "5"};
  for (int i = 1; i <= 5; ++i) {
    const std::string_view digit = digits[static_cast<std::size_t>(i - 1)];
    const std::string whole = full_key(s_, key) + "/" + std::string(digit);
    const ImVec4 area{at.x + static_cast<float>(i - 1) * (side + gap), at.y, side, h};
    const Press p = press(s_, whole, area, false);
    if (acted(s_, whole, p) && i != value) out = i;
    const Colours& c = *s_.colours;
    const bool on = i == value;
    fill(s_, area, on ? c.primary : p.hovered ? c.raised : c.surface, s_.lengths->field_rounding);
    if (!on) stroke(s_, area, p.hovered ? c.primary : c.field_border, s_.lengths->field_rounding);
    draw_wrapped(s_, type, digit, {area.x, area.y + (h - type.line) / 2}, side,
                 on ? c.on_primary : c.text, true);
    std::string name(digit);
    if (i == 1) name += ", " + std::string(least);
    if (i == 5) name += ", " + std::string(most);
    mirror::Node& node = record(s_, Role::radio, whole, name, area);
    node.position = static_cast<std::int16_t>(i);
    node.set_size = 5;
    if (on) node.state |= mirror::state::checked;
    focus_ring(s_, whole, area, s_.lengths->field_rounding);
  }
  box(s_).y += 4 - box(s_).gap;
  const ImVec2 below = place(s_, w, plain.line, w);
  const float most_w = text_width(s_, plain, most);
  draw_line(s_, plain, least, below, w - most_w - 8, s_.colours->muted);
  draw_line(s_, plain, most, {below.x + w - most_w, below.y}, most_w + 2, s_.colours->muted);
  return out;
}

std::optional<std::size_t> Ui::tabs(std::string_view key, std::string_view label,
                                    std::span<const std::string_view> titles, std::size_t current) {
  std::optional<std::size_t> out;
  const std::string list = full_key(s_, key);
  const Type type = body_type(s_, true);
  const float h = s_.lengths->target, pad = 14;
  const std::string whole_list = list;
  const ImVec2 at = place(s_, available(s_), h);
  record(s_, Role::tablist, whole_list, label, {at.x, at.y, available(s_), h});
  s_.parents.push_back(whole_list);
  fill(s_, {at.x, at.y + h - 1, available(s_), 1}, s_.colours->divider, 0);
  float x = at.x;
  for (std::size_t i = 0; i < titles.size(); ++i) {
    const std::string whole = list + "/" + std::to_string(i);
    const float w = text_width(s_, type, titles[i]) + 2 * pad;
    const ImVec4 area{x, at.y, w, h};
    const Press p = press(s_, whole, area, false);
    if (p.pressed && i != current) out = i;
    while (auto event = take(s_, Happening::key, whole)) {
      if (event->text == "ArrowRight") out = (i + 1) % titles.size();
      if (event->text == "ArrowLeft") out = (i + titles.size() - 1) % titles.size();
    }
    const bool on = i == current;
    const Colour colour = on          ? s_.colours->primary
                          : p.hovered ? s_.colours->text
                                      : s_.colours->muted;
    draw_wrapped(s_, type, titles[i], {x + pad, at.y + (h - type.line) / 2}, w, colour);
    if (on) fill(s_, {x, at.y + h - 3, w, 3}, s_.colours->primary, 2);
    mirror::Node& node = record(s_, Role::tab, whole, titles[i], area);
    if (on) node.state |= mirror::state::selected;
    focus_ring(s_, whole, {x + 4, at.y + 4, w - 8, h - 8}, 4);
    x += w;
  }
  s_.parents.pop_back();
  return out;
}

}  // namespace rembuk::ui
