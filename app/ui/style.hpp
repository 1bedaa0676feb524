#pragma once
#include <array>
#include <cstdint>

namespace rembuk::ui {

/// What a person looks through; decides type sizes, targets and paddings (interface.md, "Tokens").
enum class SizeClass : std::uint8_t { phone, laptop, projector };

/// What a text, pill, notice or bar says beyond its words. Never the only sign: an icon or a word
/// always stands beside it.
enum class Tone : std::uint8_t { normal, muted, primary, success, warning, error };

/// 0xRRGGBB, opaque.
using Colour = std::uint32_t;

/// The colour tokens of one theme.
struct Colours {
  Colour background, surface, raised;
  Colour text, muted, placeholder;
  Colour primary, on_primary, primary_hover, primary_active;
  Colour selected, on_selected;
  Colour success, warning, error;
  Colour field_border, divider;
  std::array<Colour, 8> series;
};

/// The length tokens of one size class, in CSS pixels.
struct Lengths {
  float body, small, h2, h1, key_figure;
  float line;    ///< line height as a multiple of the size
  float target;  ///< least height of what is pressed
  float window_padding, pad_x, pad_y, gap;
  float card_rounding, field_rounding;
};

[[nodiscard]] const Colours& light_colours();
[[nodiscard]] const Colours& dark_colours();
[[nodiscard]] const Lengths& lengths(SizeClass size);

/// Contrast ratio of two colours, 1 … 21. Source: WCAG 2.2, relative luminance.
[[nodiscard]] double contrast(Colour a, Colour b);

/// `over` laid on `under` with the given share, 0 … 1.
[[nodiscard]] Colour mixed(Colour under, Colour over, double share);

}  // namespace rembuk::ui
