#pragma once
#include <array>
#include <bit>
#include <cstdint>

#include "engine/domain/snapshot.hpp"

namespace rembuk {

/// Bit k: category K(k+1) of employee i is stated, and the move cur(i) → j triggers it.
/// Source: engine model, section 3. The current post triggers nothing.
[[nodiscard]] std::uint16_t triggered_concerns(const Snapshot& snapshot, EmployeeId i, PostId j);

/// Σ intensity of the triggered concerns; load(i, j) is this over 5.
[[nodiscard]] std::int32_t concern_load(const Snapshot& snapshot, EmployeeId i, PostId j);

}  // namespace rembuk
