#include <catch2/catch_test_macros.hpp>
#include <cstdint>

#include "tests/server/deliberation/hall.hpp"

namespace rembuk::server {

TEST_CASE("Ten people's answers make a release; one more leaves every leader's bytes as they were",
          "[server]") {
  Hall hall;
  const auto first = hall.release().number;
  const auto facilitator = hall.enter(Holder::facilitator);
  for (std::uint8_t i = 0; i < 9; ++i) REQUIRE(hall.say(hall.employee(i), i).status == 200);
  CHECK(hall.release().number == first);
  REQUIRE(hall.say(hall.employee(9), 9).status == 200);
  REQUIRE(hall.released(first + 1));
  const auto shown = *hall.call(Method::get, "/api/v1/release", facilitator).body;
  const auto planned = *hall.deliberation->release_frame(true);
  for (int i = 0; i < 400 && hall.told == 0; ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  const int told = hall.told;
  CHECK(told == 1);
  REQUIRE(hall.say(hall.employee(10), 10, 0, 2).status == 200);
  std::this_thread::sleep_for(std::chrono::milliseconds(300));
  CHECK(*hall.call(Method::get, "/api/v1/release", facilitator).body == shown);
  CHECK(*hall.deliberation->release_frame(true) == planned);
  CHECK(hall.told == told);
}

TEST_CASE("One person who answers ten times makes no release", "[server]") {
  Hall hall;
  const auto shown = *hall.deliberation->release_frame(false);
  const auto me = hall.employee(0);
  for (std::uint8_t i = 0; i < 10; ++i) REQUIRE(hall.say(me, i, i, i % 3).status == 200);
  std::this_thread::sleep_for(std::chrono::milliseconds(300));
  CHECK(*hall.deliberation->release_frame(false) == shown);
}

TEST_CASE("A new start shows the same bytes as before it, and goes on counting", "[server]") {
  Hall hall;
  const auto first = hall.release().number;
  for (std::uint8_t i = 0; i < 10; ++i) REQUIRE(hall.say(hall.employee(i), i).status == 200);
  REQUIRE(hall.released(first + 1));
  for (std::uint8_t i = 10; i < 19; ++i) REQUIRE(hall.say(hall.employee(i), i).status == 200);
  const auto forum = *hall.deliberation->release_frame(false),
             planner = *hall.deliberation->release_frame(true);
  hall.open();
  CHECK(*hall.deliberation->release_frame(false) == forum);
  CHECK(*hall.deliberation->release_frame(true) == planner);
  REQUIRE(hall.say(hall.employee(19), 19).status == 200);
  CHECK(hall.released(first + 2));
}

TEST_CASE("A release that cannot be stored is not shown, and is made once there is room",
          "[server]") {
  Hall hall;
  const auto shown = *hall.deliberation->release_frame(false);
  const auto first = hall.release().number;
  hall.store.full = true;
  for (std::uint8_t i = 0; i < 10; ++i) REQUIRE(hall.say(hall.employee(i), i).status == 200);
  std::this_thread::sleep_for(std::chrono::milliseconds(300));
  CHECK(*hall.deliberation->release_frame(false) == shown);
  hall.store.full = false;
  CHECK(hall.released(first + 1));
}

TEST_CASE(
    "A scenario that comes while releases are made appears in the forum only when it is shown",
    "[server]") {
  Hall hall;
  const auto planner = hall.enter(Holder::planner);
  const auto before = hall.release().scenarios.size();
  const Plan none;
  const auto upload = wire::encode(
      wire::PlanUpload{"Tetap", files::export_plan(none, hall.deliberation->consultation())});
  const auto outcome =
      frame<wire::PlanOutcome>(hall.call(Method::post, "/api/v1/scenarios", planner, upload));
  REQUIRE(outcome.errors == 0);
  CHECK(hall.release(true).scenarios.size() == before + 1);
  CHECK(hall.release(false).scenarios.size() == before);
  const auto path = "/api/v1/scenarios/" + std::to_string(outcome.scenario);
  REQUIRE(hall.call(Method::put, path, planner,
                    wire::encode(wire::ScenarioChange{outcome.scenario, true}))
              .status == 200);
  CHECK(hall.release(false).scenarios.size() == before + 1);
}

TEST_CASE(
    "While a release is being made, people sign in, answer and look, and leaders see the last one",
    "[server]") {
  Hall hall;
  const auto shown = *hall.deliberation->release_frame(false);
  const auto first = hall.release().number;
  for (std::uint8_t i = 0; i < 9; ++i) REQUIRE(hall.say(hall.employee(i), i).status == 200);
  std::unique_lock slow(hall.store.slow);
  REQUIRE(hall.say(hall.employee(9), 9).status == 200);
  auto others = std::async(std::launch::async, [&] {
    const auto me = hall.employee(10);
    return hall.say(me, 10).status == 200 &&
           hall.call(Method::get, "/api/v1/me/profile", me).status == 200 &&
           hall.call(Method::get, "/api/v1/me/answer", me).status == 200 &&
           *hall.call(Method::get, "/api/v1/release", hall.enter(Holder::facilitator)).body ==
               shown;
  });
  const bool unhindered = others.wait_for(std::chrono::seconds(10)) == std::future_status::ready;
  slow.unlock();
  CHECK(unhindered);
  CHECK(others.get());
  CHECK(hall.released(first + 1));
}

TEST_CASE("At 12,000 employees the release is out within a second of the tenth answer",
          "[server]") {
  Hall hall(12000);
  const auto first = hall.release().number;
  std::vector<std::string> people;
  for (std::size_t i = 0; i < 10; ++i) people.push_back(hall.employee(i));
  for (std::uint8_t i = 0; i < 9; ++i) REQUIRE(hall.say(people[i], i).status == 200);
  const auto began = std::chrono::steady_clock::now();
  REQUIRE(hall.say(people[9], 9).status == 200);
  REQUIRE(hall.released(first + 1));
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
  WARN("the release took " << took.count() << " s");
  CHECK(took.count() < 1.0);
}

}  // namespace rembuk::server
