#pragma once
#include "engine/rules/rules.hpp"

/// Whom the makers of the province may move and where they would be taken: the rules themselves, as
/// they stand in a cycle without conditions of its own.
namespace rembuk::province {

[[nodiscard]] inline bool free_to_move(const Snapshot& snapshot, EmployeeId i) {
  return locks(snapshot, i).empty();
}
/// No rule refuses the pair; whether i is locked, and capacity, are not asked.
[[nodiscard]] inline bool qualifies(const Snapshot& snapshot, EmployeeId i, PostId j) {
  return refusals(snapshot, i, j).empty();
}
[[nodiscard]] inline bool vacant(const Snapshot& snapshot, PostId j) {
  return snapshot[j].heads < snapshot[j].need;
}

}  // namespace rembuk::province
