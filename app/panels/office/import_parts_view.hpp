#pragma once
#include "app/panels/office_views.hpp"
#include "app/ui/ui.hpp"

/// Parts of the import's screen.
namespace rembuk::office {

/// Which files a data set has, before any is chosen.
void draw_expected(ui::Ui& ui);
void draw_faults(const ImportModel& model, ui::Ui& ui, const Dispatch& dispatch);
void draw_difference(const ImportModel& model, ui::Ui& ui, const Dispatch& dispatch);
void draw_stored(const ImportModel& model, ui::Ui& ui, const Dispatch& dispatch);
/// The row of a fault; the question before the commit.
void draw_import_dialogs(const ImportModel& model, ui::Ui& ui, const Dispatch& dispatch);

}  // namespace rembuk::office
