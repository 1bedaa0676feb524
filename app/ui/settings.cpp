#include "app/ui/settings.hpp"

#include <array>

#include "app/ui/state.hpp"
#include "app/ui/ui.hpp"

namespace rembuk::ui {

void settings_dialog(Ui& ui) {
  State& s = ui.state();
  if (!s.settings_open) return;
  bool closed = false;
  {
    const auto scope = ui.dialog("settings", ui.tr("ui.settings"), closed);
    const std::array<Choice, 2> languages = {
        {{"id", "Bahasa Indonesia", {}}, {"en", "English", {}}}};
    const std::size_t now = ui.language() == text::Language::english ? 1 : 0;
    if (const auto chosen = ui.choice("language", ui.tr("ui.language"), languages, now))
      s.requests.language = *chosen == 1 ? text::Language::english : text::Language::indonesian;
    const std::array<Choice, 3> themes = {{{"system", ui.tr("ui.theme.system"), {}},
                                           {"light", ui.tr("ui.theme.light"), {}},
                                           {"dark", ui.tr("ui.theme.dark"), {}}}};
    if (const auto chosen =
            ui.choice("theme", ui.tr("ui.theme"), themes, static_cast<std::size_t>(s.theme_choice)))
      s.requests.theme = static_cast<int>(*chosen);
    if (const auto plain = ui.toggle("plain", ui.tr("ui.plain"), s.plain)) s.requests.plain = plain;
    ui.small(ui.tr("ui.plain.help"));
  }
  if (closed) s.settings_open = false;
}

}  // namespace rembuk::ui
