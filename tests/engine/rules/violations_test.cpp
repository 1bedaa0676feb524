#include <catch2/catch_test_macros.hpp>

#include "engine/base/random.hpp"
#include "engine/rules/eligibility.hpp"
#include "tests/engine/rules/small_office.hpp"

using namespace rembuk;
using Found = std::vector<Violation>;

namespace {

/// A random office in which every rule bites somebody.
Consultation random_office(Random& random) {
  auto c = small_office();
  const auto chance = [&](std::uint32_t one_in) { return random.below(one_in) == 0; };
  for (std::int32_t k = 0; k < 12; ++k) {
    Post post = c.posts[random.below(5)];
    post.code = "Q" + std::to_string(100 + k);
    post.locked = chance(6);
    post.open_to_pppk = chance(2);
    if (chance(3)) post.education_min = chance(2) ? Education::s2 : Education::sma;
    if (chance(3)) post.golongan_min = static_cast<std::uint8_t>(random.below(17));
    if (chance(4)) post.certificate = CompetenceId{std::int32_t{1}};
    if (chance(8)) post.eselon = "II.a", post.kind = PostKind::struktural;
    c.posts.push_back(post);
    if (chance(2))
      c.requirements.push_back(
          {PostId{c.posts.size() - 1}, CompetenceId{std::int32_t{0}}, 2, chance(2)});
  }
  for (std::int32_t k = 0; k < 30; ++k) {
    Employee e = c.employees[1];
    e.nip = std::to_string(100 + k);
    e.post = PostId{std::size_t{random.below(static_cast<std::uint32_t>(c.posts.size()))}};
    e.unit = c.posts[e.post.index()].unit;
    e.status = static_cast<EmployeeStatus>(random.below(4));
    e.golongan = static_cast<std::uint8_t>(random.below(17));
    e.pppk_scale = chance(4);
    e.education = static_cast<Education>(random.below(11));
    e.audit_clear = !chance(4);
    e.disciplined = chance(10);
    if (chance(5)) e.skp_rating[0] = SkpRating::kurang;
    c.employees.push_back(e);
    if (chance(2))
      c.skills.push_back(
          {EmployeeId{c.employees.size() - 1}, CompetenceId{std::int32_t{0}}, 3, {}, {}});
    if (chance(2))
      c.skills.push_back({EmployeeId{c.employees.size() - 1},
                          CompetenceId{std::int32_t{1}},
                          3,
                          SkillSource::sertifikat,
                          {}});
  }
  c.settings.between_governments = chance(2);
  c.settings.pppk = chance(2);
  return c;
}

}  // namespace

TEST_CASE("each mover counts once per broken rule", "[rules]") {
  auto c = small_office();
  c.posts[0].eselon = "II.a";
  c.employees[1].disciplined = true;
  const Snapshot s = make_snapshot(c);
  const Plan plan{{{chief, analyst, ""}, {ani, far, ""}, {budi, far, ""}}};
  // The chief breaks R15 as holder; Ani R02 and R08; Budi R02; the third of two seats is R07.
  REQUIRE(violations(s, plan) ==
          Found{{Rule::R02, 2}, {Rule::R07, 1}, {Rule::R08, 1}, {Rule::R15, 1}});
  REQUIRE(violations(s, {}).empty());
}

TEST_CASE("R07 counts the lower of entrants and heads above need; an exchange breaks nothing",
          "[rules]") {
  auto c = small_office();
  c.posts[1].need = 1;  // two heads: one above need before the plan
  c.posts[2].need = 1;
  c.employees[3].post = analyst;
  c.employees[3].unit = UnitId{std::int32_t{1}};
  const Snapshot s = make_snapshot(c);
  REQUIRE(violations(s, {}).empty());
  REQUIRE(violations(s, Plan{{{citra, staff, ""}}}) == Found{{Rule::R07, 1}});
  REQUIRE(violations(s, Plan{{{ani, analyst, ""}, {citra, section, ""}}}).empty());
}

TEST_CASE("R06 is judged after the plan and counts the movers of the pair", "[rules]") {
  const Snapshot s = make_snapshot(small_office());
  RuleSet rules;
  rules.cycle.relatives = {{ani, budi}};
  REQUIRE(violations(s, Plan{{{ani, section, ""}}}, rules) == Found{{Rule::R06, 1}});
  REQUIRE(violations(s, Plan{{{ani, section, ""}, {budi, analyst, ""}}}, rules) ==
          Found{{Rule::R06, 2}});
  REQUIRE(violations(s, Plan{{{ani, section, ""}, {budi, head, ""}}}, rules) ==
          Found{{Rule::R06, 2}, {Rule::R07, 1}});
  REQUIRE(violations(s, Plan{{{ani, analyst, ""}}}, rules).empty());
}

TEST_CASE("who is moved by a lock of the planner does not break R24", "[rules]") {
  const Snapshot s = make_snapshot(small_office());
  RuleSet rules;
  rules.cycle.locks = {{ani, analyst}, {budi, staff}};
  REQUIRE(violations(s, Plan{{{ani, analyst, ""}}}, rules).empty());
  REQUIRE(violations(s, Plan{{{ani, section, ""}, {budi, analyst, ""}}}, rules) ==
          Found{{Rule::R24, 2}});
}

TEST_CASE("units of which more than a fifth moves are reported", "[rules]") {
  const Snapshot s = make_snapshot(small_office());
  REQUIRE(high_turnover(s, {}).empty());
  REQUIRE(high_turnover(s, Plan{{{ani, head, ""}}}) ==
          std::vector<UnitTurnover>{{UnitId{std::int32_t{1}}, 2, 1}});
}

TEST_CASE("the table of groups answers as the rules do, pair by pair", "[rules]") {
  std::int64_t yes = 0, no = 0;
  for (std::uint64_t seed = 1; seed <= 50; ++seed) {
    Random random(seed);
    Snapshot s = make_snapshot(random_office(random));
    s.settings.rules.performance_inside = seed % 3 != 0;
    RuleSet rules;
    if (seed % 2 == 0)
      rules.cycle.blocked = BlockedPeriod{s.settings.reference_date, s.settings.reference_date};
    rules.cycle.locks = {{ani, analyst}, {EmployeeId{std::size_t{9}}, s.employees[9].post}};
    rules.cycle.relatives = {{chief, budi},
                             {EmployeeId{std::size_t{5}}, EmployeeId{std::size_t{6}}}};
    const Eligibility table(s, rules);
    for (std::size_t i = 0; i < s.employees.size(); ++i) {
      REQUIRE(table.locked(EmployeeId{i}) == !locks(s, EmployeeId{i}, rules).empty());
      for (std::size_t j = 0; j < s.posts.size(); ++j) {
        const bool expected = eligible(s, EmployeeId{i}, PostId{j}, rules);
        ++(expected ? yes : no);
        if (table(EmployeeId{i}, PostId{j}) != expected) {
          CAPTURE(seed, i, j);
          REQUIRE(table(EmployeeId{i}, PostId{j}) == expected);
        }
      }
    }
  }
  REQUIRE(yes > 500);
  REQUIRE(no > 500);
}
