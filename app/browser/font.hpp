#pragma once
#include <cstdint>
#include <span>

namespace rembuk::browser {

/// Ascent and descent of a TrueType file as a multiple of its em; 1.2 where the file is no font.
///
/// Source   OpenType specification, tables head (unitsPerEm) and hhea (ascender, descender).
[[nodiscard]] float height_of_font(std::span<const std::uint8_t> file);

}  // namespace rembuk::browser
