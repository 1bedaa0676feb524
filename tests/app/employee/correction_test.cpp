// "This is wrong": marked, written, sent once, changed and taken back; whatever breaks in between.
#include <catch2/catch_test_macros.hpp>
#include <variant>

#include "app/core/employee/keep.hpp"
#include "tests/app/employee/world.hpp"

using namespace rembuk;
using namespace rembuk::employee;

namespace {

World at_the_report() {
  World world;
  world.start();
  world.tell(Go{Screen::profile});
  world.tell(Go{Screen::correction});
  world.run();
  return world;
}
void write(World& world) {
  world.tell(MarkedFact{wire::Fact::education, true});
  world.tell(TypedCorrection{"S2"});
  world.run();
}
void send(World& world, bool withdraws = false) {
  world.tell(CorrectionSent{withdraws, world.key()});
}
const CorrectionBox& box(const World& world) { return world.model.correction; }
bool on_device(const World& world) {
  return world.storage.contains(correction_key(*world.model.profile));
}

}  // namespace

TEST_CASE("a report is a draft until it is sent, then received, and nothing stays on the device",
          "[correction]") {
  World world = at_the_report();
  REQUIRE(box(world).loaded);
  CHECK(box(world).state == Report::shown);
  write(world);
  CHECK(box(world).state == Report::writing);
  CHECK(on_device(world));
  send(world);
  CHECK(box(world).state == Report::waiting);
  world.run();
  CHECK(box(world).state == Report::shown);
  CHECK(box(world).stored.received_on == "2026-06-30");
  CHECK(world.server.correction.text == "S2");
  CHECK(world.server.corrections_kept == 1);
  CHECK_FALSE(on_device(world));
}

TEST_CASE("a report leaves the answer, its draft and its version as they are", "[correction]") {
  World world = at_the_report();
  world.tell(ChoseStance{2});
  const auto draft = wire::encode(world.model.draft);
  write(world);
  send(world);
  world.run();
  CHECK(wire::encode(world.model.draft) == draft);
  CHECK(world.server.version == 0);
  CHECK(world.server.kept.empty());
}

TEST_CASE("without a network a report waits, survives a killed page and goes out once",
          "[correction]") {
  World world = at_the_report();
  write(world);
  world.network = false;
  send(world);
  world.run(2);  // saved, tried in vain
  CHECK(box(world).state == Report::waiting);
  CHECK(box(world).late);
  world.commands.clear();
  world.network = true;
  SECTION("the network comes back") { world.tell(Network{true}); }
  SECTION("the page is killed and opened again") { world.start(); }
  SECTION("the wait is over") { world.tell(TryAgain{true}); }
  world.run();
  CHECK(world.server.corrections_kept == 1);
  CHECK(box(world).state == Report::shown);
  CHECK(box(world).stored.facts == world.server.correction.facts);
}

TEST_CASE("a lost receipt sends nothing twice", "[correction]") {
  World world = at_the_report();
  world.lose_percent = 60;
  write(world);
  send(world);
  world.run(5000);
  world.lose_percent = 0;
  world.tell(Network{true});
  world.run();
  CHECK(box(world).state == Report::shown);
  CHECK(world.server.corrections_kept == 1);
}

TEST_CASE("two waits never make more than one each", "[correction]") {
  World world = at_the_report();
  world.tell(ChoseStance{1});
  write(world);
  world.network = false;
  world.tell(SendPressed{world.key()});
  send(world);
  std::size_t most = 0;
  for (int i = 0; i < 400; ++i) {
    world.run(1);
    most = std::max(most, world.commands.size());
  }
  CHECK(most <= 4);
}

TEST_CASE("a double tap sends once", "[correction]") {
  World world = at_the_report();
  write(world);
  send(world);
  send(world);
  world.run();
  CHECK(world.server.corrections_kept == 1);
}

TEST_CASE("without a marked fact nothing is sent, and what was typed stays", "[correction]") {
  World world = at_the_report();
  world.tell(TypedCorrection{"S2"});
  send(world);
  world.run();
  CHECK(box(world).problem == "correction_invalid");
  CHECK(box(world).mine.text == "S2");
  CHECK(world.server.corrections_kept == 0);
  world.tell(MarkedFact{wire::Fact::education, true});
  CHECK(box(world).problem.empty());
}

