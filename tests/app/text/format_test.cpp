#include "app/text/format.hpp"

#include <catch2/catch_test_macros.hpp>
#include <limits>

using namespace rembuk::text;
constexpr auto id = Language::indonesian, en = Language::english;

TEST_CASE("Indonesian numbers have points for thousands and a comma", "[text]") {
  CHECK(whole(id, 1234567) == "1.234.567");
  CHECK(whole(en, 1234567) == "1,234,567");
  CHECK(whole(id, 999) == "999");
  CHECK(whole(id, -1200) == "−1.200");
  CHECK(whole(id, std::numeric_limits<std::int64_t>::min()) == "−9.223.372.036.854.775.808");
  CHECK(decimal(id, 1234.5, 1) == "1.234,5");
  CHECK(decimal(en, 1234.5, 1) == "1,234.5");
  CHECK(decimal(id, 0.05, 2) == "0,05");
  CHECK(decimal(id, 2.5, 0) == "3");
  CHECK(decimal(id, -2.5, 0) == "−3");
  CHECK(decimal(id, -0.04, 1) == "0,0");
}

TEST_CASE("what is no number is a dash, never a wrong number", "[text]") {
  CHECK(decimal(id, std::numeric_limits<double>::quiet_NaN(), 1) == "–");
  CHECK(decimal(id, std::numeric_limits<double>::infinity(), 1) == "–");
  CHECK(decimal(id, 1e18, 1) == "–");
}

TEST_CASE("shares are percentages, differences carry their sign", "[text]") {
  CHECK(percent(id, 0.714) == "71%");
  CHECK(percent(en, 0.714, 1) == "71.4%");
  CHECK(signed_decimal(id, 2.1, 1) == "+2,1");
  CHECK(signed_decimal(id, -0.8, 1) == "−0,8");
  CHECK(signed_decimal(id, 0.01, 1) == "0,0");
}

TEST_CASE("dates are written out, times are those of Jambi", "[text]") {
  CHECK(date_of_day(id, 0) == "1 Januari 1970");
  CHECK(date_of_day(id, 20150) == "3 Maret 2025");
  CHECK(date_of_day(en, 20150) == "3 March 2025");
  CHECK(date_of_day(id, -1) == "31 Desember 1969");
  // 17:30 UTC is half past midnight of the next day there.
  CHECK(date(id, 20150 * 86'400'000LL + 63'000'000) == "4 Maret 2025");
  CHECK(time(id, 20150 * 86'400'000LL + 63'000'000) == "00.30 WIB");
  CHECK(date_time(en, 20150 * 86'400'000LL) == "3 March 2025, 07:00 WIB");
  CHECK(time(id, -1) == "06.59 WIB");
  CHECK(date_of_day(id, std::numeric_limits<std::int64_t>::max()) == "–");
}
