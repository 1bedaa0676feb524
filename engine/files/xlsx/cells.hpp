#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rembuk::files {

/// How the numbers of a cell format are to be written.
struct NumberFormat {
  bool date = false;
  std::uint8_t digits = 0;    ///< of the whole part, filled with zeros: "0000"
  std::uint8_t decimals = 0;  ///< at least: "00.00"
};

/// The format of a number format code, or of one of the numbers that every workbook knows.
[[nodiscard]] NumberFormat number_format(std::string_view code);
[[nodiscard]] NumberFormat built_in_format(int id);

/// A number as its cell shows it, no digit lost: whole numbers without exponent up to 10^15, dates
/// in ISO form. A larger number that the spreadsheet keeps with an exponent has lost digits and is
/// written with E+, which the reader of NIPs knows. Text that is no number is given back.
[[nodiscard]] std::string number_text(std::string_view value, NumberFormat format, bool from_1904);

/// The day of a serial number; nothing before 1900, after 9999 and for 29 February 1900.
[[nodiscard]] std::optional<std::string> serial_date(double serial, bool from_1904);

/// Zero-based column of a reference such as AB12; nothing if it is none.
[[nodiscard]] std::optional<std::size_t> column_of(std::string_view reference);

/// Text with _x000D_ and its like as the characters that they stand for.
[[nodiscard]] std::string unescaped(std::string_view text);

}  // namespace rembuk::files
