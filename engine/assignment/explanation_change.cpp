#include "engine/assignment/explanation_change.hpp"

#include <algorithm>

#include "engine/scoring/criteria.hpp"

namespace rembuk {
namespace {

void raise_level(Snapshot& s, EmployeeId i, CompetenceId competence, std::int32_t steps) {
  auto& range = s.employees[i.index()].held;
  const auto mine = s.held_by(i);
  const auto level = [](std::int32_t l) { return static_cast<std::uint8_t>(std::min(l, 5)); };
  for (std::size_t at = 0; at < mine.size(); ++at)
    if (mine[at].competence == competence) {
      auto& held = s.held[static_cast<std::size_t>(range.first) + at];
      held.level = level(held.level + steps);
      return;
    }
  // The row moves to the end, with the new competence in its place.
  std::vector<Snapshot::Held> own(mine.begin(), mine.end());
  const auto place = std::ranges::lower_bound(own, competence, {}, &Snapshot::Held::competence);
  own.insert(place, {competence, level(steps), false});
  range.first = static_cast<std::int32_t>(s.held.size());
  s.held.insert(s.held.end(), own.begin(), own.end());
  range.last = static_cast<std::int32_t>(s.held.size());
}

void move_wish(Snapshot::EmployeeRow& row, std::int32_t from, std::int32_t to) {
  to = std::clamp(to, 0, row.wish_count - 1);
  const auto wishes = row.wishes.begin();
  if (to < from) std::rotate(wishes + to, wishes + from, wishes + from + 1);
  if (from < to) std::rotate(wishes + from, wishes + from + 1, wishes + to + 1);
}

void add_need(Snapshot& s, PostId j, std::int32_t seats) {
  auto& post = s.posts[j.index()];
  auto& unit = s.units[post.unit.index()];
  post.need += seats;
  unit.need += seats;
  unit.workload = workload_value(unit.filled, unit.need);
}

}  // namespace

Snapshot changed(const Snapshot& snapshot, EmployeeId i, const SingleChange& change) {
  Snapshot s = snapshot;
  auto& row = s.employees[i.index()];
  switch (change.kind) {
    case SingleChange::Kind::competence_level:
      raise_level(s, i, change.competence, change.steps);
      break;
    case SingleChange::Kind::tenure_months:
      row.tenure_months += change.steps;
      break;
    case SingleChange::Kind::wish_up:
      move_wish(row, change.wish, change.wish - change.steps);
      break;
    case SingleChange::Kind::wish_down:
      move_wish(row, change.wish, change.wish + change.steps);
      break;
    case SingleChange::Kind::seat:
      add_need(s, change.post, change.steps);
      break;
  }
  return s;
}

}  // namespace rembuk
