#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>

#include "engine/domain/snapshot.hpp"
#include "engine/scoring/criteria.hpp"

namespace rembuk {

/// v_competence of many pairs: what each post asks for is laid out by competence, so that nothing
/// is merged.
///
/// Shape  refers to the snapshot, which must outlive it and must not change.
/// Units  points, the same as competence_value(snapshot, i, j) for every pair.
/// Cost   posts · competences to make, at most 32 bytes an employee; where that is not enough,
/// pairs
///        are merged one by one. A value: the competences held.
class CompetenceTable {
 public:
  explicit CompetenceTable(const Snapshot& snapshot);
  [[nodiscard]] Points operator()(EmployeeId who, PostId post) const;

 private:
  const Snapshot* snapshot_;
  std::size_t competences_ = 0;         // 0: not laid out
  std::vector<std::uint8_t> asked_;     // level by post and competence, 0: not asked for
  std::vector<std::int32_t> required_;  // Σ level by post
};

}  // namespace rembuk
