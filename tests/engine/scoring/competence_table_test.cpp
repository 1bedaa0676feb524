#include "engine/scoring/competence_table.hpp"

#include <catch2/catch_test_macros.hpp>

#include "engine/province/province.hpp"
#include "engine/scoring/satisfaction.hpp"
#include "tests/engine/domain/small_world.hpp"

using namespace rembuk;
using namespace rembuk::testing;

namespace {

void check_every_pair(const Snapshot& s) {
  const CompetenceTable table(s);
  for (std::size_t i = 0; i < s.employees.size(); ++i)
    for (std::size_t j = 0; j < s.posts.size(); ++j)
      REQUIRE(table(EmployeeId{i}, PostId{j}) == competence_value(s, EmployeeId{i}, PostId{j}));
}

}  // namespace

TEST_CASE("the table gives the competence value of every pair", "[scoring]") {
  check_every_pair(make_snapshot(make_province({.employees = 300, .seed = 2})));
  check_every_pair(make_snapshot(small_world()));
}

TEST_CASE("a competence with a great number makes no great table", "[scoring]") {
  Snapshot s = make_snapshot(small_world());
  REQUIRE_FALSE(s.held.empty());
  s.held.back().competence = CompetenceId{std::size_t{2'000'000'000}};
  check_every_pair(s);
}
