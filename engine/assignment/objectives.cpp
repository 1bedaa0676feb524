#include "engine/assignment/objectives.hpp"

#include <algorithm>
#include <memory>

#include "engine/assignment/competence_rows.hpp"
#include "engine/scoring/acceptance.hpp"
#include "engine/scoring/concerns.hpp"
#include "engine/scoring/satisfaction.hpp"

namespace rembuk {
namespace {

/// A level whose cost of a pair is `cost(k, j, s)`.
Level by_pair(std::string name, bool maximise, std::int64_t least, std::int64_t most, auto cost) {
  Level level{std::move(name), maximise, 0, 0, Level::On::pair, least, most, cost, {}};
  level.fill = [cost = std::move(cost)](std::size_t k, std::span<const std::uint16_t> row,
                                        std::span<std::int64_t> out) {
    for (std::size_t j = 0; j < row.size(); ++j)
      if (row[j] != PairTable::refused) out[j] = cost(k, j, row[j]);
  };
  return level;
}

/// A level whose cost of a pair is `cost(s)`. Without a branch: whole rows at once.
Level by_value(std::string name, bool maximise, std::int64_t least, std::int64_t most, auto cost) {
  Level level{std::move(name), maximise, 0, 0, Level::On::value, least, most, {}, {}};
  level.cost = [cost](std::size_t, std::size_t, std::uint16_t value) { return cost(value); };
  level.fill = [cost](std::size_t, std::span<const std::uint16_t> row,
                      std::span<std::int64_t> out) {
    for (std::size_t j = 0; j < row.size(); ++j) out[j] = cost(row[j]);
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

std::size_t current(const Snapshot& s, const PairTable& pairs, std::size_t k) {
  return s[pairs.free()[k]].post.index();
}

std::int64_t band(std::int64_t satisfaction) {
  return std::min<std::int64_t>(satisfaction / 1000, 9);
}

Level fewest_in_band(const Snapshot& s, const PairTable& pairs, std::int64_t which) {
  const std::int64_t least = which * 1000, most = which == 9 ? PairTable::refused : least + 999;
  auto level = by_value("band_" + std::to_string(which), false, 0, 1, [=](std::int64_t value) {
    return std::int64_t{value >= least} & std::int64_t{value <= most};
  });
  level.fixed_cost = over_fixed(s, pairs, [&](EmployeeId i) {
    return std::int64_t{band(satisfaction(s, i, s[i].post)) == which};
  });
  return level;
}

/// Rank of the first matching wish by pair, 0 … 4; 9: none, or the current post.
std::shared_ptr<const std::vector<std::uint8_t>> wish_ranks(const Snapshot& s,
                                                            const PairTable& pairs) {
  auto ranks = std::make_shared<std::vector<std::uint8_t>>(pairs.free().size() * pairs.posts(),
                                                           std::uint8_t{9});
  for (std::size_t k = 0; k < pairs.free().size(); ++k) {
    const EmployeeId i = pairs.free()[k];
    if (s[i].wish_count == 0) continue;
    const auto row = pairs.row(k);
    for (std::size_t j = 0; j < row.size(); ++j) {
      if (row[j] == PairTable::refused || PostId{j} == s[i].post) continue;
      if (const auto rank = first_wish(s, i, PostId{j}))
        (*ranks)[k * row.size() + j] = static_cast<std::uint8_t>(*rank);
    }
  }
  return ranks;
}

void add_wishes(const Snapshot& s, const PairTable& pairs, std::vector<Level>& levels) {
  const auto ranks = wish_ranks(s, pairs);
  const std::size_t posts = pairs.posts();
  for (int rank = 0; rank < 5; ++rank) {
    auto level = by_pair("wish_" + std::to_string(rank + 1), true, -1, 0,
                         [=](std::size_t k, std::size_t j, std::uint16_t) {
                           return -std::int64_t{(*ranks)[k * posts + j] == rank};
                         });
    level.cost = [&s, &pairs, rank](std::size_t k, std::size_t j, std::uint16_t) {
      const EmployeeId i = pairs.free()[k];
      return -std::int64_t{PostId{j} != s[i].post && first_wish(s, i, PostId{j}) == rank};
    };
    levels.push_back(std::move(level));
  }
}

Level most_competence(const Snapshot& s, const PairTable& pairs) {
  Level level{"competence_sum", true, 0, 0, Level::On::pair, -10000, 0, {}, {}};
  level.cost = [&s, &pairs](std::size_t k, std::size_t j, std::uint16_t) {
    if (j == current(s, pairs, k)) return std::int64_t{0};
    return -std::int64_t{competence_value(s, pairs.free()[k], PostId{j})};
  };
  level.fill = [&s, &pairs, rows = std::make_shared<CompetenceRows>(s)](
                   std::size_t k, std::span<const std::uint16_t> row, std::span<std::int64_t> out) {
    rows->fill(pairs.free()[k], row, out);
    for (auto& each : out) each = -each;
    out[current(s, pairs, k)] = 0;
  };
  return level;
}

/// P(object) by stance, load and d, each computed once.
class ObjectionTable {
 public:
  explicit ObjectionTable(const AcceptanceParameters& parameters) : parameters_(parameters) {}

  std::int64_t of(const MoveCase& move) {
    const auto which =
        2 * static_cast<std::size_t>(move.load_fifths) + (move.wants_to_stay ? 1 : 0);
    if (which >= known_.size()) known_.resize(which + 1);
    auto& by_delta = known_[which];
    if (by_delta.empty()) by_delta.assign(2 * most_delta + 1, -1);
    auto& value = by_delta[static_cast<std::size_t>(move.delta + most_delta)];
    if (value < 0) value = probabilities(parameters_, move).object;
    return value;
  }

 private:
  static constexpr std::int32_t most_delta = 10000;
  AcceptanceParameters parameters_;
  std::vector<std::vector<std::int32_t>> known_;
};

Level least_objection(const Snapshot& s, const PairTable& pairs,
                      const AcceptanceParameters& parameters) {
  const auto table = std::make_shared<ObjectionTable>(parameters);
  const auto cost = [&s, &pairs, table](std::size_t k, std::size_t j, std::int64_t value,
                                        std::int64_t now) {
    const EmployeeId i = pairs.free()[k];
    if (PostId{j} == s[i].post) return std::int64_t{0};
    return table->of({static_cast<std::int32_t>(value - now),
                      s[i].answered && s[i].stance == Stance::stay, concern_load(s, i, PostId{j})});
  };
  const auto now = [&s, &pairs](std::size_t k) {
    return satisfaction(s, pairs.free()[k], s[pairs.free()[k]].post);
  };
  Level level{"objection_sum", false, 0, 0, Level::On::pair, 0, probability_one, {}, {}};
  level.cost = [=](std::size_t k, std::size_t j, std::uint16_t value) {
    return cost(k, j, value, now(k));
  };
  level.fill = [=](std::size_t k, std::span<const std::uint16_t> row, std::span<std::int64_t> out) {
    const auto here = now(k);
    for (std::size_t j = 0; j < row.size(); ++j)
      if (row[j] != PairTable::refused) out[j] = cost(k, j, row[j], here);
  };
  return level;
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
  auto level = by_value("need_covered", true, 0, 0, [](std::int64_t) { return std::int64_t{0}; });
  level.need_cost = -1;
  for (std::size_t j = 0; j < pairs.posts(); ++j)
    level.fixed_cost -= std::min(pairs.fixed(j), s.posts[j].need);
  return level;
}

Level satisfaction_sum(const Snapshot& s, const PairTable& pairs) {
  auto level =
      by_value("satisfaction_sum", true, -10000, 0, [](std::int64_t value) { return -value; });
  level.fixed_cost = -over_fixed(
      s, pairs, [&](EmployeeId i) { return std::int64_t{satisfaction(s, i, s[i].post)}; });
  return level;
}

Level fewest_moves(const Snapshot& s, const PairTable& pairs) {
  Level level{"moves", false, 0, 0, Level::On::moving, 0, 1, {}, {}};
  level.cost = [&s, &pairs](std::size_t k, std::size_t j, std::uint16_t) {
    return std::int64_t{j != current(s, pairs, k)};
  };
  level.fill = [&s, &pairs](std::size_t k, std::span<const std::uint16_t>,
                            std::span<std::int64_t> out) {
    std::ranges::fill(out, 1);
    out[current(s, pairs, k)] = 0;
  };
  return level;
}

Level weighted_sum(const Snapshot& s, const PairTable& pairs, std::int64_t weight_s,
                   std::int64_t weight_n) {
  auto level = by_value("weighted_sum", true, -10000 * weight_s, 0,
                        [weight_s](std::int64_t value) { return -weight_s * value; });
  level.need_cost = -weight_n;
  level.fixed_cost = weight_s * satisfaction_sum(s, pairs).fixed_cost +
                     weight_n * need_covered(s, pairs).fixed_cost;
  return level;
}

std::vector<Level> weighted_levels(const Snapshot& s, const PairTable& pairs, std::int32_t weight) {
  const auto satisfaction = satisfaction_sum(s, pairs), need = need_covered(s, pairs),
             moves = fewest_moves(s, pairs);
  if (weight <= 0) return {satisfaction, need, moves};
  if (weight >= most_need_weight) return {need, satisfaction, moves};
  constexpr std::int64_t seat = wish_bonus[0];
  return {weighted_sum(s, pairs, most_need_weight - weight, weight * seat), need, moves};
}

Level tie_break(const PairTable& pairs, std::uint64_t seed) {
  return by_pair("tie_break", false, 0, (std::int64_t{1} << 40) - 1,
                 [&pairs, seed](std::size_t k, std::size_t j, std::int64_t) {
                   return drawn(seed, pairs.free()[k].index(), j);
                 });
}

std::expected<std::vector<Level>, Error> levels_of(const Snapshot& s, const PairTable& pairs,
                                                   Policy policy) {
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
      levels = {need_covered(s, pairs), most_competence(s, pairs),
                least_objection(s, pairs, model->central)};
      break;
    }
    default:
      return levels;  // a mechanism has no list of objectives
  }
  levels.push_back(fewest_moves(s, pairs));
  return levels;
}

}  // namespace rembuk
