#include "engine/assignment/lexicographic.hpp"

#include <lemon/network_simplex.h>
#include <lemon/smart_graph.h>

#include <algorithm>
#include <optional>

namespace rembuk {
namespace {

using Graph = lemon::SmartDigraph;
using Simplex = lemon::NetworkSimplex<Graph, std::int64_t, std::int64_t>;

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

/// The network of one run, filled arc by arc.
class Instance {
 public:
  Instance(std::size_t nodes, std::size_t arcs) {
    graph_.reserveNode(static_cast<int>(nodes));
    graph_.reserveArc(static_cast<int>(arcs));
    for (std::size_t v = 0; v < nodes; ++v) graph_.addNode();
    supply_.assign(nodes, 0);
  }
  void add(std::size_t from, std::size_t to, std::int64_t lower, std::int64_t upper,
           std::int64_t cost) {
    graph_.addArc(node(from), node(to));
    lower_.push_back(lower);
    upper_.push_back(upper);
    cost_.push_back(cost);
  }
  std::int64_t& supply(std::size_t v) { return supply_[v]; }

  void solve() {
    Graph::ArcMap<std::int64_t> lower(graph_), upper(graph_), cost(graph_);
    Graph::NodeMap<std::int64_t> supply(graph_);
    for (std::size_t a = 0; a < cost_.size(); ++a) {
      const auto arc = Graph::arcFromId(static_cast<int>(a));
      lower[arc] = lower_[a];
      upper[arc] = upper_[a];
      cost[arc] = cost_[a];
    }
    for (std::size_t v = 0; v < supply_.size(); ++v) supply[node(v)] = supply_[v];
    simplex_.emplace(graph_);
    simplex_->lowerMap(lower).upperMap(upper).costMap(cost).supplyMap(supply);
    feasible_ = simplex_->run(Simplex::BLOCK_SEARCH) == Simplex::OPTIMAL;
  }
  [[nodiscard]] bool feasible() const { return feasible_; }
  [[nodiscard]] std::int64_t flow(std::size_t a) const {
    return simplex_->flow(Graph::arcFromId(static_cast<int>(a)));
  }
  [[nodiscard]] std::int64_t potential(std::size_t v) const { return simplex_->potential(node(v)); }
  [[nodiscard]] std::int64_t cost() const { return simplex_->totalCost<std::int64_t>(); }

