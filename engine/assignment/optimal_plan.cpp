#include "engine/assignment/optimal_plan.hpp"

#include <lemon/network_simplex.h>
#include <lemon/smart_graph.h>

#include <algorithm>
#include <limits>

#include "engine/assignment/pairs.hpp"
#include "engine/scoring/satisfaction.hpp"

namespace rembuk {
namespace {

using Graph = lemon::SmartDigraph;
using Simplex = lemon::NetworkSimplex<Graph, std::int64_t, std::int64_t>;

/// Weights of the levels in one cost: each exceeds what all lower levels can add up to.
struct Weights {
  std::int64_t satisfaction = 0, need = 0, move = 1;
};

std::expected<Weights, Error> weights_for(const Snapshot& s, Policy policy) {
  const auto n = static_cast<std::int64_t>(s.employees.size());
  const std::int64_t moves = n + 1, covered = n + 1, points = 10000 * n + 1;
  Weights w;
  if (policy == Policy::balanced) {
    w.satisfaction = moves;
    w.need = moves * points;
  } else {
    w.need = moves;
    w.satisfaction = moves * covered;
  }
  // The greatest cost times the number of nodes bounds every sum inside the simplex.
  const auto nodes = n + static_cast<std::int64_t>(s.posts.size()) + 2;
  const auto largest = std::max(w.need, 10000 * w.satisfaction) + w.move;
  if (largest > std::numeric_limits<std::int64_t>::max() / 4 / nodes)
    return std::unexpected(Error{Fault::too_large, "too many employees for one exact problem"});
  return w;
}

/// The restricted problem: free employees and posts, with the arcs chosen so far.
class Network {
 public:
  Network(const Snapshot& s, const PairTable& pairs, const Weights& w)
      : s_(s), pairs_(pairs), w_(w), seats_(s.posts.size()), needed_(s.posts.size()),
        chosen_(pairs.free().size()), employee_potential_(pairs.free().size()), post_potential_(s.posts.size()) {
    std::vector<std::int32_t> fixed(s.posts.size());  // holders who are locked in place
    for (const auto& e : s.employees) ++fixed[e.post.index()];
    for (const EmployeeId i : pairs.free()) --fixed[s[i].post.index()];
    for (std::size_t j = 0; j < s.posts.size(); ++j) {
      seats_[j] = std::max(s.posts[j].need, s.posts[j].heads) - fixed[j];
      needed_[j] = std::max(0, s.posts[j].need - fixed[j]);
    }
  }

  [[nodiscard]] std::int64_t pair_cost(std::size_t k, std::size_t j) const {
    const bool stays = s_[pairs_.free()[k]].post.index() == j;
    return -w_.satisfaction * pairs_.row(k)[j] + (stays ? 0 : w_.move);
  }

  void choose(std::size_t k, std::size_t j) { chosen_[k].push_back(static_cast<std::int32_t>(j)); }

  /// Start: the current post and the `most` best others of everyone.
  void choose_best(std::size_t most) {
    std::vector<std::int32_t> order;
    for (std::size_t k = 0; k < chosen_.size(); ++k) {
      const auto row = pairs_.row(k);
      const auto stay = s_[pairs_.free()[k]].post.value;
      order.clear();
      for (std::size_t j = 0; j < row.size(); ++j)
        if (row[j] != PairTable::refused && static_cast<std::int32_t>(j) != stay) order.push_back(static_cast<std::int32_t>(j));
      const auto key = [&](std::int32_t j) { return std::pair(-static_cast<std::int32_t>(row[static_cast<std::size_t>(j)]), j); };
      const auto count = std::min(most, order.size());
      std::ranges::partial_sort(order, order.begin() + static_cast<std::ptrdiff_t>(count), {}, key);
      chosen_[k].assign(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(count));
      chosen_[k].push_back(stay);
    }
  }

  void solve() {
    Graph graph;
    const std::size_t n = chosen_.size(), m = seats_.size();
    std::size_t arcs = 2 * m;
    for (const auto& posts : chosen_) arcs += posts.size();
    graph.reserveNode(static_cast<int>(n + m + 1));
    graph.reserveArc(static_cast<int>(arcs));
    for (std::size_t v = 0; v < n + m + 1; ++v) graph.addNode();
    const auto node = [&](std::size_t v) { return graph.nodeFromId(static_cast<int>(v)); };
    for (std::size_t k = 0; k < n; ++k)
      for (const auto j : chosen_[k]) graph.addArc(node(k), node(n + static_cast<std::size_t>(j)));
    for (std::size_t j = 0; j < m; ++j) {
      graph.addArc(node(n + j), node(n + m));  // a seat that is needed
      graph.addArc(node(n + j), node(n + m));  // a seat above the need
    }
    Graph::ArcMap<std::int64_t> cost(graph), capacity(graph);
    Graph::NodeMap<std::int64_t> supply(graph, 0);
    int at = 0;
    for (std::size_t k = 0; k < n; ++k) {
      supply[node(k)] = 1;
      for (const auto j : chosen_[k]) {
        const auto arc = Graph::arcFromId(at++);
        cost[arc] = pair_cost(k, static_cast<std::size_t>(j));
        capacity[arc] = 1;
      }
    }
    for (std::size_t j = 0; j < m; ++j) {
      const auto needed = Graph::arcFromId(at++), above = Graph::arcFromId(at++);
      cost[needed] = -w_.need;
      capacity[needed] = needed_[j];
      cost[above] = 0;
      capacity[above] = seats_[j] - needed_[j];
    }
    supply[node(n + m)] = -static_cast<std::int64_t>(n);
    Simplex simplex(graph);
    simplex.upperMap(capacity).costMap(cost).supplyMap(supply);
    // Feasible because everyone may stay, bounded because every arc is.
    simplex.run(Simplex::BLOCK_SEARCH);
    primal_ = simplex.totalCost<std::int64_t>();
    placed_.assign(n, -1);
    at = 0;
    for (std::size_t k = 0; k < n; ++k)
      for (const auto j : chosen_[k])
        if (simplex.flow(Graph::arcFromId(at++)) > 0) placed_[k] = j;
    const std::int64_t sink = simplex.potential(node(n + m));
    for (std::size_t k = 0; k < n; ++k) employee_potential_[k] = simplex.potential(node(k)) - sink;
    for (std::size_t j = 0; j < m; ++j) post_potential_[j] = simplex.potential(node(n + j)) - sink;
  }

