#include "app/browser/font.hpp"

#include <cstddef>

namespace rembuk::browser {
namespace {

constexpr float unknown = 1.2F;

int big16(std::span<const std::uint8_t> file, std::size_t at) {
  return at + 2 <= file.size() ? file[at] << 8 | file[at + 1] : 0;
}
std::int16_t signed16(std::span<const std::uint8_t> file, std::size_t at) {
  return static_cast<std::int16_t>(big16(file, at));
}

/// Where the table of this four-letter name begins; 0: none.
std::size_t table(std::span<const std::uint8_t> file, const char (&name)[5]) {
  const int count = big16(file, 4);
  for (std::size_t i = 0; i < static_cast<std::size_t>(count); ++i) {
    const std::size_t at = 12 + i * 16;
    if (at + 16 > file.size()) return 0;
    bool same = true;
    for (std::size_t k = 0; k < 4; ++k)
      same = same && file[at + k] == static_cast<std::uint8_t>(name[k]);
    if (same)
      return static_cast<std::size_t>(big16(file, at + 8)) << 16 |
             static_cast<std::size_t>(big16(file, at + 10));
  }
  return 0;
}

}  // namespace

float height_of_font(std::span<const std::uint8_t> file) {
  const std::size_t head = table(file, "head"), hhea = table(file, "hhea");
  if (head == 0 || hhea == 0) return unknown;
  const int units = big16(file, head + 18);
  const int tall = signed16(file, hhea + 4) - signed16(file, hhea + 6);
  if (units <= 0 || tall <= 0) return unknown;
  return static_cast<float>(tall) / static_cast<float>(units);
}

}  // namespace rembuk::browser
