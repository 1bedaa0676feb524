#include <algorithm>
#include <charconv>
#include <cmath>

#include "app/ui/state.hpp"
#include "app/ui/ui.hpp"

namespace rembuk::ui {
namespace {

using mirror::Happening;
using mirror::Role;

/// The label above a field, and its help.
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

struct FieldLook {
  std::string_view placeholder;
  std::string_view value;
  Icon icon = Icon::none;
  Icon end_icon = Icon::none;
  bool disabled = false, invalid = false, area = false;
};

/// The box of a field. The native element shows itself over it while it has the focus, so the text
/// is drawn only without it.
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
  draw_icon(s, look.end_icon, {at.x + at.z - s.lengths->pad_x - icon, at.y + (at.w - icon) / 2}, icon,
            c.muted);
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

/// What the native element has to know to stand exactly over the drawn one.
void field_node(State& s, mirror::Node& node, const FieldStyle& style, std::string_view value) {
  node.value = value;
  node.description = style.help;
  if (!style.fault.empty()) {
    if (!node.description.empty()) node.description += ". ";
    node.description += style.fault;
    node.state |= mirror::state::invalid;
  }
  node.extra = style.placeholder;
  if (style.disabled) node.state |= mirror::state::disabled;
  if (style.required) node.state |= mirror::state::required;
  if (style.code) node.state |= mirror::state::password;
  const float icon = std::round(s.lengths->body * 1.25F);
  node.least = style.icon == Icon::none ? s.lengths->pad_x : s.lengths->pad_x + icon + 10;
  node.most = static_cast<float>(style.most);
  node.now = s.lengths->body;
}

std::optional<std::string> typed(State& s, const std::string& key, std::string_view value) {
  std::optional<std::string> out;
  while (auto event = take(s, Happening::input, key)) out = std::move(event->text);
  while (auto event = take(s, Happening::change, key)) out = std::move(event->text);
  if (out && *out == value) out.reset();
  return out;
}

}  // namespace

std::optional<std::string> Ui::text_field(std::string_view key, std::string_view label,
                                          std::string_view value, const FieldStyle& style) {
  const std::string whole = full_key(s_, key);
  label_above(s_, label, style.help);
  const float w = available(s_), h = s_.lengths->target;
  const ImVec2 at = place(s_, w, h);
  const ImVec4 area{at.x, at.y, w, h};
  const Press p = press(s_, whole, area, style.disabled);
  field_node(s_, record(s_, Role::textbox, whole, label, area), style, value);
  draw_field(s_, whole, area,
             {style.placeholder, value, style.icon, Icon::none, style.disabled, !style.fault.empty()},
             p.hovered);
  fault_below(s_, style.fault);
  if (!style.fault.empty()) announce(key, style.fault);
  return typed(s_, whole, value);
}

std::optional<std::string> Ui::text_area(std::string_view key, std::string_view label,
                                         std::string_view value, const FieldStyle& style) {
  const std::string whole = full_key(s_, key);
  label_above(s_, label, style.help);
  const Type type = body_type(s_);
  const float w = available(s_), inner = w - 2 * s_.lengths->pad_x;
  const float lines = std::clamp(wrapped_height(s_, type, value, inner) + type.line, 4 * type.line,
                                 12 * type.line);
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
  return typed(s_, whole, value);
}

namespace {

/// The suggestions under a search field. The index pressed.
std::optional<std::size_t> suggestion_list(Ui& ui, const std::string& key, std::string_view label,
                                           std::span<const Suggestion> all, std::string_view more,
                                           std::size_t active) {
  State& s = ui.state();
  const Type strong = body_type(s, true), plain = small_type(s);
  const float w = available(s), pad = 12, icon = 20;
  const auto indent = [&](const Suggestion& x) { return x.icon == Icon::none ? pad : pad + icon + 10; };
  const auto height = [&](const Suggestion& x) {
    const float inner = w - indent(x) - pad;
    return std::max(s.lengths->target, wrapped_height(s, strong, x.title, inner) +
                        (x.detail.empty() ? 0 : wrapped_height(s, plain, x.detail, inner)) + 16);
  };
  float total = more.empty() ? 8 : 8 + plain.line + 12;
  for (const Suggestion& x : all) total += height(x);
  Box& b = box(s);
  b.y += 6 - b.gap;
  const ImVec2 at = place(s, w, total);
  const float rounding = s.lengths->field_rounding;
  fill(s, {at.x, at.y, w, total}, s.colours->surface, rounding);
  stroke(s, {at.x, at.y, w, total}, s.colours->field_border, rounding);
  const std::string list = key + "#list";
  record(s, Role::listbox, list, label, {at.x, at.y, w, total});
  s.parents.push_back(list);
  std::optional<std::size_t> chosen;
  float y = at.y + 4;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const Suggestion& x = all[i];
    const float h = height(x), inner = w - indent(x) - pad;
    const ImVec4 area{at.x + 4, y, w - 8, h};
    const std::string option = key + "#" + std::string(x.key);
    const Press p = press(s, option, area, false);
    if (p.pressed) chosen = i;
    if (i == active || p.hovered)
      fill(s, area, i == active ? s.colours->selected : s.colours->raised, rounding - 2);
    draw_icon(s, x.icon, {at.x + pad, y + 8 + (strong.line - icon) / 2}, icon, s.colours->muted);
    const float title_h = wrapped_height(s, strong, x.title, inner);
    draw_wrapped(s, strong, x.title, {at.x + indent(x), y + 8}, inner, s.colours->text);
    draw_wrapped(s, plain, x.detail, {at.x + indent(x), y + 8 + title_h}, inner, s.colours->muted);
    std::string name(x.title);
    if (!x.detail.empty()) name += ", " + std::string(x.detail);
    mirror::Node& node = record(s, Role::option, option, name, area);
    node.position = static_cast<std::int16_t>(i + 1);
    node.set_size = static_cast<std::int16_t>(all.size());
    if (i == active) node.state |= mirror::state::selected;
    y += h;
  }
  s.parents.pop_back();
  if (!more.empty()) {
    draw_line(s, plain, more, {at.x + pad, y + 6}, w - 2 * pad, s.colours->muted);
    record(s, Role::paragraph, key + "#more", more, {at.x, y, w, plain.line + 12});
  }
  return chosen;
}

}  // namespace

