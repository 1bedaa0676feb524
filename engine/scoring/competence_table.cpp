#include "engine/scoring/competence_table.hpp"

#include <algorithm>

namespace rembuk {
namespace {

/// Competences that few people exceed: so many are read without asking where a person's end, which
/// no processor foresees; those of the next person count nothing.
constexpr std::int32_t usual = 8;

/// Σ min(level held, level asked) over `range` of `held`.
[[gnu::always_inline]] inline std::int32_t met(std::span<const Snapshot::Held> held, Range range,
                                               const std::uint8_t* asked) {
  const auto points = [&](std::int32_t k) {
    const auto& one = held[static_cast<std::size_t>(k)];
    return std::min<std::int32_t>(one.level, asked[one.competence.index()]);
  };
  std::int32_t sum = 0, at = range.first;
  if (static_cast<std::size_t>(at + usual) <= held.size())
    for (const std::int32_t end = at + usual; at < end; ++at)
      sum += points(at) & ((at - range.last) >> 31);
  for (; at < range.last; ++at) sum += points(at);
  return sum;
}

}  // namespace

CompetenceTable::CompetenceTable(const Snapshot& snapshot) : snapshot_(&snapshot) {
  if (snapshot.competences <= 0) return;
  const auto& posts = snapshot.posts;
  const auto competences = static_cast<std::size_t>(snapshot.competences);
  // A list is known by where it stands in `required`; all empty ones are one.
  struct Known {
    std::int32_t last = -1;
    Row row;
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
      list = {range.last, {static_cast<std::uint32_t>(asked_.size()), 0}};
      asked_.resize(asked_.size() + competences);
      for (const auto& needed : asked) {
        asked_[list.row.begin + needed.competence.index()] = needed.level;
        list.row.required += needed.level;
      }
    }
    rows[j] = list.row;
  }
  row_ = std::move(rows);
}

Points CompetenceTable::laid_out(EmployeeId who, PostId post) const {
  const Row row = row_[post.index()];
  return competence_value(
      {met(snapshot_->held, (*snapshot_)[who].held, asked_.data() + row.begin), row.required});
}

void CompetenceTable::standing(EmployeeId first, std::span<Points> out) const {
  const auto* employee = &(*snapshot_)[first];
  if (row_.empty()) {
    for (std::size_t k = 0; k < out.size(); ++k)
      out[k] = competence_value(*snapshot_, EmployeeId{first.index() + k}, employee[k].post);
    return;
  }
  const Row* row = row_.data();
  const std::uint8_t* asked = asked_.data();
  const std::span<const Snapshot::Held> held = snapshot_->held;
  for (std::size_t k = 0; k < out.size(); ++k) {
    const Row& at = row[employee[k].post.index()];
    out[k] = competence_value({met(held, employee[k].held, asked + at.begin), at.required});
  }
}

}  // namespace rembuk
