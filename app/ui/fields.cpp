#include <algorithm>
#include <charconv>
#include <cmath>

#include "app/ui/field.hpp"
#include "app/ui/state.hpp"
#include "app/ui/ui.hpp"

namespace rembuk::ui {
using mirror::Happening;
using mirror::Role;

namespace {

/// Beside a field whose text is hidden: shows it, and hides it again.
void eye_button(Ui& ui, const std::string& field, ImVec4 area, bool hidden) {
  State& s = ui.state();
  const std::string key = field + "/eye";
  const Press p = press(s, key, area, false);
  if (p.pressed) s.toggled[field] = hidden ? 1 : 0;
  record(s, Role::button, key, ui.tr(hidden ? "ui.show" : "ui.hide"), area).state |=
      mirror::state::aside;
  const float rounding = s.lengths->field_rounding, size = 22;
  fill(s, area, p.hovered || p.held ? s.colours->raised : s.colours->surface, rounding);
  stroke(s, area, s.colours->field_border, rounding);
  draw_icon(s, hidden ? Icon::eye : Icon::eye_off,
            {area.x + (area.z - size) / 2, area.y + (area.w - size) / 2}, size, s.colours->text);
  focus_ring(s, key, area, rounding);
}

}  // namespace

std::optional<std::string> Ui::text_field(std::string_view key, std::string_view label,
                                          std::string_view value, const FieldStyle& style) {
  const std::string whole = full_key(s_, key);
  label_above(s_, label, style.help);
  const float h = s_.lengths->target, eye = style.secret ? h + 8 : 0, w = available(s_) - eye;
  const ImVec2 at = place(s_, available(s_), h);
  const ImVec4 area{at.x, at.y, w, h};
  const Press p = press(s_, whole, area, style.disabled);
  const bool hidden = style.secret && s_.toggled[whole] == 0;
  FieldStyle own = style;
  own.secret = hidden;
  field_node(s_, record(s_, Role::textbox, whole, label, area), own, value);
  if (style.secret) s_.nodes.back().state |= mirror::state::numeric;
  std::string dots;
  for (std::size_t i = 0; hidden && i < value.size(); ++i) dots += "•";
  draw_field(s_, whole, area,
             {style.placeholder, hidden ? std::string_view(dots) : value, style.icon, Icon::none,
              style.disabled, !style.fault.empty()},
             p.hovered);
  if (style.secret) eye_button(*this, whole, {at.x + w + 8, at.y, h, h}, hidden);
  fault_below(s_, style.fault);
  if (!style.fault.empty()) announce(key, style.fault);
  cut_below(*this, whole, style.most);
  return typed(s_, whole, value);
}

std::optional<std::string> Ui::text_area(std::string_view key, std::string_view label,
                                         std::string_view value, const FieldStyle& style) {
  const std::string whole = full_key(s_, key);
  label_above(s_, label, style.help);
  const Type type = body_type(s_);
  const float w = available(s_), inner = w - 2 * s_.lengths->pad_x;
  const float lines =
      std::clamp(wrapped_height(s_, type, value, inner) + type.line, 4 * type.line, 12 * type.line);
  const float h = lines + 2 * s_.lengths->pad_y;
  const ImVec2 at = place(s_, w, h);
  const ImVec4 area{at.x, at.y, w, h};
  const Press p = press(s_, whole, area, style.disabled);
  field_node(s_, record(s_, Role::textarea, whole, label, area), style, value);
  ImGui::PushClipRect({at.x - 1, at.y - 1}, {at.x + w + 1, at.y + h + 1}, true);
  draw_field(s_, whole, area,
             {style.placeholder, value, Icon::none, Icon::none, style.disabled,
              !style.fault.empty(), true},
             p.hovered);
  ImGui::PopClipRect();
  fault_below(s_, style.fault);
  if (!style.fault.empty()) announce(key, style.fault);
  cut_below(*this, whole, style.most);
  return typed(s_, whole, value);
}

std::optional<std::size_t> Ui::select(std::string_view key, std::string_view label,
                                      std::span<const std::string_view> options,
                                      std::size_t current) {
  const std::string whole = full_key(s_, key);
  label_above(s_, label, {});
  const float w = std::min(available(s_), 480.0F), h = s_.lengths->target;
  const ImVec2 at = place(s_, w, h, w);
  const ImVec4 area{at.x, at.y, w, h};
  const Press p = press(s_, whole, area, false);
  FieldStyle field;
  mirror::Node& node = record(s_, Role::select, whole, label, area);
  field_node(s_, node, field, current < options.size() ? options[current] : std::string_view());
  node.extra.clear();
  for (const std::string_view option : options) (node.extra += option) += '\n';
  node.position = static_cast<std::int16_t>(current < options.size() ? current + 1 : 0);
  draw_field(s_, whole, area,
             {{},
              current < options.size() ? options[current] : std::string_view(),
              Icon::none,
              Icon::chevron_down},
             p.hovered);
  std::optional<std::size_t> out;
  while (auto event = take(s_, Happening::change, whole)) {
    std::size_t index = options.size();
    (void)std::from_chars(event->text.data(), event->text.data() + event->text.size(), index);
    if (index < options.size() && index != current) out = index;
  }
  focus_ring(s_, whole, area, s_.lengths->field_rounding);
  return out;
}

std::optional<int> Ui::stepper(std::string_view key, std::string_view label, int value, int least,
                               int most, int step) {
  std::optional<int> out;
  const auto scope = group(key, label);
  push_prefix(s_, key);
  {
    const auto line = flow("line");
    const auto ground = [this] {
      const Box& b = box(s_);
      const float side = std::max(40.0F, s_.lengths->target - 4);
      fill(s_, {b.x, b.y + std::floor((s_.lengths->target - side) / 2), side, side},
           s_.colours->raised, s_.lengths->field_rounding);
    };
    ground();
    if (icon_button("less", Icon::minus, tr("ui.less", {{"label", label}}), value <= least))
      out = std::max(value - step, least);
    const Type type = body_type(s_, true);
    const std::string text = std::to_string(value);
    const float w = 56, h = s_.lengths->target;
    const ImVec2 at = place(s_, w, h, w);
    draw_wrapped(s_, type, text, {at.x, at.y + (h - type.line) / 2}, w, s_.colours->text, true);
    record(s_, Role::status, full_key(s_, "value"), text, {at.x, at.y, w, h});
    ground();
    if (icon_button("more", Icon::plus, tr("ui.more", {{"label", label}}), value >= most))
      out = std::min(value + step, most);
  }
  pop_prefix(s_);
  return out;
}

std::optional<File> Ui::file(std::string_view key, std::string_view text, std::string_view accept,
                             std::size_t largest) {
  const std::string whole = full_key(s_, key);
  const Type type = body_type(s_, true);
  const float w = available(s_), h = 96, icon = 26;
  const ImVec2 at = place(s_, w, h);
  const ImVec4 area{at.x, at.y, w, h};
  const Press p = press(s_, whole, area, false);
  mirror::Node& node = record(s_, Role::file, whole, text, area);
  node.extra = accept;
  node.most = static_cast<float>(largest);
  const Colours& c = *s_.colours;
  const float rounding = s_.lengths->card_rounding;
  fill(s_, area, p.hovered ? c.selected : c.surface, rounding);
  stroke(s_, area, p.hovered ? c.primary : c.field_border, rounding);
  draw_icon(s_, Icon::upload, {at.x + (w - icon) / 2, at.y + 18}, icon, c.primary);
  draw_wrapped(s_, type, text, {at.x + 16, at.y + 18 + icon + 6}, w - 32, c.text, true);
  focus_ring(s_, whole, area, rounding);
  std::optional<File> out;
  while (auto event = take(s_, Happening::file, whole)) out = file_of(std::move(*event));
  return out;
}

}  // namespace rembuk::ui
