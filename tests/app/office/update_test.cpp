#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cstdint>

#include "fixtures.hpp"

using namespace rembuk;
using namespace rembuk::office;
using namespace rembuk::office::fixtures;

namespace {

Bytes problem(std::string code) { return wire::encode(wire::Problem{std::move(code), {}}); }

}  // namespace

TEST_CASE("the code in the address signs in and is sent in the body alone", "[sign-in]") {
  const Step step = update({}, Started{"c=ABCD-EFGH"});
  const auto* ask = find<Ask>(step);
  REQUIRE(ask);
  CHECK(ask->path == "/api/v1/session");
  CHECK(wire::decode<wire::SignIn>(ask->bytes)->code == "ABCD-EFGH");
}

TEST_CASE("who has no session sees the sign-in without a complaint", "[sign-in]") {
  const Model m =
      update(update({}, Started{""}).model, Answered{Asked::session, 401, problem("not_signed_in")})
          .model;
  CHECK(m.screen == Screen::sign_in);
  CHECK(m.problem.empty());
}

TEST_CASE("an unknown code is said at the sign-in", "[sign-in]") {
  const Model m = update(update({}, Started{"c=X"}).model,
                         Answered{Asked::sign_in, 401, problem("code_unknown")})
                      .model;
  CHECK(m.screen == Screen::sign_in);
  CHECK(m.problem == "code_unknown");
}

TEST_CASE("the facilitator starts at the forum's screen, the planner at the plans", "[sign-in]") {
  CHECK(signed_in(wire::Role::facilitator).screen == Screen::forum);
  CHECK(signed_in(wire::Role::planner).screen == Screen::plans);
}

TEST_CASE("an employee's code leads to the employee's page and opens nothing here", "[sign-in]") {
  wire::Session session;
  const Step step = update({}, Answered{Asked::sign_in, 200, wire::encode(session)});
  CHECK_FALSE(step.model.session);
  CHECK_FALSE(find<Connect>(step));
  REQUIRE(find<Leave>(step));
  CHECK(find<Leave>(step)->path == "/");
}

TEST_CASE("a facilitator asks for the forum's release only", "[sign-in]") {
  for (const auto role : {wire::Role::facilitator, wire::Role::planner}) {
    wire::Session session;
    session.role = role;
    const Step step = update({}, Answered{Asked::session, 200, wire::encode(session)});
    REQUIRE(find<Ask>(step));
    CHECK(find<Ask>(step)->path ==
          (role == wire::Role::planner ? "/api/v1/scenarios" : "/api/v1/release"));
    CHECK(find<Connect>(step));
  }
}

TEST_CASE("a new release replaces the screen's numbers and is told for a while", "[live]") {
  const Model before = with_release(wire::Role::facilitator, release(4));
  CHECK(before.told);
  const Step step = update(before, Received{wire::encode(release(5))});
  CHECK(step.model.release->number == 5);
  CHECK_FALSE(step.model.told);
  const auto* wait = find<Wait>(step);
  REQUIRE(wait);
  CHECK(update(step.model, wait->then).model.told);
}

TEST_CASE("a release told again, as after a reconnect, is not announced anew", "[live]") {
  const Step step =
      update(with_release(wire::Role::facilitator, release(4)), Received{wire::encode(release(4))});
  CHECK(step.model.told);
  CHECK_FALSE(find<Wait>(step));
}

TEST_CASE("an older release that comes late changes nothing", "[live]") {
  const Model m =
      update(with_release(wire::Role::facilitator, release(5)), Received{wire::encode(release(4))})
          .model;
  CHECK(m.release->number == 5);
}

TEST_CASE("bytes that are no release change nothing", "[live]") {
  const Model m =
      update(with_release(wire::Role::facilitator, release(5)), Received{{1, 2, 3}}).model;
  REQUIRE(m.release);
  CHECK(m.release->number == 5);
}

TEST_CASE("after a reconnect the page asks for what it missed", "[live]") {
  const Step step = update(signed_in(wire::Role::facilitator), SocketChanged{Live::open});
  REQUIRE(find<Ask>(step));
  CHECK(find<Ask>(step)->path == "/api/v1/release");
}

