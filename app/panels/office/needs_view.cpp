#include <algorithm>
#include <array>
#include <deque>
#include <span>

#include "app/core/office/numbers.hpp"
#include "app/panels/office/figure_cards_view.hpp"
#include "app/panels/office_views.hpp"
#include "app/text/format.hpp"
#include "app/ui/ui.hpp"
#include "engine/domain/date.hpp"

/// What the offices need: heads, competences, retirements, ratings; each with its date and on how
/// many people it rests.
namespace rembuk::office {
namespace {

using ui::Icon, ui::Kind, ui::Tone;

std::string day_text(const ui::Ui& ui, const std::string& day) {
  const auto date = parse_date(day);
  if (!date) return day;
  return text::date_of_day(ui.language(), std::chrono::sys_days(*date).time_since_epoch().count());
}

std::string whole(const ui::Ui& ui, std::int64_t n) { return text::whole(ui.language(), n); }

/// A cell's number, or why there is none.
std::string cell_text(const ui::Ui& ui, const wire::Cell& cell, std::uint32_t threshold) {
  if (const auto n = number(cell)) return whole(ui, *n);
  return withheld_text(ui.text(), std::get<wire::Withheld>(cell), threshold);
}

/// Texts that a table looks at until it is drawn.
class Kept {
 public:
  std::string_view operator()(std::string text) { return texts_.emplace_back(std::move(text)); }

