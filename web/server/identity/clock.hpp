#pragma once
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace rembuk::server {

/// Seconds since 1970, UTC. A seam: tests pass their own.
using Clock = std::function<std::int64_t()>;
[[nodiscard]] Clock system_clock();

/// YYYY-MM-DDTHH:MM:SS, UTC: for what is kept, logged and sent.
[[nodiscard]] std::string iso_time(std::int64_t seconds);

/// "YYYY-MM-DD HH.00 WIB" of an hour as iso_time begins with it, YYYY-MM-DDTHH.
[[nodiscard]] std::string told_hour(std::string_view hour);

/// YYYY-MM-DD in Jambi (WIB): the day that people are told, and what "today" means.
[[nodiscard]] std::string iso_day(std::int64_t seconds);

}  // namespace rembuk::server
