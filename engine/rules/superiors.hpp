#pragma once
#include <cstdint>
#include <vector>

#include "engine/domain/plan.hpp"
#include "engine/domain/snapshot.hpp"

namespace rembuk {

/// Who is whose superior in a given placement: the holder of the highest-class struktural post of
/// the unit, else of the nearest unit above that has such a holder. A holder of that post has the
/// superior of the unit above.
///
/// Shape    `places` is the post of everyone, by employee.
/// Ties     of two posts of one class the one of the lower code leads.
/// Cost     O(posts + employees) once, then O(depth of the unit) per question.
class Superiors {
 public:
  Superiors(const Snapshot& snapshot, std::vector<PostId> places);
  /// True if one of the two is the superior of the other.
  [[nodiscard]] bool related(const Relatives& pair) const;
  /// The same, supposing that i, one of the two or not, held j.
  [[nodiscard]] bool related_if(const Relatives& pair, EmployeeId i, PostId j) const;

 private:
  [[nodiscard]] bool is_superior(EmployeeId superior, EmployeeId subordinate, EmployeeId i,
                                 PostId j) const;

  const Snapshot& snapshot_;
  std::vector<PostId> places_;
  std::vector<PostId> leading_;        // by unit, none: no struktural post
  std::vector<std::int32_t> holders_;  // by post
};

}  // namespace rembuk
