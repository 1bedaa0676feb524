#include <array>
#include <vector>

#include "app/core/employee/moment.hpp"
#include "app/panels/employee_views.hpp"
#include "app/text/format.hpp"
#include "app/ui/ui.hpp"
#include "engine/domain/date.hpp"

namespace rembuk::employee {

using ui::Icon, ui::Tone;

void question_bar(const Model& model, ui::Ui& ui) {
  const int number = question_number(model.screen);
  const std::string right = ui.tr(
      "question.number", {{"n", std::to_string(number)}, {"of", std::to_string(question_count)}});
  ui.app_bar({.brand = ui.tr("brand"), .right = right, .step = number, .steps = question_count});
}

void question_foot(const Model& model, ui::Ui& ui, const Dispatch& dispatch) {
  const bool last = model.screen == Screen::review;
  const auto press =
      ui.foot({.icon = model.storage_refused ? Icon::triangle_alert : Icon::lock,
               .state = ui.tr(model.storage_refused ? "draft.refused" : "draft.kept"),
               .tone = model.storage_refused ? Tone::warning : Tone::muted,
               .back = ui.tr("back"),
               .next = ui.tr(last ? "send" : "next"),
               .next_icon = last ? Icon::send : Icon::arrow_right});
  if (press.back) dispatch(Back{});
  if (press.next) {
    if (last)
      dispatch(SendPressed{});
    else
      dispatch(Next{});
  }
}

void terms(ui::Ui& ui, std::string_view key, std::initializer_list<std::string_view> keys,
           std::initializer_list<text::Place> places) {
  std::vector<ui::Term> all;
  std::vector<std::string> texts;
  texts.reserve(keys.size());
  for (const std::string_view term : keys) {
    const std::string name = "term." + std::string(term);
    all.push_back({term, ui.tr(name), texts.emplace_back(ui.tr(name + ".text", places))});
  }
  ui.terms(key, ui.tr("terms.title"), all);
}

void problem_notice(const Model& model, ui::Ui& ui) {
  if (model.problem.empty()) return;
  const std::string text(ui.tr("problem." + model.problem));
  ui.notice("problem", Tone::error, ui.tr("problem.title"), text);
  ui.announce("problem_said", text);
}

std::string_view problem_at(const Model& model, ui::Ui& ui, std::string_view field) {
  if (model.problem.empty()) return {};
  const std::string_view text = ui.tr("problem." + model.problem);
  ui.fault("problem", ui.tr("problem.title"), text, field, ui.tr("problem.to_field"));
  ui.announce("problem_said", text);
  return text;
}

std::string_view stance_text(const ui::Ui& ui, std::uint8_t stance) {
  constexpr std::array<std::string_view, 4> keys = {"stance.stay", "stance.open", "stance.move",
                                                    "stance.none"};
  return ui.tr(keys[stance < 4 ? stance : 3]);
}

std::string day_text(const ui::Ui& ui, std::string_view text) {
  if (const auto day = parse_date(text))
    return text::date_of_day(ui.language(), std::chrono::sys_days(*day).time_since_epoch().count());
  const auto at = moment(text);
  return at ? text::date(ui.language(), *at) : std::string(text);
}

std::string moment_text(const ui::Ui& ui, std::string_view text) {
  const auto at = moment(text);
  return at ? text::date_time(ui.language(), *at) : std::string(text);
}

std::string travel_text(const ui::Ui& ui, int minutes) {
  const std::string rest = std::to_string(minutes % 60);
  if (minutes < 60) return ui.tr("wishes.minutes", {{"n", rest}});
  return ui.tr(minutes % 60 == 0 ? "wishes.hours" : "wishes.hours_minutes",
               {{"h", std::to_string(minutes / 60)}, {"n", rest}});
}

void side_doors(const Model& model, ui::Ui& ui, const Dispatch& dispatch) {
  correction_door(model, ui, dispatch, ui.tr("correction.title"));
  if (ui.row_button("access", ui.tr("access.title"), ui.tr("access.short"), Icon::eye))
    dispatch(Go{Screen::access});
  const bool open =
      !model.session || model.session->consultation.state <= wire::ConsultationState::closed;
  if (open && ui.row_button("note", ui.tr("note.title"), ui.tr("note.short"), Icon::message_square))
    dispatch(Go{Screen::note});
  if (model.code && model.code->pin_set)
    ui.icon_text(Icon::shield_check, ui.tr("pin.there"));
  else if (model.code &&
           ui.row_button("pin", ui.tr("pin.choose"), ui.tr("pin.choose_short"), Icon::shield))
    dispatch(Go{Screen::set_pin});
  if (ui.button("out", ui.tr("sign_out"), {.kind = ui::Kind::quiet, .before = Icon::log_out}))
    dispatch(SignOutPressed{});
}

void draw_question(const Model& model, ui::Ui& ui, const Dispatch& dispatch) {
  const Question about = model.question;
  const std::string key = about == Question::withdraw    ? "question.withdraw"
                          : about == Question::take_back ? "question.take_back"
                                                         : "question.leave";
  bool closed = false;
  const auto dialog = ui.dialog("question", ui.tr(key + ".title"), closed);
  ui.paragraph(ui.tr(key + ".text"));
  if (ui.button("yes", ui.tr(key + ".yes"),
                {.kind = ui::Kind::danger,
                 .before = about == Question::leave ? Icon::log_out : Icon::undo,
                 .full_width = true})) {
    if (about == Question::withdraw)
      dispatch(WithdrawConfirmed{});
    else if (about == Question::take_back)
      dispatch(CorrectionSent{.withdraws = true});
    else
      dispatch(SignOutPressed{});
  }
  if (ui.button("no", ui.tr("question.no"), {.full_width = true}) || closed)
    dispatch(NotConfirmed{});
}

std::string wish_title(const Model& model, const ui::Ui& ui, const std::string& wish) {
  const auto place = model.finder ? model.finder->place(wish) : std::nullopt;
  if (!place) return wish;
  if (place->kind == Hit::Kind::region)
    return ui.tr("wishes.anywhere_in", {{"region", place->title}});
  return place->title;
}

}  // namespace rembuk::employee
