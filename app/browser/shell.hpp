#pragma once
#include <vector>

#include "app/mirror/node.hpp"

/// The shell runs the one program that is linked into a page (make_program) on the page's canvas
/// and mirror: window, WebGL2, ImGui, frames when something happened and none otherwise. The page
/// calls what it exports, in this order (web/page/boot.js):
///
///   rembuk_font(which, bytes)   0 regular, 1 semibold, 2 icons
///   rembuk_texts(language, json)
///   rembuk_resize(…)            at the start and at each change
///   rembuk_start()              creates the program; then it goes on by events
///
/// Without WebGL2 the plain view stands alone; ImGui then lays out and draws nothing.
namespace rembuk::browser {

/// Asks for a frame, and two more after it: for input.
void wake();

/// Draws a frame at once, for measurements.
void draw_now();

/// The nodes of the last pass.
[[nodiscard]] const std::vector<mirror::Node>& mirrored();

}  // namespace rembuk::browser
