// Orders in which things happen that nobody wishes for: nothing may be lost, nothing may be mixed
// up.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "tests/app/employee/world.hpp"

using namespace rembuk;
using namespace rembuk::employee;

namespace {

World answered_once() {
  World world;
  world.start();
  world.tell(ChoseStance{1});
  world.tell(SendPressed{world.key()});
  world.run();
  REQUIRE(world.server.version == 1);
  return world;
}

/// Confirms what is asked first.
void leave(World& world) {
  world.tell(SignOutPressed{});
  CHECK(world.model.question == Question::leave);
  world.tell(SignOutPressed{});
  world.run();
}

}  // namespace

TEST_CASE("the next person at a shared phone sees nothing of the one before", "[employee]") {
  World world;
  world.start();
  world.tell(ChoseStance{2});
  world.tell(AddedWish{"jabatan:P2"});
  world.run();
  world.server.signed_in = false;  // the session ends in the middle of a question
  world.tell(Go{Screen::access});
  world.run();
  REQUIRE(world.model.screen == Screen::sign_in);
  CHECK(world.model.problem == "session_ended");

  const std::string first = world.server.nip;
  world.server.nip = "198001012005012002";
  world.tell(TypedCode{"KODE"});
  world.tell(SignInPressed{});
  world.run();
  CHECK(world.model.screen == Screen::welcome);
  CHECK(world.model.draft.stance == no_stance);
  CHECK(world.model.draft.wishes.empty());

  world.server.nip = first;
  world.start();
  CHECK(world.model.draft.wishes == std::vector<std::string>{"jabatan:P2"});
}

TEST_CASE("a draft that the device would not keep is still there after signing in again",
          "[employee]") {
  World world;
  world.storage_works = false;
  world.start();
  world.tell(ChoseStance{2});
  world.server.signed_in = false;
  world.tell(Go{Screen::access});
  world.run();
  REQUIRE(world.model.screen == Screen::sign_in);
  world.tell(TypedCode{"KODE"});
  world.tell(SignInPressed{});
  world.run();
  CHECK(world.model.draft.stance == 2);
}

TEST_CASE("a receipt for the person before is not taken for this one's", "[employee]") {
  World world = answered_once();
  const auto before = world.model.round;
  world.tell(ChangePressed{});
  world.tell(SignOutPressed{});
  world.run();
  REQUIRE(world.model.screen == Screen::sign_in);
  world.server.nip = "198001012005012002";
  world.server.version = 0;
  world.server.answer = {};
  world.tell(TypedCode{"KODE"});
  world.tell(SignInPressed{});
  world.run();
  world.tell(ChoseStance{0});
  world.tell(SendPressed{world.key()});
  world.tell(Answered{Asked::submit, 200,
                      wire::encode(wire::Receipt{7, "2026-06-30T08:00:00", "ffff0000"}), before});
  CHECK(world.model.outbox);
  world.run();
  CHECK(world.model.stored->receipt.version == 1);
  CHECK(world.server.version == 1);
}

TEST_CASE("bytes that the storage of another person gave are not this one's draft", "[employee]") {
  World world;
  world.start();
  world.tell(Stored{"draft:0000000000000000", false, true, Bytes{2, 1, 2, 3}});
  world.tell(Stored{"outbox:0000000000000000", true, true, Bytes{0, 1, 2, 3}});
  CHECK_FALSE(world.model.outbox);
  CHECK_FALSE(world.model.draft_there);
}

TEST_CASE("a draft begun before another device answered does not overwrite that answer unasked",
          "[employee]") {
  World world = answered_once();
  world.tell(ChangePressed{});
  world.tell(ChoseStance{2});
  world.run();
  world.server.version = 2;  // the other device
  world.server.answer.stance = 0;
  world.start();
  REQUIRE(world.model.draft.stance == 2);
  world.tell(SendPressed{world.key()});
  world.run();
  CHECK(world.model.conflict);
  CHECK(world.server.version == 2);
  CHECK(world.server.answer.stance == 0);
}

TEST_CASE("looking at the questions without a change leads back to the receipt", "[employee]") {
  World world = answered_once();
  world.tell(ChangePressed{});
  world.tell(Back{});
  CHECK(world.model.screen == Screen::profile);
  world.tell(Back{});
  CHECK(world.model.screen == Screen::receipt);
  CHECK_FALSE(has_changes(world.model));
  world.tell(Go{Screen::stance});
  world.run();
  world.start();
  CHECK(world.model.screen == Screen::receipt);
}

