#include <algorithm>
#include <array>
#include <cmath>

#include "app/ui/state.hpp"
#include "app/ui/table_node.hpp"
#include "app/ui/ui.hpp"

namespace rembuk::ui {
namespace {

using mirror::Role;

struct Segment {
  double share;
  Colour colour;
  std::string_view word;
};

std::array<Segment, 3> segments(const State& s, const AnswerWords& words,
                                const AnswerShares& shares) {
  const Colours& c = *s.colours;
  return {{{shares.object, c.error, words.object},
           {shares.conditional, c.warning, words.conditional},
           {shares.accept, c.success, words.accept}}};
}

std::string whole_percent(double share) { return std::to_string(std::lround(share)); }

void draw_stack(State& s, const AnswerWords& words, const AnswerShares& shares, ImVec4 at) {
  const Type number = small_type(s, true);
  const auto parts = segments(s, words, shares);
  const double total = std::max(1e-9, shares.object + shares.conditional + shares.accept);
  int first = -1, last = -1;
  for (int i = 0; i < 3; ++i)
    if (parts[static_cast<std::size_t>(i)].share > 0) {
      if (first < 0) first = i;
      last = i;
    }
  float x = at.x;
  for (int i = 0; i < 3; ++i) {
    const Segment& part = parts[static_cast<std::size_t>(i)];
    if (part.share <= 0) continue;
    const float w = static_cast<float>(at.z * part.share / total);
    int corners = ImDrawFlags_RoundCornersNone;
    if (i == first) corners = ImDrawFlags_RoundCornersLeft;
    if (i == last)
      corners = i == first ? ImDrawFlags_RoundCornersAll : ImDrawFlags_RoundCornersRight;
    const float shown = std::max(1.0F, i == last ? w : w - 2);
    fill(s, {x, at.y, shown, at.w}, part.colour, corners == ImDrawFlags_RoundCornersNone ? 0 : 6,
         corners);
    const std::string text = whole_percent(part.share);
    const bool room = text_width(s, number, text) + 10 < shown && at.w >= number.size;
    if (room)
      draw_wrapped(s, number, text, {x, at.y + std::floor((at.w - number.line) / 2)}, shown,
                   s.colours->on_primary, true);
    x += w;
  }
}

/// Dots with words, from the left, wrapping. The height.
float draw_legend(State& s, const AnswerWords& words, ImVec2 at, float width) {
  const Type plain = small_type(s);
  float x = at.x, y = at.y;
  for (const Segment& part : segments(s, words, {})) {
    const float w = text_width(s, plain, part.word) + 16;
    if (x > at.x && x + w > at.x + width) x = at.x, y += plain.line;
    fill(s, {x, y + plain.line / 2 - 5, 10, 10}, part.colour, 999);
    draw_line(s, plain, part.word, {x + 16, y}, w, s.colours->muted);
    x += w + 16;
  }
  y += plain.line;
  if (words.note.empty()) return y - at.y;
  draw_wrapped(s, plain, words.note, {at.x, y}, width, s.colours->muted);
  return y + wrapped_height(s, plain, words.note, width) - at.y;
}

struct BarPlaces {
  float label_w, bar_w, bar_h, figure_w;
  bool stacked;
};

BarPlaces places_of(const State& s, float width) {
  if (s.size == SizeClass::projector)
    return {width * 0.22F, width * 0.56F, 58, width * 0.18F, false};
  if (width < 520) return {width - 118, width, 24, 110, true};
  return {std::min(width * 0.26F, 220.0F), 0, 26, 130, false};
}

/// Label, bar and figure of one plan. The height.
float draw_row(State& s, const AnswerWords& words, const AnswerBar& bar, ImVec2 at, float width) {
  BarPlaces p = places_of(s, width);
  if (p.bar_w == 0) p.bar_w = width - p.label_w - p.figure_w - 32;
  const bool projector = s.size == SizeClass::projector;
  const Type strong = body_type(s, true), plain = small_type(s);
  Type figure = type(s, projector ? s.lengths->h1 * 1.35F : s.lengths->body, true);
  if (projector) figure.line = std::round(figure.size * 1.1F);
  const float label_h = wrapped_height(s, strong, bar.label, p.label_w);
  const float words_h =
      label_h + (bar.note.empty() ? 0 : wrapped_height(s, plain, bar.note, p.label_w));
  const float figure_h = figure.line + (projector && !bar.interval.empty() ? plain.line : 0);
  const float h = p.stacked ? std::max(words_h, figure_h) + 6 + p.bar_h
                            : std::max({words_h, p.bar_h, figure_h});
  const float text_y = p.stacked ? at.y : at.y + std::floor((h - words_h) / 2);
  draw_wrapped(s, strong, bar.label, {at.x, text_y}, p.label_w, s.colours->text);
  draw_wrapped(s, plain, bar.note, {at.x, text_y + label_h}, p.label_w, s.colours->muted);
  const float bar_x = p.stacked ? at.x : at.x + p.label_w + 16;
  const float bar_y = p.stacked ? at.y + h - p.bar_h : at.y + std::floor((h - p.bar_h) / 2);
  if (bar.shares) {
    draw_stack(s, words, *bar.shares, {bar_x, bar_y, p.bar_w, p.bar_h});
  } else {
    draw_icon(s, Icon::eye_off, {bar_x, bar_y + (p.bar_h - 20) / 2}, 20, s.colours->muted);
    draw_line(s, plain, bar.missing, {bar_x + 28, bar_y + (p.bar_h - plain.line) / 2}, p.bar_w - 28,
              s.colours->muted);
  }
  const float figure_y = p.stacked ? at.y : at.y + std::floor((h - figure_h) / 2),
              right = at.x + width;
  const float head_w = text_width(s, figure, bar.headline);
  if (projector) {
    const float interval_w = text_width(s, plain, bar.interval);
    draw_line(s, figure, bar.headline, {right - head_w, figure_y}, head_w + 1, s.colours->text);
    draw_line(s, plain, bar.interval, {right - interval_w, figure_y + figure.line}, interval_w + 1,
              s.colours->muted);
  } else {
    const std::string interval = bar.interval.empty() ? "" : " (" + std::string(bar.interval) + ")";
    const float interval_w = interval.empty() ? 0 : text_width(s, plain, interval);
    draw_line(s, figure, bar.headline, {right - interval_w - head_w, figure_y}, head_w + 1,
              s.colours->text);
    draw_line(s, plain, interval, {right - interval_w, figure_y + (figure.line - plain.line) / 2},
              interval_w + 1, s.colours->muted);
  }
  return h;
}

void table_nodes(State& s, const std::string& key, std::string_view caption,
                 const AnswerWords& words, std::span<const AnswerBar> bars, ImVec4 at) {
  TableNode table(s, key, caption);
  table.row();
  table.cell(Role::columnheader, caption);
  for (const std::string_view word : {words.object, words.conditional, words.accept})
    table.cell(Role::columnheader, word, true);
  if (!words.headline_title.empty()) table.cell(Role::columnheader, words.headline_title, true);
  for (const AnswerBar& bar : bars) {
    table.row();
    table.cell(Role::rowheader,
               std::string(bar.label) + (bar.note.empty() ? "" : ", ") + std::string(bar.note));
    for (const Segment& part : segments(s, words, bar.shares.value_or(AnswerShares{})))
      table.cell(Role::cell,
                 bar.shares ? whole_percent(part.share) + "%" : std::string(bar.missing), true);
    if (words.headline_title.empty()) continue;
    const std::string interval = bar.interval.empty() ? "" : " (" + std::string(bar.interval) + ")";
    table.cell(Role::cell, std::string(bar.headline) + interval, true);
  }
  table.end(at);
}

}  // namespace

void Ui::answer_bars(std::string_view key, std::string_view caption, const AnswerWords& words,
                     std::span<const AnswerBar> bars) {
  const std::string whole = full_key(s_, key);
  const ImVec2 at = begin_block(s_, whole);
  const float width = available(s_), gap = s_.size == SizeClass::projector ? 24 : 10;
  float y = at.y;
  for (std::size_t i = 0; i < bars.size(); ++i) {
    if (i > 0 && s_.size == SizeClass::projector) {
      fill(s_, {at.x, y, width, 1}, s_.colours->divider, 0);
      y += gap;
    }
    y += draw_row(s_, words, bars[i], {at.x, y}, width) + gap;
  }
  y += draw_legend(s_, words, {at.x, y}, width);
  table_nodes(s_, whole, caption, words, bars, {at.x, at.y, width, y - at.y});
  end_block(s_, whole, y - at.y, width);
}

void Ui::change_bars(std::string_view key, std::string_view caption,
                     std::span<const ChangeRow> rows) {
  const std::string whole = full_key(s_, key);
  const Type label = detail_type(s_), strong = detail_type(s_, true);
  const ImVec2 at = begin_block(s_, whole);
  const float width = available(s_);
  double most = 1e-9;
  float text_w = 40, label_w = 0;
  for (const ChangeRow& row : rows) {
    most = std::max(most, std::abs(row.value));
    text_w = std::max(text_w, text_width(s_, strong, row.text));
    label_w = std::max(label_w, text_width(s_, label, row.label));
  }
  label_w = std::min(label_w, width * 0.45F);
  const float half = std::max(8.0F, (width - label_w - text_w - 28) / 2),
              zero = at.x + label_w + 14 + half;
  TableNode table(s_, whole, caption);
  float y = at.y;
  for (const ChangeRow& row : rows) {
    const float h = std::max(label.line, wrapped_height(s_, label, row.label, label_w)) + 8;
    draw_wrapped(s_, label, row.label, {at.x, y + 4}, label_w, s_.colours->text);
    const float length = static_cast<float>(half * std::abs(row.value) / most);
    const Colour colour = row.value < 0 ? s_.colours->error : s_.colours->success;
    if (length > 0.5F)
      fill(s_, {row.value < 0 ? zero - length : zero, y + h / 2 - 5, length, 10}, colour, 3);
    const float w = text_width(s_, strong, row.text);
    draw_line(s_, strong, row.text, {at.x + width - w, y + (h - strong.line) / 2}, w + 1,
              s_.colours->text);
    table.row();
    table.cell(Role::rowheader, row.label);
    table.cell(Role::cell, row.text, true);
    y += h;
  }
  fill(s_, {zero, at.y, 1, std::max(0.0F, y - at.y)}, s_.colours->divider, 0);
  table.end({at.x, at.y, width, y - at.y});
  end_block(s_, whole, std::max(0.0F, y - at.y), width);
}

}  // namespace rembuk::ui