SearchAct Ui::search(std::string_view key, std::string_view label, std::string_view value,
                     std::span<const Suggestion> suggestions, const SearchStyle& style) {
  SearchAct act;
  const std::string whole = full_key(s_, key);
  const float w = available(s_), h = s_.lengths->target;
  const ImVec2 at = place(s_, w, h);
  const ImVec4 area{at.x, at.y, w, h};
  const Press p = press(s_, whole, area, false);
  float& active = s_.measures.try_emplace(whole + "#active", -1.0F).first->second;
  float& shut = s_.measures.try_emplace(whole + "#shut", 0.0F).first->second;
  act.typed = typed(s_, whole, value);
  if (act.typed) {
    active = -1;
    shut = 0;
  }
  const bool open = !value.empty() && shut == 0 && !suggestions.empty();
  const float last = static_cast<float>(suggestions.size()) - 1;
  while (auto event = take(s_, Happening::key, whole)) {
    if (event->text == "ArrowDown") shut = 0, active = std::min(active + 1, last);
    if (event->text == "ArrowUp") active = std::max(active - 1, -1.0F);
    if (event->text == "Escape") shut = 1, active = -1;
    if (event->text == "Enter" && open && active >= 0 && active <= last)
      act.chosen = static_cast<std::size_t>(active);
  }
  FieldStyle field;
  field.placeholder = style.placeholder;
  field.icon = Icon::search;
  field.most = 120;
  mirror::Node& node = record(s_, Role::searchbox, whole, label, area);
  field_node(s_, node, field, value);
  if (open) node.state |= mirror::state::expanded;
  node.description = style.status;
  draw_field(s_, whole, area, {style.placeholder, value, Icon::search}, p.hovered);
  if (!value.empty() && !style.status.empty()) announce(key, style.status);
  if (open) {
    const std::size_t lit = active < 0 ? suggestions.size() : static_cast<std::size_t>(active);
    const auto chosen = suggestion_list(*this, whole, label, suggestions, style.more, lit);
    if (chosen) act.chosen = chosen;
  } else if (!value.empty() && suggestions.empty() && !style.status.empty()) {
    small(style.status);
  }
  if (act.chosen) active = -1;
  return act;
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
             {{}, current < options.size() ? options[current] : std::string_view(), Icon::none,
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
                               int most) {
  std::optional<int> out;
  const auto scope = group(key, label);
  push_prefix(s_, key);
  {
    const auto line = flow("line");
    if (icon_button("less", Icon::minus, tr("ui.less", {{"label", label}}), value <= least))
      out = value - 1;
    const Type type = body_type(s_, true);
    const std::string text = std::to_string(value);
    const float w = 56, h = s_.lengths->target;
    const ImVec2 at = place(s_, w, h, w);
    draw_wrapped(s_, type, text, {at.x, at.y + (h - type.line) / 2}, w, s_.colours->text, true);
    record(s_, Role::status, full_key(s_, "value"), text, {at.x, at.y, w, h});
    if (icon_button("more", Icon::plus, tr("ui.more", {{"label", label}}), value >= most))
      out = value + 1;
  }
  pop_prefix(s_);
  return out;
}

std::optional<File> Ui::file(std::string_view key, std::string_view text, std::string_view accept,
                             std::size_t largest, bool& too_large) {
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
  too_large = false;
  std::optional<File> out;
  while (auto event = take(s_, Happening::file, whole)) {
    too_large = event->bytes.empty() && event->x > static_cast<float>(largest);
    if (!too_large) out = File{std::move(event->text), std::move(event->bytes)};
  }
  return out;
}

}  // namespace rembuk::ui
