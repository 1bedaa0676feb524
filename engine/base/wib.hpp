#pragma once
#include <cstdint>

/// The clock on the wall in Jambi: WIB, seven hours before UTC's, the whole year. Moments are kept
/// and sent in UTC; the days and times that people are told are this clock's, and no other place
/// knows the zone.
namespace rembuk {

inline constexpr std::int64_t wib_seconds = 7 * 3600;

/// Days since 1970-01-01 in Jambi at a moment. Units: seconds since 1970-01-01 UTC.
[[nodiscard]] constexpr std::int64_t day_in_wib(std::int64_t seconds) {
  constexpr std::int64_t day = 86'400;
  const std::int64_t local = seconds + wib_seconds;
  return local >= 0 ? local / day : -((day - 1 - local) / day);
}

}  // namespace rembuk
