#include <algorithm>
#include <cmath>

#include "app/ui/state.hpp"
#include "app/ui/table_node.hpp"
#include "app/ui/ui.hpp"

namespace rembuk::ui {
namespace {

using mirror::Role;

Colour series_colour(const State& s, const Series& series) {
  return series.colour < 0 ? s.colours->field_border
                           : s.colours->series[static_cast<std::size_t>(series.colour) % 8];
}

std::string spoken(const Quantity& quantity) {
  std::string out(quantity.text);
  if (!quantity.change.empty()) out += " (" + std::string(quantity.change) + ")";
  return out;
}

void draw_bar(State& s, ImVec2 at, float w, double share, Colour colour) {
  fill(s, {at.x, at.y, w, 8}, s.colours->raised, 4);
  const float part = static_cast<float>(std::clamp(share, 0.0, 1.0));
  if (part > 0) fill(s, {at.x, at.y, std::max(6.0F, w * part), 8}, colour, 4);
}

/// What numbers and differences take in every line, so that all bars have one scale.
struct Widths {
  float number = 24, change = 0;
};

/// Number, difference and bar in one line of `w`.
void draw_quantity(State& s, const Quantity& q, ImVec2 at, float w, Widths widths, Colour colour) {
  const Type strong = detail_type(s, true), plain = small_type(s);
  if (q.withheld) {
    draw_icon(s, Icon::eye_off, {at.x, at.y + (strong.line - 18) / 2}, 18, s.colours->muted);
    draw_wrapped(s, plain, q.text, {at.x + 24, at.y + (strong.line - plain.line) / 2}, w - 24,
                 s.colours->muted);
    return;
  }
  const float text_w = text_width(s, strong, q.text);
  draw_line(s, strong, q.text, {at.x + std::max(0.0F, widths.number - text_w), at.y}, w,
            s.colours->text);
  const float end = at.x + w - widths.change, change_w = text_width(s, plain, q.change);
  draw_line(s, plain, q.change, {at.x + w - change_w, at.y + (strong.line - plain.line) / 2},
            change_w + 1, s.colours->muted);
  const float x = at.x + widths.number + 10;
  if (q.share && end - x > 16)
    draw_bar(s, {x, at.y + strong.line / 2 - 4}, end - x, *q.share, colour);
}

float quantity_height(const State& s, const Quantity& q, float w) {
  const float line = detail_type(s, true).line;
  return q.withheld ? std::max(line, wrapped_height(s, small_type(s), q.text, w - 24)) : line;
}

void draw_title(State& s, const Series& series, ImVec2 at, float w, const Type& type) {
  fill(s, {at.x, at.y + type.line / 2 - 5, 10, 10}, series_colour(s, series), 999);
  draw_wrapped(s, type, series.title, {at.x + 16, at.y}, w - 16, s.colours->text);
}

Widths widest(const State& s, std::span<const ComparisonRow> rows) {
  const Type strong = detail_type(s, true), plain = small_type(s);
  Widths out;
  for (const ComparisonRow& row : rows)
    for (const Quantity& q : row.cells) {
      if (q.withheld) continue;
      out.number = std::max(out.number, text_width(s, strong, q.text));
      if (!q.change.empty())
        out.change = std::max({out.change, 48.0F, text_width(s, plain, q.change) + 8});
    }
  return out;
}

void table_nodes(State& s, const std::string& key, std::string_view caption,
                 std::span<const Series> series, std::span<const ComparisonRow> rows, ImVec4 at) {
  TableNode table(s, key, caption);
  table.row();
  table.cell(Role::columnheader, caption);
  for (const Series& x : series) table.cell(Role::columnheader, x.title, true);
  for (const ComparisonRow& row : rows) {
    table.row();
    table.cell(Role::rowheader, row.label);
    for (const Quantity& q : row.cells) table.cell(Role::cell, spoken(q), true);
  }
  table.end(at);
}

/// Where there is no room for columns: each row's label, then a line for each series.
float draw_stacked(State& s, std::span<const Series> series, std::span<const ComparisonRow> rows,
                   ImVec2 at, float width) {
  const Type strong = body_type(s, true), title = small_type(s);
  const Widths widths = widest(s, rows);
  float y = at.y;
  for (const ComparisonRow& row : rows) {
    draw_wrapped(s, strong, row.label, {at.x, y}, width, s.colours->text);
    y += wrapped_height(s, strong, row.label, width) + 2;
    for (std::size_t i = 0; i < row.cells.size() && i < series.size(); ++i) {
      const float title_w = width * 0.42F;
      const float h = std::max(wrapped_height(s, title, series[i].title, title_w - 16),
                               quantity_height(s, row.cells[i], width - title_w - 8));
      draw_title(s, series[i], {at.x, y}, title_w, title);
      draw_quantity(s, row.cells[i], {at.x + title_w + 8, y}, width - title_w - 8, widths,
                    series_colour(s, series[i]));
      y += h + 6;
    }
    y += 10;
  }
  return y - at.y;
}

float draw_grid(State& s, std::span<const Series> series, std::span<const ComparisonRow> rows,
                ImVec2 at, float width) {
  const Type title = detail_type(s, true), label = detail_type(s);
  const float gap = 20, count = static_cast<float>(series.size());
  const float label_w = std::min(width * 0.3F, s.size == SizeClass::projector ? 300.0F : 190.0F);
  const float w = (width - label_w - gap * count) / std::max(count, 1.0F);
  Widths widths = widest(s, rows);
  widths.number = std::min(widths.number, w * 0.6F);
  const auto column = [&](std::size_t i) {
    return at.x + label_w + gap + static_cast<float>(i) * (w + gap);
  };
  float head = title.line;
  for (const Series& x : series) head = std::max(head, wrapped_height(s, title, x.title, w - 16));
  for (std::size_t i = 0; i < series.size(); ++i) {
    const float h = wrapped_height(s, title, series[i].title, w - 16);
    draw_title(s, series[i], {column(i), at.y + head - h}, w, title);
  }
  float y = at.y + head + 8;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    if (r > 0) fill(s, {at.x, y, width, 1}, s.colours->divider, 0);
    float h = std::max(label.line, wrapped_height(s, label, rows[r].label, label_w));
    for (const Quantity& q : rows[r].cells) h = std::max(h, quantity_height(s, q, w));
    draw_wrapped(s, label, rows[r].label, {at.x, y + 7}, label_w, s.colours->muted);
    for (std::size_t i = 0; i < rows[r].cells.size() && i < series.size(); ++i)
      draw_quantity(s, rows[r].cells[i],
                    {column(i), y + 7 + (h - quantity_height(s, rows[r].cells[i], w)) / 2}, w,
                    widths, series_colour(s, series[i]));
    y += h + 14;
  }
  return y - at.y;
}

}  // namespace

