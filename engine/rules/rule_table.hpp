#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "engine/rules/rules.hpp"

namespace rembuk {

/// hard: refuses a person or a pair. soft: weighs, never refuses. process: people see to it, no
/// computation does.
enum class RuleKind : std::uint8_t { hard, soft, process };

/// Where the rule refuses: a person, whom it keeps in place; a pair of a person and another post;
/// the seats of a post. nowhere: it does not, for a person sees to it or it only weighs.
enum class AppliedAt : std::uint8_t { nowhere, person, pair, person_and_pair, seats };

/// How sure the citation is: the text was read, read in a secondary copy or the press, only partly,
/// or taken over without a check. A person of the personnel office confirms it before real use.
enum class Verified : std::uint8_t { read, press, partly, unchecked, not_needed };

/// A sentence in both languages. Of the parameter in force: "{n}" is its value, "{months}" the same
/// as "24 bulan", "{term}" as the law says it ("dua tahun") where it says so, "{source}" "; " and
/// the office's source where the office has set it.
struct RuleWords {
  std::string_view indonesian = {}, english = {};
  [[nodiscard]] std::string_view in(bool is_english) const {
    return is_english ? english : indonesian;
  }
};

/// The number that a rule rests on, as it holds unless the office sets another.
struct RuleParameter {
  std::string_view name = {};  ///< as in RuleValues or konsultasi.json; empty: the rule has none
  std::int32_t value = 0;      ///< yes/no: 1 or 0
  bool yes_no = false;
  std::int16_t since = 0;        ///< year, 0: policy of the office, always
  std::string_view source = {};  ///< of the number, empty: policy of the office
  RuleWords note = {};
};

/// One rule of the field: everything that the product knows of it, computed or not.
struct RuleEntry {
  std::string_view id;  ///< "R03", "S05"
  RuleKind kind = RuleKind::process;
  AppliedAt applied_at = AppliedAt::nowhere;
  std::string_view citation = {};  ///< of the text; policies of the office: empty
  std::int16_t since = 0;          ///< year of the text, 0: policy of the office
  Verified verified = Verified::not_needed;
  RuleWords demand;        ///< in one sentence
  RuleWords applied;       ///< what the product does about it
  RuleWords refusal = {};  ///< what is said where it refuses; empty: the demand
  RuleWords kept = {};     ///< what a person is told whom it keeps in place
  RuleParameter parameter = {};
};

/// All rules, R01 … R25 and S01 … S10.
[[nodiscard]] std::span<const RuleEntry> rule_table();

/// The rule that refuses, if this one does.
[[nodiscard]] std::optional<Rule> computed(const RuleEntry& entry);
/// Whether it keeps people in place.
[[nodiscard]] constexpr bool locks_people(const RuleEntry& entry) {
  return entry.applied_at == AppliedAt::person || entry.applied_at == AppliedAt::person_and_pair;
}
[[nodiscard]] const RuleEntry& rule_entry(Rule rule);

}  // namespace rembuk
