#pragma once
#include <array>
#include <cstdint>
#include <expected>
#include <optional>
#include <vector>

#include "app/core/office/comparison.hpp"

/// Why the mean satisfaction of one plan differs from another's, by published parts alone.
namespace rembuk::office {

/// The five criteria, then wishes and stance.
inline constexpr std::size_t cause_count = 6;

struct Cause {
  std::size_t which = 0;
  std::int64_t change = 0;  ///< points
};
struct Causes {
  std::vector<Cause> parts;  ///< the greatest effect first, ties in the order of the criteria
  std::int64_t total = 0;    ///< difference of the two means, points
  std::int64_t step = 10;    ///< to which the parts are rounded, points
};
/// From `base` to `plan`. Errors: why nothing may be said. The parts of the present are all zero.
[[nodiscard]] std::expected<Causes, wire::Withheld> causes_of(const wire::Scenario& plan,
                                                              const wire::Scenario& base);

/// The plan whose difference is explained: the chosen one, else the one with the greatest expected
/// acceptance, else the first; none if there is no plan beside the base.
[[nodiscard]] std::optional<Lettered> explained(const Model& model,
                                                const std::vector<Lettered>& plans);

}  // namespace rembuk::office
