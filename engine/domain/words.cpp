#include "engine/domain/words.hpp"

#include <algorithm>

namespace rembuk {

std::optional<std::size_t> position_of(std::string_view name,
                                       std::span<const std::string_view> names) {
  const auto found = std::ranges::find(names, name);
  if (found == names.end()) return std::nullopt;
  return static_cast<std::size_t>(found - names.begin());
}

int education_level(Education education) {
  const int at = static_cast<int>(education);
  return education >= Education::s1 ? at - 1 : at;  // D4 and S1 are one level
}

}  // namespace rembuk
