#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/domain/codes.hpp"
#include "engine/domain/records.hpp"
#include "engine/rules/rules.hpp"
#include "engine/scoring/criteria.hpp"

/// Sentences as data: a code, its arguments and what it rests on. The words stand in one table.
namespace rembuk {

/// One argument of a sentence. Numbers are in `value`, everything with a name has its code too.
struct Argument {
  enum class Kind : std::uint8_t {
    number,
    minutes,
    share,   ///< points, shown as a percentage
    change,  ///< points, shown as signed percentage points
    date,    ///< days since 1970 in `value`, ISO in `code`
    text,    ///< in `code`, shown as it is
    post,
    unit,
    region,
    competence,
    rule,  ///< shown with its citation
    word,  ///< `code` is looked up in the table under kind `table`
  };
  std::string name;
  Kind kind = Kind::number;
  std::int64_t value = 0;
  std::string code;
  std::string_view table = {};

  /// True if the code, not the value, says what it is.
  [[nodiscard]] bool is_named() const { return kind >= Kind::date; }
  friend bool operator==(const Argument&, const Argument&) = default;
};

struct Sentence {
  std::string code;   ///< of the table, kind "sentence"
  std::string basis;  ///< rule id, criterion, concern, objective, policy or field (file.column)
  std::vector<Argument> arguments;

  friend bool operator==(const Sentence&, const Sentence&) = default;
};

/// Of the one table of codes. Whole sentences; "{name}" stands for the argument of that name.
[[nodiscard]] std::span<const CodeText> explanation_texts();
/// Words inside of them: policy, objective, criterion, concern, help, goal, post_kind,
/// post_level.
[[nodiscard]] std::span<const CodeText> explanation_words();
/// Null if neither has such a code.
[[nodiscard]] const CodeText* explanation_text(std::string_view kind, std::string_view code);

/// The sentence in words. An unknown code gives the code itself. `consultation` gives names.
[[nodiscard]] std::string in_words(const Sentence& sentence, const Consultation& consultation,
                                   bool english);
/// What the id that a sentence rests on stands for; a rule with its citation. Empty if unknown.
[[nodiscard]] std::string basis_in_words(std::string_view basis, const Consultation& consultation,
                                         bool english);

namespace say {

[[nodiscard]] Argument number(std::string name, std::int64_t value);
[[nodiscard]] Argument minutes(std::string name, std::int64_t value);
[[nodiscard]] Argument share(std::string name, std::int64_t points);
[[nodiscard]] Argument points(std::string name, std::int64_t change);
[[nodiscard]] Argument date(std::string name, Date day);
[[nodiscard]] Argument text(std::string name, std::string shown);
[[nodiscard]] Argument post(std::string name, const Consultation& c, PostId j);
[[nodiscard]] Argument unit(std::string name, const Consultation& c, UnitId u);
[[nodiscard]] Argument unit_of(std::string name, const Consultation& c, PostId j);
[[nodiscard]] Argument region(std::string name, std::string code);
[[nodiscard]] Argument competence(std::string name, const Consultation& c, CompetenceId id);
[[nodiscard]] Argument rule(std::string name, Rule rule);
[[nodiscard]] Argument word(std::string name, std::string_view table, std::string code);
[[nodiscard]] Argument target(std::string name, const Consultation& c, const Wish& wish);

}  // namespace say
}  // namespace rembuk
