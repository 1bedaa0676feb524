#include <algorithm>
#include <cmath>

#include "app/ui/state.hpp"
#include "app/ui/ui.hpp"

namespace rembuk::ui {
namespace {

/// The inner side of a card.
float card_padding(const State& s) {
  return s.size == SizeClass::laptop ? 18 : s.lengths->pad_x + 2;
}

void end_card(Ui& ui) {
  State& s = ui.state();
  --s.cards;
  const Box inner = pop_box(s);
  const Open open = s.opens.back();
  s.opens.pop_back();
  const float height = inner.bottom - open.at.y + open.extra;
  finish_node(s, {open.at.x, open.at.y, open.at.z, height});
  close_node(s);
  pop_prefix(s);
  measure(s, open.key + "#card", height);
  end_block(s, open.key, height, open.flag ? inner.right - open.at.x + open.extra : open.at.z);
}

void end_plain(Ui& ui) {
  State& s = ui.state();
  const Box inner = pop_box(s);
  const Open open = s.opens.back();
  s.opens.pop_back();
  const float height = inner.bottom - open.at.y;
  finish_node(s, {open.at.x, open.at.y, open.at.z, height});
  close_node(s);
  pop_prefix(s);
  end_block(s, open.key, height, inner.right - open.at.x);
}

void end_list(Ui& ui) {
  State& s = ui.state();
  measure(s, s.lists.back().first, static_cast<float>(s.lists.back().second));
  s.lists.pop_back();
  end_plain(ui);
}

Scope begin_plain(Ui& ui, mirror::Role role, std::string_view key, std::string_view name,
                  Scope::End end) {
  State& s = ui.state();
  const std::string whole = full_key(s, key);
  const ImVec2 at = begin_block(s, whole);
  const float w = available(s);
  open_node(s, role, key, name);
  push_prefix(s, key);
  s.opens.push_back({whole, {at.x, at.y, w, 0}, 0, false});
  push_box(s, at.x, at.y, w, s.lengths->gap);
  return {ui, end};
}

void end_flow(Ui& ui) {
  State& s = ui.state();
  const Box inner = pop_box(s);
  const Open open = s.opens.back();
  s.opens.pop_back();
  pop_prefix(s);
  measure(s, open.key + "#line" + std::to_string(inner.line), inner.line_h);
  measure(s, open.key + "#width", inner.right - inner.left);
  end_block(s, open.key, inner.bottom - open.at.y, inner.right - inner.left);
}

void end_columns(Ui& ui) {
  State& s = ui.state();
  const Columns all = std::move(s.columns.back());
  s.columns.pop_back();
  pop_prefix(s);
  measure(s, all.key + "#tallest", all.tallest);
  const float used = all.stacked ? all.right : all.w;
  end_block(s, all.key, std::max(0.0F, all.bottom - all.y), used);
}

void end_column(Ui& ui) {
  State& s = ui.state();
  const Box inner = pop_box(s);
  Columns& all = s.columns.back();
  const float top = s.opens.back().at.y, height = inner.bottom - top;
  s.opens.pop_back();
  const std::string key = all.key + "#" + std::to_string(all.next - 1);
  measure(s, key + "w", std::ceil(inner.right - inner.left));
  measure(s, key + "h", height);
  all.tallest = std::max(all.tallest, height);
  all.right = std::max(all.right, inner.right - all.x);
  all.bottom = std::max(all.bottom, inner.bottom);
}

}  // namespace

Scope Ui::card(std::string_view key, bool selected) {
  const std::string whole = full_key(s_, key);
  const ImVec2 at = begin_block(s_, whole);
  const float w = available(s_), pad = card_padding(s_);
  const float height = measured(s_, whole + "#card", 0);
  const float rounding = s_.lengths->card_rounding;
  fill(s_, {at.x, at.y, w, height}, selected ? s_.colours->selected : s_.colours->surface,
       rounding);
  stroke(s_, {at.x, at.y, w, height}, selected ? s_.colours->primary : s_.colours->divider,
         rounding, selected ? 2.0F : 1.0F);
  open_node(s_, mirror::Role::group, key, "");
  if (selected) s_.nodes.back().state |= mirror::state::current;
  push_prefix(s_, key);
  s_.opens.push_back({whole, {at.x, at.y, w, height}, pad, false});
  ++s_.cards;
  push_box(s_, at.x + pad, at.y + pad, w - 2 * pad, s_.lengths->gap * 0.667F);
  return {*this, end_card};
}

Scope Ui::group(std::string_view key, std::string_view label, bool shown) {
  Scope scope = begin_plain(*this, mirror::Role::group, key, label, end_plain);
  if (shown && !label.empty()) {
    s_.nodes.back().state |= mirror::state::titled;
    const Type type = small_type(s_, true);
    const float height = wrapped_height(s_, type, label, available(s_));
    const ImVec2 at = place(s_, available(s_), height);
    draw_wrapped(s_, type, label, at, available(s_), s_.colours->text);
  }
  return scope;
}

Scope Ui::list(std::string_view key, std::string_view label) {
  Scope scope = begin_plain(*this, mirror::Role::list, key, label, end_list);
  s_.lists.emplace_back(full_key(s_, "#list"), 0);
  return scope;
}

Scope Ui::item(std::string_view key) {
  Scope scope = begin_plain(*this, mirror::Role::listitem, key, "", end_plain);
  if (!s_.lists.empty()) {
    s_.nodes.back().position = static_cast<std::int16_t>(++s_.lists.back().second);
    s_.nodes.back().set_size = static_cast<std::int16_t>(measured(s_, s_.lists.back().first, 0));
  }
  return scope;
}

Scope Ui::columns(std::string_view key, std::initializer_list<float> weights, Stack stack) {
  Columns all;
  all.key = full_key(s_, key);
  const ImVec2 at = begin_block(s_, all.key);
  all.x = at.x;
  all.y = all.bottom = at.y;
  all.w = available(s_);
  all.gap = s_.lengths->gap;
  all.weights = weights;
  all.stacked = stack == Stack::when_narrow && all.w < 560;
  float left = all.w - all.gap * static_cast<float>(weights.size() - 1), sum = 0;
  for (std::size_t i = 0; i < all.weights.size(); ++i) {
    const float weight = all.weights[i];
    sum += weight;
    all.widths.push_back(weight > 0 ? 0
                                    : measured(s_, all.key + "#" + std::to_string(i) + "w", 80));
    left -= all.widths.back();
  }
  for (std::size_t i = 0; i < all.weights.size(); ++i)
    if (all.weights[i] > 0) all.widths[i] = std::max(1.0F, std::floor(left * all.weights[i] / sum));
  push_prefix(s_, key);
  s_.columns.push_back(std::move(all));
  return {*this, end_columns};
}

Scope Ui::column() {
  Columns& all = s_.columns.back();
  const std::size_t i = std::min(all.next, all.widths.size() - 1);
  float x = all.x, y = all.y, w = all.w;
  if (all.stacked) {
    y = all.next == 0 ? all.y : all.bottom + all.gap;
  } else {
    for (std::size_t k = 0; k < i; ++k) x += all.widths[k] + all.gap;
    w = all.widths[i];
    const float tallest = measured(s_, all.key + "#tallest", 0);
    const float own = measured(s_, all.key + "#" + std::to_string(i) + "h", tallest);
    if (all.weights[i] == 0 && tallest > own) y += std::floor((tallest - own) / 2);
    // What fits its content is measured with room to spare, so that nothing wraps early.
    if (all.weights[i] == 0) w = std::max(w + 1, std::floor(all.w * 0.75F));
  }
  ++all.next;
  s_.opens.push_back({all.key, {x, y, w, 0}, 0, false});
  push_box(s_, x, y, w, s_.lengths->gap);
  box(s_).fits = !all.stacked && all.weights[i] == 0;
  return {*this, end_column};
}

Scope Ui::flow(std::string_view key, bool at_end) {
  const std::string whole = full_key(s_, key);
  const ImVec2 at = begin_block(s_, whole);
  float w = available(s_), x = at.x;
  if (at_end && !box(s_).fits) {
    const float used = std::min(w, measured(s_, whole + "#width", w));
    x += w - used;
    w = used + 1;
  }
  push_prefix(s_, key);
  s_.opens.push_back({whole, {x, at.y, w, 0}, 0, false});
  push_box(s_, x, at.y, w, std::min(12.0F, s_.lengths->gap));
  box(s_).flow = true;
  box(s_).key = whole;
  return {*this, end_flow};
}

void Ui::gap(int steps) {
  Box& b = box(s_);
  if (!b.flow) b.y += s_.lengths->gap * static_cast<float>(steps);
}

void Ui::divider() {
  const ImVec2 at = place(s_, available(s_), 1);
  fill(s_, {at.x, at.y, available(s_), 1}, s_.colours->divider, 0);
}

}  // namespace rembuk::ui
