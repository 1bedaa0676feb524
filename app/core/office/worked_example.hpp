#pragma once
#include <cstdint>

#include "engine/scoring/acceptance.hpp"
#include "engine/scoring/criteria.hpp"
#include "engine/scoring/report.hpp"
#include "engine/scoring/satisfaction.hpp"

/// One made-up move, computed by the engine itself, for the page that explains the numbers.
namespace rembuk::office {

struct WorkedExample {
  static constexpr std::int32_t people = 100;  ///< who all stand in the same place

  struct Side {
    std::int32_t minutes = 0, job_class = 0;
    CompetenceMatch match;
    std::int32_t filled = 0, needed = 0;
    std::uint8_t remoteness = 0;
    PairScore score;
  };
  Side now, then;
  CriterionWeights weights{};
  std::int32_t delta = 0;        ///< points
  std::int32_t stated = 0;       ///< concerns
  std::int32_t load_fifths = 0;  ///< Σ intensity of those that the move triggers
  Probabilities one;             ///< of one person
  Report all;                    ///< of `people` such moves
};

/// With the sentences' defaults. Cost O(people).
[[nodiscard]] WorkedExample worked_example();

}  // namespace rembuk::office
