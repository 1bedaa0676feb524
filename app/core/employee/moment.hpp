#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

namespace rembuk::employee {

/// A moment as the server writes it, "2026-06-30T08:05" with or without seconds, in UTC.
///
/// Units    milliseconds since 1970-01-01 UTC.
/// Errors   nothing for any other text, also for a day or hour that does not exist.
[[nodiscard]] std::optional<std::int64_t> moment(std::string_view text);

}  // namespace rembuk::employee
