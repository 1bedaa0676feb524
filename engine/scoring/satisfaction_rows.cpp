#include "engine/scoring/satisfaction_rows.hpp"

#include <algorithm>

namespace rembuk {
namespace {

std::int64_t weight(const Snapshot::EmployeeRow& employee, Criterion criterion) {
  return employee.weights[static_cast<std::size_t>(criterion)];
}

}  // namespace

SatisfactionRows::SatisfactionRows(const Snapshot& snapshot)
    : snapshot_(&snapshot),
      units_(snapshot.units.size()),
      distance_(static_cast<std::size_t>(snapshot.regions)),
      bonus_(snapshot.posts.size()) {
  walk_units();
  std::int32_t competences = 0;
  for (const auto& needed : snapshot.required)
    competences = std::max(competences, needed.competence.value + 1);
  for (const auto& held : snapshot.held)
    competences = std::max(competences, held.competence.value + 1);
  level_.assign(static_cast<std::size_t>(competences), 0);
  for (const auto& post : snapshot.posts) {
    const auto& unit = snapshot[post.unit];
    posts_.push_back(
        {unit.region.value,
         static_cast<std::int32_t>(static_cast<std::size_t>(post.kind) * classes + post.job_class),
         unit.workload, facilities_value(unit.remoteness), units_[post.unit.index()].first});
  }
}

void SatisfactionRows::walk_units() {
  const auto& units = snapshot_->units;
  std::vector<std::vector<std::size_t>> below(units.size());
  std::vector<std::size_t> waiting;
  for (std::size_t u = 0; u < units.size(); ++u)
    if (units[u].parent.valid())
      below[units[u].parent.index()].push_back(u);
    else
      waiting.push_back(u);
  std::vector<std::size_t> order;
  while (!waiting.empty()) {
    const std::size_t u = waiting.back();
    waiting.pop_back();
    units_[u].first = units_[u].last = static_cast<std::int32_t>(order.size());
    order.push_back(u);
    waiting.insert(waiting.end(), below[u].begin(), below[u].end());
  }
  // Backwards every unit comes after all units below it.
  for (auto u = order.rbegin(); u != order.rend(); ++u)
    if (units[*u].parent.valid()) {
      auto& last = units_[units[*u].parent.index()].last;
      last = std::max(last, units_[*u].last);
    }
}

void SatisfactionRows::know(EmployeeId who) {
  const Snapshot& s = *snapshot_;
  const auto& employee = s[who];
  for (std::size_t r = 0; r < distance_.size(); ++r)
    distance_[r] = weight(employee, Criterion::distance) *
                   distance_value(s.travel_minutes(employee.home, RegionId{r}));
  for (std::size_t kind = 0; kind < 3; ++kind)
    for (std::size_t c = 0; c < classes; ++c)
      career_[kind * classes + c] =
          weight(employee, Criterion::career) *
          career_value(static_cast<std::int32_t>(c) - s[employee.post].job_class,
                       employee.track == static_cast<int>(kind));
  std::ranges::fill(level_, std::uint8_t{0});
  for (const auto& held : s.held_by(who)) level_[held.competence.index()] = held.level;
}

/// From the last wish to the first, so that the first that contains a post is the one that counts.
void SatisfactionRows::add_bonuses(EmployeeId who) {
  using Kind = Snapshot::Target::Kind;
  const auto& employee = (*snapshot_)[who];
  std::ranges::fill(bonus_, 0);
  for (std::size_t rank = employee.wish_count; rank-- > 0;) {
    const auto& wish = employee.wishes[rank];
    const Points worth = wish_bonus[rank];
    if (wish.kind == Kind::post) {
      bonus_[static_cast<std::size_t>(wish.id)] = worth;
    } else if (wish.kind == Kind::unit) {
      const Stretch whole = units_[static_cast<std::size_t>(wish.id)];
      for (std::size_t j = 0; j < posts_.size(); ++j)
        if (posts_[j].unit_place >= whole.first && posts_[j].unit_place <= whole.last)
          bonus_[j] = worth;
    } else {
      for (std::size_t j = 0; j < posts_.size(); ++j)
        if (posts_[j].region == wish.id) bonus_[j] = worth;
    }
  }
  bonus_[employee.post.index()] =
      current_post_bonus(employee.answered ? employee.stance : Stance::open);
}

Points SatisfactionRows::competence(PostId post) const {
  CompetenceMatch match;
  for (const auto& needed : snapshot_->required_by(post))
    match.add(level_[needed.competence.index()], needed.level);
  return competence_value(match);
}

void SatisfactionRows::fill(EmployeeId who, std::span<std::uint16_t> out) {
  know(who);
  add_bonuses(who);
  const auto& employee = (*snapshot_)[who];
  const auto w_competence = weight(employee, Criterion::competence);
  const auto w_workload = weight(employee, Criterion::workload);
  const auto w_facilities = weight(employee, Criterion::facilities);
  for (std::size_t j = 0; j < posts_.size(); ++j) {
    const PostFacts& post = posts_[j];
    const std::int64_t sum = distance_[static_cast<std::size_t>(post.region)] +
                             w_competence * competence(PostId{j}) +
                             career_[static_cast<std::size_t>(post.career)] +
                             w_workload * post.workload + w_facilities * post.facilities;
    out[j] =
        static_cast<std::uint16_t>(satisfaction_of(static_cast<Points>(sum / 10000), bonus_[j]));
  }
}

}  // namespace rembuk
