#include <algorithm>
#include <cmath>

#include "app/ui/state.hpp"
#include "app/ui/table_node.hpp"
#include "app/ui/ui.hpp"

namespace rembuk::ui {
namespace {

using mirror::Role;

Colour cell_colour(const State& s, const Cell& cell) { return tone_colour(s, cell.tone); }

/// A button inside a table.
bool cell_button(State& s, const std::string& key, const Cell& cell, ImVec2 at, float width,
                 bool at_end) {
  const Type type = small_type(s, true);
  const float lead = cell.icon == Icon::none ? 0 : 24, h = std::max(36.0F, s.lengths->target - 6);
  const float w = std::min(width, text_width(s, type, cell.text) + lead + 24);
  const ImVec4 area{at_end ? at.x + width - w : at.x, at.y, w, h};
  const Press p = press(s, key, area, cell.disabled);
  mirror::Node& node = record(s, Role::button, key, cell.text, area);
  if (cell.disabled) node.state |= mirror::state::disabled;
  const Colours& c = *s.colours;
  fill(s, area, p.hovered ? c.raised : c.surface, s.lengths->field_rounding);
  stroke(s, area, cell.disabled ? c.divider : c.field_border, s.lengths->field_rounding);
  const Colour colour = cell.disabled ? c.placeholder : cell_colour(s, cell);
  draw_icon(s, cell.icon, {area.x + 12, area.y + (h - 18) / 2}, 18, colour);
  draw_line(s, type, cell.text, {area.x + 12 + lead, area.y + (h - type.line) / 2}, w - lead - 22,
            colour);
  focus_ring(s, key, area, s.lengths->field_rounding);
  return p.pressed;
}

struct Grid {
  std::vector<float> x, w;
};

Grid grid_of(const State& s, std::span<const Column> columns) {
  Grid out;
  const float width = available(s), gap = 16;
  float sum = 0;
  for (const Column& column : columns) sum += column.weight;
  float x = 0;
  for (const Column& column : columns) {
    const float room = width - gap * static_cast<float>(columns.size() - 1);
    const float w = room * column.weight / std::max(sum, 0.01F);
    out.x.push_back(x);
    out.w.push_back(w);
    x += w + gap;
  }
  return out;
}

float cell_height(const State& s, const Cell& cell, float w, bool strong) {
  if (cell.action) return std::max(36.0F, s.lengths->target - 6);
  const float lead = cell.icon == Icon::none ? 0 : 26;
  return wrapped_height(s, body_type(s, strong), cell.text, std::max(w - lead, 20.0F));
}

void draw_cell(State& s, const Cell& cell, ImVec2 at, float w, bool numeric, bool strong) {
  const Type type = body_type(s, strong);
  const float lead = cell.icon == Icon::none ? 0 : 26;
  float x = at.x + lead;
  if (numeric) x = at.x + std::max(0.0F, w - text_width(s, type, cell.text));
  draw_icon(s, cell.icon, {x - lead, at.y + (type.line - 18) / 2}, 18, cell_colour(s, cell));
  draw_wrapped(s, type, cell.text, {x, at.y}, w - (numeric ? 0 : lead) + 1, cell_colour(s, cell));
}

/// The heading of a column that sorts: its text, and the arrow of how the rows stand.
bool heading_button(State& s, const std::string& key, const Column& column, ImVec2 at,
                    float width) {
  const Type type = small_type(s, true);
  constexpr float arrow = 16;
  const float title_w = std::min(width - arrow, text_width(s, type, column.title) + 1);
  // The arrow stands inwards, so that the title keeps its place over the numbers.
  const float x = column.numeric ? at.x + width - title_w : at.x;
  const float arrow_x = column.numeric ? x - arrow - 1 : x + title_w + 1;
  const ImVec4 area{std::min(x, arrow_x) - 4, at.y - 4, title_w + arrow + 9, type.line + 8};
  const Press p = press(s, key, area, false);
  record(s, Role::button, key, column.title, area);
  const Colours& c = *s.colours;
  if (p.hovered) fill(s, area, c.raised, 6);
  const bool sorted = column.sort == Sort::ascending || column.sort == Sort::descending;
  draw_line(s, type, column.title, {x, at.y}, title_w + 1, sorted ? c.text : c.muted);
  if (sorted)
    draw_icon(s, column.sort == Sort::ascending ? Icon::chevron_up : Icon::chevron_down,
              {arrow_x, at.y + (type.line - arrow) / 2}, arrow, c.primary);
  focus_ring(s, key, area, 6);
  return p.pressed;
}

/// The whole row as a card of label and value, where there is no room for columns.
std::optional<TablePress> stacked_table(Ui& ui, std::span<const Column> columns,
                                        std::span<const Row> rows) {
  std::optional<TablePress> out;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    const auto item = ui.item(rows[r].key);
    const auto card = ui.card("card");
    for (std::size_t i = 0; i < rows[r].cells.size() && i < columns.size(); ++i) {
      const Cell& cell = rows[r].cells[i];
      if (cell.action) {
        ButtonStyle style;
        style.before = cell.icon;
        style.disabled = cell.disabled;
        if (ui.button(std::to_string(i), cell.text, style)) out = TablePress{r, i};
      } else if (i == 0) {
        ui.heading(3, cell.text);
      } else if (!cell.text.empty()) {
        ui.label_value(columns[i].title, cell.text, cell.tone);
      }
    }
  }
  return out;
}

}  // namespace

