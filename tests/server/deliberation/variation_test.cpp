#include "web/server/deliberation/variation.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "hall.hpp"

using namespace rembuk;
using namespace rembuk::server;

namespace {

wire::GenerateRequest weighing(std::int8_t weight, std::vector<std::string> kept = {}) {
  return {wire::need_weight_policy, 1, weight, std::move(kept)};
}
std::string refusal(const Consultation& c, const wire::GenerateRequest& asked) {
  const auto result = variation(c, asked);
  return result ? "" : result.error();
}
/// Whether the employee's unit is `unit` or lies below it.
bool works_in(const Consultation& c, const Employee& employee, UnitId unit) {
  for (UnitId at = c.posts[employee.post.index()].unit; at.valid(); at = c.units[at.index()].parent)
    if (at == unit) return true;
  return false;
}
std::int32_t people(const Consultation& c, UnitId unit) {
  return static_cast<std::int32_t>(
      std::ranges::count_if(c.employees, [&](const Employee& e) { return works_in(c, e, unit); }));
}
/// The first unit with `least` … `most` people.
UnitId unit_of_size(const Consultation& c, std::int32_t least, std::int32_t most) {
  for (std::size_t u = 0; u < c.units.size(); ++u)
    if (const auto n = people(c, UnitId{u}); n >= least && n <= most) return UnitId{u};
  return {};
}

wire::Job finished(Hall& hall, const std::string& session, const wire::GenerateRequest& asked) {
  const auto started = hall.call(Method::post, "/api/v1/jobs", session, wire::encode(asked));
  REQUIRE(started.status == 202);
  auto job = frame<wire::Job>(started);
  const std::string path = "/api/v1/jobs/" + std::to_string(job.id);
  for (int i = 0; i < 4000 && job.phase < wire::JobPhase::done; ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
    job = frame<wire::Job>(hall.call(Method::get, path, session));
  }
  return job;
}

}  // namespace

TEST_CASE("the menu has weights in steps of ten and the named policies, nothing between",
          "[variation]") {
  const Consultation c = make_province({.employees = 200, .seed = 1});
  for (std::int8_t weight = 0; weight <= 100; weight = static_cast<std::int8_t>(weight + 10)) {
    const auto asked = variation(c, weighing(weight));
    REQUIRE(asked);
    CHECK(asked->request.need_weight == weight);
    CHECK(asked->policy == "need-weight-" + std::to_string(weight));
  }
  for (const int weight : {-1, -10, 5, 55, 101, 110, 127})
    CHECK(refusal(c, weighing(static_cast<std::int8_t>(weight))) == "policy_unknown");
  CHECK(refusal(c, {"need-weight-30", 1, -1, {}}) == "policy_unknown");
  CHECK(refusal(c, {"balanced", 1, 30, {}}) == "policy_unknown");  // one or the other
  CHECK(refusal(c, {"balanced", 1, -1, {}}).empty());
}

TEST_CASE("a unit keeps its people, those of units below too, and nobody else", "[variation]") {
  const Consultation c = make_province({.employees = 300, .seed = 1});
  const UnitId unit = unit_of_size(c, 10, 100);
  REQUIRE(unit.valid());
  const auto asked = variation(c, {"balanced", 1, -1, {c.units[unit.index()].code}});
  REQUIRE(asked);
  CHECK(asked->offices == c.units[unit.index()].name);
  const auto& locks = asked->request.rules.cycle.locks;
  CHECK(static_cast<std::int32_t>(locks.size()) == people(c, unit));
  CHECK(std::ranges::is_sorted(locks, {}, &PlannerLock::employee));
  for (const auto& lock : locks) {
    CHECK(works_in(c, c.employees[lock.employee.index()], unit));
    CHECK(lock.to == c.employees[lock.employee.index()].post);
  }
  const auto plan = optimal_plan(make_snapshot(c), asked->request);
  REQUIRE(plan);
  for (const auto& move : plan->plan.moves)
    CHECK_FALSE(works_in(c, c.employees[move.employee.index()], unit));
}

