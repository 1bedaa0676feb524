#include "engine/scoring/needs.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "engine/province/province.hpp"
#include "engine/scoring/acceptance.hpp"
#include "engine/scoring/report.hpp"
#include "tests/engine/domain/small_world.hpp"

using namespace rembuk;

TEST_CASE("the units' needs add up to the report's, before and after a plan", "[scoring]") {
  const Consultation c = make_province({600, 4});
  const Snapshot s = make_snapshot(c);
  const Plan plan = first_proposal(c);
  const auto model = AcceptanceModel::make(c.settings.parameters).value();
  const Report report = evaluate(s, plan, model);
  const UnitNeed before = total(unit_needs(s, {})), after = total(unit_needs(s, plan));
  CHECK(before.needed == report.need.heads_needed);
  CHECK(before.covered == report.need.heads_covered_before);
  CHECK(after.covered == report.need.heads_covered_after);
  CHECK(before.competence() - report.need.competence_covered_before < 1e-6);
  CHECK(report.need.competence_covered_after - after.competence() < 1e-6);
  CHECK(before.gap() > 0);  // shortage is normal
}

TEST_CASE("a competence is met by holders who reach the level, of each post at most its need",
          "[scoring]") {
  Consultation c = testing::small_world();
  c.requirements = {{testing::staff, CompetenceId{0}, 3, false}};
  c.competences.resize(std::max<std::size_t>(c.competences.size(), 1));
  c.posts[0].need = 2;
  c.skills.clear();
  std::int32_t holders = 0;
  for (std::size_t i = 0; i < c.employees.size(); ++i)
    if (c.employees[i].post == testing::staff) {
      c.skills.push_back({EmployeeId{i}, CompetenceId{0}, 3, {}, {}});
      ++holders;
    }
  REQUIRE(holders > 0);
  const auto needs = competence_needs(make_snapshot(c));
  REQUIRE(needs.size() == 1);
  CHECK(needs[0].asked == 2);
  CHECK(needs[0].met == std::min(holders, 2));
  for (auto& skill : c.skills) skill.level = 2;
  CHECK(competence_needs(make_snapshot(c)).at(0).met == 0);
}

TEST_CASE("who retires in 24 months is counted at the unit of the post, not later", "[scoring]") {
  Consultation c = testing::small_world();
  for (auto& e : c.employees) e.birth = testing::on(1985, 1, 1);
  c.employees[0].birth = testing::on(1970, 6, 29);  // 58 one day before 24 months are over
  const Snapshot s = make_snapshot(c);
  const auto people = retiring(s, 24);
  CHECK(std::ranges::count(people, 1) == 1);
  CHECK(people[s[s.employees[0].post].unit.index()] == 1);
  c.employees[0].birth = testing::on(1970, 6, 30);
  const auto later = retiring(make_snapshot(c), 24);
  CHECK(std::ranges::count(later, 0) == static_cast<std::ptrdiff_t>(later.size()));
}

TEST_CASE("the newest rating counts, and nobody is counted twice", "[scoring]") {
  Consultation c = testing::small_world();
  for (auto& e : c.employees) e.skp_rating = {};
  c.employees[0].skp_year = {std::int16_t{2024}, std::int16_t{2025}};
  c.employees[0].skp_rating = {SkpRating::kurang, SkpRating::baik};
  const Performance p = performance(c);
  CHECK(p.people[1] == 1);
  CHECK(p.people[3] == 0);
  CHECK(p.unrated == static_cast<std::int32_t>(c.employees.size()) - 1);
  CHECK(p.newest_year == 2025);
}

TEST_CASE("completeness counts people, not records", "[scoring]") {
  Consultation c = testing::small_world();
  c.competences.resize(std::max<std::size_t>(c.competences.size(), 2));
  c.skills = {{testing::ani, CompetenceId{0}, 3, {}, testing::on(2024, 1, 31)},
              {testing::ani, CompetenceId{1}, 3, {}, testing::on(2025, 1, 31)},
              {testing::citra, CompetenceId{1}, 3, {}, {}}};
  const Recorded r = recorded(c);
  CHECK(r.with_competence == 2);
  REQUIRE(r.newest_assessment);
  CHECK(iso(*r.newest_assessment) == "2025-01-31");
}
