#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "engine/domain/plan.hpp"
#include "engine/domain/snapshot.hpp"

/// What the offices need and have: facts about posts and groups of people, without any answer.
namespace rembuk {

/// Heads and competences of one unit's own posts. Competence is counted over the best min(filled,
/// need) heads of each post.
///
/// Units    heads; competence_points in 1/10000 of a head (10000: has everything the post asks
/// for).
struct UnitNeed {
  std::int64_t needed = 0, filled = 0, covered = 0, competence_points = 0;

  [[nodiscard]] std::int64_t gap() const { return needed - covered; }
  [[nodiscard]] double competence() const { return static_cast<double>(competence_points) / 10000; }
  UnitNeed& operator+=(const UnitNeed& other);
  friend bool operator==(const UnitNeed&, const UnitNeed&) = default;
};

/// By unit, after `plan`. Cost O(employees log + posts).
[[nodiscard]] std::vector<UnitNeed> unit_needs(const Snapshot& snapshot, const Plan& plan);
[[nodiscard]] UnitNeed total(std::span<const UnitNeed> units);

/// One competence over all posts that ask for it: `asked` is their need, `met` the holders of these
/// posts who reach the level, of each post at most its need.
struct CompetenceNeed {
  CompetenceId competence;
  std::int64_t asked = 0, met = 0;

  [[nodiscard]] std::int64_t gap() const { return asked - met; }
  friend bool operator==(const CompetenceNeed&, const CompetenceNeed&) = default;
};
/// Competences that some post with a need asks for, by id, as people are placed now.
[[nodiscard]] std::vector<CompetenceNeed> competence_needs(const Snapshot& snapshot);

/// People by unit who reach the age of retirement in fewer than `months` months.
[[nodiscard]] std::vector<std::int32_t> retiring(const Snapshot& snapshot, std::int32_t months);

/// People by their newest recorded rating, Sangat Baik first.
struct Performance {
  std::array<std::int32_t, 5> people{};
  std::int32_t unrated = 0;
  std::int16_t newest_year = 0;  ///< 0: nobody is rated
};
[[nodiscard]] Performance performance(const Consultation& consultation);

/// On what the figures rest: people with at least one recorded competence and with a rating, and
/// the day of the newest assessment (none: no date is recorded).
struct Recorded {
  std::int32_t with_competence = 0, with_rating = 0;
  std::optional<Date> newest_assessment;
};
[[nodiscard]] Recorded recorded(const Consultation& consultation);

}  // namespace rembuk
