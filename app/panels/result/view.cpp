#include <string>

#include "app/core/employee/moment.hpp"
#include "app/panels/employee_views.hpp"
#include "app/text/format.hpp"
#include "app/ui/ui.hpp"

/// What the published plan proposes for the person: a proposal, not a decision.
namespace rembuk::employee {
namespace {

using ui::Icon, ui::Tone;

void post(const wire::PostFacts& facts, ui::Ui& ui, std::string_view title, Icon icon) {
  ui.heading(2, title, icon);
  ui.label_value(ui.tr("profile.post"), facts.name);
  ui.label_value(ui.tr("profile.unit"), facts.unit);
  ui.label_value(ui.tr("result.agency"), facts.agency);
  if (facts.minutes != 65535)
    ui.label_value(ui.tr("result.travel"), travel_text(ui, facts.minutes));
  ui.label_value(ui.tr("profile.class"), std::to_string(facts.job_class));
  ui.label_value(ui.tr("wishes.competence"),
                 text::percent(ui.language(), facts.competence / 10000.0));
}

std::string day_text(const ui::Ui& ui, const std::string& day) {
  const auto at = moment(day + "T00:00");
  return at ? text::date(ui.language(), *at) : day;
}

void own(const wire::OwnResult& result, ui::Ui& ui) {
  {
    const auto row = ui.flow("state");
    ui.pill({ui.tr("result.proposal"), Icon::info, Tone::primary});
  }
  ui.heading(1, ui.tr(result.moves ? "result.moves" : "result.stays"));
  ui.paragraph(ui.tr("result.text", {{"day", day_text(ui, result.published)}}), Tone::muted);
  if (result.moves) {
    const auto card = ui.card("proposed");
    post(result.proposed, ui, ui.tr("result.proposed"), Icon::arrow_right);
  }
  {
    const auto card = ui.card("now");
    post(result.now, ui, ui.tr("result.now"), Icon::briefcase);
  }
  const auto card = ui.card("reason");
  ui.heading(2, ui.tr("result.reason"), Icon::circle_question_mark);
  ui.paragraph(ui.tr("result.reason_later"), Tone::muted);
}

}  // namespace

void draw_result(const Model& model, ui::Ui& ui, const Dispatch& dispatch) {
  ui.app_bar({.brand = ui.tr("brand"),
              .right = model.session ? std::string_view(model.session->display_name) : ""});
  {
    const auto body = ui.body("result");
    problem_notice(model, ui);
    if (model.result) {
      own(*model.result, ui);
    } else {
      ui.heading(1, ui.tr("result.title"));
      ui.skeleton(4, ui.tr("starting.wait"));
    }
    if (model.result &&
        ui.row_button("method", ui.tr("how.title"), ui.tr("how.short"), Icon::calculator))
      dispatch(Go{Screen::method});
    if (model.stored && model.stored->receipt.version > 0 && !has_hidden(model) &&
        ui.row_button("answer", ui.tr("result.answer"), ui.tr("result.answer_short"),
                      Icon::receipt_text))
      dispatch(Go{Screen::receipt});
    side_doors(model, ui, dispatch);
  }
  (void)ui.foot({.icon = Icon::info, .state = ui.tr("result.not_decision")});
}

}  // namespace rembuk::employee
