#include "engine/files/nip.hpp"

#include <algorithm>

namespace rembuk::files {
namespace {

int number(std::string_view digits) {
  int value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

bool looks_damaged(std::string_view cell, bool digits) {
  const bool exponent = !digits && (cell.find("E+") != std::string_view::npos ||
                                    cell.find("e+") != std::string_view::npos);
  return exponent || (cell.size() == 18 && cell.ends_with("000"));
}

}  // namespace

NipReading read_nip(std::string_view cell) {
  NipReading reading;
  reading.nip = cell;
  if (cell.contains(' ')) std::erase(reading.nip, ' ');
  // A leading apostrophe is a spreadsheet's way to keep digits as text.
  if (reading.nip.starts_with('\'')) reading.nip.erase(0, 1);
  const std::string_view nip = reading.nip;
  const bool digits = std::ranges::all_of(nip, [](char c) { return c >= '0' && c <= '9'; });
  if (looks_damaged(nip, digits)) {
    reading.fault = "nip_damaged";
  } else if (nip.size() != 18 || !digits) {
    reading.fault = "nip_length";
  } else {
    const Date birth{std::chrono::year{number(nip.substr(0, 4))},
                     std::chrono::month{static_cast<unsigned>(number(nip.substr(4, 2)))},
                     std::chrono::day{static_cast<unsigned>(number(nip.substr(6, 2)))}};
    const int month = number(nip.substr(12, 2));
    const char sex = nip[14];
    if (!birth.ok() || month == 0 || (sex != '1' && sex != '2')) {
      reading.fault = sex == '1' || sex == '2' ? "nip_date_invalid" : "nip_sex_mismatch";
      return reading;
    }
    reading.parts = {birth, number(nip.substr(8, 4)), month > 12 ? 0 : month,
                     sex == '1' ? Sex::male : Sex::female};
  }
  return reading;
}

}  // namespace rembuk::files
