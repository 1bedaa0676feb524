#pragma once
#include "app/panels/employee_views.hpp"

/// Parts of the screen of wishes.
namespace rembuk::employee {

/// What one place would mean: minutes, class, seats, wishes of others, fit, what it would train.
void wish_facts(const WishFacts& found, ui::Ui& ui);
/// Posts of a town on the map, or of an agency from the list.
void draw_browsing(const Model& model, ui::Ui& ui, const Dispatch& dispatch);

}  // namespace rembuk::employee
