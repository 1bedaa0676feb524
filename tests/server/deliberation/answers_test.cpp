#include <catch2/catch_test_macros.hpp>
#include <cstdint>

#include "tests/server/deliberation/hall.hpp"

namespace rembuk::server {
namespace {

wire::OwnAnswer own(Hall& hall, const std::string& session) {
  return frame<wire::OwnAnswer>(hall.call(Method::get, "/api/v1/me/answer", session));
}
Response withdraw(Hall& hall, const std::string& session, std::uint8_t key,
                  std::uint32_t based_on) {
  return hall.call(Method::del, "/api/v1/me/answer", session,
                   wire::encode(Hall::said(key, based_on, 0)));
}

}  // namespace

TEST_CASE(
    "An answer is kept, changed and withdrawn, each with a receipt and an entry in the record",
    "[server]") {
  Hall hall;
  const auto me = hall.employee(0);
  CHECK(frame<wire::Receipt>(hall.say(me, 1, 0, 2)).version == 1);
  CHECK(own(hall, me).answer.stance == 2);
  CHECK(frame<wire::Receipt>(hall.say(me, 2, 1, 0)).version == 2);
  CHECK(own(hall, me).answer.stance == 0);
  CHECK(frame<wire::Receipt>(withdraw(hall, me, 3, 2)).version == 3);
  CHECK(own(hall, me).withdrawn);
  std::vector<std::string> record;
  for (const auto& entry :
       frame<wire::AccessLog>(hall.call(Method::get, "/api/v1/me/access", me)).entries)
    record.push_back(entry.what);
  CHECK(record == std::vector<std::string>{"code_issued", "sign_in", "answer_saved", "answer_saved",
                                           "answer_withdrawn"});
}

TEST_CASE(
    "Two devices that change the same version: the second is told, and the first's answer stands",
    "[server]") {
  Hall hall;
  const auto me = hall.employee(0);
  REQUIRE(hall.say(me, 1, 0, 2).status == 200);
  REQUIRE(hall.say(me, 2, 1, 1).status == 200);
  const auto late = hall.say(me, 3, 1, 0);
  CHECK(late.status == 409);
  CHECK(problem(late) == "answer_changed");
  CHECK(own(hall, me).answer.stance == 1);
}

TEST_CASE(
    "After closing, a repeat gives the same receipt; a new answer is refused, a withdrawal is not",
    "[server]") {
  Hall hall;
  const auto me = hall.employee(0), late = hall.employee(1);
  const auto receipt = hall.say(me, 1);
  REQUIRE(receipt.status == 200);
  REQUIRE(take_step(hall.store, wire::ConsultationState::closed, "test", hall.now));
  hall.deliberation->refresh_state();
  hall.now += 3600;
  CHECK(*hall.say(me, 1).body == *receipt.body);
  CHECK(problem(hall.say(me, 2, 1)) == "consultation_closed");
  CHECK(problem(hall.say(late, 3)) == "consultation_closed");
  CHECK(frame<wire::Receipt>(withdraw(hall, me, 4, 1)).version == 2);
  REQUIRE(take_step(hall.store, wire::ConsultationState::published, "test", hall.now,
                    {"nip,jabatan_kode_baru,alasan\n", ""}));
  hall.deliberation->refresh_state();
  CHECK(frame<wire::Receipt>(withdraw(hall, me, 4, 1)).version == 2);
  CHECK(problem(withdraw(hall, me, 5, 2)) == "consultation_closed");
}

TEST_CASE("A wish for a post that does not exist and a frame that is none change nothing",
          "[server]") {
  Hall hall;
  const auto me = hall.employee(0);
  auto wishful = Hall::said(1, 0, 1);
  wishful.wishes = {"jabatan:TIDAK-ADA"};
  const auto refused = hall.call(Method::put, "/api/v1/me/answer", me, wire::encode(wishful));
  CHECK(refused.status >= 400);
  CHECK(hall.call(Method::put, "/api/v1/me/answer", me, {1, 2, 3}).status == 400);
  CHECK(own(hall, me).receipt.version == 0);
}

TEST_CASE("Nobody but an employee reaches an answer", "[server]") {
  Hall hall;
  REQUIRE(hall.say(hall.employee(0), 1).status == 200);
  for (const auto role : {Holder::facilitator, Holder::planner}) {
    const auto session = hall.enter(role);
    for (const auto* path : {"/api/v1/me/answer", "/api/v1/me/profile", "/api/v1/me/access"})
      CHECK(hall.call(Method::get, path, session).status == 403);
  }
  CHECK(hall.call(Method::get, "/api/v1/me/answer", "").status == 401);
}

}  // namespace rembuk::server
