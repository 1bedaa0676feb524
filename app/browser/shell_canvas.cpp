#include "app/browser/shell_canvas.hpp"

#include <GLES3/gl3.h>
#include <SDL.h>
#include <emscripten/html5.h>
#include <imgui.h>
#include <imgui_impl_opengl3.h>
#include <imgui_impl_sdl2.h>

#include <cfloat>
#include <cmath>
#include <utility>

namespace rembuk::browser {
namespace {

/// Without a renderer the font textures have nobody who uploads them: say it is done.
void pretend_textures() {
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
    if (texture->Status == ImTextureStatus_WantDestroy)
      texture->SetStatus(ImTextureStatus_Destroyed);
    else if (texture->Status != ImTextureStatus_Destroyed)
      texture->SetStatus(ImTextureStatus_OK);
  }
}

void mix(std::uint64_t& digest, const void* data, int bytes) {
  for (const auto *at = static_cast<const std::uint32_t*>(data), *end = at + bytes / 4; at != end;
       ++at) {
    digest = (digest ^ *at) * 0x9E3779B97F4A7C15U;
    digest ^= digest >> 32;
  }
}

/// What tells one picture from another; 0: a texture has changed, so it must be drawn anyway.
std::uint64_t digest_of(const ImDrawData& data) {
  for (const ImTextureData* texture : *data.Textures)
    if (texture->Status != ImTextureStatus_OK) return 0;
  std::uint64_t digest = 1;
  for (const ImDrawList* list : data.CmdLists) {
    mix(digest, list->CmdBuffer.Data, list->CmdBuffer.size_in_bytes());
    mix(digest, list->IdxBuffer.Data, list->IdxBuffer.size_in_bytes());
    mix(digest, list->VtxBuffer.Data, list->VtxBuffer.size_in_bytes());
  }
  return digest | 1;
}

int on_sdl_event(void* wake, SDL_Event*) {
  (*static_cast<std::function<void()>*>(wake))();
  return 1;
}

}  // namespace

Canvas::Canvas() {
  ImGui::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
  ImGui::GetStyle().CircleTessellationMaxError = 0.1F;
}

ImFont* Canvas::add_font(std::uint8_t* memory, int size) {
  ImFontConfig config;
  config.FontDataOwnedByAtlas = false;
  return ImGui::GetIO().Fonts->AddFontFromMemoryTTF(memory, size, 16, &config);  // copies it
}

void Canvas::lend_arrows(std::uint8_t* memory, int size, ImFont* to) {
  ImFontConfig config;
  config.FontDataOwnedByAtlas = false;
  config.MergeMode = true;
  config.DstFont = to;
  config.GlyphOffset = {0, 3};  // at 16 px: icons sit higher than letters
  ImGui::GetIO().Fonts->AddFontFromMemoryTTF(memory, size, 16, &config);
  to->AddRemapChar(0x2192, 0xe049);  // → arrow-right
  to->AddRemapChar(0x2190, 0xe048);  // ← arrow-left
}

