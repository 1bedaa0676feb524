#include "engine/scoring/competence_table.hpp"

namespace rembuk {

CompetenceTable::CompetenceTable(const Snapshot& snapshot) : snapshot_(&snapshot) {
  if (snapshot.competences <= 0) return;
  const auto& posts = snapshot.posts;
  const auto competences = static_cast<std::size_t>(snapshot.competences);
  // A list is known by where it stands in `required`; all empty ones are one.
  struct Known {
    std::int32_t last = -1;
    std::uint32_t begin = 0;
  };
  std::vector<Known> known(snapshot.required.size() + 1);
  std::vector<Row> rows(posts.size());
  constexpr std::size_t bytes_per_employee = 32;
  const std::size_t most = bytes_per_employee * snapshot.employees.size();
  for (std::size_t j = 0; j < posts.size(); ++j) {
    const auto asked = snapshot.required_by(PostId{j});
    const Range range = asked.empty() ? Range{} : posts[j].required;
    auto& list =
        known[asked.empty() ? snapshot.required.size() : static_cast<std::size_t>(range.first)];
    if (list.last != range.last) {
      if (competences > most - asked_.size()) return;
      list = {range.last, static_cast<std::uint32_t>(asked_.size())};
      asked_.resize(asked_.size() + competences);
      for (const auto& needed : asked)
        asked_[list.begin + needed.competence.index()] = needed.level;
    }
    rows[j].begin = list.begin;
    for (const auto& needed : asked) rows[j].required += needed.level;
  }
  row_ = std::move(rows);
}

}  // namespace rembuk
