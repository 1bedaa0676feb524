#include <catch2/catch_test_macros.hpp>
#include <optional>

#include "engine/rules/eligibility.hpp"
#include "tests/engine/rules/small_office.hpp"

using namespace rembuk;
using namespace std::chrono;
using Rules = std::vector<Rule>;

namespace {

Rules locks_of(const Consultation& c, EmployeeId i, const RuleSet& rules = {}) {
  return locks(make_snapshot(c), i, rules);
}
Rules refusals_of(const Consultation& c, EmployeeId i, PostId j, const RuleSet& rules = {}) {
  return refusals(make_snapshot(c), i, j, rules);
}

}  // namespace

TEST_CASE("nothing stands against a clean move inside one government", "[rules]") {
  const Snapshot s = make_snapshot(small_office());
  REQUIRE(locks(s, ani).empty());
  REQUIRE(refusals(s, ani, analyst).empty());
  REQUIRE(eligible(s, ani, analyst));
  REQUIRE_FALSE(lowest_refusal(s, ani, analyst));
}

TEST_CASE("R03 locks below 24 months in the post and frees at 24", "[rules]") {
  auto c = small_office();
  c.employees[1].tmt_post = 2024y / 7 / 1;
  REQUIRE(locks_of(c, ani) == Rules{Rule::R03});
  c.employees[1].tmt_post = 2024y / 6 / 30;
  REQUIRE(locks_of(c, ani).empty());
  c.settings.rules.tenure_months = 6;
  c.employees[1].tmt_post = 2025y / 12 / 30;
  REQUIRE(locks_of(c, ani).empty());
}

TEST_CASE("R17 locks below 24 months before retirement and frees at 24", "[rules]") {
  auto c = small_office();
  c.employees[1].birth = 1970y / 6 / 29;
  REQUIRE(locks_of(c, ani) == Rules{Rule::R17});
  c.employees[1].birth = 1970y / 6 / 30;
  REQUIRE(locks_of(c, ani).empty());
}

TEST_CASE("R08, R10 and R23 lock by the state of the record", "[rules]") {
  auto c = small_office();
  c.employees[1].disciplined = true;
  c.employees[1].studying = true;
  c.employees[1].legal_status = "aktif";
  REQUIRE(locks_of(c, ani) == Rules{Rule::R08, Rule::R10, Rule::R23});
}

TEST_CASE("R09 locks a rating below Baik in either column; empty is not below", "[rules]") {
  auto c = small_office();
  c.employees[1].skp_rating = {SkpRating::baik, std::nullopt};
  REQUIRE(locks_of(c, ani).empty());
  c.employees[1].skp_rating[1] = SkpRating::butuh_perbaikan;
  REQUIRE(locks_of(c, ani) == Rules{Rule::R09});
  c.settings.rules.performance_inside = false;
  c.settings.between_governments = true;
  REQUIRE(locks_of(c, ani).empty());
  REQUIRE(refusals_of(c, ani, analyst).empty());
  REQUIRE(refusals_of(c, ani, far) == Rules{Rule::R09});
}

TEST_CASE(
    "R13 locks PPPK unless the cycle opens, and then asks for an open post inside the government",
    "[rules]") {
  auto c = small_office();
  c.employees[1].status = EmployeeStatus::pppk_paruh_waktu;
  c.posts[2].open_to_pppk = true;
  c.posts[3].open_to_pppk = true;
  REQUIRE(locks_of(c, ani) == Rules{Rule::R13});
  c.settings.pppk = true;
  REQUIRE(locks_of(c, ani).empty());
  REQUIRE(refusals_of(c, ani, analyst).empty());
  REQUIRE(refusals_of(c, ani, section) == Rules{Rule::R13});
  c.settings.between_governments = true;
  REQUIRE(refusals_of(c, ani, far) == Rules{Rule::R13});
}

TEST_CASE("R15 locks the holder of a JPT post and lets nobody enter one", "[rules]") {
  auto c = small_office();
  REQUIRE(locks_of(c, chief).empty());
  c.posts[0].eselon = "II.b";
  REQUIRE(locks_of(c, chief) == Rules{Rule::R15});
  REQUIRE(refusals_of(c, ani, head) == Rules{Rule::R15});
  c.posts[0].eselon = "III.a";
  REQUIRE(refusals_of(c, ani, head).empty());
}

TEST_CASE("R25 locks CPNS", "[rules]") {
  auto c = small_office();
  c.employees[1].status = EmployeeStatus::cpns;
  REQUIRE(locks_of(c, ani) == Rules{Rule::R25});
  REQUIRE(locks_of(c, budi).empty());
}

TEST_CASE("R02 refuses another government; when the cycle opens it R11 asks for a clear audit",
          "[rules]") {
  auto c = small_office();
  c.employees[1].audit_clear = false;
  REQUIRE(refusals_of(c, ani, far) == Rules{Rule::R02});
  REQUIRE(refusals_of(c, ani, analyst).empty());
  c.settings.between_governments = true;
  REQUIRE(refusals_of(c, ani, far) == Rules{Rule::R11});
  REQUIRE(refusals_of(c, budi, far).empty());
}

