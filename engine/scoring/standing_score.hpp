#pragma once
#include <cstdint>
#include <vector>

#include "engine/domain/snapshot.hpp"
#include "engine/scoring/criteria.hpp"

namespace rembuk {

/// s(i, p_i): everyone's satisfaction where they are now.
///
/// Units  points, the same as satisfaction(snapshot, i, p_i).
/// Cost   12 bytes a post and 2 a pair of regions to make; a value reads the employee's row, the
///        post's bytes and one pair.
class StandingScore {
 public:
  explicit StandingScore(const Snapshot& snapshot);

  /// `competence`: v_competence(i, p_i).
  [[nodiscard]] Points operator()(const Snapshot::EmployeeRow& employee, Points competence) const {
    const PostFacts& post = posts_[employee.post.index()];
    const CriterionValues values = {
        distance_[employee.home.index() * regions_ + post.region.index()], competence,
        career_value(0, employee.track == post.kind), post.workload, post.facilities};
    return satisfaction_of(base_satisfaction(values, employee.weights),
                           current_post_bonus(employee.answered ? employee.stance : Stance::open));
  }

 private:
  struct PostFacts {
    RegionId region;
    std::int16_t workload = 0, facilities = 0;  ///< values, points
    std::int8_t kind = 0;                       ///< PostKind, to compare with a career track
  };
  std::size_t regions_;
  std::vector<PostFacts> posts_;
  std::vector<std::int16_t> distance_;  // value by region of the home and of the post
};

}  // namespace rembuk
