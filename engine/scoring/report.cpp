#include "engine/scoring/report.hpp"

#include <algorithm>
#include <cmath>

#include "engine/scoring/plan_totals.hpp"

namespace rembuk {

Report::Satisfaction SatisfactionCounts::summary(std::int64_t n) const {
  Report::Satisfaction result;
  if (n == 0) return result;
  const std::int64_t tenth = (n + 9) / 10;
  std::int64_t before = 0, worst = 0, weighted = 0;  // weighted: Σ (2k + 1 − n) x_(k), k from 0
  std::int64_t lower = -1, upper = -1, least = -1;   // the two middle values, the minimum
  for (std::int64_t value = 0; value < static_cast<std::int64_t>(people.size()); ++value) {
    const std::int64_t count = people[static_cast<std::size_t>(value)];
    if (count == 0) continue;
    if (least < 0) least = value;
    if (lower < 0 && before + count > (n - 1) / 2) lower = value;
    if (upper < 0 && before + count > n / 2) upper = value;
    worst += value * std::clamp<std::int64_t>(tenth - before, 0, count);
    weighted += value * count * (2 * before + count - n);
    before += count;
  }
  const auto real = [](std::int64_t x) { return static_cast<double>(x); };
  result.mean = real(sum) / real(n);
  result.median = real(lower + upper) / 2;
  result.worst_tenth_mean = real(worst) / real(tenth);
  result.min = real(least);
  // Σᵢ Σⱼ |xᵢ − xⱼ| = 2 · weighted; over 2 n² · mean = 2 n · sum.
  if (sum != 0) result.gini = real(weighted) / (real(n) * real(sum));
  return result;
}

ExpectedPeople ExpectedSums::people(std::int32_t asked) const {
  constexpr double unit = probability_one;
  double total = 0;
  for (const auto draw : draws) total += static_cast<double>(draw) / unit;
  const double mean_of_draws = total / parameter_draw_count;
  double square = 0;
  for (const auto draw : draws) {
    const double off = static_cast<double>(draw) / unit - mean_of_draws;
    square += off * off;
  }
  const double variance = static_cast<double>(spread) / unit / unit + square / parameter_draw_count;
  const double half = 1.2815515655446004 * std::sqrt(variance);
  const double mean = static_cast<double>(central) / unit;
  return {mean, std::clamp(mean - half, 0.0, static_cast<double>(asked)),
          std::clamp(mean + half, 0.0, static_cast<double>(asked))};
}

Report evaluate(const Snapshot& snapshot, const Plan& plan, const AcceptanceModel& model,
                std::span<const KnownAnswer> known) {
  PlanTotals totals(snapshot, model, known);
  for (const auto& move : plan.moves) totals.place(move.employee, move.to);
  return totals.report();
}

}  // namespace rembuk
