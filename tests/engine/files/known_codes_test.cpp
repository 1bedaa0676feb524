#include "engine/files/known_codes.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <map>
#include <set>

#include "engine/base/random.hpp"
#include "engine/domain/records.hpp"

using namespace rembuk;
using namespace rembuk::files;

namespace {

/// Codes of a few letters, so that many come twice; some longer than a word, one empty.
std::string some_code(Random& random) {
  std::string code;
  for (auto size = random.below(14); size > 0; --size)
    code += static_cast<char>('a' + random.below(size > 6 ? 1 : 3));
  return code;
}

}  // namespace

TEST_CASE("known codes agree with a map, whatever the order in which they come", "[files]") {
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    Random random(seed);
    std::map<std::string, std::int32_t> reference;
    KnownCodes known;
    if (seed % 2 == 0)  // in byte order first, as files mostly are
      for (int k = 100; k < 400; ++k) {
        const std::string code = "A" + std::to_string(k);
        reference.emplace(code, -1);
        REQUIRE(known.take(code));
      }
    for (int k = 0; k < 2000; ++k) {
      const std::string code = some_code(random), asked = some_code(random);
      REQUIRE(known.take(code) == reference.emplace(code, -1).second);
      REQUIRE(known.contains(asked) == reference.contains(asked));
      if (k % 3 == 0) {
        known.set_position(code, k);
        reference[code] = k;
      }
    }
    std::vector<std::string_view> order;
    for (const auto& [code, position] : reference) {
      order.emplace_back(code);
      CHECK(known.id<UnitId>(code) == UnitId{position});
    }
    CHECK(known.sorted() == order);
  }
}

TEST_CASE("as many unknown codes as unreadable rows are laid to those rows", "[files]") {
  KnownCodes known;
  REQUIRE(known.take("A"));
  CHECK_FALSE(known.unknown("B"));  // nothing is judged before the file is usable
  known.usable = true;
  known.unreadable = 2;
  CHECK_FALSE(known.unknown("A"));
  CHECK_FALSE(known.unknown("B"));
  CHECK_FALSE(known.unknown("C"));
  CHECK_FALSE(known.unknown("B"));
  CHECK(known.unknown("D"));
  bool unknown = true;
  CHECK_FALSE(known.id_or<UnitId>("C", unknown).valid());
  CHECK_FALSE(unknown);
  CHECK_FALSE(known.id_or<UnitId>("D", unknown).valid());
  CHECK(unknown);
}

TEST_CASE("codes of later rows are taken over together, or none if some are in both", "[files]") {
  int taken = 0;
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    CAPTURE(seed);
    Random random(seed);
    std::set<std::string> first, second;
    KnownCodes known, later;
    const auto code = [&](char letter) { return std::string(1, letter) + std::string(random.below(30), 'x') + some_code(random); };
    const bool apart = random.chance(0.5);
    for (int k = 0; k < 300; ++k) {
      if (const auto one = code('b'); first.insert(one).second) REQUIRE(known.take(one));
      if (const auto one = code(apart ? (k % 2 ? 'a' : 'c') : 'b'); second.insert(one).second)
        REQUIRE(later.take(one));
    }
    known.unreadable = 2;
    later.unreadable = 3;
    const bool disjoint = std::ranges::none_of(second, [&](const auto& one) { return first.contains(one); });
    REQUIRE(known.append(later) == disjoint);
    taken += disjoint;
    if (disjoint) first.merge(second);
    CHECK(known.unreadable == (disjoint ? 5 : 2));
    CHECK(std::ranges::equal(known.sorted(), first));
    for (const auto& one : first) REQUIRE(known.contains(one));
  }
  CHECK(taken > 50);
  CHECK(taken < 150);
}

TEST_CASE("codes that ascend are found wherever one asks, often or seldom far from the last", "[files]") {
  for (const std::size_t asked : {1, 10, 40, 4000}) {
    KnownCodes known;
    for (int k = 1000; k < 9000; k += 2) REQUIRE(known.take("N" + std::to_string(k)));
    Random random(asked);
    for (std::size_t k = 0; k < asked; ++k) {
      const int wanted = 990 + static_cast<int>(random.below(8020));
      CHECK(known.contains("N" + std::to_string(wanted)) == (wanted >= 1000 && wanted < 9000 && wanted % 2 == 0));
    }
  }
}
