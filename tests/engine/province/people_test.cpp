#include <algorithm>
#include <array>
#include <catch2/catch_test_macros.hpp>
#include <set>

#include "engine/files/nip.hpp"
#include "engine/rules/rules.hpp"
#include "tests/engine/province/given.hpp"

using namespace rembuk;

TEST_CASE("every NIP is valid, unique and agrees with its employee", "[province]") {
  const auto& c = given::demo();
  std::set<std::string> seen;
  for (const auto& e : c.employees) {
    const auto reading = files::read_nip(e.nip);
    CAPTURE(e.nip);
    REQUIRE(reading.fault.empty());
    CHECK(seen.insert(e.nip).second);
    CHECK(reading.parts.birth == e.birth);
    CHECK(reading.parts.sex == e.sex);
    CHECK(reading.parts.tmt_year == static_cast<int>(e.tmt_cpns.year()));
    const bool contract = e.status >= EmployeeStatus::pppk;
    CHECK(reading.parts.tmt_month ==
          (contract ? 0 : static_cast<int>(static_cast<unsigned>(e.tmt_cpns.month()))));
    CHECK(years_later(e.birth, 18) <= e.tmt_cpns);
    CHECK(e.tmt_cpns <= c.settings.reference_date);
    CHECK(e.tmt_post >= e.tmt_cpns);
    CHECK(e.tmt_post <= c.settings.reference_date);
    CHECK(years_later(e.birth, e.retirement_age) > c.settings.reference_date);
  }
}

TEST_CASE("most are PNS, a twentieth CPNS, a fifth PPPK", "[province]") {
  const auto& c = given::demo();
  std::array<std::size_t, 4> count{};
  for (const auto& e : c.employees) ++count[static_cast<std::size_t>(e.status)];
  const auto share = [&](EmployeeStatus s) {
    return given::share(count[static_cast<std::size_t>(s)], c.employees.size());
  };
  CAPTURE(share(EmployeeStatus::cpns), share(EmployeeStatus::pppk),
          share(EmployeeStatus::pppk_paruh_waktu));
  CHECK(share(EmployeeStatus::cpns) > 0.03);
  CHECK(share(EmployeeStatus::cpns) < 0.07);
  CHECK(share(EmployeeStatus::pppk) > 0.17);
  CHECK(share(EmployeeStatus::pppk) < 0.23);
  CHECK(share(EmployeeStatus::pppk_paruh_waktu) > 0.005);
  CHECK(share(EmployeeStatus::pppk_paruh_waktu) < 0.04);
}

TEST_CASE("holders have the schooling, rank and certificate of their post", "[province]") {
  const auto& c = given::demo();
  const auto& s = given::demo_snapshot();
  for (std::size_t i = 0; i < s.employees.size(); ++i) {
    const auto& e = s.employees[i];
    const auto& post = s[e.post];
    CAPTURE(c.employees[i].nip, c.posts[e.post.index()].name);
    CHECK(e.education >= post.education_min);
    if (!e.pppk_scale) CHECK(e.golongan >= post.golongan_min);
    if (post.certificate.valid()) {
      const auto held = s.held_by(EmployeeId{i});
      CHECK(std::ranges::any_of(held, [&](const auto& one) {
        return one.competence == post.certificate && one.certified;
      }));
    }
  }
}

TEST_CASE(
    "a quarter is less than 24 months in the post and a fifth to a quarter lives in another region",
    "[province]") {
  const auto& c = given::demo();
  const auto& s = given::demo_snapshot();
  std::size_t fresh = 0, away = 0, far = 0;
  for (const auto& e : s.employees) {
    const auto work = s.unit_of(e.post).region;
    fresh += e.tenure_months < 24;
    away += e.home != work;
    far += s.travel_minutes(e.home, work) >= 120;
  }
  CAPTURE(fresh, away, far);
  CHECK(given::share(fresh, c.employees.size()) > 0.21);
  CHECK(given::share(fresh, c.employees.size()) < 0.29);
  CHECK(given::share(away, c.employees.size()) > 0.20);
  CHECK(given::share(away, c.employees.size()) < 0.26);
  CHECK(given::share(far, c.employees.size()) > 0.08);
}

TEST_CASE("every rule about persons locks somebody, and six in ten are free to be moved",
          "[province]") {
  const auto& s = given::demo_snapshot();
  std::map<Rule, std::size_t> locked;
  std::size_t free = 0;
  for (std::size_t i = 0; i < s.employees.size(); ++i) {
    const auto rules = locks(s, EmployeeId{i});
    free += rules.empty();
    for (const Rule rule : rules) ++locked[rule];
  }
  for (const Rule rule : {Rule::R03, Rule::R08, Rule::R09, Rule::R10, Rule::R13, Rule::R15,
                          Rule::R17, Rule::R23, Rule::R25}) {
    CAPTURE(name(rule));
    CHECK(locked[rule] >= 5);
  }
  CAPTURE(free);
  CHECK(given::share(free, s.employees.size()) >= 0.60);
}

TEST_CASE("who is free has a good number of vacant posts open", "[province]") {
  const auto& s = given::demo_snapshot();
  std::size_t people = 0, pairs = 0, without = 0;
  for (std::size_t i = 0; i < s.employees.size(); i += 17) {
    const EmployeeId id{i};
    if (!locks(s, id).empty()) continue;
    std::size_t open = 0;
    for (std::size_t j = 0; j < s.posts.size(); ++j)
      if (s.posts[j].heads < s.posts[j].need && eligible(s, id, PostId{j}) &&
          s[id].post != PostId{j})
        ++open;
    ++people;
    pairs += open;
    without += open < 3;
  }
  CAPTURE(people, pairs, without);
  CHECK(given::share(pairs, people) > 50);
  CHECK(given::share(without, people) < 0.03);
}
