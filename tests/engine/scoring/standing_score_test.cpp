#include "engine/scoring/standing_score.hpp"

#include <catch2/catch_test_macros.hpp>

#include "engine/province/province.hpp"
#include "engine/scoring/satisfaction.hpp"

using namespace rembuk;

TEST_CASE("the standing score is everyone's satisfaction where they are", "[scoring]") {
  const Snapshot s = make_snapshot(make_province({.employees = 2000, .seed = 5}));
  const StandingScore standing(s);
  for (std::size_t i = 0; i < s.employees.size(); ++i) {
    const EmployeeId who{i};
    const PostId post = s[who].post;
    REQUIRE(standing(s[who], competence_value(s, who, post)) == satisfaction(s, who, post));
  }
}

TEST_CASE("distance is full value within half an hour, none from eight hours", "[scoring]") {
  CHECK(distance_value(-1) == 10000);
  CHECK(distance_value(30) == 10000);
  CHECK(distance_value(31) == 9977);
  CHECK(distance_value(479) == 22);
  CHECK(distance_value(480) == 0);
  CHECK(distance_value(2'000'000'000) == 0);
}
