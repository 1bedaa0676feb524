// What a leader would try who wants to know one person's answer, with what the planner does in good
// faith: improve a plan, take one out of the forum, remove it, load it again under another name.
#include <catch2/catch_test_macros.hpp>
#include <cstdint>
#include <functional>
#include <optional>

#include "tests/server/deliberation/hall.hpp"

namespace rembuk::server {
namespace {

/// People `from` … `to` − 1 to the post after theirs.
std::string moving(const Hall& hall, std::size_t from, std::size_t to) {
  const Consultation& c = hall.deliberation->consultation();
  Plan plan;
  for (std::size_t i = from; i < to; ++i)
    plan.moves.push_back({EmployeeId{i}, PostId{(c.employees[i].post.index() + 1) % c.posts.size()}, "UJI: coba"});
  return files::export_plan(plan, c);
}

struct Desk {
  explicit Desk(Hall& in) : hall(in), session(in.enter(Holder::planner)) {}
  std::uint32_t load(const std::string& name, const std::string& plan) {
    const auto outcome = frame<wire::PlanOutcome>(hall.call(Method::post, "/api/v1/scenarios", session, wire::encode(wire::PlanUpload{name, plan})));
    REQUIRE(outcome.errors == 0);
    return outcome.scenario;
  }
  static std::string path(std::uint32_t id) { return "/api/v1/scenarios/" + std::to_string(id); }
  void show(std::uint32_t id, bool shown = true) {
    REQUIRE(hall.call(Method::put, path(id), session, wire::encode(wire::ScenarioChange{id, shown})).status == 200);
  }
  void remove(std::uint32_t id) { REQUIRE(hall.call(Method::del, path(id), session).status == 200); }
  std::uint32_t shown(const std::string& name, const std::string& plan) {
    const auto id = load(name, plan);
    show(id);
    return id;
  }

