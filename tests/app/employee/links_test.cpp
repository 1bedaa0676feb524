#include <catch2/catch_test_macros.hpp>

#include "tests/app/employee/world.hpp"

using namespace rembuk;
using namespace rembuk::employee;

namespace {

World with_draft() {
  World world;
  world.start();
  world.tell(ChoseStance{2});
  world.run();
  return world;
}

/// The code that the last sign-in asked with, empty if none did.
std::string signed_in_with(const World& world) {
  for (const auto& command : world.commands)
    if (const auto* ask = std::get_if<Ask>(&command); ask && ask->what == Asked::sign_in)
      return wire::decode<wire::SignIn>(ask->bytes)->code;
  return "";
}

}  // namespace

TEST_CASE("a second link signs in anew and shows nothing of the person before", "[employee]") {
  World world;
  world.start();
  REQUIRE(world.model.profile);
  world.tell(Opened{"c=KODEDUA"});
  CHECK(signed_in_with(world) == "KODEDUA");
  CHECK_FALSE(world.model.profile);
  world.server.nip = "199001012015012002";
  world.run();
  CHECK(world.model.profile->nip == "199001012015012002");
  CHECK(world.model.screen == Screen::welcome);
}

TEST_CASE("a second link over an unsent draft asks first, and staying changes nothing",
          "[employee]") {
  World world = with_draft();
  world.tell(Opened{"c=KODEDUA"});
  CHECK(world.model.next_code == "KODEDUA");
  CHECK(world.commands.empty());
  world.tell(SwitchCancelled{});
  CHECK(world.model.next_code.empty());
  CHECK(world.model.draft.stance == 2);
  world.tell(SwitchConfirmed{});  // nothing is asked any more
  CHECK(world.commands.empty());
}

TEST_CASE("after leaving an unsent draft for another person it is there when the first comes back",
          "[employee]") {
  World world = with_draft();
  const std::string first = world.server.nip;
  world.tell(Opened{"c=KODEDUA"});
  world.tell(SwitchConfirmed{});
  CHECK(signed_in_with(world) == "KODEDUA");
  world.server.nip = "199001012015012002";
  world.run();
  CHECK(world.model.draft.stance == no_stance);
  world.tell(Opened{"c=KODESATU"});
  world.server.nip = first;
  world.run();
  CHECK(world.model.draft.stance == 2);
}

TEST_CASE("a fragment that is no link changes nothing", "[employee]") {
  World world;
  world.start();
  for (const char* fragment : {"", "c=", "x=1", "main"}) world.tell(Opened{fragment});
  CHECK(world.commands.empty());
  CHECK(world.model.profile);
}
