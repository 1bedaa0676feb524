#include "app/ui/style.hpp"

#include <algorithm>
#include <cmath>

#include "app/ui/tokens.inc"

namespace rembuk::ui {
namespace {

double linear(Colour channel) {
  const double c = channel / 255.0;
  return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

double luminance(Colour colour) {
  return 0.2126 * linear(colour >> 16 & 255) + 0.7152 * linear(colour >> 8 & 255) +
         0.0722 * linear(colour & 255);
}

}  // namespace

const Colours& light_colours() { return light; }
const Colours& dark_colours() { return dark; }

const Lengths& lengths(SizeClass size) {
  static constexpr Lengths phone{17, 15, 20, 24, 32, 1.5F, 48, 16, 14, 14, 12, 12, 8};
  static constexpr Lengths laptop{16, 14, 20, 26, 36, 1.5F, 40, 24, 12, 10, 12, 12, 8};
  static constexpr Lengths projector{22, 18, 28, 36, 64, 1.4F, 48, 32, 16, 13, 16, 16, 10};
  return size == SizeClass::phone ? phone : size == SizeClass::laptop ? laptop : projector;
}

double contrast(Colour a, Colour b) {
  const double x = luminance(a), y = luminance(b);
  return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

Colour mixed(Colour under, Colour over, double share) {
  Colour out = 0;
  for (int shift = 16; shift >= 0; shift -= 8) {
    const double low = under >> shift & 255, high = over >> shift & 255;
    out |= static_cast<Colour>(std::lround(low + (high - low) * share)) << shift;
  }
  return out;
}

}  // namespace rembuk::ui
