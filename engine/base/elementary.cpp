#include "engine/base/elementary.hpp"

#include <bit>
#include <cstdint>
#include <limits>

namespace rembuk {
namespace {

constexpr double ln2_high = 6.93147180369123816490e-01;  // 33 bits: k · ln2_high is exact
constexpr double ln2_low = 1.90821492927058770002e-10;
constexpr double infinity = std::numeric_limits<double>::infinity();

/// 2^k for −1022 ≤ k ≤ 1023.
double power_of_two(int k) {
  return std::bit_cast<double>(static_cast<std::uint64_t>(k + 1023) << 52);
}

/// x · 2^k with one rounding, also where the result is subnormal.
double scaled(double x, int k) {
  if (k > 1023) return x * 2.0 * power_of_two(k - 1);
  if (k < -1021) return x * power_of_two(k + 1000) * power_of_two(-1000);
  return x * power_of_two(k);
}

}  // namespace

double exp(double x) {
  if (x != x) return x;
  if (x > 709.782712893383973096) return infinity;
  if (x < -745.133219101941108420) return 0;
  // x = k ln 2 + r, |r| ≤ ½ ln 2; then e^r = 1 + r + r c / (2 − c), c = r − r² P(r²).
  const int k = static_cast<int>(x * 1.44269504088896338700 + (x < 0 ? -0.5 : 0.5));
  const double high = x - k * ln2_high;
  const double low = k * ln2_low;
  const double r = high - low;
  const double t = r * r;
  const double c =
      r - t * (1.66666666666666019037e-01 +
               t * (-2.77777777770155933842e-03 +
                    t * (6.61375632143793436117e-05 +
                         t * (-1.65339022054652515390e-06 + t * 4.13813679705723846039e-08))));
  return scaled(1.0 - ((low - (r * c) / (2.0 - c)) - high), k);
}

double log(double x) {
  if (x != x || x == infinity) return x;
  if (x < 0) return std::numeric_limits<double>::quiet_NaN();
  if (x == 0) return -infinity;
  int k = 0;
  if (x < std::numeric_limits<double>::min()) {  // subnormal: into the normal range first
    x *= 18014398509481984.0;
    k = -54;
  }
  auto bits = std::bit_cast<std::uint64_t>(x);
  k += static_cast<int>(bits >> 52) - 1023;
  bits = (bits & 0x000fffffffffffffULL) | 0x3ff0000000000000ULL;
  double m = std::bit_cast<double>(bits);  // 1 ≤ m < 2
  if (m > 1.41421356237309514547) {
    m *= 0.5;
    ++k;
  }
  const double f = m - 1.0;
  const double s = f / (2.0 + f);
  const double z = s * s;
  const double w = z * z;
  const double odd = w * (3.999999999940941908e-01 +
                          w * (2.222219843214978396e-01 + w * 1.531383769920937332e-01));
  const double even = z * (6.666666666666735130e-01 +
                           w * (2.857142874366239149e-01 +
                                w * (1.818357216161805012e-01 + w * 1.479819860511658591e-01)));
  const double r = odd + even;
  const double half_square = 0.5 * f * f;
  return k * ln2_high - ((half_square - (s * (half_square + r) + k * ln2_low)) - f);
}

}  // namespace rembuk
