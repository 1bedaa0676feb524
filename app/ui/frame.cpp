#include <algorithm>
#include <cmath>

#include "app/ui/state.hpp"
#include "app/ui/ui.hpp"

namespace rembuk::ui {

using mirror::Role;

void open_area(State& s, Role role, const std::string& key, std::string_view name, ImVec4 at) {
  record(s, role, key, name, at);
  s.parents.push_back(key);
  s.origins.push_back({at.x, at.y});
}
void close_area(State& s) {
  s.parents.pop_back();
  s.origins.pop_back();
}

void settings_button(Ui& ui, float x, float y, float side) {
  State& s = ui.state();
  const std::string key = "settings";
  const ImVec4 area{x, y, side, side};
  const Press p = press(s, key, area, false);
  if (p.pressed) s.settings_open = true;
  record(s, Role::button, key, ui.tr("ui.settings"), area);
  if (p.hovered) fill(s, area, s.colours->raised, 8);
  draw_icon(s, Icon::settings, {x + (side - 22) / 2, y + (side - 22) / 2}, 22, s.colours->muted);
  focus_ring(s, key, area, 8);
}

namespace {

constexpr float text_column = 720;

bool has_column(const State& s) { return s.width >= 900 && measured(s, "has navigation", 0) > 0; }

/// Where the words of bar, body and foot stand: a centred column, or all there is.
ImVec2 column_of(const State& s, float left, float width, bool wide) {
  const float pad = s.wants_presenter && s.width >= 1200 ? 72 : s.lengths->window_padding;
  const float room = width - 2 * pad;
  const float w = wide ? room : std::min(room, text_column);
  return {left + pad + std::floor((room - w) / 2), w};
}

void renewed_notice(Ui& ui) {
  ui.notice("renewed", Tone::primary, ui.tr("ui.renewed"), ui.tr("ui.renewed.text"));
  ui.announce("renewed_said", ui.tr("ui.renewed"));
  if (ui.button("renew", ui.tr("ui.renewed.take"), {.before = Icon::refresh_cw}))
    ui.state().requests.reload = true;
}

void end_body(Ui& ui) {
  State& s = ui.state();
  const Box inner = pop_box(s);
  pop_prefix(s);
  end_area(s, inner.bottom + s.lengths->window_padding + 8);
}

}  // namespace

void Ui::app_bar(const AppBar& bar) {
  s_.brand = bar.brand;
  if (has_column(s_)) return;
  const Type strong = body_type(s_, true), plain = detail_type(s_);
  const float row = s_.size == SizeClass::phone ? 48 : 56, h = row + (bar.steps > 0 ? 16 : 0);
  const ImVec4 area{0, 0, s_.width, h};
  const ImVec2 column = column_of(s_, 0, s_.width, measured(s_, "wide body", 0) > 0);
  open_area(s_, Role::banner, "bar", "", area);
  fill(s_, area, s_.colours->surface, 0);
  fill(s_, {0, h - 1, s_.width, 1}, s_.colours->divider, 0);
  const float side = 40, text_w = column.y - side;
  draw_line(s_, strong, bar.brand, {column.x, (row - strong.line) / 2}, text_w, s_.colours->text);
  const float brand_w = std::min(text_width(s_, strong, bar.brand), text_w);
  record(s_, Role::paragraph, "bar/brand", bar.brand, {column.x, 0, brand_w, row});
  if (!bar.right.empty()) {
    const float w = std::min(text_width(s_, plain, bar.right), text_w - 110);
    const float x = column.x + text_w - w - 4;
    draw_line(s_, plain, bar.right, {x, (row - plain.line) / 2}, w + 1, s_.colours->muted);
    record(s_, Role::paragraph, "bar/right", bar.right, {x, 0, w, row});
  }
  settings_button(*this, column.x + column.y - side + 9, (row - side) / 2, side);
  if (bar.steps > 0) {
    const float y = row + 1, part = static_cast<float>(bar.step) / static_cast<float>(bar.steps);
    fill(s_, {column.x, y, column.y, 6}, s_.colours->raised, 3);
    fill(s_, {column.x, y, std::max(6.0F, column.y * part), 6}, s_.colours->primary, 3);
    mirror::Node& node = record(s_, Role::progressbar, "bar/progress", tr("ui.progress"),
                                {column.x, y, column.y, 6});
    node.value = bar.right;
    node.most = static_cast<float>(bar.steps);
    node.now = static_cast<float>(bar.step);
  }
  close_area(s_);
  s_.top = h;
}

Scope Ui::body(std::string_view key, Width width) {
  s_.wide_body = width == Width::wide;
  const bool foot = measured(s_, "has foot", 0) > 0;
  const float foot_h = foot ? measured(s_, "foot", 0) : 0;
  const ImVec4 area{s_.left, s_.top, s_.width - s_.left,
                    std::max(40.0F, s_.height - s_.top - foot_h)};
  const ImVec2 column = column_of(s_, area.x, area.z, s_.wide_body);
  begin_area(s_, Role::main, "main:" + std::string(key), "", area);
  push_prefix(s_, key);
  const float above = s_.size == SizeClass::phone ? 16 : s_.lengths->window_padding;
  push_box(s_, column.x, s_.origins.back().y + above, column.y, s_.lengths->gap);
  if (s_.renewed) renewed_notice(*this);
  return {*this, end_body};
}

namespace {

void foot_buttons(Ui& ui, const Foot& foot, bool fills, FootPress& out) {
  const bool beside = fills && !foot.back.empty() && !foot.next.empty();
  const ButtonStyle back{.full_width = fills};
  const ButtonStyle next{.kind = foot.next_kind,
                         .after = foot.next_icon,
                         .disabled = foot.next_disabled,
                         .busy = foot.next_busy,
                         .full_width = fills};
  if (beside) {
    const auto both = ui.columns("both", {1, 1}, Stack::never);
    float needed = 0;
    ui.state().least_button_height = measured(ui.state(), "foot buttons", 0);
    {
      const auto left = ui.column();
      out.back = ui.button("back", foot.back, back);
      needed = ui.state().button_height;
    }
    const auto right = ui.column();
    out.next = ui.button("next", foot.next, next);
    ui.state().least_button_height = 0;
    measure(ui.state(), "foot buttons", std::max(needed, ui.state().button_height));
    return;
  }
  if (!foot.back.empty()) out.back = ui.button("back", foot.back, back);
  if (!foot.next.empty()) out.next = ui.button("next", foot.next, next);
}

/// State above the buttons on a phone, beside them elsewhere.
FootPress foot_content(Ui& ui, const Foot& foot) {
  FootPress out;
  const auto state = [&] {
    if (!foot.state.empty()) ui.fact(foot.icon, foot.state, foot.tone);
  };
  if (ui.narrow()) {
    state();
    foot_buttons(ui, foot, true, out);
    return out;
  }
  const auto both = ui.columns("line", {1, 0}, Stack::never);
  {
    const auto left = ui.column();
    const State& s = ui.state();
    const float text_h = detail_type(s).line, room = s.lengths->target - text_h;
    if (!foot.next.empty() || !foot.back.empty()) box(ui.state()).y += std::floor(room / 2);
    state();
  }
  const auto right = ui.column();
  const auto line = ui.flow("buttons", true);
  foot_buttons(ui, foot, false, out);
  return out;
}

}  // namespace

FootPress Ui::foot(const Foot& foot) {
  s_.has_foot = true;
  const float known = measured(s_, "foot", 120), y = s_.height - known;
  if (s_.menu_open && s_.top > y) return {};  // in a short window the menu needs the place
  const ImVec2 inside = column_of(s_, s_.left, s_.width - s_.left, s_.wide_body);
  const ImVec4 area{s_.left, y, s_.width - s_.left, known};
  open_area(s_, Role::contentinfo, "foot", "", area);
  fill(s_, area, s_.colours->surface, 0);
  fill(s_, {area.x, y, area.z, 1}, s_.colours->divider, 0);
  push_prefix(s_, "foot");
  push_box(s_, inside.x, y + 12, inside.y, narrow() ? 10 : 12);
  const FootPress out = foot_content(*this, foot);
  const Box content = pop_box(s_);
  pop_prefix(s_);
  close_area(s_);
  measure(s_, "foot", content.bottom - y + (narrow() ? 16 : 12));
  return out;
}

}  // namespace rembuk::ui