bool Canvas::open(float width, float height, float density, std::function<void()> wake) {
  wake_ = std::move(wake);
  SDL_SetHint(SDL_HINT_EMSCRIPTEN_KEYBOARD_ELEMENT, "#canvas");  // keys belong to the mirror
  SDL_SetHint(SDL_HINT_POLL_SENTINEL, "0");  // else each poll is an event and wakes the next frame
  SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0");
  SDL_SetHint(SDL_HINT_MOUSE_TOUCH_EVENTS, "0");
  SDL_Init(SDL_INIT_VIDEO);
  // The page scrolls and feels fingers itself, so that the browser keeps its pinch zoom.
  for (const Uint32 type :
       {Uint32{SDL_MOUSEWHEEL}, Uint32{SDL_FINGERDOWN}, Uint32{SDL_FINGERUP},
        Uint32{SDL_FINGERMOTION}, Uint32{SDL_KEYDOWN}, Uint32{SDL_KEYUP}, Uint32{SDL_TEXTINPUT}})
    SDL_EventState(type, SDL_IGNORE);
  window_ = SDL_CreateWindow("Rembuk", 0, 0, static_cast<int>(width), static_cast<int>(height), 0);
  ImGui_ImplSDL2_InitForOpenGL(window_, nullptr);
  SDL_AddEventWatch(on_sdl_event, &wake_);

  EmscriptenWebGLContextAttributes wanted;
  emscripten_webgl_init_context_attributes(&wanted);
  wanted.majorVersion = 2;
  wanted.alpha = wanted.depth = wanted.stencil = wanted.antialias = false;
  context_ = static_cast<std::uintptr_t>(emscripten_webgl_create_context("#canvas", &wanted));
  if (static_cast<std::intptr_t>(context_) <= 0) return false;
  emscripten_webgl_make_context_current(static_cast<EMSCRIPTEN_WEBGL_CONTEXT_HANDLE>(context_));
  ImGui_ImplOpenGL3_Init("#version 300 es");
  alive_ = true;
  emscripten_set_webglcontextlost_callback("#canvas", this, true, [](int, const void*, void* self) {
    static_cast<Canvas*>(self)->lose();
    return true;  // we rebuild
  });
  emscripten_set_webglcontextrestored_callback("#canvas", this, true,
                                               [](int, const void*, void* self) {
                                                 static_cast<Canvas*>(self)->restore();
                                                 return true;
                                               });
  fit(width, height, density);
  return true;
}

void Canvas::lose() { alive_ = false; }

void Canvas::restore() {
  ImGui_ImplOpenGL3_Shutdown();  // forgets the dead objects, textures included
  ImGui_ImplOpenGL3_Init("#version 300 es");
  alive_ = true;
  width_ = 0;
  wake_();
}

void Canvas::fit(float width, float height, float density) {
  if (width == width_ && height == height_ && density == density_) return;
  width_ = width;
  height_ = height;
  density_ = density;
  repaint();
  SDL_SetWindowSize(window_, static_cast<int>(width), static_cast<int>(height));
  emscripten_set_canvas_element_size("#canvas", static_cast<int>(std::lround(width * density)),
                                     static_cast<int>(std::lround(height * density)));
}

void Canvas::begin(float width, float height, float density) {
  ImGuiIO& io = ImGui::GetIO();
  for (SDL_Event event; SDL_PollEvent(&event) != 0;) ImGui_ImplSDL2_ProcessEvent(&event);
  if (finger_frames_ > 0 && --finger_frames_ == 0) io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);
  if (alive_) ImGui_ImplOpenGL3_NewFrame();
  ImGui_ImplSDL2_NewFrame();
  fit(width, height, density);
  io.DisplaySize = {width, height};
  io.DisplayFramebufferScale = {std::round(width * density) / width,
                                std::round(height * density) / height};
  ImGui::NewFrame();
}

void Canvas::present(bool visible) {
  ImGui::Render();
  if (!alive_) return pretend_textures();
  if (!visible) ImGui::GetDrawData()->CmdLists.clear();
  // Of the frames after an input most are alike: the picture stands, and a battery lasts.
  const std::uint64_t digest = digest_of(*ImGui::GetDrawData());
  if (digest != 0 && digest == shown_) return;
  shown_ = digest;
  glViewport(0, 0, static_cast<int>(std::lround(width_ * density_)),
             static_cast<int>(std::lround(height_ * density_)));
  glClearColor(0, 0, 0, 1);
  glClear(GL_COLOR_BUFFER_BIT);
  ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
}

void Canvas::tap(float x, float y) {
  ImGuiIO& io = ImGui::GetIO();
  io.AddMouseSourceEvent(ImGuiMouseSource_TouchScreen);
  io.AddMousePosEvent(x, y);
  io.AddMouseButtonEvent(0, true);
  io.AddMouseButtonEvent(0, false);
  finger_frames_ = 6;  // passes: enough for ImGui to have spread the press over its frames
}

}  // namespace rembuk::browser
