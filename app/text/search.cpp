#include "app/text/search.hpp"

#include <algorithm>

namespace rembuk::text {

std::string folded(std::string_view text) {
  std::string out = " ";
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto c = static_cast<unsigned char>(text[at]);
    if (c >= 'A' && c <= 'Z') {
      out += static_cast<char>(c + 32);
    } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
      out += static_cast<char>(c);
    } else if (c == 0xc3 && at + 1 < text.size()) {  // Latin-1: the letter under the accent
      constexpr std::string_view letters =
          "aaaaaaaceeeeiiiidnooooo ouuuuy  aaaaaaaceeeeiiiidnooooo ouuuuy y";
      const auto next = static_cast<unsigned char>(text[++at]);
      out += letters[next & 0x3f];
    } else if ((c == 0xcc || c == 0xcd) && at + 1 < text.size()) {
      ++at;  // an accent of its own, after its letter
    } else if (c < 0x80 && out.back() != ' ') {
      out += ' ';
    } else if (c >= 0xc0 && out.back() != ' ') {
      out += ' ';  // dashes and other signs part words
    }
  }
  return out;
}

std::vector<std::string> words_of(std::string_view query) {
  const std::string text = folded(query);
  std::vector<std::string> words;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find(' ', at + 1), text.size());
    if (end > at + 1) words.push_back(text.substr(at, end - at));  // with its leading space
    at = end;
  }
  return words;
}

bool holds(std::string_view text, const std::vector<std::string>& words) {
  return std::ranges::all_of(
      words, [&](const std::string& word) { return text.find(word) != std::string_view::npos; });
}

}  // namespace rembuk::text
