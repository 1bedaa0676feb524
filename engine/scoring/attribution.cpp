#include "engine/scoring/attribution.hpp"

#include "engine/scoring/satisfaction.hpp"

namespace rembuk {
namespace {

/// Changes of the three expected counts by one substitution, in units of 2⁻²⁰.
using Counts = std::array<std::int64_t, 3>;

Counts operator-(const Counts& a, const Counts& b) {
  return {a[0] - b[0], a[1] - b[1], a[2] - b[2]};
}

Counts counts(const AcceptanceModel& model, const MoveCase& move) {
  const Probabilities p = probabilities(model.central, move);
  return {p.accept, p.conditional, p.object};
}

/// One person's way from one plan to the other: asked, by d, by stance, by load.
using Way = std::array<Counts, 4>;

/// `from` and `to` are null where the plan does not ask the person.
Way way(const AcceptanceModel& model, const MoveCase* from, const MoveCase* to) {
  constexpr MoveCase nothing{};
  const MoveCase start = from ? *from : nothing, end = to ? *to : nothing;
  Way parts{};
  if (!from) parts[0] = counts(model, nothing);
  MoveCase at = start;
  Counts last = counts(model, at);
  const auto substitute = [&](std::size_t part) {
    const Counts now = counts(model, at);
    parts[part] = now - last;
    last = now;
  };
  at.delta = end.delta;
  substitute(1);
  at.wants_to_stay = end.wants_to_stay;
  substitute(2);
  at.load_fifths = end.load_fifths;
  substitute(3);
  if (!to) parts[0] = Counts{} - last;
  return parts;
}

void add_expected(const Snapshot& s, const AcceptanceModel& model, EmployeeId i, PostId a, PostId b,
                  PlanDifference& out) {
  const PostId current = s[i].post;
  const MoveCase in_a = move_case(s, i, a), in_b = move_case(s, i, b);
  const MoveCase* from = a == current ? nullptr : &in_a;
  const MoveCase* to = b == current ? nullptr : &in_b;
  const Way there = way(model, from, to), back = way(model, to, from);
  const std::array<ExpectedChange*, 3> changes = {&out.accept, &out.conditional, &out.object};
  for (std::size_t k = 0; k < 3; ++k) {
    const auto part = [&](std::size_t which) { return there[which][k] - back[which][k]; };
    ExpectedChange& change = *changes[k];
    change.asked += part(0);
    change.satisfaction += part(1);
    change.stance += part(2);
    change.concerns += part(3);
    change.total += part(0) + part(1) + part(2) + part(3);
  }
}

void add_satisfaction(const Snapshot& s, EmployeeId i, PostId a, PostId b,
                      SatisfactionChange& change) {
  constexpr std::int64_t unit = SatisfactionChange::units_per_point;
  const PairScore in_a = pair_score(s, i, a), in_b = pair_score(s, i, b);
  const std::int64_t total = unit * (in_b.satisfaction - in_a.satisfaction);
  const std::int64_t bonus = unit * (in_b.bonus - in_a.bonus);
  std::int64_t explained = bonus;
  for (std::size_t c = 0; c < criterion_count; ++c) {
    // 7500/10000 · w · Δv / 10000 points, times 40000
    const std::int64_t part = std::int64_t{3} * s[i].weights[c] * (in_b.values[c] - in_a.values[c]);
    change.criteria[c] += part;
    explained += part;
  }
  change.total += total;
  change.bonus += bonus;
  change.rounding += total - explained;
}

}  // namespace

SatisfactionChange& SatisfactionChange::operator+=(const SatisfactionChange& other) {
  total += other.total;
  for (std::size_t c = 0; c < criterion_count; ++c) criteria[c] += other.criteria[c];
  bonus += other.bonus;
  rounding += other.rounding;
  return *this;
}

ExpectedChange& ExpectedChange::operator+=(const ExpectedChange& other) {
  total += other.total;
  asked += other.asked;
  satisfaction += other.satisfaction;
  stance += other.stance;
  concerns += other.concerns;
  return *this;
}

PlanDifference& PlanDifference::operator+=(const PlanDifference& other) {
  people += other.people;
  moved += other.moved;
  satisfaction += other.satisfaction;
  accept += other.accept;
  conditional += other.conditional;
  object += other.object;
  return *this;
}

std::vector<PlanDifference> differences(const Snapshot& s, const Plan& a, const Plan& b,
                                        const AcceptanceModel& model,
                                        std::span<const std::size_t> group_of, std::size_t groups) {
  std::vector<PlanDifference> result(groups);
  const auto in_a = placement(s, a), in_b = placement(s, b);
  for (std::size_t k = 0; k < in_a.size(); ++k) {
    if (in_a[k] == in_b[k]) continue;
    const EmployeeId i{k};
    PlanDifference& group = result[group_of[k]];
    ++group.people;
    group.moved += (in_b[k] != s[i].post) - (in_a[k] != s[i].post);
    add_satisfaction(s, i, in_a[k], in_b[k], group.satisfaction);
    add_expected(s, model, i, in_a[k], in_b[k], group);
  }
  return result;
}

PlanDifference difference(const Snapshot& s, const Plan& a, const Plan& b,
                          const AcceptanceModel& model) {
  return differences(s, a, b, model, std::vector<std::size_t>(s.employees.size()), 1).front();
}

}  // namespace rembuk
