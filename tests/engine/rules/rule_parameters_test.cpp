#include "engine/rules/rule_parameters.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "engine/rules/rule_register.hpp"

using namespace rembuk;

TEST_CASE("each parameter is dated, belongs to a rule and is what the rules compute with",
          "[rules]") {
  for (const auto& row : rule_parameters()) {
    CAPTURE(row.name);
    CHECK(std::ranges::count(rule_register(), row.rule, &RuleEntry::id) == 1);
    CHECK((row.since == 0 || !row.source.empty()));
    CHECK_FALSE(row.note_indonesian.empty());
    CHECK_FALSE(row.note_english.empty());
    CHECK(parameter_in(row.name, 2026).rule == row.rule);
  }
  const RuleSet used, table = rule_set_in(2026);
  CHECK(table.tenure_months == used.tenure_months);
  CHECK(table.retirement_months == used.retirement_months);
  CHECK(table.performance_inside == used.performance_inside);
}

TEST_CASE("what a consultation opens is shown as open", "[rules]") {
  Settings settings;
  CHECK(value_text(parameter_in("between_governments", 2026), settings) == "tidak");
  CHECK(value_text(parameter_in("pppk", 2026), settings) == "tidak");
  settings.between_governments = settings.pppk = true;
  CHECK(value_text(parameter_in("between_governments", 2026), settings) == "ya");
  CHECK(value_text(parameter_in("pppk", 2026), settings) == "ya");
  CHECK(value_text(parameter_in("tenure_months", 2026), settings) == "24");
}
