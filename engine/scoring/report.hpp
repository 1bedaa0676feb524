#pragma once
#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "engine/domain/snapshot.hpp"
#include "engine/scoring/acceptance.hpp"
#include "engine/scoring/competence_table.hpp"

namespace rembuk {

/// An expected number of people with its 80 % interval.
struct ExpectedPeople {
  double mean = 0, low80 = 0, high80 = 0;

  friend bool operator==(const ExpectedPeople&, const ExpectedPeople&) = default;
};

/// What a plan does to people. Raw numbers, for the planner's own files; what others see passes
/// `engine/aggregation`. Reals in points or people. Source: engine model, sections 4 and 5.
struct Report {
  std::int32_t employees = 0, answered = 0, moved = 0;

  struct Satisfaction {
    double mean = 0, median = 0, worst_tenth_mean = 0, min = 0, gini = 0, mean_moved = 0;
    friend bool operator==(const Satisfaction&, const Satisfaction&) = default;
  } satisfaction;
  std::int32_t moved_better = 0, moved_equal = 0, moved_worse = 0;
  std::int32_t wish_first = 0, wish_top3 = 0, wish_any = 0;  ///< movers

  struct Acceptance {
    std::int32_t asked = 0;
    ExpectedPeople accept, conditional, object;
    std::int32_t nonrespondents = 0;
    double if_none_of_them = 0, if_all_of_them = 0, if_half_odds = 0, if_double_odds = 0;
    friend bool operator==(const Acceptance&, const Acceptance&) = default;
  } acceptance;

  struct Touched {
    std::int32_t people = 0, intensity_sum = 0;
    friend bool operator==(const Touched&, const Touched&) = default;
  };
  std::array<Touched, concern_categories> concerns{};

  struct Need {
    std::int64_t heads_needed = 0, heads_covered_before = 0, heads_covered_after = 0;
    double competence_covered_before = 0, competence_covered_after = 0;
    friend bool operator==(const Need&, const Need&) = default;
  } need;

  friend bool operator==(const Report&, const Report&) = default;
};

struct PlanSums;

/// Everyone where they are now: what the reports of all plans on one snapshot have in common.
///
/// Shape  refers to the snapshot, which must outlive it and must not change.
/// Cost   O(n) to make, at most 36 bytes an employee; a report O(n + 64 · moved), and without
/// movers
///        O(1).
class StatusQuo {
 public:
  explicit StatusQuo(const Snapshot& snapshot);
  ~StatusQuo();

  [[nodiscard]] const Snapshot& snapshot() const { return *snapshot_; }
  /// As evaluate(), to the bit.
  [[nodiscard]] Report report(const Plan& plan, const AcceptanceModel& model,
                              std::span<const KnownAnswer> known = {}) const;

 private:
  const Snapshot* snapshot_;
  CompetenceTable competence_at_;
  std::vector<Points> competence_;  // v_competence at the current post, by employee
  std::unique_ptr<PlanSums> sums_;
};

/// Shape  ids are those of the snapshot; who is moved twice stands where the last move says.
///        `known`: answers of a response round; they count where the plan proposes the post that
///        was answered. For several plans on one snapshot: StatusQuo; for one edit after another:
///        PlanTotals.
/// Cost   O(n + 64 · moved); at most 40 bytes an employee while it runs.
[[nodiscard]] Report evaluate(const Snapshot& snapshot, const Plan& plan,
                              const AcceptanceModel& model,
                              std::span<const KnownAnswer> known = {});

}  // namespace rembuk
