#include <catch2/catch_test_macros.hpp>
#include <string>
#include <utility>
#include <vector>

#include "tests/server/deliberation/hall.hpp"

namespace rembuk::server {
namespace {

Response sign_in_with(Hall& hall, const std::string& code) { return hall.call(Method::post, "/api/v1/session", "", wire::encode(wire::SignIn{code})); }
Response sign_in_with(Hall& hall, const std::string& code, const std::string& pin) {
  return hall.call(Method::post, "/api/v1/session", "", wire::encode(wire::PinSignIn{code, pin}));
}
std::string session_of(const Response& response) {
  const auto& cookie = response.headers.at(0).second;
  const auto from = cookie.find('=') + 1;
  return cookie.substr(from, cookie.find(';') - from);
}
int set_pin(Hall& hall, const std::string& session, const std::string& pin) {
  return hall.call(Method::put, "/api/v1/me/pin", session, wire::encode(wire::PinChoice{pin})).status;
}

}  // namespace

TEST_CASE("A code signs in on several devices, a code that nobody was given does not", "[server]") {
  Hall hall;
  const auto code = hall.identity.issue(Holder::employee, hall.nip(0), "test").value();
  for (int device = 0; device < 2; ++device) {
    const auto response = sign_in_with(hall, code);
    CHECK(response.status == 200);
    CHECK(frame<wire::Session>(response).role == wire::Role::employee);
    REQUIRE(response.headers.size() == 1);
    CHECK(response.headers[0].second.starts_with("__Host-rembuk="));
    CHECK(response.headers[0].second.find("Secure; HttpOnly; SameSite=Strict") != std::string::npos);
  }
  CHECK(problem(sign_in_with(hall, "AAAAAAAAAAAAAAAAAAAAAAAAAA")) == "code_unknown");
  CHECK(problem(sign_in_with(hall, "")) == "code_unknown");
}

TEST_CASE("An expired or a replaced code is refused with its reason", "[server]") {
  Hall hall;
  const auto first = hall.identity.issue(Holder::employee, hall.nip(0), "test").value();
  const auto second = hall.identity.issue(Holder::employee, hall.nip(0), "test").value();
  CHECK(problem(sign_in_with(hall, first)) == "code_revoked");
  hall.now += Identity::code_lifetime - 1;
  CHECK(sign_in_with(hall, second).status == 200);
  hall.now += 1;
  CHECK(problem(sign_in_with(hall, second)) == "code_expired");
}

TEST_CASE("The eleventh attempt in a minute with one code prefix is refused, a minute later it is not", "[server]") {
  Hall hall;
  const auto code = hall.identity.issue(Holder::employee, hall.nip(0), "test").value();
  for (int i = 0; i < 10; ++i) CHECK(sign_in_with(hall, code).status == 200);
  const auto refused = sign_in_with(hall, code);
  CHECK(refused.status == 429);
  hall.now += 61;
  CHECK(sign_in_with(hall, code).status == 200);
}

TEST_CASE("A session ends by sign-out and by age", "[server]") {
  Hall hall;
  const auto left = hall.employee(0), old = hall.employee(1);
  CHECK(hall.call(Method::get, "/api/v1/session", left).status == 200);
  CHECK(hall.call(Method::del, "/api/v1/session", left).status == 204);
  CHECK(hall.call(Method::get, "/api/v1/session", left).status == 401);
  hall.now += Identity::idle_limit + 1;
  CHECK(hall.call(Method::get, "/api/v1/session", old).status == 401);
}

TEST_CASE("A PIN, once set, is asked on a new device and not on a known one", "[server]") {
  Hall hall;
  const auto code = hall.identity.issue(Holder::employee, hall.nip(0), "test").value();
  const auto first = session_of(sign_in_with(hall, code));
  CHECK_FALSE(frame<wire::CodeFacts>(hall.call(Method::get, "/api/v1/me/code", first)).pin_set);
  for (const char* bad : {"", "123", "123456789", "12a4", "１２３４"}) CHECK(set_pin(hall, first, bad) == 422);
  CHECK(set_pin(hall, first, "2580") == 204);
  CHECK(set_pin(hall, first, "1111") == 409);
  CHECK(frame<wire::CodeFacts>(hall.call(Method::get, "/api/v1/me/code", first)).pin_set);
  CHECK(problem(sign_in_with(hall, code)) == "pin_needed");
  CHECK(problem(sign_in_with(hall, code, "2581")) == "pin_wrong");
  CHECK(sign_in_with(hall, code, "2580").status == 200);
  CHECK(hall.call(Method::post, "/api/v1/session", first, wire::encode(wire::SignIn{code})).status == 200);
}

TEST_CASE("Five wrong PINs lock a code, also for the right one; a re-issued code opens an empty form", "[server]") {
  Hall hall;
  const auto code = hall.identity.issue(Holder::employee, hall.nip(0), "test").value();
  const auto first = session_of(sign_in_with(hall, code));
  REQUIRE(hall.say(first, 1, 0, 2).status == 200);
  REQUIRE(set_pin(hall, first, "2580") == 204);
  for (int wrong = 0; wrong < 4; ++wrong) CHECK(problem(sign_in_with(hall, code, "0000")) == "pin_wrong");
  CHECK(problem(sign_in_with(hall, code, "0000")) == "pin_locked");
  hall.now += 61;
  CHECK(problem(sign_in_with(hall, code, "2580")) == "pin_locked");

  const auto again = hall.identity.issue(Holder::employee, hall.nip(0), "planner").value();
  CHECK(hall.call(Method::get, "/api/v1/session", first).status == 401);
  const auto session = session_of(sign_in_with(hall, again));
  const auto own = frame<wire::OwnAnswer>(hall.call(Method::get, "/api/v1/me/answer", session));
  CHECK(own.receipt.version == 1);
  CHECK(own.receipt.code.empty());
  CHECK(own.answer.stance == wire::Answer{}.stance);
  CHECK(own.withdrawn);
  const auto facts = frame<wire::CodeFacts>(hall.call(Method::get, "/api/v1/me/code", session));
  CHECK(facts.earlier_hidden);
  CHECK_FALSE(facts.pin_set);
  REQUIRE(hall.say(session, 2, 1, 0).status == 200);
  CHECK(frame<wire::OwnAnswer>(hall.call(Method::get, "/api/v1/me/answer", session)).answer.stance == 0);
  CHECK_FALSE(frame<wire::CodeFacts>(hall.call(Method::get, "/api/v1/me/code", session)).earlier_hidden);
}

TEST_CASE("The demo's new start goes on with the same person: same answer, same PIN", "[server]") {
  Hall hall;
  const auto first = session_of(sign_in_with(hall, hall.identity.issue(Holder::employee, hall.nip(0), "system", Issue::renew).value()));
  REQUIRE(hall.say(first, 1, 0, 2).status == 200);
  REQUIRE(set_pin(hall, first, "2580") == 204);
  const auto code = hall.identity.issue(Holder::employee, hall.nip(0), "system", Issue::renew).value();
  CHECK(problem(sign_in_with(hall, code)) == "pin_needed");
  const auto session = session_of(sign_in_with(hall, code, "2580"));
  CHECK(frame<wire::OwnAnswer>(hall.call(Method::get, "/api/v1/me/answer", session)).answer.stance == 2);
}

TEST_CASE("The record names the kind of device and nothing finer", "[server]") {
  Hall hall;
  const auto code = hall.identity.issue(Holder::employee, hall.nip(0), "planner").value();
  const std::vector<std::pair<std::string, std::string>> agents = {
      {"Mozilla/5.0 (Linux; Android 13; SM-A047F) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36", "sign_in_phone"},
      {"Mozilla/5.0 (iPad; CPU OS 17_0 like Mac OS X)", "sign_in_tablet"},
      {"Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36", "sign_in_computer"},
      {"curl/8.0", "sign_in"}};
  std::string session;
  for (const auto& [agent, what] : agents)
    session = session_of(hall.call(Method::post, "/api/v1/session", "", wire::encode(wire::SignIn{code}), agent));
  const auto entries = frame<wire::AccessLog>(hall.call(Method::get, "/api/v1/me/access", session)).entries;
  REQUIRE(entries.size() == 1 + agents.size());
  CHECK(entries[0].what == "code_issued");
  for (std::size_t k = 0; k < agents.size(); ++k) CHECK(entries[k + 1].what == agents[k].second);
}

}  // namespace rembuk::server
