#pragma once
#include <string>
#include <string_view>
#include <vector>

/// Finding texts by the beginnings of their words.
namespace rembuk::text {

/// Lower case without accents, words parted by single spaces, a space in front.
[[nodiscard]] std::string folded(std::string_view text);

/// The words of a query, each folded with its space in front.
[[nodiscard]] std::vector<std::string> words_of(std::string_view query);

/// Whether each of `words` begins a word of `text`, which is folded; true for no words.
[[nodiscard]] bool holds(std::string_view text, const std::vector<std::string>& words);

}  // namespace rembuk::text
