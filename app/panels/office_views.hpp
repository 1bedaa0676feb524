#pragma once
#include <functional>

#include "app/core/office/comparison.hpp"

namespace rembuk::ui {
class Ui;
}

/// The screens of the office page: each reads the model and reports what the person did.
namespace rembuk::office {

using Dispatch = std::function<void(Msg)>;

void draw_sign_in(const Model& model, ui::Ui& ui, const Dispatch& dispatch);
void draw_participation(const Model& model, ui::Ui& ui, const Dispatch& dispatch);
void draw_compare(const Model& model, ui::Ui& ui, const Dispatch& dispatch);
void draw_forum(const Model& model, ui::Ui& ui, const Dispatch& dispatch);
void draw_plans(const Model& model, ui::Ui& ui, const Dispatch& dispatch);
void draw_method(const Model& model, ui::Ui& ui, const Dispatch& dispatch);

/// The choice of a policy, its computation with progress and stop.
void draw_generate(const Model& model, ui::Ui& ui, const Dispatch& dispatch);
/// Trade-offs between satisfaction and need, of which one can be kept as a plan.
void draw_trade_off(const Model& model, ui::Ui& ui, const Dispatch& dispatch);
/// A facilitator's: how much need weighs against wishes, and the units whose people stay.
void draw_weight(const Model& model, ui::Ui& ui, const Dispatch& dispatch);
void draw_kept(const Model& model, ui::Ui& ui, const Dispatch& dispatch);
void draw_import(const Model& model, ui::Ui& ui, const Dispatch& dispatch);
void draw_needs(const Model& model, ui::Ui& ui, const Dispatch& dispatch);
void draw_rules(const Model& model, ui::Ui& ui, const Dispatch& dispatch);

/// Bar and navigation of the laptop screens.
void office_frame(const Model& model, ui::Ui& ui, const Dispatch& dispatch);
void office_problem(const Model& model, ui::Ui& ui);
/// "Rilis 5 · 24 November 2026"
[[nodiscard]] std::string release_text(const Model& model, const ui::Ui& ui);
/// Stacked bars of expected answers, one for each of `scenarios`.
void draw_answers(const Model& model, ui::Ui& ui, const std::vector<Lettered>& scenarios);
/// What else the room asks of each: better, worse, satisfaction, need; differences to the present.
void draw_reasons(const Model& model, ui::Ui& ui, const std::vector<Lettered>& scenarios);

}  // namespace rembuk::office
