#include "engine/base/random.hpp"

#include <algorithm>
#include <array>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <numeric>
#include <vector>

using rembuk::Random;

TEST_CASE("the generator gives the published sequence of its authors", "[base]") {
  Random random(42, 54);  // the demonstration of PCG32
  for (const std::uint32_t expected :
       {0xa15c02b7U, 0x7b47f409U, 0xba1d3330U, 0x83d2f293U, 0xbfa4784bU, 0xcbed606eU})
    CHECK(random.next() == expected);
}

TEST_CASE("streams of one seed differ and the same seed repeats", "[base]") {
  Random a(5), b(5), other(5, 1);
  bool differs = false;
  for (int k = 0; k < 100; ++k) {
    const auto drawn = a.next();
    CHECK(drawn == b.next());
    differs = differs || drawn != other.next();
  }
  CHECK(differs);
}

TEST_CASE("bounded draws stay below the bound and reach every value evenly", "[base]") {
  Random random(3);
  std::array<int, 7> seen{};
  for (int k = 0; k < 70000; ++k) {
    const auto drawn = random.below(7);
    REQUIRE(drawn < 7);
    ++seen[drawn];
  }
  for (const int count : seen) CHECK(std::abs(count - 10000) < 500);  // five standard deviations
  CHECK(Random(1).below(1) == 0);
}

TEST_CASE("unit draws lie in [0, 1) around one half", "[base]") {
  Random random(4);
  double sum = 0;
  for (int k = 0; k < 100000; ++k) {
    const double drawn = random.unit();
    REQUIRE(drawn >= 0);
    REQUIRE(drawn < 1);
    sum += drawn;
  }
  CHECK(std::abs(sum / 100000 - 0.5) < 0.005);
}

TEST_CASE("normal draws have mean zero and variance one", "[base]") {
  Random random(6);
  double sum = 0, squares = 0;
  for (int k = 0; k < 100000; ++k) {
    const double drawn = random.normal();
    sum += drawn;
    squares += drawn * drawn;
  }
  CHECK(std::abs(sum / 100000) < 0.02);
  CHECK(std::abs(squares / 100000 - 1) < 0.03);
}

TEST_CASE("a shuffle keeps every item and moves most", "[base]") {
  std::vector<int> items(1000);
  std::iota(items.begin(), items.end(), 0);
  Random random(8);
  random.shuffle(std::span(items));
  int fixed = 0;
  for (int k = 0; k < 1000; ++k) fixed += items[static_cast<std::size_t>(k)] == k;
  CHECK(fixed < 20);
  std::ranges::sort(items);
  for (int k = 0; k < 1000; ++k) CHECK(items[static_cast<std::size_t>(k)] == k);
}
