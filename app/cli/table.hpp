#pragma once
#include <fmt/format.h>

#include <cmath>
#include <cstdint>
#include <string>
#include <string_view>

namespace rembuk::cli {

/// A number as people in the language write it: 1.234,5 or 1,234.5.
[[nodiscard]] inline std::string number(double value, bool english, int digits = 1) {
  const bool zero = std::abs(value) < 0.5 * std::pow(10.0, -digits);  // no «-0,0»
  std::string text = fmt::format("{:.{}f}", zero ? 0.0 : value, digits);
  auto at = static_cast<std::ptrdiff_t>(text.size());
  if (digits > 0) {
    at -= digits + 1;
    if (!english) text[static_cast<std::size_t>(at)] = ',';
  }
  for (at -= 3; at > (text[0] == '-' ? 1 : 0); at -= 3)
    text.insert(static_cast<std::size_t>(at), 1, english ? ',' : '.');
  return text;
}

/// The same with its sign, for a change: +1.234,5.
[[nodiscard]] inline std::string signed_number(double value, bool english, int digits = 1) {
  const std::string text = number(value, english, digits);
  return value > 0 && text != number(0, english, digits) ? "+" + text : text;
}

/// A whole number with its separators.
[[nodiscard]] inline std::string whole(std::int64_t value, bool english) {
  return number(static_cast<double>(value), english, 0);
}

/// How many columns a terminal uses for UTF-8 text without wide characters.
[[nodiscard]] inline std::size_t width(std::string_view text) {
  std::size_t columns = 0;
  for (const char c : text) columns += (static_cast<unsigned char>(c) & 0xc0) != 0x80;
  return columns;
}

/// `text` filled with blanks to `columns`; on the left if `right` aligned.
[[nodiscard]] inline std::string cell(std::string_view text, std::size_t columns,
                                      bool right = true) {
  const std::size_t blanks = columns > width(text) ? columns - width(text) : 0;
  return right ? std::string(blanks, ' ') + std::string(text)
               : std::string(text) + std::string(blanks, ' ');
}

}  // namespace rembuk::cli
