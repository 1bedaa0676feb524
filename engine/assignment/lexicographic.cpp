#include "engine/assignment/lexicographic.hpp"

#include <algorithm>
#include <cstring>

#include "engine/assignment/grouped_network.hpp"
#include "engine/assignment/transportation.hpp"

namespace rembuk {
namespace {

/// Below every potential of a post that has a seat, far from the ends of 64 bits.
constexpr std::int64_t no_seat = -(std::int64_t{1} << 60);

/// Spreads pairs of equal cost over the posts, so that not everyone begins at the same few.
std::uint32_t scattered(std::size_t k, std::int32_t j) {
  return static_cast<std::uint32_t>((k * 2654435761U) ^
                                    (static_cast<std::uint32_t>(j) * 2246822519U));
}

/// A candidate pair of one employee, best first.
struct Candidate {
  std::int64_t cost;
  std::uint32_t spread;
  std::int32_t post;
  auto operator<=>(const Candidate&) const = default;
};

void keep_best(std::vector<Candidate>& candidates, std::size_t most) {
  const auto count = std::min(most, candidates.size());
  std::ranges::partial_sort(candidates, candidates.begin() + static_cast<std::ptrdiff_t>(count));
  candidates.resize(count);
}

/// A row with no more open pairs than this is listed, so that it need not be scanned again.
constexpr std::size_t most_listed = 32;

/// Lists the open posts of a row. False, and a part of them, if there are too many.
bool list_open(std::span<const std::uint16_t> row, std::vector<std::int32_t>& posts) {
  posts.clear();
  const auto add = [&](std::size_t j) {
    if (row[j] != PairTable::refused) posts.push_back(static_cast<std::int32_t>(j));
  };
  std::size_t j = 0;
  for (; j + 4 <= row.size() && posts.size() <= most_listed; j += 4) {
    std::uint64_t four = 0;
    std::memcpy(&four, row.data() + j, sizeof four);
    if (four == ~std::uint64_t{0}) continue;  // nearly always in a row that can be listed
    for (std::size_t at = j; at < j + 4; ++at) add(at);
  }
  if (posts.size() > most_listed) return false;
  for (; j < row.size(); ++j) add(j);
  return posts.size() <= most_listed;
}

/// Without a tree: forced seats cost what they cost wherever people go.
std::vector<SeatSteps> seat_steps(std::span<const FlowBounds> needed,
                                  std::span<const FlowBounds> above) {
  std::vector<SeatSteps> seats;
  for (std::size_t j = 0; j < needed.size(); ++j)
    seats.push_back({static_cast<std::int32_t>(needed[j].lower + above[j].lower),
                     static_cast<std::int32_t>(needed[j].upper - needed[j].lower),
                     static_cast<std::int32_t>(above[j].upper - above[j].lower)});
  return seats;
}

}  // namespace

LexicographicFlow::LexicographicFlow(const Snapshot& snapshot, PairTable& pairs,
                                     std::span<const HeadBound> bounds)
    : snapshot_(snapshot),
      pairs_(pairs),
      chosen_(pairs.free().size()),
      listed_(pairs.free().size()),
      employee_potential_(pairs.free().size()),
      post_potential_(pairs.posts()),
      placed_(pairs.free().size(), -1),
      costs_(pairs.posts()) {
  auto seats = bounded_seats(snapshot, pairs, bounds);
  impossible_ = !seats;
  if (seats) seats_ = std::move(*seats);
  if (seats_.tree) group_potential_.resize(seats_.tree->nodes.size());
  for (std::size_t k = 0; k < chosen_.size(); ++k)
    if (!pairs.sent(k)) chosen_[k].push_back(snapshot[pairs.free()[k]].post.value);
  certificate_.pairs_eligible = pairs.eligible_pairs();
}

void LexicographicFlow::choose_promising(const Level& level, std::size_t most) {
  std::vector<Candidate> candidates;
  std::vector<std::int32_t> open;
  for (std::size_t k = 0; k < chosen_.size(); ++k) {
    const auto row = pairs_.row(k);
    auto& posts = chosen_[k];
    if (listed_[k] != 0) continue;
    if (list_open(row, open)) {
      posts = open;
      listed_[k] = 1;
      continue;
    }
    level.fill(k, row, costs_);
    candidates.clear();
    for (std::size_t j = 0; j < row.size(); ++j)
      if (row[j] != PairTable::refused && !closed(j))
        candidates.push_back(
            {costs_[j], scattered(k, static_cast<std::int32_t>(j)), static_cast<std::int32_t>(j)});
    keep_best(candidates, most);
    for (const auto& candidate : candidates) posts.push_back(candidate.post);
    std::ranges::sort(posts);
    posts.erase(std::ranges::unique(posts).begin(), posts.end());
  }
}

void LexicographicFlow::add_arcs(const Level& level, AssignmentNetwork& network) const {
  for (std::size_t k = 0; k < chosen_.size(); ++k) {
    const auto row = pairs_.row(k);
    auto& arcs = network.arcs(k);
    arcs.reserve(chosen_[k].size() + 1);
    for (const auto post : chosen_[k]) {
      const auto j = static_cast<std::size_t>(post);
      if (!closed(j)) arcs.push_back({level.cost(k, j, row[j]), post});
    }
  }
}

std::unique_ptr<AssignmentNetwork> LexicographicFlow::network(const Level& level) const {
  if (seats_.tree) {
    auto grouped = std::make_unique<GroupedNetwork>(chosen_.size(), seats_, level.need_cost,
                                                    GroupedNetwork::Purpose::least_cost);
    add_arcs(level, *grouped);
    return grouped;
  }
  auto network = std::make_unique<Transportation>(
      chosen_.size(), seat_steps(seats_.needed, seats_.above), level.need_cost);
  add_arcs(level, *network);
  for (std::size_t k = 0; k < placed_.size(); ++k)
    if (placed_[k] >= 0) network->suggest(k, placed_[k]);
  return network;
}

/// The same with room for everybody: who takes it is not placed.
std::unique_ptr<AssignmentNetwork> LexicographicFlow::network_with_room(const Level& level) const {
  const std::size_t n = chosen_.size();
  if (seats_.tree) {
    auto grouped =
        std::make_unique<GroupedNetwork>(n, seats_, 0, GroupedNetwork::Purpose::any_plan);
    add_arcs(level, *grouped);
    return grouped;
  }
  auto seats = seat_steps(seats_.needed, seats_.above);
  seats.push_back({0, 0, static_cast<std::int32_t>(n)});
  auto network = std::make_unique<Transportation>(n, std::move(seats), 0);
  add_arcs(level, *network);
  for (std::size_t k = 0; k < n; ++k)
    network->arcs(k).push_back({1, static_cast<std::int32_t>(seats_.needed.size())});
  return network;
}

void LexicographicFlow::read(const AssignmentNetwork& network) {
  primal_ = network.cost();
  for (std::size_t j = 0; j < post_potential_.size(); ++j)
    post_potential_[j] = closed(j) ? no_seat : network.of_post(j);
  for (std::size_t k = 0; k < chosen_.size(); ++k) {
    placed_[k] = network.place(k);
    employee_potential_[k] = network.of_member(k);
  }
  for (std::size_t node = 0; node < group_potential_.size(); ++node)
    group_potential_[node] = network.of_group(node);
}

/// Whether an open pair of the row whose costs are in `costs_` has a negative reduced cost. Without
/// a branch: nearly always the answer is no.
bool LexicographicFlow::any_negative(std::span<const std::uint16_t> row,
                                     std::int64_t potential) const {
  std::uint64_t signs = 0;
  for (std::size_t j = 0; j < row.size(); ++j) {
    const std::int64_t open = row[j] == PairTable::refused ? 0 : -1;
    signs |= static_cast<std::uint64_t>((costs_[j] + potential - post_potential_[j]) & open);
  }
  return (signs >> 63) != 0;
}

std::int64_t LexicographicFlow::price(const Level& level, std::size_t most,
                                      AssignmentNetwork& network) {
  std::int64_t improving = 0;
  std::vector<Candidate> found;
  for (std::size_t k = 0; k < chosen_.size(); ++k) {
    if (listed_[k] != 0) continue;  // the network has every open pair of this row
    const auto row = pairs_.row(k);
    level.fill(k, row, costs_);
    if (!any_negative(row, employee_potential_[k])) continue;
    found.clear();
    for (std::size_t j = 0; j < row.size(); ++j) {
      if (row[j] == PairTable::refused) continue;
      const std::int64_t reduced = costs_[j] + employee_potential_[k] - post_potential_[j];
      if (reduced < 0)
        found.push_back(
            {reduced, scattered(k, static_cast<std::int32_t>(j)), static_cast<std::int32_t>(j)});
    }
    improving += static_cast<std::int64_t>(found.size());
    keep_best(found, most);
    for (const auto& candidate : found) {
      chosen_[k].push_back(candidate.post);
      network.arcs(k).push_back({costs_[static_cast<std::size_t>(candidate.post)], candidate.post});
    }
  }
  certificate_.pairs_priced = pairs_.usable_pairs();
  return improving;
}

std::int64_t LexicographicFlow::group_price(std::size_t node) const {
  const auto parent = seats_.tree->nodes[node].parent;
  return group_potential_[node] -
         (parent < 0 ? 0 : group_potential_[static_cast<std::size_t>(parent)]);
}

std::int64_t LexicographicFlow::dual_cost(const Level& level) const {
  __int128 value = 0;
  for (const auto potential : employee_potential_) value -= potential;
  const auto add = [&](const FlowBounds& bounds, std::int64_t reduced) {
    value += static_cast<__int128>(reduced) * (reduced > 0 ? bounds.lower : bounds.upper);
  };
  for (std::size_t j = 0; j < post_potential_.size(); ++j) {
    add(seats_.needed[j], level.need_cost + seat_price(j));
    add(seats_.above[j], seat_price(j));
  }
  for (std::size_t node = 0; node < group_potential_.size(); ++node)
    add(seats_.tree->nodes[node].bounds, group_price(node));
  return static_cast<std::int64_t>(value);
}

void LexicographicFlow::certify(const Level& level, std::int64_t negative) {
  const std::int64_t sign = level.maximise ? -1 : 1;
  certificate_.objective = level.name;
  certificate_.primal = sign * (primal_ + level.fixed_cost);
  certificate_.dual = sign * (dual_cost(level) + level.fixed_cost);
  certificate_.negative_reduced_costs = negative;
}

void LexicographicFlow::restrict_to_face(const Level& level) {
  for (std::size_t k = 0; k < chosen_.size(); ++k) {
    const auto row = pairs_.row(k);
    const auto off_face = [&](std::size_t j, std::int64_t cost) {
      return cost + employee_potential_[k] != post_potential_[j];
    };
    if (listed_[k] == 0) {
      level.fill(k, row, costs_);
      for (std::size_t j = 0; j < row.size(); ++j)
        if (row[j] != PairTable::refused && off_face(j, costs_[j])) pairs_.refuse(k, j);
    }
    std::erase_if(chosen_[k], [&](std::int32_t post) {
      const auto j = static_cast<std::size_t>(post);
      if (row[j] != PairTable::refused && off_face(j, level.cost(k, j, row[j])))
        pairs_.refuse(k, j);
      return row[j] == PairTable::refused;
    });
  }
  for (std::size_t j = 0; j < post_potential_.size(); ++j) {
    seats_.needed[j].restrict_to(level.need_cost + seat_price(j));
    seats_.above[j].restrict_to(seat_price(j));
  }
  for (std::size_t node = 0; node < group_potential_.size(); ++node)
    seats_.tree->nodes[node].bounds.restrict_to(group_price(node));
}

LexicographicFlow::Outcome LexicographicFlow::solve(const Level& level, const Progress& progress,
                                                    double from, double to) {
  choose_promising(level, 12);
  const auto network = this->network(level);
  double share = from;
  for (;;) {
    share += (to - share) / 3;
    if (progress && !progress(share)) return Outcome::cancelled;
    if (!network->run()) return Outcome::infeasible;
    read(*network);
    if (!seats_.tree)
      for (const auto& needed : seats_.needed) primal_ += level.need_cost * needed.lower;
    const std::int64_t negative = price(level, 8, *network);
    if (negative > 0) continue;
    certify(level, negative);
    restrict_to_face(level);
    return Outcome::optimal;
  }
}

LexicographicFlow::Outcome LexicographicFlow::place_everyone(const Progress& progress) {
  if (impossible_) return Outcome::infeasible;
  Level level = need_covered(snapshot_, pairs_);  // whose pairs cost nothing
  level.need_cost = 0;
  choose_promising(level, 12);
  const auto network = network_with_room(level);
  // Each head that a floor asks for earns 1.
  const std::int64_t least = -seats_.asked();
  for (;;) {
    if (progress && !progress(0.2)) return Outcome::cancelled;
    if (!network->run()) return Outcome::infeasible;
    read(*network);
    if (primal_ == least) return Outcome::optimal;
    if (price(level, 8, *network) == 0) return Outcome::infeasible;
  }
}

Multipliers LexicographicFlow::multipliers() const {
  Multipliers all{std::vector<std::int64_t>(snapshot_.employees.size()), post_potential_,
                  group_potential_};
  for (std::size_t k = 0; k < employee_potential_.size(); ++k)
    all.employee[pairs_.free()[k].index()] = employee_potential_[k];
  return all;
}

}  // namespace rembuk
