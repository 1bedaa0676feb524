#include <array>
#include <string>

#include "app/panels/employee_views.hpp"
#include "app/text/format.hpp"
#include "app/ui/ui.hpp"
#include "engine/base/plain_text.hpp"

namespace rembuk::employee {
namespace {

using ui::Icon, ui::Kind, ui::Tone;

/// What might give somebody away, in one box.
void warnings(const NoteBox& note, ui::Ui& ui) {
  if (note.findings.empty()) return;
  constexpr std::array<std::string_view, 4> kinds = {"note.found.nip", "note.found.nik",
                                                     "note.found.phone", "note.found.name"};
  std::string text;
  for (const auto& one : note.findings)
    text += (text.empty() ? "" : " ") +
            ui.tr(kinds[static_cast<std::size_t>(one.kind)], {{"what", one.what}});
  text += ' ';
  text += ui.tr("note.found.text");
  ui.notice("found", Tone::warning, ui.tr("note.found.title"), text);
  ui.announce("found_said", text);
}

void fields(const Model& model, ui::Ui& ui, const Dispatch& dispatch) {
  const NoteBox& note = model.note;
  const bool at_slip = note.problem.starts_with("slip_");
  const std::string_view fault =
      note.problem.empty() ? std::string_view() : ui.tr("problem." + note.problem);
  if (note.sent) ui.notice("sent", Tone::success, ui.tr("note.sent"), ui.tr("note.sent_text"));
  if (!note.problem.empty()) {
    const std::string text(ui.tr("problem." + note.problem));
    ui.fault("problem", ui.tr("problem.title"), text, at_slip ? "slip" : "text",
             ui.tr("problem.to_field"));
    ui.announce("problem_said", text);
  }
  if (const auto typed = ui.text_field("slip", ui.tr("note.slip"), note.slip,
                                       {.help = ui.tr("note.slip_help"),
                                        .fault = at_slip ? fault : std::string_view(),
                                        .icon = Icon::receipt_text,
                                        .most = 64,
                                        .required = true,
                                        .code = true}))
    dispatch(TypedSlip{*typed});
  if (const auto typed =
          ui.text_area("text", ui.tr("note.field"), note.text,
                       {.help = ui.tr("note.field_help"), .most = 4000, .required = true}))
    dispatch(TypedNote{*typed});
  ui.small(
      ui.tr("note.count",
            {{"n", text::whole(ui.language(), static_cast<std::int64_t>(characters(note.text)))}}));
  warnings(note, ui);
}

void waiting(const Model& model, ui::Ui& ui, const Dispatch& dispatch) {
  const auto card = ui.card("waiting");
  ui.heading(2, ui.tr("note.waiting"), Icon::clock);
  ui.paragraph(ui.tr(model.note.late ? "note.late_text" : "note.waiting_text"));
  ui.announce("waiting_said", ui.tr("note.waiting"));
  if (ui.button("change", ui.tr("note.take_back"),
                {.kind = Kind::quiet, .before = Icon::pencil, .disabled = model.note.under_way}))
    dispatch(NoteTakenBack{});
}

}  // namespace

void draw_note(const Model& model, ui::Ui& ui, const Dispatch& dispatch) {
  ui.app_bar({.brand = ui.tr("brand")});
  const bool writing = !model.note.scheduled;
  {
    const auto body = ui.body("note");
    ui.heading(1, ui.tr("note.title"));
    ui.paragraph(ui.tr("note.text"), Tone::muted);
    if (writing)
      fields(model, ui, dispatch);
    else
      waiting(model, ui, dispatch);
    ui.notice("how", Tone::muted, ui.tr("note.how"), ui.tr("note.how_text"));
  }
  const auto press = ui.foot({.icon = Icon::eye_off,
                              .state = ui.tr("note.promise"),
                              .back = ui.tr("back"),
                              .next = writing ? ui.tr("note.schedule") : "",
                              .next_icon = Icon::none});
  if (press.back) dispatch(Go{home(model)});
  if (press.next) dispatch(NoteScheduled{});
}

}  // namespace rembuk::employee
