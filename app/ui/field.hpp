#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "app/ui/state.hpp"
#include "app/ui/ui.hpp"

namespace rembuk::ui {

/// The label above a field, and its help.
void label_above(State& s, std::string_view label, std::string_view help);
void fault_below(State& s, std::string_view fault);
/// Says that a part of what was pasted had no room, until something is typed that has.
void cut_below(Ui& ui, const std::string& key, std::size_t most);

struct FieldLook {
  std::string_view placeholder{};
  std::string_view value{};
  Icon icon = Icon::none;
  Icon end_icon = Icon::none;
  bool disabled = false, invalid = false, area = false;
};

/// The box of a field. The native element shows itself over it while it has the focus, so the text
/// is drawn only without it.
void draw_field(State& s, const std::string& key, ImVec4 at, const FieldLook& look, bool hovered);

/// What the native element has to know to stand exactly over the drawn one.
void field_node(State& s, mirror::Node& node, const FieldStyle& style, std::string_view value);

/// What was typed since the last frame, where it differs from `value`.
[[nodiscard]] std::optional<std::string> typed(State& s, const std::string& key,
                                               std::string_view value);

}  // namespace rembuk::ui
