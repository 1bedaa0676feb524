#include <catch2/catch_test_macros.hpp>

#include "engine/files/difference.hpp"
#include "engine/files/export.hpp"
#include "tests/engine/files/small_files.hpp"

using namespace rembuk;
using namespace rembuk::files;

namespace {

constexpr std::string_view header = "parameter,nilai,berlaku_sejak,sumber,catatan\n";

Import with_rules(const std::string& rows) {
  auto texts = small_files();
  texts["aturan.csv"] = std::string(header) + rows;
  return import_texts(texts);
}

}  // namespace

TEST_CASE("aturan.csv sets what holds on the reference date, and comes back as it was written",
          "[files]") {
  const auto import = with_rules(
      "tenure_months,12,2026-07-01,\"Keputusan; PPK\",\ntenure_months,6,2025-07-01,BKN,berita\n"
      "performance_inside,tidak,01/01/2020,PPK,\n");
  REQUIRE(told(import.faults).empty());
  const Consultation& c = *import.consultation;
  CHECK(c.settings.rules.tenure_months == 6);
  CHECK_FALSE(c.settings.rules.performance_inside);
  CHECK(c.settings.rules.retirement_months == 24);
  CHECK(c.rule_rows.size() == 3);
  Texts texts;
  for (auto& [name, text] : export_files(c)) texts[name] = text;
  REQUIRE(texts.contains("aturan.csv"));
  CHECK(*import_texts(texts).consultation == c);
  CHECK(difference(*import_texts(small_files()).consultation, c).settings);
}

TEST_CASE("without aturan.csv the built-in parameters hold and no such file is written", "[files]") {
  const Consultation c = *import_texts(small_files()).consultation;
  CHECK(c.settings.rules == RuleValues{});
  CHECK(export_files(c).size() == 10);
}

TEST_CASE("a faulty row of aturan.csv is told once, like those of other files", "[files]") {
  struct Case {
    const char *row, *fault;
  };
  for (const auto& [row, fault] : std::initializer_list<Case>{
           {"tenure,6,2025-07-01,BKN,\n", "aturan.csv:2:parameter:choice_invalid"},
           {"tenure_months,-1,2025-07-01,BKN,\n", "aturan.csv:2:nilai:number_invalid"},
           {"tenure_months,601,2025-07-01,BKN,\n", "aturan.csv:2:nilai:number_invalid"},
           {"tenure_months,ya,2025-07-01,BKN,\n", "aturan.csv:2:nilai:number_invalid"},
           {"performance_inside,1,2025-07-01,BKN,\n", "aturan.csv:2:nilai:yes_no_invalid"},
           {"performance_inside,,2025-07-01,BKN,\n", "aturan.csv:2:nilai:value_missing"},
           {"tenure_months,6,2025-02-30,BKN,\n", "aturan.csv:2:berlaku_sejak:date_invalid"},
           {"tenure_months,6,2025-07-01,,\n", "aturan.csv:2:sumber:value_missing"},
           {"tenure_months,6,2025-07-01,A,\ntenure_months,7,2025-07-01,B,\n",
            "aturan.csv:3:berlaku_sejak:pair_twice"}}) {
    const auto import = with_rules(row);
    CAPTURE(row);
    CHECK(told(import.faults) == std::vector<std::string>{fault});
    CHECK_FALSE(import.consultation);
  }
}
