#include "app/engine/desk.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/assignment/optimal_plan.hpp"
#include "engine/assignment/trade_off.hpp"
#include "engine/base/random.hpp"
#include "engine/base/sha256.hpp"
#include "engine/province/province.hpp"
#include "engine/rules/eligibility.hpp"
#include "engine/rules/rules.hpp"
#include "engine/wire/codec.hpp"

using namespace rembuk;

namespace {

/// A small province whose planner's snapshot has its rows in another order.
struct Office {
  Consultation consultation;
  Snapshot snapshot;
  std::vector<EmployeeId> order;
  wire::PlanningSnapshot sent;

  explicit Office(std::int32_t employees = 300)
      : consultation(make_province({.employees = employees, .seed = 5})),
        snapshot(make_snapshot(consultation)) {
    for (std::size_t i = 0; i < snapshot.employees.size(); ++i) order.emplace_back(i);
    Random(11).shuffle(std::span(order));
    sent = wire::planning_snapshot(snapshot, Eligibility(snapshot).table(), order);
    sent.release = 3;
  }
  /// The plan of `result` with the people behind the rows.
  [[nodiscard]] Plan plan(const wire::EngineResult& result) const {
    Plan plan;
    for (const auto& move : result.moves)
      plan.moves.push_back({order.at(move.row), PostId{std::size_t{move.post}}, ""});
    std::ranges::sort(plan.moves, {}, &Move::employee);
    return plan;
  }
};

struct Heard {
  std::vector<int> permille;
  std::vector<wire::EngineResult> results;
  wire::Bytes all;
};

Heard ask(EngineDesk& desk, const wire::Bytes& frame) {
  Heard heard;
  desk.receive(frame, [&](const wire::Bytes& answer) {
    heard.all.insert(heard.all.end(), answer.begin(), answer.end());
    if (const auto progress = wire::decode<wire::EngineProgress>(answer))
      heard.permille.push_back(progress->permille);
    if (auto result = wire::decode<wire::EngineResult>(answer))
      heard.results.push_back(std::move(*result));
  });
  return heard;
}
wire::Bytes request(std::string policy, std::uint32_t id = 7) {
  return wire::encode(wire::EngineRequest{id, std::move(policy), 1});
}

}  // namespace

TEST_CASE("a snapshot for planning comes back as it was sent, and carries no facts of people",
          "[engine-desk]") {
  const Office office;
  const auto received = wire::decode<wire::PlanningSnapshot>(wire::encode(office.sent));
  REQUIRE(received);
  REQUIRE(wire::check(*received));
  CHECK(received->release == 3);
  CHECK(received->judged == office.sent.judged);
  REQUIRE(received->snapshot.employees.size() == office.snapshot.employees.size());
  const Snapshot::EmployeeRow nobody;
  for (std::size_t row = 0; row < office.order.size(); ++row) {
    const auto& got = received->snapshot.employees[row];
    const auto& behind = office.snapshot[office.order[row]];
    REQUIRE(got.post == behind.post);
    REQUIRE(got.weights == behind.weights);
    REQUIRE(got.concerns == behind.concerns);
    REQUIRE(got.tenure_months == nobody.tenure_months);
    REQUIRE(got.months_to_retirement == nobody.months_to_retirement);
    REQUIRE(got.golongan == nobody.golongan);
    REQUIRE(got.education == nobody.education);
    REQUIRE(got.disciplined == nobody.disciplined);
  }
  const auto bytes = wire::encode(office.sent);
  const std::string text(bytes.begin(), bytes.end());
  for (const auto& employee : office.consultation.employees) {
    REQUIRE_FALSE(text.contains(employee.nip));
    REQUIRE_FALSE(text.contains(employee.name));
  }
}

TEST_CASE("every policy has the same value on the planner's machine as on the server",
          "[engine-desk]") {
  const Office office;
  EngineDesk desk;
  CHECK(ask(desk, wire::encode(office.sent)).all.empty());
  for (const auto name : policy_names) {
    INFO(name);
    const auto heard = ask(desk, request(std::string(name)));
    REQUIRE(heard.results.size() == 1);
    const auto& result = heard.results.front();
    CHECK(result.id == 7);
    REQUIRE(result.outcome == wire::EngineOutcome::optimal);
    CHECK_FALSE(heard.permille.empty());
    CHECK(std::ranges::is_sorted(heard.permille));
    CHECK(violations(office.snapshot, office.plan(result)).empty());
    const auto here = optimal_plan(office.snapshot, *policy_named(name));
    REQUIRE(here);
    REQUIRE(result.objectives.size() == here->objectives.size());
    for (std::size_t k = 0; k < here->objectives.size(); ++k) {
      CHECK(result.objectives[k].name == here->objectives[k].name);
      CHECK(result.objectives[k].primal == here->objectives[k].value);
      CHECK(result.objectives[k].dual == here->objectives[k].value);
      CHECK(result.objectives[k].negative_reduced_costs == 0);
    }
  }
}

