#include "web/server/deliberation/boards.hpp"

#include <algorithm>

#include "engine/aggregation/parts.hpp"
#include "engine/domain/snapshot.hpp"
#include "engine/rules/rule_effects.hpp"
#include "engine/rules/rule_words.hpp"
#include "engine/scoring/needs.hpp"

namespace rembuk::server {
namespace {

constexpr std::int32_t retiring_months = 24;

std::uint32_t u32(std::int64_t n) { return static_cast<std::uint32_t>(n); }

std::int64_t hundredths(const UnitNeed& need) { return (need.competence_points + 50) / 100; }

void put_heads(const UnitNeed& need, wire::UnitFigures& out) {
  out.needed = u32(need.needed);
  out.filled = u32(need.filled);
  out.covered = u32(need.covered);
}

void put_units(const Consultation& c, const Snapshot& s, bool planner, wire::NeedsBoard& board) {
  const auto needs = unit_needs(s, {});
  const auto people = retiring(s, retiring_months);
  std::int64_t retire = 0;
  for (std::size_t u = 0; u < c.units.size(); ++u) {
    wire::UnitFigures unit;
    unit.code = c.units[u].code;
    unit.name = c.units[u].name;
    unit.parent = c.units[u].parent.value;
    unit.agency = s.units[u].opd == UnitId{u} && c.units[u].kind != UnitKind::instansi;
    put_heads(needs[u], unit);
    unit.competence = planner ? Cell(hundredths(needs[u])) : Cell(Withheld::never_published);
    unit.retiring = planner ? Cell(std::int64_t{people[u]}) : Cell(Withheld::never_published);
    retire += people[u];
    board.units.push_back(std::move(unit));
  }
  const UnitNeed all = total(needs);
  put_heads(all, board.total);
  const auto threshold = static_cast<std::int64_t>(board.threshold);
  board.total.competence =
      planner || all.covered >= threshold ? Cell(hundredths(all)) : Cell(Withheld::few_people);
  board.total.retiring =
      planner ? Cell(retire) : publish_group(retire, board.employees, c.settings.threshold);
}

}  // namespace

wire::NeedsBoard needs_board(const Consultation& c, bool planner) {
  const Snapshot s = make_snapshot(c);
  const std::int32_t threshold = c.settings.threshold;
  const auto employees = static_cast<std::int64_t>(c.employees.size());
  const auto group = [&](std::int64_t people) {
    return planner ? Cell(people) : publish_group(people, employees, threshold);
  };
  wire::NeedsBoard board;
  board.reference_date = iso(c.settings.reference_date);
  board.threshold = u32(threshold);
  board.employees = u32(employees);
  board.retiring_months = retiring_months;
  put_units(c, s, planner, board);
  for (const auto& need : competence_needs(s))
    board.competences.push_back(
        {c.competences[need.competence.index()].name, u32(need.asked), group(need.met)});
  const Performance ratings = performance(c);
  std::vector<std::int32_t> parts = {ratings.unrated};
  parts.insert(parts.end(), ratings.people.begin(), ratings.people.end());
  board.performance = publish_parts(parts, threshold);  // also for the planner: published groups
  std::ranges::rotate(board.performance, board.performance.begin() + 1);
  board.newest_rating = ratings.newest_year;
  const Recorded rests_on = recorded(c);
  board.with_competence = group(rests_on.with_competence);
  // The rest of the whole: withheld together with those who are not rated.
  board.with_rating = published(board.performance.back()) ? Cell(std::int64_t{rests_on.with_rating})
                                                          : Cell(Withheld::few_people);
  if (rests_on.newest_assessment) board.newest_assessment = iso(*rests_on.newest_assessment);
  return board;
}

namespace {

/// Name and value of a rule's parameter as this consultation has it, since when and by what source
/// if the office has set it.
std::string parameter_of(const RuleEntry& entry, const Consultation& c) {
  const auto found = in_force(entry, c.settings, c.rule_rows);
  if (!found) return "";
  std::string shown = std::string(found->name) + " = " + found->value;
  if (found->own) shown += "\n" + found->since + "\n" + found->source;
  return shown;
}

Cell small_groups_withheld(Rule rule, std::int64_t people, std::int64_t of,
                           std::int32_t threshold) {
  return rule == Rule::R08 ? publish_group(people, of, threshold) : Cell(people);
}

}  // namespace

wire::RulesBoard rules_board(const Consultation& c, bool planner) {
  const Snapshot s = make_snapshot(c);
  wire::RulesBoard board;
  board.reference_date = iso(c.settings.reference_date);
  board.employees = u32(static_cast<std::int64_t>(c.employees.size()));
  board.posts = u32(static_cast<std::int64_t>(c.posts.size()));
  board.threshold = u32(c.settings.threshold);
  board.locked = Withheld::never_published;
  std::int64_t locked = 0;
  if (planner)
    for (std::size_t i = 0; i < c.employees.size(); ++i)
      locked += locks(s, EmployeeId{i}).empty() ? 0 : 1;
  if (planner) board.locked = locked;
  const auto effects = rule_effects(s);
  for (const auto& entry : rule_table()) {
    const auto rule = computed(entry);
    if (!rule) continue;
    wire::RuleFigures figures;
    figures.rule = entry.id;
    figures.parameter = parameter_of(entry, c);
    figures.locked = figures.refused = Withheld::never_published;
    const auto effect = std::ranges::find(effects, *rule, &RuleEffect::rule);
    if (planner && effect != effects.end()) {
      figures.locked =
          small_groups_withheld(*rule, effect->locked, board.employees, c.settings.threshold);
      figures.refused = effect->refused;
    }
    board.rules.push_back(std::move(figures));
  }
  return board;
}

}  // namespace rembuk::server
