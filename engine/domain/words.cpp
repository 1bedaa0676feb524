#include "engine/domain/words.hpp"

#include "engine/base/same_text.hpp"

namespace rembuk {

std::optional<std::size_t> position_of(std::string_view name,
                                       std::span<const std::string_view> names) {
  for (std::size_t at = 0; at < names.size(); ++at)
    if (same_text(names[at], name)) return at;
  return std::nullopt;
}

int education_level(Education education) {
  const int at = static_cast<int>(education);
  return education >= Education::s1 ? at - 1 : at;  // D4 and S1 are one level
}

}  // namespace rembuk
