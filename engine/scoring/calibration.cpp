#include "engine/scoring/calibration.hpp"

#include <algorithm>
#include <cmath>

#include "engine/base/elementary.hpp"

namespace rembuk {

std::vector<Response> synthetic_round(const AcceptanceModel& model, double worth_answers,
                                      std::span<const MoveCase> moves, Random& random) {
  const double sigma = std::sqrt(20 / worth_answers);
  AcceptanceParameters truth = model.central;
  for (double* b : {&truth.b1, &truth.b2, &truth.b3})
    *b *= rembuk::exp(0.25 * sigma * random.normal());
  const double shift = 0.5 * sigma * random.normal();
  truth.t1 += shift;
  truth.t2 += shift;
  std::vector<Response> round;
  round.reserve(moves.size());
  for (const MoveCase& move : moves) {
    const Probabilities p = probabilities(truth, move);
    const auto drawn = static_cast<std::int32_t>(random.below(probability_one));
    const Answer answer = drawn < p.accept                   ? Answer::accept
                          : drawn < p.accept + p.conditional ? Answer::conditional
                                                             : Answer::object;
    round.push_back({move, answer});
  }
  return round;
}

FrozenPredictions freeze(const AcceptanceModel& model, std::span<const MoveCase> moves) {
  FrozenPredictions frozen;
  frozen.people.reserve(moves.size());
  for (const MoveCase& move : moves) frozen.people.push_back(probabilities(model.central, move));
  frozen.hash = prediction_hash(frozen.people);
  return frozen;
}

Digest prediction_hash(std::span<const Probabilities> people) {
  std::vector<std::uint8_t> bytes;
  bytes.reserve(8 * people.size());
  for (const auto& p : people)
    for (const std::int32_t value : {p.accept, p.object})
      for (int shift = 0; shift < 32; shift += 8)
        bytes.push_back(static_cast<std::uint8_t>(static_cast<std::uint32_t>(value) >> shift));
  return sha256(bytes);
}

Share wilson90(std::int32_t hits, std::int32_t people) {
  if (people <= 0) return {};
  constexpr double z = 1.6448536269514722;
  const double n = people, share = hits / n;
  const double scale = 1 + z * z / n;
  const double middle = (share + z * z / (2 * n)) / scale;
  const double half = z * std::sqrt(share * (1 - share) / n + z * z / (4 * n * n)) / scale;
  // Nobody, or everybody, is within the interval whatever the roundings are.
  return {hits == 0 ? 0 : std::max(0.0, middle - half),
          hits == people ? 1 : std::min(1.0, middle + half)};
}

Leaning Calibration::leaning() const {
  const Share share = wilson90(accepted, people);
  return predicted > share.high  ? Leaning::too_optimistic
         : predicted < share.low ? Leaning::too_pessimistic
                                 : Leaning::none;
}

double Calibration::usable(double prediction) const {
  if (people == 0 || informative()) return prediction;
  return static_cast<double>(accepted) / people;
}

std::expected<Calibration, Error> calibrate(std::span<const Probabilities> predictions,
                                            std::span<const Answer> answers) {
  if (predictions.size() != answers.size())
    return std::unexpected(Error{Fault::invalid_input, "answers"});
  Calibration result;
  constexpr auto count = static_cast<double>(std::tuple_size_v<decltype(result.bands)>);
  double squares = 0;
  for (std::size_t k = 0; k < predictions.size(); ++k) {
    const double p = static_cast<double>(predictions[k].accept) / probability_one;
    const bool yes = answers[k] == Answer::accept;
    auto& band = result.bands[static_cast<std::size_t>(std::min(p * count, count - 1))];
    ++band.people;
    band.accepted += yes;
    band.predicted += p;
    result.accepted += yes;
    result.predicted += p;
    squares += (p - yes) * (p - yes);
  }
  for (std::size_t k = 0; k < result.bands.size(); ++k) {
    auto& band = result.bands[k];
    band.low = static_cast<double>(k) / count;
    band.high = static_cast<double>(k + 1) / count;
    const Share share = wilson90(band.accepted, band.people);
    band.low90 = share.low;
    band.high90 = share.high;
    if (band.people == 0) continue;
    band.predicted /= band.people;
    band.observed = static_cast<double>(band.accepted) / band.people;
  }
  result.people = static_cast<std::int32_t>(predictions.size());
  if (result.people == 0) return result;
  const double rate = static_cast<double>(result.accepted) / result.people;
  result.predicted /= result.people;
  result.brier = squares / result.people;
  result.brier_constant = rate * (1 - rate);
  return result;
}

}  // namespace rembuk
