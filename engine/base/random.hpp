#pragma once
#include <cstdint>
#include <span>
#include <utility>

namespace rembuk {

/// The generator behind every seeded choice: the same sequence on every platform.
///
/// Source   PCG32 XSH-RR, O'Neill (2014); bounded draws by Lemire (2019), unbiased.
class Random {
 public:
  explicit Random(std::uint64_t seed, std::uint64_t stream = 0);

  [[nodiscard]] std::uint32_t next();
  /// Uniform in 0 … bound − 1; bound > 0.
  [[nodiscard]] std::uint32_t below(std::uint32_t bound);
  /// Uniform in [0, 1), 53 bits.
  [[nodiscard]] double unit();
  /// Standard normal, by Marsaglia's polar method.
  [[nodiscard]] double normal();
  [[nodiscard]] bool chance(double probability) { return unit() < probability; }

  /// Fisher–Yates.
  template <class T>
  void shuffle(std::span<T> items) {
    for (std::size_t i = items.size(); i > 1; --i) {
      using std::swap;
      swap(items[i - 1], items[below(static_cast<std::uint32_t>(i))]);
    }
  }

 private:
  std::uint64_t state_ = 0;
  std::uint64_t increment_ = 1;
};

}  // namespace rembuk
