#include <catch2/catch_test_macros.hpp>
#include <cstdlib>

#include "engine/base/random.hpp"
#include "engine/files/csv.hpp"
#include "engine/files/export.hpp"
#include "engine/province/province.hpp"
#include "tests/engine/files/nasty_province.hpp"
#include "tests/engine/files/small_files.hpp"

using namespace rembuk;
using namespace rembuk::files;

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
