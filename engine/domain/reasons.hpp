#pragma once
#include <string>
#include <string_view>

#include "engine/domain/codes.hpp"

/// What `alasan` of rencana.csv begins with where no hand wrote it: a code of kind "reason", then,
/// but for a lock, ": " and what it rests on. Whoever edits by hand writes a code and a text of
/// their own.
namespace rembuk {

inline constexpr std::string_view by_lock = code_text<"reason">("KUNCI").code;
inline constexpr std::string_view by_need = code_text<"reason">("KEBUTUHAN").code;
inline constexpr std::string_view by_policy = code_text<"reason">("KEBIJAKAN").code;

[[nodiscard]] inline std::string reason_text(std::string_view code, std::string_view rest) {
  return std::string(code) + ": " + std::string(rest);
}
/// What stands behind the code of a reason; nothing if the reason has another code.
[[nodiscard]] constexpr std::string_view reason_rest(std::string_view reason,
                                                     std::string_view code) {
  if (!reason.starts_with(code) || !reason.substr(code.size()).starts_with(": ")) return {};
  return reason.substr(code.size() + 2);
}

}  // namespace rembuk
