#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace rembuk {

/// A UTF-8 text without what a terminal or a table obeys instead of showing it: control characters
/// but the line break, line and paragraph separators, and marks that turn the direction of writing.
/// A tab becomes a blank.
[[nodiscard]] std::string plain_text(std::string_view text);

/// Characters of a UTF-8 text.
[[nodiscard]] std::size_t characters(std::string_view text);
/// The beginning of a UTF-8 text, at most `most` characters of it.
[[nodiscard]] std::string_view beginning(std::string_view text, std::size_t most);

}  // namespace rembuk
