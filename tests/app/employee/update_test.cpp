#include <catch2/catch_test_macros.hpp>

#include "tests/app/employee/world.hpp"

using namespace rembuk;
using namespace rembuk::employee;

namespace {

World at_review() {
  World world;
  world.start();
  world.tell(ChoseStance{1});
  world.tell(AddedWish{"jabatan:P2"});
  world.tell(Go{Screen::review});
  world.run();
  return world;
}

}  // namespace

TEST_CASE("a first visit begins with the welcome", "[employee]") {
  World world;
  world.start();
  CHECK(world.model.screen == Screen::welcome);
  CHECK(world.model.draft.stance == no_stance);
}

TEST_CASE("an answer is acknowledged only by the server's receipt", "[employee]") {
  World world = at_review();
  world.tell(SendPressed{world.key()});
  CHECK(world.model.screen == Screen::receipt);
  REQUIRE(world.model.outbox);
  CHECK(world.model.stored->receipt.version == 0);
  world.run();
  CHECK_FALSE(world.model.outbox);
  CHECK(world.model.stored->receipt.version == 1);
  CHECK(world.storage.empty());
}

TEST_CASE("a second tap on send sends nothing twice", "[employee]") {
  World world = at_review();
  world.tell(SendPressed{world.key()});
  world.tell(SendPressed{world.key()});
  world.run();
  CHECK(world.server.version == 1);
}

TEST_CASE("the receipt that comes twice changes nothing", "[employee]") {
  World world = at_review();
  world.tell(SendPressed{world.key()});
  world.run();
  const auto version = world.model.stored->receipt.version;
  world.tell(Answered{Asked::submit, 200,
                      wire::encode(wire::Receipt{9, "2026-06-30T08:00:00", "ffff0000"}),
                      world.model.round});
  CHECK(world.model.stored->receipt.version == version);
}

TEST_CASE("a draft is there again after the page was killed, at the same question", "[employee]") {
  World world = at_review();
  world.tell(Go{Screen::concerns});
  world.tell(MarkedConcern{0, true});
  world.run();
  world.start();
  CHECK(world.model.screen == Screen::concerns);
  REQUIRE(world.model.draft.concerns.size() == 1);
  CHECK(world.model.draft.wishes == std::vector<std::string>{"jabatan:P2"});
}

TEST_CASE("an answer sent without a network waits and goes out when it is back", "[employee]") {
  World world = at_review();
  world.network = false;
  world.tell(SendPressed{world.key()});
  world.run(2);  // to the disk, then out
  CHECK(world.model.sending == Sending::waiting);
  world.network = true;
  world.commands.clear();
  world.tell(Network{true});
  world.run();
  CHECK(world.server.version == 1);
  CHECK(world.model.sending == Sending::idle);
}

TEST_CASE("a session that ends in the middle keeps the answer on the device", "[employee]") {
  World world = at_review();
  world.server.signed_in = false;
  world.tell(SendPressed{world.key()});
  world.run();
  CHECK(world.model.screen == Screen::sign_in);
  CHECK(world.model.problem == "session_ended");
  world.tell(TypedCode{"KODE"});
  world.tell(SignInPressed{});
  world.run();
  CHECK(world.server.version == 1);
  CHECK(world.model.screen == Screen::receipt);
}

TEST_CASE("a consultation that closed while offline keeps the answer and says so", "[employee]") {
  World world = at_review();
  world.server.closed = true;
  world.tell(SendPressed{world.key()});
  world.run();
  CHECK(world.model.sending == Sending::closed);
  CHECK(world.model.outbox);
  CHECK(world.storage.size() >= 1);
}

TEST_CASE("two devices: the person chooses which answer counts", "[employee]") {
  for (const bool mine : {true, false}) {
    World world = at_review();
    world.server.version = 4;  // another device has answered meanwhile
    world.server.answer.stance = 0;
    world.tell(SendPressed{world.key()});
    world.run();
    REQUIRE(world.model.conflict);
    if (mine)
      world.tell(KeptMine{world.key()});
    else
      world.tell(TookTheirs{});
    world.run();
    CHECK_FALSE(world.model.outbox);
    CHECK(world.server.version == (mine ? 5u : 4u));
    CHECK(world.model.stored->answer.stance == (mine ? 1 : 0));
  }
}

