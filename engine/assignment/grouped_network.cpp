#include "engine/assignment/grouped_network.hpp"

#include <lemon/network_simplex.h>
#include <lemon/smart_graph.h>

#include <optional>

namespace rembuk {
namespace {

using Graph = lemon::SmartDigraph;
using Simplex = lemon::NetworkSimplex<Graph, std::int64_t, std::int64_t>;

Graph::Node node(std::size_t v) { return Graph::nodeFromId(static_cast<int>(v)); }

}  // namespace

struct GroupedNetwork::Solver {
  Graph graph;
  std::vector<std::int64_t> lower, upper, cost;
  std::optional<Simplex> simplex;

  [[nodiscard]] bool run(std::size_t members, std::size_t sink) {
    Graph::ArcMap<std::int64_t> lowers(graph), uppers(graph), costs(graph);
    for (std::size_t a = 0; a < cost.size(); ++a) {
      const auto arc = Graph::arcFromId(static_cast<int>(a));
      lowers[arc] = lower[a];
      uppers[arc] = upper[a];
      costs[arc] = cost[a];
    }
    Graph::NodeMap<std::int64_t> supply(graph, 0);
    for (std::size_t k = 0; k < members; ++k) supply[node(k)] = 1;
    supply[node(sink)] = -static_cast<std::int64_t>(members);
    simplex.emplace(graph);
    simplex->lowerMap(lowers).upperMap(uppers).costMap(costs).supplyMap(supply);
    return simplex->run(Simplex::BLOCK_SEARCH) == Simplex::OPTIMAL;
  }
  [[nodiscard]] std::int64_t flow(std::size_t a) const {
    return simplex->flow(Graph::arcFromId(static_cast<int>(a)));
  }
  [[nodiscard]] std::int64_t potential(std::size_t v) const { return simplex->potential(node(v)); }
};

GroupedNetwork::GroupedNetwork(std::size_t members, const BoundedSeats& seats,
                               std::int64_t need_cost, Purpose purpose)
    : AssignmentNetwork(members),
      seats_(seats),
      need_cost_(need_cost),
      purpose_(purpose),
      place_(members, nowhere) {}
GroupedNetwork::~GroupedNetwork() = default;

std::size_t GroupedNetwork::sink() const {
  return arcs_.size() + seats_.needed.size() + seats_.tree->nodes.size();
}

void GroupedNetwork::add(std::size_t from, std::size_t to, const FlowBounds& bounds,
                         std::int64_t cost) {
  const auto one = [&](std::int64_t lower, std::int64_t upper, std::int64_t each) {
    solver_->graph.addArc(node(from), node(to));
    solver_->lower.push_back(lower);
    solver_->upper.push_back(upper);
    solver_->cost.push_back(each);
  };
  if (purpose_ == Purpose::any_plan && bounds.lower > 0) {
    one(0, bounds.lower, -1);
    one(0, bounds.upper - bounds.lower, 0);
  } else {
    one(bounds.lower, bounds.upper, cost);
  }
}

bool GroupedNetwork::run() {
  const std::size_t n = arcs_.size(), m = seats_.needed.size(), groups = n + m;
  const auto& tree = *seats_.tree;
  solver_ = std::make_unique<Solver>();
  for (std::size_t v = 0; v <= sink(); ++v) solver_->graph.addNode();
  // More than the supply: an arc in use at its upper bound might keep a negative reduced cost, and
  // pricing would take it for one that could improve the plan.
  for (std::size_t k = 0; k < n; ++k)
    for (const auto& arc : arcs_[k])
      add(k, n + static_cast<std::size_t>(arc.post), {0, 2}, arc.cost);
  for (std::size_t k = 0; purpose_ == Purpose::any_plan && k < n; ++k) add(k, sink(), {0, 2}, 1);
  for (std::size_t j = 0; j < m; ++j) {
    const auto unit = groups + static_cast<std::size_t>(tree.of_post[j]);
    add(n + j, unit, seats_.needed[j], need_cost_);
    add(n + j, unit, seats_.above[j], 0);
  }
  for (std::size_t v = 0; v < tree.nodes.size(); ++v) {
    const auto& group = tree.nodes[v];
    const bool top = group.parent < 0;
    add(groups + v, top ? sink() : groups + static_cast<std::size_t>(group.parent), group.bounds,
        0);
  }
  if (!solver_->run(n, sink())) return false;
  std::size_t a = 0;
  for (std::size_t k = 0; k < n; ++k) {
    place_[k] = nowhere;
    for (const auto& arc : arcs_[k])
      if (solver_->flow(a++) > 0) place_[k] = arc.post;
  }
  return true;
}

std::int32_t GroupedNetwork::place(std::size_t k) const { return place_[k]; }
std::int64_t GroupedNetwork::cost() const { return solver_->simplex->totalCost<std::int64_t>(); }
std::int64_t GroupedNetwork::of_member(std::size_t k) const {
  return solver_->potential(k) - solver_->potential(sink());
}
std::int64_t GroupedNetwork::of_post(std::size_t j) const { return of_member(arcs_.size() + j); }
std::int64_t GroupedNetwork::of_group(std::size_t group) const {
  return of_member(arcs_.size() + seats_.needed.size() + group);
}

}  // namespace rembuk
