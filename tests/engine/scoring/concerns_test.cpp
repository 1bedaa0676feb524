#include "engine/scoring/concerns.hpp"

#include <catch2/catch_test_macros.hpp>

#include "engine/scoring/satisfaction.hpp"
#include "tests/engine/domain/small_world.hpp"

using namespace rembuk;
using namespace rembuk::testing;

namespace {

/// Everybody states every concern with intensity 1.
Consultation all_worried(Consultation c = small_world()) {
  for (std::size_t i = 0; i < c.employees.size(); ++i) {
    c.aspirations.push_back(answer(EmployeeId{i}, Stance::open));
    for (std::uint8_t k = 0; k < concern_categories; ++k)
      c.concerns.push_back({EmployeeId{i}, k, 1, ""});
  }
  return c;
}

/// Is K`category` triggered when `who` goes to `to`?
bool triggers(const Snapshot& s, int category, EmployeeId who, PostId to) {
  return (triggered_concerns(s, who, to) >> (category - 1) & 1) != 0;
}

}  // namespace

TEST_CASE("K01: more than an hour longer from home than now", "[scoring]") {
  Consultation c = all_worried();
  auto& minutes = c.travel[5].minutes;  // 15.08 → 15.71: home of nobody; see below
  c.employees[5].home = "15.08";        // Fitri lives and works at 15.08, 20 minutes
  for (const auto& [there, expected] : {std::pair(80, false), std::pair(81, true)}) {
    minutes = there;
    CHECK(triggers(make_snapshot(c), 1, fitri, staff) == expected);
  }
}

TEST_CASE("K02 and K03: the region of the unit changes", "[scoring]") {
  const Snapshot s = make_snapshot(all_worried());
  for (const int k : {2, 3}) {
    CHECK(triggers(s, k, ani, remote));
    CHECK_FALSE(triggers(s, k, ani, empty));
    CHECK_FALSE(triggers(s, k, ani, elsewhere));
  }
}

TEST_CASE("K04 and K11: remoteness of two or more that is greater than now", "[scoring]") {
  Consultation c = all_worried();
  for (const int k : {4, 11}) {
    CHECK(triggers(make_snapshot(c), k, ani, agency));
    CHECK(triggers(make_snapshot(c), k, fitri, remote));      // 2 → 3
    CHECK_FALSE(triggers(make_snapshot(c), k, eka, agency));  // 3 → 2
    CHECK_FALSE(triggers(make_snapshot(c), k, ani, empty));
  }
  c.units[3].remoteness = 1;
  CHECK_FALSE(triggers(make_snapshot(c), 4, ani, agency));
}

TEST_CASE("K05: the class falls, or more than two hours from home", "[scoring]") {
  Consultation c = all_worried();
  CHECK(triggers(make_snapshot(c), 5, ani, agency));  // class 8 → 7
  CHECK(triggers(make_snapshot(c), 5, ani, remote));  // class rises, 640 minutes
  CHECK_FALSE(triggers(make_snapshot(c), 5, ani, empty));
  for (const auto& [there, expected] : {std::pair(120, false), std::pair(121, true)}) {
    c.travel[6].minutes = there;  // 15.71 → 15.01
    CHECK(triggers(make_snapshot(c), 5, ani, remote) == expected);
  }
}

TEST_CASE("K06: the class falls", "[scoring]") {
  const Snapshot s = make_snapshot(all_worried());
  CHECK(triggers(s, 6, ani, agency));
  CHECK_FALSE(triggers(s, 6, ani, empty));  // equal
  CHECK_FALSE(triggers(s, 6, ani, remote));
}

TEST_CASE("K07: less than seven tenths of the competence that the post asks for", "[scoring]") {
  Consultation c = all_worried();
  CHECK_FALSE(triggers(make_snapshot(c), 7, ani, remote));  // 7142
  CHECK(triggers(make_snapshot(c), 7, budi, remote));
  c.requirements = {{remote, CompetenceId{0}, 4, true}, {remote, CompetenceId{2}, 5, false}};
  CHECK(triggers(make_snapshot(c), 7, ani, remote));  // 4 + 1 of 9
  c.requirements = {{remote, CompetenceId{0}, 5, false}, {remote, CompetenceId{1}, 5, false}};
  c.skills = {{ani, CompetenceId{0}, 5, {}, {}}, {ani, CompetenceId{1}, 2, {}, {}}};
  CHECK(competence_value(make_snapshot(c), ani, remote) == 7000);
  CHECK_FALSE(triggers(make_snapshot(c), 7, ani, remote));  // 7000 is not below
}

TEST_CASE("K08 and K13: the agency changes, not merely the unit", "[scoring]") {
  const Snapshot s = make_snapshot(all_worried());
  for (const int k : {8, 13}) {
    CHECK_FALSE(triggers(s, k, ani, remote));  // G.D.K belongs to G.D
    CHECK(triggers(s, k, ani, agency));
    CHECK(triggers(s, k, ani, empty));  // the instansi itself is its own agency
  }
}

TEST_CASE("K10: fewer than seven tenths of the needed heads at the new unit", "[scoring]") {
  Consultation c = all_worried();
  CHECK(triggers(make_snapshot(c), 10, ani, remote));
  CHECK_FALSE(triggers(make_snapshot(c), 10, ani, empty));
  c.posts[0].need = 10;  // 4 of 10 at G.D
  CHECK(triggers(make_snapshot(c), 10, eka, staff));
  c.posts[0].need = 5;  // 4 of 5
  CHECK_FALSE(triggers(make_snapshot(c), 10, eka, staff));
}

TEST_CASE("K09, K12 and K14 are triggered by any move", "[scoring]") {
  const Snapshot s = make_snapshot(all_worried());
  for (const int k : {9, 12, 14})
    for (const PostId j : {remote, agency, empty, elsewhere}) CHECK(triggers(s, k, ani, j));
}

TEST_CASE("staying triggers nothing, and neither does a concern that nobody stated", "[scoring]") {
  const Snapshot s = make_snapshot(all_worried());
  CHECK(triggered_concerns(s, ani, staff) == 0);
  CHECK(concern_load(s, ani, staff) == 0);
  CHECK(triggered_concerns(make_snapshot(small_world()), ani, remote) == 0);
}

TEST_CASE("the load is the sum of the triggered intensities", "[scoring]") {
  Consultation c = small_world();
  c.aspirations = {answer(ani, Stance::open)};
  c.concerns = {{ani, 0, 4, ""}, {ani, 5, 5, ""}, {ani, 8, 3, ""}};  // K01, K06, K09
  const Snapshot s = make_snapshot(c);
  CHECK(concern_load(s, ani, remote) == 7);  // the class rises: K06 is not touched
  CHECK(concern_load(s, ani, agency) == 12);
}
