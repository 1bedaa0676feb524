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
  for (std::size_t k = 0; k < rule_parameter_names.size(); ++k) {
    const auto& row = parameter_in(rule_parameter_names[k], 2026);
    CHECK(row.rule == rule_parameter_rules[k]);
    CHECK(row.yes_no == rule_parameter_yes_no[k]);
    CHECK(value_text(row, Settings{}) == value_text(RuleValues{}, k));
  }
}

TEST_CASE("the office's own row holds from its day on, the latest one first", "[rules]") {
  using namespace std::chrono;
  const std::vector<RuleRow> rows = {{0, 6, Date{2025y / 7 / 1}, "BKN", "berita"},
                                     {0, 12, Date{2026y / 7 / 1}, "PPK", ""},
                                     {2, 0, Date{2020y / 1 / 1}, "PPK", ""}};
  CHECK(rule_values(rows, Date{2025y / 6 / 30}).tenure_months == 24);
  CHECK(rule_values(rows, Date{2025y / 7 / 1}).tenure_months == 6);
  CHECK(rule_values(rows, Date{2026y / 8 / 1}).tenure_months == 12);
  CHECK_FALSE(rule_values(rows, Date{2026y / 8 / 1}).performance_inside);
  Settings settings;
  settings.reference_date = Date{2026y / 6 / 30};
  settings.rules = rule_values(rows, settings.reference_date);
  const auto shown = shown_parameters(settings, rows);
  const auto tenure = std::ranges::find(shown, "R03", &ShownParameter::rule);
  REQUIRE(tenure != shown.end());
  CHECK(tenure->value == "6");
  CHECK(tenure->since == "2025-07-01");
  CHECK(tenure->source == "BKN");
  CHECK(tenure->own);
  const auto retirement = std::ranges::find(shown, "R17", &ShownParameter::rule);
  CHECK(retirement->value == "24");
  CHECK_FALSE(retirement->own);
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
