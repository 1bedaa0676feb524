// Two people sign in one after the other on one page, as at a shared laptop: nothing that was asked
// for the first may be heard, or throw out, the second.
#include <catch2/catch_test_macros.hpp>

#include "fixtures.hpp"

using namespace rembuk;
using namespace rembuk::office;
using namespace rembuk::office::fixtures;

namespace {

Bytes session_of(wire::Role role) {
  wire::Session session;
  session.role = role;
  return wire::encode(session);
}

/// A planner has signed in, asked for `asked`, and left; a facilitator has taken the seat.
struct Handover {
  Ask asked;
  Model after;
};

Handover handover(const Msg& asking) {
  Step step = update(with_release(wire::Role::planner, release(5)), asking);
  REQUIRE(find<Ask>(step));
  Handover out{*find<Ask>(step), {}};
  step = update(std::move(step.model), SignOutPressed{});
  step = update(std::move(step.model), Answered{Asked::sign_out, 204, {}, find<Ask>(step)->round});
  CHECK(step.model.screen == Screen::sign_in);
  step = update(std::move(step.model), TypedCode{"SECOND"});
  step = update(std::move(step.model), SignInPressed{});
  out.after = update(std::move(step.model),
                     Answered{Asked::sign_in, 200, session_of(wire::Role::facilitator),
                              find<Ask>(step)->round})
                  .model;
  CHECK(out.after.screen == Screen::forum);
  return out;
}

Answered reply(const Handover& h, int status, Bytes bytes) {
  return {h.asked.what, status, std::move(bytes), h.asked.round};
}

}  // namespace

TEST_CASE("a planner's late release shows nothing to the facilitator who signed in after",
          "[round]") {
  Handover h = handover(SocketChanged{Live::open});
  const Model m = update(h.after, reply(h, 200, wire::encode(release(9)))).model;
  CHECK_FALSE(m.release);
}

TEST_CASE("a late refusal of the session before does not throw out the next person", "[round]") {
  Handover h = handover(SocketChanged{Live::open});
  const Model m =
      update(h.after, reply(h, 401, wire::encode(wire::Problem{"not_signed_in", {}}))).model;
  CHECK(m.session);
  CHECK(m.screen == Screen::forum);
}

TEST_CASE("a planner's late board of needs is not the facilitator's", "[round]") {
  Handover h = handover(Go{Screen::needs});
  const Model m = update(h.after, reply(h, 200, wire::encode(wire::NeedsBoard{}))).model;
  CHECK_FALSE(m.boards.needs);
}

TEST_CASE("a planner's late snapshot is not kept on a facilitator's page", "[round]") {
  Handover h = handover(GeneratePressed{});
  CHECK(h.asked.what == Asked::snapshot);
  const Model m = update(h.after, reply(h, 200, Bytes(100))).model;
  CHECK_FALSE(m.snapshot);
}

TEST_CASE("the last frame of a live connection that is being closed shows nothing", "[round]") {
  Model m =
      update(with_release(wire::Role::planner, release(5)), Answered{Asked::sign_out, 204, {}})
          .model;
  m = update(std::move(m), Received{wire::encode(release(6))}).model;
  CHECK_FALSE(m.release);
}

TEST_CASE("what the second person asks is heard", "[round]") {
  Handover h = handover(SocketChanged{Live::open});
  Step step = update(h.after, SocketChanged{Live::open});
  REQUIRE(find<Ask>(step));
  CHECK(find<Ask>(step)->round == step.model.round);
  CHECK(find<Ask>(step)->round != h.asked.round);
  const Answered answer{Asked::release, 200, wire::encode(release(7)), find<Ask>(step)->round};
  CHECK(update(std::move(step.model), answer).model.release->number == 7);
}

TEST_CASE("every question of a round carries its number", "[round]") {
  Handover h = handover(SocketChanged{Live::open});
  for (const Msg& asking : {Msg{Go{Screen::needs}}, Msg{Go{Screen::rules}}, Msg{GeneratePressed{}},
                            Msg{SignOutPressed{}}}) {
    const Step step = update(h.after, asking);
    REQUIRE(find<Ask>(step));
    CHECK(find<Ask>(step)->round == h.after.round);
  }
}

TEST_CASE("the engine's numbers go on, so that no frame of an earlier person's run fits",
          "[round]") {
  Handover h = handover(GeneratePressed{});
  Model planner = with_release(wire::Role::planner, release(5));
  planner.engine_id = 4;
  planner.import.check = 3;
  const Model after = update(planner, Answered{Asked::sign_out, 204, {}}).model;
  CHECK(after.engine_id == 4);
  CHECK(after.import.check == 3);
}

TEST_CASE("a sign-out that did not reach the server says so and leaves the page as it is",
          "[round]") {
  const Model before = with_release(wire::Role::planner, release(5));
  const Model m = update(before, Answered{Asked::sign_out, 0, {}}).model;
  CHECK(m.session);
  CHECK(m.problem == "no_network");
  CHECK(update(before, Answered{Asked::sign_out, 401, {}}).model.screen == Screen::sign_in);
}
