#pragma once
#include <array>
#include <cstdint>
#include <expected>
#include <span>
#include <vector>

#include "engine/base/random.hpp"
#include "engine/base/sha256.hpp"
#include "engine/scoring/acceptance.hpp"

/// What a response round says about the acceptance model: predictions are frozen before the answers
/// come, then compared with them, and the five sentences are fitted to both.
namespace rembuk {

/// One answered proposal: what the model looked at, and what the person said.
struct Response {
  MoveCase move;
  Answer answer = Answer::accept;

  friend bool operator==(const Response&, const Response&) = default;
};

/// The sentences after the answers, as much as they are worth.
struct Refit {
  AcceptanceSentences sentences;  ///< worth_answers: that of the assumption plus the answers
  AcceptanceParameters parameters;

  friend bool operator==(const Refit&, const Refit&) = default;
};

/// The sentences of greatest likelihood for the answers and for pseudo-answers of the assumption.
///
/// Shape    worth_answers / 4 pseudo-answers, divided as the assumption expects, on each of the four
///          anchor sentences: (equally good, no concern), (ten points better), (wants to stay),
///          (one concern of full intensity). Without answers the assumption comes back.
/// Errors   invalid_input if the sentences are none. Always finite: the pseudo-answers keep it so.
/// Cost     20 Newton steps of O(answers), each halved until it leads upwards; at the top none does.
/// Source   engine model, section 4; McCullagh (1980), regression models for ordinal data.
[[nodiscard]] std::expected<Refit, Error> refit(const AcceptanceSentences& assumption,
                                                std::span<const Response> answers);

/// Answers as people would give them if the assumption were true up to its own uncertainty:
/// parameters are drawn as for the intervals, with fresh normals, then each answer.
[[nodiscard]] std::vector<Response> synthetic_round(const AcceptanceModel& model,
                                                    double worth_answers,
                                                    std::span<const MoveCase> moves,
                                                    Random& random);

/// Predictions as they were before any answer; the hash is published then.
struct FrozenPredictions {
  std::vector<Probabilities> people;
  Digest hash{};

  friend bool operator==(const FrozenPredictions&, const FrozenPredictions&) = default;
};
[[nodiscard]] FrozenPredictions freeze(const AcceptanceModel& model,
                                       std::span<const MoveCase> moves);
/// Of the predictions alone: whoever holds them can check it. 8 bytes a person, little-endian:
/// accept, then object, in units of 2⁻²⁰.
[[nodiscard]] Digest prediction_hash(std::span<const Probabilities> people);

/// Predicted against observed acceptance, for one band of predictions.
struct CalibrationBand {
  double low = 0, high = 0;  ///< predicted P(accept): low ≤ p < high, the last up to 1
  std::int32_t people = 0, accepted = 0;
  double predicted = 0;                        ///< mean prediction
  double observed = 0, low90 = 0, high90 = 0;  ///< share, 90 % interval of Wilson; 0 … 1 if nobody

  friend bool operator==(const CalibrationBand&, const CalibrationBand&) = default;
};

/// What more people did than was predicted: object or set conditions (the predictions were too
/// optimistic) or accept (too pessimistic).
enum class Leaning : std::uint8_t { none, too_optimistic, too_pessimistic };

/// How good the frozen predictions were.
struct Calibration {
  std::array<CalibrationBand, 5> bands{};
  std::int32_t people = 0, accepted = 0;
  double predicted = 0;       ///< mean prediction
  double brier = 0;           ///< mean square of P(accept) less 0 or 1; 0 is perfect
  double brier_constant = 0;  ///< the same if everybody had been given the observed share

  /// Better than knowing the share alone.
  [[nodiscard]] bool informative() const { return people > 0 && brier < brier_constant; }
  /// By the mean prediction outside the 90 % interval of the share that accepted.
  [[nodiscard]] Leaning leaning() const;
  /// P(accept) to go on with where `prediction` was made: itself if predictions were informative,
  /// else the share that accepted; with no answers itself.
  [[nodiscard]] double usable(double prediction) const;
  friend bool operator==(const Calibration&, const Calibration&) = default;
};
/// Errors  invalid_input unless there is one answer for each prediction.
[[nodiscard]] std::expected<Calibration, Error> calibrate(
    std::span<const Probabilities> predictions, std::span<const Answer> answers);

struct Share {
  double low = 0, high = 1;
};
/// 90 % interval of Wilson for `hits` of `people`; 0 … 1 for nobody. Source: Wilson (1927).
[[nodiscard]] Share wilson90(std::int32_t hits, std::int32_t people);

}  // namespace rembuk
