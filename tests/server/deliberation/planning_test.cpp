#include "engine/wire/planning.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "engine/assignment/optimal_plan.hpp"
#include "hall.hpp"
#include "web/server/identity/secret.hpp"

using namespace rembuk;
using namespace rembuk::server;

namespace {

wire::PlanningSnapshot downloaded(Hall& hall, const std::string& planner) {
  const auto response = hall.call(Method::get, "/api/v1/planning/snapshot", planner);
  REQUIRE(response.status == 200);
  auto snapshot = wire::decode<wire::PlanningSnapshot>(*response.body);
  REQUIRE(snapshot);
  return std::move(*snapshot);
}

wire::ComputedPlan computed(const wire::PlanningSnapshot& snapshot, Policy policy) {
  PlanRequest request;
  request.policy = policy;
  request.judged = std::make_shared<const EligibilityTable>(snapshot.judged);
  const auto result = optimal_plan(snapshot.snapshot, request);
  REQUIRE(result);
  wire::ComputedPlan plan{snapshot.token, std::string(name(policy)), 1, {}};
  for (const auto& move : result->plan.moves)
    plan.moves.push_back({static_cast<std::uint32_t>(move.employee.value),
                          static_cast<std::uint32_t>(move.to.value)});
  return plan;
}

Response sent(Hall& hall, const std::string& planner, const wire::ComputedPlan& plan) {
  return hall.call(Method::post, "/api/v1/planning/plans", planner, wire::encode(plan));
}

}  // namespace

TEST_CASE("only a planner downloads the snapshot, and every employee sees that it was",
          "[planning]") {
  Hall hall;
  const auto planner = hall.enter(Holder::planner);
  for (const auto& other : {hall.enter(Holder::facilitator), hall.employee(3)})
    CHECK(hall.call(Method::get, "/api/v1/planning/snapshot", other).status == 403);
  (void)downloaded(hall, planner);
  for (const std::size_t i : {0u, 3u, 150u}) {
    const auto log = hall.call(Method::get, "/api/v1/me/access", hall.employee(i));
    const auto entries = wire::decode<wire::AccessLog>(*log.body).value().entries;
    CHECK(std::ranges::count(entries, "snapshot_downloaded", &wire::AccessEntry::what) == 1);
  }
}

TEST_CASE("rows are new in each snapshot and name nobody", "[planning]") {
  Hall hall;
  const auto planner = hall.enter(Holder::planner);
  const auto one = downloaded(hall, planner), two = downloaded(hall, planner);
  CHECK(one.token != two.token);
  std::vector<std::int32_t> first, second;
  for (const auto& e : one.snapshot.employees) first.push_back(e.post.value);
  for (const auto& e : two.snapshot.employees) second.push_back(e.post.value);
  CHECK(first != second);
  std::ranges::sort(first);
  std::ranges::sort(second);
  CHECK(first == second);
  const auto frame = wire::encode(one);
  const std::string text(frame.begin(), frame.end());
  for (const auto& employee : hall.deliberation->consultation().employees)
    REQUIRE_FALSE((text.contains(employee.nip) || text.contains(employee.name)));
}

TEST_CASE("the snapshot rests on released answers only", "[planning]") {
  Hall hall;
  const auto planner = hall.enter(Holder::planner);
  REQUIRE(hall.say(hall.employee(0), 1).status == 200);
  const auto snapshot = downloaded(hall, planner);
  CHECK(std::ranges::none_of(snapshot.snapshot.employees, &Snapshot::EmployeeRow::answered));
}

TEST_CASE("a plan computed on the planner's machine becomes a scenario, once", "[planning]") {
  Hall hall;
  const auto planner = hall.enter(Holder::planner);
  const auto plan = computed(downloaded(hall, planner), Policy::balanced);
  REQUIRE_FALSE(plan.moves.empty());
  const auto first = sent(hall, planner, plan);
  REQUIRE(first.status == 200);
  const auto id = wire::decode<wire::PlanOutcome>(*first.body).value().scenario;
  const auto scenarios = hall.release(true).scenarios;
  const auto found = std::ranges::find(scenarios, id, &wire::Scenario::id);
  REQUIRE(found != scenarios.end());
  CHECK(found->moved == plan.moves.size());
  CHECK(found->violations == 0);
  CHECK(found->policy == "balanced");
  CHECK_FALSE(found->in_forum);
  // The rows of a later snapshot are others; the plan behind them is the same.
  const auto again = sent(hall, planner, computed(downloaded(hall, planner), Policy::balanced));
  REQUIRE(again.status == 200);
  CHECK(hall.release(true).scenarios.size() <= scenarios.size() + 1);
  CHECK(wire::decode<wire::PlanOutcome>(*sent(hall, planner, plan).body).value().scenario == id);
}

