#include "engine/domain/date.hpp"

#include <algorithm>

namespace rembuk {
namespace {

/// A number of `count` digits, at most four; 10000 if a character is no digit.
template <std::size_t count>
constexpr unsigned digits(const char* text) {
  unsigned value = 0, wrong = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const unsigned digit = static_cast<unsigned char>(text[i]) - unsigned{'0'};
    wrong |= digit > 9 ? 10000U : 0U;
    value = value * 10 + digit;
  }
  return wrong != 0 ? wrong : value;
}

std::optional<Date> day(unsigned y, unsigned m, unsigned d) {
  if (y - 1 >= 9999 || m - 1 >= 12 || d - 1 >= 31) return std::nullopt;
  const Date date{std::chrono::year{static_cast<int>(y)}, std::chrono::month{m},
                  std::chrono::day{d}};
  if (d > 28 && !date.ok()) return std::nullopt;  // every month has 28 days
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
  const char* const at = text.data();
  if (at[4] == '-' && at[7] == '-') return day(digits<4>(at), digits<2>(at + 5), digits<2>(at + 8));
  if ((at[2] == '-' && at[5] == '-') || (at[2] == '/' && at[5] == '/'))
    return day(digits<4>(at + 6), digits<2>(at + 3), digits<2>(at));
  return std::nullopt;
}

std::string iso(Date date) {
  return padded(static_cast<int>(date.year()), 4) + "-" +
         padded(static_cast<int>(static_cast<unsigned>(date.month())), 2) + "-" +
         padded(static_cast<int>(static_cast<unsigned>(date.day())), 2);
}

}  // namespace rembuk
