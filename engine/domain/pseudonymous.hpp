#pragma once
#include <span>

#include "engine/domain/snapshot.hpp"

namespace rembuk {

/// `snapshot` with its employees in `order` and without what only the rules read: no rank, status,
/// education, tenure or time to retirement, no reference date. Who a row is, only `order` tells.
///
/// Shape    `order` names every employee once; all other ids stay as they are.
/// Cost     O(records).
[[nodiscard]] Snapshot pseudonymous(const Snapshot& snapshot, std::span<const EmployeeId> order);

}  // namespace rembuk
