#pragma once
#include <array>
#include <string>
#include <string_view>

#include "engine/base/random.hpp"
#include "engine/province/province.hpp"

namespace rembuk::files {

/// A text that spreadsheets, CSV readers and formulas trip over. Blanks around a value are no part
/// of it.
inline std::string nasty(Random& random, bool with_semicolon = true) {
  constexpr std::array<std::string_view, 22> pieces = {
      "a", "Z",  "0", "é",  "à",        "😀", "\"", "\"\"", "\n", "\r\n", ",",
      "=", "+1", "-", "@x", "\xc2\xa0", "'",  "''", " ",    "\t", "|",    ";"};
  std::string text;
  do {
    text.clear();
    const auto count = 1 + random.below(9);
    for (std::uint32_t k = 0; k < count; ++k)
      text += pieces[random.below(static_cast<std::uint32_t>(pieces.size()) -
                                  (with_semicolon ? 0 : 1))];
    std::string_view inner = text;
    const auto blank = [](std::string_view c) { return c.find_first_not_of(" \t\r\n") == c.npos; };
    while (!inner.empty() && (blank(inner.substr(0, 1)) || inner.starts_with("\xc2\xa0")))
      inner.remove_prefix(blank(inner.substr(0, 1)) ? 1 : 2);
    while (!inner.empty() && (blank(inner.substr(inner.size() - 1)) || inner.ends_with("\xc2\xa0")))
      inner.remove_suffix(blank(inner.substr(inner.size() - 1)) ? 1 : 2);
    text = std::string(inner);
  } while (text.empty());
  return text;
}

/// A province whose every free text is nasty, and whose codes begin with something nasty.
inline Consultation nasty_province(std::uint64_t seed) {
  Random random(seed, 7);
  Consultation c = make_province({.employees = 60, .seed = seed});
  const std::string mark =
      nasty(random).substr(0, 1) == "a" ? "=" : "'-\"";  // order of codes stays
  for (auto& unit : c.units) {
    unit.code = mark + unit.code;
    unit.name = nasty(random);
  }
  for (auto& post : c.posts) {
    post.code = mark + post.code;
    post.name = nasty(random);
    for (auto& field : post.education_fields) field = nasty(random, false);
  }
  for (auto& competence : c.competences) {
    competence.code = mark + competence.code;
    competence.name = nasty(random);
  }
  for (auto& employee : c.employees) {
    employee.name = nasty(random);
    employee.title_before = random.chance(0.5) ? nasty(random) : "";
    employee.title_after = random.chance(0.5) ? nasty(random) : "";
    employee.major = nasty(random);
    employee.legal_status = nasty(random);
  }
  for (auto& concern : c.concerns) concern.help = random.chance(0.5) ? nasty(random) : "";
  return c;
}

}  // namespace rembuk::files
