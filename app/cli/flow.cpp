#include "engine/assignment/flow.hpp"

#include <fmt/format.h>

#include "app/cli/json.hpp"
#include "app/cli/load.hpp"
#include "app/cli/verbs.hpp"

namespace rembuk::cli {
namespace {

using Kind = FlowFault::Kind;
using Status = FlowSolution::Status;

std::string_view message(Kind kind, bool english) {
  switch (kind) {
    case Kind::unknown_line:
      return english ? "a line begins with c, p, n or a" : "baris diawali c, p, n, atau a";
    case Kind::no_problem_line:
      return english ? "there is no line «p min NODES ARCS» before"
                     : "belum ada baris «p min SIMPUL BUSUR»";
    case Kind::second_problem:
      return english ? "there is one p line" : "baris p hanya satu";
    case Kind::not_min:
      return english ? "only «p min» is solved" : "hanya «p min» yang dihitung";
    case Kind::wrong_fields:
      return english
                 ? "p min NODES ARCS, n NODE SUPPLY or a FROM TO LOWER UPPER COST is needed"
                 : "perlu p min SIMPUL BUSUR, n SIMPUL PASOKAN, atau a DARI KE BAWAH ATAS BIAYA";
    case Kind::not_a_number:
      return english ? "a whole number is needed" : "perlu bilangan bulat";
    case Kind::out_of_range:
      return english ? "the number is out of range (64 bits; counts from 0)"
                     : "bilangan di luar batas (64 bit; jumlah mulai dari 0)";
    case Kind::unknown_node:
      return english ? "nodes are 1 … the announced number"
                     : "simpul bernomor 1 … jumlah yang diumumkan";
    case Kind::node_twice:
      return english ? "the supply of this node was given before"
                     : "pasokan simpul ini sudah disebut";
    case Kind::number_of_arcs:
      return english ? "the number of a lines is not the announced one"
                     : "jumlah baris a berbeda dari yang diumumkan";
    case Kind::too_large:
      return english ? "more than 500,000,000 nodes or arcs"
                     : "lebih dari 500.000.000 simpul atau busur";
  }
  return "";
}

}  // namespace

int run_flow(const Arguments& arguments) {
  const auto& file = arguments.positional[0];
  const bool english = arguments.english(), json = arguments.has("--json");
  const auto text = read_file(file);
  if (!text) {
    fmt::print(stderr, "{}: {}\n", file, english ? "cannot be read" : "tidak dapat dibaca");
    return wrong_usage;
  }
  const auto problem = read_flow_problem(*text);
  if (!problem) {
    fmt::print(stderr, "{}:{}: {}\n", file, problem.error().line,
               message(problem.error().kind, english));
    return wrong_usage;
  }
  const auto solution = least_cost_flow(*problem);
  if (solution.status == Status::optimal) {
    if (json)
      fmt::print("{{\"status\": \"optimal\", \"value\": {}}}\n", solution.value);
    else
      fmt::print("s {}\n", solution.value);
    return done;
  }
  const bool overflow = solution.status == Status::overflow;
  const std::string_view status = overflow ? "overflow" : "infeasible";
  if (json)
    fmt::print("{{\"status\": \"{}\", \"value\": null}}\n", status);
  else
    fmt::print("{}\n", status);
  if (overflow)
    fmt::print(stderr, "{}: {}\n", file,
               english ? "the optimum exists but its value exceeds 64 bits"
                       : "nilai optimumnya ada, tetapi melebihi 64 bit");
  return negative;
}

}  // namespace rembuk::cli
