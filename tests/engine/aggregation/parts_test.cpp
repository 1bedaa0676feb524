#include "engine/aggregation/parts.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "engine/base/random.hpp"

using namespace rembuk;

namespace {

std::int64_t value(const Cell& cell) { return std::get<std::int64_t>(cell); }

/// How many values a withheld part can have for someone who knows the whole, the published parts
/// and that the withheld ones are not negative.
std::int64_t possible(const std::vector<Cell>& cells, std::int64_t whole) {
  for (const auto& cell : cells)
    if (published(cell)) whole -= value(cell);
  return whole + 1;
}

}  // namespace

TEST_CASE("a group is published if it and the rest are large enough", "[aggregation]") {
  CHECK(value(publish_group(10, 20, 10)) == 10);
  CHECK_FALSE(published(publish_group(9, 100, 10)));
  CHECK_FALSE(published(publish_group(91, 100, 10)));
  CHECK_FALSE(published(publish_group(0, 100, 10)));
}

TEST_CASE("a small part takes others with it, and the withheld are never a single one",
          "[aggregation]") {
  const auto cells = publish_parts(std::vector<std::int32_t>{100, 3, 50, 40}, 10);
  CHECK_FALSE(published(cells[1]));
  CHECK(value(cells[0]) == 100);
  CHECK(value(cells[2]) == 50);
  CHECK_FALSE(published(cells[3]));  // the last in order, whatever its size
}

TEST_CASE("parts that are all large are all published", "[aggregation]") {
  const auto cells = publish_parts(std::vector<std::int32_t>{10, 10, 30}, 10);
  CHECK(std::ranges::all_of(cells, published));
}

TEST_CASE("no withheld part can be bounded closer than the threshold", "[aggregation]") {
  Random random(7);
  for (int round = 0; round < 20000; ++round) {
    std::vector<std::int32_t> people(2 + random.below(6));
    std::int64_t whole = 0;
    for (auto& part : people)
      whole += part = static_cast<std::int32_t>(random.below(random.below(2) == 0 ? 12 : 200));
    const auto cells = publish_parts(people, 10);
    const auto withheld = std::ranges::count_if(cells, [](const Cell& c) { return !published(c); });
    for (std::size_t k = 0; k < cells.size(); ++k)
      if (published(cells[k])) {
        REQUIRE(value(cells[k]) == people[k]);
        REQUIRE(people[k] >= 10);
      }
    if (withheld == 0) continue;
    REQUIRE(withheld >= 2);
    // A whole that is small itself is known to be: nothing of it is published.
    if (withheld < static_cast<std::ptrdiff_t>(cells.size())) REQUIRE(possible(cells, whole) >= 10);
  }
}
