#include "app/core/office/variation.hpp"

#include <catch2/catch_test_macros.hpp>

#include "app/core/office/numbers.hpp"
#include "fixtures.hpp"

using namespace rembuk;
using namespace rembuk::office;
using namespace rembuk::office::fixtures;

namespace {

/// A government of 100 people: an agency of 40 with a unit of 12 and one of 3, and an agency of 5.
wire::NeedsBoard board() {
  wire::NeedsBoard b;
  b.threshold = 10;
  b.employees = 100;
  const auto unit = [&](std::string code, std::string name, std::int32_t parent, bool agency,
                        std::uint32_t filled) {
    wire::UnitFigures one;
    one.code = std::move(code);
    one.name = std::move(name);
    one.parent = parent;
    one.agency = agency;
    one.filled = filled;
    b.units.push_back(one);
  };
  unit("G", "Pemerintah Provinsi", -1, false, 55);
  unit("G.K", "Dinas Kesehatan", 0, true, 25);
  unit("G.K.1", "Rumah Sakit Daerah", 1, false, 12);
  unit("G.K.2", "Balai Kecil", 1, false, 3);
  unit("G.P", "Badan Arsip", 0, true, 5);
  return b;
}
std::vector<std::string> codes(const std::vector<KeepableUnit>& units) {
  std::vector<std::string> out;
  for (const auto& unit : units) out.push_back(unit.code);
  return out;
}

Model weighing(int weight) {
  Model m = update(signed_in(wire::Role::facilitator), ChosePolicy{policies.size()}).model;
  return update(m, VariationAct{ChoseWeight{weight}}).model;
}

}  // namespace

TEST_CASE("units of ten people or more may be kept, agencies first, the whole never",
          "[variation]") {
  const auto units = keepable_units(board());
  CHECK(codes(units) == std::vector<std::string>{"G.K", "G.K.1"});
  CHECK(units[0].people == 40);  // with all units below it
  CHECK(units[0].above == "Pemerintah Provinsi");
  CHECK(units[1].people == 12);
  CHECK(units[1].above == "Dinas Kesehatan");
}

TEST_CASE("a search finds every word in any order and leaves out what is kept", "[variation]") {
  const auto units = keepable_units(board());
  CHECK(codes(found_units(units, "daerah SAKIT", {})) == std::vector<std::string>{"G.K.1"});
  CHECK(found_units(units, "sakit", {"G.K.1"}).empty());
  CHECK(found_units(units, "pajak", {}).empty());
  CHECK(found_units(units, "", {}).size() == 2);
}

TEST_CASE("a weight stays within 0 to 100 and on a step of ten", "[variation]") {
  VariationModel m;
  for (const auto& [asked, is] : {std::pair{-20, 0}, {0, 0}, {37, 30}, {100, 100}, {900, 100}}) {
    act(m, ChoseWeight{asked});
    CHECK(m.need_weight == is);
  }
}

TEST_CASE("a unit is kept once, is let go, and the search is empty afterwards", "[variation]") {
  VariationModel m;
  act(m, SearchedUnit{"kes"});
  act(m, KeepUnit{"G.K", true});
  act(m, KeepUnit{"G.K", true});
  CHECK(m.kept == std::vector<std::string>{"G.K"});
  CHECK(m.query.empty());
  for (int k = 0; k < 80; ++k) act(m, KeepUnit{"U" + std::to_string(k), true});
  CHECK(m.kept.size() == most_kept);
  act(m, KeepUnit{"G.K", false});
  CHECK(m.kept.front() == "U0");
}

TEST_CASE("a facilitator's choice of weight and units goes to the server as one request",
          "[variation]") {
  Model m = weighing(30);
  m = update(m, VariationAct{KeepUnit{"G.K", true}}).model;
  const Step step = update(m, GeneratePressed{});
  REQUIRE(find<Ask>(step));
  CHECK(find<Ask>(step)->path == "/api/v1/jobs");
  const auto sent = wire::decode<wire::GenerateRequest>(find<Ask>(step)->bytes);
  REQUIRE(sent);
  CHECK(sent->policy == "need-weight");
  CHECK(sent->need_weight == 30);
  CHECK(sent->kept == std::vector<std::string>{"G.K"});
}

TEST_CASE("units may be kept under a named policy too, and then no weight is sent", "[variation]") {
  Model m = update(signed_in(wire::Role::facilitator), ChosePolicy{1}).model;
  m = update(m, VariationAct{KeepUnit{"G.K", true}}).model;
  const auto sent =
      wire::decode<wire::GenerateRequest>(find<Ask>(update(m, GeneratePressed{}))->bytes);
  REQUIRE(sent);
  CHECK(sent->policy == "balanced");
  CHECK(sent->need_weight == -1);
  CHECK(sent->kept.size() == 1);
}

TEST_CASE("a planner's page has no weight: its choice is always a named policy", "[variation]") {
  const Model m = update(signed_in(wire::Role::planner), ChosePolicy{policies.size()}).model;
  CHECK_FALSE(m.weighing());
  CHECK(update(m, GeneratePressed{}).model.computing == policies[0]);
}

TEST_CASE("the screen of scenarios fetches the units for a facilitator, once", "[variation]") {
  const Step step = update(signed_in(wire::Role::facilitator), Go{Screen::compare});
  REQUIRE(find<Ask>(step));
  CHECK(find<Ask>(step)->path == "/api/v1/needs");
  CHECK_FALSE(find<Ask>(update(step.model, Go{Screen::compare})));
  CHECK_FALSE(find<Ask>(update(signed_in(wire::Role::planner), Go{Screen::compare})));
}

TEST_CASE("a variation is named after its weight and the units that stay", "[variation]") {
  const auto id = texts(text::Language::indonesian);
  wire::Scenario s;
  s.kind = wire::ScenarioKind::generated;
  s.policy = "need-weight-30";
  CHECK(scenario_name(id, s) == "Kebutuhan 30 : keinginan 70");
  s.name = "Dinas Kesehatan";
  CHECK(scenario_name(id, s) == "Kebutuhan 30 : keinginan 70; tetap: Dinas Kesehatan");
  s.policy = "balanced";
  CHECK(scenario_name(id, s) == "Seimbang; tetap: Dinas Kesehatan");
  s.kind = wire::ScenarioKind::loaded;
  CHECK(scenario_name(id, s) == "Dinas Kesehatan");
}
