#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "engine/domain/snapshot.hpp"
#include "engine/scoring/criteria.hpp"
#include "engine/scoring/satisfaction.hpp"

namespace rembuk {

/// v_competence of many pairs: what posts ask for is laid out by competence, one row for all posts
/// that share a list, so that nothing is merged.
///
/// Shape  refers to the snapshot, which must outlive it and must not change.
/// Units  points, the same as competence_value(snapshot, i, j) for every pair.
/// Cost   posts + lists · competences to make, at most 32 bytes an employee beside 8 bytes a post;
///        where that is not enough, pairs are merged one by one. A value: the competences held.
class CompetenceTable {
 public:
  explicit CompetenceTable(const Snapshot& snapshot);

  [[nodiscard]] Points operator()(EmployeeId who, PostId post) const {
    return row_.empty() ? competence_value(*snapshot_, who, post) : laid_out(who, post);
  }
  /// out[k] = v_competence(i, p_i) of the employee i = first + k, where they are now.
  void standing(EmployeeId first, std::span<Points> out) const;

 private:
  struct Row {
    std::uint32_t begin = 0;    // in asked_
    std::int32_t required = 0;  // Σ level
  };
  [[nodiscard]] Points laid_out(EmployeeId who, PostId post) const;

  const Snapshot* snapshot_;
  std::vector<Row> row_;             // by post; empty: not laid out
  std::vector<std::uint8_t> asked_;  // level by list and competence, 0: not asked for
};

}  // namespace rembuk
