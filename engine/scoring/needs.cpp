#include "engine/scoring/needs.hpp"

#include <algorithm>
#include <functional>

#include "engine/scoring/satisfaction.hpp"

namespace rembuk {

UnitNeed& UnitNeed::operator+=(const UnitNeed& other) {
  needed += other.needed;
  filled += other.filled;
  covered += other.covered;
  competence_points += other.competence_points;
  return *this;
}

std::vector<UnitNeed> unit_needs(const Snapshot& s, const Plan& plan) {
  std::vector<std::vector<std::int32_t>> heads(s.posts.size());
  const auto places = placement(s, plan);
  for (std::size_t i = 0; i < places.size(); ++i)
    heads[places[i].index()].push_back(competence_value(s, EmployeeId{i}, places[i]));
  std::vector<UnitNeed> units(s.units.size());
  for (std::size_t j = 0; j < s.posts.size(); ++j) {
    std::ranges::sort(heads[j], std::greater{});
    UnitNeed& unit = units[s.posts[j].unit.index()];
    const auto filled = static_cast<std::int64_t>(heads[j].size());
    const auto covered = std::min<std::int64_t>(filled, s.posts[j].need);
    unit.needed += s.posts[j].need;
    unit.filled += filled;
    unit.covered += covered;
    for (std::int64_t k = 0; k < covered; ++k)
      unit.competence_points += heads[j][static_cast<std::size_t>(k)];
  }
  return units;
}

UnitNeed total(std::span<const UnitNeed> units) {
  UnitNeed sum;
  for (const auto& unit : units) sum += unit;
  return sum;
}

namespace {

bool reaches(const Snapshot& s, EmployeeId i, const Snapshot::Needed& needed) {
  return std::ranges::any_of(s.held_by(i), [&](const Snapshot::Held& held) {
    return held.competence == needed.competence && held.level >= needed.level;
  });
}

}  // namespace

std::vector<CompetenceNeed> competence_needs(const Snapshot& s) {
  std::vector<std::vector<EmployeeId>> holders(s.posts.size());
  std::int32_t most = -1;
  for (std::size_t i = 0; i < s.employees.size(); ++i)
    holders[s.employees[i].post.index()].push_back(EmployeeId{i});
  for (const auto& needed : s.required) most = std::max(most, needed.competence.value);
  std::vector<CompetenceNeed> all(static_cast<std::size_t>(most + 1));
  for (std::size_t j = 0; j < s.posts.size(); ++j)
    for (const auto& needed : s.required_by(PostId{j})) {
      auto& one = all[needed.competence.index()];
      one.asked += s.posts[j].need;
      const auto met =
          std::ranges::count_if(holders[j], [&](EmployeeId i) { return reaches(s, i, needed); });
      one.met += std::min<std::int64_t>(met, s.posts[j].need);
    }
  std::vector<CompetenceNeed> asked;
  for (std::size_t c = 0; c < all.size(); ++c) {
    if (all[c].asked == 0) continue;
    asked.push_back(all[c]);
    asked.back().competence = CompetenceId{c};
  }
  return asked;
}

std::vector<std::int32_t> retiring(const Snapshot& s, std::int32_t months) {
  std::vector<std::int32_t> people(s.units.size());
  for (const auto& e : s.employees)
    if (e.months_to_retirement < months) ++people[s[e.post].unit.index()];
  return people;
}

namespace {

struct Rated {
  SkpRating rating;
  std::int16_t year;
};
std::optional<Rated> newest_rating(const Employee& e) {
  std::optional<Rated> newest;
  for (std::size_t k = 0; k < e.skp_rating.size(); ++k) {
    const std::int16_t year = e.skp_year[k].value_or(0);
    if (e.skp_rating[k] && (!newest || year > newest->year)) newest = Rated{*e.skp_rating[k], year};
  }
  return newest;
}

}  // namespace

Performance performance(const Consultation& c) {
  Performance out;
  for (const auto& e : c.employees) {
    const auto newest = newest_rating(e);
    if (!newest) {
      ++out.unrated;
      continue;
    }
    ++out.people[static_cast<std::size_t>(newest->rating)];
    out.newest_year = std::max(out.newest_year, newest->year);
  }
  return out;
}

Recorded recorded(const Consultation& c) {
  Recorded out;
  EmployeeId last;
  for (const auto& skill : c.skills) {
    if (skill.employee != last) ++out.with_competence;
    last = skill.employee;
    if (skill.assessed && (!out.newest_assessment || *out.newest_assessment < *skill.assessed))
      out.newest_assessment = skill.assessed;
  }
  for (const auto& e : c.employees) out.with_rating += newest_rating(e) ? 1 : 0;
  return out;
}

}  // namespace rembuk
