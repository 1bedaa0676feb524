#include "app/core/office/worked_example.hpp"

#include "engine/domain/plan.hpp"
#include "engine/domain/snapshot.hpp"
#include "engine/scoring/concerns.hpp"

namespace rembuk::office {
namespace {

constexpr EmployeeId person{std::int32_t{0}};
constexpr PostId here{std::int32_t{0}}, there{std::int32_t{1}};

/// From home (region 0) 45 minutes to the post now (region 1), 130 to the proposed one (region 2).
constexpr std::int32_t minutes_now = 45, minutes_then = 130;

Snapshot::UnitRow unit(std::int32_t region, std::uint8_t remoteness, std::int32_t need,
                       std::int32_t filled) {
  Snapshot::UnitRow row;
  row.opd = UnitId{std::int32_t{0}};
  row.region = RegionId{region};
  row.remoteness = remoteness;
  row.need = need;
  row.filled = filled;
  row.workload = workload_value(filled, need);
  return row;
}

Snapshot::PostRow post(std::int32_t at, std::uint8_t job_class, Range required) {
  Snapshot::PostRow row;
  row.unit = UnitId{at};
  row.job_class = job_class;
  row.need = row.heads = WorkedExample::people;
  row.required = required;
  return row;
}

Snapshot::EmployeeRow employee() {
  Snapshot::EmployeeRow row;
  row.post = here;
  row.home = RegionId{std::int32_t{0}};
  row.held = {0, 3};
  row.answered = true;
  row.stance = Stance::open;
  row.wish_count = 2;
  row.wishes[0] = {Snapshot::Target::Kind::region, 0};
  row.wishes[1] = {Snapshot::Target::Kind::unit, 1};  // the proposed post is in the second wish
  row.weights = rank_weights;
  row.concerns[0] = 3;  // K01, touched: the way becomes longer by more than an hour
  row.concerns[5] = 4;  // K06, not touched: the class rises
  return row;
}

Snapshot example() {
  Snapshot s;
  s.regions = 3;
  s.governments = 1;
  s.competences = 3;
  s.minutes = {0, minutes_now, minutes_then, minutes_now, 0, minutes_now, minutes_then, minutes_now,
               0};
  s.units = {unit(1, 0, 12, 11), unit(2, 1, 20, 9)};
  const auto competence = [](std::int32_t at) { return CompetenceId{at}; };
  s.required = {{competence(0), 3, false},
                {competence(1), 2, false},
                {competence(0), 3, false},
                {competence(1), 3, false},
                {competence(2), 2, false}};
  s.held = {{competence(0), 3, false}, {competence(1), 3, false}, {competence(2), 1, false}};
  s.posts = {post(0, 8, {0, 2}), post(1, 9, {2, 5})};
  s.employees.assign(WorkedExample::people, employee());
  return s;
}

WorkedExample::Side side(const Snapshot& s, PostId j) {
  const auto& unit = s.unit_of(j);
  WorkedExample::Side out;
  out.minutes = s.travel_minutes(s[person].home, unit.region);
  out.job_class = s[j].job_class;
  for (const auto& needed : s.required_by(j))
    for (const auto& held : s.held_by(person))
      if (held.competence == needed.competence) out.match.add(held.level, needed.level);
  out.filled = unit.filled;
  out.needed = unit.need;
  out.remoteness = unit.remoteness;
  out.score = pair_score(s, person, j);
  return out;
}

}  // namespace

WorkedExample worked_example() {
  const Snapshot s = example();
  const auto model = AcceptanceModel::make(s.settings.parameters).value();
  WorkedExample out;
  out.now = side(s, here);
  out.then = side(s, there);
  out.weights = s[person].weights;
  const MoveCase move = move_case(s, person, there);
  out.delta = move.delta;
  out.load_fifths = move.load_fifths;
  for (const auto intensity : s[person].concerns) out.stated += intensity > 0 ? 1 : 0;
  out.one = probabilities(model.central, move);
  Plan plan;
  for (std::int32_t i = 0; i < WorkedExample::people; ++i)
    plan.moves.push_back({EmployeeId{i}, there, ""});
  out.all = evaluate(s, plan, model);
  return out;
}

}  // namespace rembuk::office
