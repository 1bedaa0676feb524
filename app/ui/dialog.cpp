#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "app/ui/state.hpp"
#include "app/ui/ui.hpp"

namespace rembuk::ui {

using mirror::Role;

namespace {

void end_dialog(Ui& ui) {
  State& s = ui.state();
  const Box inner = pop_box(s);
  pop_prefix(s);
  end_area(s, inner.bottom + 20);
  ImGui::End();
  s.in_dialog = false;
  s.draw = ImGui::FindWindowByName("screen")->DrawList;
}

}  // namespace

Scope Ui::dialog(std::string_view key, std::string_view title, bool& closed) {
  s_.in_dialog = true;
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize({s_.width, s_.height});
  ImGui::Begin("dialog", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoNav |
                   ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBackground |
                   ImGuiWindowFlags_NoScrollWithMouse);
  ImGui::BringWindowToDisplayFront(ImGui::GetCurrentWindow());
  s_.draw = ImGui::GetWindowDrawList();
  s_.draw->_FringeScale = 1.0F / s_.density;
  s_.draw->AddRectFilled({0, 0}, {s_.width, s_.height}, IM_COL32(8, 14, 22, s_.dark ? 170 : 110));
  const std::string area_key = "dialog:" + std::string(key);
  const float w = std::min(s_.width - 32, 520.0F);
  const float h = std::min(measured(s_, area_key + "#content", 200), s_.height - 48);
  const ImVec4 area{std::floor((s_.width - w) / 2), std::floor((s_.height - h) / 2), w, h};
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  const bool inside =
      mouse.x >= area.x && mouse.x < area.x + w && mouse.y >= area.y && mouse.y < area.y + h;
  closed = (ImGui::IsMouseClicked(0) && !inside) ||
           take(s_, mirror::Happening::escape, area_key).has_value();
  s_.heading_level = 1;
  fill(s_, area, s_.colours->surface, s_.lengths->card_rounding);
  stroke(s_, area, s_.colours->divider, s_.lengths->card_rounding);
  s_.parents.assign(1, "");
  s_.origins.assign(1, {0, 0});
  begin_area(s_, Role::dialog, area_key, title, area);
  s_.nodes.back().state |= mirror::state::modal;
  s_.prefixes.push_back(area_key + "/");
  push_box(s_, area.x + 20, s_.origins.back().y + 12, w - 40, s_.lengths->gap);
  {
    const auto line = columns("head", {1, 0}, Stack::never);
    {
      const auto left = column();
      box(s_).y += 8;
      heading(2, title);
    }
    const auto right = column();
    const auto cross = flow("cross");
    if (icon_button("close", Icon::x, tr("ui.close"))) closed = true;
  }
  return {*this, end_dialog};
}

bool Ui::toast(std::string_view key, std::string_view text, Tone tone) {
  const std::string whole = "toast/" + std::string(key);
  const Type type = body_type(s_);
  const float w = std::min(s_.width - 32, 480.0F), inner = w - 14 - 22 - 10 - 52;
  const float text_h = wrapped_height(s_, type, text, inner), h = std::max(52.0F, text_h + 24);
  const float foot = measured(s_, "has foot", 0) > 0 ? measured(s_, "foot", 0) : 0;
  const ImVec4 area{std::floor((s_.width - w) / 2), s_.height - foot - 16 - h, w, h};
  const Colour ground = s_.colours->text, over = s_.colours->surface;
  fill(s_, area, ground, s_.lengths->field_rounding);
  const Icon icon = tone == Tone::error     ? Icon::circle_alert
                    : tone == Tone::warning ? Icon::triangle_alert
                    : tone == Tone::success ? Icon::circle_check
                                            : Icon::info;
  draw_icon(s_, icon, {area.x + 14, area.y + (h - 22) / 2}, 22, over);
  draw_wrapped(s_, type, text, {area.x + 46, area.y + (h - text_h) / 2}, inner, over);
  record(s_, Role::status, whole, text, {area.x, area.y, w - 52, h});
  const ImVec4 cross{area.x + w - 46, area.y + (h - 40) / 2, 40, 40};
  const Press p = press(s_, whole + "/close", cross, false);
  record(s_, Role::button, whole + "/close", tr("ui.close"), cross);
  draw_icon(s_, Icon::x, {cross.x + 10, cross.y + 10}, 20, over);
  focus_ring(s_, whole + "/close", {cross.x + 4, cross.y + 4, 32, 32}, 4);
  announce(key, text);
  return p.pressed;
}

void Ui::announce(std::string_view key, std::string_view text) {
  std::string& last = s_.said[std::string(key)];
  if (last == text) return;
  last = text;
  if (!text.empty()) s_.requests.announcements.emplace_back(text);
}

}  // namespace rembuk::ui