std::optional<TablePress> Ui::table(std::string_view key, std::string_view caption,
                                    std::span<const Column> columns, std::span<const Row> rows) {
  const std::string whole = full_key(s_, key);
  if (available(s_) < 520 && columns.size() > 2) {
    const auto scope = list(key, caption);
    return stacked_table(*this, columns, rows);
  }
  std::optional<TablePress> out;
  const Grid grid = grid_of(s_, columns);
  const Type head = small_type(s_, true);
  const ImVec2 start = begin_block(s_, whole);
  const float width = available(s_), pad = 10;
  TableNode table(s_, whole, caption);
  float y = start.y;
  float head_h = 0;
  for (std::size_t i = 0; i < columns.size(); ++i)
    head_h = std::max(head_h, wrapped_height(s_, head, columns[i].title, grid.w[i]));
  table.row();
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const float title_w = text_width(s_, head, columns[i].title);
    const float x =
        start.x + grid.x[i] + (columns[i].numeric ? std::max(0.0F, grid.w[i] - title_w) : 0);
    if (columns[i].sort == Sort::none) {
      draw_wrapped(s_, head, columns[i].title, {x, y}, grid.w[i], s_.colours->muted);
      table.cell(Role::columnheader, columns[i].title, columns[i].numeric);
      continue;
    }
    table.cell(Role::columnheader, "", columns[i].numeric);
    table.sorted(columns[i].sort == Sort::ascending    ? "ascending"
                 : columns[i].sort == Sort::descending ? "descending"
                                                       : "none");
    table.enter();
    if (heading_button(s_, whole + "/sort/" + std::to_string(i), columns[i],
                       {start.x + grid.x[i], y}, grid.w[i]))
      out = TablePress{0, i, true};
    table.leave();
  }
  y += head_h + 6;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    fill(s_, {start.x, y, width, 1}, s_.colours->divider, 0);
    float h = 0;
    for (std::size_t i = 0; i < rows[r].cells.size() && i < columns.size(); ++i)
      h = std::max(h, cell_height(s_, rows[r].cells[i], grid.w[i], i == 0));
    table.row();
    for (std::size_t i = 0; i < rows[r].cells.size() && i < columns.size(); ++i) {
      const Cell& cell = rows[r].cells[i];
      const float own = cell_height(s_, cell, grid.w[i], i == 0);
      const ImVec2 at{start.x + grid.x[i], y + pad + std::floor((h - own) / 2)};
      table.cell(i == 0 ? Role::rowheader : Role::cell,
                 cell.action ? std::string_view() : cell.text, columns[i].numeric);
      if (cell.action) {
        table.enter();
        const std::string button = whole + "/" + std::string(rows[r].key) + "/" + std::to_string(i);
        if (cell_button(s_, button, cell, at, grid.w[i], columns[i].numeric))
          out = TablePress{r, i};
        table.leave();
      } else {
        draw_cell(s_, cell, at, grid.w[i], columns[i].numeric, i == 0);
      }
    }
    y += h + 2 * pad;
  }
  table.end({start.x, start.y, width, y - start.y});
  end_block(s_, whole, y - start.y, width);
  return out;
}

}  // namespace rembuk::ui