 private:
  std::deque<std::string> texts_;
};

void figures(const wire::NeedsBoard& b, ui::Ui& ui) {
  const std::string date = day_text(ui, b.reference_date);
  const std::string day = ui.tr("needs.as_of", {{"day", date}});
  const std::int64_t gap = std::int64_t{b.total.needed} - b.total.covered;
  const double share =
      b.total.needed == 0 ? 0 : static_cast<double>(b.total.covered) / b.total.needed;
  const FigureCards one(ui, {1, 1, 1, 1});
  one("needs.needed", whole(ui, b.total.needed), day);
  one("needs.covered", text::percent(ui.language(), share, 1),
      ui.tr("needs.covered_note", {{"n", whole(ui, b.total.covered)}}));
  one("needs.gap", whole(ui, gap), ui.tr("needs.gap_note", {{"n", whole(ui, b.total.filled)}}));
  const auto retiring = number(b.total.retiring);
  one("needs.retiring", ui.tr("needs.retiring", {{"n", std::to_string(b.retiring_months)}}),
      retiring ? whole(ui, *retiring) : "–",
      retiring ? ui.tr("needs.retiring_note", {{"day", date}, {"of", whole(ui, b.employees)}})
               : cell_text(ui, b.total.retiring, b.threshold));
}

void place_choice(const BoardModel& m, ui::Ui& ui, const Dispatch& dispatch) {
  std::vector<std::int32_t> units = {-1};
  std::vector<std::string_view> names = {ui.tr("needs.all_agencies")};
  for (std::size_t u = 0; u < m.needs->units.size(); ++u)
    if (m.needs->units[u].agency) {
      units.push_back(static_cast<std::int32_t>(u));
      names.push_back(m.needs->units[u].name);
    }
  const auto found = std::ranges::find(units, m.agency);
  const std::size_t current =
      found == units.end() ? 0 : static_cast<std::size_t>(found - units.begin());
  if (const auto chosen = ui.select("agency", ui.tr("needs.place"), names, current))
    dispatch(BoardAct{ChoseAgency{units[*chosen]}});
}

ui::Row line_row(const NeedLine& line, ui::Ui& ui, Kept& keep) {
  const auto cell = [&](const wire::Cell& c, double divisor) -> ui::Cell {
    if (const auto n = number(c))
      return {keep(divisor == 1
                       ? whole(ui, *n)
                       : text::decimal(ui.language(), static_cast<double>(*n) / divisor, 1))};
    return {"–", Tone::muted};
  };
  ui::Row row{keep(std::to_string(line.unit)), {}};
  row.cells.push_back({line.name});
  row.cells.push_back({keep(whole(ui, line.needed))});
  row.cells.push_back({keep(whole(ui, line.filled))});
  row.cells.push_back({keep(whole(ui, line.gap())), line.gap() > 0 ? Tone::error : Tone::muted});
  const auto share = line.share();
  row.cells.push_back({share ? keep(text::percent(ui.language(), *share)) : std::string_view("–")});
  row.cells.push_back(cell(line.competence, 100));
  row.cells.push_back(cell(line.retiring, 1));
  return row;
}

void table(const Model& model, ui::Ui& ui, const Dispatch& dispatch) {
  const BoardModel& m = model.boards;
  const auto card = ui.card("table");
  ui.heading(2, ui.tr(m.agency < 0 ? "needs.by_agency" : "needs.by_unit"), Icon::building);
  place_choice(m, ui, dispatch);
  const bool all = model.planner();  // single units' people are shown to the planner only
  Kept keep;
  const auto lines = need_lines(m);
  std::vector<ui::Row> rows;
  for (const auto& line : lines) {
    rows.push_back(line_row(line, ui, keep));
    if (!all) rows.back().cells.resize(5);
  }
  struct Head {
    std::string_view key;
    float weight;
    NeedColumn column;
  };
  constexpr std::array<Head, 7> heads = {{{"needs.unit", 3.6f, NeedColumn::name},
                                          {"needs.needed", 1.05f, NeedColumn::needed},
                                          {"needs.filled", 0.85f, NeedColumn::filled},
                                          {"needs.gap", 0.95f, NeedColumn::gap},
                                          {"needs.share", 1, NeedColumn::covered},
                                          {"needs.competence", 1.35f, NeedColumn::competence},
                                          {"needs.retiring_short", 0.95f, NeedColumn::retiring}}};
  std::vector<ui::Column> columns;
  for (const auto& head : heads) {
    if (!all && columns.size() == 5) break;
    const bool sorted = m.sorted_by == head.column;
    columns.push_back({ui.tr(head.key), head.column != NeedColumn::name, head.weight,
                       !sorted        ? ui::Sort::can
                       : m.descending ? ui::Sort::descending
                                      : ui::Sort::ascending});
  }
  if (rows.empty()) {
    ui.empty_state(Icon::building, ui.tr("needs.none"), ui.tr("needs.none_text"));
    return;
  }
  const auto pressed = ui.table("units", ui.tr("needs.table"), columns, rows);
  if (pressed && pressed->heading) dispatch(BoardAct{SortNeeds{heads[pressed->column].column}});
}

/// On how many people a figure rests and how new it is; where the number is withheld, why.
std::string rests_on(std::string_view key, std::string_view withheld, const wire::Cell& people,
                     const wire::NeedsBoard& b, std::string_view newest_key,
                     const std::string& newest, const ui::Ui& ui) {
  if (const auto n = number(people))
    return ui.tr(key, {{"n", whole(ui, *n)}, {"of", whole(ui, b.employees)}, {newest_key, newest}});
  return ui.tr(withheld, {{"why", cell_text(ui, people, b.threshold)}, {newest_key, newest}});
}

/// `most`: people whose bar fills the width.
void gap_bars(std::string_view key, std::span<const CompetenceGap> gaps, std::int64_t most,
              const wire::NeedsBoard& b, ui::Ui& ui) {
  Kept keep;
  std::vector<ui::BarRow> rows;
  for (const auto& gap : gaps) {
    ui::Quantity quantity;
    if (gap.gap)
      quantity = {
          keep(ui.tr("needs.gap_of", {{"n", whole(ui, *gap.gap)}, {"of", whole(ui, gap.asked)}})),
          static_cast<double>(*gap.gap) / static_cast<double>(most)};
    else
      quantity = {
          keep(withheld_text(ui.text(), wire::Withheld::few_people, b.threshold)), {}, true};
    rows.push_back({gap.name, {quantity}});
  }
  const std::array<ui::Series, 1> series = {{{ui.tr("needs.gap"), 1}}};
  ui.bars(key, ui.tr("needs.competences"), series, rows);
}

void competences(const wire::NeedsBoard& b, ui::Ui& ui) {
  const auto card = ui.card("competences");
  ui.heading(2, ui.tr("needs.competences"), Icon::graduation_cap);
  const auto gaps = competence_gaps(b);
  if (gaps.empty()) {
    ui.paragraph(ui.tr("needs.no_competences"), Tone::muted);
    return;
  }
  if (const auto met = number(b.total.competence))
    ui.small(ui.tr("needs.competence_all",
                   {{"n", text::decimal(ui.language(), static_cast<double>(*met) / 100, 1)},
                    {"of", whole(ui, b.total.covered)}}));
  constexpr std::size_t first = 8;
  const std::span<const CompetenceGap> all(gaps);
  // A full bar is a competence that all lack who should have it, where most should.
  const std::int64_t most =
      std::max<std::int64_t>(1, std::ranges::max_element(all, {}, &CompetenceGap::asked)->asked);
  gap_bars("gaps", all.first(std::min(first, all.size())), most, b, ui);
  if (all.size() > first &&
      ui.disclosure("more",
                    ui.tr("needs.more_competences", {{"n", std::to_string(all.size() - first)}})))
    gap_bars("gaps_more", all.subspan(first), most, b, ui);
  const std::string newest =
      b.newest_assessment.empty() ? std::string("–") : day_text(ui, b.newest_assessment);
  ui.small(rests_on("needs.rests_competence", "needs.rests_competence_withheld", b.with_competence,
                    b, "day", newest, ui));
}

void ratings(const wire::NeedsBoard& b, ui::Ui& ui) {
  const auto card = ui.card("ratings");
  ui.heading(2, ui.tr("needs.performance"), Icon::star);
  Kept keep;
  std::vector<ui::BarRow> rows;
  for (std::size_t k = 0; k < b.performance.size(); ++k) {
    ui::Quantity quantity{keep(cell_text(ui, b.performance[k], b.threshold)), {}, true};
    if (const auto n = number(b.performance[k])) {
      quantity.withheld = false;
      quantity.share = static_cast<double>(*n) / std::max(1u, b.employees);
    }
    rows.push_back({ui.tr("needs.rating." + std::to_string(k)), {quantity}});
  }
  const std::array<ui::Series, 1> series = {{{ui.tr("needs.people"), 0}}};
  ui.bars("ratings", ui.tr("needs.performance"), series, rows);
  const std::string year = b.newest_rating == 0 ? "–" : std::to_string(b.newest_rating);
  ui.small(rests_on("needs.rests_rating", "needs.rests_rating_withheld", b.with_rating, b, "year",
                    year, ui));
}

std::string finding(const wire::NeedsBoard& b, const ui::Ui& ui) {
  const std::int64_t gap = std::int64_t{b.total.needed} - b.total.covered;
  if (b.total.needed == 0 || gap == 0) return std::string(ui.tr("needs.title"));
  const double share = static_cast<double>(b.total.covered) / b.total.needed;
  return ui.tr("needs.finding",
               {{"n", whole(ui, gap)}, {"share", text::percent(ui.language(), share)}});
}

}  // namespace

void draw_needs(const Model& model, ui::Ui& ui, const Dispatch& dispatch) {
  const BoardModel& m = model.boards;
  office_frame(model, ui, dispatch);
  const auto body = ui.body("needs", ui::Width::wide);
  if (!m.needs) {
    ui.heading(1, ui.tr("needs.title"));
    if (m.problem.empty()) {
      ui.skeleton(6, ui.tr("starting.wait"));
    } else {
      ui.notice("needs_problem", Tone::error, ui.tr("problem.title"),
                ui.tr("problem." + m.problem));
      if (ui.button("again", ui.tr("try_again"), {.before = Icon::refresh_cw}))
        dispatch(Go{Screen::needs});
    }
    return;
  }
  const auto& b = *m.needs;
  ui.heading(1, finding(b, ui));
  ui.paragraph(ui.tr("needs.text", {{"day", day_text(ui, b.reference_date)}}), Tone::muted);
  figures(b, ui);
  {
    const auto columns = ui.columns("charts", {1.25f, 1});
    {
      const auto left = ui.column();
      competences(b, ui);
    }
    const auto right = ui.column();
    ratings(b, ui);
  }
  table(model, ui, dispatch);
  if (!model.planner()) ui.icon_text(Icon::eye_off, ui.tr("needs.leader"));
  ui.small(ui.tr("needs.privacy", {{"k", std::to_string(b.threshold)}}));
  if (ui.link("method", ui.tr("method.link"))) dispatch(Go{Screen::method});
}

}  // namespace rembuk::office
