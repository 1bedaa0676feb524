#pragma once
#include <fmt/format.h>

#include <string>
#include <string_view>

namespace rembuk::cli {

/// `text` as a JSON string, quotes included.
[[nodiscard]] inline std::string json_text(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (static_cast<unsigned char>(c) < 0x20) {
      out += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
    } else {
      out += c;
    }
  }
  return out + '"';
}

/// The shortest text that reads back as the same number; always a JSON number.
[[nodiscard]] inline std::string json_number(double value) { return fmt::format("{}", value); }

}  // namespace rembuk::cli
