#include "app/core/employee/moment.hpp"

#include <catch2/catch_test_macros.hpp>

using rembuk::employee::moment;

TEST_CASE("a moment of the server becomes milliseconds, with or without seconds", "[moment]") {
  CHECK(moment("1970-01-01T00:00") == 0);
  CHECK(moment("2026-06-30T08:05:09") == 1782806709000);
  CHECK(moment("2026-06-30T08:05") == 1782806700000);
}

TEST_CASE("a text that is no moment gives none", "[moment]") {
  for (const char* text : {"", "2026-06-30", "2026-02-30T08:05", "2026-06-30T24:00",
                           "2026-06-30T08:60", "2026-06-30 08:05", "2026-06-30T-1:05",
                           "2026-06-30T08:05:", "2026-06-30T08:05:6x", "2026-06-30T08:05:099"}) {
    CAPTURE(text);
    CHECK_FALSE(moment(text));
  }
}
