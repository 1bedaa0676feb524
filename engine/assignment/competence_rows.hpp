#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "engine/assignment/pairs.hpp"

namespace rembuk {

/// v_competence(i, ·) over the open posts of one employee at a time.
///
/// Shape  refers to the snapshot, which must outlive it; posts that share a list are computed
///        once.
/// Cost   O(posts log lists) to make; O(posts + requirements of the lists) a row.
class CompetenceRows {
 public:
  explicit CompetenceRows(const Snapshot& snapshot);

  /// Sets out[j] = v_competence(who, j), points, where row[j] is open; elsewhere anything.
  void fill(EmployeeId who, std::span<const std::uint16_t> row, std::span<std::int64_t> out);

 private:
  const Snapshot& snapshot_;
  std::vector<std::uint32_t> group_;  // by post
  std::vector<PostId> member_;        // one post of each group
  std::vector<std::uint8_t> level_;   // by competence, of the employee whose row is filled
  std::vector<std::int64_t> value_;   // by group; negative: not yet computed
};

}  // namespace rembuk
