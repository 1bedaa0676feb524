#pragma once
#include <cstdint>
#include <functional>

struct ImFont;
struct SDL_Window;

namespace rembuk::browser {

/// The canvas: SDL2's window and mouse, the WebGL2 context, ImGui's context and drawing.
class Canvas {
 public:
  Canvas();

  /// Copies a TrueType file.
  [[nodiscard]] ImFont* add_font(std::uint8_t* memory, int size);
  /// Takes the arrows that a text font lacks from the icons.
  void lend_arrows(std::uint8_t* memory, int size, ImFont* to);
  /// False: no WebGL2 here; then `present` draws nothing.
  bool open(float width, float height, float density, std::function<void()> wake);
  /// A new ImGui frame of this size (CSS pixels).
  void begin(float width, float height, float density);
  /// Ends the frame and shows it where there is a context and `visible`; the same picture as
  /// before is not drawn again.
  void present(bool visible);
  /// The next picture is drawn even if it is the one that should stand there already.
  void repaint() { shown_ = 0; }
  void tap(float x, float y);
  /// A tap's pointer is still there: more frames are wanted.
  [[nodiscard]] bool touched() const { return finger_frames_ > 0; }

  /// The context was lost or is back.
  void lose();
  void restore();

 private:
  void fit(float width, float height, float density);

  SDL_Window* window_ = nullptr;
  std::uintptr_t context_ = 0;
  bool alive_ = false;
  std::uint64_t shown_ = 0;  ///< digest of the picture that stands there; 0: none
  int finger_frames_ = 0;
  float width_ = 0, height_ = 0, density_ = 0;
  std::function<void()> wake_;
};

}  // namespace rembuk::browser