TEST_CASE("control characters are left out, a hundred kilobytes are cut to five hundred characters",
          "[correction]") {
  World world = at_the_report();
  world.tell(TypedCorrection{"a\x1b[31m\tb\r\n\u202ec"});
  CHECK(box(world).mine.text == "a[31m b\nc");
  std::string paste;
  while (paste.size() < 100 << 10) paste += "é";
  world.tell(TypedCorrection{paste});
  CHECK(box(world).mine.text.size() == 1000);
  world.tell(MarkedFact{wire::Fact::name, true});
  send(world);
  world.run();
  CHECK(world.server.correction.text.size() == 1000);
}

TEST_CASE(
    "a session that ends midway keeps the report for the same person and shows it to no other",
    "[correction]") {
  World world = at_the_report();
  write(world);
  world.server.signed_in = false;
  SECTION("as a draft") {
    world.tell(Go{Screen::access});
    world.run();
    REQUIRE(world.model.screen == Screen::sign_in);
    world.tell(TypedCode{"KODE"});
    world.tell(SignInPressed{});
    world.run();
    CHECK(box(world).state == Report::writing);
    CHECK(box(world).mine.text == "S2");
  }
  SECTION("on its way") {
    send(world);
    world.run();
    REQUIRE(world.model.screen == Screen::sign_in);
    CHECK(world.server.corrections_kept == 0);
    world.tell(TypedCode{"KODE"});
    world.tell(SignInPressed{});
    world.run();
    CHECK(world.server.corrections_kept == 1);
    CHECK(box(world).state == Report::shown);
  }
  SECTION("another person signs in") {
    send(world);
    world.run();
    world.server.nip = "198001012005012002";
    world.tell(TypedCode{"LAIN"});
    world.tell(SignInPressed{});
    world.run();
    CHECK(box(world).state == Report::shown);
    CHECK(box(world).mine.text.empty());
    CHECK(world.server.corrections_kept == 0);
  }
}

TEST_CASE(
    "a device that keeps nothing loses no report while its session ends, and warns before leaving",
    "[correction]") {
  World world = at_the_report();
  world.storage_works = false;
  write(world);
  CHECK(would_lose(world.model));
  world.server.signed_in = false;
  world.tell(Go{Screen::access});
  world.run();
  world.tell(TypedCode{"KODE"});
  world.tell(SignInPressed{});
  world.run();
  CHECK(box(world).mine.text == "S2");
  send(world);
  world.run();
  CHECK(world.server.corrections_kept == 1);
  CHECK_FALSE(would_lose(world.model));
}

TEST_CASE("of two devices the second is told, keeps its text and sends again on purpose",
          "[correction]") {
  World world = at_the_report();
  write(world);
  world.server.correction = {1, 2, "dari perangkat lain", "2026-06-30", ""};
  send(world);
  world.run();
  CHECK(box(world).state == Report::writing);
  CHECK(box(world).problem == "correction_changed");
  CHECK(box(world).mine.text == "S2");
  CHECK(box(world).stored.text == "dari perangkat lain");
  send(world);
  world.run();
  CHECK(world.server.correction.version == 2);
  CHECK(world.server.correction.text == "S2");
}

TEST_CASE("both devices said the same: nothing is left to send", "[correction]") {
  World world = at_the_report();
  write(world);
  world.server.correction = {1, box(world).mine.facts, "S2", "2026-06-30", ""};
  send(world);
  world.run();
  CHECK(box(world).state == Report::shown);
  CHECK_FALSE(on_device(world));
}

TEST_CASE("a report is changed and taken back; what was typed for a change can be dropped",
          "[correction]") {
  World world = at_the_report();
  write(world);
  send(world);
  world.run();
  world.tell(EditedCorrection{});
  CHECK(box(world).mine.text == "S2");
  world.tell(TypedCorrection{"S3"});
  world.tell(EditedCorrection{false});
  world.run();
  CHECK(box(world).state == Report::shown);
  CHECK_FALSE(on_device(world));
  world.tell(EditedCorrection{});
  world.tell(TypedCorrection{"S3"});
  send(world);
  world.run();
  CHECK(world.server.correction.text == "S3");
  CHECK(world.server.correction.version == 2);
  send(world, true);
  CHECK(box(world).mine.facts == 0);
  world.run();
  CHECK(box(world).stored.facts == 0);
  CHECK(world.server.correction.text.empty());
  CHECK(box(world).state == Report::shown);
}

