#include "engine/files/xlsx/cells.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdlib>

#include "engine/domain/date.hpp"

namespace rembuk::files {
namespace {

/// A format code without what is shown literally: "quoted", [bracketed], \c and _c.
std::string bare(std::string_view code) {
  std::string text;
  for (std::size_t at = 0; at < code.size(); ++at) {
    const char c = code[at];
    if (c == '"' || c == '[') {
      at = code.find(c == '"' ? '"' : ']', at + 1);
      if (at == std::string_view::npos) break;
    } else if (c == '\\' || c == '_' || c == '*') {
      ++at;
    } else {
      text += c;
    }
  }
  return text;
}

bool all_zeros(std::string_view text) {
  return text.size() <= 20 && text.find_first_not_of('0') == std::string_view::npos;
}

/// A decimal number, in the C locale that no program of ours leaves; from_chars for reals is missing
/// in the browser's library.
std::optional<double> number_of(std::string_view text) {
  if (text.empty() || text.front() == '+' ||
      text.find_first_not_of("0123456789.+-eE") != std::string_view::npos)
    return std::nullopt;
  const std::string copy(text);
  char* end = nullptr;
  const double number = std::strtod(copy.c_str(), &end);
  if (end != copy.c_str() + copy.size() || !std::isfinite(number)) return std::nullopt;
  return number;
}

/// `text`, digits with at most one point, filled up to what the format shows.
std::string filled(std::string text, NumberFormat format) {
  const bool minus = text.starts_with('-');
  auto point = std::min(text.find('.'), text.size());
  for (std::size_t whole = point - (minus ? 1 : 0); whole < format.digits; ++whole, ++point)
    text.insert(minus ? 1 : 0, 1, '0');
  if (format.decimals == 0) return text;
  if (point == text.size()) text += '.';
  while (text.size() - point - 1 < format.decimals) text += '0';
  return text;
}

}  // namespace

NumberFormat number_format(std::string_view code) {
  const std::string text = bare(code.substr(0, 255));
  NumberFormat format;
  const std::string_view first = std::string_view(text).substr(0, text.find(';'));
  const auto point = std::min(first.find('.'), first.size());
  const auto decimals = first.substr(std::min(point + 1, first.size()));
  if (!first.empty() && all_zeros(first.substr(0, point)) && all_zeros(decimals)) {
    format.digits = static_cast<std::uint8_t>(point);
    format.decimals = static_cast<std::uint8_t>(decimals.size());
  }
  format.date = first.find_first_of("yYdD") != std::string_view::npos;
  return format;
}

NumberFormat built_in_format(int id) {
  const bool date =
      (id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
  return {.date = date, .decimals = static_cast<std::uint8_t>(id == 2 ? 2 : 0)};
}

std::optional<std::string> serial_date(double serial, bool from_1904) {
  using namespace std::chrono;
  constexpr double last = 2'958'465;  // 9999-12-31
  if (!(serial >= 0) || serial > last) return std::nullopt;
  const auto day = static_cast<int>(serial);
  if (from_1904) return iso(Date{sys_days{1904y / 1 / 1} + days{day}});
  if (day == 0 || day == 60) return std::nullopt;  // 1900 is taken for a leap year
  return iso(Date{sys_days{1899y / 12 / 30} + days{day < 60 ? day + 1 : day}});
}

std::string number_text(std::string_view value, NumberFormat format, bool from_1904) {
  constexpr double exact = 1e15;
  const bool plain =
      !value.empty() && value.find_first_not_of("0123456789") == std::string_view::npos;
  const auto number = number_of(value);
  if (!number) return std::string(value);
  if (format.date)
    if (auto day = serial_date(*number, from_1904)) return *day;
  if (plain) return filled(std::string(value), format);
  if (std::abs(*number) >= exact) return fmt::format("{:.14E}", *number);
  if (*number == std::trunc(*number))
    return filled(std::to_string(static_cast<std::int64_t>(*number)), format);
  const std::string text = fmt::format("{:.15g}", *number);
  return text.find('e') == std::string::npos ? filled(text, format) : text;
}

std::optional<std::size_t> column_of(std::string_view reference) {
  std::size_t column = 0, letters = 0;
  for (; letters < reference.size() && letters < 4; ++letters) {
    const char c = reference[letters];
    if (c < 'A' || c > 'Z') break;
    column = column * 26 + static_cast<std::size_t>(c - 'A' + 1);
  }
  if (letters == 0 || letters > 3) return std::nullopt;
  return column - 1;
}

std::string unescaped(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    unsigned code = 0;
    if (text.substr(at).starts_with("_x") && at + 6 < text.size() && text[at + 6] == '_') {
      const char* const digits = text.data() + at + 2;
      const auto [end, error] = std::from_chars(digits, digits + 4, code, 16);
      if (error == std::errc{} && end == digits + 4 && code > 0 && code < 0x80) {
        out += static_cast<char>(code);
        at += 6;
        continue;
      }
    }
    out += text[at];
  }
  return out;
}

}  // namespace rembuk::files
