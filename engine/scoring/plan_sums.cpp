#include "engine/scoring/plan_sums.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <utility>

#include "engine/scoring/concerns.hpp"

namespace rembuk {
namespace {

std::pair<EmployeeId, PostId> proposal(const KnownAnswer& known) {
  return {known.employee, known.post};
}

std::int64_t units(double whole) { return static_cast<std::int64_t>(whole); }

}  // namespace

Points SatisfactionCounts::of_rank(std::int64_t rank) const {
  std::size_t value = 0;
  for (std::int64_t up_to = people[0]; up_to <= rank; up_to += people[value]) ++value;
  return static_cast<Points>(value);
}

std::int64_t SatisfactionCounts::lowest(std::int64_t count) const {
  const Points last = of_rank(count - 1);
  std::int64_t total = 0, counted = 0;
  for (Points value = 0; value < last; ++value) {
    const std::int64_t here = people[static_cast<std::size_t>(value)];
    total += value * here;
    counted += here;
  }
  return total + last * (count - counted);
}

Report::Satisfaction SatisfactionCounts::summary(std::int64_t n) const {
  Report::Satisfaction result;
  if (n == 0) return result;
  const std::int64_t tenth = (n + 9) / 10;
  // Σᵢ<ⱼ |xᵢ − xⱼ|: each step from one value to the next lies between all below and all above it.
  std::int64_t below = 0, apart = 0;
  for (const std::int64_t here : people) {
    below += here;
    apart += below * (n - below);
  }
  const auto real = [](std::int64_t x) { return static_cast<double>(x); };
  result.mean = real(sum) / real(n);
  result.median = real(of_rank((n - 1) / 2) + of_rank(n / 2)) / 2;
  result.worst_tenth_mean = real(lowest(tenth)) / real(tenth);
  result.min = of_rank(0);
  // Both orders of a pair: 2 · apart, over 2 n² · mean = 2 n · sum.
  if (sum != 0) result.gini = real(apart) / (real(n) * real(sum));
  return result;
}

void ExpectedSums::add(const ByParameters& p, std::int32_t sign) {
  const std::int64_t one = units(p[central_odds]);
  central += sign * one;
  spread += sign * one * (probability_one - one);
  for (std::size_t k = 0; k < draws.size(); ++k) draws[k] += sign * p[k];
}

void ExpectedSums::add_fact(std::int32_t sign) {
  central += std::int64_t{sign} * probability_one;
  for (auto& draw : draws) draw += static_cast<double>(sign) * probability_one;
}

ExpectedPeople ExpectedSums::people(std::int32_t asked) const {
  constexpr double unit = probability_one;
  double total = 0;
  for (const auto draw : draws) total += draw / unit;
  const double mean_of_draws = total / parameter_draw_count;
  double square = 0;
  for (const auto draw : draws) {
    const double off = draw / unit - mean_of_draws;
    square += off * off;
  }
  const double variance = static_cast<double>(spread) / unit / unit + square / parameter_draw_count;
  const double half = 1.2815515655446004 * std::sqrt(variance);
  const double mean = static_cast<double>(central) / unit;
  return {mean, std::clamp(mean - half, 0.0, static_cast<double>(asked)),
          std::clamp(mean + half, 0.0, static_cast<double>(asked))};
}

void MoverSums::add_fact(Answer answer, std::int32_t sign) {
  (answer == Answer::accept        ? accept
   : answer == Answer::conditional ? conditional
                                   : object)
      .add_fact(sign);
  if (answer != Answer::accept) return;
  const std::int64_t one = std::int64_t{sign} * probability_one;
  accept_others += one;
  accept_half += one;
  accept_double += one;
}

void MoverSums::add_chances(const Chances& chances, bool answered, std::int32_t sign) {
  accept.add(chances.accept, sign);
  conditional.add(chances.conditional, sign);
  object.add(chances.object, sign);
  const auto add = [&](std::int64_t& sum, std::size_t which) {
    sum += sign * units(chances.accept[which]);
  };
  add(accept_half, answered ? central_odds : half_odds);
  add(accept_double, answered ? central_odds : double_odds);
  if (answered)
    add(accept_others, central_odds);
  else
    nonrespondents += sign;
}

Cover& Cover::operator+=(const Cover& other) {
  heads += other.heads;
  points += other.points;
  return *this;
}

Cover& Cover::operator-=(const Cover& other) {
  heads -= other.heads;
  points -= other.points;
  return *this;
}

Report PlanSums::report() const {
  const auto people = [](std::int64_t sum) { return static_cast<double>(sum) / probability_one; };
  Report report;
  report.employees = employees;
  report.answered = answered;
  report.moved = movers.people;
  report.satisfaction = satisfaction.summary(employees);
  if (report.moved > 0)
    report.satisfaction.mean_moved = static_cast<double>(movers.satisfaction) / report.moved;
  report.moved_better = movers.better;
  report.moved_equal = movers.equal;
  report.moved_worse = movers.worse;
  report.wish_first = movers.wish_first;
  report.wish_top3 = movers.wish_top3;
  report.wish_any = movers.wish_any;
  report.concerns = movers.concerns;
  auto& a = report.acceptance;
  a.asked = report.moved;
  a.accept = movers.accept.people(a.asked);
  a.conditional = movers.conditional.people(a.asked);
  a.object = movers.object.people(a.asked);
  a.nonrespondents = movers.nonrespondents;
  a.if_none_of_them = people(movers.accept_others);
  a.if_all_of_them = a.if_none_of_them + a.nonrespondents;
  a.if_half_odds = people(movers.accept_half);
  a.if_double_odds = people(movers.accept_double);
  report.need = {needed, before.heads, after.heads, static_cast<double>(before.points) / 10000,
                 static_cast<double>(after.points) / 10000};
  return report;
}

KnownAnswers::KnownAnswers(std::span<const KnownAnswer> known)
    : known_(known.begin(), known.end()) {
  std::ranges::sort(known_, {}, proposal);
}

const Answer* KnownAnswers::find(EmployeeId who, PostId post) const {
  const auto at = std::ranges::lower_bound(known_, std::pair(who, post), {}, proposal);
  return at != known_.end() && proposal(*at) == std::pair(who, post) ? &at->answer : nullptr;
}

void add_move(const Snapshot& s, const ChanceTable& chances, const KnownAnswers& known,
              EmployeeId who, PostId post, const PairScore& now, const PairScore& then,
              std::int32_t sign, MoverSums& sums) {
  const auto& employee = s[who];
  const std::int32_t delta = then.satisfaction - now.satisfaction;
  sums.people += sign;
  sums.satisfaction += std::int64_t{sign} * then.satisfaction;
  (delta > 0 ? sums.better : delta == 0 ? sums.equal : sums.worse) += sign;
  if (then.wish) {
    sums.wish_any += sign;
    if (*then.wish == 0) sums.wish_first += sign;
    if (*then.wish < 3) sums.wish_top3 += sign;
  }
  const std::uint16_t triggered = triggered_concerns(s, who, post);
  for (unsigned left = triggered; left != 0; left &= left - 1) {
    const auto k = static_cast<std::size_t>(std::countr_zero(left));
    sums.concerns[k].people += sign;
    sums.concerns[k].intensity_sum += sign * employee.concerns[k];
  }
  if (const Answer* fact = known.find(who, post)) {
    sums.add_fact(*fact, sign);
    return;
  }
  const bool stays = employee.answered && employee.stance == Stance::stay;
  sums.add_chances(chances({delta, stays, concern_load(employee, triggered)}), employee.answered,
                   sign);
}

}  // namespace rembuk
