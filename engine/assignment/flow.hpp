#pragma once
#include <cstddef>
#include <cstdint>
#include <expected>
#include <optional>
#include <string_view>
#include <vector>

namespace rembuk {

/// A min-cost-flow problem: minimise Σ cost · x, where lower ≤ x ≤ upper on every arc and what
/// leaves a node minus what enters it is its supply.
struct FlowProblem {
  struct Arc {
    std::int32_t from = 0, to = 0;  ///< positions in `supply`
    std::int64_t lower = 0, upper = 0, cost = 0;

    friend bool operator==(const Arc&, const Arc&) = default;
  };
  std::vector<std::int64_t> supply;
  std::vector<Arc> arcs;

  friend bool operator==(const FlowProblem&, const FlowProblem&) = default;
};

struct FlowFault {
  enum class Kind : std::uint8_t {
    unknown_line,     ///< neither c, p, n nor a
    no_problem_line,  ///< n or a before p, or no p at all
    second_problem,   ///< two p lines
    not_min,          ///< p of another problem than min
    wrong_fields,     ///< too few or too many
    not_a_number,
    out_of_range,    ///< beyond 64 bits, or a negative count
    unknown_node,    ///< not 1 … nodes
    node_twice,      ///< two n lines of one node
    number_of_arcs,  ///< other than announced
    too_large,       ///< more than 500 million nodes or arcs in use
  };
  Kind kind = Kind::unknown_line;
  std::size_t line = 1;

  friend bool operator==(const FlowFault&, const FlowFault&) = default;
};

/// The problem that a DIMACS text (`p min`, `n`, `a`) states. Nodes that no arc and no supply names
/// are left out. Cost O(text log nodes), whatever counts the text announces.
/// Errors: the first fault; a wrong number of arcs is one of the last line.
[[nodiscard]] std::expected<FlowProblem, FlowFault> read_flow_problem(std::string_view dimacs);

struct FlowSolution {
  enum class Status : std::uint8_t { optimal, infeasible, overflow };
  Status status = Status::infeasible;
  std::int64_t value = 0;          ///< 0 unless optimal
  std::vector<std::int64_t> flow;  ///< by arc; empty if infeasible

  friend bool operator==(const FlowSolution&, const FlowSolution&) = default;
};

/// A flow of least cost.
///
/// Units    exact; overflow if the value itself, not a step towards it, lies beyond 64 bits.
/// Cost     network simplex with block search, in 128 bits only where 64 might not do; cost scaling
///          for large problems with many negative arcs, where the simplex takes five times as long.
/// Source   Király, Kovács (2012), as implemented in LEMON.
[[nodiscard]] FlowSolution least_cost_flow(const FlowProblem& problem);

}  // namespace rembuk
