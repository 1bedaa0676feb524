#include <cstdint>
#include <string_view>

#include "engine/assignment/flow.hpp"
#include "tests/fuzz/expect.hpp"

using namespace rembuk;
using fuzz::expect;

/// A DIMACS text; a small problem that it states is solved and the flow checked.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto problem =
      read_flow_problem(std::string_view(reinterpret_cast<const char*>(data), size));
  if (!problem) {
    expect(problem.error().line >= 1, "a fault names its line");
    return 0;
  }
  if (problem->arcs.size() > 40) return 0;
  const FlowSolution solution = least_cost_flow(*problem);
  if (solution.status != FlowSolution::Status::optimal) return 0;
  expect(solution.flow.size() == problem->arcs.size(), "each arc has a flow");
  std::vector<__int128> balance(problem->supply.begin(), problem->supply.end());
  __int128 value = 0;
  for (std::size_t k = 0; k < solution.flow.size(); ++k) {
    const auto& arc = problem->arcs[k];
    expect(arc.lower <= solution.flow[k] && solution.flow[k] <= arc.upper, "bounds hold");
    balance[static_cast<std::size_t>(arc.from)] -= solution.flow[k];
    balance[static_cast<std::size_t>(arc.to)] += solution.flow[k];
    value += static_cast<__int128>(arc.cost) * solution.flow[k];
  }
  for (const auto left : balance) expect(left == 0, "supplies are met");
  expect(value == solution.value, "the value is that of the flow");
  return 0;
}
