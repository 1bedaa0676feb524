#include <algorithm>
#include <array>
#include <cmath>

#include "app/ui/state.hpp"
#include "app/ui/table_node.hpp"
#include "app/ui/ui.hpp"

namespace rembuk::ui {
namespace {

using mirror::Role;

/// From least to greatest value with round numbers between; as many as fit.
struct Axis {
  double least = 0, greatest = 1, step = 1;

  [[nodiscard]] float at(double value, float from, float to) const {
    return from + static_cast<float>((value - least) / (greatest - least)) * (to - from);
  }
};

/// The least of 1, 2, 5 · 10ᵏ that is not under `rough`.
double round_step(double rough) {
  const double power = std::pow(10.0, std::floor(std::log10(rough)));
  for (const double times : {1.0, 2.0, 5.0})
    if (times * power >= rough) return times * power;
  return 10 * power;
}

Axis axis_over(std::span<const ScatterPoint> points, double ScatterPoint::* value, int ticks) {
  Axis axis;
  axis.least = points.front().*value;
  axis.greatest = axis.least;
  for (const ScatterPoint& p : points) {
    axis.least = std::min(axis.least, p.*value);
    axis.greatest = std::max(axis.greatest, p.*value);
  }
  const double room = std::max((axis.greatest - axis.least) * 0.12, std::abs(axis.least) * 1e-4);
  axis.least -= room > 0 ? room : 1;
  axis.greatest += room > 0 ? room : 1;
  axis.step = round_step((axis.greatest - axis.least) / ticks);
  return axis;
}

struct Chart {
  State& s;
  const ScatterStyle& style;
  Axis x, y;
  ImVec4 area;  ///< left, top, right, bottom
  Type small;

