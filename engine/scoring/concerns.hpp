#pragma once
#include <array>
#include <bit>
#include <cstdint>

#include "engine/domain/snapshot.hpp"

namespace rembuk {

/// K01: longer by more than this. K05: longer than this in all. K07, K10: a value below this.
inline constexpr std::int32_t longer_way_minutes = 60, long_way_minutes = 120, low_value = 7000;

/// Bit k: category K(k+1) of employee i is stated, and the move cur(i) → j triggers it.
/// Source: engine model, section 3. The current post triggers nothing.
[[nodiscard]] std::uint16_t triggered_concerns(const Snapshot& snapshot, EmployeeId i, PostId j);

/// Σ intensity of the triggered concerns; load(i, j) is this over 5.
[[nodiscard]] std::int32_t concern_load(const Snapshot& snapshot, EmployeeId i, PostId j);
/// The same for who knows which are triggered.
[[nodiscard]] std::int32_t concern_load(const Snapshot::EmployeeRow& employee,
                                        std::uint16_t triggered);

}  // namespace rembuk
