#include <array>
#include <deque>

#include "app/core/office/numbers.hpp"
#include "app/panels/office/figure_cards_view.hpp"
#include "app/panels/office_views.hpp"
#include "app/text/format.hpp"
#include "app/ui/ui.hpp"
#include "engine/domain/date.hpp"

/// All rules with their text, parameter and, for the planner, what they do to this data set.
namespace rembuk::office {
namespace {

using ui::Icon, ui::Tone;

bool english(const ui::Ui& ui) { return ui.language() == text::Language::english; }

std::string_view kind_key(RuleKind kind) {
  constexpr std::array<std::string_view, 3> keys = {"rules.hard", "rules.soft", "rules.process"};
  return keys[static_cast<std::size_t>(kind)];
}

Tone kind_tone(RuleKind kind) {
  return kind == RuleKind::hard   ? Tone::error
         : kind == RuleKind::soft ? Tone::primary
                                  : Tone::muted;
}

void tabs(const BoardModel& m, ui::Ui& ui, const Dispatch& dispatch) {
  const auto count = [&](std::optional<RuleKind> kind) {
    BoardModel all;
    all.only_kind = kind;
    return std::to_string(shown_rules(all).size());
  };
  const std::array<std::string, 4> titles = {
      ui.tr("rules.all_n", {{"n", count({})}}),
      std::string(ui.tr("rules.hard")) + " (" + count(RuleKind::hard) + ")",
      std::string(ui.tr("rules.soft")) + " (" + count(RuleKind::soft) + ")",
      std::string(ui.tr("rules.process")) + " (" + count(RuleKind::process) + ")"};
  const std::array<std::string_view, 4> views = {titles[0], titles[1], titles[2], titles[3]};
  const std::size_t current = m.only_kind ? static_cast<std::size_t>(*m.only_kind) + 1 : 0;
  if (const auto chosen = ui.tabs("kind", ui.tr("rules.kind"), views, current))
    dispatch(BoardAct{FilterRules{
        *chosen == 0 ? std::nullopt : std::optional(static_cast<RuleKind>(*chosen - 1))}});
}

/// "24 bulan di jabatan".
std::string value_text(const ParameterInForce& parameter, const ui::Ui& ui) {
  const bool word = parameter.value == "ya" || parameter.value == "tidak";
  const std::string value = word ? std::string(ui.tr("rules." + parameter.value)) : parameter.value;
  return ui.tr("rules.parameter." + std::string(parameter.name), {{"n", value}});
}

/// Since when the value holds and by what: "sejak 2017 · PP 11/2017", of the office's own its day.
std::string origin_text(const ParameterInForce& parameter, const ui::Ui& ui) {
  const auto day = parameter.own ? parse_date(parameter.since) : std::nullopt;
  const std::string since =
      day ? text::date_of_day(ui.language(), std::chrono::sys_days(*day).time_since_epoch().count())
          : parameter.since;
  if (parameter.own) return ui.tr("rules.own", {{"day", since}, {"source", parameter.source}});
  if (since.empty()) return std::string(ui.tr("rules.policy"));
  return ui.tr("rules.since", {{"year", since}}) + " · " + parameter.source;
}

/// What stands in an empty cell; on a phone, where each cell is a line, there is none.
std::string nothing(const ui::Ui& ui) { return ui.narrow() ? "" : "–"; }

/// The text that demands it, since when, and how sure that is.
std::string citation_text(const RuleEntry& entry, const ui::Ui& ui) {
  std::string source(entry.citation.empty() ? ui.tr("rules.policy") : entry.citation);
  if (entry.since > 0)
    source += "\n" + ui.tr("rules.since", {{"year", std::to_string(entry.since)}});
  constexpr std::array<std::string_view, 5> sure = {"", "rules.press", "rules.partly",
                                                    "rules.unchecked", ""};
  if (const auto key = sure[static_cast<std::size_t>(entry.verified)]; !key.empty())
    source += " · " + std::string(ui.tr(key));
  return source;
}

/// How many, or why that is not said.
ui::Cell effect_cell(const wire::Cell* cell, std::uint32_t threshold, const ui::Ui& ui,
                     std::deque<std::string>& texts) {
  if (!cell) return {texts.emplace_back(nothing(ui)), Tone::muted};
  if (const auto n = number(*cell)) return {texts.emplace_back(text::whole(ui.language(), *n))};
  return {texts.emplace_back(withheld_text(ui.text(), std::get<wire::Withheld>(*cell), threshold)),
          Tone::muted};
}

void rule_table(const Model& model, ui::Ui& ui) {
  const BoardModel& m = model.boards;
  const bool effects = model.planner() && m.rules;
  const std::uint32_t threshold = m.rules ? m.rules->threshold : 10;
  std::deque<std::string> texts;
  const auto keep = [&](std::string text) -> std::string_view {
    return texts.emplace_back(std::move(text));
  };
  std::vector<ui::Row> rows;
  for (const auto* entry : shown_rules(m)) {
    const auto* figures = figures_of(m, entry->id);
    const auto parameter = parameter_of(m, *entry);
    ui::Row row{entry->id, {}};
    row.cells.push_back({entry->id});
    row.cells.push_back({ui.tr(kind_key(entry->kind)), kind_tone(entry->kind)});
    row.cells.push_back({keep(rule_sentence(entry->demand, parameter, english(ui)) + "\n" +
                              rule_sentence(entry->applied, parameter, english(ui)))});
    row.cells.push_back({keep(citation_text(*entry, ui)), Tone::muted});
    row.cells.push_back({keep(parameter ? value_text(*parameter, ui) : nothing(ui))});
    if (effects) {
      const ui::Cell never{ui.tr("rules.never"), Tone::muted};
      const bool hidden = entry->id == "R06";
      for (const auto cell : {&wire::RuleFigures::locked, &wire::RuleFigures::refused})
        row.cells.push_back(
            hidden ? never
                   : effect_cell(figures ? &(figures->*cell) : nullptr, threshold, ui, texts));
    }
    rows.push_back(std::move(row));
  }
  std::vector<ui::Column> columns = {{ui.tr("rules.id"), false, 0.5f},
                                     {ui.tr("rules.kind"), false, 0.7f},
                                     {ui.tr("rules.demand"), false, 4},
                                     {ui.tr("rules.source"), false, 2.2f},
                                     {ui.tr("rules.parameter"), false, 1.5f}};
  if (effects) {
    columns.push_back({ui.tr("rules.locked"), true, 0.9f});
    columns.push_back({ui.tr("rules.refused"), true, 1.1f});
  }
  (void)ui.table("rules", ui.tr("rules.title"), columns, rows);
}

/// What keeps people in place, above all other rules: by what text, with what value in force.
void locking(const Model& model, ui::Ui& ui) {
  const BoardModel& m = model.boards;
  const bool counted = model.planner() && m.rules;
  std::deque<std::string> texts;
  const auto keep = [&](std::string text) -> std::string_view {
    return texts.emplace_back(std::move(text));
  };
  std::vector<ui::Row> rows;
  for (const auto* entry : locking_rules(m)) {
    const auto parameter = parameter_of(m, *entry);
    const RuleWords& words = entry->refusal.english.empty() ? entry->demand : entry->refusal;
    ui::Row row{entry->id, {}};
    row.cells.push_back(
        {keep(std::string(entry->id) + " · " + rule_sentence(words, parameter, english(ui)))});
    row.cells.push_back(
        {keep(parameter ? value_text(*parameter, ui) + "\n" + origin_text(*parameter, ui)
                        : nothing(ui))});
    row.cells.push_back({keep(citation_text(*entry, ui)), Tone::muted});
    const auto* figures = figures_of(m, entry->id);
    if (counted)
      row.cells.push_back(
          effect_cell(figures ? &figures->locked : nullptr, m.rules->threshold, ui, texts));
    rows.push_back(std::move(row));
  }
  std::vector<ui::Column> columns = {{ui.tr("rules.rule"), false, 3.2f},
                                     {ui.tr("rules.in_force"), false, 2},
                                     {ui.tr("rules.source"), false, 2.2f}};
  if (counted) columns.push_back({ui.tr("rules.locked"), true, 0.9f});
  const auto card = ui.card("locking");
  ui.heading(2, ui.tr("rules.locking"), Icon::lock);
  (void)ui.table("locking", ui.tr("rules.locking"), columns, rows);
}

void figures(const Model& model, ui::Ui& ui) {
  if (!model.boards.rules || !model.planner()) return;
  const auto& b = *model.boards.rules;
  const auto locked = number(b.locked);
  const FigureCards one(ui, {1, 1, 1});
  one("rules.locked_all", locked ? text::whole(ui.language(), *locked) : "–",
      ui.tr("rules.of_employees", {{"n", text::whole(ui.language(), b.employees)}}));
  one("rules.free", locked ? text::whole(ui.language(), b.employees - *locked) : "–",
      std::string(ui.tr("rules.free_note")));
  const std::int64_t pairs = std::int64_t{b.employees} * b.posts - b.employees;
  one("rules.pairs", text::whole(ui.language(), std::max<std::int64_t>(pairs, 0)),
      ui.tr("rules.pairs_note", {{"n", text::whole(ui.language(), b.posts)}}));
}

std::string finding(const Model& model, const ui::Ui& ui) {
  const auto& board = model.boards.rules;
  const auto locked = board ? number(board->locked) : std::nullopt;
  if (!locked || !model.planner()) return std::string(ui.tr("rules.title"));
  return ui.tr("rules.finding", {{"n", text::whole(ui.language(), board->employees - *locked)},
                                 {"of", text::whole(ui.language(), board->employees)}});
}

}  // namespace

void draw_rules(const Model& model, ui::Ui& ui, const Dispatch& dispatch) {
  const BoardModel& m = model.boards;
  office_frame(model, ui, dispatch);
  const auto body = ui.body("rules", ui::Width::wide);
  ui.heading(1, finding(model, ui));
  ui.paragraph(ui.tr("rules.text"), Tone::muted);
  if (!m.problem.empty() && !m.rules)
    ui.notice("rules_problem", Tone::error, ui.tr("problem.title"), ui.tr("problem." + m.problem));
  if (!m.rules && m.problem.empty()) ui.skeleton(3, ui.tr("starting.wait"));
  figures(model, ui);
  locking(model, ui);
  const auto card = ui.card("register");
  ui.heading(2, ui.tr("rules.all"), Icon::scale);
  tabs(m, ui, dispatch);
  rule_table(model, ui);
  if (model.planner()) ui.small(ui.tr("rules.note"));
  ui.small(ui.tr("rules.confirm"));
  if (ui.link("method", ui.tr("method.link"))) dispatch(Go{Screen::method});
}

}  // namespace rembuk::office