  Hall& hall;
  std::string session;
};

/// As leaders have it; null if it is not in the forum.
std::optional<wire::Scenario> in_forum(const Hall& hall, std::uint32_t id) {
  for (const auto& scenario : hall.release().scenarios)
    if (scenario.id == id) return scenario;
  return std::nullopt;
}

/// Each ten of them make a release.
void answers(Hall& hall, std::size_t from, std::size_t to, const std::function<bool(std::size_t)>& worried = [](std::size_t) { return false; }) {
  auto release = hall.release().number;
  for (std::size_t i = from; i < to; ++i) {
    wire::Answer said = Hall::said(static_cast<std::uint8_t>(i + 1), 0, 1);
    if (worried(i)) said.concerns = {{8, 4, ""}};  // K09: always touched
    REQUIRE(hall.call(Method::put, "/api/v1/me/answer", hall.employee(i), wire::encode(said)).status == 200);
    if ((i - from) % 10 == 9) REQUIRE(hall.released(++release));
  }
}

}  // namespace

TEST_CASE("A plan that differs by one person from one that was taken out of the forum is withheld", "[server]") {
  Hall hall;
  answers(hall, 0, 40);
  Desk planner(hall);
  const auto first = planner.shown("Pertama", moving(hall, 0, 30));
  REQUIRE(in_forum(hall, first));
  CHECK_FALSE(in_forum(hall, first)->withheld);
  planner.show(first, false);
  CHECK_FALSE(in_forum(hall, first));
  const auto second = planner.shown("Kedua", moving(hall, 0, 31));
  REQUIRE(in_forum(hall, second));
  CHECK(in_forum(hall, second)->withheld);
  CHECK(in_forum(hall, second)->mean == Cell{});
  CHECK(in_forum(hall, second)->causes.empty());
  // The planner is told, and has its numbers.
  for (const auto& scenario : hall.release(true).scenarios) {
    if (scenario.id == first) CHECK_FALSE(scenario.forum_withheld);
    if (scenario.id != second) continue;
    CHECK(scenario.forum_withheld);
    CHECK(scenario.moved == 31);
  }
}

TEST_CASE("Nor does removing the earlier plan or a new start make leaders forget it", "[server]") {
  Hall hall;
  answers(hall, 0, 40);
  Desk planner(hall);
  const auto first = planner.shown("Pertama", moving(hall, 0, 30));
  planner.remove(first);
  CHECK_FALSE(in_forum(hall, first));
  for (const auto& scenario : hall.release(true).scenarios) CHECK(scenario.id != first);
  const auto second = planner.shown("Kedua", moving(hall, 0, 31));
  CHECK(in_forum(hall, second)->withheld);
  hall.open();
  CHECK(in_forum(hall, second)->withheld);
  for (const auto& scenario : hall.release(true).scenarios) CHECK(scenario.id != first);
  // What is removed is gone for the planner: it can neither be shown nor removed again.
  const auto change = wire::encode(wire::ScenarioChange{first, true});
  CHECK(problem(hall.call(Method::put, Desk::path(first), planner.session, change)) == "scenario_unknown");
  CHECK(problem(hall.call(Method::del, Desk::path(first), planner.session)) == "scenario_unknown");
}

TEST_CASE("A plan that no leader has seen may be improved by one person and shown", "[server]") {
  Hall hall;
  answers(hall, 0, 40);
  Desk planner(hall);
  const auto first = planner.load("Pertama", moving(hall, 0, 30));
  planner.remove(first);
  const auto kept = planner.load("Disimpan", moving(hall, 0, 30));
  const auto second = planner.shown("Kedua", moving(hall, 0, 31));
  CHECK_FALSE(in_forum(hall, second)->withheld);
  planner.show(kept);  // leaders have seen the second: the first, though older, comes too late
  CHECK(in_forum(hall, kept)->withheld);
  CHECK_FALSE(in_forum(hall, second)->withheld);
}

TEST_CASE("A plan that was shown may be shown again, and one that differs by ten people", "[server]") {
  Hall hall;
  answers(hall, 0, 50);
  Desk planner(hall);
  const auto first = planner.shown("Pertama", moving(hall, 0, 30));
  const auto seen = in_forum(hall, first);
  planner.show(first, false);
  planner.show(first);
  CHECK_FALSE(in_forum(hall, first)->withheld);
  CHECK(in_forum(hall, first)->mean == seen->mean);
  planner.remove(first);
  const auto ten = planner.shown("Sepuluh lagi", moving(hall, 0, 40));
  CHECK_FALSE(in_forum(hall, ten)->withheld);
  const auto again = planner.shown("Pertama lagi", moving(hall, 0, 30));
  CHECK_FALSE(in_forum(hall, again)->withheld);
  CHECK(in_forum(hall, again)->mean == seen->mean);
}

TEST_CASE("A plan loaded again under another name tells no count that a release has frozen", "[server]") {
  Hall hall;
  answers(hall, 0, 40, [](std::size_t i) { return i < 20; });
  Desk planner(hall);
  const std::string plan = moving(hall, 0, 60);
  const auto first = planner.shown("Pertama", plan);
  REQUIRE(in_forum(hall, first)->concerns.at(8) == Cell(std::int64_t{20}));
  answers(hall, 40, 50, [](std::size_t i) { return i < 43; });  // three more share the concern
  REQUIRE(in_forum(hall, first)->concerns.at(8) == Cell(std::int64_t{20}));
  const auto second = planner.shown("Kedua", plan);
  CHECK(in_forum(hall, second)->concerns.at(8) == Cell(std::int64_t{20}));
  planner.remove(first);
  planner.remove(second);
  hall.open();
  const auto third = planner.shown("Ketiga", plan);
  CHECK(in_forum(hall, third)->concerns.at(8) == Cell(std::int64_t{20}));
  CHECK(in_forum(hall, third)->name == "Ketiga");
}

TEST_CASE("Leaders cannot fill the forum without end: each new plan is judged against all that were seen", "[server]") {
  Hall hall;
  Desk planner(hall);
  const std::string plan = moving(hall, 0, 30);
  std::string refusal;
  int tries = 0;
  for (; tries < 60 && refusal.empty(); ++tries) {
    const auto id = planner.load("Lagi", plan);
    refusal = problem(hall.call(Method::put, Desk::path(id), planner.session, wire::encode(wire::ScenarioChange{id, true})));
    if (tries % 2 == 0 && refusal.empty()) planner.remove(id);  // what was seen counts on
  }
  CHECK(refusal == "too_many_scenarios");
  CHECK(tries > 40);
  const auto leader = hall.enter(Holder::facilitator);
  const wire::GenerateRequest asked{"balanced", 1, -1, {}};
  CHECK(problem(hall.call(Method::post, "/api/v1/jobs", leader, wire::encode(asked))) == "too_many_scenarios");
}

TEST_CASE("No request of a leader tells more than the release: every other answer is a refusal or facts", "[server]") {
  Hall hall;
  answers(hall, 0, 40);
  Desk planner(hall);
  const auto hidden = planner.load("Belum ditampilkan", moving(hall, 0, 30));
  const auto leader = hall.enter(Holder::facilitator);
  const auto knocks = [&] {
    std::vector<wire::Bytes> seen;
    for (const auto& route : routes()) {
      std::string path(route.path);
      if (const auto hole = path.find("{id}"); hole != std::string::npos) path.replace(hole, 4, std::to_string(hidden));
      if (path == "/api/v1/session" || route.method != Method::get) continue;  // its cookie's time moves
      const auto response = hall.call(Method::get, path, leader);
      seen.push_back(response.body ? *response.body : wire::Bytes{});
    }
    return seen;
  };
  const auto before = knocks();
  // Nine people change their answers: not a byte of any route differs.
  for (std::size_t i = 0; i < 9; ++i) REQUIRE(hall.say(hall.employee(i), static_cast<std::uint8_t>(200 + i), 1, 2).status == 200);
  CHECK(knocks() == before);
  for (const auto& scenario : hall.release().scenarios) CHECK(scenario.id != hidden);
}

}  // namespace rembuk::server
