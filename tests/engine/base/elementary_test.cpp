#include "engine/base/elementary.hpp"

#include <bit>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <limits>

#include "tests/engine/base/known_values.hpp"

namespace {

/// Doubles between a and b, on one scale through zero.
std::int64_t steps(double a, double b) {
  const auto place = [](double x) {
    const auto bits = std::bit_cast<std::int64_t>(x);
    return bits < 0 ? std::numeric_limits<std::int64_t>::min() - bits : bits;
  };
  return std::abs(place(a) - place(b));
}

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

}  // namespace

TEST_CASE("exp is within one unit in the last place of the exact value", "[base]") {
  for (const auto& [x, y] : rembuk::known_exp) {
    CAPTURE(x, y, rembuk::exp(x));
    CHECK(steps(rembuk::exp(x), y) <= 1);
  }
}

TEST_CASE("log is within one unit in the last place of the exact value", "[base]") {
  for (const auto& [x, y] : rembuk::known_log) {
    CAPTURE(x, y, rembuk::log(x));
    CHECK(steps(rembuk::log(x), y) <= 1);
  }
}

TEST_CASE("exp and log hold at the ends of their range", "[base]") {
  CHECK(rembuk::exp(0) == 1);
  CHECK(rembuk::exp(710) == infinity);
  CHECK(rembuk::exp(infinity) == infinity);
  CHECK(rembuk::exp(-746) == 0);
  CHECK(rembuk::exp(-infinity) == 0);
  CHECK(std::isnan(rembuk::exp(not_a_number)));
  CHECK(rembuk::log(1) == 0);
  CHECK(rembuk::log(0) == -infinity);
  CHECK(rembuk::log(-0.0) == -infinity);
  CHECK(rembuk::log(infinity) == infinity);
  CHECK(std::isnan(rembuk::log(-1)));
  CHECK(std::isnan(rembuk::log(-infinity)));
  CHECK(std::isnan(rembuk::log(not_a_number)));
}

TEST_CASE("exp never falls as its argument grows", "[base]") {
  double before = 0;
  for (int k = -30000; k <= 30000; ++k) {
    const double now = rembuk::exp(k * 0.001);
    CHECK(now >= before);
    before = now;
  }
}

TEST_CASE("log undoes exp", "[base]") {
  for (int k = -300; k <= 300; ++k) CHECK(std::abs(rembuk::log(rembuk::exp(k)) - k) < 1e-12);
}
