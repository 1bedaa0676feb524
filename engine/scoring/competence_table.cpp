#include "engine/scoring/competence_table.hpp"

#include <algorithm>

#include "engine/scoring/satisfaction.hpp"

namespace rembuk {

CompetenceTable::CompetenceTable(const Snapshot& snapshot) : snapshot_(&snapshot) {
  constexpr std::size_t bytes_per_employee = 32;
  std::size_t competences = 1;
  for (const auto& needed : snapshot.required)
    competences = std::max(competences, needed.competence.index() + 1);
  for (const auto& held : snapshot.held)
    competences = std::max(competences, held.competence.index() + 1);
  const std::size_t posts = snapshot.posts.size();
  if (competences + sizeof(std::int32_t) >
      bytes_per_employee * snapshot.employees.size() / std::max<std::size_t>(posts, 1))
    return;
  competences_ = competences;
  asked_.assign(posts * competences, 0);
  required_.assign(posts, 0);
  for (std::size_t j = 0; j < posts; ++j)
    for (const auto& needed : snapshot.required_by(PostId{j})) {
      asked_[j * competences + needed.competence.index()] = needed.level;
      required_[j] += needed.level;
    }
}

Points CompetenceTable::operator()(EmployeeId who, PostId post) const {
  if (competences_ == 0) return competence_value(*snapshot_, who, post);
  const std::uint8_t* asked = &asked_[post.index() * competences_];
  CompetenceMatch match;
  for (const auto& held : snapshot_->held_by(who))
    match.met += std::min(held.level, asked[held.competence.index()]);
  match.required = required_[post.index()];
  return competence_value(match);
}

}  // namespace rembuk
