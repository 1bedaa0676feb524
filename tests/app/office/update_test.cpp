#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cstdint>

#include "fixtures.hpp"

using namespace rembuk;
using namespace rembuk::office;
using namespace rembuk::office::fixtures;

namespace {

Bytes problem(std::string code) { return wire::encode(wire::Problem{std::move(code), {}}); }
Answered job(Asked what, wire::JobPhase phase, std::uint32_t id = 5) {
  wire::Job j;
  j.id = id;
  j.phase = phase;
  return {what, what == Asked::generate ? 202 : 200, wire::encode(j)};
}

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

TEST_CASE("a long file name is cut between characters", "[plans]") {
  std::string name(199, 'a');
  name += "é.csv";
  const Step step = update(signed_in(wire::Role::planner), ChoseFile{name, {}});
  REQUIRE(find<Ask>(step));
  CHECK(wire::decode<wire::PlanUpload>(find<Ask>(step)->bytes)->name == std::string(199, 'a'));
}

TEST_CASE("generating asks with the chosen policy, polls, and fetches the list when done",
          "[plans]") {
  Model m = update(signed_in(wire::Role::planner), ChosePolicy{1}).model;
  Step step = update(m, GeneratePressed{});
  REQUIRE(find<Ask>(step));
  CHECK(wire::decode<wire::GenerateRequest>(find<Ask>(step)->bytes)->policy == "balanced");
  CHECK(update(step.model, GeneratePressed{}).commands.empty());  // one at a time

  step = update(step.model, job(Asked::generate, wire::JobPhase::running));
  REQUIRE(find<Wait>(step));
  step = update(step.model, find<Wait>(step)->then);
  REQUIRE(find<Ask>(step));
  CHECK(find<Ask>(step)->path == "/api/v1/jobs/5");
  step = update(step.model, job(Asked::job, wire::JobPhase::done));
  REQUIRE(find<Ask>(step));
  CHECK(find<Ask>(step)->path == "/api/v1/scenarios");
}

TEST_CASE("a stop that is pressed before the job has its number is not lost", "[plans]") {
  Model m = update(signed_in(wire::Role::planner), GeneratePressed{}).model;
  m = update(m, CancelPressed{}).model;
  Step step = update(m, job(Asked::generate, wire::JobPhase::waiting));
  const bool stops = std::ranges::any_of(step.commands, [](const Cmd& command) {
    const auto* ask = std::get_if<Ask>(&command);
    return ask && ask->method == "DELETE" && ask->path == "/api/v1/jobs/5";
  });
  CHECK(stops);
  step = update(step.model, job(Asked::job, wire::JobPhase::waiting));
  CHECK_FALSE(find<Ask>(step));  // once only
}

TEST_CASE("a job that is stopped is asked for until the server has stopped it", "[plans]") {
  Model m = update(signed_in(wire::Role::planner), GeneratePressed{}).model;
  CHECK(update(m, CancelPressed{}).commands.empty());  // it has no number yet
  m = update(m, job(Asked::generate, wire::JobPhase::running)).model;
  Step step = update(m, CancelPressed{});
  REQUIRE(find<Ask>(step));
  CHECK(find<Ask>(step)->method == "DELETE");
  step = update(step.model, job(Asked::cancel, wire::JobPhase::running));
  CHECK(step.commands.empty());  // the poll that is under way goes on
  step = update(step.model, job(Asked::job, wire::JobPhase::cancelled));
  CHECK(step.model.job->phase == wire::JobPhase::cancelled);
  CHECK(step.model.problem.empty());
  CHECK_FALSE(find<Wait>(step));
}

TEST_CASE("a lost network does not lose the job, and its return takes the complaint away",
          "[plans]") {
  Model m = update(signed_in(wire::Role::planner), GeneratePressed{}).model;
  m = update(m, job(Asked::generate, wire::JobPhase::running)).model;
  Step step = update(m, Answered{Asked::job, 0, {}});
  CHECK(step.model.problem == "no_network");
  REQUIRE(find<Wait>(step));
  step = update(step.model, job(Asked::job, wire::JobPhase::running));
  CHECK(step.model.problem.empty());
}

TEST_CASE("a refused or lost request to generate leaves the button alive", "[plans]") {
  const Model m = update(signed_in(wire::Role::planner), GeneratePressed{}).model;
  for (const Answered& answer : {Answered{Asked::generate, 0, {}},
                                 Answered{Asked::generate, 429, problem("too_many_jobs")}}) {
    const Step step = update(m, answer);
    CHECK_FALSE(step.model.job);
    CHECK_FALSE(step.model.problem.empty());
    CHECK_FALSE(update(step.model, GeneratePressed{}).commands.empty());
  }
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
