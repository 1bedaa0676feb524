#include "engine/scoring/report.hpp"

#include <algorithm>
#include <cmath>

#include "engine/base/elementary.hpp"
#include "engine/scoring/concerns.hpp"
#include "engine/scoring/satisfaction.hpp"

namespace rembuk {
namespace {

/// Mean, median, worst tenth, minimum and Gini of the posts held after the plan.
void add_satisfaction(Report& report, std::vector<Points> values) {
  if (values.empty()) return;
  std::ranges::sort(values);
  const auto n = static_cast<std::int64_t>(values.size());
  std::int64_t sum = 0, weighted = 0;  // weighted: Σ (2k − n − 1) x_(k), k from 1
  for (std::int64_t k = 0; k < n; ++k) {
    sum += values[static_cast<std::size_t>(k)];
    weighted += (2 * k + 1 - n) * values[static_cast<std::size_t>(k)];
  }
  const auto tenth = (n + 9) / 10;
  std::int64_t worst = 0;
  for (std::int64_t k = 0; k < tenth; ++k) worst += values[static_cast<std::size_t>(k)];
  const auto at = [&](std::int64_t k) { return static_cast<double>(values[static_cast<std::size_t>(k)]); };
  report.satisfaction.mean = static_cast<double>(sum) / static_cast<double>(n);
  report.satisfaction.median = n % 2 == 1 ? at(n / 2) : (at(n / 2 - 1) + at(n / 2)) / 2;
  report.satisfaction.worst_tenth_mean = static_cast<double>(worst) / static_cast<double>(tenth);
  report.satisfaction.min = at(0);
  // Σᵢ Σⱼ |xᵢ − xⱼ| = 2 · weighted; over 2 n² · mean = 2 n · sum.
  if (sum != 0)
    report.satisfaction.gini =
        static_cast<double>(weighted) / (static_cast<double>(n) * static_cast<double>(sum));
}

/// Sums over the movers, in units of 2⁻²⁰.
struct Expected {
  std::int64_t sum = 0;
  double spread = 0;  ///< Σ p (1 − p)
  std::array<std::int64_t, parameter_draw_count> draws{};

