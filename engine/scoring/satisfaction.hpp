#pragma once
#include <cstdint>
#include <optional>

#include "engine/domain/snapshot.hpp"
#include "engine/scoring/criteria.hpp"

namespace rembuk {

/// Values of the five criteria for employee i at post j. Source: engine model, section 2.
[[nodiscard]] CriterionValues criterion_values(const Snapshot& snapshot, EmployeeId i, PostId j);

/// v_competence(i, j). Cost: the competences of both, merged.
[[nodiscard]] Points competence_value(const Snapshot& snapshot, EmployeeId i, PostId j);

/// Rank (0 … 4) of the first wish whose target contains j.
[[nodiscard]] std::optional<int> first_wish(const Snapshot& snapshot, EmployeeId i, PostId j);

/// Wish bonus, or for the current post the bonus by stance.
[[nodiscard]] Points bonus(const Snapshot& snapshot, EmployeeId i, PostId j);

[[nodiscard]] Points base_satisfaction(const Snapshot& snapshot, EmployeeId i, PostId j);

/// s(i, j).
[[nodiscard]] Points satisfaction(const Snapshot& snapshot, EmployeeId i, PostId j);

/// Everything that the model says of one pair.
struct PairScore {
  CriterionValues values{};
  Points base = 0, bonus = 0, satisfaction = 0;
  std::optional<int> wish;  ///< first_wish(i, j), asked of another than the current post only
};
[[nodiscard]] PairScore pair_score(const Snapshot& snapshot, EmployeeId i, PostId j);
/// For who knows v_competence(i, j) already.
[[nodiscard]] PairScore pair_score(const Snapshot& snapshot, EmployeeId i, PostId j,
                                   Points competence);

}  // namespace rembuk
