#include "web/server/identity/clock.hpp"

#include <fmt/format.h>

#include <chrono>

#include "engine/domain/date.hpp"

namespace rembuk::server {

Clock system_clock() {
  return [] {
    return std::int64_t{std::chrono::duration_cast<std::chrono::seconds>(
                            std::chrono::system_clock::now().time_since_epoch()).count()};
  };
}

std::string iso_time(std::int64_t seconds) {
  const auto days = std::chrono::floor<std::chrono::days>(std::chrono::seconds(seconds));
  const auto rest = seconds - std::chrono::duration_cast<std::chrono::seconds>(days).count();
  return fmt::format("{}T{:02}:{:02}:{:02}", iso(Date{std::chrono::sys_days(days)}), rest / 3600, rest / 60 % 60, rest % 60);
}

}  // namespace rembuk::server
