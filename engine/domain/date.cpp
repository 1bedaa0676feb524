#include "engine/domain/date.hpp"

#include <algorithm>

namespace rembuk {
namespace {

/// The number, negative if a character is no digit. At most four digits.
constexpr int digits(std::string_view text) {
  unsigned value = 0, wrong = 0;
  for (const char c : text) {
    const unsigned digit = static_cast<unsigned char>(c) - unsigned{'0'};
    wrong |= digit > 9 ? 1U : 0U;
    value = value * 10 + digit;
  }
  return wrong != 0 ? -1 : static_cast<int>(value);
}

std::optional<Date> day(int y, int m, int d) {
  if (y < 1 || m < 0 || d < 0) return std::nullopt;
  const Date date{std::chrono::year{y}, std::chrono::month{static_cast<unsigned>(m)},
                  std::chrono::day{static_cast<unsigned>(d)}};
  if (!date.ok()) return std::nullopt;
  return date;
}

std::string padded(int value, std::size_t width) {
  std::string text = std::to_string(value);
  return std::string(width - std::min(width, text.size()), '0') + text;
}

}  // namespace

int months_between(Date earlier, Date later) {
  const int years = static_cast<int>(later.year()) - static_cast<int>(earlier.year());
  const int months = static_cast<int>(static_cast<unsigned>(later.month())) -
                     static_cast<int>(static_cast<unsigned>(earlier.month()));
  return 12 * years + months - (later.day() < earlier.day() ? 1 : 0);
}

Date years_later(Date date, int years) {
  const Date moved{date.year() + std::chrono::years{years}, date.month(), date.day()};
  if (moved.ok()) return moved;
  return {moved.year(), std::chrono::March, std::chrono::day{1}};
}

std::optional<Date> parse_date(std::string_view text) {
  if (text.size() != 10) return std::nullopt;
  if (text[4] == '-' && text[7] == '-')
    return day(digits(text.substr(0, 4)), digits(text.substr(5, 2)), digits(text.substr(8, 2)));
  if ((text[2] == '-' && text[5] == '-') || (text[2] == '/' && text[5] == '/'))
    return day(digits(text.substr(6, 4)), digits(text.substr(3, 2)), digits(text.substr(0, 2)));
  return std::nullopt;
}

std::string iso(Date date) {
  return padded(static_cast<int>(date.year()), 4) + "-" +
         padded(static_cast<int>(static_cast<unsigned>(date.month())), 2) + "-" +
         padded(static_cast<int>(static_cast<unsigned>(date.day())), 2);
}

}  // namespace rembuk