TEST_CASE("a withdrawal waits without a network, and can be called off", "[correction]") {
  World world = at_the_report();
  write(world);
  send(world);
  world.run();
  world.network = false;
  send(world, true);
  world.run(2);
  world.commands.clear();
  REQUIRE(box(world).state == Report::waiting);
  SECTION("it goes out") {
    world.network = true;
    world.tell(Network{true});
    world.run();
    CHECK(world.server.correction.facts == 0);
  }
  SECTION("it is called off") {
    world.tell(EditedCorrection{});
    CHECK(box(world).state == Report::shown);
    world.network = true;
    world.tell(Network{true});
    world.run();
    CHECK(world.server.correction.text == "S2");
  }
}

TEST_CASE("a report that arrived though nobody heard so is not sent again when it is called back",
          "[correction]") {
  World world = at_the_report();
  write(world);
  send(world);
  const Cmd saved = world.commands.front();
  world.perform(saved);
  const auto ask = std::get<Ask>(world.commands[1]);
  (void)world.server.answer_to(ask);
  world.commands.clear();
  world.tell(Answered{ask.what, 0, {}, ask.round});
  world.commands.clear();
  world.tell(EditedCorrection{});
  world.run();
  CHECK(box(world).state == Report::shown);
  CHECK(box(world).stored.text == "S2");
  CHECK(world.server.corrections_kept == 1);
}

TEST_CASE("what is on its way cannot be changed; what waits can", "[correction]") {
  World world = at_the_report();
  write(world);
  world.network = false;
  send(world);
  world.tell(EditedCorrection{});
  CHECK(box(world).state == Report::waiting);
  world.run(2);
  world.commands.clear();
  world.tell(MarkedFact{wire::Fact::post, true});
  CHECK_FALSE(wire::has(box(world).mine.facts, wire::Fact::post));
  world.tell(EditedCorrection{});
  CHECK(box(world).state == Report::writing);
  CHECK(box(world).mine.text == "S2");
}

TEST_CASE("a server that refuses gives the report back with the reason", "[correction]") {
  World world = at_the_report();
  write(world);
  world.server.correction_problem = "consultation_closed";
  send(world);
  world.run();
  CHECK(box(world).problem == "consultation_closed");
  CHECK(box(world).state == Report::writing);
  CHECK(on_device(world));
}

TEST_CASE("the way back leads to where the person came from", "[correction]") {
  World world = at_the_report();
  CHECK(box(world).from_profile);
  world.tell(Go{Screen::welcome});
  world.tell(Go{Screen::correction});
  CHECK_FALSE(box(world).from_profile);
}

TEST_CASE("once the office has handled a report its sender sees the day", "[correction]") {
  World world = at_the_report();
  write(world);
  send(world);
  world.run();
  world.server.correction.handled_on = "2026-07-01";
  world.tell(Go{Screen::profile});
  world.tell(Go{Screen::correction});
  world.run();
  CHECK(box(world).stored.handled_on == "2026-07-01");
}

TEST_CASE("a report was taken back by one tap", "[correction]") {
  World world = at_the_report();
  write(world);
  send(world);
  world.run();
  world.tell(AskedFirst{Question::take_back});
  world.run();
  CHECK(box(world).stored.facts != 0);
  CHECK(box(world).state == Report::shown);
  SECTION("the back button closes the question alone") {
    world.tell(Visited{Screen::profile});
    CHECK(world.model.question == Question::none);
    CHECK(world.model.screen == Screen::correction);
    CHECK(world.server.correction.facts != 0);
  }
  SECTION("confirmed, it is gone") {
    world.tell(CorrectionSent{true, world.key()});
    world.run();
    CHECK(world.model.question == Question::none);
    CHECK(world.server.correction.facts == 0);
    CHECK(box(world).stored.facts == 0);
  }
}

TEST_CASE("leaving the device takes a draft along, and leaves what waits to go out",
          "[correction]") {
  World world = at_the_report();
  write(world);
  const std::string key = correction_key(*world.model.profile);
  SECTION("a draft, after asking") {
    world.tell(SignOutPressed{});
    CHECK(world.model.question == Question::leave);
    world.tell(SignOutPressed{});
    world.run();
    CHECK_FALSE(world.storage.contains(key));
  }
  SECTION("a report that waits") {
    world.network = false;
    send(world);
    world.run(2);
    world.commands.clear();
    world.network = true;
    world.tell(SignOutPressed{});
    world.run();
    REQUIRE(world.model.screen == Screen::sign_in);
    CHECK(world.storage.contains(key));
  }
}
