#include "engine/base/wib.hpp"

#include <catch2/catch_test_macros.hpp>

using rembuk::day_in_wib;

TEST_CASE("a day begins in Jambi at 17:00 UTC of the day before", "[wib]") {
  CHECK(day_in_wib(0) == 0);
  CHECK(day_in_wib(17 * 3600 - 1) == 0);
  CHECK(day_in_wib(17 * 3600) == 1);
  CHECK(day_in_wib(86'400 + 17 * 3600 - 1) == 1);
}

TEST_CASE("days before 1970 are counted down, none twice", "[wib]") {
  CHECK(day_in_wib(-7 * 3600) == 0);
  CHECK(day_in_wib(-7 * 3600 - 1) == -1);
  CHECK(day_in_wib(-7 * 3600 - 86'400) == -1);
  CHECK(day_in_wib(-7 * 3600 - 86'401) == -2);
}
