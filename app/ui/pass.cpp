#include <algorithm>
#include <cmath>

#include "app/ui/state.hpp"

namespace rembuk::ui {

void begin_pass(State& s) {
  s.colours = s.dark ? &dark_colours() : &light_colours();
  s.lengths = &lengths(s.size);
  s.nodes.clear();
  s.boxes.clear();
  s.columns.clear();
  s.opens.clear();
  s.parents.assign(1, "");
  s.prefixes.assign(1, "");
  s.origins.assign(1, {0, 0});
  s.lists.clear();
  s.counts.clear();
  s.unsettled = s.wants_presenter = s.has_foot = s.in_dialog = false;
  s.top = s.left = 0;
  s.heading_level = s.cards = 0;
  s.requests.announcements.clear();

  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize({s.width, s.height});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2{0, 0});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0.0F);
  ImGui::Begin("screen", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                   ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBackground |
                   ImGuiWindowFlags_NoBringToFrontOnFocus | ImGuiWindowFlags_NoNav |
                   ImGuiWindowFlags_NoScrollWithMouse);
  s.draw = ImGui::GetWindowDrawList();
  s.draw->_FringeScale = 1.0F / s.density;
  fill(s, {0, 0, s.width, s.height}, s.colours->background, 0);
  push_box(s, s.lengths->window_padding, 0, s.width - 2 * s.lengths->window_padding,
           s.lengths->gap);
}

void end_pass(State& s) {
  measure(s, "has foot", s.has_foot ? 1.0F : 0.0F);
  measure(s, "has navigation", s.has_navigation ? 1.0F : 0.0F);
  measure(s, "wide body", s.wide_body ? 1.0F : 0.0F);
  s.has_navigation = s.menu_open = false;
  ImGui::End();
  ImGui::PopStyleVar(2);
  s.events.clear();
}

void push_prefix(State& s, std::string_view key) { s.prefixes.push_back(full_key(s, key) + "/"); }
void pop_prefix(State& s) { s.prefixes.pop_back(); }

void push_box(State& s, float x, float y, float w, float gap) {
  Box box;
  box.x = box.left = box.right = x;
  box.y = box.bottom = y;
  box.w = std::max(w, 1.0F);
  box.gap = gap;
  s.boxes.push_back(std::move(box));
}

Box pop_box(State& s) {
  Box out = std::move(s.boxes.back());
  s.boxes.pop_back();
  return out;
}

Box& box(State& s) { return s.boxes.back(); }

float available(const State& s) { return s.boxes.back().w; }

namespace {

/// In a flow: the place of something `natural` wide, on a new line where this one is full. What is
/// lower than its line stands in the middle of it, by the line's height of the last pass.
ImVec2 place_in_line(State& s, Box& b, float natural, float height) {
  natural = std::min(natural, b.w);
  if (!b.fresh && b.x + natural > b.left + b.w + 0.5F) {
    measure(s, b.key + "#line" + std::to_string(b.line), b.line_h);
    b.y += b.line_h + b.gap * 0.75F;
    b.x = b.left;
    b.line_h = 0;
    ++b.line;
  }
  b.fresh = false;
  const float line_h = measured(s, b.key + "#line" + std::to_string(b.line), height);
  const ImVec2 at{b.x, b.y + std::max(0.0F, std::floor((line_h - height) / 2))};
  b.line_h = std::max(b.line_h, height);
  b.x += natural + b.gap;
  b.right = std::max(b.right, at.x + natural);
  b.bottom = b.y + b.line_h;
  return at;
}

}  // namespace

ImVec2 place(State& s, float natural, float height, float used) {
  Box& b = box(s);
  if (b.flow) return place_in_line(s, b, natural, height);
  if (!b.fresh) b.y += b.gap;
  b.fresh = false;
  const ImVec2 at{b.left, b.y};
  b.y += height;
  b.bottom = b.y;
  b.right = std::max(b.right, b.left + (used < 0 ? b.w : used));
  return at;
}

ImVec2 begin_block(State& s, const std::string& key) {
  const Box& b = box(s);
  if (b.flow) return place(s, measured(s, key + "#w", b.w), measured(s, key + "#h", 0));
  return {b.left, b.y + (b.fresh ? 0 : b.gap)};
}

void end_block(State& s, const std::string& key, float height, float used) {
  if (!box(s).flow) {
    (void)place(s, used, height, used);
    return;
  }
  measure(s, key + "#w", used);
  measure(s, key + "#h", height);
}

void begin_area(State& s, mirror::Role role, const std::string& key, std::string_view name,
                ImVec4 at) {
  record(s, role, key, name, at);
  s.parents.push_back(key);
  s.opens.push_back({key, at, 0, false});
  float& scroll = s.scroll[key];
  while (auto event = take(s, mirror::Happening::scroll, key)) scroll = event->y;
  // What is drawn stays within the content, also where that has become shorter. The place itself is
  // the page's: content measured at another size of the screen must not move it.
  const float limit = std::max(0.0F, measured(s, key + "#content", 1e9F) - at.w);
  s.origins.push_back({at.x, at.y - std::clamp(scroll, 0.0F, limit)});
  ImGui::PushClipRect({at.x, at.y}, {at.x + at.z, at.y + at.w}, true);
}

void end_area(State& s, float content) {
  ImGui::PopClipRect();
  const Open open = s.opens.back();
  s.opens.pop_back();
  const float height = content - s.origins.back().y;
  s.origins.pop_back();
  s.parents.pop_back();
  measure(s, open.key + "#content", height);
  for (mirror::Node& node : s.nodes)
    if (node.key == open.key) node.most = std::ceil(height);
}

std::string full_key(const State& s, std::string_view key) {
  return s.prefixes.back() + std::string(key);
}

std::string unnamed_key(State& s, std::string_view kind) {
  std::string key = full_key(s, kind);
  const int number = s.counts[key]++;
  return number == 0 ? key : key + std::to_string(number);
}

float measured(const State& s, std::string_view key, float fallback) {
  const auto found = s.measures.find(key);
  return found == s.measures.end() ? fallback : found->second;
}

void measure(State& s, const std::string& key, float value) {
  const auto [at, fresh] = s.measures.try_emplace(key, value);
  if (!fresh && std::abs(at->second - value) < 0.5F) return;
  at->second = value;
  s.unsettled = true;
}

std::optional<mirror::Event> take(State& s, mirror::Happening what, std::string_view key) {
  const auto found = std::ranges::find_if(s.events, [&](const mirror::Event& event) {
    return event.happening == what && event.key == key;
  });
  if (found == s.events.end()) return std::nullopt;
  mirror::Event out = std::move(*found);
  s.events.erase(found);
  return out;
}

}  // namespace rembuk::ui
