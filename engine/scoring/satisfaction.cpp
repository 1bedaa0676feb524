#include "engine/scoring/satisfaction.hpp"

namespace rembuk {
namespace {

bool inside(const Snapshot& snapshot, UnitId unit, UnitId whole) {
  for (; unit.valid(); unit = snapshot[unit].parent)
    if (unit == whole) return true;
  return false;
}

bool contains(const Snapshot& snapshot, const Snapshot::Target& target, PostId j) {
  using Kind = Snapshot::Target::Kind;
  if (target.kind == Kind::post) return target.id == j.value;
  if (target.kind == Kind::unit) return inside(snapshot, snapshot[j].unit, UnitId{target.id});
  return target.id == snapshot.unit_of(j).region.value;
}

CriterionValues values_of(const Snapshot& snapshot, EmployeeId i, PostId j, Points competence) {
  const auto& employee = snapshot[i];
  const auto& post = snapshot[j];
  const auto& unit = snapshot.unit_of(j);
  const bool on_track = employee.track >= 0 && employee.track == static_cast<int>(post.kind);
  return {distance_value(snapshot.travel_minutes(employee.home, unit.region)), competence,
          career_value(post.job_class - snapshot[employee.post].job_class, on_track), unit.workload,
          facilities_value(unit.remoteness)};
}

Points current_bonus(const Snapshot::EmployeeRow& employee) {
  return current_post_bonus(employee.answered ? employee.stance : Stance::open);
}

}  // namespace

Points competence_value(const Snapshot& snapshot, EmployeeId i, PostId j) {
  const auto held = snapshot.held_by(i);
  auto mine = held.begin();
  CompetenceMatch match;
  for (const auto& needed : snapshot.required_by(j)) {
    while (mine != held.end() && mine->competence < needed.competence) ++mine;
    const bool has = mine != held.end() && mine->competence == needed.competence;
    match.add(has ? mine->level : 0, needed.level);
  }
  return competence_value(match);
}

CriterionValues criterion_values(const Snapshot& snapshot, EmployeeId i, PostId j) {
  return values_of(snapshot, i, j, competence_value(snapshot, i, j));
}

std::optional<int> first_wish(const Snapshot& snapshot, EmployeeId i, PostId j) {
  const auto& employee = snapshot[i];
  for (int rank = 0; rank < employee.wish_count; ++rank)
    if (contains(snapshot, employee.wishes[static_cast<std::size_t>(rank)], j)) return rank;
  return std::nullopt;
}

Points bonus(const Snapshot& snapshot, EmployeeId i, PostId j) {
  if (j == snapshot[i].post) return current_bonus(snapshot[i]);
  const auto rank = first_wish(snapshot, i, j);
  return rank ? wish_bonus[static_cast<std::size_t>(*rank)] : 0;
}

PairScore pair_score(const Snapshot& snapshot, EmployeeId i, PostId j) {
  return pair_score(snapshot, i, j, competence_value(snapshot, i, j));
}

PairScore pair_score(const Snapshot& snapshot, EmployeeId i, PostId j, Points competence) {
  const auto& employee = snapshot[i];
  PairScore score;
  score.values = values_of(snapshot, i, j, competence);
  score.base = base_satisfaction(score.values, employee.weights);
  if (j == employee.post) {
    score.bonus = current_bonus(employee);
  } else if (score.wish = first_wish(snapshot, i, j); score.wish) {
    score.bonus = wish_bonus[static_cast<std::size_t>(*score.wish)];
  }
  score.satisfaction = satisfaction_of(score.base, score.bonus);
  return score;
}

Points base_satisfaction(const Snapshot& snapshot, EmployeeId i, PostId j) {
  return base_satisfaction(criterion_values(snapshot, i, j), snapshot[i].weights);
}

Points satisfaction(const Snapshot& snapshot, EmployeeId i, PostId j) {
  return pair_score(snapshot, i, j).satisfaction;
}

}  // namespace rembuk
