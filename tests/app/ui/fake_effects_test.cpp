#include <catch2/catch_test_macros.hpp>
#include <optional>

#include "app/effects/fake.hpp"

using namespace rembuk::effects;

TEST_CASE("nothing is answered inside the call that asked", "[effects]") {
  FakeEffects world;
  int answers = 0;
  world.http({}, [&](HttpAnswer) { ++answers; });
  world.save("draft", {1, 2}, [&](bool ok) { answers += ok ? 1 : 0; });
  CHECK(answers == 0);
  world.settle();
  CHECK(answers == 1);
  world.answer({200, {}, std::nullopt});
  CHECK(answers == 2);
}

TEST_CASE("what was saved is loaded, what was removed is not, a refusal is told", "[effects]") {
  FakeEffects world;
  std::optional<Loaded> got;
  const auto load = [&] {
    world.load("draft", [&](Loaded loaded) { got = std::move(loaded); });
    world.settle();
  };
  world.save("draft", {7}, [](bool) {});
  load();
  CHECK((got->ok && got->bytes == Bytes{7}));
  world.storage_works = false;
  load();
  CHECK((!got->ok && !got->bytes));
  world.storage_works = true;
  world.remove("draft", [](bool) {});
  load();
  CHECK((got->ok && !got->bytes));
}

TEST_CASE("timers come in the order of their moment, also those that a timer sets", "[effects]") {
  FakeEffects world;
  std::string order;
  world.after(200, [&] { order += "b"; });
  world.after(100, [&] {
    order += "a";
    world.after(50, [&] { order += "c"; });
  });
  world.pass(160);
  CHECK(order == "ac");
  world.pass(40);
  CHECK(order == "acb");
}

TEST_CASE("the fragment is read once", "[effects]") {
  FakeEffects world;
  world.fragment = "c=CODE";
  CHECK(world.take_fragment() == "c=CODE");
  CHECK(world.take_fragment().empty());
}
