#include <algorithm>
#include <vector>

#include "app/ui/state.hpp"
#include "app/ui/ui.hpp"

namespace rembuk::ui {
namespace {

using mirror::Happening;
using mirror::Role;

/// A frame of short strokes: files may be dropped here.
void dashed(State& s, ImVec4 at, Colour colour) {
  constexpr float dash = 7, space = 5;
  const float right = at.x + at.z, bottom = at.y + at.w, r = s.lengths->card_rounding;
  for (float x = at.x + r; x < right - r; x += dash + space) {
    const float w = std::min(dash, right - r - x);
    fill(s, {x, at.y, w, 1.5F}, colour, 0);
    fill(s, {x, bottom - 1.5F, w, 1.5F}, colour, 0);
  }
  for (float y = at.y + r; y < bottom - r; y += dash + space) {
    const float h = std::min(dash, bottom - r - y);
    fill(s, {at.x, y, 1.5F, h}, colour, 0);
    fill(s, {right - 1.5F, y, 1.5F, h}, colour, 0);
  }
}

void draw_place(State& s, const FilesStyle& style, ImVec4 area, bool hovered) {
  const Colours& c = *s.colours;
  const Type strong = body_type(s, true), plain = small_type(s);
  const float icon = 28, inner = area.z - 32;
  fill(s, area, hovered ? c.selected : c.raised, s.lengths->card_rounding);
  dashed(s, area, hovered ? c.primary : c.field_border);
  float y = area.y + 20;
  draw_icon(s, style.icon, {area.x + (area.z - icon) / 2, y}, icon, c.primary);
  y += icon + 8;
  draw_wrapped(s, strong, style.text, {area.x + 16, y}, inner, c.text, true);
  y += wrapped_height(s, strong, style.text, inner) + 2;
  draw_wrapped(s, plain, style.detail, {area.x + 16, y}, inner, c.muted, true);
}

void draw_button(State& s, const FilesStyle& style, ImVec4 area, bool hovered) {
  const Colours& c = *s.colours;
  const Type strong = body_type(s, true);
  fill(s, area, hovered ? c.raised : c.surface, s.lengths->field_rounding);
  stroke(s, area, c.field_border, s.lengths->field_rounding);
  draw_icon(s, style.icon, {area.x + 14, area.y + (area.w - 20) / 2}, 20, c.text);
  draw_line(s, strong, style.text, {area.x + 42, area.y + (area.w - strong.line) / 2}, area.z - 54,
            c.text);
}

}  // namespace

File file_of(mirror::Event&& event) {
  File file{std::move(event.text), std::move(event.bytes)};
  file.too_large = event.x == -1;
  file.unreadable = event.x == -2;
  file.remaining = static_cast<std::size_t>(std::max(0.0F, event.y));
  return file;
}

std::vector<File> Ui::files(std::string_view key, const FilesStyle& style) {
  const std::string whole = full_key(s_, key);
  const Type strong = body_type(s_, true), plain = small_type(s_);
  const float width = available(s_), inner = width - 32;
  const float natural = text_width(s_, strong, style.text) + 58;
  const float w = style.folder ? std::min(width, natural) : width;
  const float h = style.folder ? s_.lengths->target
                               : 20 + 28 + 8 + wrapped_height(s_, strong, style.text, inner) + 2 +
                                     wrapped_height(s_, plain, style.detail, inner) + 18;
  const ImVec2 at = place(s_, w, h, w);
  const ImVec4 area{at.x, at.y, w, h};
  const Press p = press(s_, whole, area, false);
  mirror::Node& node = record(s_, Role::file, whole, style.text, area);
  node.extra = style.accept;
  node.description = style.detail;
  node.most = static_cast<float>(style.largest);
  node.state |= style.folder ? mirror::state::folder : mirror::state::multiple;
  if (style.folder)
    draw_button(s_, style, area, p.hovered);
  else
    draw_place(s_, style, area, p.hovered);
  focus_ring(s_, whole, area,
             style.folder ? s_.lengths->field_rounding : s_.lengths->card_rounding);
  std::vector<File> out;
  while (auto event = take(s_, Happening::file, whole)) {
    out.push_back(file_of(std::move(*event)));
  }
  return out;
}

}  // namespace rembuk::ui
