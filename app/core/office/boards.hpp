#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "engine/rules/rule_words.hpp"
#include "engine/wire/office.hpp"

/// The boards of needs and rules: what was fetched, and how the person looks at it.
namespace rembuk::office {

enum class NeedColumn : std::uint8_t { name, needed, filled, gap, covered, competence, retiring };

struct BoardModel {
  std::optional<wire::NeedsBoard> needs;
  std::optional<wire::RulesBoard> rules;
  bool asked_needs = false, asked_rules = false;
  std::string problem;

  std::int32_t agency = -1;  ///< unit whose own units are listed; −1: all agencies
  NeedColumn sorted_by = NeedColumn::gap;
  bool descending = true;
  std::optional<RuleKind> only_kind;
};

struct ChoseAgency {
  std::int32_t unit = -1;
};
struct SortNeeds {
  NeedColumn by = NeedColumn::gap;
};
struct FilterRules {
  std::optional<RuleKind> kind;
};
using BoardAct = std::variant<ChoseAgency, SortNeeds, FilterRules>;

/// One line of the table of needs: an agency with all units below it, or one unit.
struct NeedLine {
  std::int32_t unit = -1;
  std::string name;
  std::int64_t needed = 0, filled = 0, covered = 0;
  wire::Cell competence;  ///< hundredths of heads
  wire::Cell retiring;    ///< people

  [[nodiscard]] std::int64_t gap() const { return needed - covered; }
  /// Share of the need that is filled, 0 … 1; none where nothing is needed.
  [[nodiscard]] std::optional<double> share() const;
};

/// The agencies, or the units of the chosen one, in the order that the person chose; lines without
/// need and heads are left out. Ties by name. A sum with a withheld part is withheld.
[[nodiscard]] std::vector<NeedLine> need_lines(const BoardModel& model);

/// Competences by gap, largest first; those whose gap is withheld come last.
struct CompetenceGap {
  std::string name;
  std::int64_t asked = 0;
  std::optional<std::int64_t> gap;
};
[[nodiscard]] std::vector<CompetenceGap> competence_gaps(const wire::NeedsBoard& board);

/// The rules that the filter lets through.
[[nodiscard]] std::vector<const RuleEntry*> shown_rules(const BoardModel& model);
/// Those that keep people in place; where it is known how many, those of the most people first.
[[nodiscard]] std::vector<const RuleEntry*> locking_rules(const BoardModel& model);
/// The parameter of a rule as the server says it, else as it is built in; nothing if it has none.
[[nodiscard]] std::optional<ParameterInForce> parameter_of(const BoardModel& model,
                                                           const RuleEntry& entry);
/// Figures of a rule, if it computes and they are there.
[[nodiscard]] const wire::RuleFigures* figures_of(const BoardModel& model, std::string_view id);

}  // namespace rembuk::office