TEST_CASE("the same messages give the same bytes natively and in the browser", "[engine-desk]") {
  const Office office(120);
  EngineDesk desk;
  const auto snapshot = wire::encode(office.sent);
  CHECK(hex(sha256(snapshot)) ==
        "2b2fd1504755b7c5c30d3585deb7dc455ec1a2024e73837ab603226b97c2edbe");
  (void)ask(desk, snapshot);
  wire::ComputedPlan plans;
  for (const auto name : policy_names)
    for (const auto& result : ask(desk, request(std::string(name))).results)
      plans.moves.insert(plans.moves.end(), result.moves.begin(), result.moves.end());
  CHECK(plans.moves.size() > 20);
  CHECK(hex(sha256(wire::encode(plans))) ==
        "4923a7717cd1515d3898b6262adb3d4089423bcbab968e0bda3499dc2322070d");
}

TEST_CASE("what cannot be computed is answered, not ignored", "[engine-desk]") {
  EngineDesk desk;
  auto heard = ask(desk, request("balanced"));
  REQUIRE(heard.results.size() == 1);
  CHECK(heard.results[0].problem == "snapshot_missing");
  const Office office(60);
  (void)ask(desk, wire::encode(office.sent));
  heard = ask(desk, request("the-best"));
  REQUIRE(heard.results.size() == 1);
  CHECK(heard.results[0].problem == "policy_unknown");
  auto cut = request("balanced");
  cut.pop_back();
  heard = ask(desk, cut);
  REQUIRE(heard.results.size() == 1);
  CHECK(heard.results[0].outcome == wire::EngineOutcome::failed);
}

TEST_CASE("a snapshot that points outside of itself is not used", "[engine-desk]") {
  const Office office(60);
  const auto refused = [&](auto spoil) {
    auto spoilt = office.sent;
    spoil(spoilt);
    return !wire::check(spoilt).has_value();
  };
  using S = wire::PlanningSnapshot;
  CHECK_FALSE(refused([](S&) {}));
  CHECK(refused([](S& s) { s.snapshot.employees[0].post = PostId{s.snapshot.posts.size()}; }));
  CHECK(refused([](S& s) { s.snapshot.employees[0].home = RegionId{s.snapshot.regions}; }));
  CHECK(refused([](S& s) { s.snapshot.employees[0].held.last = 1 << 30; }));
  CHECK(refused([](S& s) { s.snapshot.employees[0].weights[0] += 1; }));
  CHECK(refused([](S& s) { s.snapshot.units[1].parent = UnitId{std::int32_t{1}}; }));
  CHECK(refused([](S& s) { s.snapshot.posts[0].heads += 1; }));
  CHECK(refused([](S& s) { s.snapshot.minutes.pop_back(); }));
  CHECK(refused([](S& s) { s.judged.locked.pop_back(); }));
  CHECK(refused([](S& s) { s.judged.post_group[0] = 1u << 30; }));
  CHECK(refused([](S& s) { s.judged.employee_group[0] = 1u << 30; }));
}

TEST_CASE("changed bytes in a snapshot end in a refusal or in a plan, never in a crash",
          "[engine-desk]") {
  const Office office(60);
  const auto frame = wire::encode(office.sent);
  Random random(4);
  std::size_t refused = 0;
  for (int round = 0; round < 400; ++round) {
    auto changed = frame;
    changed[random.below(static_cast<std::uint32_t>(changed.size()))] =
        static_cast<std::uint8_t>(random.below(256));
    EngineDesk desk;
    (void)ask(desk, changed);
    const auto heard = ask(desk, request("no-one-worse"));
    REQUIRE(heard.results.size() == 1);
    if (heard.results[0].outcome == wire::EngineOutcome::failed) ++refused;
  }
  CHECK(refused > 0);
}

TEST_CASE("trade-offs on the planner's machine are those of the engine", "[engine-desk]") {
  const Office office(800);  // smaller ones have one point
  EngineDesk desk;
  (void)ask(desk, wire::encode(office.sent));
  std::optional<wire::TradeOffResult> result;
  int progress = 0;
  desk.receive(wire::encode(wire::TradeOffRequest{4, 6, 1}), [&](const wire::Bytes& answer) {
    if (auto all = wire::decode<wire::TradeOffResult>(answer)) result = std::move(*all);
    progress += wire::decode<wire::EngineProgress>(answer).has_value() ? 1 : 0;
  });
  REQUIRE(result);
  CHECK(result->id == 4);
  CHECK(progress > 1);
  const auto here = trade_off(office.snapshot, {}, 6);
  REQUIRE(here);
  REQUIRE(result->rows.size() == here->points.size());
  REQUIRE(result->rows.size() > 1);
  CHECK(result->complete == here->complete);
  for (std::size_t k = 0; k < here->points.size(); ++k) {
    CHECK(result->rows[k].satisfaction_sum == here->points[k].satisfaction_sum);
    CHECK(result->rows[k].need_covered == here->points[k].need_covered);
    CHECK(result->rows[k].moves.size() == static_cast<std::size_t>(here->points[k].moves));
  }
}

TEST_CASE("too many or too few trade-offs at once are refused", "[engine-desk]") {
  const Office office(60);
  EngineDesk desk;
  const auto problem = [&](std::uint16_t most) {
    std::string said;
    desk.receive(wire::encode(wire::TradeOffRequest{1, most, 1}), [&](const wire::Bytes& answer) {
      if (const auto all = wire::decode<wire::TradeOffResult>(answer)) said = all->problem;
    });
    return said;
  };
  CHECK(problem(5) == "snapshot_missing");
  (void)ask(desk, wire::encode(office.sent));
  CHECK(problem(1) == "message_invalid");
  CHECK(problem(21) == "message_invalid");
  CHECK(problem(2).empty());
}
