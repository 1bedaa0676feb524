#include "app/text/format.hpp"

#include <array>
#include <chrono>
#include <cmath>
#include <string_view>

#include "engine/base/wib.hpp"

namespace rembuk::text {
namespace {

constexpr std::string_view minus = "−";  // U+2212, as wide as a digit
constexpr std::int64_t day_ms = 86'400'000, wib_ms = wib_seconds * 1000;

constexpr std::array<std::string_view, 12> months_id = {
    "Januari", "Februari", "Maret",     "April",   "Mei",      "Juni",
    "Juli",    "Agustus",  "September", "Oktober", "November", "Desember"};
constexpr std::array<std::string_view, 12> months_en = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

std::string grouped(Language language, std::uint64_t value) {
  std::string digits = std::to_string(value);
  for (std::size_t i = digits.size(); i > 3; i -= 3)
    digits.insert(i - 3, 1, language == Language::english ? ',' : '.');
  return digits;
}

std::int64_t floor_day(std::int64_t milliseconds) {
  return milliseconds >= 0 ? milliseconds / day_ms : -((-milliseconds + day_ms - 1) / day_ms);
}

std::string two(std::int64_t value) { return (value < 10 ? "0" : "") + std::to_string(value); }

}  // namespace

std::string whole(Language language, std::int64_t value) {
  const auto size =
      value < 0 ? 0 - static_cast<std::uint64_t>(value) : static_cast<std::uint64_t>(value);
  return (value < 0 ? std::string(minus) : std::string()) + grouped(language, size);
}

std::string decimal(Language language, double value, int digits) {
  if (!(std::abs(value) < 9e11)) return "–";  // also NaN: never a wrong number
  std::int64_t scale = 1;
  for (int i = 0; i < digits; ++i) scale *= 10;
  const std::int64_t scaled = std::llround(value * static_cast<double>(scale));
  const auto size = static_cast<std::uint64_t>(scaled < 0 ? -scaled : scaled);
  const auto unit = static_cast<std::uint64_t>(scale);
  std::string out =
      (scaled < 0 ? std::string(minus) : std::string()) + grouped(language, size / unit);
  if (digits == 0) return out;
  const std::string part = std::to_string(size % unit);
  out += language == Language::english ? '.' : ',';
  return out + std::string(static_cast<std::size_t>(digits) - part.size(), '0') + part;
}

std::string percent(Language language, double share, int digits) {
  return decimal(language, share * 100, digits) + "%";
}

std::string signed_decimal(Language language, double value, int digits) {
  const std::string plain = decimal(language, value, digits);
  const bool zero = plain.find_first_of("123456789") == plain.npos;
  if (zero) return decimal(language, 0, digits);
  return value > 0 ? "+" + plain : plain;
}

std::string date_of_day(Language language, std::int64_t day) {
  constexpr std::int64_t limit = 3'000'000;  // the calendar's own range, ± 8,200 years
  if (day < -limit || day > limit) return "–";
  const std::chrono::year_month_day date{
      std::chrono::sys_days{std::chrono::days{static_cast<int>(day)}}};
  const auto month = static_cast<unsigned>(date.month()) - 1;
  const auto name = language == Language::english ? months_en.at(month) : months_id.at(month);
  return std::to_string(static_cast<unsigned>(date.day())) + " " + std::string(name) + " " +
         std::to_string(static_cast<int>(date.year()));
}

std::string date(Language language, std::int64_t milliseconds) {
  return date_of_day(language, floor_day(milliseconds + wib_ms));
}

std::string time(Language language, std::int64_t milliseconds) {
  const std::int64_t local = milliseconds + wib_ms;
  const std::int64_t minute = (local - floor_day(local) * day_ms) / 60'000;
  return two(minute / 60) + (language == Language::english ? ":" : ".") + two(minute % 60) + " WIB";
}

std::string date_time(Language language, std::int64_t milliseconds) {
  return date(language, milliseconds) + ", " + time(language, milliseconds);
}

}  // namespace rembuk::text
