#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace rembuk::ui {
class Ui;
}

namespace rembuk {

/// The sign-in screen that both pages show.
struct SignInForm {
  std::string_view typed, problem;  ///< problem: a code, empty if none
  bool busy = false;                ///< skeletons instead of the field
};
struct SignInAct {
  std::optional<std::string> typed;
  bool go = false, again = false;
};
[[nodiscard]] SignInAct draw_sign_in_form(const SignInForm& form, ui::Ui& ui);

}  // namespace rembuk
