#include "engine/base/plain_text.hpp"

#include <algorithm>
#include <cstdint>

namespace rembuk {
namespace {

bool leads(char c) { return (c & 0xc0) != 0x80; }

bool is_obeyed(std::string_view letter) {
  const auto first = static_cast<std::uint8_t>(letter[0]);
  if (letter.size() == 1) return (first < 0x20 && first != '\n') || first == 0x7f;
  if (first == 0xc2) return static_cast<std::uint8_t>(letter[1]) < 0xa0;
  return (letter >= "\u2028" && letter <= "\u202e") || (letter >= "\u2066" && letter <= "\u2069");
}

}  // namespace

std::string plain_text(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at + 1;
    while (end < text.size() && !leads(text[end])) ++end;
    const auto letter = text.substr(at, end - at);
    if (letter == "\t")
      out += ' ';
    else if (!is_obeyed(letter))
      out += letter;
    at = end;
  }
  return out;
}

std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(text, leads));
}

std::string_view beginning(std::string_view text, std::size_t most) {
  std::size_t at = 0;
  for (std::size_t seen = 0; at < text.size(); ++at)
    if (leads(text[at]) && ++seen > most) break;
  return text.substr(0, at);
}

}  // namespace rembuk