TEST_CASE("R05 asks for education, mandatory competences and the certificate", "[rules]") {
  auto c = small_office();
  c.posts[2].education_min = Education::profesi;
  REQUIRE(refusals_of(c, ani, analyst) == Rules{Rule::R05});
  c.employees[1].education = Education::profesi;
  REQUIRE(refusals_of(c, ani, analyst).empty());
  c.requirements = {{analyst, CompetenceId{0}, 5, true}};
  REQUIRE(refusals_of(c, ani, analyst) == Rules{Rule::R05});
  c.skills = {{ani, CompetenceId{0}, 1, std::nullopt, {}}};
  REQUIRE(refusals_of(c, ani, analyst).empty());
  c.posts[2].certificate = CompetenceId{1};
  c.skills.push_back({ani, CompetenceId{1}, 5, SkillSource::asesmen, {}});
  REQUIRE(refusals_of(c, ani, analyst) == Rules{Rule::R05});
  c.skills[1].source = SkillSource::sertifikat;
  REQUIRE(refusals_of(c, ani, analyst).empty());
}

TEST_CASE("D4 is as good as S1", "[rules]") {
  auto c = small_office();
  c.posts[2].education_min = Education::s1;
  c.employees[1].education = Education::d4;
  REQUIRE(refusals_of(c, ani, analyst).empty());
  c.employees[1].education = Education::d3;
  REQUIRE(refusals_of(c, ani, analyst) == Rules{Rule::R05});
}

TEST_CASE("R18 asks for the rank, but not on the PPPK scale", "[rules]") {
  auto c = small_office();
  c.posts[2].golongan_min = 11;
  REQUIRE(refusals_of(c, ani, analyst) == Rules{Rule::R18});
  c.employees[1].golongan = 11;
  REQUIRE(refusals_of(c, ani, analyst).empty());
  c.employees[1].golongan = 0;
  c.employees[1].pppk_scale = true;
  REQUIRE(refusals_of(c, ani, analyst).empty());
}

TEST_CASE("R24 keeps whom the planner locks, and lets nobody into a locked post", "[rules]") {
  auto c = small_office();
  RuleSet rules;
  rules.cycle.locks = {{ani, staff}, {budi, analyst}};
  REQUIRE(locks_of(c, ani, rules) == Rules{Rule::R24});
  REQUIRE(locks_of(c, budi, rules).empty());
  REQUIRE(refusals_of(c, budi, analyst, rules).empty());
  REQUIRE(refusals_of(c, budi, section, rules) == Rules{Rule::R24});
  c.posts[2].locked = true;
  REQUIRE(refusals_of(c, ani, analyst) == Rules{Rule::R24});
}

TEST_CASE("R14 keeps officials in their posts inside the blocked period only", "[rules]") {
  const auto c = small_office();
  RuleSet rules;
  rules.cycle.blocked = BlockedPeriod{2026y / 6 / 30, 2026y / 12 / 31};
  REQUIRE(refusals_of(c, ani, section, rules) == Rules{Rule::R14});
  REQUIRE(refusals_of(c, chief, staff, rules) == Rules{Rule::R14});
  REQUIRE(refusals_of(c, ani, analyst, rules).empty());
  rules.cycle.blocked = BlockedPeriod{2026y / 1 / 1, 2026y / 6 / 29};
  REQUIRE(refusals_of(c, ani, section, rules).empty());
}

TEST_CASE("R06 refuses a post under or over a relative", "[rules]") {
  const auto c = small_office();
  RuleSet rules;
  rules.cycle.relatives = {{ani, budi}};
  REQUIRE(refusals_of(c, ani, analyst, rules).empty());
  REQUIRE(refusals_of(c, ani, section, rules) == Rules{Rule::R06});
  REQUIRE(refusals_of(c, budi, section, rules) == Rules{Rule::R06});
  REQUIRE(refusals_of(c, citra, section, rules) == Rules{Rule::R02});
}

TEST_CASE("where a unit has no holder of its leading post the unit above leads", "[rules]") {
  const auto c = small_office();
  RuleSet rules;
  rules.cycle.relatives = {{chief, ani}};
  REQUIRE(refusals_of(c, ani, analyst, rules) == Rules{Rule::R06});
  REQUIRE(refusals_of(c, ani, section, rules) == Rules{Rule::R06});  // its holder is led from above
  auto led = c;
  led.employees[2].post = section;
  REQUIRE(refusals_of(led, ani, analyst, rules).empty());
}

TEST_CASE("R07 refuses a post above its need or without need, not one that is full", "[rules]") {
  auto c = small_office();
  c.posts[2].need = 0;
  REQUIRE(lowest_refusal(make_snapshot(c), ani, analyst) == Rule::R07);
  c = small_office();
  c.posts[1].need = 2;
  c.employees[3].post = analyst;
  c.employees[3].unit = UnitId{1};
  REQUIRE_FALSE(lowest_refusal(make_snapshot(c), citra, staff));
  c.posts[1].need = 1;
  REQUIRE(lowest_refusal(make_snapshot(c), citra, staff) == Rule::R07);
}

TEST_CASE("the current post is never refused, and the lowest rule speaks", "[rules]") {
  auto c = small_office();
  c.employees[1].legal_status = "Cuti";
  c.employees[1].tmt_post = 2026y / 1 / 1;
  c.posts[1].locked = true;
  const Snapshot s = make_snapshot(c);
  REQUIRE_FALSE(lowest_refusal(s, ani, staff));
  REQUIRE(eligible(s, ani, staff));
  REQUIRE(lowest_refusal(s, ani, far) == Rule::R02);
  REQUIRE(lowest_refusal(s, ani, analyst) == Rule::R03);
}
