#include <catch2/catch_test_macros.hpp>
#include <cstdlib>

#include "engine/base/random.hpp"
#include "engine/files/csv.hpp"
#include "engine/files/export.hpp"
#include "engine/province/province.hpp"
#include "tests/engine/files/small_files.hpp"

using namespace rembuk;
using namespace rembuk::files;

namespace {

/// A text that spreadsheets, CSV readers and formulas trip over. Blanks around a value are no part
/// of it.
std::string nasty(Random& random, bool with_semicolon = true) {
  constexpr std::array<std::string_view, 22> pieces = {
      "a", "Z",  "0", "é",  "à",        "😀", "\"", "\"\"", "\n", "\r\n", ",",
      "=", "+1", "-", "@x", "\xc2\xa0", "'",  "''", " ",    "\t", "|",    ";"};
  std::string text;
  do {
    text.clear();
    const auto count = 1 + random.below(9);
    for (std::uint32_t k = 0; k < count; ++k)
      text += pieces[random.below(static_cast<std::uint32_t>(pieces.size()) - (with_semicolon ? 0 : 1))];
    std::string_view inner = text;
    const auto blank = [](std::string_view c) { return c.find_first_not_of(" \t\r\n") == c.npos; };
    while (!inner.empty() && (blank(inner.substr(0, 1)) || inner.starts_with("\xc2\xa0")))
      inner.remove_prefix(blank(inner.substr(0, 1)) ? 1 : 2);
    while (!inner.empty() && (blank(inner.substr(inner.size() - 1)) || inner.ends_with("\xc2\xa0")))
      inner.remove_suffix(blank(inner.substr(inner.size() - 1)) ? 1 : 2);
    text = std::string(inner);
  } while (text.empty());
  return text;
}

/// A province whose every free text is nasty, and whose codes begin with something nasty.
Consultation nasty_province(std::uint64_t seed) {
  Random random(seed, 7);
  Consultation c = make_province({.employees = 60, .seed = seed});
  const std::string mark = nasty(random).substr(0, 1) == "a" ? "=" : "'-\"";  // order of codes stays
  for (auto& unit : c.units) {
    unit.code = mark + unit.code;
    unit.name = nasty(random);
  }
  for (auto& post : c.posts) {
    post.code = mark + post.code;
    post.name = nasty(random);
    for (auto& field : post.education_fields) field = nasty(random, false);
  }
  for (auto& competence : c.competences) {
    competence.code = mark + competence.code;
    competence.name = nasty(random);
  }
  for (auto& employee : c.employees) {
    employee.name = nasty(random);
    employee.title_before = random.chance(0.5) ? nasty(random) : "";
    employee.title_after = random.chance(0.5) ? nasty(random) : "";
    employee.major = nasty(random);
    employee.legal_status = nasty(random);
  }
  for (auto& concern : c.concerns) concern.help = random.chance(0.5) ? nasty(random) : "";
  return c;
}

}  // namespace

TEST_CASE("all ten files come back as they were written, whatever the texts hold", "[files]") {
  const int rounds = std::getenv("REMBUK_FULL") ? 1000 : 40;
  for (int round = 1; round <= rounds; ++round) {
    CAPTURE(round);
    const Consultation c = nasty_province(static_cast<std::uint64_t>(round));
    Texts texts;
    for (auto& [name, text] : export_files(c)) texts[name] = text;
    const auto again = import_texts(texts);
    CAPTURE(told(again.faults));
    REQUIRE(again.faults.errors() == 0);
    REQUIRE(*again.consultation == c);
    Random random(static_cast<std::uint64_t>(round), 9);
    Plan plan;
    for (std::size_t i = 0; i < c.employees.size(); ++i) {
      const PostId to{std::size_t{random.below(static_cast<std::uint32_t>(c.posts.size()))}};
      if (to != c.employees[i].post) plan.moves.push_back({EmployeeId{i}, to, nasty(random)});
    }
    const auto read = import_plan(export_plan(plan, c), c);
    REQUIRE(read.faults.list().empty());
    REQUIRE(read.plan == plan);
  }
}

TEST_CASE("a value is what its cell says, and its cell says the value", "[files]") {
  Random random(3);
  for (int k = 0; k < 20'000; ++k) {
    const std::string value = nasty(random);
    const std::string line = csv_cell(value) + ",x\n";
    CsvReader reader(line);
    CsvRecord record;
    REQUIRE(reader.next(record));
    CAPTURE(value);
    REQUIRE(record.count == 2);
    REQUIRE(value_of(record.cells[0]) == value);
  }
}

TEST_CASE("a no-break space is cut as one character and no letter loses a byte", "[files]") {
  CHECK(value_of("\xc2\xa0 Voil\xc3\xa0 \xc2\xa0") == "Voil\xc3\xa0");
  CHECK(value_of("\xc2\xab!") == "\xc2\xab!");
  CHECK(value_of(" \xc2\xa0\t").empty());
  CHECK(value_of("'") == "'");
  CHECK(value_of("''=1") == "'=1");
}
