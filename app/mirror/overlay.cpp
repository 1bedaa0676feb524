#include "app/mirror/overlay.hpp"

#include <emscripten/emscripten.h>

#include <cstdlib>
#include <string>

EM_JS(void, rembuk_js_patch, (const char* text, int size),
      { Module['host']['patch'](UTF8ToString(text, size)); });
EM_JS(void, rembuk_js_announce, (const char* text),
      { Module['host']['announce'](UTF8ToString(text)); });
EM_JS(void, rembuk_js_focus, (const char* key), { Module['host']['focus'](UTF8ToString(key)); });

namespace rembuk::mirror {
namespace {

std::function<void(Event)>& sink() {
  static std::function<void(Event)> one;
  return one;
}

}  // namespace

void patch(std::string_view nodes) {
  rembuk_js_patch(nodes.data(), static_cast<int>(nodes.size()));
}
void announce(std::string_view text) { rembuk_js_announce(std::string(text).c_str()); }
void focus(std::string_view key) { rembuk_js_focus(std::string(key).c_str()); }
void on_event(std::function<void(Event)> to) { sink() = std::move(to); }

/// `memory` holds key, text and bytes one after the other; freed here.
extern "C" EMSCRIPTEN_KEEPALIVE void rembuk_event(int what, int by_keyboard, float x, float y,
                                                  char* memory, int key, int text, int bytes) {
  Event event;
  event.happening = static_cast<Happening>(what);
  event.by_keyboard = by_keyboard != 0;
  event.x = x;
  event.y = y;
  event.key.assign(memory, memory + key);
  event.text.assign(memory + key, memory + key + text);
  event.bytes.assign(memory + key + text, memory + key + text + bytes);
  std::free(memory);
  if (sink()) sink()(std::move(event));
}

}  // namespace rembuk::mirror
