#pragma once
#include <cstdint>
#include <functional>
#include <string>

namespace rembuk::server {

/// Seconds since 1970, UTC. A seam: tests pass their own.
using Clock = std::function<std::int64_t()>;
[[nodiscard]] Clock system_clock();

/// YYYY-MM-DDTHH:MM:SS.
[[nodiscard]] std::string iso_time(std::int64_t seconds);

}  // namespace rembuk::server
