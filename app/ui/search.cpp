#include <algorithm>
#include <cmath>

#include "app/ui/field.hpp"
#include "app/ui/state.hpp"
#include "app/ui/ui.hpp"

namespace rembuk::ui {

using mirror::Happening;
using mirror::Role;

namespace {

/// The suggestions under a search field. The index pressed.
std::optional<std::size_t> suggestion_list(Ui& ui, const std::string& key, std::string_view label,
                                           std::span<const Suggestion> all, std::string_view more,
                                           std::size_t active) {
  State& s = ui.state();
  const Type strong = body_type(s, true), plain = small_type(s);
  const float w = available(s), pad = 12, icon = 20;
  const auto indent = [&](const Suggestion& x) {
    return x.icon == Icon::none ? pad : pad + icon + 10;
  };
  const auto height = [&](const Suggestion& x) {
    const float inner = w - indent(x) - pad;
    return std::max(s.lengths->target,
                    wrapped_height(s, strong, x.title, inner) +
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

}  // namespace rembuk::ui
