#include "engine/assignment/transportation.hpp"

#include <catch2/catch_test_macros.hpp>

#include "engine/assignment/flow.hpp"
#include "engine/base/random.hpp"
#include "tests/engine/assignment/small_case.hpp"

using namespace rembuk;
using namespace rembuk::testing;

namespace {

struct Case {
  std::vector<SeatSteps> seats;
  std::vector<std::vector<Transportation::Arc>> arcs;
  std::int64_t need_cost = 0;
};

/// Few posts, so that seats are fought for; now and then all costs are equal, or lie far apart.
Case random_problem(Random& random) {
  Case made;
  const std::uint32_t m = 1 + random.below(12), n = random.below(30);
  const std::uint32_t range = random.chance(0.3) ? 2 : random.chance(0.5) ? 20 : 1'000'000'000;
  made.need_cost = -static_cast<std::int64_t>(random.below(random.chance(0.5) ? 2 : range));
  for (std::uint32_t j = 0; j < m; ++j)
    made.seats.push_back({random.chance(0.3) ? static_cast<std::int32_t>(random.below(3)) : 0,
                          static_cast<std::int32_t>(random.below(4)),
                          static_cast<std::int32_t>(random.below(4))});
  made.arcs.resize(n);
  for (auto& row : made.arcs)
    for (std::uint32_t j = 0; j < m; ++j)
      if (made.seats[j].all() > 0 && random.chance(0.5))
        row.push_back({static_cast<std::int64_t>(random.below(range)) - range / 2,
                       static_cast<std::int32_t>(j)});
  return made;
}

FlowProblem as_flow(const Case& made) {
  const auto n = static_cast<std::int32_t>(made.arcs.size());
  const auto m = static_cast<std::int32_t>(made.seats.size());
  FlowProblem problem;
  problem.supply.assign(made.arcs.size(), 1);
  problem.supply.resize(made.arcs.size() + made.seats.size(), 0);
  problem.supply.push_back(-n);
  for (std::int32_t k = 0; k < n; ++k)
    for (const auto& arc : made.arcs[static_cast<std::size_t>(k)])
      problem.arcs.push_back({k, n + arc.post, 0, 1, arc.cost});
  for (std::int32_t j = 0; j < m; ++j) {
    const auto& seats = made.seats[static_cast<std::size_t>(j)];
    problem.arcs.push_back({n + j, n + m, seats.forced, seats.forced, 0});
    problem.arcs.push_back({n + j, n + m, 0, seats.needed, made.need_cost});
    problem.arcs.push_back({n + j, n + m, 0, seats.above, 0});
  }
  return problem;
}

Transportation network_of(const Case& made, Random& random) {
  Transportation network(made.arcs.size(), made.seats, made.need_cost);
  for (std::size_t k = 0; k < made.arcs.size(); ++k) {
    network.arcs(k) = made.arcs[k];
    if (!made.arcs[k].empty() && random.chance(0.3)) network.suggest(k, made.arcs[k].back().post);
  }
  return network;
}

/// What the multipliers prove: no plan costs less.
std::int64_t proven(const Case& made, const Transportation& network) {
  std::int64_t bound = 0;
  for (std::size_t k = 0; k < made.arcs.size(); ++k) {
    bound -= network.of_member(k);
    for (const auto& arc : made.arcs[k])
      REQUIRE(arc.cost + network.of_member(k) >=
              network.of_post(static_cast<std::size_t>(arc.post)));
  }
  for (std::size_t j = 0; j < made.seats.size(); ++j) {
    const std::int64_t price = network.of_post(j);
    bound += price * made.seats[j].forced;
    bound += std::min<std::int64_t>(0, price + made.need_cost) * made.seats[j].needed;
    bound += std::min<std::int64_t>(0, price) * made.seats[j].above;
  }
  return bound;
}

}  // namespace

TEST_CASE("auction and shortest paths find what the network simplex finds, and prove it",
          "[assignment]") {
  std::size_t feasible = 0;
  const std::uint64_t count = 20 * rounds();
  for (std::uint64_t seed = 0; seed < count; ++seed) {
    Random random(seed, 31);
    const auto made = random_problem(random);
    const auto expected = least_cost_flow(as_flow(made));
    auto network = network_of(made, random);
    INFO("case " << seed);
    REQUIRE(network.run() == (expected.status == FlowSolution::Status::optimal));
    if (expected.status != FlowSolution::Status::optimal) continue;
    ++feasible;
    REQUIRE(network.cost() == expected.value);
    REQUIRE(proven(made, network) == expected.value);
    REQUIRE(network.run());  // again, as after new arcs
    REQUIRE(network.cost() == expected.value);
  }
  CHECK(feasible > count / 10);
}
