#include "app/ui/field.hpp"

#include <algorithm>
#include <cmath>

namespace rembuk::ui {

using mirror::Happening;

void label_above(State& s, std::string_view label, std::string_view help) {
  Box& b = box(s);
  const float gap = b.gap;
  const Type strong = small_type(s, true), plain = small_type(s);
  const float w = available(s);
  const float label_h = wrapped_height(s, strong, label, w);
  const float help_h = help.empty() ? 0 : wrapped_height(s, plain, help, w);
  const ImVec2 at = place(s, w, label_h + help_h);
  draw_wrapped(s, strong, label, at, w, s.colours->text);
  draw_wrapped(s, plain, help, {at.x, at.y + label_h}, w, s.colours->muted);
  b.y += 6 - gap;  // the field belongs to its label
}

void fault_below(State& s, std::string_view fault) {
  if (fault.empty()) return;
  Box& b = box(s);
  b.y += 6 - b.gap;
  const Type type = small_type(s);
  const float icon = 18, w = available(s) - icon - 6, h = wrapped_height(s, type, fault, w);
  const ImVec2 at = place(s, w, h);
  draw_icon(s, Icon::circle_alert, {at.x, at.y + (type.line - icon) / 2}, icon, s.colours->error);
  draw_wrapped(s, type, fault, {at.x + icon + 6, at.y}, w, s.colours->error);
}

void cut_below(Ui& ui, const std::string& key, std::size_t most) {
  if (measured(ui.state(), key + "#cut", 0) == 0) return;
  const std::string text = ui.tr("ui.cut", {{"n", std::to_string(most)}});
  ui.icon_text(Icon::circle_alert, text, Tone::error);
  ui.announce(key + "#cut", text);
}

void draw_field(State& s, const std::string& key, ImVec4 at, const FieldLook& look, bool hovered) {
  const Colours& c = *s.colours;
  const bool focused = s.focused == key && !s.plain;
  const float rounding = s.lengths->field_rounding, icon = std::round(s.lengths->body * 1.25F);
  fill(s, at, look.disabled ? c.raised : c.surface, rounding);
  const Colour border = look.invalid ? c.error : focused || hovered ? c.primary : c.field_border;
  stroke(s, at, border, rounding, focused || look.invalid ? 2.0F : 1.0F);
  const float lead = look.icon == Icon::none ? s.lengths->pad_x : s.lengths->pad_x + icon + 10;
  const float tail = look.end_icon == Icon::none ? s.lengths->pad_x : s.lengths->pad_x + icon + 6;
  draw_icon(s, look.icon, {at.x + s.lengths->pad_x, at.y + (at.w - icon) / 2}, icon, c.muted);
  draw_icon(s, look.end_icon, {at.x + at.z - s.lengths->pad_x - icon, at.y + (at.w - icon) / 2},
            icon, c.muted);
  if (focused) return;
  const Type type = body_type(s);
  const bool empty = look.value.empty();
  const std::string_view shown = empty ? look.placeholder : look.value;
  const Colour colour = empty ? c.placeholder : look.disabled ? c.muted : c.text;
  const float w = at.z - lead - tail;
  if (look.area)
    draw_wrapped(s, type, shown, {at.x + lead, at.y + s.lengths->pad_y}, w, colour);
  else
    draw_line(s, type, shown, {at.x + lead, at.y + (at.w - type.line) / 2}, w, colour);
}

void field_node(State& s, mirror::Node& node, const FieldStyle& style, std::string_view value) {
  node.value = value;
  node.description = style.help;
  if (!style.fault.empty()) {
    if (!node.description.empty()) node.description += node.description.ends_with('.') ? " " : ". ";
    node.description += style.fault;
    node.state |= mirror::state::invalid;
  }
  node.extra = style.placeholder;
  if (style.disabled) node.state |= mirror::state::disabled;
  if (style.required) node.state |= mirror::state::required;
  if (style.code) node.state |= mirror::state::password;
  if (style.secret) node.state |= mirror::state::secret;
  const float icon = std::round(s.lengths->body * 1.25F);
  node.least = style.icon == Icon::none ? s.lengths->pad_x : s.lengths->pad_x + icon + 10;
  node.most = static_cast<float>(style.most);
  node.now = s.lengths->body;
}

std::optional<std::string> typed(State& s, const std::string& key, std::string_view value) {
  std::optional<std::string> out;
  while (auto event = take(s, Happening::input, key)) {
    measure(s, key + "#cut", event->x);  // 1: not all of it had room
    out = std::move(event->text);
  }
  while (auto event = take(s, Happening::change, key)) out = std::move(event->text);
  if (out && *out == value) out.reset();
  return out;
}

}  // namespace rembuk::ui