  [[nodiscard]] ImVec2 place(const ScatterPoint& p) const {
    return {x.at(p.x, area.x, area.z), y.at(p.y, area.w, area.y)};
  }
};

void draw_axes(const Chart& c) {
  State& s = c.s;
  for (double v = std::ceil(c.y.least / c.y.step) * c.y.step; v <= c.y.greatest; v += c.y.step) {
    const float y = c.y.at(v, c.area.w, c.area.y);
    fill(s, {c.area.x, y, c.area.z - c.area.x, 1}, s.colours->divider, 0);
    const std::string text = c.style.y_tick(v);
    draw_line(s, c.small, text,
              {c.area.x - 10 - text_width(s, c.small, text), y - c.small.line / 2}, 120,
              s.colours->muted);
  }
  fill(s, {c.area.x, c.area.w, c.area.z - c.area.x, 1}, s.colours->field_border, 0);
  for (double v = std::ceil(c.x.least / c.x.step) * c.x.step; v <= c.x.greatest; v += c.x.step) {
    const float x = c.x.at(v, c.area.x, c.area.z);
    fill(s, {x, c.area.w, 1, 5}, s.colours->field_border, 0);
    const std::string text = c.style.x_tick(v);
    const float w = text_width(s, c.small, text);
    draw_line(s, c.small, text, {x - w / 2, c.area.w + 8}, w + 1, s.colours->muted);
  }
}

bool overlap(const ImVec4& a, const ImVec4& b) {
  return a.x < b.x + b.z && b.x < a.x + a.z && a.y < b.y + b.w && b.y < a.y + a.w;
}

/// Beside its point, at the first of eight places where it covers no other label and no point.
void draw_labels(const Chart& c, std::span<const ScatterPoint> points) {
  const Type strong = type(c.s, c.small.size, true);
  std::vector<ImVec4> taken;
  for (const ScatterPoint& p : points) {
    const ImVec2 at = c.place(p);
    taken.push_back({at.x - 8, at.y - 8, 16, 16});
  }
  for (const ScatterPoint& p : points) {
    const ImVec2 at = c.place(p);
    const float w = text_width(c.s, strong, p.label), h = strong.line, l = h / 2;
    const std::array<ImVec2, 8> places = {{{at.x + 8, at.y - 4 - h},
                                           {at.x - 12 - w, at.y - l},
                                           {at.x - w / 2, at.y - 12 - h},
                                           {at.x - w / 2, at.y + 12},
                                           {at.x + 10, at.y + 6},
                                           {at.x + 12, at.y - l},
                                           {at.x - 10 - w, at.y + 6},
                                           {at.x - 10 - w, at.y - 6 - h}}};
    const auto free = std::ranges::find_if(places, [&](const ImVec2& place) {
      const ImVec4 box{place.x, place.y, w, h};
      return place.x >= c.area.x && place.x + w <= c.area.z + 4 && place.y >= c.area.y - 8 &&
             place.y + h <= c.area.w &&
             std::ranges::none_of(taken, [&](const ImVec4& other) { return overlap(box, other); });
    });
    if (free == places.end()) continue;  // the table names it
    taken.push_back({free->x, free->y, w, h});
    draw_line(c.s, strong, p.label, *free, w + 1, c.s.colours->text);
  }
}

void draw_points(const Chart& c, std::span<const ScatterPoint> points) {
  State& s = c.s;
  const auto colour = [&](const ScatterPoint& p) {
    return p.colour < 0 ? s.colours->field_border
                        : s.colours->series[static_cast<std::size_t>(p.colour) % 8];
  };
  const ScatterPoint* last = nullptr;
  for (const ScatterPoint& p : points) {
    if (!p.joined) continue;
    if (last) s.draw->AddLine(c.place(*last), c.place(p), ink(colour(p)), 2);
    last = &p;
  }
  for (const ScatterPoint& p : points) {
    s.draw->AddCircleFilled(c.place(p), 7, ink(colour(p)), 24);
    if (p.joined) s.draw->AddCircleFilled(c.place(p), 4.5F, ink(s.colours->surface), 24);
  }
}

void table_nodes(State& s, const std::string& key, std::string_view caption,
                 const ScatterStyle& style, std::span<const ScatterPoint> points, ImVec4 at) {
  TableNode table(s, key, caption);
  table.row();
  table.cell(Role::columnheader, style.point_title);
  table.cell(Role::columnheader, style.x_title, true);
  table.cell(Role::columnheader, style.y_title, true);
  for (const ScatterPoint& p : points) {
    table.row();
    table.cell(Role::rowheader, p.label);
    table.cell(Role::cell, p.x_text, true);
    table.cell(Role::cell, p.y_text, true);
  }
  table.end(at);
}

}  // namespace

void Ui::scatter(std::string_view key, std::string_view caption, const ScatterStyle& style,
                 std::span<const ScatterPoint> points) {
  if (points.empty()) return;
  const std::string whole = full_key(s_, key);
  const ImVec2 at = begin_block(s_, whole);
  const float width = available(s_), small = small_type(s_).line;
  const float height = std::clamp(width * 0.5F, 220.0F, small * 14);
  Chart chart{s_,
              style,
              axis_over(points, &ScatterPoint::x, width < 480 ? 3 : 6),
              axis_over(points, &ScatterPoint::y, 5),
              {},
              small_type(s_)};
  float tick_w = 0;
  for (const double v : {chart.y.least, chart.y.greatest})
    tick_w = std::max(tick_w, text_width(s_, chart.small, style.y_tick(v)));
  chart.area = {at.x + tick_w + 12, at.y + small + 12, at.x + width - 8,
                at.y + height - small - 10};
  draw_line(s_, chart.small, style.y_title, at, width, s_.colours->muted);
  draw_axes(chart);
  draw_points(chart, points);
  draw_labels(chart, points);
  const float x_w = text_width(s_, chart.small, style.x_title);
  draw_line(s_, chart.small, style.x_title, {at.x + std::max(0.0F, width - 8 - x_w), at.y + height},
            width, s_.colours->muted);
  const float total = height + small + 4;
  table_nodes(s_, whole, caption, style, points, {at.x, at.y, width, total});
  end_block(s_, whole, total, width);
}

}  // namespace rembuk::ui