TEST_CASE("a device that refuses to store is told to the person", "[employee]") {
  World world;
  world.storage_works = false;
  world.start();
  world.tell(ChoseStance{2});
  world.run();
  CHECK(world.model.storage_refused);
  world.tell(SendPressed{world.key()});
  world.run();
  CHECK(world.server.version == 1);
}

TEST_CASE("a withdrawal asks first, then erases", "[employee]") {
  World world = at_review();
  world.tell(SendPressed{world.key()});
  world.run();
  world.tell(AskedFirst{Question::withdraw});
  CHECK(world.server.withdrawn == false);
  world.tell(WithdrawConfirmed{world.key()});
  world.run();
  CHECK(world.server.withdrawn);
  CHECK(world.model.stored->withdrawn);
  CHECK(world.model.draft.stance == no_stance);
}

TEST_CASE("sending without a stance leads back to the question", "[employee]") {
  World world;
  world.start();
  world.tell(Go{Screen::review});
  world.tell(SendPressed{world.key()});
  CHECK(world.model.screen == Screen::stance);
  CHECK(world.model.problem == "stance_missing");
}

TEST_CASE("a sixth wish and a wish named twice are refused with a reason", "[employee]") {
  World world;
  world.start();
  for (int k = 0; k < 6; ++k) world.tell(AddedWish{"jabatan:P" + std::to_string(k)});
  CHECK(world.model.draft.wishes.size() == 5);
  CHECK(world.model.problem == "wishes_full");
  world.tell(RemovedWish{0});
  world.tell(AddedWish{"jabatan:P1"});
  CHECK(world.model.problem == "wish_twice");
}

TEST_CASE("moving the first wish up or the last down changes nothing", "[employee]") {
  World world;
  world.start();
  world.tell(AddedWish{"jabatan:A"});
  world.tell(AddedWish{"jabatan:B"});
  world.tell(MovedWish{0, -1});
  world.tell(MovedWish{1, 1});
  world.tell(MovedWish{7, 1});
  CHECK(world.model.draft.wishes == std::vector<std::string>{"jabatan:A", "jabatan:B"});
  world.tell(MovedWish{0, 1});
  CHECK(world.model.draft.wishes == std::vector<std::string>{"jabatan:B", "jabatan:A"});
}

TEST_CASE("damaged storage is no draft and no crash", "[employee]") {
  World world = at_review();
  for (auto& [key, bytes] : world.storage) bytes.resize(bytes.size() / 2);
  world.start();
  CHECK(world.model.screen == Screen::welcome);
}

TEST_CASE("only who was appointed less than ten years ago is warned, and only before a move away",
          "[employee]") {
  World world = at_review();
  auto& model = world.model;
  wire::Catalogue c;
  c.units = {{"A", "Pemerintah", -1, 0, 0, 10000},
             {"A.1", "Dinas", 0, 0, 0, 10000},
             {"A.2", "Badan", 0, 0, 0, 10000}};
  c.posts = {{"P1", "Analis", 1, 2, 8, 2, 2, 0, {}}, {"P2", "Guru", 2, 2, 8, 2, 1, 0, {}}};
  model.finder.emplace(std::move(c));
  CHECK_FALSE(may_meet_ten_years(model));
  model.profile->cohort_warning = true;
  CHECK(may_meet_ten_years(model));  // P2 is in another agency
  model.draft.wishes = {"jabatan:P1"};
  CHECK_FALSE(may_meet_ten_years(model));
  model.draft.wishes = {"wilayah:15.71"};
  CHECK(may_meet_ten_years(model));
  model.draft.wishes.clear();
  model.draft.stance = 2;
  CHECK(may_meet_ten_years(model));
}
