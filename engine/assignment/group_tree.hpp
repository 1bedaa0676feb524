#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "engine/assignment/pairs.hpp"

namespace rembuk {

/// Bounds on a flow: of a kind of seats, or of what leaves a group.
struct FlowBounds {
  std::int64_t lower = 0, upper = 0;

  /// Keeps what is optimal at this reduced cost.
  void restrict_to(std::int64_t reduced) {
    if (reduced > 0) upper = lower;
    if (reduced < 0) lower = upper;
  }
};

/// post → unit → OPD → government → sink, with the floors and caps of a request on the heads of the
/// decision set.
///
/// Shape  nodes: units by id, then OPDs by the id of their highest unit, then governments.
struct GroupTree {
  struct Node {
    std::int32_t parent = -1;  ///< −1: the sink
    FlowBounds bounds;
  };
  std::vector<Node> nodes;
  std::vector<std::int32_t> of_post;  ///< node of the post's unit
};

/// The seats of a decision set with the floors and caps on single posts, and the tree if a bound is
/// on a larger group. Null if a bound contradicts the seats, the locked or another one by itself.
struct BoundedSeats {
  std::vector<FlowBounds> needed, above;  ///< by post
  std::optional<GroupTree> tree;

  /// Heads that all floors ask for, each floor by itself.
  [[nodiscard]] std::int64_t asked() const;
};
[[nodiscard]] std::optional<BoundedSeats> bounded_seats(const Snapshot& snapshot,
                                                        const PairTable& pairs,
                                                        std::span<const HeadBound> bounds);

}  // namespace rembuk
