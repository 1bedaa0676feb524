#include "engine/domain/date.hpp"

#include <catch2/catch_test_macros.hpp>

#include "tests/engine/domain/small_world.hpp"

using namespace rembuk;
using rembuk::testing::on;

TEST_CASE("a month is full on the same day of the later month, without an end-of-month rule",
          "[domain]") {
  CHECK(months_between(on(2024, 6, 30), on(2026, 6, 30)) == 24);
  CHECK(months_between(on(2024, 7, 1), on(2026, 6, 30)) == 23);
  CHECK(months_between(on(2026, 1, 31), on(2026, 2, 28)) == 0);
  CHECK(months_between(on(2026, 1, 28), on(2026, 2, 28)) == 1);
  CHECK(months_between(on(2025, 12, 31), on(2026, 1, 1)) == 0);
  CHECK(months_between(on(2026, 6, 30), on(2026, 6, 30)) == 0);
  CHECK(months_between(on(2026, 7, 1), on(2026, 6, 30)) == -1);
  CHECK(months_between(on(2026, 7, 31), on(2026, 6, 30)) == -2);  // and the lower day
}

TEST_CASE("29 February falls on 1 March in a common year and stays in a leap year", "[domain]") {
  CHECK(years_later(on(1968, 2, 29), 58) == on(2026, 3, 1));
  CHECK(years_later(on(1968, 2, 29), 60) == on(2028, 2, 29));
  CHECK(years_later(on(1940, 2, 29), 160) == on(2100, 3, 1));  // 2100 is no leap year
  CHECK(years_later(on(1970, 12, 31), 58) == on(2028, 12, 31));
}

TEST_CASE("three ways to write a date are read, one is written", "[domain]") {
  CHECK(parse_date("2026-06-30") == on(2026, 6, 30));
  CHECK(parse_date("30-06-2026") == on(2026, 6, 30));
  CHECK(parse_date("30/06/2026") == on(2026, 6, 30));
  CHECK(iso(on(2026, 6, 3)) == "2026-06-03");
  CHECK(iso(on(987, 1, 1)) == "0987-01-01");
}

TEST_CASE("what is no date is refused", "[domain]") {
  for (const char* text :
       {"", "2026-6-30", "2026-13-01", "2026-02-29", "31-04-2026", "2026/06/30", "30-06/2026",
        "0000-01-01", "2026-06-3a", "-026-06-30", "2026-06-300", " 2026-06-30", "+026-06-30"})
    CHECK_FALSE(parse_date(text).has_value());
}
