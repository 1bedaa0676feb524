#include "engine/files/known_codes.hpp"

#include <catch2/catch_test_macros.hpp>
#include <map>

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
