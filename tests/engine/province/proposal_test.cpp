#include <catch2/catch_test_macros.hpp>

#include "engine/rules/rules.hpp"
#include "engine/scoring/report.hpp"
#include "tests/engine/province/given.hpp"

using namespace rembuk;

TEST_CASE("the first proposal moves 5 to 7 percent and breaks no rule", "[province]") {
  for (const std::int32_t employees : {500, 2000, 12000}) {
    const auto c = given::made(employees, 4);
    const auto s = make_snapshot(c);
    const Plan plan = first_proposal(c);
    CAPTURE(employees, plan.moves.size());
    CHECK(given::share(plan.moves.size(), c.employees.size()) >= 0.05);
    CHECK(given::share(plan.moves.size(), c.employees.size()) <= 0.07);
    CHECK(violations(s, plan).empty());
    for (const auto& move : plan.moves) CHECK(move.reason.starts_with("KEBUTUHAN: "));
  }
}

TEST_CASE("the first proposal goes from better to worse staffed units and asks nobody",
          "[province]") {
  const auto& c = given::demo();
  const auto& s = given::demo_snapshot();
  const Plan plan = first_proposal(c);
  std::size_t towards_home = 0, to_remoter = 0;
  for (const auto& move : plan.moves) {
    const auto& from = s.unit_of(s[move.employee].post);
    const auto& to = s.unit_of(move.to);
    CHECK(std::int64_t{from.filled} * to.need > std::int64_t{to.filled} * from.need);
    towards_home += s.travel_minutes(s[move.employee].home, to.region) <
                    s.travel_minutes(s[move.employee].home, from.region);
    to_remoter += to.remoteness > from.remoteness;
  }
  CHECK(towards_home * 2 < plan.moves.size());
  CHECK(to_remoter * 4 > plan.moves.size());
  Consultation silent = c;  // the same without a single answer
  silent.aspirations.clear();
  silent.concerns.clear();
  CHECK(first_proposal(silent) == plan);
}

TEST_CASE("the demo's employee is free, silent, far from home and has vacant posts there",
          "[province]") {
  for (const std::int32_t employees : {600, 2000, 12000})
    for (const std::uint64_t seed : {1U, 3U}) {
      const auto c = given::made(employees, seed);
      const auto s = make_snapshot(c);
      const EmployeeId id = demo_employee(c);
      CAPTURE(employees, seed, id.value);
      CHECK(locks(s, id).empty());
      CHECK(s[id].status == EmployeeStatus::pns);
      CHECK(s[id].tenure_months >= 24);
      CHECK_FALSE(s[id].answered);
      CHECK(s.travel_minutes(s[id].home, s.unit_of(s[id].post).region) >= 120);
      std::size_t open = 0;
      for (std::size_t j = 0; j < s.posts.size(); ++j)
        open += s.unit_of(PostId{j}).region == s[id].home && s.posts[j].heads < s.posts[j].need &&
                eligible(s, id, PostId{j});
      CHECK(open >= 1);
      if (employees >= 2000) CHECK(open >= 5);
    }
}
