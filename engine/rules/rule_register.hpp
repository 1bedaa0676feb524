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

/// How sure the citation is: the text was read, read in a secondary copy or the press, only partly,
/// or taken over without a check. A person of the personnel office confirms it before real use.
enum class Verified : std::uint8_t { read, press, partly, unchecked, not_needed };

/// One rule of the field as this product treats it, enforced or not.
struct RuleEntry {
  std::string_view id;  ///< "R03", "S05"
  RuleKind kind;
  std::string_view indonesian, english;  ///< the demand in one sentence
  std::string_view citation;             ///< of the text; policies of the office: empty
  std::int16_t since;                    ///< year of the text, 0: policy of the office
  Verified verified;
  std::string_view applied_indonesian, applied_english;  ///< what the product does about it
};

/// All rules, R01 … R25 and S01 … S10.
[[nodiscard]] std::span<const RuleEntry> rule_register();

/// The rule that computes, if one does.
[[nodiscard]] std::optional<Rule> enforced(std::string_view id);

}  // namespace rembuk
