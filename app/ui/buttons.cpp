#include <algorithm>
#include <cmath>

#include "app/ui/state.hpp"
#include "app/ui/ui.hpp"

namespace rembuk::ui {
namespace {

using mirror::Role;

struct Look {
  Colour ground, text, border;
  bool filled, bordered;
};

Look look_of(const State& s, Kind kind, const Press& p, bool disabled) {
  const Colours& c = *s.colours;
  if (disabled) return {c.raised, c.placeholder, c.divider, true, true};
  switch (kind) {
    case Kind::primary:
      return {p.held      ? c.primary_active
              : p.hovered ? c.primary_hover
                          : c.primary,
              c.on_primary, 0, true, false};
    case Kind::danger:
      return {p.held || p.hovered ? mixed(c.surface, c.error, 0.12) : c.surface, c.error, c.error,
              true, true};
    case Kind::quiet:
      return {c.raised, c.text, 0, p.hovered || p.held, false};
    case Kind::secondary:
      break;
  }
  return {p.held || p.hovered ? c.raised : c.surface, c.text, c.field_border, true, true};
}

}  // namespace

bool Ui::button(std::string_view key, std::string_view text, const ButtonStyle& style) {
  const std::string whole = full_key(s_, key);
  const Type type = body_type(s_, true);
  const float icon = std::round(type.size * 1.2F), pad = s_.lengths->pad_x + 4;
  const Icon after = style.busy ? Icon::none : style.after;
  const Icon before = style.busy ? Icon::refresh_cw : style.before;
  const float label_w = text_width(s_, type, text);
  const float inner =
      label_w + (before != Icon::none ? icon + 8 : 0) + (after != Icon::none ? icon + 8 : 0);
  const float room = available(s_);
  const bool fills = style.full_width || inner + 2 * pad > room;
  const float w = fills ? room : std::ceil(inner + 2 * pad),
              text_room = std::min(label_w, w - (inner - label_w) - 24);
  const float text_h = wrapped_height(s_, type, text, std::max(text_room + 1, 40.0F));
  s_.button_height = std::max(s_.lengths->target, text_h + 2 * s_.lengths->pad_y - 4);
  const float h = std::max(s_.button_height, s_.least_button_height);
  const ImVec2 at = place(s_, w, h, w);
  const bool off = style.disabled || style.busy;
  const Press p = press(s_, whole, {at.x, at.y, w, h}, off);
  mirror::Node& node = record(s_, Role::button, whole, text, {at.x, at.y, w, h});
  if (style.disabled) node.state |= mirror::state::disabled;
  if (style.busy) node.state |= mirror::state::disabled | mirror::state::busy;
  if (style.kind == Kind::primary) node.state |= mirror::state::primary;
  if (!p.visible) return p.pressed;
  const Look look = look_of(s_, style.kind, p, off);
  const float rounding = s_.lengths->field_rounding;
  if (look.filled) fill(s_, {at.x, at.y, w, h}, look.ground, rounding);
  if (look.bordered) stroke(s_, {at.x, at.y, w, h}, look.border, rounding);
  const float block = inner - label_w + std::min(label_w, text_room);
  float x = at.x + std::floor((w - block) / 2);
  const float icon_y = at.y + (h - icon) / 2;
  if (before != Icon::none) {
    draw_icon(s_, before, {x, icon_y}, icon, look.text);
    x += icon + 8;
  }
  draw_wrapped(s_, type, text, {x, at.y + std::floor((h - text_h) / 2)},
               std::max(text_room + 1, 40.0F), look.text, text_h > type.line);
  if (after != Icon::none)
    draw_icon(s_, after, {x + std::min(label_w, text_room) + 8, icon_y}, icon, look.text);
  focus_ring(s_, whole, {at.x, at.y, w, h}, rounding);
  return p.pressed;
}

bool Ui::icon_button(std::string_view key, Icon icon, std::string_view name, bool disabled) {
  const std::string whole = full_key(s_, key);
  const float side = std::max(40.0F, s_.lengths->target - 4),
              size = std::round(s_.lengths->body * 1.25F);
  const ImVec2 at = place(s_, side, side, side);
  const ImVec4 area{at.x, at.y, side, side};
  const Press p = press(s_, whole, area, disabled);
  mirror::Node& node = record(s_, Role::button, whole, name, area);
  if (disabled) node.state |= mirror::state::disabled;
  if (!p.visible) return p.pressed;
  const Colours& c = *s_.colours;
  if (p.hovered || p.held) fill(s_, area, c.raised, s_.lengths->field_rounding);
  draw_icon(s_, icon, {at.x + (side - size) / 2, at.y + (side - size) / 2}, size,
            disabled ? mixed(c.surface, c.muted, 0.45) : c.text);
  focus_ring(s_, whole, area, s_.lengths->field_rounding);
  return p.pressed;
}

bool Ui::row_button(std::string_view key, std::string_view title, std::string_view detail,
                    Icon icon) {
  const std::string whole = full_key(s_, key);
  const Type strong = body_type(s_, true), plain = small_type(s_);
  const float w = available(s_), pad = 14, size = 22;
  const float indent = icon == Icon::none ? pad : pad + size + 12,
              inner = w - indent - size - pad - 8;
  const float title_h = wrapped_height(s_, strong, title, inner);
  const float detail_h = detail.empty() ? 0 : wrapped_height(s_, plain, detail, inner);
  const float h = std::max(s_.lengths->target, title_h + detail_h + 2 * pad - 4);
  const ImVec2 at = place(s_, w, h);
  const ImVec4 area{at.x, at.y, w, h};
  const Press p = press(s_, whole, area, false);
  record(s_, Role::button, whole, title, area).description = detail;
  if (!p.visible) return p.pressed;
  const Colours& c = *s_.colours;
  fill(s_, area, p.hovered || p.held ? c.raised : c.surface, s_.lengths->card_rounding);
  stroke(s_, area, c.divider, s_.lengths->card_rounding);
  const float top = at.y + std::floor((h - title_h - detail_h) / 2), middle = at.y + (h - size) / 2;
  draw_icon(s_, icon, {at.x + pad, middle}, size, c.text);
  draw_wrapped(s_, strong, title, {at.x + indent, top}, inner, c.text);
  draw_wrapped(s_, plain, detail, {at.x + indent, top + title_h}, inner, c.muted);
  draw_icon(s_, Icon::chevron_right, {at.x + w - pad - size, middle}, size, c.muted);
  focus_ring(s_, whole, area, s_.lengths->card_rounding);
  return p.pressed;
}

bool Ui::link(std::string_view key, std::string_view text, std::string_view href) {
  const std::string whole = full_key(s_, key);
  const Type type = body_type(s_);
  float widest = 0;
  const float w = available(s_), text_h = wrapped_height(s_, type, text, w, &widest);
  const float h = std::max(text_h, s_.size == SizeClass::phone ? 40.0F : 32.0F);
  const ImVec2 at = place(s_, widest + 1, h, widest + 1);
  const ImVec4 area{at.x, at.y, widest + 1, h};
  const Press p = press(s_, whole, area, false);
  mirror::Node& node = record(s_, href.empty() ? Role::button : Role::link, whole, text, area);
  node.value = href;
  if (!p.visible) return p.pressed;
  const Colour colour = p.hovered ? s_.colours->primary_hover : s_.colours->primary;
  const float top = at.y + std::floor((h - text_h) / 2);
  draw_wrapped(s_, type, text, {at.x, top}, w, colour);
  underline(s_, type, text, {at.x, top}, w, colour);
  focus_ring(s_, whole, area, 4);
  return p.pressed;
}

}  // namespace rembuk::ui
