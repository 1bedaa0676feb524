#include "app/core/office/boards.hpp"

#include <algorithm>
#include <tuple>

#include "app/core/office/generating.hpp"
#include "app/core/office/numbers.hpp"
#include "app/core/office/office_desk.hpp"
#include "engine/wire/codec.hpp"

namespace rembuk::office {
namespace {

template <class... F>
struct Overloaded : F... {
  using F::operator()...;
};

void add(wire::Cell& sum, const wire::Cell& part) {
  if (!published(sum)) return;
  if (published(part))
    sum = std::get<std::int64_t>(sum) + std::get<std::int64_t>(part);
  else
    sum = part;
}

/// The agency that a unit is in, or the unit itself above all agencies.
std::int32_t agency_of(const wire::NeedsBoard& board, std::int32_t unit) {
  std::int32_t at = unit;
  for (std::size_t step = 0; step < board.units.size(); ++step) {
    const auto& one = board.units[static_cast<std::size_t>(at)];
    if (one.agency || one.parent < 0) return at;
    at = one.parent;
  }
  return unit;
}

void put(NeedLine& line, const wire::UnitFigures& unit) {
  line.needed += unit.needed;
  line.filled += unit.filled;
  line.covered += unit.covered;
  add(line.competence, unit.competence);
  add(line.retiring, unit.retiring);
}

double rank(const NeedLine& line, NeedColumn by) {
  const auto cell = [](const wire::Cell& c) {
    return published(c) ? static_cast<double>(std::get<std::int64_t>(c)) : -1.0;
  };
  switch (by) {
    case NeedColumn::needed:
      return static_cast<double>(line.needed);
    case NeedColumn::filled:
      return static_cast<double>(line.filled);
    case NeedColumn::gap:
      return static_cast<double>(line.gap());
    case NeedColumn::covered:
      return line.share().value_or(2);
    case NeedColumn::competence:
      return cell(line.competence);
    case NeedColumn::retiring:
      return cell(line.retiring);
    case NeedColumn::name:
      break;
  }
  return 0;
}

}  // namespace

std::optional<double> NeedLine::share() const {
  if (needed == 0) return std::nullopt;
  return static_cast<double>(covered) / static_cast<double>(needed);
}

std::vector<NeedLine> need_lines(const BoardModel& m) {
  std::vector<NeedLine> lines;
  if (!m.needs) return lines;
  const auto& board = *m.needs;
  std::vector<std::int32_t> line_of(board.units.size(), -1);
  for (std::size_t u = 0; u < board.units.size(); ++u) {
    const auto unit = static_cast<std::int32_t>(u), agency = agency_of(board, unit);
    if (m.agency >= 0 && agency != m.agency) continue;
    const std::int32_t whose = m.agency >= 0 ? unit : agency;
    auto& at = line_of[static_cast<std::size_t>(whose)];
    if (at < 0) {
      at = static_cast<std::int32_t>(lines.size());
      NeedLine& line = lines.emplace_back();
      line.unit = whose;
      line.name = board.units[static_cast<std::size_t>(whose)].name;
      line.competence = line.retiring = std::int64_t{0};
    }
    put(lines[static_cast<std::size_t>(at)], board.units[u]);
  }
  std::erase_if(lines, [](const NeedLine& line) { return line.needed == 0 && line.filled == 0; });
  std::ranges::sort(lines, [&](const NeedLine& a, const NeedLine& b) {
    const double x = rank(a, m.sorted_by), y = rank(b, m.sorted_by);
    if (x != y) return m.descending ? x > y : x < y;
    if (m.sorted_by == NeedColumn::name && m.descending) return a.name > b.name;
    return a.name < b.name;
  });
  return lines;
}

std::vector<CompetenceGap> competence_gaps(const wire::NeedsBoard& board) {
  std::vector<CompetenceGap> out;
  for (const auto& one : board.competences) {
    CompetenceGap gap{one.name, one.asked, std::nullopt};
    if (const auto met = number(one.met)) gap.gap = std::int64_t{one.asked} - *met;
    out.push_back(std::move(gap));
  }
  std::ranges::sort(out, [](const CompetenceGap& a, const CompetenceGap& b) {
    const auto x = a.gap.value_or(-1), y = b.gap.value_or(-1);
    return x != y ? x > y : a.name < b.name;
  });
  return out;
}

std::vector<const RuleEntry*> shown_rules(const BoardModel& m) {
  std::vector<const RuleEntry*> out;
  for (const auto& entry : rule_table())
    if (!m.only_kind || entry.kind == *m.only_kind) out.push_back(&entry);
  return out;
}

std::vector<const RuleEntry*> locking_rules(const BoardModel& m) {
  std::vector<const RuleEntry*> out;
  for (const auto& entry : rule_table())
    if (locks_people(entry)) out.push_back(&entry);
  const auto order = [&](const RuleEntry* entry) {
    const auto* figures = figures_of(m, entry->id);
    return std::pair(figures ? -number(figures->locked).value_or(0) : 0, entry->id);
  };
  std::ranges::sort(out, {}, order);
  return out;
}

std::optional<ParameterInForce> parameter_of(const BoardModel& m, const RuleEntry& entry) {
  auto parameter = built_in(entry);
  const auto* figures = figures_of(m, entry.id);
  if (!parameter || !figures) return parameter;
  std::vector<std::string> lines(1);
  for (const char c : figures->parameter)
    if (c == '\n')
      lines.emplace_back();
    else
      lines.back() += c;
  const std::string name = std::string(parameter->name) + " = ";
  if (!lines[0].starts_with(name)) return parameter;
  parameter->value = lines[0].substr(name.size());
  if (lines.size() < 3) return parameter;
  parameter->since = lines[1];
  parameter->source = lines[2];
  parameter->own = true;
  return parameter;
}

const wire::RuleFigures* figures_of(const BoardModel& m, std::string_view id) {
  if (!m.rules) return nullptr;
  const auto found = std::ranges::find(m.rules->rules, id, &wire::RuleFigures::rule);
  return found == m.rules->rules.end() ? nullptr : &*found;
}

void open_board(Step& step) {
  Model& m = step.model;
  // A facilitator's menu names units with their people.
  const bool menu = m.screen == Screen::compare && m.session && !m.planner();
  if ((m.screen == Screen::needs || menu) && !m.boards.needs && !m.boards.asked_needs) {
    m.boards.asked_needs = true;
    ask(step, Asked::needs, "GET", "/api/v1/needs");
  }
  if (m.screen == Screen::rules && !m.boards.rules && !m.boards.asked_rules) {
    m.boards.asked_rules = true;
    ask(step, Asked::rules, "GET", "/api/v1/rules");
  }
}

void hear_board(Step& step, const Answered& answer) {
  BoardModel& m = step.model.boards;
  const bool needs = answer.what == Asked::needs;
  (needs ? m.asked_needs : m.asked_rules) = false;
  m.problem = answer.status == 200 ? "" : problem_of(answer);
  if (answer.status != 200) return;
  if (needs) {
    if (auto board = wire::decode<wire::NeedsBoard>(answer.bytes))
      m.needs = std::move(*board);
    else
      m.problem = "server_unclear";
  } else if (auto board = wire::decode<wire::RulesBoard>(answer.bytes)) {
    m.rules = std::move(*board);
  } else {
    m.problem = "server_unclear";
  }
}

void act(Step& step, const BoardAct& what) {
  BoardModel& m = step.model.boards;
  std::visit(Overloaded{
                 [&](const ChoseAgency& x) {
                   const bool known =
                       m.needs && x.unit < static_cast<std::int32_t>(m.needs->units.size());
                   m.agency = known ? x.unit : -1;
                 },
                 [&](const SortNeeds& x) {
                   m.descending = m.sorted_by == x.by ? !m.descending : x.by != NeedColumn::name;
                   m.sorted_by = x.by;
                 },
                 [&](const FilterRules& x) { m.only_kind = x.kind; },
             },
             what);
}

}  // namespace rembuk::office
