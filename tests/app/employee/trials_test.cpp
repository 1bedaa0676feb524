#include <catch2/catch_test_macros.hpp>

#include "tests/app/employee/world.hpp"

using namespace rembuk;
using namespace rembuk::employee;

namespace {

World begun() {
  World world;
  world.start();
  world.tell(Go{Screen::wishes});
  world.tell(AddedWish{"jabatan:P2"});
  world.tell(ChoseStance{2});
  world.run();
  return world;
}
template <class T>
int count(const World& world) {
  return static_cast<int>(std::ranges::count_if(
      world.commands, [](const Cmd& cmd) { return std::holds_alternative<T>(cmd); }));
}

}  // namespace

TEST_CASE("an answer is on the disk before it goes out", "[employee]") {
  World world = begun();
  world.tell(SendPressed{world.key()});
  CHECK(count<Ask>(world) == 0);
  world.run(1);  // the disk has it
  CHECK(world.storage.size() == 2);
  CHECK(count<Ask>(world) == 1);
}

TEST_CASE("a disk that refuses does not hold an answer up", "[employee]") {
  World world = begun();
  world.storage_works = false;
  world.tell(SendPressed{world.key()});
  world.run();
  CHECK(world.server.version == 1);
}

TEST_CASE("two devices that say the same leave nothing to choose", "[employee]") {
  World world = begun();
  world.server.answer = world.model.draft;
  world.server.version = 1;  // the other device was faster
  world.tell(SendPressed{world.key()});
  world.run();
  CHECK(world.server.version == 1);
  CHECK_FALSE(world.model.conflict);
  CHECK_FALSE(world.model.outbox);
  CHECK(world.model.screen == Screen::receipt);
}

TEST_CASE("a late reply from before the answer takes no receipt back", "[employee]") {
  World world = begun();
  const wire::OwnAnswer nothing;
  world.tell(SendPressed{world.key()});
  world.run();
  REQUIRE(world.model.stored->receipt.version == 1);
  world.tell(Answered{Asked::answer, 200, wire::encode(nothing), world.model.round});
  CHECK(world.model.stored->receipt.version == 1);
}

TEST_CASE("a second reply of the device's storage takes back nothing that was changed since",
          "[employee]") {
  World world = begun();
  const Bytes old = world.storage.begin()->second;
  world.tell(ChoseStance{0});
  world.tell(Stored{world.storage.begin()->first, false, true, old});
  CHECK(world.model.draft.stance == 0);
}

TEST_CASE("a page that is finding out where to go on shows no form to sign in", "[employee]") {
  World world;
  world.tell(TypedCode{"KODE"});
  world.tell(SignInPressed{});
  while (world.model.screen != Screen::welcome) {
    CHECK(world.model.busy);
    world.run(1);
  }
  CHECK_FALSE(world.model.busy);
}

TEST_CASE("the browser's buttons lead back and forth between the questions", "[employee]") {
  World world = begun();
  world.tell(Go{Screen::stance});
  world.tell(Visited{Screen::wishes});
  CHECK(world.model.screen == Screen::wishes);
  world.tell(Visited{Screen::stance});
  CHECK(world.model.screen == Screen::stance);
  CHECK(world.model.draft.stance == 2);
  world.tell(Visited{Screen::receipt});  // there is none yet
  CHECK(world.model.screen == Screen::welcome);
}

TEST_CASE("the browser's buttons lead nowhere that the person may not be", "[employee]") {
  World world = begun();
  world.tell(Visited{Screen::sign_in});
  world.tell(Visited{Screen::pin});
  world.tell(Visited{Screen::starting});
  CHECK(world.model.screen == Screen::wishes);
  world.network = false;
  world.tell(SendPressed{world.key()});
  world.run(2);
  world.tell(Visited{Screen::review});  // what waits to be sent is not changed any more
  CHECK(world.model.screen == Screen::receipt);
  World gone;
  gone.server.signed_in = false;
  gone.start();
  gone.tell(Visited{Screen::wishes});
  CHECK(gone.model.screen == Screen::sign_in);
}

TEST_CASE("the back button closes a question before it leads anywhere", "[employee]") {
  World world = begun();
  world.tell(SendPressed{world.key()});
  world.run();
  world.tell(AskedFirst{Question::withdraw});
  world.tell(Visited{Screen::review});
  CHECK(world.model.question == Question::none);
  CHECK(world.model.screen == Screen::receipt);
}

TEST_CASE("only what the device does not keep is lost with the page", "[employee]") {
  World world = begun();
  CHECK(has_unsent(world.model));
  CHECK_FALSE(would_lose(world.model));
  world.storage_works = false;
  world.tell(ChoseStance{1});
  world.run();
  CHECK(would_lose(world.model));
  world.tell(SendPressed{world.key()});
  world.run();
  CHECK_FALSE(would_lose(world.model));
  world.tell(TypedNote{"belum dijadwalkan"});
  CHECK(would_lose(world.model));
}
