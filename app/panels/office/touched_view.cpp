#include <algorithm>
#include <deque>

#include "app/core/office/forum.hpp"
#include "app/core/office/numbers.hpp"
#include "app/panels/office/compare_parts_view.hpp"
#include "app/text/format.hpp"

/// Concerns that the compared plans touch, the most frequent first.
namespace rembuk::office {
namespace {

using ui::Tone;

/// A room reads no more lines than these.
constexpr std::size_t most_presented = 6;

std::string_view concern_key(std::size_t category, std::deque<std::string>& texts) {
  return texts.emplace_back((category < 9 ? "concern.K0" : "concern.K") +
                            std::to_string(category + 1));
}

}  // namespace

void draw_concerns(const Model& model, ui::Ui& ui, const std::vector<Lettered>& plans,
                   std::span<const ui::Series> series) {
  std::deque<std::string> texts;
  std::vector<ui::BarRow> rows;
  auto categories = touched_most(plans);
  if (ui.size() == ui::SizeClass::projector && categories.size() > most_presented)
    categories.resize(most_presented);
  double most = 1;
  for (const std::size_t k : categories)
    for (const auto& one : plans)
      if (k < one.scenario->concerns.size())
        most = std::max(most, static_cast<double>(number(one.scenario->concerns[k]).value_or(0)));
  for (const std::size_t k : categories) {
    ui::BarRow row{ui.tr(concern_key(k, texts)), {}};
    for (const auto& one : plans) {
      const auto& all = one.scenario->concerns;
      const wire::Cell cell = k < all.size() ? all[k] : wire::Cell(wire::Withheld::few_people);
      if (const auto people = number(cell))
        row.cells.push_back({texts.emplace_back(text::whole(ui.language(), *people)),
                             static_cast<double>(*people) / most});
      else
        row.cells.push_back(
            {texts.emplace_back(withheld_text(ui.text(), std::get<wire::Withheld>(cell),
                                              model.release->consultation.threshold)),
             std::nullopt, true});
    }
    rows.push_back(std::move(row));
  }
  const auto card = ui.card("concerns");
  ui.heading(2, ui.tr("compare.concerns"));
  if (rows.empty())
    ui.paragraph(ui.tr("compare.no_concerns"), Tone::muted);
  else
    ui.bars("concerns", ui.tr("compare.concerns"), series, rows);
}

}  // namespace rembuk::office
