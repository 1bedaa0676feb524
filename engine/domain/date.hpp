#pragma once
#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace rembuk {

/// A day of the Gregorian calendar.
using Date = std::chrono::year_month_day;

/// Full calendar months from `earlier` to `later`: 12 · years + months, less one if the day of the
/// later date is the lower. No end-of-month rule. Negative when `later` is before `earlier`.
[[nodiscard]] int months_between(Date earlier, Date later);

/// The same day `years` later; 29 February falls on 1 March in a common year.
[[nodiscard]] Date years_later(Date date, int years);

/// YYYY-MM-DD, DD-MM-YYYY or DD/MM/YYYY, a day that exists; otherwise nothing.
[[nodiscard]] std::optional<Date> parse_date(std::string_view text);

/// YYYY-MM-DD.
[[nodiscard]] std::string iso(Date date);

}  // namespace rembuk
