#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "engine/assignment/pairs.hpp"

namespace rembuk {

/// The published order: employee ids in the order of their turn.
[[nodiscard]] std::vector<EmployeeId> published_order(const Snapshot& snapshot, std::uint64_t seed);

/// Posts of the decision set under a mechanism; nothing if a person locked to another post finds no
/// vacant seat there. Preference over eligible posts with d ≥ 0: s, the current post, post code.
///
/// Source   Abdulkadiroğlu, Sönmez (1999); Combe, Tercieux, Terrier (2022); Gale, Shapley (1962).
[[nodiscard]] std::optional<std::vector<PostId>> mechanism_places(const Snapshot& snapshot, const PairTable& pairs,
                                                                  Policy policy, std::uint64_t seed);

}  // namespace rembuk
