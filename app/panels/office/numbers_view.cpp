#include <algorithm>
#include <deque>

#include "app/core/office/numbers.hpp"
#include "app/panels/office/compare_parts_view.hpp"
#include "app/text/format.hpp"

/// The numbers of compared plans in rows.
namespace rembuk::office {
namespace {

/// Rows of the comparison, each number with its difference to the base. Texts live here until the
/// widget has drawn them.
class Rows {
 public:
  Rows(const Model& model, ui::Ui& ui, const std::vector<Lettered>& scenarios,
       const wire::Scenario* base)
      : model_(model), ui_(ui), scenarios_(scenarios), base_(base) {}

  void points(std::string_view key, wire::Cell wire::Scenario::* cell) {
    add(key, [&](const wire::Scenario& s) {
      const auto value = number(s.*cell);
      if (!value) return hidden(s.*cell);
      const auto change = base_ ? difference(s.*cell, base_->*cell) : std::nullopt;
      const double points = static_cast<double>(*value) / 100;
      return shown(s, text::decimal(ui_.language(), points, 1), points / 100,
                   change ? std::optional(static_cast<double>(*change) / 100) : std::nullopt, 1);
    });
  }
  void movers(std::string_view key, wire::Cell wire::Scenario::* cell) {
    add(key, [&](const wire::Scenario& s) {
      const auto part = share(s.*cell, s.moved);
      if (!part) return hidden(s.*cell);
      const auto change =
          difference(part, base_ ? share(base_->*cell, base_->moved) : std::nullopt);
      return shown(s, text::percent(ui_.language(), *part), *part,
                   change ? std::optional(*change * 100) : std::nullopt, 0);
    });
  }
  void accepting(std::string_view key) {
    add(key, [&](const wire::Scenario& s) {
      const auto part = office::accepting(s);
      if (!part) return hidden(s.accept.mean);
      const auto change = difference(part, base_ ? office::accepting(*base_) : std::nullopt);
      return shown(s, text::percent(ui_.language(), *part), *part,
                   change ? std::optional(*change * 100) : std::nullopt, 0);
    });
  }
  void heads(std::string_view key) {
    const auto filled = [](const wire::Scenario& s) {
      return s.heads_needed == 0
                 ? 1
                 : static_cast<double>(s.heads_covered_after) / static_cast<double>(s.heads_needed);
    };
    add(key, [&](const wire::Scenario& s) {
      return shown(s, text::percent(ui_.language(), filled(s), 1), filled(s),
                   base_ ? std::optional((filled(s) - filled(*base_)) * 100) : std::nullopt, 1);
    });
  }
  void moved(std::string_view key) {
    std::uint32_t most = 1;
    for (const auto& one : scenarios_) most = std::max(most, one.scenario->moved);
    add(key, [&](const wire::Scenario& s) {
      const double change =
          base_ ? static_cast<double>(s.moved) - static_cast<double>(base_->moved) : 0;
      // To the present the difference is the number itself.
      const bool told = base_ && base_->kind != wire::ScenarioKind::status_quo;
      return shown(s, text::whole(ui_.language(), s.moved), static_cast<double>(s.moved) / most,
                   told ? std::optional(change) : std::nullopt, 0);
    });
  }
  [[nodiscard]] std::span<const ui::ComparisonRow> rows() const { return rows_; }

 private:
  template <class F>
  void add(std::string_view key, F quantity) {
    ui::ComparisonRow row{ui_.tr(key), {}};
    for (const auto& one : scenarios_) row.cells.push_back(quantity(*one.scenario));
    rows_.push_back(std::move(row));
  }
  std::string_view keep(std::string text) { return texts_.emplace_back(std::move(text)); }
  ui::Quantity shown(const wire::Scenario& s, std::string text, double bar,
                     std::optional<double> change, int digits) {
    ui::Quantity out{keep(std::move(text)), bar};
    if (change && &s != base_)
      out.change = keep(text::signed_decimal(ui_.language(), *change, digits));
    return out;
  }
  ui::Quantity hidden(const wire::Cell& cell) {
    const auto* reason = std::get_if<wire::Withheld>(&cell);
    if (!reason || *reason == wire::Withheld::not_applicable) return {"–"};
    return {keep(withheld_text(ui_.text(), *reason, model_.release->consultation.threshold)),
            std::nullopt, true};
  }

  const Model& model_;
  ui::Ui& ui_;
  const std::vector<Lettered>& scenarios_;
  const wire::Scenario* base_;
  std::deque<std::string> texts_;
  std::vector<ui::ComparisonRow> rows_;
};

}  // namespace

std::string scenario_title(const text::Catalogue& texts, const Lettered& one) {
  const std::string name = scenario_name(texts, *one.scenario);
  return one.letter.empty() ? name : one.letter + " · " + name;
}

void draw_numbers(const Model& model, ui::Ui& ui, const std::vector<Lettered>& scenarios,
                  const wire::Scenario* base, std::span<const ui::Series> series) {
  const auto card = ui.card("numbers");
  Rows rows(model, ui, scenarios, base);
  rows.points("compare.mean", &wire::Scenario::mean);
  rows.points("compare.worst_tenth", &wire::Scenario::worst_tenth);
  rows.accepting("compare.accepting");
  rows.movers("compare.better", &wire::Scenario::better);
  rows.movers("compare.worse", &wire::Scenario::worse);
  rows.movers("compare.first_wish", &wire::Scenario::wish_first);
  rows.heads("compare.heads");
  rows.moved("compare.moved");
  ui.comparison("numbers", ui.tr("compare.caption"), series, rows.rows());
}

void draw_reasons(const Model& model, ui::Ui& ui, const std::vector<Lettered>& scenarios) {
  std::deque<std::string> names;
  std::vector<ui::Series> series;
  int colour = 0;
  for (const auto& one : scenarios)
    series.push_back(
        {names.emplace_back(scenario_title(ui.text(), one)), one.letter.empty() ? -1 : colour++});
  const auto* const now =
      scenarios.empty() || !scenarios.front().letter.empty() ? nullptr : scenarios.front().scenario;
  Rows rows(model, ui, scenarios, now);
  rows.movers("compare.better", &wire::Scenario::better);
  rows.movers("compare.worse", &wire::Scenario::worse);
  rows.points("compare.mean", &wire::Scenario::mean);
  rows.heads("compare.heads");
  ui.comparison("reasons", ui.tr("compare.caption"), series, rows.rows());
}

}  // namespace rembuk::office
