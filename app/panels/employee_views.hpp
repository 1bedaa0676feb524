#pragma once
#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>

#include "app/core/employee/model.hpp"
#include "app/text/catalogue.hpp"

namespace rembuk::ui {
class Ui;
}

/// The employee's screens: each reads the model and reports what the person did.
namespace rembuk::employee {

using Dispatch = std::function<void(Msg)>;

void draw_sign_in(const Model& model, ui::Ui& ui, const Dispatch& dispatch);
/// The question before a second link takes the place of an unsent draft.
void draw_switch(const Model& model, ui::Ui& ui, const Dispatch& dispatch);
void draw_welcome(const Model& model, ui::Ui& ui, const Dispatch& dispatch);
void draw_profile(const Model& model, ui::Ui& ui, const Dispatch& dispatch);
void draw_wishes(const Model& model, ui::Ui& ui, const Dispatch& dispatch);
void draw_criteria(const Model& model, ui::Ui& ui, const Dispatch& dispatch);
void draw_stance(const Model& model, ui::Ui& ui, const Dispatch& dispatch);
void draw_concerns(const Model& model, ui::Ui& ui, const Dispatch& dispatch);
void draw_review(const Model& model, ui::Ui& ui, const Dispatch& dispatch);
void draw_receipt(const Model& model, ui::Ui& ui, const Dispatch& dispatch);
void draw_pin(const Model& model, ui::Ui& ui, const Dispatch& dispatch);
void draw_set_pin(const Model& model, ui::Ui& ui, const Dispatch& dispatch);
void draw_note(const Model& model, ui::Ui& ui, const Dispatch& dispatch);
void draw_result(const Model& model, ui::Ui& ui, const Dispatch& dispatch);
void draw_method(const Model& model, ui::Ui& ui, const Dispatch& dispatch);
void draw_correction(const Model& model, ui::Ui& ui, const Dispatch& dispatch);
void draw_access(const Model& model, ui::Ui& ui, const Dispatch& dispatch);

/// The frame of a question: bar with its number, and the foot with the draft's state and two
/// buttons.
void question_bar(const Model& model, ui::Ui& ui);
void question_foot(const Model& model, ui::Ui& ui, const Dispatch& dispatch);
/// Terms of a screen with what they mean: keys `term.<key>` and `term.<key>.text`.
void terms(ui::Ui& ui, std::string_view key, std::initializer_list<std::string_view> keys,
           std::initializer_list<text::Place> places = {});
/// The text of `model.problem`, if there is one.
void problem_notice(const Model& model, ui::Ui& ui);
/// The same where one field of the screen is to blame: with a link to it. Its text, empty if none.
std::string_view problem_at(const Model& model, ui::Ui& ui, std::string_view field);
/// "Terbuka untuk pindah" and the like.
[[nodiscard]] std::string_view stance_text(const ui::Ui& ui, std::uint8_t stance);
/// "30 Juni 2026" of a day, or of a moment in UTC: the day in Jambi.
[[nodiscard]] std::string day_text(const ui::Ui& ui, std::string_view text);
/// "30 Juni 2026, 15.05 WIB" of a moment as the server writes it.
[[nodiscard]] std::string moment_text(const ui::Ui& ui, std::string_view moment);
/// "5 jam 20 menit".
[[nodiscard]] std::string travel_text(const ui::Ui& ui, int minutes);
/// Rows that lead to the side screens: record, PIN, text without a name; and the way out.
void side_doors(const Model& model, ui::Ui& ui, const Dispatch& dispatch);
/// A fact of the person's data, and its value as the records have it; empty: there is none.
[[nodiscard]] std::string_view fact_name(const ui::Ui& ui, wire::Fact fact);
[[nodiscard]] std::string fact_value(const Model& model, const ui::Ui& ui, wire::Fact fact);
/// The row that leads to the report of wrong data, with how it stands.
void correction_door(const Model& model, ui::Ui& ui, const Dispatch& dispatch,
                     std::string_view title);
/// The question before something is done that is not undone by itself.
void draw_question(const Model& model, ui::Ui& ui, const Dispatch& dispatch);
[[nodiscard]] std::string wish_title(const Model& model, const ui::Ui& ui, const std::string& wish);

}  // namespace rembuk::employee
