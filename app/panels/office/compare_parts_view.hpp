#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/panels/office_views.hpp"
#include "app/ui/ui.hpp"

/// The parts of the compared plans, one file each.
namespace rembuk::office {

/// "B · Seimbang"; of the present its name alone.
[[nodiscard]] std::string scenario_title(const text::Catalogue& texts, const Lettered& one);

/// Satisfaction, gains and losses, wishes, need: each number with its difference to `base`.
void draw_numbers(const Model& model, ui::Ui& ui, const std::vector<Lettered>& scenarios,
                  const wire::Scenario* base, std::span<const ui::Series> series);
/// People whose concern a plan touches, by category, the most frequent first.
void draw_concerns(const Model& model, ui::Ui& ui, const std::vector<Lettered>& plans,
                   std::span<const ui::Series> series);
/// What makes the mean of one plan differ from the base's, as bars around zero.
void draw_causes(const Model& model, ui::Ui& ui, const Dispatch& dispatch,
                 const std::vector<Lettered>& scenarios, const wire::Scenario* base);
/// Need against satisfaction, a point for each scenario.
void draw_places(ui::Ui& ui, const std::vector<Lettered>& scenarios,
                 std::span<const ui::Series> series);

}  // namespace rembuk::office
