#pragma once
#include <cstdint>
#include <string>

#include "app/text/catalogue.hpp"

namespace rembuk::text {

/// 12.345 / 12,345.
[[nodiscard]] std::string whole(Language language, std::int64_t value);
/// 1.234,5 / 1,234.5 with exactly `digits` decimals (0 … 6), halves away from zero; "−" for minus.
[[nodiscard]] std::string decimal(Language language, double value, int digits);
/// 71% / 71% (share 0.71) with `digits` decimals.
[[nodiscard]] std::string percent(Language language, double share, int digits = 0);
/// With an explicit sign: +2,1 / −0,8; 0,0 has none.
[[nodiscard]] std::string signed_decimal(Language language, double value, int digits);

/// "3 Maret 2025" / "3 March 2025".
///
/// Units    days since 1970-01-01.
[[nodiscard]] std::string date_of_day(Language language, std::int64_t day);
/// The same of a moment in Jambi (WIB, UTC+7). Units: milliseconds since 1970-01-01 UTC.
[[nodiscard]] std::string date(Language language, std::int64_t milliseconds);
/// "14.05 WIB" / "14:05 WIB".
[[nodiscard]] std::string time(Language language, std::int64_t milliseconds);
/// Date and time, separated by a comma.
[[nodiscard]] std::string date_time(Language language, std::int64_t milliseconds);

}  // namespace rembuk::text
