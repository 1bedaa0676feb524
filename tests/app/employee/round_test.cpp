// The page has heard half of who somebody is when a new round of finding out begins: nothing of the
// old round may count in the new one.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "tests/app/employee/world.hpp"

using namespace rembuk;
using namespace rembuk::employee;

namespace {

/// An answer on the device that the server has not received.
World unsent() {
  World world;
  world.start();
  world.tell(AddedWish{"jabatan:P2"});
  world.tell(ChoseStance{2});
  world.run();
  world.network = false;
  world.tell(SendPressed{world.key()});
  world.run(2);
  REQUIRE(world.model.outbox);
  REQUIRE(world.server.version == 0);
  return world;
}

/// A page on the form to sign in whose quiet start has heard of the person, not yet of the session.
World half_started(World world) {
  world.network = false;
  world.start();
  REQUIRE(world.model.screen == Screen::sign_in);
  world.network = true;
  world.tell(Network{true});
  std::erase_if(world.commands, [](const Cmd& command) {
    const auto* ask = std::get_if<Ask>(&command);
    return ask && ask->what == Asked::session;
  });
  world.run();
  REQUIRE(world.model.profile);
  REQUIRE(world.model.draft_loaded);
  REQUIRE(world.model.outbox_loaded);
  REQUIRE_FALSE(world.model.session);
  return world;
}

bool sends(const World& world) {
  return std::ranges::any_of(world.commands, [](const Cmd& command) {
    const auto* ask = std::get_if<Ask>(&command);
    return ask && ask->what == Asked::submit;
  });
}

/// The next command of a slow device: first the network's, `last` as the last of them, then the disk's.
Cmd taken(World& world, Asked last) {
  const auto rank = [&](const Cmd& command) {
    const auto* ask = std::get_if<Ask>(&command);
    return !ask ? 2 : ask->what == last ? 1 : 0;
  };
  const auto next = std::ranges::min_element(world.commands, {}, rank);  // the first of equals
  Cmd command = std::move(*next);
  world.commands.erase(next);
  return command;
}

}  // namespace

TEST_CASE("who signs in while the page still asks for the person before shows and sends nothing of them",
          "[employee]") {
  World world = half_started(unsent());
  REQUIRE(world.model.outbox);

  world.server.nip = "198001012005012002";
  world.tell(TypedCode{"KODE"});
  world.tell(SignInPressed{});
  CHECK_FALSE(world.model.profile);
  while (!world.commands.empty()) {
    CHECK(world.model.screen != Screen::receipt);
    CHECK_FALSE(sends(world));
    world.run(1);
  }
  CHECK(world.model.screen == Screen::welcome);
  CHECK(world.model.draft.stance == no_stance);
  CHECK(world.model.draft.wishes.empty());
  CHECK_FALSE(world.model.outbox);
  CHECK(world.server.version == 0);
}

TEST_CASE("a draft that is written on right after signing in is not overwritten by what the device held before",
          "[employee]") {
  World world;
  world.start();
  world.tell(ChoseStance{2});
  world.run();
  world = half_started(std::move(world));
  world.tell(TypedCode{"KODE"});
  world.tell(SignInPressed{});
  std::uint8_t chosen = 2;
  for (int step = 0; step < 30; ++step) {
    if (world.model.screen >= Screen::welcome) world.tell(ChoseStance{chosen = (chosen + 1) % 3});
    if (world.commands.empty()) break;
    world.perform(taken(world, Asked::profile));
    if (world.model.screen >= Screen::welcome) REQUIRE(world.model.draft.stance == chosen);
  }
  world.run();
  REQUIRE(world.model.screen >= Screen::welcome);
  CHECK(world.model.draft.stance == chosen);
}

TEST_CASE("an answer that arrived does not come back from the device as one that waits", "[employee]") {
  World world = half_started(unsent());
  world.tell(TypedCode{"KODE"});
  world.tell(SignInPressed{});
  while (!world.commands.empty()) world.perform(taken(world, Asked::submit));
  CHECK(world.server.version == 1);
  CHECK_FALSE(world.model.outbox);
  CHECK(world.storage.empty());
}

TEST_CASE("an answer waits for the session's word, so that its end is not taken for a refusal",
          "[employee]") {
  World world = half_started(unsent());
  world.server.signed_in = false;
  world.tell(TryAgain{});
  world.run();
  CHECK(world.model.outbox);
  CHECK(world.model.screen == Screen::sign_in);
  world.tell(TypedCode{"KODE"});
  world.tell(SignInPressed{});
  world.run();
  CHECK(world.server.version == 1);
  CHECK(world.model.screen == Screen::receipt);
}

TEST_CASE("a session that ends between the requests of a start leads to the form, not to an endless wait",
          "[employee]") {
  for (const Asked refused : {Asked::profile, Asked::answer}) {
    World world;
    world.tell(Started{});
    const auto round = world.model.round;
    const auto session = world.server.answer_to(Ask{Asked::session, "GET", "/api/v1/session", {}});
    const auto own = [&](Asked what) {  // the server was asked for the refused one too late
      world.server.signed_in = what != refused;
      const auto reply = world.server.answer_to(Ask{what, "GET", "", {}});
      world.tell(Answered{what, reply.status, reply.bytes, round});
    };
    world.commands.clear();
    own(Asked::profile);
    own(Asked::answer);
    world.tell(Answered{Asked::session, session.status, session.bytes, round});
    world.run();
    CHECK(world.model.screen == Screen::sign_in);
    CHECK(world.model.problem == "session_ended");
    CHECK_FALSE(world.model.busy);
    world.tell(TypedCode{"KODE"});
    world.tell(SignInPressed{});
    world.run();
    CHECK(world.model.screen == Screen::welcome);
  }
}
