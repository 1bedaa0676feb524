#pragma once
#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "engine/domain/snapshot.hpp"
#include "engine/scoring/criteria.hpp"

namespace rembuk {

/// s(i, ·) over all posts, one employee at a time: what depends on the post alone is laid out once,
/// what depends on the employee alone is computed once a row.
///
/// Shape  refers to the snapshot, which must outlive it and must not change.
/// Units  points, the same as satisfaction(snapshot, i, j) for every pair.
/// Cost   O(units + posts) to make; O(posts · (1 + wishes) + requirements) a row.
class SatisfactionRows {
 public:
  explicit SatisfactionRows(const Snapshot& snapshot);

  /// Sets out[j] = s(who, j); `out` has one place per post.
  void fill(EmployeeId who, std::span<std::uint16_t> out);

 private:
  struct PostFacts {
    std::int32_t region = 0;
    std::int32_t career = 0;  ///< kind and job class in one number
    std::int32_t workload = 0, facilities = 0;
    std::int32_t unit_place = 0;  ///< of its unit in the walk
  };
  /// A unit and all units below it are one stretch of the walk through the hierarchy.
  struct Stretch {
    std::int32_t first = 0, last = 0;
  };
  static constexpr std::size_t classes = 18;

  void walk_units();
  void know(EmployeeId who);
  void add_bonuses(EmployeeId who);
  [[nodiscard]] Points competence(PostId post) const;

  const Snapshot* snapshot_;
  std::vector<PostFacts> posts_;
  std::vector<Stretch> units_;
  // The employee whose row is being filled.
  std::vector<std::uint8_t> level_;                 // by competence
  std::vector<std::int64_t> distance_;              // by region, weighted
  std::array<std::int64_t, 3 * classes> career_{};  // by kind and class, weighted
  std::vector<Points> bonus_;                       // by post
};

}  // namespace rembuk
