#include "engine/assignment/competence_rows.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "engine/scoring/criteria.hpp"

namespace rembuk {

CompetenceRows::CompetenceRows(const Snapshot& s) : snapshot_(s) {
  std::map<std::pair<std::int32_t, std::int32_t>, std::uint32_t> known;  // by place in `required`
  std::int32_t competences = 0;
  for (const auto& needed : s.required)
    competences = std::max(competences, needed.competence.value + 1);
  for (std::size_t j = 0; j < s.posts.size(); ++j) {
    const Range list = s.posts[j].required;
    const auto [at, is_new] =
        known.try_emplace({list.first, list.last}, static_cast<std::uint32_t>(member_.size()));
    if (is_new) member_.push_back(PostId{j});
    group_.push_back(at->second);
  }
  for (const auto& held : s.held) competences = std::max(competences, held.competence.value + 1);
  level_.assign(static_cast<std::size_t>(competences), 0);
  value_.resize(member_.size());
}

void CompetenceRows::fill(EmployeeId who, std::span<const std::uint16_t> row,
                          std::span<std::int64_t> out) {
  std::ranges::fill(level_, std::uint8_t{0});
  for (const auto& held : snapshot_.held_by(who)) level_[held.competence.index()] = held.level;
  std::ranges::fill(value_, -1);
  for (std::size_t j = 0; j < row.size(); ++j) {
    if (row[j] == PairTable::refused) continue;
    auto& value = value_[group_[j]];
    if (value < 0) {
      CompetenceMatch match;
      for (const auto& needed : snapshot_.required_by(member_[group_[j]]))
        match.add(level_[needed.competence.index()], needed.level);
      value = competence_value(match);
    }
    out[j] = value;
  }
}

}  // namespace rembuk