void Ui::comparison(std::string_view key, std::string_view caption, std::span<const Series> series,
                    std::span<const ComparisonRow> rows) {
  const std::string whole = full_key(s_, key);
  const ImVec2 at = begin_block(s_, whole);
  const float width = available(s_);
  const bool stacked =
      (width - 150) / static_cast<float>(std::max<std::size_t>(series.size(), 1)) < 130;
  const float h =
      stacked ? draw_stacked(s_, series, rows, at, width) : draw_grid(s_, series, rows, at, width);
  table_nodes(s_, whole, caption, series, rows, {at.x, at.y, width, h});
  end_block(s_, whole, h, width);
}

void Ui::bars(std::string_view key, std::string_view caption, std::span<const Series> series,
              std::span<const BarRow> rows) {
  std::vector<ComparisonRow> as_rows;
  for (const BarRow& row : rows) as_rows.push_back({row.label, row.cells});
  if (series.size() > 1 || available(s_) >= 520) {
    comparison(key, caption, series, as_rows);
    return;
  }
  const std::string whole = full_key(s_, key);
  const Type label = detail_type(s_), strong = type(s_, label.size, true);
  const ImVec2 at = begin_block(s_, whole);
  const float width = available(s_);
  float y = at.y;
  for (const BarRow& row : rows) {
    if (row.cells.empty() || series.empty()) continue;
    const Quantity& q = row.cells.front();
    const float value_w = q.withheld ? 0 : text_width(s_, strong, q.text);
    const float h = wrapped_height(s_, label, row.label, width - value_w - 12);
    draw_wrapped(s_, label, row.label, {at.x, y}, width - value_w - 12, s_.colours->text);
    if (!q.withheld)
      draw_line(s_, strong, q.text, {at.x + width - value_w, y}, value_w + 1, s_.colours->text);
    y += h + 2;
    if (q.withheld)
      draw_quantity(s_, q, {at.x, y}, width, {}, 0);
    else if (q.share)
      draw_bar(s_, {at.x, y}, width, *q.share, series_colour(s_, series.front()));
    y += q.withheld ? quantity_height(s_, q, width) + 10 : 18;
  }
  table_nodes(s_, whole, caption, series, as_rows, {at.x, at.y, width, y - at.y});
  end_block(s_, whole, std::max(0.0F, y - at.y), width);
}

}  // namespace rembuk::ui
