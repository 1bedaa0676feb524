#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "tests/app/office/fixtures.hpp"

/// The boards of needs and rules, without a page.
namespace rembuk::office {
namespace {

using fixtures::find;

wire::NeedsBoard board() {
  wire::NeedsBoard b;
  b.reference_date = "2026-06-30";
  b.employees = 60;
  const auto unit = [](std::string name, std::int32_t parent, bool agency, std::uint32_t needed,
                       std::uint32_t filled, std::int64_t retiring) {
    wire::UnitFigures u;
    u.code = u.name = std::move(name);
    u.parent = parent;
    u.agency = agency;
    u.needed = needed;
    u.filled = filled;
    u.covered = std::min(needed, filled);
    u.competence = std::int64_t{100} * u.covered;
    u.retiring = retiring;
    return u;
  };
  b.units = {unit("Provinsi", -1, false, 0, 0, 0), unit("Dinas B", 0, true, 10, 4, 1),
             unit("Dinas A", 0, true, 5, 5, 0), unit("Seksi", 1, false, 20, 12, 2),
             unit("Kosong", 0, true, 0, 0, 0)};
  b.competences = {{"Satu", 10, std::int64_t{9}},
                   {"Dua", 50, std::int64_t{20}},
                   {"Tiga", 9, wire::Withheld::few_people}};
  return b;
}

Model with_board() {
  Step step = update(fixtures::signed_in(wire::Role::planner), Go{Screen::needs});
  REQUIRE(find<Ask>(step));
  CHECK(find<Ask>(step)->path == "/api/v1/needs");
  CHECK_FALSE(find<Ask>(update(step.model, Go{Screen::needs})));  // once
  return update(step.model, Answered{Asked::needs, 200, wire::encode(board())}).model;
}

}  // namespace

TEST_CASE("agencies hold their units, empty ones are left out, the largest gap comes first",
          "[boards]") {
  const Model m = with_board();
  const auto lines = need_lines(m.boards);
  REQUIRE(lines.size() == 2);
  CHECK(lines[0].name == "Dinas B");
  CHECK(lines[0].needed == 30);
  CHECK(lines[0].gap() == 14);
  CHECK(std::get<std::int64_t>(lines[0].retiring) == 3);
  CHECK(lines[1].gap() == 0);
  CHECK_FALSE(find<Ask>(update(m, Go{Screen::needs})));
}

TEST_CASE("a column sorts, pressed again the other way, names from A", "[boards]") {
  Model m = with_board();
  m = update(m, BoardAct{SortNeeds{NeedColumn::name}}).model;
  CHECK(need_lines(m.boards)[0].name == "Dinas A");
  m = update(m, BoardAct{SortNeeds{NeedColumn::name}}).model;
  CHECK(need_lines(m.boards)[0].name == "Dinas B");
  m = update(m, BoardAct{SortNeeds{NeedColumn::covered}}).model;
  CHECK(need_lines(m.boards)[0].name == "Dinas A");
}

TEST_CASE("a chosen agency lists its own units", "[boards]") {
  Model m = update(with_board(), BoardAct{ChoseAgency{1}}).model;
  const auto lines = need_lines(m.boards);
  REQUIRE(lines.size() == 2);
  CHECK(lines[0].name == "Seksi");
  CHECK(update(m, BoardAct{ChoseAgency{99}}).model.boards.agency == -1);
}

TEST_CASE("a sum with a withheld part is withheld", "[boards]") {
  Model m = with_board();
  m.boards.needs->units[3].retiring = wire::Withheld::never_published;
  CHECK_FALSE(published(need_lines(m.boards)[0].retiring));
}

TEST_CASE("gaps in competence by size, the withheld ones last and without a number", "[boards]") {
  const auto gaps = competence_gaps(board());
  CHECK(gaps[0].name == "Dua");
  CHECK(gaps[0].gap == 30);
  CHECK(gaps[2].name == "Tiga");
  CHECK_FALSE(gaps[2].gap);
}

TEST_CASE("the rules are filtered by kind and carry the figures that the server computed",
          "[boards]") {
  Step step = update(fixtures::signed_in(wire::Role::planner), Go{Screen::rules});
  REQUIRE(find<Ask>(step)->path == "/api/v1/rules");
  wire::RulesBoard rules;
  rules.rules = {{"R03", "tenure_months = 24", std::int64_t{120}, std::int64_t{0}}};
  Model m = update(step.model, Answered{Asked::rules, 200, wire::encode(rules)}).model;
  CHECK(shown_rules(m.boards).size() == 35);
  REQUIRE(figures_of(m.boards, "R03"));
  CHECK_FALSE(figures_of(m.boards, "S01"));
  std::size_t sum = 0;
  for (const auto kind : {RuleKind::hard, RuleKind::soft, RuleKind::process}) {
    m = update(m, BoardAct{FilterRules{kind}}).model;
    sum += shown_rules(m.boards).size();
  }
  CHECK(sum == 35);
}

TEST_CASE("what locks stands by how many people it keeps, with the value that is in force",
          "[boards]") {
  BoardModel m;
  const auto entry = [](std::string_view id) {
    return *std::ranges::find(rule_table(), id, &RuleEntry::id);
  };
  REQUIRE(locking_rules(m).size() == 10);
  CHECK(locking_rules(m)[0]->id == "R03");
  CHECK(parameter_of(m, entry("R03"))->value == "24");  // nothing heard yet: as it is built in
  CHECK(parameter_of(m, entry("R03"))->since == "2017");
  m.rules.emplace();
  m.rules->rules = {{"R03", "tenure_months = 36\n2026-01-01\nKeputusan PPK 7/2026",
                     std::int64_t{120}, std::int64_t{0}},
                    {"R13", "pppk = ya", std::int64_t{900}, std::int64_t{0}},
                    {"R08", "", wire::Withheld::few_people, std::int64_t{0}}};
  CHECK(locking_rules(m)[0]->id == "R13");
  CHECK(locking_rules(m)[1]->id == "R03");
  const auto tenure = parameter_of(m, entry("R03"));
  CHECK(tenure->value == "36");
  CHECK(tenure->since == "2026-01-01");
  CHECK(tenure->source == "Keputusan PPK 7/2026");
  CHECK(tenure->own);
  CHECK(parameter_of(m, entry("R13"))->value == "ya");
  CHECK_FALSE(parameter_of(m, entry("R13"))->own);
  CHECK_FALSE(parameter_of(m, entry("R08")));
}

TEST_CASE("a board that did not come says why and is asked for again", "[boards]") {
  Step step = update(fixtures::signed_in(wire::Role::facilitator), Go{Screen::needs});
  step = update(step.model, Answered{Asked::needs, 0, {}});
  CHECK(step.model.boards.problem == "no_network");
  CHECK(find<Ask>(update(step.model, Go{Screen::needs})));
}

}  // namespace rembuk::office