  [[nodiscard]] std::int64_t reduced_cost(std::size_t k, std::size_t j) const {
    return pair_cost(k, j) + employee_potential_[k] - post_potential_[j];
  }

  /// Adds up to `most` improving pairs of everyone; how many pairs could improve.
  std::int64_t price(std::size_t most) {
    std::int64_t improving = 0;
    std::vector<std::pair<std::int64_t, std::int32_t>> found;
    for (std::size_t k = 0; k < chosen_.size(); ++k) {
      found.clear();
      const auto row = pairs_.row(k);
      for (std::size_t j = 0; j < row.size(); ++j) {
        if (row[j] == PairTable::refused) continue;
        const std::int64_t reduced = reduced_cost(k, j);
        if (reduced < 0) found.emplace_back(reduced, static_cast<std::int32_t>(j));
      }
      improving += static_cast<std::int64_t>(found.size());
      const auto count = std::min(most, found.size());
      std::ranges::partial_sort(found, found.begin() + static_cast<std::ptrdiff_t>(count));
      for (std::size_t f = 0; f < count; ++f) choose(k, static_cast<std::size_t>(found[f].second));
    }
    return improving;
  }

  /// Σ over nodes and bounds: equals the primal cost at an optimum (strong duality).
  [[nodiscard]] std::int64_t dual() const {
    std::int64_t value = 0;
    for (const auto potential : employee_potential_) value -= potential;
    for (std::size_t k = 0; k < chosen_.size(); ++k)
      for (const auto j : chosen_[k]) value += std::min<std::int64_t>(0, reduced_cost(k, static_cast<std::size_t>(j)));
    for (std::size_t j = 0; j < seats_.size(); ++j) {
      value += needed_[j] * std::min<std::int64_t>(0, post_potential_[j] - w_.need);
      value += (seats_[j] - needed_[j]) * std::min<std::int64_t>(0, post_potential_[j]);
    }
    return value;
  }
  [[nodiscard]] std::int64_t primal() const { return primal_; }
  [[nodiscard]] std::int32_t placed(std::size_t k) const { return placed_[k]; }

 private:
  const Snapshot& s_;
  const PairTable& pairs_;
  const Weights w_;
  std::vector<std::int32_t> seats_, needed_;
  std::vector<std::vector<std::int32_t>> chosen_;
  std::vector<std::int64_t> employee_potential_, post_potential_;
  std::vector<std::int32_t> placed_;
  std::int64_t primal_ = 0;
};

std::vector<Objective> objectives_of(const Snapshot& s, Policy policy, const Plan& plan) {
  std::int64_t satisfied = 0, covered = 0;
  std::vector<std::int32_t> heads(s.posts.size());
  const auto held = placement(s, plan);
  for (std::size_t i = 0; i < held.size(); ++i) {
    satisfied += satisfaction(s, EmployeeId{i}, held[i]);
    ++heads[held[i].index()];
  }
  for (std::size_t j = 0; j < heads.size(); ++j) covered += std::min(heads[j], s.posts[j].need);
  Objective need{"need_covered", covered}, value{"satisfaction_sum", satisfied};
  const Objective moves{"moves", static_cast<std::int64_t>(plan.moves.size())};
  if (policy == Policy::balanced) return {need, value, moves};
  return {value, need, moves};
}

}  // namespace

std::optional<Policy> policy_named(std::string_view text) {
  if (text == "balanced") return Policy::balanced;
  if (text == "no-one-worse") return Policy::no_one_worse;
  return std::nullopt;
}

std::string_view name(Policy policy) { return policy == Policy::balanced ? "balanced" : "no-one-worse"; }

std::expected<PlanResult, Error> optimal_plan(const Snapshot& s, Policy policy, const Progress& progress) {
  const auto w = weights_for(s, policy);
  if (!w) return std::unexpected(w.error());
  PlanResult result;
  const auto pairs = PairTable::make(s, policy == Policy::no_one_worse, progress);
  if (!pairs) return PlanResult{PlanStatus::cancelled, {}, {}, {}};
  Network network(s, *pairs, *w);
  network.choose_best(16);
  for (int round = 1;; ++round) {
    if (progress && !progress(1 - 0.5 / (1 + 0.5 * round))) return PlanResult{PlanStatus::cancelled, {}, {}, {}};
    network.solve();
    result.certificate.negative_reduced_costs = network.price(8);
    if (result.certificate.negative_reduced_costs == 0) break;
  }
  result.certificate.primal = network.primal();
  result.certificate.dual = network.dual();
  result.certificate.pairs_eligible = pairs->eligible_pairs();
  result.certificate.pairs_priced = pairs->eligible_pairs();
  for (std::size_t k = 0; k < pairs->free().size(); ++k) {
    const EmployeeId i = pairs->free()[k];
    const PostId to{network.placed(k)};
    if (to != s[i].post) result.plan.moves.push_back({i, to, "KEBIJAKAN: " + std::string(name(policy))});
  }
  result.objectives = objectives_of(s, policy, result.plan);
  return result;
}

}  // namespace rembuk
