#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/core/employee/anonymity.hpp"
#include "engine/wire/personal.hpp"

/// The text without a name: written, given a random moment within the hour, and sent on its own. It
/// belongs to the device and to no session.
namespace rembuk::employee {

inline constexpr std::string_view note_key = "note";  ///< of the device's storage
inline constexpr std::int64_t note_window_ms = 3'600'000;

/// A text that waits for its moment. It survives a reload.
struct ScheduledNote {
  std::int64_t due_ms = 0;  ///< since 1970
  wire::AnonymousText message;
};
[[nodiscard]] std::vector<std::uint8_t> note_bytes(const ScheduledNote& note);
[[nodiscard]] std::optional<ScheduledNote> note_from(const std::vector<std::uint8_t>& bytes);

struct NoteBox {
  std::string slip, text;  ///< as typed
  std::vector<Finding> findings;
  std::optional<ScheduledNote> scheduled;
  bool under_way = false, late = false;  ///< late: its moment came without a network
  int attempts = 0;
  bool sent = false;
  std::string problem;  ///< code, empty: none
};

}  // namespace rembuk::employee
