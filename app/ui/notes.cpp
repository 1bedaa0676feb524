#include <algorithm>
#include <cmath>

#include "app/ui/state.hpp"
#include "app/ui/ui.hpp"

namespace rembuk::ui {
namespace {

using mirror::Role;

/// What a small button or a term has opened, set apart from the words around it.
void opened(State& s, const std::string& key, std::string_view text) {
  const Type plain = small_type(s);
  const float w = available(s), pad = 12, inner = w - 2 * pad - 3;
  const float text_h = wrapped_height(s, plain, text, inner), h = text_h + 2 * (pad - 3);
  box(s).y += 4 - box(s).gap;  // it belongs to what opened it
  const ImVec2 at = place(s, w, h);
  fill(s, {at.x, at.y, w, h}, s.colours->raised, s.lengths->field_rounding);
  fill(s, {at.x, at.y + 6, 3, h - 12}, s.colours->primary, 1);
  draw_wrapped(s, plain, text, {at.x + pad + 3, at.y + pad - 3}, inner, s.colours->text);
  record(s, Role::paragraph, key, text, {at.x, at.y, w, h});
}

std::uint32_t disclosed(bool open) {
  return mirror::state::aside | (open ? mirror::state::expanded : mirror::state::collapsed);
}

}  // namespace

void Ui::noted(std::string_view key, std::string_view text, std::string_view name,
               std::string_view note, Tone tone) {
  const std::string whole = full_key(s_, key);
  const Type plain = body_type(s_);
  const float side = s_.lengths->target, w = available(s_);
  const float inner = note.empty() ? w : w - side + 6;
  const float text_h = wrapped_height(s_, plain, text, inner);
  const float h = note.empty() ? text_h : std::max(text_h, plain.line + 6);
  const ImVec2 at = place(s_, w, h);
  const float top = at.y + std::floor((h - text_h) / 2);
  draw_wrapped(s_, plain, text, {at.x, top}, inner, tone_colour(s_, tone));
  record(s_, Role::paragraph, whole, text, {at.x, top, inner, text_h});
  if (note.empty()) return;
  // The target is taller than a line: it reaches into the gaps above and below.
  const std::string button = whole + "/note";
  const ImVec4 area{at.x + w - side + 10, at.y + (plain.line + 6 - side) / 2, side, side};
  const Press p = press(s_, button, area, false);
  int& open = s_.toggled[button];
  if (p.pressed) open = open == 0 ? 1 : 0;
  record(s_, Role::button, button, name, area).state |= disclosed(open != 0);
  const float size = 18, x = area.x + (side - size) / 2, y = area.y + (side - size) / 2;
  if (p.hovered || p.held || open != 0)
    fill(s_, {x - 7, y - 7, size + 14, size + 14}, s_.colours->raised, 999);
  draw_icon(s_, Icon::info, {x, y}, size, open != 0 ? s_.colours->primary : s_.colours->muted);
  focus_ring(s_, button, {x - 7, y - 7, size + 14, size + 14}, 999);
  if (open != 0) opened(s_, button + "/text", note);
}

bool Ui::disclosure(std::string_view key, std::string_view text) {
  const std::string whole = full_key(s_, key);
  const Type type = detail_type(s_, true);
  const float icon = 20, h = s_.lengths->target;
  const float w = std::min(available(s_), text_width(s_, type, text) + icon + 12);
  const ImVec2 at = place(s_, w, h, w);
  const Press p = press(s_, whole, {at.x, at.y, w, h}, false);
  int& open = s_.toggled[whole];
  if (p.pressed) open = open == 0 ? 1 : 0;
  record(s_, Role::button, whole, text, {at.x, at.y, w, h}).state |= disclosed(open != 0);
  const Colour colour = p.hovered ? s_.colours->primary_hover : s_.colours->primary;
  draw_icon(s_, open != 0 ? Icon::chevron_up : Icon::chevron_down, {at.x, at.y + (h - icon) / 2},
            icon, colour);
  draw_line(s_, type, text, {at.x + icon + 8, at.y + (h - type.line) / 2}, w - icon - 8, colour);
  focus_ring(s_, whole, {at.x - 4, at.y + 4, w + 8, h - 8}, 6);
  return open != 0;
}

void Ui::terms(std::string_view key, std::string_view label, std::span<const Term> terms) {
  const std::string whole = full_key(s_, key);
  const auto scope = group(key, label, false);
  int& open = s_.toggled[whole];
  {
    const auto row = flow("row");
    const Type type = small_type(s_, true);
    const float icon = 16, h = s_.lengths->target - 10;  // the target reaches into the gaps
    for (std::size_t i = 0; i < terms.size(); ++i) {
      const bool on = open == static_cast<int>(i) + 1;
      const std::string button = whole + "/" + std::string(terms[i].key);
      const float w = std::min(available(s_), text_width(s_, type, terms[i].title) + icon + 30);
      const ImVec2 at = place(s_, w, h, w);
      const Press p = press(s_, button, {at.x, at.y - 5, w, h + 10}, false);
      if (p.pressed) open = on ? 0 : static_cast<int>(i) + 1;
      record(s_, Role::button, button, terms[i].title, {at.x, at.y - 5, w, h + 10}).state |=
          disclosed(on);
      const ImVec4 shape{at.x, at.y, w, h};
      fill(s_, shape,
           on          ? s_.colours->selected
           : p.hovered ? s_.colours->raised
                       : s_.colours->surface,
           999);
      stroke(s_, shape, on ? s_.colours->primary : s_.colours->divider, 999);
      const Colour colour = on ? s_.colours->on_selected : s_.colours->muted;
      draw_icon(s_, Icon::circle_question_mark, {at.x + 10, at.y + (h - icon) / 2}, icon, colour);
      draw_line(s_, type, terms[i].title, {at.x + 16 + icon, at.y + (h - type.line) / 2},
                w - icon - 26, colour);
      focus_ring(s_, button, shape, 999);
    }
  }
  if (open > 0 && static_cast<std::size_t>(open) <= terms.size())
    opened(s_, whole + "/text", terms[static_cast<std::size_t>(open) - 1].text);
}

}  // namespace rembuk::ui
