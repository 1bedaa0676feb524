#include <imgui_internal.h>

#include "app/ui/state.hpp"

namespace rembuk::ui {

mirror::Node& record(State& s, mirror::Role role, std::string key, std::string_view name,
                     ImVec4 at) {
  mirror::Node node;
  node.key = std::move(key);
  node.parent = s.parents.back();
  node.role = role;
  node.name = name;
  const ImVec2 origin = s.origins.back();
  node.rectangle = {at.x - origin.x, at.y - origin.y, at.z, at.w};
  s.nodes.push_back(std::move(node));
  return s.nodes.back();
}

void open_node(State& s, mirror::Role role, std::string_view key, std::string_view name) {
  std::string whole = full_key(s, key);
  record(s, role, whole, name, {0, 0, 0, 0});
  s.parents.push_back(std::move(whole));
}

void close_node(State& s) { s.parents.pop_back(); }

void finish_node(State& s, ImVec4 at) {
  const ImVec2 origin = s.origins.back();
  for (auto node = s.nodes.rbegin(); node != s.nodes.rend(); ++node)
    if (node->key == s.parents.back()) {
      node->rectangle = {at.x - origin.x, at.y - origin.y, at.z, at.w};
      return;
    }
}

Press press(State& s, const std::string& key, ImVec4 at, bool disabled) {
  Press out;
  const ImGuiID id = ImHashStr(key.c_str());  // the hooks find the node of an item by it
  const ImRect rect{{at.x, at.y}, {at.x + at.z, at.y + at.w}};
  if (disabled) ImGui::PushItemFlag(ImGuiItemFlags_Disabled, true);
  out.visible = ImGui::ItemAdd(rect, id);
  if (out.visible && !disabled)
    out.pressed = ImGui::ButtonBehavior(rect, id, &out.hovered, &out.held);
  if (disabled) ImGui::PopItemFlag();
  if (take(s, mirror::Happening::click, key) && !disabled) out.pressed = true;
  if (out.hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  return out;
}

}  // namespace rembuk::ui
