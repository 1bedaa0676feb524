#pragma once
#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

/// The one table of codes, by kind: what a file, the server, a page, a rule or a card can say, in
/// both languages. The rows stand in codes.inc; the pages take theirs from it when they are packed.
///
/// What a rule says where it refuses or keeps somebody is here; what it demands, its citation, its
/// parameter and what is done about it stand together in engine/rules/rule_table.cpp, for they are
/// read as one record and are nobody's answer.
namespace rembuk {

/// One row. The texts name values as "{0}" or "{name}".
struct CodeText {
  std::string_view kind, code, indonesian, english;

  [[nodiscard]] constexpr std::string_view in(bool is_english) const {
    return is_english ? english : indonesian;
  }
};

/// A kind as an argument of a template.
template <std::size_t n>
struct CodeKind {
  char text[n];
  consteval CodeKind(const char (&name)[n]) { std::copy_n(name, n, text); }  // NOLINT: implicit
  [[nodiscard]] constexpr std::string_view name() const { return {text, n - 1}; }
};

/// All rows, for this header alone: whoever uses it links every text.
inline constexpr auto all_codes = std::to_array<CodeText>({
#include "engine/domain/codes.inc"
});

/// The rows of some kinds, in their order. What a program does not ask for is not in it.
template <CodeKind... kinds>
inline constexpr auto codes_of = [] {
  constexpr auto asked = [](const CodeText& row) { return ((row.kind == kinds.name()) || ...); };
  constexpr auto many = static_cast<std::size_t>(std::ranges::count_if(all_codes, asked));
  static_assert(many > 0, "no such kind");
  std::array<CodeText, many> rows;
  std::ranges::copy_if(all_codes, rows.begin(), asked);
  return rows;
}();

/// One row, found when the program is built: a code that is none does not compile.
template <CodeKind kind>
[[nodiscard]] consteval CodeText code_text(std::string_view code) {
  for (const CodeText& row : all_codes)
    if (row.kind == kind.name() && row.code == code) return row;
  throw "no such code";
}

}  // namespace rembuk
