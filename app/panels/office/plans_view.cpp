#include <array>
#include <deque>

#include "app/core/office/numbers.hpp"
#include "app/panels/office_views.hpp"
#include "app/text/format.hpp"
#include "app/ui/ui.hpp"

namespace rembuk::office {
namespace {

using ui::Icon, ui::Kind, ui::Tone;

/// Errors and warnings of the loaded file, row by row.
void fault_table(const wire::PlanOutcome& outcome, ui::Ui& ui) {
  constexpr std::size_t most = 200;
  const auto card = ui.card("faults_card");
  ui.heading(2, ui.tr("plans.fault_list"), Icon::list);
  if (outcome.faults.size() > most)
    ui.small(ui.tr("import.first_only", {{"n", std::to_string(most)}}));
  std::deque<std::string> texts;
  std::vector<ui::Row> rows;
  for (std::size_t k = 0; k < outcome.faults.size() && k < most; ++k) {
    const auto& fault = outcome.faults[k];
    const bool english = ui.language() == text::Language::english;
    const std::string_view row =
        texts.emplace_back(fault.row == 0 ? "–" : std::to_string(fault.row));
    const std::string_view key = texts.emplace_back(std::to_string(k));
    rows.push_back({key,
                    {{row},
                     {fault.column, Tone::muted},
                     {english ? fault.message_en : fault.message_id, Tone::normal,
                      fault.warning ? Icon::triangle_alert : Icon::circle_alert},
                     {fault.code, fault.warning ? Tone::warning : Tone::error}}});
  }
  const std::array<ui::Column, 4> columns = {{{ui.tr("plans.row"), true, 0.4f},
                                              {ui.tr("plans.column"), false, 1.3f},
                                              {ui.tr("plans.message"), false, 3.4f},
                                              {ui.tr("import.code"), false, 1.4f}}};
  (void)ui.table("fault_list", ui.tr("plans.fault_list"), columns, rows);
}

void faults(const Model& model, ui::Ui& ui) {
  if (model.file_too_large)
    ui.notice("large", Tone::error, ui.tr("problem.title"), ui.tr("plans.too_large"));
  if (!model.outcome) return;
  const auto& outcome = *model.outcome;
  if (outcome.errors == 0) {
    ui.notice("loaded", Tone::success, ui.tr("plans.loaded"),
              ui.tr("plans.loaded_text", {{"n", std::to_string(outcome.warnings)}}));
    ui.announce("loaded_said", ui.tr("plans.loaded"));
  } else {
    const std::string title =
        ui.tr("plans.faults", {{"n", text::whole(ui.language(), outcome.errors)}});
    ui.notice("faults", Tone::error, title, ui.tr("plans.faults_text"));
    ui.announce("faults_said", title);
  }
  if (!outcome.faults.empty()) fault_table(outcome, ui);
}

void load(const Model& model, ui::Ui& ui, const Dispatch& dispatch) {
  const auto card = ui.card("load");
  ui.heading(2, ui.tr("plans.load"), Icon::upload);
  ui.paragraph(ui.tr("plans.load_text"), Tone::muted);
  if (auto name = ui.text_field("name", ui.tr("plans.name"), model.plan_name,
                                {.placeholder = ui.tr("plans.name_example"), .most = 60}))
    dispatch(NamedPlan{*name});
  if (model.uploading)
    ui.progress("upload", ui.tr("plans.uploading"), -1, ui.tr("plans.uploading"));
  else if (auto file = ui.file("file", ui.tr("plans.choose"), ".csv", largest_plan))
    dispatch(ChoseFile{file->name, std::move(file->bytes), file->too_large, file->unreadable});
}

void scenario(const wire::Scenario& s, ui::Ui& ui, const Dispatch& dispatch) {
  const auto card = ui.card(std::to_string(s.id));
  const std::string name = scenario_name(ui.text(), s);
  ui.heading(3, name);
  {
    const auto facts = ui.flow("facts");
    ui.fact(Icon::users, ui.tr("answers.moved", {{"n", text::whole(ui.language(), s.moved)}}));
    if (s.violations > 0)
      ui.fact(Icon::triangle_alert,
              ui.tr("plans.violations", {{"n", text::whole(ui.language(), s.violations)}}),
              Tone::error);
    if (const auto mean = number(s.mean))
      ui.fact(Icon::heart,
              ui.tr("plans.mean",
                    {{"n", text::decimal(ui.language(), static_cast<double>(*mean) / 100, 1)}}));
    if (s.in_forum && !s.forum_withheld)
      ui.pill({ui.tr("plans.in_forum"), Icon::presentation, Tone::success});
    if (s.in_forum && s.forum_withheld)
      ui.pill({ui.tr("plans.forum_withheld"), Icon::eye_off, Tone::warning});
  }
  if (s.in_forum && s.forum_withheld) ui.small(ui.tr("plans.forum_withheld_text"));
  const auto buttons = ui.flow("buttons");
  const std::string show = ui.tr(s.in_forum ? "plans.hide" : "plans.show", {{"name", name}});
  if (ui.button("show", show, {.before = s.in_forum ? Icon::eye_off : Icon::presentation}))
    dispatch(ShowInForum{s.id, !s.in_forum});
  if (ui.icon_button("remove", Icon::trash, ui.tr("plans.remove", {{"name", name}})))
    dispatch(RemovePressed{s.id});
}

}  // namespace

void draw_plans(const Model& model, ui::Ui& ui, const Dispatch& dispatch) {
  office_frame(model, ui, dispatch);
  {
    const auto body = ui.body("plans", ui::Width::wide);
    ui.heading(1, ui.tr("plans.title"));
    ui.paragraph(ui.tr("plans.text"), Tone::muted);
    office_problem(model, ui);
    {
      const auto columns = ui.columns("ways", {1, 1});
      {
        const auto left = ui.column();
        load(model, ui, dispatch);
      }
      const auto right = ui.column();
      draw_generate(model, ui, dispatch);
    }
    faults(model, ui);
    draw_trade_off(model, ui, dispatch);
    ui.heading(2, ui.tr("plans.list"));
    bool any = false;
    if (model.release)
      for (const auto& s : model.release->scenarios)
        if (s.kind != wire::ScenarioKind::status_quo) {
          any = true;
          scenario(s, ui, dispatch);
        }
    if (!any) ui.empty_state(Icon::file_text, ui.tr("plans.none"), ui.tr("plans.none_text"));
    if (ui.link("method", ui.tr("method.link"))) dispatch(Go{Screen::method});
    if (ui.button("out", ui.tr("sign_out"), {.kind = Kind::quiet, .before = Icon::log_out}))
      dispatch(SignOutPressed{});
  }
  if (model.removing) {
    bool closed = false;
    const auto dialog = ui.dialog("remove", ui.tr("plans.remove_title"), closed);
    ui.paragraph(ui.tr("plans.remove_text"));
    if (ui.button("yes", ui.tr("plans.remove_yes"),
                  {.kind = Kind::danger, .before = Icon::trash, .full_width = true}))
      dispatch(RemoveConfirmed{});
    if (ui.button("no", ui.tr("cancel"), {.full_width = true}) || closed)
      dispatch(RemoveCancelled{});
  }
}

}  // namespace rembuk::office
