#include "engine/assignment/cost_scaling.hpp"

#include <lemon/cost_scaling.h>
#include <lemon/smart_graph.h>

namespace rembuk {

bool flow_by_cost_scaling(const ScalingProblem& problem, std::vector<std::int64_t>& flow) {
  using Graph = lemon::SmartDigraph;
  Graph graph;
  for (std::size_t v = 0; v < problem.supply.size(); ++v) graph.addNode();
  const std::size_t arcs = problem.from.size();
  for (std::size_t a = 0; a < arcs; ++a)
    graph.addArc(Graph::nodeFromId(problem.from[a]), Graph::nodeFromId(problem.to[a]));
  Graph::ArcMap<std::int64_t> lower(graph), upper(graph), cost(graph);
  Graph::NodeMap<std::int64_t> supply(graph);
  for (std::size_t a = 0; a < arcs; ++a) {
    const auto arc = Graph::arcFromId(static_cast<int>(a));
    lower[arc] = problem.lower[a];
    upper[arc] = problem.upper[a];
    cost[arc] = problem.cost[a];
  }
  for (std::size_t v = 0; v < problem.supply.size(); ++v)
    supply[Graph::nodeFromId(static_cast<int>(v))] = problem.supply[v];
  using Solver = lemon::CostScaling<Graph, std::int64_t, std::int64_t>;
  Solver solver(graph);
  solver.lowerMap(lower).upperMap(upper).costMap(cost).supplyMap(supply);
  flow.clear();
  if (solver.run() != Solver::OPTIMAL) return false;
  for (std::size_t a = 0; a < arcs; ++a)
    flow.push_back(solver.flow(Graph::arcFromId(static_cast<int>(a))));
  return true;
}

}  // namespace rembuk
