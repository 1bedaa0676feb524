#include "engine/assignment/flow.hpp"

#include <lemon/network_simplex.h>
#include <lemon/smart_graph.h>

#include <algorithm>
#include <limits>
#include <utility>

#include "engine/assignment/cost_scaling.hpp"

namespace rembuk {
namespace {

using Wide = __int128;
using Status = FlowSolution::Status;

Wide magnitude(std::int64_t x) { return x < 0 ? -Wide{x} : Wide{x}; }

/// Exact for any number of products of 64 bits: high and low half are added up apart.
class Sum {
 public:
  void add(Wide product) {
    low_ += static_cast<std::uint64_t>(product);
    high_ += product >> 64;
  }
  [[nodiscard]] std::optional<std::int64_t> value() const {
    const Wide high = high_ + static_cast<Wide>(low_ >> 64);
    const auto low = static_cast<std::int64_t>(static_cast<std::uint64_t>(low_));
    if (high != (low < 0 ? -1 : 0)) return std::nullopt;
    return low;
  }

 private:
  unsigned __int128 low_ = 0;
  Wide high_ = 0;
};

/// Whether supplies, potentials and artificial costs of the simplex stay within 64 bits.
bool fits_narrow(const FlowProblem& problem) {
  Wide amount = 0, cost = 0;
  for (const auto supply : problem.supply) amount += magnitude(supply);
  for (const auto& arc : problem.arcs) {
    amount += magnitude(arc.lower) + magnitude(arc.upper);
    cost = std::max(cost, magnitude(arc.cost));
  }
  constexpr Wide safe = Wide{1} << 60;
  return amount < safe && (cost + 1) * static_cast<Wide>(problem.supply.size() + 2) < safe;
}

/// A ring at one node changes no balance: its cheaper bound is best.
std::int64_t ring_flow(const FlowProblem::Arc& arc) { return arc.cost < 0 ? arc.upper : arc.lower; }

/// What LEMON reads an arc's or a node's number from.
template <class Number, class Read>
struct NumberMap {
  Read read;
  Number operator[](auto item) const {
    return static_cast<Number>(read(static_cast<std::size_t>(lemon::SmartDigraph::id(item))));
  }
};
template <class Number, class Read>
NumberMap<Number, Read> numbers(Read read) {
  return {std::move(read)};
}

template <class Number>
std::optional<std::vector<std::int64_t>> best_flow(const FlowProblem& problem) {
  using Graph = lemon::SmartDigraph;
  Graph graph;
  graph.reserveNode(static_cast<int>(problem.supply.size()));
  graph.reserveArc(static_cast<int>(problem.arcs.size()));
  for (std::size_t v = 0; v < problem.supply.size(); ++v) graph.addNode();
  std::vector<std::size_t> ways;  // arcs that are no rings
  for (std::size_t a = 0; a < problem.arcs.size(); ++a) {
    const auto& arc = problem.arcs[a];
    if (arc.from == arc.to) continue;
    graph.addArc(Graph::nodeFromId(arc.from), Graph::nodeFromId(arc.to));
    ways.push_back(a);
  }
  const auto arc = [&](std::size_t id) -> const FlowProblem::Arc& {
    return problem.arcs[ways[id]];
  };
  using Simplex = lemon::NetworkSimplex<Graph, Number, Number>;
  Simplex simplex(graph);
  simplex.lowerMap(numbers<Number>([&](std::size_t id) { return arc(id).lower; }))
      .upperMap(numbers<Number>([&](std::size_t id) { return arc(id).upper; }))
      .costMap(numbers<Number>([&](std::size_t id) { return arc(id).cost; }))
      .supplyMap(numbers<Number>([&](std::size_t id) { return problem.supply[id]; }));
  if (simplex.run(Simplex::BLOCK_SEARCH) != Simplex::OPTIMAL) return std::nullopt;
  std::vector<std::int64_t> flow;
  for (const auto& each : problem.arcs) flow.push_back(ring_flow(each));
  for (std::size_t id = 0; id < ways.size(); ++id)
    flow[ways[id]] =
        static_cast<std::int64_t>(simplex.flow(Graph::arcFromId(static_cast<int>(id))));
  return flow;
}

/// Whether most pivots of a simplex would go into saturating negative arcs, and cost scaling has
/// room for its multiples of the costs.
bool better_scaled(const FlowProblem& problem) {
  constexpr std::size_t many = 20'000;
  std::size_t negative = 0;
  Wide cost = 0;
  for (const auto& arc : problem.arcs) {
    negative += arc.cost < 0;
    cost = std::max(cost, magnitude(arc.cost));
  }
  return problem.arcs.size() >= many && negative >= problem.arcs.size() / 8 &&
         (cost + 1) * static_cast<Wide>(problem.supply.size() + 2) < Wide{1} << 48;
}

std::optional<std::vector<std::int64_t>> scaled_flow(const FlowProblem& problem) {
  ScalingProblem columns{problem.supply, {}, {}, {}, {}, {}};
  for (const auto& arc : problem.arcs) {
    if (arc.from == arc.to) continue;
    columns.from.push_back(arc.from);
    columns.to.push_back(arc.to);
    columns.lower.push_back(arc.lower);
    columns.upper.push_back(arc.upper);
    columns.cost.push_back(arc.cost);
  }
  std::vector<std::int64_t> ways, flow;
  if (!flow_by_cost_scaling(columns, ways)) return std::nullopt;
  std::size_t next = 0;
  for (const auto& arc : problem.arcs)
    flow.push_back(arc.from == arc.to ? ring_flow(arc) : ways[next++]);
  return flow;
}

}  // namespace

FlowSolution least_cost_flow(const FlowProblem& problem) {
  Wide balance = 0;
  for (const auto supply : problem.supply) balance += supply;
  const bool crossed =
      std::ranges::any_of(problem.arcs, [](const auto& arc) { return arc.lower > arc.upper; });
  if (balance != 0 || crossed) return {};
  if (problem.supply.empty()) return {Status::optimal, 0, {}};
  auto flow = !fits_narrow(problem)    ? best_flow<Wide>(problem)
              : better_scaled(problem) ? scaled_flow(problem)
                                       : best_flow<std::int64_t>(problem);
  if (!flow) return {};
  Sum sum;
  for (std::size_t a = 0; a < flow->size(); ++a)
    sum.add(Wide{(*flow)[a]} * Wide{problem.arcs[a].cost});
  const auto value = sum.value();
  return {value ? Status::optimal : Status::overflow, value.value_or(0), std::move(*flow)};
}

}  // namespace rembuk
