#include "engine/assignment/flow.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <limits>
#include <string>

#include "engine/base/random.hpp"
#include "tests/engine/assignment/small_case.hpp"

using namespace rembuk;
using Status = FlowSolution::Status;
using Kind = FlowFault::Kind;

namespace {

constexpr auto greatest = std::numeric_limits<std::int64_t>::max();

FlowProblem random_problem(std::uint64_t seed, std::int64_t scale) {
  Random random(seed, 5);
  const auto number = [&](std::int64_t from, std::int64_t to) {
    return from +
           static_cast<std::int64_t>(random.below(static_cast<std::uint32_t>(to - from + 1)));
  };
  FlowProblem p;
  const auto nodes = number(1, 5), arcs = number(0, 10);
  p.supply.assign(static_cast<std::size_t>(nodes), 0);
  for (auto units = number(0, 4); units > 0; --units) {
    ++p.supply[static_cast<std::size_t>(number(0, nodes - 1))];
    --p.supply[static_cast<std::size_t>(number(0, nodes - 1))];
  }
  for (std::int64_t a = 0; a < arcs; ++a) {
    const auto lower = number(-1, 1);
    p.arcs.push_back({static_cast<std::int32_t>(number(0, nodes - 1)),
                      static_cast<std::int32_t>(number(0, nodes - 1)), lower, lower + number(0, 3),
                      scale * number(-9, 9)});
  }
  return p;
}

/// Feasible by unit paths from surplus to deficit, then every negative cycle is cancelled.
struct CycleCancelling {
  struct Edge {
    std::size_t from, to;
    std::int64_t room, cost;
  };
  std::size_t nodes;
  std::vector<Edge> edges;  // 2a forward, 2a + 1 backward

  /// Bellman–Ford: the edge by which each node was last reached; pushes one unit along the way
  /// found.
  bool improve() {
    std::vector<std::int64_t> distance(nodes);
    std::vector<std::size_t> by(nodes, edges.size());
    std::size_t changed = nodes;
    for (std::size_t round = 0; round <= nodes; ++round) {
      changed = nodes;
      for (std::size_t e = 0; e < edges.size(); ++e) {
        const auto& edge = edges[e];
        if (edge.room == 0 || distance[edge.from] + edge.cost >= distance[edge.to]) continue;
        distance[edge.to] = distance[edge.from] + edge.cost;
        by[edge.to] = e;
        changed = edge.to;
      }
      if (changed == nodes) return false;
    }
    for (std::size_t step = 0; step < nodes; ++step) changed = edges[by[changed]].from;
    for (std::size_t v = changed;;) {
      const auto e = by[v];
      --edges[e].room;
      ++edges[e ^ 1].room;
      v = edges[e].from;
      if (v == changed) return true;
    }
  }
};

std::optional<std::int64_t> by_cancelling(const FlowProblem& p) {
  // One artificial node: a unit over it costs more than any path, so cancelling removes it if it
  // can.
  const std::size_t hub = p.supply.size();
  CycleCancelling net{hub + 1, {}};
  std::int64_t value = 0, much = 1;
  auto surplus = p.supply;
  for (const auto& arc : p.arcs) {
    const auto from = static_cast<std::size_t>(arc.from), to = static_cast<std::size_t>(arc.to);
    net.edges.push_back({from, to, arc.upper - arc.lower, arc.cost});
    net.edges.push_back({to, from, 0, -arc.cost});
    surplus[from] -= arc.lower;
    surplus[to] += arc.lower;
    much += 2 * std::abs(arc.cost);
  }
  const std::size_t artificial = net.edges.size();
  for (std::size_t v = 0; v < hub; ++v) {
    const bool out = surplus[v] >= 0;
    net.edges.push_back({out ? v : hub, out ? hub : v, 0, much});
    net.edges.push_back({out ? hub : v, out ? v : hub, std::abs(surplus[v]), -much});
  }
  while (net.improve()) {
  }
  for (std::size_t e = artificial + 1; e < net.edges.size(); e += 2)
    if (net.edges[e].room > 0) return std::nullopt;
  for (std::size_t a = 0; a < p.arcs.size(); ++a)
    value += p.arcs[a].cost * (p.arcs[a].lower + net.edges[2 * a + 1].room);
  return value;
}

FlowFault fault_of(std::string_view text) {
  const auto read = read_flow_problem(text);
  REQUIRE_FALSE(read.has_value());
  return read.error();
}

FlowSolution solved(std::string_view text) {
  return least_cost_flow(read_flow_problem(text).value());
}

}  // namespace

