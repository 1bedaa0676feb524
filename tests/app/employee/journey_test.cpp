#include <catch2/catch_test_macros.hpp>
#include <cstdint>
#include <cstdlib>

#include "tests/app/employee/world.hpp"

using namespace rembuk;
using namespace rembuk::employee;

TEST_CASE("submissions under losses, kills and reloads give exactly as many records",
          "[employee]") {
  const int rounds = std::getenv("REMBUK_FULL") ? 1000 : 200;
  int records = 0;
  for (int round = 0; round < rounds; ++round) {
    World world;
    world.random = Random(static_cast<std::uint64_t>(round));
    world.lose_percent = 40;
    world.network = true;
    bool pressed = false;
    for (int step = 0; step < 4000 && world.server.version == 0; ++step) {
      // The phone dies now and then, in the middle of anything.
      if (world.random.below(12) == 0) world.kill();
      if (world.model.screen == Screen::starting && world.commands.empty()) world.tell(Started{});
      if (world.model.screen == Screen::sign_in) world.tell(Started{});
      if (world.model.profile && !world.model.outbox && world.model.screen != Screen::receipt &&
          world.model.draft_loaded && world.model.outbox_loaded && world.model.stored) {
        world.tell(ChoseStance{2});
        world.tell(SendPressed{world.key()});
        pressed = true;
      }
      world.run(1 + static_cast<int>(world.random.below(6)));
    }
    REQUIRE(pressed);
    // A calm network in the end: whatever waits goes out, and once only.
    world.lose_percent = 0;
    world.start();
    world.run();
    REQUIRE(world.server.version == 1);
    REQUIRE(world.model.stored);
    REQUIRE(world.model.stored->receipt.version == 1);
    REQUIRE_FALSE(world.model.outbox);
    records += static_cast<int>(world.server.kept.size());
  }
  CHECK(records == rounds);
}
