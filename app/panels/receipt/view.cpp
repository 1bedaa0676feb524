#include <array>

#include "app/panels/employee_views.hpp"
#include "app/text/format.hpp"
#include "app/ui/ui.hpp"

namespace rembuk::employee {
namespace {

using ui::Icon, ui::Kind, ui::Tone;

void state_pill(const Model& model, ui::Ui& ui) {
  const auto row = ui.flow("state");
  if (model.sending == Sending::closed)
    ui.pill({ui.tr("receipt.closed"), Icon::lock, Tone::warning});
  else if (model.conflict)
    ui.pill({ui.tr("receipt.conflict"), Icon::git_compare, Tone::warning});
  else if (model.sending == Sending::waiting)
    ui.pill({ui.tr("receipt.waiting"), Icon::cloud_off, Tone::warning});
  else if (model.outbox)
    ui.pill({ui.tr("receipt.sending"), Icon::send, Tone::primary});
  else if (model.stored && model.stored->withdrawn)
    ui.pill({ui.tr("receipt.withdrawn"), Icon::undo, Tone::muted});
  else
    ui.pill({ui.tr("receipt.received"), Icon::circle_check, Tone::success});
}

std::string_view title_key(const Model& model) {
  if (model.sending == Sending::closed) return "receipt.closed_title";
  if (model.conflict) return "receipt.conflict_title";
  if (model.outbox && model.outbox->withdraws)
    return model.sending == Sending::waiting ? "receipt.withdrawal_waits" : "receipt.withdrawing";
  if (model.outbox)
    return model.sending == Sending::waiting ? "receipt.waiting_title" : "receipt.sending_title";
  if (model.stored && model.stored->withdrawn) return "receipt.withdrawn_title";
  return "receipt.received_title";
}

void summary(const wire::Answer& answer, ui::Ui& ui, std::string_view title) {
  constexpr std::array<std::string_view, 5> names = {"distance", "competence", "career", "workload",
                                                     "facilities"};
  ui.heading(2, title);
  ui.label_value(ui.tr("review.stance"), stance_text(ui, answer.stance));
  ui.label_value(ui.tr("review.wishes"), std::to_string(answer.wishes.size()));
  ui.label_value(ui.tr("receipt.most_important"),
                 answer.criteria.empty()
                     ? ui.tr("criteria.equal")
                     : ui.tr("criterion." + std::string(names[answer.criteria[0] % 5])));
  ui.label_value(ui.tr("review.concerns"), std::to_string(answer.concerns.size()));
}

void receipt(const wire::Receipt& receipt, ui::Ui& ui) {
  ui.divider();
  ui.label_value(ui.tr("receipt.code"), receipt.code);
  ui.label_value(ui.tr("receipt.at"), moment_text(ui, receipt.received_at));
  ui.label_value(ui.tr("receipt.version"), std::to_string(receipt.version));
}

/// What is on its way, and what the server holds.
void answers(const Model& model, ui::Ui& ui) {
  const bool held = has_answered(model);
  if (model.outbox && !model.outbox->withdraws) {
    const auto card = ui.card("mine");
    summary(model.outbox->answer, ui, ui.tr(held ? "receipt.on_device" : "receipt.summary"));
  }
  const bool both = model.conflict || model.sending == Sending::closed;
  if (!held || (model.outbox && !both)) return;
  const auto card = ui.card("stored");
  summary(model.stored->answer, ui, ui.tr(model.outbox ? "receipt.stored" : "receipt.summary"));
  receipt(model.stored->receipt, ui);
}

/// Two versions: which one counts. After the end only the stored one can.
void conflict(const Model& model, ui::Ui& ui, const Dispatch& dispatch) {
  const bool closed = model.sending == Sending::closed;
  if (!model.conflict && !(closed && model.stored && model.stored->receipt.version > 0)) return;
  if (!closed && ui.button("keep_mine", ui.tr("receipt.keep_mine"),
                           {.kind = Kind::primary, .full_width = true}))
    dispatch(KeptMine{});
  if (ui.button("keep_theirs", ui.tr("receipt.take_theirs"), {.full_width = true}))
    dispatch(TookTheirs{});
}

/// What the person has changed since, and not sent.
void unsent(const Model& model, ui::Ui& ui, const Dispatch& dispatch) {
  if (model.outbox || !has_answered(model) || !has_changes(model)) return;
  const auto card = ui.card("unsent");
  ui.heading(2, ui.tr("receipt.unsent"), Icon::pencil);
  ui.paragraph(ui.tr("receipt.unsent_text"), Tone::muted);
  if (ui.button("go_on", ui.tr("receipt.go_on"), {.after = Icon::arrow_right, .full_width = true}))
    dispatch(Go{Screen::review});
  if (ui.button("drop", ui.tr("receipt.drop"), {.kind = Kind::quiet, .before = Icon::undo}))
    dispatch(TookTheirs{});
}

}  // namespace

void draw_receipt(const Model& model, ui::Ui& ui, const Dispatch& dispatch) {
  ui.app_bar({.brand = ui.tr("brand"),
              .right = model.session ? std::string_view(model.session->display_name) : ""});
  const bool withdrawn = !model.outbox && model.stored && model.stored->withdrawn;
  {
    const auto body = ui.body("receipt");
    state_pill(model, ui);
    ui.heading(1, ui.tr(title_key(model)));
    ui.paragraph(ui.tr(std::string(title_key(model)) + ".text"), Tone::muted);
    ui.announce("state_said", ui.tr(title_key(model)));
    if (model.sending != Sending::closed) problem_notice(model, ui);
    if (model.outbox && model.storage_refused)
      ui.notice("refused", Tone::warning, ui.tr("problem.title"), ui.tr("draft.refused"));
    unsent(model, ui, dispatch);
    answers(model, ui);
    conflict(model, ui, dispatch);
    if (!withdrawn) {
      const auto card = ui.card("next");
      ui.heading(2, ui.tr("receipt.next"));
      ui.paragraph(ui.tr("receipt.next_text"), Tone::muted);
    }
    if (!model.outbox && !withdrawn &&
        ui.button("withdraw", ui.tr("withdraw.button"),
                  {.kind = Kind::quiet, .before = Icon::undo}))
      dispatch(AskedFirst{Question::withdraw});
    terms(ui, "terms", {"receipt", "aspiration"});
    side_doors(model, ui, dispatch);
  }
  const bool waiting = model.sending == Sending::waiting;
  const bool can_change = !model.outbox;
  const auto press = ui.foot(
      {.icon = Icon::info,
       .state = ui.tr("not_a_request"),
       .back = can_change ? ui.tr(withdrawn ? "receipt.answer_again" : "receipt.change") : "",
       .next = waiting ? ui.tr("receipt.try_now") : "",
       .next_icon = Icon::send});
  if (press.back) dispatch(ChangePressed{});
  if (press.next) dispatch(TryAgain{});
}

}  // namespace rembuk::employee
