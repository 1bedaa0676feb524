// The build for tests: ImGui's item hooks list every interactive item, so that one without a mirror
// node is found.
#include <emscripten/emscripten.h>
#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <string_view>

#include "app/browser/shell.hpp"

namespace {

std::map<ImGuiID, int>& items_by_frame() {
  static std::map<ImGuiID, int> one;
  return one;
}

bool is_control(rembuk::mirror::Role role) {
  using enum rembuk::mirror::Role;
  constexpr rembuk::mirror::Role controls[] = {button,    link,   textbox, textarea,
                                               searchbox, option, radio,   checkbox,
                                               switch_,   select, tab,     file};
  return std::ranges::find(controls, role) != std::end(controls);
}

}  // namespace

void ImGuiTestEngineHook_ItemAdd(ImGuiContext* context, ImGuiID id, const ImRect&,
                                 const ImGuiLastItemData*) {
  const std::string_view window = context->CurrentWindow->Name;
  if (window != "screen" && window != "dialog") return;  // ImGui's own fallback window
  if (id == context->CurrentWindow->ID) return;          // the window itself is no item
  items_by_frame()[id] = ImGui::GetFrameCount();
}
void ImGuiTestEngineHook_ItemInfo(ImGuiContext*, ImGuiID, const char*, ImGuiItemStatusFlags) {}
void ImGuiTestEngineHook_Log(ImGuiContext*, const char*, ...) {}
const char* ImGuiTestEngine_FindItemDebugLabel(ImGuiContext*, ImGuiID) { return nullptr; }

/// How many interactive items of the last frame have no node of a control with their key; −1: the
/// hooks do not run.
extern "C" EMSCRIPTEN_KEEPALIVE int rembuk_unmirrored() {
  std::set<ImGuiID> mirrored;
  for (const rembuk::mirror::Node& node : rembuk::browser::mirrored())
    if (is_control(node.role)) mirrored.insert(ImHashStr(node.key.c_str()));
  int missing = 0, seen = 0;
  const int frame_now = ImGui::GetFrameCount();
  for (const auto& [id, frame] : items_by_frame()) {
    if (frame != frame_now) continue;
    ++seen;
    missing += mirrored.contains(id) ? 0 : 1;
  }
  return seen == 0 && !mirrored.empty() ? -1 : missing;
}

/// Milliseconds of `count` frames one after the other; the page sees them in the end.
extern "C" EMSCRIPTEN_KEEPALIVE double rembuk_time_frames(int count) {
  const double began = emscripten_get_now();
  for (int i = 0; i < count; ++i) rembuk::browser::draw_now();
  return emscripten_get_now() - began;
}

/// Turns the hooks on or, for measurements, off.
extern "C" EMSCRIPTEN_KEEPALIVE void rembuk_watch(int on) {
  ImGui::GetCurrentContext()->TestEngineHookItems = on != 0;
}