TEST_CASE("a variation hangs on ten people or more: small units and small rests are refused",
          "[variation]") {
  Consultation c = make_province({.employees = 300, .seed = 1});
  const UnitId small = unit_of_size(c, 10, 60);
  REQUIRE(small.valid());
  c.settings.threshold = people(c, small);
  CHECK(refusal(c, weighing(30, {c.units[small.index()].code})).empty());
  ++c.settings.threshold;
  CHECK(refusal(c, weighing(30, {c.units[small.index()].code})) == "group_too_small");
  CHECK(refusal(c, weighing(30, {"no such unit"})) == "unit_unknown");
  // All governments: nobody is left to be moved.
  std::vector<std::string> all;
  for (const auto& unit : c.units)
    if (!unit.parent.valid()) all.push_back(unit.code);
  CHECK(refusal(c, weighing(30, all)) == "group_too_small");
}

TEST_CASE("a unit that is named twice, or within another, counts once", "[variation]") {
  const Consultation c = make_province({.employees = 300, .seed = 1});
  for (std::size_t u = 0; u < c.units.size(); ++u) {
    const UnitId parent = c.units[u].parent;
    if (!parent.valid() || people(c, UnitId{u}) < 10 || people(c, parent) > 200) continue;
    const auto& code = c.units[u].code;
    const auto& above = c.units[parent.index()].code;
    const auto both = variation(c, weighing(50, {code, above, code}));
    REQUIRE(both);
    CHECK(both->offices == c.units[parent.index()].name);
    CHECK(both->request.rules.cycle.locks ==
          variation(c, weighing(50, {above}))->request.rules.cycle.locks);
    return;
  }
  FAIL("no unit within another that is large enough");
}

TEST_CASE("a facilitator's weighed variation reaches the forum under its own name", "[variation]") {
  Hall hall(300);
  const Consultation& c = hall.deliberation->consultation();
  const UnitId unit = unit_of_size(c, 10, 100);
  const auto facilitator = hall.enter(Holder::facilitator);
  const auto job = finished(hall, facilitator, weighing(30, {c.units[unit.index()].code}));
  REQUIRE(job.phase == wire::JobPhase::done);
  const auto scenarios = hall.release().scenarios;
  const auto found = std::ranges::find(scenarios, job.scenario, &wire::Scenario::id);
  REQUIRE(found != scenarios.end());
  CHECK(found->policy == "need-weight-30");
  CHECK(found->name == c.units[unit.index()].name);
  CHECK(found->in_forum);
  // The same once more is the same scenario; without the unit it is another one or withheld.
  CHECK(finished(hall, facilitator, weighing(30, {c.units[unit.index()].code})).scenario ==
        job.scenario);
  CHECK(finished(hall, facilitator, weighing(30)).scenario != job.scenario);
}

TEST_CASE("a request outside the menu starts nothing, and an employee may ask for nothing",
          "[variation]") {
  Hall hall;
  const auto facilitator = hall.enter(Holder::facilitator);
  const auto post = [&](const std::string& session, const wire::GenerateRequest& asked) {
    return hall.call(Method::post, "/api/v1/jobs", session, wire::encode(asked));
  };
  CHECK(problem(post(facilitator, weighing(35))) == "policy_unknown");
  CHECK(problem(post(facilitator, weighing(30, {"nowhere"}))) == "unit_unknown");
  CHECK(post(hall.employee(0), weighing(30)).status == 403);
  CHECK(hall.release().scenarios.size() == hall.release(true).scenarios.size());
}

TEST_CASE("a variation that differs from a shown one by a few who answered is withheld",
          "[variation]") {
  Hall hall(300);
  for (std::size_t i = 0; i < 12; ++i)
    REQUIRE(hall.say(hall.employee(i), static_cast<std::uint8_t>(i + 1), 0, 2).status == 200);
  REQUIRE(hall.released(2));
  const auto facilitator = hall.enter(Holder::facilitator);
  std::vector<std::uint32_t> made;
  for (std::int8_t weight = 0; weight <= 100; weight = static_cast<std::int8_t>(weight + 10))
    made.push_back(finished(hall, facilitator, weighing(weight)).scenario);
  const auto release = hall.release();
  std::size_t withheld = 0;
  for (const auto& scenario : release.scenarios) {
    if (!scenario.withheld) continue;
    ++withheld;
    CHECK(scenario.moved == 0);
    CHECK(scenario.mean == Cell{});  // as in a message that says nothing
    CHECK(scenario.concerns.empty());
  }
  // Twelve people answered: plans that place all or none of them alike are shown, others are not.
  CHECK(withheld > 0);
}
