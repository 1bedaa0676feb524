#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "app/ui/state.hpp"

namespace rembuk::ui {
namespace {

float points(const State& s, const Type& type) {
  const Face& face = type.font == s.semibold.font ? s.semibold : s.regular;
  return type.size * face.height;
}

/// Calls `line(begin, end)` for each line of `text` wrapped to `width`.
template <class Line>
void each_line(const State& s, const Type& type, std::string_view text, float width, Line line) {
  const float size = points(s, type);
  const char* at = text.data();
  const char* const end = at + text.size();
  ImGui::PushFont(type.font, size);
  do {
    const char* stop = std::find(at, end, '\n');
    const char* cut = type.font->CalcWordWrapPosition(size, at, stop, width);
    if (cut == at && at < stop) cut = at + 1;
    const char* trimmed = cut;
    while (trimmed > at && trimmed[-1] == ' ') --trimmed;
    line(at, trimmed);
    at = cut;
    while (at < end && *at == ' ') ++at;
    if (at < end && *at == '\n' && at == stop) ++at;
  } while (at < end);
  ImGui::PopFont();
}

float width_of(const Type& type, float size, const char* begin, const char* end) {
  return type.font->CalcTextSizeA(size, FLT_MAX, 0, begin, end).x;
}

}  // namespace

ImU32 ink(Colour colour) {
  return IM_COL32(colour >> 16 & 255, colour >> 8 & 255, colour & 255, 255);
}

Colour tone_colour(const State& s, Tone tone) {
  const Colours& c = *s.colours;
  switch (tone) {
    case Tone::normal:
      return c.text;
    case Tone::muted:
      return c.muted;
    case Tone::primary:
      return c.primary;
    case Tone::success:
      return c.success;
    case Tone::warning:
      return c.warning;
    case Tone::error:
      return c.error;
  }
  return c.text;
}

Type type(const State& s, float em, bool strong) {
  return {strong ? s.semibold.font : s.regular.font, em, std::round(em * s.lengths->line)};
}
Type body_type(const State& s, bool strong) { return type(s, s.lengths->body, strong); }
Type small_type(const State& s, bool strong) { return type(s, s.lengths->small, strong); }
Type detail_type(const State& s, bool strong) {
  return type(s, s.lengths->small + (s.size == SizeClass::phone ? 0 : 1), strong);
}

float text_width(const State& s, const Type& type, std::string_view text) {
  const float size = points(s, type);
  ImGui::PushFont(type.font, size);
  const float w = width_of(type, size, text.data(), text.data() + text.size());
  ImGui::PopFont();
  return w;
}

float wrapped_height(const State& s, const Type& type, std::string_view text, float width,
                     float* widest) {
  const float size = points(s, type);
  int lines = 0;
  each_line(s, type, text, width, [&](const char* begin, const char* end) {
    ++lines;
    if (widest) *widest = std::max(*widest, width_of(type, size, begin, end));
  });
  return static_cast<float>(lines) * type.line;
}

void draw_wrapped(State& s, const Type& type, std::string_view text, ImVec2 at, float width,
                  Colour colour, bool centred) {
  const float size = points(s, type);
  float y = at.y + std::floor((type.line - size) / 2);
  each_line(s, type, text, width, [&](const char* begin, const char* end) {
    const float x = centred ? at.x + (width - width_of(type, size, begin, end)) / 2 : at.x;
    s.draw->AddText(type.font, size, {std::floor(x), y}, ink(colour), begin, end);
    y += type.line;
  });
}

void underline(State& s, const Type& type, std::string_view text, ImVec2 at, float width,
               Colour colour) {
  const float size = points(s, type);
  each_line(s, type, text, width, [&](const char* begin, const char* end) {
    at.y += type.line;
    fill(s, {at.x, at.y - 4, width_of(type, size, begin, end), 1}, colour, 0);
  });
}

void draw_line(State& s, const Type& type, std::string_view text, ImVec2 at, float width,
               Colour colour) {
  const float size = points(s, type);
  const float y = at.y + std::floor((type.line - size) / 2);
  ImGui::PushFont(type.font, size);
  const char* begin = text.data();
  const char* end = begin + text.size();
  const bool fits = width_of(type, size, begin, end) <= width + 0.5F;
  if (!fits) {
    const float room = width - width_of(type, size, "…", nullptr);
    const char* cut = begin;
    (void)type.font->CalcTextSizeA(size, std::max(0.0F, room), 0, begin, end, &cut);
    end = cut;
  }
  s.draw->AddText(type.font, size, {std::floor(at.x), y}, ink(colour), begin, end);
  if (!fits) {
    const float x = at.x + width_of(type, size, begin, end);
    s.draw->AddText(type.font, size, {std::floor(x), y}, ink(colour), "…");
  }
  ImGui::PopFont();
}

void draw_icon(State& s, Icon icon, ImVec2 at, float size, Colour colour) {
  if (icon == Icon::none) return;
  char text[5];
  ImTextCharToUtf8(text, static_cast<unsigned>(icon));
  const float points = size * s.icons.height;
  ImGui::PushFont(s.icons.font, points);
  const float w = s.icons.font->CalcTextSizeA(points, FLT_MAX, 0, text).x;
  s.draw->AddText(s.icons.font, points,
                  {std::floor(at.x + (size - w) / 2), std::floor(at.y + (size - points) / 2)},
                  ink(colour), text);
  ImGui::PopFont();
}

namespace {

/// The outline of a rectangle whose short sides are half circles. ImGui's own rounding stops a
/// pixel before that. No point comes twice: a stroke would show a knot there.
void round_path(ImDrawList& draw, ImVec4 at) {
  const float r = std::min(at.z, at.w) / 2;
  const ImVec2 a{at.x + r, at.y + r}, b{at.x + at.z - r, at.y + at.w - r};
  constexpr float half = 3.14159265F / 2;
  if (std::abs(at.z - at.w) < 0.01F) return draw.PathArcTo(a, r, 0, 4 * half - 0.05F);
  const bool lies = at.z > at.w;
  const float from = lies ? half : 2 * half;
  draw.PathArcTo(a, r, from, from + 2 * half);
  draw.PathArcTo(b, r, from + 2 * half, from + 4 * half);
}

bool is_round(ImVec4 at, float rounding) { return rounding > std::min(at.z, at.w) / 2 - 1; }

}  // namespace

void fill(State& s, ImVec4 at, Colour colour, float rounding, int corners) {
  if (corners == 0 && rounding > 0 && is_round(at, rounding)) {
    round_path(*s.draw, at);
    return s.draw->PathFillConvex(ink(colour));
  }
  s.draw->AddRectFilled({at.x, at.y}, {at.x + at.z, at.y + at.w}, ink(colour), rounding, corners);
}

void stroke(State& s, ImVec4 at, Colour colour, float rounding, float thickness) {
  if (is_round(at, rounding)) {
    const float inset = thickness / 2;
    round_path(*s.draw, {at.x + inset, at.y + inset, at.z - 2 * inset, at.w - 2 * inset});
    return s.draw->PathStroke(ink(colour), ImDrawFlags_Closed, thickness);
  }
  // Inside the place: ImGui centres a line on its path.
  const float half = thickness / 2 - 0.5F;
  s.draw->AddRect({at.x + half, at.y + half}, {at.x + at.z - half, at.y + at.w - half}, ink(colour),
                  rounding, 0, thickness);
}

void focus_ring(State& s, const std::string& key, ImVec4 at, float rounding) {
  if (!s.focus_seen || s.focused != key) return;
  stroke(s, {at.x - 4, at.y - 4, at.z + 8, at.w + 8}, s.colours->primary, rounding + 4, 2);
}

}  // namespace rembuk::ui