TEST_CASE("changes that were not sent can be seen and dropped", "[employee]") {
  World world = answered_once();
  world.tell(ChangePressed{});
  world.tell(AddedWish{"wilayah:15.71"});
  CHECK(has_changes(world.model));
  world.tell(TookTheirs{});
  CHECK_FALSE(has_changes(world.model));
  CHECK(world.model.draft.wishes.empty());
  world.run();
  CHECK(world.storage.empty());
}

TEST_CASE("a code read without a network is not lost and works when the network is back",
          "[employee]") {
  World world;
  world.network = false;
  world.server.signed_in = false;
  world.tell(Started{"c=ABCD EFGH"});
  world.run();
  CHECK(world.model.screen == Screen::sign_in);
  CHECK(world.model.problem == "no_network");
  CHECK(world.model.typed_code == "ABCD EFGH");
  world.network = true;
  world.tell(Network{true});
  world.run();
  CHECK(world.model.screen == Screen::welcome);
  CHECK(world.model.typed_code.empty());
}

TEST_CASE("signing out dropped a draft without a word", "[employee]") {
  World world;
  world.start();
  world.tell(ChoseStance{2});
  world.tell(SignOutPressed{});
  world.run();
  CHECK(world.model.question == Question::leave);
  CHECK(world.server.signed_in);
  world.tell(NotConfirmed{});
  CHECK(world.model.question == Question::none);
  CHECK(world.storage.size() == 1);
  leave(world);
  CHECK_FALSE(world.model.session);
  CHECK(world.storage.empty());
}

TEST_CASE("signing out with nothing to lose asks nothing", "[employee]") {
  World world = answered_once();
  world.tell(SignOutPressed{});
  CHECK(world.model.question == Question::none);
  world.run();
  CHECK_FALSE(world.model.session);
}

TEST_CASE("signing out without a network says so and forgets nothing", "[employee]") {
  World world;
  world.start();
  world.tell(ChoseStance{2});
  world.run();
  world.network = false;
  leave(world);
  CHECK(world.model.session);
  CHECK(world.model.problem == "no_network");
  CHECK(world.storage.size() == 1);
  world.network = true;
  leave(world);
  CHECK_FALSE(world.model.session);
  CHECK(world.model.screen == Screen::sign_in);
  CHECK(world.storage.empty());
}

TEST_CASE("what waits to be sent stays on the device when the person signs out", "[employee]") {
  World world;
  world.start();
  world.tell(ChoseStance{2});
  world.server.closed = true;
  world.tell(SendPressed{world.key()});
  world.run();
  world.tell(SignOutPressed{});
  world.run();
  CHECK(world.storage.size() == 1);
  world.server.closed = false;
  world.tell(TypedCode{"KODE"});
  world.tell(SignInPressed{});
  world.run();
  CHECK(world.server.version == 1);
  CHECK(world.server.answer.stance == 2);
}

TEST_CASE(
    "an answer that the server refuses comes back to the review with the reason and the draft",
    "[employee]") {
  for (const int status : {400, 413, 403}) {
    World world;
    world.start();
    world.tell(ChoseStance{2});
    world.run();
    world.tell(SendPressed{world.key()});
    world.commands.clear();
    const auto refusal = FakeServer::problem(status, "wish_unknown");
    world.tell(Answered{Asked::submit, refusal.status, refusal.bytes, world.model.round});
    CHECK(world.model.screen == Screen::review);
    CHECK(world.model.problem == "wish_unknown");
    CHECK(world.model.draft.stance == 2);
    CHECK_FALSE(world.model.outbox);
  }
}

TEST_CASE("a busy or broken server is asked again, later each time, up to a minute", "[employee]") {
  World world;
  world.start();
  world.tell(ChoseStance{2});
  world.run();
  world.tell(SendPressed{world.key()});
  int before = 0;
  for (int k = 0; k < 8; ++k) {
    world.commands.clear();
    world.tell(Answered{Asked::submit, k % 2 ? 503 : 429, {}, world.model.round});
    REQUIRE(world.commands.size() == 1);
    const auto wait = std::get<Wait>(world.commands.front());
    CHECK(wait.most_ms >= before);
    CHECK(wait.most_ms <= 60000);
    CHECK(wait.least_ms < wait.most_ms);
    before = wait.most_ms;
    world.tell(TryAgain{});
  }
  world.run();
  CHECK(world.server.version == 1);
}

TEST_CASE("no question lies before the first or after the last", "[employee]") {
  World world;
  world.start();
  world.tell(Back{});
  CHECK(world.model.screen == Screen::welcome);
  world.tell(Next{});
  CHECK(world.model.screen == Screen::welcome);
  world.tell(Go{Screen::review});
  world.tell(Next{});
  CHECK(world.model.screen == Screen::review);
}
