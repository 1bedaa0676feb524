#pragma once
#include <cstdint>

#include "engine/domain/snapshot.hpp"
#include "engine/wire/personal.hpp"

namespace rembuk::server {

/// How many wish for each post by its code, rounded down to tens; posts with fewer than ten are
/// left out. `released` is the snapshot of the latest release, never the working one. Cost
/// O(employees).
[[nodiscard]] wire::Wished wished(const Snapshot& released, std::uint32_t release);

}  // namespace rembuk::server