TEST_CASE("the optimum of a flow is the one that cancelling every negative cycle finds",
          "[assignment]") {
  std::size_t feasible = 0, infeasible = 0;
  for (std::uint64_t seed = 0; seed < 5 * rembuk::testing::rounds(); ++seed) {
    INFO("case " << seed);
    const auto p = random_problem(seed, 1);
    const auto expected = by_cancelling(p);
    const auto found = least_cost_flow(p);
    ++(expected ? feasible : infeasible);
    REQUIRE((found.status == Status::optimal) == expected.has_value());
    if (!expected) continue;
    REQUIRE(found.value == *expected);
    auto balance = p.supply;
    for (std::size_t a = 0; a < p.arcs.size(); ++a) {
      REQUIRE(found.flow[a] >= p.arcs[a].lower);
      REQUIRE(found.flow[a] <= p.arcs[a].upper);
      balance[static_cast<std::size_t>(p.arcs[a].from)] -= found.flow[a];
      balance[static_cast<std::size_t>(p.arcs[a].to)] += found.flow[a];
    }
    REQUIRE(std::ranges::all_of(balance, [](auto rest) { return rest == 0; }));
  }
  CHECK(feasible > 100);
  CHECK(infeasible > 100);
}

TEST_CASE("costs near the end of 64 bits give the same optimum, scaled", "[assignment]") {
  constexpr std::int64_t scale = std::int64_t{1} << 54;
  for (std::uint64_t seed = 0; seed < rembuk::testing::rounds(); ++seed) {
    INFO("case " << seed);
    const auto one = least_cost_flow(random_problem(seed, 1)),
               large = least_cost_flow(random_problem(seed, scale));
    const bool fits = std::abs(one.value) < 512;
    REQUIRE(large.status == (one.status == Status::infeasible ? one.status
                             : fits                           ? Status::optimal
                                                              : Status::overflow));
    if (fits) REQUIRE(large.value == one.value * scale);
  }
}

