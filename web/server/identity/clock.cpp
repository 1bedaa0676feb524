#include "web/server/identity/clock.hpp"

#include <fmt/format.h>

#include <charconv>
#include <chrono>

#include "engine/base/wib.hpp"
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

std::string iso_day(std::int64_t seconds) {
  const std::chrono::days day{static_cast<int>(day_in_wib(seconds))};
  return iso(Date{std::chrono::sys_days(day)});
}

std::string told_hour(std::string_view hour) {
  const auto date = parse_date(hour.substr(0, 10));
  int at = 0;
  if (hour.size() != 13 || !date || std::from_chars(hour.data() + 11, hour.data() + 13, at).ec != std::errc{}) return std::string(hour);
  const std::int64_t seconds = std::int64_t{std::chrono::sys_days(*date).time_since_epoch().count()} * 86'400 + at * 3600;
  return fmt::format("{} {}.00 WIB", iso_day(seconds), iso_time(seconds + wib_seconds).substr(11, 2));
}

}  // namespace rembuk::server
