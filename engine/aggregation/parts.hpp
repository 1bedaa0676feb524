#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "engine/aggregation/cell.hpp"

namespace rembuk {

/// A group of `people` within a known whole of `of`: published if it and the rest hold `threshold`.
[[nodiscard]] Cell publish_group(std::int64_t people, std::int64_t of, std::int32_t threshold);

/// Groups that make up a known whole (people by rating). A group below the threshold is withheld,
/// and others with it until the withheld are at least two and hold twice `threshold` people
/// together: else the rest would tell them, or bound them closer than that. Which others does not
/// depend on their size but on their order, last first, so that the choice tells nothing; a whole
/// below the threshold, or in one group, is withheld altogether.
[[nodiscard]] std::vector<Cell> publish_parts(std::span<const std::int32_t> people,
                                              std::int32_t threshold);

}  // namespace rembuk