TEST_CASE("a trade-off that the planner chose becomes a scenario under its own name",
          "[planning]") {
  Hall hall;
  const auto planner = hall.enter(Holder::planner);
  auto plan = computed(downloaded(hall, planner), Policy::balanced);
  plan.policy = wire::trade_off_plan;
  const auto answer = sent(hall, planner, plan);
  REQUIRE(answer.status == 200);
  const auto id = wire::decode<wire::PlanOutcome>(*answer.body).value().scenario;
  const auto scenarios = hall.release(true).scenarios;
  const auto found = std::ranges::find(scenarios, id, &wire::Scenario::id);
  REQUIRE(found != scenarios.end());
  CHECK(found->policy == "trade-off");
  CHECK(found->moved == plan.moves.size());
}

TEST_CASE("a plan that names unknown rows, posts or snapshots is refused whole", "[planning]") {
  Hall hall;
  const auto planner = hall.enter(Holder::planner);
  const auto snapshot = downloaded(hall, planner);
  const auto plan = computed(snapshot, Policy::balanced);
  const auto scenarios = hall.release(true).scenarios.size();
  const auto refused = [&](auto spoil) {
    auto spoilt = plan;
    spoil(spoilt);
    return problem(sent(hall, planner, spoilt));
  };
  CHECK(refused([](auto& p) { p.token[0] ^= 1; }) == "snapshot_unknown");
  CHECK(refused([](auto& p) { p.policy = "mine"; }) == "policy_unknown");
  CHECK(refused([](auto& p) { p.moves[0].row = 1u << 30; }) == "message_invalid");
  CHECK(refused([](auto& p) { p.moves[0].post = 1u << 30; }) == "message_invalid");
  CHECK(refused([](auto& p) { p.moves.push_back(p.moves[0]); }) == "message_invalid");
  CHECK(refused([&](auto& p) {
          p.moves[0].post =
              static_cast<std::uint32_t>(snapshot.snapshot.employees[p.moves[0].row].post.value);
        }) == "message_invalid");
  for (int i = 0; i < 8; ++i) (void)downloaded(hall, planner);
  CHECK(problem(sent(hall, planner, plan)) == "snapshot_unknown");
  CHECK(hall.release(true).scenarios.size() == scenarios);
}

TEST_CASE("a facilitator's variation runs on the server and shows groups only", "[planning]") {
  Hall hall;
  const auto facilitator = hall.enter(Holder::facilitator);
  const auto request = wire::encode(wire::GenerateRequest{"no-one-worse", 99, -1, {}});
  const auto started = hall.call(Method::post, "/api/v1/jobs", facilitator, request);
  REQUIRE(started.status == 202);
  auto job = wire::decode<wire::Job>(*started.body).value();
  const std::string path = "/api/v1/jobs/" + std::to_string(job.id);
  for (int i = 0; i < 4000 && job.phase < wire::JobPhase::done; ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
    job = wire::decode<wire::Job>(*hall.call(Method::get, path, facilitator).body).value();
  }
  REQUIRE(job.phase == wire::JobPhase::done);
  const auto scenarios = hall.release().scenarios;
  CHECK(std::ranges::find(scenarios, job.scenario, &wire::Scenario::id) != scenarios.end());
  // The planner's own jobs are not a facilitator's.
  const auto planner = hall.enter(Holder::planner);
  const auto other = hall.call(Method::post, "/api/v1/jobs", planner, request);
  const auto id = std::to_string(wire::decode<wire::Job>(*other.body).value().id);
  CHECK(hall.call(Method::get, "/api/v1/jobs/" + id, facilitator).status == 404);
  CHECK(hall.call(Method::del, "/api/v1/jobs/" + id, facilitator).status == 404);
}

TEST_CASE("the system's generator fills any number of bytes", "[planning]") {
  std::vector<std::uint8_t> bytes(100'001);
  system_entropy()(bytes);
  // Each part of 256 bytes has its own content; all zero by chance: never.
  for (std::size_t at = 0; at < bytes.size(); at += 256)
    REQUIRE((at + 256 > bytes.size() ||
             std::any_of(bytes.begin() + static_cast<std::ptrdiff_t>(at),
                         bytes.begin() + static_cast<std::ptrdiff_t>(at + 256),
                         [](auto byte) { return byte != 0; })));
}