  void add(std::int32_t p) {
    sum += p;
    const double probability = static_cast<double>(p) / probability_one;
    spread += probability * (1 - probability);
  }
  [[nodiscard]] ExpectedPeople people(std::int32_t asked) const {
    ExpectedPeople result;
    result.mean = static_cast<double>(sum) / probability_one;
    double total = 0;
    for (const auto draw : draws) total += static_cast<double>(draw) / probability_one;
    const double mean = total / parameter_draw_count;
    double square = 0;
    for (const auto draw : draws) {
      const double off = static_cast<double>(draw) / probability_one - mean;
      square += off * off;
    }
    const double half = 1.2815515655446004 * std::sqrt(spread + square / parameter_draw_count);
    result.low80 = std::clamp(result.mean - half, 0.0, static_cast<double>(asked));
    result.high80 = std::clamp(result.mean + half, 0.0, static_cast<double>(asked));
    return result;
  }
};

struct Totals {
  Expected accept, conditional, object;
  std::int64_t accept_respondents = 0, accept_half = 0, accept_double = 0;
  std::int64_t satisfaction_moved = 0;
};

void add_acceptance(Report& report, Totals& totals, const AcceptanceModel& model,
                    const MoveCase& move, bool answered) {
  static_assert(parameter_draw_count == 64);
  const Probabilities p = probabilities(model.central, move);
  totals.accept.add(p.accept);
  totals.conditional.add(p.conditional);
  totals.object.add(p.object);
  for (std::size_t k = 0; k < parameter_draw_count; ++k) {
    const Probabilities draw = probabilities(model.draws[k], move);
    totals.accept.draws[k] += draw.accept;
    totals.conditional.draws[k] += draw.conditional;
    totals.object.draws[k] += draw.object;
  }
  if (answered) {
    totals.accept_respondents += p.accept;
    totals.accept_half += p.accept;
    totals.accept_double += p.accept;
    return;
  }
  const double ln2 = rembuk::log(2);
  ++report.acceptance.nonrespondents;
  totals.accept_half += probabilities(model.central, move, -ln2).accept;
  totals.accept_double += probabilities(model.central, move, ln2).accept;
}

void add_move(Report& report, Totals& totals, const Snapshot& s, const AcceptanceModel& model,
              const Move& move) {
  const EmployeeId i = move.employee;
  const PostId j = move.to;
  const MoveCase facts = move_case(s, i, j);
  totals.satisfaction_moved += satisfaction(s, i, j);
  ++(facts.delta > 0 ? report.moved_better : facts.delta == 0 ? report.moved_equal : report.moved_worse);
  if (const auto wish = first_wish(s, i, j)) {
    ++report.wish_any;
    if (*wish == 0) ++report.wish_first;
    if (*wish < 3) ++report.wish_top3;
  }
  const unsigned touched = triggered_concerns(s, i, j);
  for (std::size_t k = 0; k < concern_categories; ++k)
    if ((touched >> k & 1U) != 0) {
      ++report.concerns[k].people;
      report.concerns[k].intensity_sum += s[i].concerns[k];
    }
  add_acceptance(report, totals, model, facts, s[i].answered);
}

struct Coverage {
  std::int64_t heads = 0;
  double competence = 0;
};

/// Σ min(filled, need), and Σ over the best min(filled, need) heads of v_competence / 10000.
Coverage coverage(const Snapshot& s, const std::vector<PostId>& held) {
  std::vector<std::pair<std::int32_t, Points>> seats;  // post, −v: best first within a post
  seats.reserve(held.size());
  for (std::size_t i = 0; i < held.size(); ++i)
    seats.emplace_back(held[i].value, -competence_value(s, EmployeeId{i}, held[i]));
  std::ranges::sort(seats);
  Coverage result;
  std::int64_t points = 0;
  for (std::size_t at = 0; at < seats.size();) {
    const PostId post{seats[at].first};
    for (std::int32_t rank = 0; at < seats.size() && seats[at].first == post.value; ++at, ++rank)
      if (rank < s[post].need) {
        ++result.heads;
        points -= seats[at].second;
      }
  }
  result.competence = static_cast<double>(points) / 10000;
  return result;
}

void add_need(Report& report, const Snapshot& s, const std::vector<PostId>& before,
              const std::vector<PostId>& after) {
  for (const auto& post : s.posts) report.need.heads_needed += post.need;
  const Coverage old_cover = coverage(s, before), new_cover = coverage(s, after);
  report.need.heads_covered_before = old_cover.heads;
  report.need.heads_covered_after = new_cover.heads;
  report.need.competence_covered_before = old_cover.competence;
  report.need.competence_covered_after = new_cover.competence;
}

void finish(Report& report, const Totals& totals) {
  auto& a = report.acceptance;
  const auto people = [](std::int64_t sum) { return static_cast<double>(sum) / probability_one; };
  a.asked = report.moved;
  a.accept = totals.accept.people(a.asked);
  a.conditional = totals.conditional.people(a.asked);
  a.object = totals.object.people(a.asked);
  a.if_none_of_them = people(totals.accept_respondents);
  a.if_all_of_them = a.if_none_of_them + a.nonrespondents;
  a.if_half_odds = people(totals.accept_half);
  a.if_double_odds = people(totals.accept_double);
  if (report.moved > 0)
    report.satisfaction.mean_moved = static_cast<double>(totals.satisfaction_moved) / report.moved;
}

}  // namespace

Report evaluate(const Snapshot& s, const Plan& plan, const AcceptanceModel& model) {
  Report report;
  report.employees = static_cast<std::int32_t>(s.employees.size());
  report.moved = static_cast<std::int32_t>(plan.moves.size());
  report.answered = static_cast<std::int32_t>(
      std::ranges::count_if(s.employees, [](const auto& row) { return row.answered; }));
  const auto before = placement(s, {});
  const auto after = placement(s, plan);
  std::vector<Points> values;
  values.reserve(after.size());
  for (std::size_t i = 0; i < after.size(); ++i)
    values.push_back(satisfaction(s, EmployeeId{i}, after[i]));
  add_satisfaction(report, std::move(values));
  Totals totals;
  for (const auto& move : plan.moves) add_move(report, totals, s, model, move);
  finish(report, totals);
  add_need(report, s, before, after);
  return report;
}

}  // namespace rembuk
