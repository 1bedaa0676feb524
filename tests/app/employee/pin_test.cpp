#include <catch2/catch_test_macros.hpp>

#include "tests/app/employee/world.hpp"

using namespace rembuk;
using namespace rembuk::employee;

TEST_CASE("a new device is asked for the PIN, and a wrong one is said", "[employee]") {
  World world;
  world.server.pin = "2580";
  world.server.signed_in = false;
  world.tell(Started{"c=KODE"});
  world.run();
  REQUIRE(world.model.screen == Screen::pin);
  CHECK(world.model.problem.empty());
  world.tell(PinPressed{});
  CHECK(world.model.problem == "pin_needed");
  world.tell(TypedPin{"1111"});
  world.tell(PinPressed{});
  world.run();
  CHECK(world.model.screen == Screen::pin);
  CHECK(world.model.problem == "pin_wrong");
  CHECK(world.model.typed_pin.empty());
  world.tell(TypedPin{"2580"});
  world.tell(PinPressed{});
  world.run();
  CHECK(world.model.screen == Screen::welcome);
  CHECK(world.model.typed_code.empty());
  CHECK(world.model.typed_pin.empty());
}

TEST_CASE("a first PIN needs 4 to 8 digits, twice the same", "[employee]") {
  World world;
  world.start();
  world.tell(Go{Screen::set_pin});
  const auto choose = [&](const char* pin, const char* again) {
    world.tell(TypedPin{pin});
    world.tell(TypedPinAgain{again});
    world.tell(PinChosen{});
    world.run();
    return world.model.problem;
  };
  CHECK(choose("123", "123") == "pin_invalid");
  CHECK(choose("123456789", "123456789") == "pin_invalid");
  CHECK(choose("12 4", "12 4") == "pin_invalid");
  CHECK(choose("1234", "1235") == "pin_differs");
  CHECK(world.server.pin.empty());
  CHECK(choose("1234", "1234").empty());
  CHECK(world.server.pin == "1234");
  CHECK(world.model.code->pin_set);
  CHECK(world.model.screen == Screen::welcome);
}

TEST_CASE("a re-issued code begins with an empty form that follows the hidden version",
          "[employee]") {
  World world;
  world.server.version = 3;
  world.server.withdrawn = true;
  world.server.code.earlier_hidden = true;
  world.server.receipt_code = "";
  world.start();
  CHECK(world.model.screen == Screen::welcome);
  CHECK(has_hidden(world.model));
  CHECK(home(world.model) == Screen::welcome);
  CHECK(world.model.draft.stance == no_stance);
  world.tell(ChoseStance{1});
  world.tell(SendPressed{world.key()});
  world.run();
  CHECK(world.server.version == 4);
  CHECK_FALSE(has_hidden(world.model));
}

TEST_CASE("once a plan is published the person begins at the own result", "[employee]") {
  World world;
  world.server.result = wire::OwnResult{"2026-12-01", true, {}, {}};
  world.start();
  CHECK(world.model.screen == Screen::result);
  REQUIRE(world.model.result);
  CHECK(home(world.model) == Screen::result);
}

TEST_CASE("wished counts reach the posts whichever comes first", "[employee]") {
  Finder finder(wire::Catalogue{{}, {}, {}, {wire::PostEntry{}, wire::PostEntry{}}});
  finder.set_wished({{1, 20}, {7, 30}});
  CHECK(finder.catalogue().posts[0].wished_at_least == 0);
  CHECK(finder.catalogue().posts[1].wished_at_least == 20);
}
