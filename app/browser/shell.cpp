#include "app/browser/shell.hpp"

#include <emscripten/emscripten.h>
#include <emscripten/html5.h>
#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <memory>
#include <string>
#include <vector>

#include "app/browser/font.hpp"
#include "app/browser/program.hpp"
#include "app/browser/shell_canvas.hpp"
#include "app/effects/browser.hpp"
#include "app/mirror/overlay.hpp"
#include "app/ui/settings.hpp"
#include "app/ui/state.hpp"
#include "app/ui/ui.hpp"

EM_JS(void, rembuk_js_request, (const char* what, const char* value),
      { Module['host']['request'](UTF8ToString(what), UTF8ToString(value)); });
EM_JS(void, rembuk_js_drawn, (int count), { Module['host']['drawn'](count); });

namespace rembuk::browser {
namespace {

constexpr int frames_after_input = 3;  // the frame itself and two more
constexpr int most_passes = 8;

struct Shell {
  ui::State state;
  ui::Ui ui{state};
  Canvas canvas;
  text::Catalogue catalogue;
  std::unique_ptr<effects::Effects> effects;
  std::unique_ptr<Program> program;
  std::vector<mirror::Event> events;
  std::string nodes;
  int wanted = 0, drawn = 0;
  bool scheduled = false;
};

Shell& shell() {
  static Shell one;
  return one;
}

ui::SizeClass size_class(const ui::State& s) {
  if (s.wants_presenter || s.width >= 1800) return ui::SizeClass::projector;
  return s.width < 600 ? ui::SizeClass::phone : ui::SizeClass::laptop;
}

/// What the person asked of the page itself.
void pass_on(ui::PageRequests& asked) {
  if (asked.language)
    rembuk_js_request("language", std::string(text::code(*asked.language)).c_str());
  if (asked.theme) rembuk_js_request("theme", std::to_string(*asked.theme).c_str());
  if (asked.reload) rembuk_js_request("reload", "");
  if (asked.plain) rembuk_js_request("plain", *asked.plain ? "1" : "0");
  for (const std::string& text : asked.announcements) mirror::announce(text);
  if (!asked.focus.empty()) mirror::focus(asked.focus);
  asked = {};
}

/// One pass of layout. True if another must follow before anything is shown.
bool pass(Shell& s) {
  const bool presenter = s.state.wants_presenter;
  s.state.size = size_class(s.state);
  s.canvas.begin(s.state.width, s.state.height, s.state.density);
  ui::begin_pass(s.state);
  s.program->draw(s.ui);
  ui::settings_dialog(s.ui);
  ui::end_pass(s.state);
  pass_on(s.state.requests);
  const bool moved = s.program->advance();
  return moved || s.state.unsettled || presenter != s.state.wants_presenter;
}

void take_events(Shell& s) {
  for (mirror::Event& event : s.events) {
    if (event.happening == mirror::Happening::focus) {
      s.state.focused = event.key;
      s.state.focus_seen = event.by_keyboard;
    } else if (event.happening == mirror::Happening::blur) {
      if (s.state.focused == event.key) s.state.focused.clear();
    } else {
      s.state.events.push_back(std::move(event));
    }
  }
  s.events.clear();
}

void frame(Shell& s) {
  const bool heard = !s.events.empty();
  take_events(s);
  s.program->advance();
  for (int i = 0; i < most_passes; ++i) {
    const bool again = pass(s) && i + 1 < most_passes;
    if (!again) break;
    ImGui::EndFrame();
  }
  s.canvas.present(!s.state.plain);
  std::string nodes = mirror::encoded(s.state.nodes);
  if (heard || nodes != s.nodes) {
    s.nodes = std::move(nodes);
    mirror::patch(s.nodes);
  }
  rembuk_js_drawn(++s.drawn);
}

void schedule(Shell& s);

bool on_animation_frame(double, void*) {
  Shell& s = shell();
  s.scheduled = false;
  --s.wanted;
  frame(s);
  if (s.canvas.touched()) s.wanted = std::max(s.wanted, 1);  // until the pointer has left
  if (s.wanted > 0) schedule(s);
  return false;
}

void schedule(Shell& s) {
  if (s.scheduled || !s.program) return;
  s.scheduled = true;
  emscripten_request_animation_frame(on_animation_frame, nullptr);
}

}  // namespace

void wake() {
  Shell& s = shell();
  s.wanted = frames_after_input;
  schedule(s);
}

/// An answer came: a frame shows all that it changes, whose passes go on until nothing moves.
void wake_once() {
  Shell& s = shell();
  s.wanted = std::max(s.wanted, 1);
  schedule(s);
}

void draw_now() { frame(shell()); }

extern "C" {

EMSCRIPTEN_KEEPALIVE void rembuk_font(int which, std::uint8_t* memory, int size) {
  Shell& s = shell();
  ui::State& state = s.state;
  ui::Face* faces[] = {&state.regular, &state.semibold, &state.icons};
  if (which < 0 || which > 2) return std::free(memory);
  faces[which]->font = s.canvas.add_font(memory, size);
  faces[which]->height = height_of_font({memory, static_cast<std::size_t>(size)});
  if (which == 2)
    for (const ui::Face* face : {&state.regular, &state.semibold})
      if (face->font) s.canvas.lend_arrows(memory, size, face->font);
  std::free(memory);
}

EMSCRIPTEN_KEEPALIVE int rembuk_texts(int english, char* memory, int size) {
  Shell& s = shell();
  auto made =
      text::Catalogue::make(english != 0 ? text::Language::english : text::Language::indonesian,
                            {memory, static_cast<std::size_t>(size)});
  std::free(memory);
  if (!made) return 0;
  s.catalogue = *std::move(made);
  s.state.catalogue = &s.catalogue;
  wake();
  return 1;
}

EMSCRIPTEN_KEEPALIVE void rembuk_resize(float width, float height, float density, int dark,
                                        int theme, int plain) {
  ui::State& state = shell().state;
  state.width = std::max(width, 200.0F);
  state.height = std::max(height, 160.0F);
  state.density = std::max(density, 0.5F);
  state.dark = dark != 0;
  state.theme_choice = theme;
  state.plain = plain != 0;
  shell().canvas.repaint();
  wake();
}

/// The server has a newer version of this page: the person is told, and takes it or goes on.
EMSCRIPTEN_KEEPALIVE void rembuk_renewed() {
  shell().state.renewed = true;
  wake();
}

/// A finger's tap: move, press, release, each in a frame of its own, then the pointer leaves.
EMSCRIPTEN_KEEPALIVE void rembuk_tap(float x, float y) {
  shell().canvas.tap(x, y);
  wake();
}

/// Creates window and program. False: there is no WebGL2.
EMSCRIPTEN_KEEPALIVE int rembuk_start() {
  Shell& s = shell();
  mirror::on_event([](mirror::Event event) {
    shell().events.push_back(std::move(event));
    wake();
  });
  const bool drawn = s.canvas.open(s.state.width, s.state.height, s.state.density, wake);
  s.effects = effects::browser_effects(wake_once);
  s.program = make_program(*s.effects);
  s.program->start();
  wake();
  return drawn ? 1 : 0;
}

EMSCRIPTEN_KEEPALIVE int rembuk_idle() { return shell().scheduled || shell().wanted > 0 ? 0 : 1; }
}

const std::vector<mirror::Node>& mirrored() { return shell().state.nodes; }

}  // namespace rembuk::browser
