#pragma once
#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "engine/assignment/objectives.hpp"

namespace rembuk {

/// Enough for three objectives of some ten thousand employees.
using NarrowCost = __int128;

/// Three numbers, the first one decides: wide enough for every policy and size.
struct WideCost {
  std::array<__int128, 3> parts{};

  WideCost& operator+=(const WideCost& other) {
    for (std::size_t at = 0; at < parts.size(); ++at) parts[at] += other.parts[at];
    return *this;
  }
  WideCost& operator-=(const WideCost& other) {
    for (std::size_t at = 0; at < parts.size(); ++at) parts[at] -= other.parts[at];
    return *this;
  }
  friend WideCost operator+(WideCost a, const WideCost& b) { return a += b; }
  friend WideCost operator-(WideCost a, const WideCost& b) { return a -= b; }
  friend WideCost operator-(const WideCost& a) { return WideCost{} - a; }
  friend WideCost operator*(WideCost a, std::int64_t times) {
    for (auto& part : a.parts) part *= times;
    return a;
  }
  friend auto operator<=>(const WideCost&, const WideCost&) = default;
};

/// Above every cost, and far from overflow.
template <class Cost>
constexpr Cost infinite_cost();
template <>
constexpr NarrowCost infinite_cost<NarrowCost>() {
  return NarrowCost{1} << 125;
}
template <>
constexpr WideCost infinite_cost<WideCost>() {
  return {{NarrowCost{1} << 125, 0, 0}};
}

/// How many numbers the combined costs of `levels` over `members` employees take: one is a
/// NarrowCost, two or three are a WideCost, more do not fit. Of each 108 bits are used: potentials
/// drift by up to one path a change.
[[nodiscard]] int combined_words(std::span<const Level> levels, std::size_t members);

/// A list of objectives as one cost: a unit of a level costs more than all lower levels together
/// can differ between two plans. So the least combined cost is the lexicographic optimum, exactly.
///
/// Shape  refers to levels, table and snapshot, which must outlive it; a cost is that of the
/// moment.
template <class Cost>
class CombinedCosts {
 public:
  CombinedCosts(std::span<const Level> levels, const Snapshot& snapshot, const PairTable& pairs);

  /// Cost of placing member k at j, where s is `value`.
  [[nodiscard]] Cost of(std::size_t k, std::size_t j, std::uint16_t value) const {
    Cost sum = by_value_[value];
    if (j != current_[k]) sum += moving_;
    for (const auto& part : special_) sum += part.weight * part.level->cost(k, j, value);
    return sum;
  }
  /// At most the cost of any pair with this value whose post is not the current one.
  [[nodiscard]] Cost bound(std::uint16_t value) const { return bound_[value]; }
  /// Of a needed seat that is filled; at most 0.
  [[nodiscard]] Cost need() const { return need_; }
  [[nodiscard]] std::size_t current(std::size_t k) const { return current_[k]; }
  [[nodiscard]] Cost weight(std::size_t level) const { return weights_[level]; }

 private:
  struct Part {
    Cost weight;
    const Level* level;
  };
  static constexpr std::size_t values = 10001;

  std::vector<Cost> weights_, by_value_, bound_;
  Cost moving_{}, need_{};
  std::vector<Part> special_;
  std::vector<std::size_t> current_;
};

extern template class CombinedCosts<NarrowCost>;
extern template class CombinedCosts<WideCost>;

}  // namespace rembuk
