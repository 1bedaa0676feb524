#include "engine/rules/rule_table.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <set>

#include "engine/rules/pair_rules.hpp"
#include "engine/rules/rule_words.hpp"

using namespace rembuk;

namespace {

std::optional<ParameterInForce> parameter(std::string_view id, const Settings& settings,
                                          const std::vector<RuleRow>& rows = {}) {
  return in_force(*std::ranges::find(rule_table(), id, &RuleEntry::id), settings, rows);
}

/// An office that asks for 36 months, of tenure and before retirement.
Consultation office_of_36() {
  using namespace std::chrono;
  Consultation c;
  c.settings.reference_date = Date{2026y / 6 / 30};
  c.rule_rows = {{0, 36, Date{2026y / 1 / 1}, "Keputusan PPK 7/2026", ""},
                 {1, 36, Date{2026y / 1 / 1}, "Keputusan PPK 8/2026", ""}};
  c.settings.rules = rule_values(c.rule_rows, c.settings.reference_date);
  return c;
}

}  // namespace

TEST_CASE("the table holds R01 to R25 and S01 to S10, complete in both languages", "[rules]") {
  std::set<std::string_view> ids;
  for (const auto& entry : rule_table()) {
    INFO(entry.id);
    CHECK(ids.insert(entry.id).second);
    for (const bool english : {false, true}) {
      CHECK_FALSE(entry.demand.in(english).empty());
      CHECK_FALSE(entry.applied.in(english).empty());
      CHECK(entry.kept.in(english).empty() != locks_people(entry));
    }
    CHECK(entry.refusal.indonesian.empty() == entry.refusal.english.empty());
    CHECK((entry.since == 0) == entry.citation.empty());
    if (computed(entry)) CHECK(entry.kind == RuleKind::hard);
    if (const auto& p = entry.parameter; !p.name.empty()) {
      CHECK((p.since == 0 || !p.source.empty()));
      CHECK_FALSE(p.note.indonesian.empty());
      CHECK_FALSE(p.note.english.empty());
    }
  }
  CHECK(ids.size() == 35);
}

TEST_CASE("a rule is applied where the table says that it is", "[rules]") {
  std::set<Rule> seen;
  for (const auto& entry : rule_table()) {
    const auto rule = computed(entry);
    if (!rule) continue;
    INFO(entry.id);
    CHECK(name(*rule) == entry.id);
    CHECK(rule_entry(*rule).id == entry.id);
    const bool locks = std::ranges::count(rule_tables::lock_rules(), *rule,
                                          &rule_tables::LockRule::rule) == 1;
    const bool refuses = std::ranges::count(rule_tables::pair_rules(), *rule,
                                            &rule_tables::PairRule::rule) == 1;
    CHECK(locks == locks_people(entry));
    const bool pairs = entry.applied_at == AppliedAt::pair ||
                       entry.applied_at == AppliedAt::person_and_pair;
    CHECK((refuses || rule == Rule::R06) == pairs);  // R06 asks for all places at once
    seen.insert(*rule);
  }
  CHECK(seen.size() == 17);
}

TEST_CASE("each parameter of aturan.csv is that of one rule, with the value that holds without it",
          "[rules]") {
  for (std::size_t k = 0; k < rule_parameter_names.size(); ++k) {
    const auto entry = std::ranges::find_if(
        rule_table(), [&](const RuleEntry& e) { return e.parameter.name == rule_parameter_names[k]; });
    REQUIRE(entry != rule_table().end());
    CHECK(entry->parameter.yes_no == rule_parameter_yes_no[k]);
    CHECK(built_in(*entry)->value == value_text(RuleValues{}, k));
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
  const auto tenure = parameter("R03", settings, rows);
  CHECK(tenure->value == "6");
  CHECK(tenure->since == "2025-07-01");
  CHECK(tenure->source == "BKN");
  CHECK(tenure->own);
  CHECK(parameter("R17", settings, rows)->value == "24");
  CHECK_FALSE(parameter("R17", settings, rows)->own);
  CHECK_FALSE(parameter("R08", settings, rows));
}

TEST_CASE("what a consultation opens is shown as open", "[rules]") {
  Settings settings;
  CHECK(parameter("R02", settings)->value == "tidak");
  CHECK(parameter("R13", settings)->value == "tidak");
  settings.between_governments = settings.pppk = true;
  CHECK(parameter("R02", settings)->value == "ya");
  CHECK(parameter("R13", settings)->value == "ya");
}

TEST_CASE("without a row of the office the sentences are those of the law", "[rules]") {
  const Consultation c;
  CHECK(refusal_words(Rule::R03, c, false).sentence == "Masa di jabatan paling singkat dua tahun.");
  CHECK(refusal_words(Rule::R03, c, true).sentence == "At least two years in the present post.");
  CHECK(refusal_words(Rule::R03, c, true).citation == "PP 11/2017 Pasal 190(3); BKN 5/2019");
  CHECK(refusal_words(Rule::R17, c, false).sentence ==
        "Sisa masa kerja sampai pensiun paling singkat 24 bulan.");
  CHECK(refusal_words(Rule::R24, c, false).citation == "kebijakan siklus");
  CHECK(kept_words(Rule::R03, c, false) ==
        "Masa di jabatan kurang dari 24 bulan (PP 11/2017 Pasal 190).");
  CHECK(kept_words(Rule::R17, c, true) == "Less than 24 months remain to retirement (UU ASN).");
}

TEST_CASE("what the office has set stands in every sentence, with its source", "[rules]") {
  const Consultation c = office_of_36();
  for (const auto rule : {Rule::R03, Rule::R17})
    for (const bool english : {false, true}) {
      const auto& entry = rule_entry(rule);
      const auto value = in_force(entry, c.settings, c.rule_rows);
      const auto [sentence, citation] = refusal_words(rule, c, english);
      for (const auto& text : {rule_sentence(entry.applied, value, english), sentence,
                               kept_words(rule, c, english)}) {
        CAPTURE(text);
        CHECK(text.contains(english ? "36 months" : "36 bulan"));
        CHECK_FALSE(text.contains("24"));
        CHECK_FALSE(text.contains('{'));
      }
      CHECK(citation.ends_with(rule == Rule::R03 ? "; Keputusan PPK 7/2026"
                                                 : "; Keputusan PPK 8/2026"));
    }
  CHECK(kept_words(Rule::R03, c, false) ==
        "Masa di jabatan kurang dari 36 bulan (PP 11/2017 Pasal 190; Keputusan PPK 7/2026).");
  const auto& demand = rule_entry(Rule::R03).demand;
  CHECK(rule_sentence(demand, in_force(rule_entry(Rule::R03), c.settings, c.rule_rows), true) ==
        "At least 36 months in the present post.");
}
