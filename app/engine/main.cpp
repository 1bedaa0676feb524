#include <emscripten/emscripten.h>

#include <cstdint>
#include <cstdlib>

#include "app/engine/desk.hpp"

EM_JS(void, rembuk_js_post, (const void* bytes, int size),
      { Module['post'](HEAPU8.slice(bytes, bytes + size)); });

/// One message to the engine; what it answers is posted before this returns. `memory` is freed
/// here.
extern "C" EMSCRIPTEN_KEEPALIVE void rembuk_receive(std::uint8_t* memory, int size) {
  static rembuk::EngineDesk desk;
  const rembuk::wire::Bytes frame(memory, memory + size);
  std::free(memory);
  desk.receive(frame, [](const rembuk::wire::Bytes& answer) {
    rembuk_js_post(answer.data(), static_cast<int>(answer.size()));
  });
}