 private:
  static Graph::Node node(std::size_t v) { return Graph::nodeFromId(static_cast<int>(v)); }
  Graph graph_;
  std::vector<std::int64_t> lower_, upper_, cost_, supply_;
  std::optional<Simplex> simplex_;
  bool feasible_ = false;
};

}  // namespace

LexicographicFlow::LexicographicFlow(const Snapshot& snapshot, PairTable& pairs)
    : snapshot_(snapshot),
      pairs_(pairs),
      chosen_(pairs.free().size()),
      employee_potential_(pairs.free().size()),
      post_potential_(pairs.posts()),
      costs_(pairs.posts()) {
  for (std::size_t j = 0; j < pairs.posts(); ++j) {
    const std::int64_t needed = std::min(pairs.needed(j), pairs.seats(j));
    needed_.push_back({0, needed});
    above_.push_back({0, pairs.seats(j) - needed});
  }
  for (std::size_t k = 0; k < chosen_.size(); ++k)
    if (!pairs.sent(k)) chosen_[k].push_back(snapshot[pairs.free()[k]].post.value);
  certificate_.pairs_eligible = pairs.eligible_pairs();
}

void LexicographicFlow::choose_promising(const Level& level, std::size_t most) {
  std::vector<Candidate> candidates;
  for (std::size_t k = 0; k < chosen_.size(); ++k) {
    const auto row = pairs_.row(k);
    level.fill(k, row, costs_);
    candidates.clear();
    for (std::size_t j = 0; j < row.size(); ++j)
      if (row[j] != PairTable::refused && !closed(j))
        candidates.push_back(
            {costs_[j], scattered(k, static_cast<std::int32_t>(j)), static_cast<std::int32_t>(j)});
    keep_best(candidates, most);
    auto& posts = chosen_[k];
    std::erase_if(posts, [&](std::int32_t j) {
      return row[static_cast<std::size_t>(j)] == PairTable::refused;
    });
    for (const auto& candidate : candidates) posts.push_back(candidate.post);
    std::ranges::sort(posts);
    posts.erase(std::ranges::unique(posts).begin(), posts.end());
  }
}

void LexicographicFlow::run_simplex(const Level& level, bool may_be_unplaced) {
  const std::size_t n = chosen_.size(), m = needed_.size(), sink = n + m;
  std::size_t arcs = 2 * m + (may_be_unplaced ? n : 0);
  for (const auto& posts : chosen_) arcs += posts.size();
  Instance instance(n + m + 1, arcs);
  for (std::size_t k = 0; k < n; ++k) {
    const auto row = pairs_.row(k);
    instance.supply(k) = 1;
    // More than the supply: an arc in use at its upper bound might keep a negative reduced cost,
    // and pricing would take it for one that could improve the plan.
    for (const auto post : chosen_[k]) {
      const auto j = static_cast<std::size_t>(post);
      instance.add(k, n + j, 0, 2, level.cost(k, j, row[j]));
    }
  }
  for (std::size_t j = 0; j < m; ++j) {
    instance.add(n + j, sink, needed_[j].lower, needed_[j].upper, level.need_cost);
    instance.add(n + j, sink, above_[j].lower, above_[j].upper, 0);
  }
  for (std::size_t k = 0; may_be_unplaced && k < n; ++k) instance.add(k, sink, 0, 2, 1);
  instance.supply(sink) = -static_cast<std::int64_t>(n);
  instance.solve();
  primal_ = instance.cost();
  placed_.assign(n, -1);
  std::size_t a = 0;
  for (std::size_t k = 0; k < n; ++k)
    for (const auto j : chosen_[k])
      if (instance.flow(a++) > 0) placed_[k] = j;
  unplaced_ = std::ranges::count(placed_, -1);
  const std::int64_t base = instance.potential(sink);
  for (std::size_t k = 0; k < n; ++k) employee_potential_[k] = instance.potential(k) - base;
  for (std::size_t j = 0; j < m; ++j)
    post_potential_[j] = closed(j) ? no_seat : instance.potential(n + j) - base;
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

std::int64_t LexicographicFlow::price(const Level& level, std::size_t most) {
  std::int64_t improving = 0;
  std::vector<Candidate> found;
  for (std::size_t k = 0; k < chosen_.size(); ++k) {
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
    for (const auto& candidate : found) chosen_[k].push_back(candidate.post);
  }
  certificate_.pairs_priced = pairs_.usable_pairs();
  return improving;
}

std::int64_t LexicographicFlow::dual_cost(const Level& level) const {
  __int128 value = 0;
  for (const auto potential : employee_potential_) value -= potential;
  const auto add = [&](const SeatArc& arc, std::int64_t reduced) {
    value += static_cast<__int128>(reduced) * (reduced > 0 ? arc.lower : arc.upper);
  };
  for (std::size_t j = 0; j < needed_.size(); ++j) {
    add(needed_[j], level.need_cost + post_potential_[j]);
    add(above_[j], post_potential_[j]);
  }
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
  const auto fix = [](SeatArc& arc, std::int64_t reduced) {
    if (reduced > 0) arc.upper = arc.lower;
    if (reduced < 0) arc.lower = arc.upper;
  };
  for (std::size_t k = 0; k < chosen_.size(); ++k) {
    const auto row = pairs_.row(k);
    level.fill(k, row, costs_);
    for (std::size_t j = 0; j < row.size(); ++j)
      if (row[j] != PairTable::refused && costs_[j] + employee_potential_[k] != post_potential_[j])
        pairs_.refuse(k, j);
  }
  for (std::size_t j = 0; j < needed_.size(); ++j) {
    fix(needed_[j], level.need_cost + post_potential_[j]);
    fix(above_[j], post_potential_[j]);
  }
}

LexicographicFlow::Outcome LexicographicFlow::solve(const Level& level, const Progress& progress,
                                                    double from, double to) {
  choose_promising(level, 12);
  double share = from;
  for (;;) {
    share += (to - share) / 3;
    if (progress && !progress(share)) return Outcome::cancelled;
    run_simplex(level, false);
    const std::int64_t negative = price(level, 8);
    if (negative > 0) continue;
    certify(level, negative);
    restrict_to_face(level);
    return Outcome::optimal;
  }
}

LexicographicFlow::Outcome LexicographicFlow::place_everyone(const Progress& progress) {
  Level level = need_covered(snapshot_, pairs_);  // whose pairs cost nothing
  level.need_cost = 0;
  choose_promising(level, 12);
  for (;;) {
    if (progress && !progress(0.2)) return Outcome::cancelled;
    run_simplex(level, true);
    if (unplaced_ == 0) return Outcome::optimal;
    if (price(level, 8) == 0) return Outcome::infeasible;
  }
}

Multipliers LexicographicFlow::multipliers() const {
  Multipliers all{std::vector<std::int64_t>(snapshot_.employees.size()), post_potential_};
  for (std::size_t k = 0; k < employee_potential_.size(); ++k)
    all.employee[pairs_.free()[k].index()] = employee_potential_[k];
  return all;
}

}  // namespace rembuk
