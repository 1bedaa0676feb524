#include "engine/domain/snapshot.hpp"

#include <catch2/catch_test_macros.hpp>
#include <optional>

#include "tests/engine/domain/small_world.hpp"

using namespace rembuk;
using namespace rembuk::testing;

TEST_CASE(
    "the agency of a unit is its highest ancestor that is no instansi, and an instansi is its own",
    "[domain]") {
  const Snapshot s = make_snapshot(small_world());
  CHECK(s[UnitId{2}].opd == UnitId{1});
  CHECK(s[UnitId{1}].opd == UnitId{1});
  CHECK(s[UnitId{3}].opd == UnitId{3});
  CHECK(s[UnitId{0}].opd == UnitId{0});
  CHECK(s[UnitId{5}].opd == UnitId{5});
}

TEST_CASE("an instansi between two units does not end the search for the agency", "[domain]") {
  Consultation c = small_world();
  c.units[4].parent = UnitId{1};  // H below G.D
  const Snapshot s = make_snapshot(c);
  CHECK(s[UnitId{5}].opd == UnitId{1});
  CHECK(s[UnitId{4}].opd == UnitId{4});
}

TEST_CASE("a region is the first two parts of an area code", "[domain]") {
  CHECK(region_of("15.71.05.1003") == "15.71");
  CHECK(region_of("15.71") == "15.71");
  CHECK(region_of("15") == "15");
  const Snapshot s = make_snapshot(small_world());
  CHECK(s[UnitId{2}].region == RegionId{0});
  CHECK(s[UnitId{1}].region == s[UnitId{0}].region);
}

TEST_CASE("an empty domicile counts as the region of the unit now", "[domain]") {
  const Snapshot s = make_snapshot(small_world());
  CHECK(s[budi].home == s[UnitId{1}].region);
  CHECK(s[citra].home == s[UnitId{2}].region);
  CHECK(s[eka].home == s[UnitId{2}].region);
}

TEST_CASE("the workload is heads per need of the unit's own posts, not of the units below it",
          "[domain]") {
  const Snapshot s = make_snapshot(small_world());
  CHECK(s[UnitId{1}].filled == 4);
  CHECK(s[UnitId{1}].need == 6);
  CHECK(s[UnitId{1}].workload == 6666);  // 4 of 6, towards zero
  CHECK(s[UnitId{2}].workload == 3333);
  CHECK(s[UnitId{0}].workload == 10000);  // need 0
  CHECK(s[UnitId{5}].workload == 0);
}

TEST_CASE("a unit with more heads than it needs has full workload value", "[domain]") {
  Consultation c = small_world();
  c.posts[0].need = 3;
  CHECK(make_snapshot(c)[UnitId{1}].workload == 10000);
}

TEST_CASE("employees of every status count as heads", "[domain]") {
  Consultation c = small_world();
  c.employees[1].status = EmployeeStatus::pppk;
  c.employees[2].legal_status = "Cuti";
  CHECK(make_snapshot(c)[staff].heads == 4);
}

TEST_CASE("of several records of a competence the highest counts, and any certificate",
          "[domain]") {
  const Snapshot s = make_snapshot(small_world());
  const auto held = s.held_by(ani);
  REQUIRE(held.size() == 3);
  CHECK(held[0].level == 5);
  CHECK_FALSE(held[0].certified);
  CHECK(held[2].certified);
  CHECK(s.held_by(budi).empty());
}

TEST_CASE("tenure and the way to retirement are full months at the reference date", "[domain]") {
  Consultation c = small_world();
  c.employees[0].tmt_post = on(2024, 7, 1);
  c.employees[0].birth = on(1968, 2, 29);
  c.employees[0].retirement_age = 60;
  const Snapshot s = make_snapshot(c);
  CHECK(s[ani].tenure_months == 23);
  CHECK(s[ani].months_to_retirement == 19);  // 29 February 2028
  CHECK(s[budi].tenure_months == 77);
}

TEST_CASE("either rating below Baik counts, an empty one does not", "[domain]") {
  Consultation c = small_world();
  c.employees[0].skp_rating = {SkpRating::baik, std::nullopt};
  c.employees[1].skp_rating = {std::nullopt, SkpRating::butuh_perbaikan};
  const Snapshot s = make_snapshot(c);
  CHECK_FALSE(s[ani].below_baik);
  CHECK(s[budi].below_baik);
  CHECK_FALSE(s[citra].below_baik);
}

TEST_CASE("a new answer replaces all of the earlier one, and none leaves no trace", "[domain]") {
  Consultation c = small_world();
  auto said = answer(ani, Stance::move, {PostId{1}, UnitId{3}, WishRegion{"15.08"}});
  said.criteria_order = {{Criterion::career, Criterion::distance, Criterion::workload,
                          Criterion::facilities, Criterion::competence}};
  said.career_track = PostKind::fungsional;
  c.aspirations = {said};
  c.concerns = {{ani, 0, 5, ""}, {ani, 13, 1, ""}};
  Snapshot s = make_snapshot(c);
  CHECK(s[ani].wish_count == 3);
  CHECK(s[ani].weights == std::array<std::int32_t, 5>{2567, 400, 4567, 1566, 900});
  CHECK(s[ani].concerns[13] == 1);
  Snapshot::EmployeeRow& row = s.employees[0];
  set_answer(row, nullptr, {}, region_codes(c));
  CHECK_FALSE(row.answered);
  CHECK(row.wish_count == 0);
  CHECK(row.weights == std::array<std::int32_t, 5>{2000, 2000, 2000, 2000, 2000});
  CHECK(row.concerns == decltype(row.concerns){});
  CHECK(row.track == -1);
  CHECK(row.stance == Stance::open);
}

TEST_CASE("a plan places its movers and leaves everyone else", "[domain]") {
  const Snapshot s = make_snapshot(small_world());
  const auto places = placement(s, Plan{{{budi, remote, ""}}});
  CHECK(places[1] == remote);
  for (const std::size_t i : {0U, 2U, 3U, 4U, 5U}) CHECK(places[i] == s.employees[i].post);
}

TEST_CASE("D4 and S1 are one level, between D3 and profesi", "[domain]") {
  CHECK(education_level(Education::d4) == education_level(Education::s1));
  CHECK(education_level(Education::d3) < education_level(Education::d4));
  CHECK(education_level(Education::s1) < education_level(Education::profesi));
  CHECK(education_level(Education::profesi) < education_level(Education::s2));
  CHECK(education_level(Education::sd) < education_level(Education::smp));
}

TEST_CASE("names are matched in exact spelling", "[domain]") {
  CHECK(named<Stance>("tetap", stance_names) == Stance::stay);
  CHECK_FALSE(named<Stance>("Tetap", stance_names));
  CHECK_FALSE(named<Stance>("", stance_names));
}