TEST_CASE("a session that ended takes every number off the screen", "[sign-in]") {
  const Model m = update(with_release(wire::Role::planner, release(5)),
                         Answered{Asked::release, 401, problem("not_signed_in")})
                      .model;
  CHECK(m.screen == Screen::sign_in);
  CHECK(m.problem == "session_ended");
  CHECK_FALSE(m.release);
  CHECK_FALSE(m.session);
}

TEST_CASE("an upload keeps all faults and asks for the list only when there is none", "[plans]") {
  const std::string text = "nip,jabatan_kode_baru,alasan\n";
  const Step sent =
      update(signed_in(wire::Role::planner), ChoseFile{"rencana.csv", {text.begin(), text.end()}});
  REQUIRE(find<Ask>(sent));
  CHECK(wire::decode<wire::PlanUpload>(find<Ask>(sent)->bytes)->text == text);
  CHECK(sent.model.uploading);

  wire::PlanOutcome outcome;
  outcome.errors = 1;
  outcome.faults = {
      {"rencana.csv", 3, "nip", "unknown", false, "NIP tidak dikenal", "unknown NIP"}};
  const Step bad = update(sent.model, Answered{Asked::upload, 200, wire::encode(outcome)});
  CHECK_FALSE(bad.model.uploading);
  CHECK(bad.model.outcome->faults.at(0).row == 3);
  CHECK_FALSE(find<Ask>(bad));
  const Step good =
      update(sent.model, Answered{Asked::upload, 200, wire::encode(wire::PlanOutcome{})});
  REQUIRE(find<Ask>(good));
  CHECK(find<Ask>(good)->path == "/api/v1/scenarios");
}

TEST_CASE("a file that is no UTF-8 text is refused before it is sent", "[plans]") {
  const Step step =
      update(signed_in(wire::Role::planner), ChoseFile{"rencana.xls", {0xd0, 0xcf, 0x11, 0xe0}});
  CHECK_FALSE(find<Ask>(step));
  CHECK(step.model.problem == "file_not_text");
  CHECK_FALSE(step.model.uploading);
}

TEST_CASE("a plan's file that is too large or cannot be read is said and not sent", "[plans]") {
  Step step = update(signed_in(wire::Role::planner), ChoseFile{"rencana.csv", {}, true});
  CHECK_FALSE(find<Ask>(step));
  CHECK(step.model.file_too_large);
  step = update(std::move(step.model), ChoseFile{"rencana.csv", {}, false, true});
  CHECK_FALSE(find<Ask>(step));
  CHECK_FALSE(step.model.file_too_large);
  CHECK(step.model.problem == "file_not_read");
  CHECK_FALSE(step.model.uploading);
}

TEST_CASE("a long file name is cut between characters", "[plans]") {
  std::string name(199, 'a');
  name += "é.csv";
  const Step step = update(signed_in(wire::Role::planner), ChoseFile{name, {}});
  REQUIRE(find<Ask>(step));
  CHECK(wire::decode<wire::PlanUpload>(find<Ask>(step)->bytes)->name == std::string(199, 'a'));
}

TEST_CASE("a scenario goes into the forum by its id", "[plans]") {
  const Step step = update(with_release(wire::Role::planner, release(5)), ShowInForum{7, true});
  REQUIRE(find<Ask>(step));
  CHECK(find<Ask>(step)->path == "/api/v1/scenarios/7");
  const auto change = wire::decode<wire::ScenarioChange>(find<Ask>(step)->bytes);
  CHECK(change->id == 7);
  CHECK(change->in_forum);
}

TEST_CASE("a scenario is removed only after the question is answered", "[plans]") {
  Step step = update(with_release(wire::Role::planner, release(5)), RemovePressed{7});
  CHECK(step.commands.empty());
  CHECK(update(update(step.model, RemoveCancelled{}).model, RemoveConfirmed{}).commands.empty());
  step = update(step.model, RemoveConfirmed{});
  REQUIRE(find<Ask>(step));
  CHECK(find<Ask>(step)->method == "DELETE");
}
