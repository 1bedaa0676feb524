#include "engine/assignment/objectives.hpp"

#include <algorithm>
#include <memory>

#include "engine/scoring/acceptance.hpp"
#include "engine/scoring/satisfaction.hpp"

namespace rembuk {
namespace {

/// A level whose cost of a pair is `cost(k, j, s)`; `fixed(i)` that of who is locked in place.
Level by_pair(std::string name, bool maximise, auto cost) {
  Level level{std::move(name), maximise, 0, 0, {}};
  level.fill = [cost = std::move(cost)](std::size_t k, std::span<const std::uint16_t> row, std::span<std::int64_t> out) {
    for (std::size_t j = 0; j < row.size(); ++j)
      if (row[j] != PairTable::refused) out[j] = cost(k, j, row[j]);
  };
  return level;
}

/// Σ of `value` over the employees outside the decision set.
std::int64_t over_fixed(const Snapshot& s, const PairTable& pairs, auto value) {
  std::vector<std::uint8_t> inside(s.employees.size());
  for (const EmployeeId i : pairs.free()) inside[i.index()] = 1;
  std::int64_t sum = 0;
  for (std::size_t i = 0; i < inside.size(); ++i)
    if (inside[i] == 0) sum += value(EmployeeId{i});
  return sum;
}

std::size_t current(const Snapshot& s, const PairTable& pairs, std::size_t k) { return s[pairs.free()[k]].post.index(); }

std::int64_t band(std::int64_t satisfaction) { return std::min<std::int64_t>(satisfaction / 1000, 9); }

Level fewest_in_band(const Snapshot& s, const PairTable& pairs, std::int64_t which) {
  auto level = by_pair("band_" + std::to_string(which), false, [which](std::size_t, std::size_t, std::int64_t value) {
    return std::int64_t{band(value) == which};
  });
  level.fixed_cost = over_fixed(s, pairs, [&](EmployeeId i) {
    return std::int64_t{band(satisfaction(s, i, s[i].post)) == which};
  });
  return level;
}

/// Rank of the first matching wish by pair, 0 … 4; 9: none, or the current post.
std::shared_ptr<const std::vector<std::uint8_t>> wish_ranks(const Snapshot& s, const PairTable& pairs) {
  auto ranks = std::make_shared<std::vector<std::uint8_t>>(pairs.free().size() * pairs.posts(), std::uint8_t{9});
  for (std::size_t k = 0; k < pairs.free().size(); ++k) {
    const EmployeeId i = pairs.free()[k];
    if (s[i].wish_count == 0) continue;
    const auto row = pairs.row(k);
    for (std::size_t j = 0; j < row.size(); ++j) {
      if (row[j] == PairTable::refused || PostId{j} == s[i].post) continue;
      if (const auto rank = first_wish(s, i, PostId{j})) (*ranks)[k * row.size() + j] = static_cast<std::uint8_t>(*rank);
    }
  }
  return ranks;
}

void add_wishes(const Snapshot& s, const PairTable& pairs, std::vector<Level>& levels) {
  const auto ranks = wish_ranks(s, pairs);
  const std::size_t posts = pairs.posts();
  for (int rank = 0; rank < 5; ++rank)
    levels.push_back(by_pair("wish_" + std::to_string(rank + 1), true, [=](std::size_t k, std::size_t j, std::int64_t) {
      return (*ranks)[k * posts + j] == rank ? std::int64_t{-1} : std::int64_t{0};
    }));
}

Level most_competence(const Snapshot& s, const PairTable& pairs) {
  return by_pair("competence_sum", true, [&s, &pairs](std::size_t k, std::size_t j, std::int64_t) {
    if (j == current(s, pairs, k)) return std::int64_t{0};
    return -std::int64_t{competence_value(s, pairs.free()[k], PostId{j})};
  });
}

Level least_objection(const Snapshot& s, const PairTable& pairs, const AcceptanceParameters& parameters) {
  return by_pair("objection_sum", false, [&s, &pairs, parameters](std::size_t k, std::size_t j, std::int64_t) {
    if (j == current(s, pairs, k)) return std::int64_t{0};
    return std::int64_t{probabilities(parameters, move_case(s, pairs.free()[k], PostId{j})).object};
  });
}

/// 40 bits of Steele, Lea, Flood's SplitMix64 over seed and pair.
std::int64_t drawn(std::uint64_t seed, std::uint64_t i, std::uint64_t j) {
  std::uint64_t x = seed * 0x9e3779b97f4a7c15ULL + (i << 32 | j);
  for (int round = 0; round < 2; ++round) {
    x += 0x9e3779b97f4a7c15ULL;
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebULL;
    x ^= x >> 31;
  }
  return static_cast<std::int64_t>(x >> 24);
}

}  // namespace

Level need_covered(const Snapshot& s, const PairTable& pairs) {
  auto level = by_pair("need_covered", true, [](std::size_t, std::size_t, std::int64_t) { return std::int64_t{0}; });
  level.need_cost = -1;
  for (std::size_t j = 0; j < pairs.posts(); ++j) level.fixed_cost -= std::min(pairs.fixed(j), s.posts[j].need);
  return level;
}

Level satisfaction_sum(const Snapshot& s, const PairTable& pairs) {
  auto level = by_pair("satisfaction_sum", true, [](std::size_t, std::size_t, std::int64_t value) { return -value; });
  level.fixed_cost = -over_fixed(s, pairs, [&](EmployeeId i) { return std::int64_t{satisfaction(s, i, s[i].post)}; });
  return level;
}

Level fewest_moves(const Snapshot& s, const PairTable& pairs) {
  return by_pair("moves", false, [&s, &pairs](std::size_t k, std::size_t j, std::int64_t) {
    return std::int64_t{j != current(s, pairs, k)};
  });
}

Level weighted_sum(const Snapshot& s, const PairTable& pairs, std::int64_t weight_s, std::int64_t weight_n) {
  auto level = by_pair("weighted_sum", true, [weight_s](std::size_t, std::size_t, std::int64_t value) { return -weight_s * value; });
  level.need_cost = -weight_n;
  level.fixed_cost = weight_s * satisfaction_sum(s, pairs).fixed_cost + weight_n * need_covered(s, pairs).fixed_cost;
  return level;
}

Level tie_break(const PairTable& pairs, std::uint64_t seed) {
  return by_pair("tie_break", false, [&pairs, seed](std::size_t k, std::size_t j, std::int64_t) {
    return drawn(seed, pairs.free()[k].index(), j);
  });
}

std::expected<std::vector<Level>, Error> levels_of(const Snapshot& s, const PairTable& pairs, Policy policy) {
  std::vector<Level> levels;
  switch (policy) {
    case Policy::balanced:
      levels = {need_covered(s, pairs), satisfaction_sum(s, pairs)};
      break;
    case Policy::no_one_worse:
      levels = {satisfaction_sum(s, pairs), need_covered(s, pairs)};
      break;
    case Policy::most_first_wishes:
      add_wishes(s, pairs, levels);
      levels.push_back(satisfaction_sum(s, pairs));
      break;
    case Policy::worst_off_first:
      for (int which = 0; which < 10; ++which) levels.push_back(fewest_in_band(s, pairs, which));
      levels.push_back(satisfaction_sum(s, pairs));
      break;
    case Policy::need_first: {
      const auto model = AcceptanceModel::make(s.settings.parameters);
      if (!model) return std::unexpected(model.error());
      levels = {need_covered(s, pairs), most_competence(s, pairs), least_objection(s, pairs, model->central)};
      break;
    }
    default:
      return levels;  // a mechanism has no list of objectives
  }
  levels.push_back(fewest_moves(s, pairs));
  return levels;
}

}  // namespace rembuk
