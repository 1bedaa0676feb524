#include <algorithm>
#include <array>
#include <catch2/catch_test_macros.hpp>
#include <cstdint>
#include <set>

#include "tests/engine/province/given.hpp"

using namespace rembuk;

namespace {

struct Tally {
  std::size_t people = 0, answered = 0, move = 0, stay = 0;
};

Tally tally(const Snapshot& s, auto&& belongs) {
  Tally t;
  for (const auto& e : s.employees) {
    if (!belongs(e)) continue;
    ++t.people;
    t.answered += e.answered;
    t.move += e.answered && e.stance == Stance::move;
    t.stay += e.answered && e.stance == Stance::stay;
  }
  return t;
}

bool far(const Snapshot& s, const Snapshot::EmployeeRow& e) {
  return s.travel_minutes(e.home, s.unit_of(e.post).region) > 90;
}

}  // namespace

TEST_CASE("about 62 percent answer, whatever the size and the seed", "[province]") {
  for (const std::int32_t employees : {500, 2000, 12000})
    for (const std::uint64_t seed : {1U, 2U, 3U}) {
      const auto c = given::made(employees, seed);
      const double share = given::share(c.aspirations.size(), c.employees.size());
      CAPTURE(employees, seed, share);
      CHECK(share >= 0.60);
      CHECK(share <= 0.64);
    }
}

TEST_CASE("answers are not at random: far from home more, new in the post less", "[province]") {
  const auto& s = given::demo_snapshot();
  const auto away = tally(s, [&](const auto& e) { return far(s, e); });
  const auto near = tally(s, [&](const auto& e) { return !far(s, e); });
  const auto fresh = tally(s, [](const auto& e) { return e.tenure_months < 24; });
  const auto settled = tally(s, [](const auto& e) { return e.tenure_months >= 24; });
  CHECK(given::share(away.answered, away.people) > given::share(near.answered, near.people) + 0.08);
  CHECK(given::share(fresh.answered, fresh.people) + 0.08 <
        given::share(settled.answered, settled.people));
}

TEST_CASE("moving is wanted more from far away, staying more at home", "[province]") {
  const auto& s = given::demo_snapshot();
  const auto away = tally(s, [&](const auto& e) { return far(s, e); });
  const auto near = tally(s, [&](const auto& e) { return !far(s, e); });
  CAPTURE(away.move, away.stay, away.answered, near.move, near.stay, near.answered);
  CHECK(given::share(away.move, away.answered) > given::share(near.move, near.answered) + 0.25);
  CHECK(given::share(away.stay, away.answered) + 0.2 < given::share(near.stay, near.answered));
  CHECK(given::share(near.move + away.move, near.answered + away.answered) > 0.18);
  CHECK(given::share(near.move + away.move, near.answered + away.answered) < 0.40);
}

TEST_CASE("wishes name posts, units and regions, those of people far from home mostly there",
          "[province]") {
  const auto& c = given::demo();
  std::array<std::size_t, 3> kinds{};
  std::size_t wishes = 0, home = 0, from_far = 0, movers_without = 0;
  const auto& s = given::demo_snapshot();
  for (const auto& a : c.aspirations) {
    const auto& e = c.employees[a.employee.index()];
    CHECK(a.wishes.size() <= 5);
    movers_without += a.stance == Stance::move && a.wishes.empty();
    for (const auto& wish : a.wishes) {
      ++kinds[wish.index()];
      ++wishes;
      if (!far(s, s[a.employee])) continue;
      ++from_far;
      const auto* post = std::get_if<PostId>(&wish);
      const auto* unit = std::get_if<UnitId>(&wish);
      const std::string region = post ? region_of(c.units[c.posts[post->index()].unit.index()].area)
                                 : unit ? region_of(c.units[unit->index()].area)
                                        : std::get<WishRegion>(wish).code;
      home += region == e.home;
    }
  }
  CHECK(movers_without == 0);
  for (const auto kind : kinds) CHECK(given::share(kind, wishes) > 0.1);
  CHECK(given::share(home, from_far) > 0.6);
}

TEST_CASE("people state no concern to four, of every category, and what would help in known words",
          "[province]") {
  const auto& c = given::demo();
  const std::set<std::string> known = {"",           "rumah_dinas",     "pendampingan_pasangan",
                                       "pelatihan",  "biaya_pindah",    "waktu_persiapan",
                                       "penjelasan", "akses_kesehatan", "sekolah_anak"};
  std::map<EmployeeId, std::size_t> of;
  std::set<int> categories;
  std::set<std::string> help;
  std::array<std::size_t, 6> intensities{};
  for (const auto& concern : c.concerns) {
    ++of[concern.employee];
    categories.insert(concern.category);
    REQUIRE(concern.intensity >= 1);
    REQUIRE(concern.intensity <= 5);
    ++intensities[concern.intensity];
    CHECK(known.contains(concern.help));
    help.insert(concern.help);
  }
  CHECK(categories.size() == 14);
  CHECK(help.size() == known.size());
  for (const auto& [employee, count] : of) CHECK(count <= 4);
  const double mean = given::share(c.concerns.size(), c.aspirations.size());
  CAPTURE(mean);
  CHECK(mean > 1.2);
  CHECK(mean < 2.6);
  CHECK(of.size() < c.aspirations.size());
  for (std::size_t k = 1; k < intensities.size(); ++k)
    CHECK(given::share(intensities[k], c.concerns.size()) > 0.04);
}
