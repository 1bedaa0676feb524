#include "engine/scoring/satisfaction.hpp"

#include <catch2/catch_test_macros.hpp>

#include "engine/province/province.hpp"
#include "engine/scoring/satisfaction_rows.hpp"
#include "tests/engine/domain/small_world.hpp"

using namespace rembuk;
using namespace rembuk::testing;

namespace {

Snapshot with(Aspiration said) {
  Consultation c = small_world();
  c.aspirations = {std::move(said)};
  return make_snapshot(c);
}

}  // namespace

TEST_CASE("one pair, computed by hand", "[scoring]") {
  const Snapshot s = make_snapshot(small_world());
  const PairScore score = pair_score(s, ani, remote);
  // 640 minutes; levels 4 of 4 and 1 of 3; one class up; 1 of 3 heads; remoteness 3
  CHECK(score.values == CriterionValues{0, 7142, 6000, 3333, 1000});
  CHECK(score.base == 3495);
  CHECK(score.bonus == 0);
  CHECK(score.satisfaction == 2621);
  const PairScore now = pair_score(s, ani, staff);
  CHECK(now.values == CriterionValues{10000, 10000, 5000, 6666, 10000});
  CHECK(now.bonus == 1250);  // has not answered
  CHECK(now.satisfaction == 6249 + 1250);
}

TEST_CASE("a competence that is not recorded is level zero", "[scoring]") {
  const Snapshot s = make_snapshot(small_world());
  CHECK(competence_value(s, budi, remote) == 0);
  CHECK(competence_value(s, budi, staff) == 10000);
}

TEST_CASE("the first wish that contains the post counts, not the best or the last", "[scoring]") {
  const Snapshot s = with(
      answer(ani, Stance::open, {PostId{agency}, UnitId{1}, WishRegion{"15.01"}, PostId{remote}}));
  CHECK(first_wish(s, ani, remote) == 1);  // G.D.K lies below G.D
  CHECK(bonus(s, ani, remote) == 2000);
  CHECK(first_wish(s, ani, agency) == 0);
  CHECK(bonus(s, ani, agency) == 2500);
  CHECK_FALSE(first_wish(s, ani, empty));
  CHECK(bonus(s, ani, empty) == 0);
}

TEST_CASE("a wish for a unit holds its posts and those below, not those above", "[scoring]") {
  const Snapshot below = with(answer(ani, Stance::open, {UnitId{2}}));
  CHECK(first_wish(below, ani, remote) == 0);
  CHECK_FALSE(first_wish(below, ani, staff));
  const Snapshot top = with(answer(ani, Stance::open, {UnitId{0}}));
  for (const PostId j : {staff, remote, agency, empty}) CHECK(first_wish(top, ani, j) == 0);
  CHECK_FALSE(first_wish(top, ani, elsewhere));  // another government
}

TEST_CASE("a wish for a region without posts holds none", "[scoring]") {
  const Snapshot s = with(answer(ani, Stance::open, {WishRegion{"15.09"}}));
  for (std::size_t j = 0; j < s.posts.size(); ++j) CHECK_FALSE(first_wish(s, ani, PostId{j}));
}

TEST_CASE("a wish for the current post is without effect there: the stance decides", "[scoring]") {
  for (const auto& [stance, points] :
       {std::pair(Stance::stay, 2500), std::pair(Stance::open, 1250), std::pair(Stance::move, 0)}) {
    const Snapshot s = with(answer(ani, stance, {UnitId{1}}));
    CHECK(bonus(s, ani, staff) == points);
    CHECK(bonus(s, ani, remote) == 2500);
  }
}

TEST_CASE("a career track pays at posts of its kind only, and only who named one", "[scoring]") {
  auto said = answer(ani, Stance::open);
  said.career_track = PostKind::fungsional;
  const Snapshot s = with(said);
  CHECK(criterion_values(s, ani, remote)[2] == 7500);
  CHECK(criterion_values(s, ani, staff)[2] == 5000);
  CHECK(criterion_values(s, budi, remote)[2] == 6000);
}

TEST_CASE("satisfaction does not depend on what others do", "[scoring]") {
  const Consultation c = make_province({.employees = 120, .seed = 5});
  Snapshot s = make_snapshot(c);
  const Points before = satisfaction(s, EmployeeId{7}, PostId{3});
  const std::vector<std::string> regions = region_codes(c);
  for (std::size_t i = 0; i < s.employees.size(); ++i)
    if (i != 7) set_answer(s.employees[i], nullptr, {}, regions);
  CHECK(satisfaction(s, EmployeeId{7}, PostId{3}) == before);
}

TEST_CASE("one more wish at the end never lowers anyone's value of any post", "[scoring]") {
  const Consultation c = make_province({.employees = 150, .seed = 3});
  const Snapshot shorter = make_snapshot(c);
  Snapshot longer = shorter;
  int rose = 0;
  for (std::size_t i = 0; i < shorter.employees.size(); ++i) {
    auto& row = longer.employees[i];
    if (!row.answered || row.wish_count == 5) continue;
    row.wishes[row.wish_count++] = {Snapshot::Target::Kind::region,
                                    static_cast<std::int32_t>(i) % shorter.regions};
    for (std::size_t j = 0; j < shorter.posts.size(); ++j) {
      const Points before = satisfaction(shorter, EmployeeId{i}, PostId{j}),
                   after = satisfaction(longer, EmployeeId{i}, PostId{j});
      REQUIRE(after >= before);
      rose += after > before;
    }
  }
  CHECK(rose > 0);
}

TEST_CASE("every value lies within 0 and 10000", "[scoring]") {
  const Snapshot s = make_snapshot(make_province({.employees = 200, .seed = 9}));
  for (std::size_t i = 0; i < s.employees.size(); ++i)
    for (std::size_t j = 0; j < s.posts.size(); ++j) {
      const PairScore score = pair_score(s, EmployeeId{i}, PostId{j});
      REQUIRE((score.satisfaction >= 0 && score.satisfaction <= 10000));
      for (const Points v : score.values) REQUIRE((v >= 0 && v <= 10000));
    }
}

TEST_CASE("a whole row gives the same points as each pair alone", "[scoring]") {
  Consultation small = small_world();
  small.aspirations = {
      answer(ani, Stance::stay, {UnitId{2}, WishRegion{"15.09"}, UnitId{0}, PostId{staff}}),
      answer(eka, Stance::move, {WishRegion{"15.71"}, UnitId{1}})};
  for (const Consultation& c : {small, make_province({.employees = 400, .seed = 2})}) {
    const Snapshot s = make_snapshot(c);
    SatisfactionRows rows(s);
    std::vector<std::uint16_t> row(s.posts.size());
    for (std::size_t i = 0; i < s.employees.size(); ++i) {
      rows.fill(EmployeeId{i}, row);
      for (std::size_t j = 0; j < row.size(); ++j)
        REQUIRE(row[j] == satisfaction(s, EmployeeId{i}, PostId{j}));
    }
  }
}
