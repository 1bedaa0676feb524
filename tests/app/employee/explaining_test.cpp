#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "tests/app/employee/world.hpp"

/// The card that says why: asked for until it is whole, and gone with its person.
namespace rembuk::employee {
namespace {

void publish(World& world) {
  world.server.result = wire::OwnResult{"2026-12-01", true, {}, {}};
  world.server.explanation = wire::OwnExplanation{};
  world.server.explanation->facts.change = {
      {"class_rises", "jabatan.kelas_jabatan", "Kelas naik.", "It rises."}};
  world.server.explanation->part = wire::PersonalPart::ready;
}

}  // namespace

TEST_CASE("The card is asked for again until what is computed for it is there", "[employee]") {
  World world;
  publish(world);
  world.server.explanation_after = 3;
  world.start();
  REQUIRE(world.model.explanation);
  CHECK(world.model.screen == Screen::result);
  CHECK(world.model.explanation->part == wire::PersonalPart::ready);
  CHECK(world.server.explanation_after == -1);  // not once more than needed
  CHECK_FALSE(world.model.explanation_due);
}

TEST_CASE("The facts stand there while the rest is computed", "[employee]") {
  World world;
  publish(world);
  world.server.explanation_after = 1000;
  world.tell(Started{});
  for (int i = 0; i < 100 && !world.model.explanation; ++i) world.run(1);
  REQUIRE(world.model.explanation);
  CHECK(world.model.explanation->part == wire::PersonalPart::waiting);
  CHECK(world.model.explanation->facts.change.size() == 1);
  CHECK(world.model.explanation_due);
}

TEST_CASE("Waits between two questions grow to half a minute and no further", "[employee]") {
  World world;
  publish(world);
  world.start();
  world.server.explanation->part = wire::PersonalPart::waiting;
  const auto frame = wire::encode(*world.server.explanation);
  int longest = 0;
  for (int i = 0; i < 12; ++i) {
    const Step step =
        update(world.model, Answered{Asked::explanation, 200, frame, world.model.round});
    for (const auto& command : step.commands)
      if (const auto* wait = std::get_if<Wait>(&command))
        longest = std::max(longest, wait->most_ms);
    world.model = step.model;
  }
  CHECK(longest == 30000);
}

TEST_CASE("No network is asked again, a refusal is not", "[employee]") {
  World world;
  publish(world);
  world.server.explanation.reset();
  world.start();
  CHECK(world.model.explanation_failed);
  CHECK_FALSE(world.model.explanation_due);
  const Step step = update(world.model, Answered{Asked::explanation, 0, {}, world.model.round});
  CHECK(step.model.explanation_due);
  CHECK(std::ranges::any_of(step.commands,
                            [](const Cmd& one) { return std::holds_alternative<Wait>(one); }));
}

TEST_CASE("With the session the card goes too", "[employee]") {
  World world;
  publish(world);
  world.start();
  REQUIRE(world.model.explanation);
  world.tell(SignOutPressed{});
  world.run();
  CHECK_FALSE(world.model.explanation);
  CHECK_FALSE(world.model.explanation_due);
}

TEST_CASE("A card from before the sign-out is not shown to the next person", "[employee]") {
  World world;
  publish(world);
  world.start();
  const auto round = world.model.round;
  world.tell(SignOutPressed{});
  world.run();
  world.tell(Answered{Asked::explanation, 200, wire::encode(*world.server.explanation), round});
  CHECK_FALSE(world.model.explanation);
}

TEST_CASE("A place that is dragged goes where it is dropped, the others close up", "[employee]") {
  World world;
  world.start();
  for (const char* wish : {"jabatan:A", "jabatan:B", "jabatan:C", "jabatan:D"})
    world.tell(AddedWish{wish});
  world.tell(MovedWish{0, 2});
  CHECK(world.model.draft.wishes ==
        std::vector<std::string>{"jabatan:B", "jabatan:C", "jabatan:A", "jabatan:D"});
  world.tell(MovedWish{3, -3});
  CHECK(world.model.draft.wishes ==
        std::vector<std::string>{"jabatan:D", "jabatan:B", "jabatan:C", "jabatan:A"});
  world.tell(MovedWish{0, 4});
  CHECK(world.model.draft.wishes.front() == "jabatan:D");
}

TEST_CASE("Looking through a place that is none shows nothing", "[employee]") {
  World world;
  world.start();
  world.tell(ChoseWay{Way::map});
  world.tell(ChosePlace{7});
  CHECK(world.model.browsing.posts.empty());
  world.tell(ShowedMore{});
  CHECK(world.model.browsing.shown == 0);
  world.tell(ChoseWay{Way::search});
  CHECK_FALSE(world.model.browsing.place);
}

}  // namespace rembuk::employee
