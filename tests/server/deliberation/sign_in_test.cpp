#include <catch2/catch_test_macros.hpp>

#include "tests/server/deliberation/hall.hpp"

namespace rembuk::server {
namespace {

Response sign_in_with(Hall& hall, const std::string& code) { return hall.call(Method::post, "/api/v1/session", "", wire::encode(wire::SignIn{code})); }

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

}  // namespace rembuk::server