TEST_CASE("a large network of negative cycles has one value by scaling and by simplex",
          "[assignment]") {
  for (std::uint64_t seed = 0; seed < 3; ++seed) {
    rembuk::Random random(seed, 77);
    FlowProblem problem;
    constexpr std::uint32_t nodes = 400, arcs = 20'000;
    problem.supply.assign(nodes, 0);
    const auto node = [&] { return static_cast<std::int32_t>(random.below(nodes)); };
    for (std::uint32_t a = 0; a < arcs; ++a) {
      const std::int64_t lower = random.chance(0.2) ? random.below(4) : 0;
      problem.arcs.push_back({node(), node(), lower, lower + random.below(50),
                              static_cast<std::int64_t>(random.below(2001)) - 1000});
    }
    for (int pair = 0; pair < 20; ++pair) {
      const std::int64_t amount = random.below(seed == 2 ? 100'000 : 20);
      problem.supply[static_cast<std::size_t>(node())] += amount;
      problem.supply[static_cast<std::size_t>(node())] -= amount;
    }
    const auto scaled = least_cost_flow(problem);
    auto padded = problem;  // seats for nobody: now few of the arcs are negative
    for (std::uint32_t a = 0; a < 8 * arcs; ++a) padded.arcs.push_back({0, 1, 0, 0, 5});
    const auto simplex = least_cost_flow(padded);
    INFO("case " << seed);
    CHECK(scaled.status == simplex.status);
    CHECK(scaled.value == simplex.value);
    CHECK((scaled.status == Status::optimal) == (seed < 2));
  }
}

TEST_CASE("a textbook problem in DIMACS form has its known optimum", "[assignment]") {
  CHECK(solved("c example\np min 4 5\nn 1 4\nn 4 -4\na 1 2 0 4 2\na 1 3 0 2 2\na 2 3 0 2 1\na 2 4 "
               "0 3 3\na 3 4 0 5 1\n")
            .value == 14);
  CHECK(solved("p min 0 0").value == 0);
  CHECK(solved("p min 2 1\r\nn 1 1\r\nn\t2 -1\r\n\r\na 1 2 1 1 -7\r\n").value == -7);
  CHECK(solved("p min 1 1\na 1 1 0 3 -2\n").value == -6);  // a ring at one node
}

TEST_CASE("unbalanced supply, crossed bounds and missing ways are infeasible", "[assignment]") {
  CHECK(solved("p min 2 1\nn 1 2\nn 2 -1\na 1 2 0 5 1\n").status == Status::infeasible);
  CHECK(solved("p min 2 1\nn 1 1\nn 2 -2\na 1 2 0 5 1\n").status == Status::infeasible);
  CHECK(solved("p min 2 1\nn 1 1\nn 2 -1\na 1 2 3 2 1\n").status == Status::infeasible);
  CHECK(solved("p min 1 1\na 1 1 3 2 1\n").status == Status::infeasible);
  CHECK(solved("p min 2 1\nn 1 1\nn 2 -1\na 2 1 0 5 1\n").status == Status::infeasible);
  CHECK(solved("p min 2 1\nn 1 1\nn 2 -1\na 1 2 2 3 1\n").status == Status::infeasible);
  CHECK(solved("p min 1 0\nn 1 1\n").status == Status::infeasible);
}

TEST_CASE("only a value beyond 64 bits overflows, not a step towards it", "[assignment]") {
  const auto most = std::to_string(greatest),
             least = std::to_string(std::numeric_limits<std::int64_t>::min());
  const auto between = [](const std::string& amount, const std::string& arcs, int count) {
    return solved("p min 2 " + std::to_string(count) + "\nn 1 " + amount + "\nn 2 -" + amount +
                  "\n" + arcs);
  };
  CHECK(between(most, "a 1 2 0 " + most + " 1\n", 1).value == greatest);
  CHECK(between(most, "a 1 2 0 " + most + " 2\n", 1).status == Status::overflow);
  CHECK(between(most, "a 1 2 0 " + most + " -2\n", 1).status == Status::overflow);
  CHECK(between("1", "a 1 2 0 1 " + most + "\na 1 2 0 1 " + least + "\n", 2).value ==
        std::numeric_limits<std::int64_t>::min());
  const auto cancelling =
      between(most, "a 1 2 " + most + " " + most + " " + most + "\na 1 2 0 0 0\na 1 1 1 1 5\n", 3);
  CHECK(cancelling.status == Status::overflow);
  const auto both = solved("p min 3 2\nn 1 " + most + "\nn 3 -" + most + "\na 1 2 0 " + most + " " +
                           most + "\na 2 3 0 " + most + " -" + most + "\n");
  CHECK(both.status == Status::optimal);
  CHECK(both.value == 0);
}

TEST_CASE("a fault in a DIMACS file is told with its line", "[assignment]") {
  CHECK(fault_of("") == FlowFault{Kind::no_problem_line, 1});
  CHECK(fault_of("c only\nc words\n") == FlowFault{Kind::no_problem_line, 2});
  CHECK(fault_of("n 1 1\np min 1 0\n") == FlowFault{Kind::no_problem_line, 1});
  CHECK(fault_of("p max 1 0\n") == FlowFault{Kind::not_min, 1});
  CHECK(fault_of("p min 1 0\np min 1 0\n") == FlowFault{Kind::second_problem, 2});
  CHECK(fault_of("p min 1\n") == FlowFault{Kind::wrong_fields, 1});
  CHECK(fault_of("p min -1 0\n") == FlowFault{Kind::out_of_range, 1});
  CHECK(fault_of("p min 2 1\nx 1\n") == FlowFault{Kind::unknown_line, 2});
  CHECK(fault_of("p min 2 1\nnode 1 1\n") == FlowFault{Kind::unknown_line, 2});
  CHECK(fault_of("p min 2 1\nn 1 1.5\n") == FlowFault{Kind::not_a_number, 2});
  CHECK(fault_of("p min 2 1\nn 1 x\n") == FlowFault{Kind::not_a_number, 2});
  CHECK(fault_of("p min 2 1\nn 3 1\n") == FlowFault{Kind::unknown_node, 2});
  CHECK(fault_of("p min 2 1\nn 1 1\nc\nn 1 1\na 1 2 0 1 1\n") == FlowFault{Kind::node_twice, 4});
  CHECK(fault_of("p min 2 1\na 0 2 0 1 1\n") == FlowFault{Kind::unknown_node, 2});
  CHECK(fault_of("p min 2 1\na 1 2 0 1\n") == FlowFault{Kind::wrong_fields, 2});
  CHECK(fault_of("p min 2 1\na 1 2 0 1 1 1\n") == FlowFault{Kind::wrong_fields, 2});
  CHECK(fault_of("p min 2 1\na 1 2 0 1 9223372036854775808\n") == FlowFault{Kind::out_of_range, 2});
  CHECK(fault_of("p min 2 2\na 1 2 0 1 1\nc end\n") == FlowFault{Kind::number_of_arcs, 3});
  CHECK(fault_of("p min 2 1\na 1 2 0 1 1\na 1 2 0 1 1\nc end") ==
        FlowFault{Kind::number_of_arcs, 4});
  CHECK(fault_of(std::string("p min 2 1\na 1 2 0 1 1\0\n", 24)) ==
        FlowFault{Kind::not_a_number, 2});
}

TEST_CASE("an announced number of nodes takes no memory", "[assignment]") {
  CHECK(solved("p min 9000000000000000000 1\nn 9000000000000000000 1\nn 1 -1\na "
               "9000000000000000000 1 0 1 3\n")
            .value == 3);
}
