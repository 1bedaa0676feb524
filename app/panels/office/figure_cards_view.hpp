#pragma once
#include <initializer_list>
#include <string>
#include <string_view>

#include "app/ui/ui.hpp"

namespace rembuk::office {

/// The key figures above a board: cards side by side; on a phone lines of one card, so that what
/// they introduce is not pushed off the screen.
class FigureCards {
 public:
  FigureCards(ui::Ui& ui, std::initializer_list<float> weights)
      : ui_(ui),
        narrow_(ui.narrow()),
        around_(narrow_ ? ui.card("figures") : ui.columns("figures", weights)) {}
  /// `key` names its text, where that has no places to fill.
  void operator()(std::string_view key, const std::string& value, const std::string& note) const {
    (*this)(key, ui_.tr(key), value, note);
  }
  void operator()(std::string_view key, std::string_view label, const std::string& value,
                  const std::string& note) const {
    if (narrow_) return ui_.label_value(label, value + " · " + note);
    const auto column = ui_.column();
    const auto card = ui_.card(key);
    ui_.key_figure(label, value, note);
  }

 private:
  ui::Ui& ui_;
  bool narrow_;
  ui::Scope around_;
};

}  // namespace rembuk::office
