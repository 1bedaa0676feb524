#pragma once

namespace rembuk::ui {

class Ui;

/// The dialog behind the app bar's wheel: language, theme, plain view. The shell draws it after the
/// program.
void settings_dialog(Ui& ui);

}  // namespace rembuk::ui
