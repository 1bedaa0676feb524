#include <unistd.h>

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <fstream>
#include <set>
#include <string_view>

#include "engine/rules/rules.hpp"
#include "tests/server/deliberation/hall.hpp"

/// Why the published plan proposes what it does: for one person alone.
namespace rembuk::server {
namespace {

constexpr auto path = "/api/v1/me/explanation";

void publish(Hall& hall, const Plan& plan) {
  const auto file =
      std::filesystem::temp_directory_path() / ("rembuk-card-" + std::to_string(getpid()) + ".csv");
  std::ofstream(file) << files::export_plan(plan, hall.deliberation->consultation());
  REQUIRE(publish_plan(hall.store, file, hall.now));
  std::filesystem::remove(file);
  hall.deliberation->refresh_state();
}

/// Asks until the personal part has been computed, at most a minute.
wire::OwnExplanation card(Hall& hall, const std::string& session) {
  for (int i = 0; i < 6000; ++i) {
    const auto got = frame<wire::OwnExplanation>(hall.call(Method::get, path, session));
    if (got.part != wire::PersonalPart::waiting) return got;
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  FAIL("the card was not computed");
  return {};
}

std::string text_of(const std::vector<wire::CardSentence>& part) {
  std::string all;
  for (const auto& one : part) all += one.indonesian + "\n";
  return all;
}

bool holds(const wire::Bytes& bytes, std::string_view text) {
  return std::string_view(reinterpret_cast<const char*>(bytes.data()), bytes.size()).contains(text);
}

std::size_t first_stayer(const Consultation& c, const Plan& plan, bool locked) {
  const Snapshot s = make_snapshot(c);
  for (std::size_t i = 0;; ++i)
    if (locks(s, EmployeeId{i}).empty() != locked &&
        std::ranges::find(plan.moves, EmployeeId{i}, &Move::employee) == plan.moves.end())
      return i;
}

}  // namespace

TEST_CASE("A card says what changes and why, what would have had to differ, and what can be done",
          "[server]") {
  Hall hall;
  const Consultation c = hall.deliberation->consultation();
  const Plan plan = first_proposal(c);
  REQUIRE_FALSE(plan.moves.empty());
  const auto mover = plan.moves[0].employee.index();
  const auto me = hall.employee(mover);
  CHECK(problem(hall.call(Method::get, path, me)) == "not_published");
  wire::Answer said = Hall::said(1, 0, 0);
  said.wishes = {"jabatan:" + c.posts[plan.moves[0].to.index()].code};
  said.concerns = {{8, 4, "penjelasan"}};
  REQUIRE(hall.call(Method::put, "/api/v1/me/answer", me, wire::encode(said)).status == 200);
  publish(hall, plan);
  const auto first = frame<wire::OwnExplanation>(hall.call(Method::get, path, me));
  CHECK_FALSE(first.facts.change.empty());  // without waiting for anything
  const auto got = card(hall, me);
  REQUIRE(got.part == wire::PersonalPart::ready);
  CHECK(text_of(got.facts.change).contains(c.posts[plan.moves[0].to.index()].name));
  CHECK(text_of(got.personal.reason).contains("pilihan ke-1"));
  CHECK(text_of(got.personal.concerns).contains("4 dari 5"));
  CHECK_FALSE(got.personal.differ.empty());
  CHECK_FALSE(got.personal.next.empty());
  std::set<std::string> known;
  for (const auto& basis : got.bases) {
    CAPTURE(basis.id);
    CHECK(known.insert(basis.id).second);
    CHECK_FALSE(basis.indonesian.empty());
    CHECK_FALSE(basis.english.empty());
  }
  for (const auto* part : {&got.facts.change, &got.facts.reason, &got.facts.meaning,
                           &got.facts.next, &got.personal.reason, &got.personal.differ,
                           &got.personal.meaning, &got.personal.concerns, &got.personal.next})
    for (const auto& one : *part) CHECK(known.contains(one.basis));
}

TEST_CASE("Who stays, free or locked, has a card too", "[server]") {
  Hall hall;
  const Consultation c = hall.deliberation->consultation();
  const Plan plan = first_proposal(c);
  const auto free = first_stayer(c, plan, false), locked = first_stayer(c, plan, true);
  const auto first = hall.employee(free), second = hall.employee(locked);
  publish(hall, plan);
  const auto stays = card(hall, first);
  CHECK(stays.part == wire::PersonalPart::ready);
  CHECK(text_of(stays.facts.change).contains("tetap sebagai"));
  CHECK(text_of(stays.personal.reason).contains("Anda belum menjawab"));
  const auto kept = card(hall, second);
  CHECK(kept.part == wire::PersonalPart::ready);
  CHECK_FALSE(kept.personal.differ.empty());
  CHECK_FALSE(text_of(kept.facts.reason).contains("Tidak ada aturan yang menahan"));
}

TEST_CASE("Nobody else gets a card, and no other role's bytes hold a word of it", "[server]") {
  Hall hall;
  const Consultation c = hall.deliberation->consultation();
  const Plan plan = first_proposal(c);
  const auto mover = plan.moves[0].employee.index();
  const auto me = hall.employee(mover);
  publish(hall, plan);
  const auto mine = card(hall, me);
  const auto planner = hall.enter(Holder::planner), facilitator = hall.enter(Holder::facilitator);
  CHECK(problem(hall.call(Method::get, path, "")) == "not_signed_in");
  CHECK(problem(hall.call(Method::get, path, planner)) == "not_allowed");
  CHECK(problem(hall.call(Method::get, path, facilitator)) == "not_allowed");
  const auto other = hall.employee(first_stayer(c, plan, false));
  const auto theirs = card(hall, other);
  CHECK(text_of(theirs.facts.change) != text_of(mine.facts.change));
  for (const auto& session : {planner, facilitator})
    for (const char* where : {"/api/v1/release", "/api/v1/scenarios", "/api/v1/planning/snapshot",
                              "/api/v1/needs", "/api/v1/rules", "/api/v1/catalogue"}) {
      const auto response = hall.call(Method::get, where, session);
      if (!response.body) continue;
      CAPTURE(where);
      for (const auto& one : mine.personal.reason) CHECK_FALSE(holds(*response.body, one.indonesian));
      for (const auto& one : mine.personal.differ) CHECK_FALSE(holds(*response.body, one.indonesian));
      for (const auto& one : mine.personal.meaning)
        CHECK_FALSE(holds(*response.body, one.indonesian));
    }
}

TEST_CASE("A re-issued code opens no part of the card that rests on the earlier answer",
          "[server]") {
  Hall hall;
  const Consultation c = hall.deliberation->consultation();
  const Plan plan = first_proposal(c);
  const auto mover = plan.moves[0].employee.index();
  auto me = hall.employee(mover);
  REQUIRE(hall.say(me, 1).status == 200);
  publish(hall, plan);
  REQUIRE(card(hall, me).part == wire::PersonalPart::ready);
  const auto code = hall.identity.issue(Holder::employee, hall.nip(mover), "test", Issue::replace);
  me = hall.identity.sign_in(code.value()).value().reference;
  const auto got = card(hall, me);
  CHECK(got.part == wire::PersonalPart::hidden);
  CHECK_FALSE(got.facts.change.empty());
  CHECK(got.personal.reason.empty());
  CHECK(got.personal.differ.empty());
  CHECK(got.personal.meaning.empty());
  CHECK(got.personal.concerns.empty());
  CHECK(got.personal.next.empty());
}

TEST_CASE("The policy of a plan is the one that most of its reasons name", "[server]") {
  CHECK(policy_of({}) == Policy::balanced);
  Plan plan;
  plan.moves = {{EmployeeId{0}, PostId{1}, "KEBIJAKAN: need-first"},
                {EmployeeId{1}, PostId{1}, "KEBIJAKAN: unit-priority"},
                {EmployeeId{2}, PostId{1}, "KEBIJAKAN: unit-priority"},
                {EmployeeId{3}, PostId{1}, "KEBIJAKAN: nothing-of-ours"}};
  CHECK(policy_of(plan) == Policy::unit_priority);
}

}  // namespace rembuk::server
