#include <array>

#include "app/panels/employee_views.hpp"
#include "app/ui/ui.hpp"

namespace rembuk::employee {

using ui::Tone;

void draw_stance(const Model& model, ui::Ui& ui, const Dispatch& dispatch) {
  question_bar(model, ui);
  {
    const auto body = ui.body("stance");
    ui.heading(1, ui.tr("stance.title"));
    ui.paragraph(ui.tr("stance.text"), Tone::muted);
    const auto fault = problem_at(model, ui, "stance/stay");
    const std::array<ui::Choice, 3> stances = {
        {{"stay", ui.tr("stance.stay"), ui.tr("stance.stay_text")},
         {"open", ui.tr("stance.open"), ui.tr("stance.open_text")},
         {"move", ui.tr("stance.move"), ui.tr("stance.move_text")}}};
    if (const auto chosen =
            ui.choice("stance", ui.tr("stance.label"), stances, model.draft.stance, true, fault))
      dispatch(ChoseStance{static_cast<std::uint8_t>(*chosen)});
    if (may_meet_ten_years(model))
      ui.notice("cohort", Tone::warning, ui.tr("stance.cohort"), ui.tr("stance.cohort_text"));
    const std::array<std::string_view, 4> tracks = {ui.tr("track.none"), ui.tr("track.struktural"),
                                                    ui.tr("track.pelaksana"),
                                                    ui.tr("track.fungsional")};
    if (const auto track = ui.select("track", ui.tr("track.label"), tracks,
                                     static_cast<std::size_t>(model.draft.career_track + 1)))
      dispatch(ChoseTrack{static_cast<std::int8_t>(static_cast<int>(*track) - 1)});
    terms(ui, "terms", {"stance", "track", "ten_years"});
  }
  question_foot(model, ui, dispatch);
}

}  // namespace rembuk::employee
