#include "engine/scoring/criteria.hpp"

#include <catch2/catch_test_macros.hpp>
#include <numeric>

using namespace rembuk;

TEST_CASE("half an hour or less is full distance value, eight hours or more is none", "[scoring]") {
  CHECK(distance_value(0) == 10000);
  CHECK(distance_value(30) == 10000);
  CHECK(distance_value(31) == 9977);  // 10000 · 449 / 450, towards zero
  CHECK(distance_value(255) == 5000);
  CHECK(distance_value(479) == 22);
  CHECK(distance_value(480) == 0);
  CHECK(distance_value(6000) == 0);
}

TEST_CASE("competence counts each level up to what is asked, and a post that asks nothing is full",
          "[scoring]") {
  CHECK(competence_value(CompetenceMatch{}) == 10000);
  CompetenceMatch match;
  match.add(5, 3);  // more than asked does not make up for another
  match.add(0, 4);
  CHECK(competence_value(match) == 4285);  // 3 of 7
  match.add(2, 2);
  CHECK(competence_value(match) == 5555);  // 5 of 9
}

TEST_CASE("career is a thousand points a class, and the named track adds fifteen hundred",
          "[scoring]") {
  CHECK(career_value(0, false) == 5000);
  CHECK(career_value(0, true) == 6500);
  CHECK(career_value(-2, true) == 4500);
  CHECK(career_value(5, false) == 10000);
  CHECK(career_value(4, true) == 10000);
  CHECK(career_value(-5, false) == 0);
  CHECK(career_value(-16, true) == 0);
}

TEST_CASE("workload is the share of needed heads that are there", "[scoring]") {
  CHECK(workload_value(0, 0) == 10000);
  CHECK(workload_value(4, 0) == 10000);
  CHECK(workload_value(0, 3) == 0);
  CHECK(workload_value(2, 3) == 6666);
  CHECK(workload_value(7, 3) == 10000);
}

TEST_CASE("facilities fall by three thousand points with each step of remoteness", "[scoring]") {
  CHECK(facilities_value(0) == 10000);
  CHECK(facilities_value(1) == 7000);
  CHECK(facilities_value(2) == 4000);
  CHECK(facilities_value(3) == 1000);
}

TEST_CASE("weights sum to one and the base is divided once", "[scoring]") {
  CHECK(std::accumulate(rank_weights.begin(), rank_weights.end(), 0) == 10000);
  CHECK(std::accumulate(equal_weights.begin(), equal_weights.end(), 0) == 10000);
  CHECK(base_satisfaction({10000, 10000, 10000, 10000, 10000}, rank_weights) == 10000);
  CHECK(base_satisfaction({1, 1, 1, 1, 0}, equal_weights) == 0);
  CHECK(base_satisfaction({4, 4, 4, 4, 3}, equal_weights) == 3);  // 3.8, not a sum of five zeros
}

TEST_CASE("the base makes up three quarters of satisfaction and the bonus the rest", "[scoring]") {
  CHECK(satisfaction_of(10000, 2500) == 10000);
  CHECK(satisfaction_of(9999, 0) == 7499);
  CHECK(satisfaction_of(0, 500) == 500);
  CHECK(current_post_bonus(Stance::stay) == wish_bonus[0]);
  CHECK(current_post_bonus(Stance::open) == 1250);
  CHECK(current_post_bonus(Stance::move) == 0);
}
