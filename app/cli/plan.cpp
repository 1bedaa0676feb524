#include <fmt/format.h>

#include <chrono>

#include "app/cli/json.hpp"
#include "app/cli/load.hpp"
#include "app/cli/report_json.hpp"
#include "app/cli/verbs.hpp"
#include "engine/assignment/optimal_plan.hpp"
#include "engine/files/export.hpp"

namespace rembuk::cli {
namespace {

std::string plan_members(const PlanResult& result, Policy policy, double seconds) {
  std::string objectives;
  for (const auto& objective : result.objectives)
    objectives += fmt::format("{}{{\"name\": {}, \"value\": {}}}", objectives.empty() ? "" : ", ", json_text(objective.name), objective.value);
  const auto& c = result.certificate;
  return fmt::format(
      "\"policy\": \"{}\", \"status\": \"optimal\",\n \"objectives\": [{}],\n \"certificates\": [{{\"objective\": \"combined\", "
      "\"primal\": {}, \"dual\": {}, \"pairs_eligible\": {}, \"pairs_priced\": {}, \"negative_reduced_costs\": {}}}],\n \"seconds\": {}",
      name(policy), objectives, c.primal, c.dual, c.pairs_eligible, c.pairs_priced, c.negative_reduced_costs, json_number(seconds));
}

}  // namespace

int run_plan(const Arguments& arguments) {
  const auto policy = policy_named(arguments.value("--policy").value_or("balanced"));
  const auto out = arguments.value("--out");
  if (!policy || !out) {
    fmt::print(stderr, "rembuk plan: {}\n", policy ? "--out FILE is needed" : "--policy is balanced or no-one-worse");
    return wrong_usage;
  }
  const auto consultation = load(arguments.positional[0], arguments);
  if (!consultation) return consultation.error();
  const Snapshot snapshot = make_snapshot(*consultation);
  const auto model = AcceptanceModel::make(snapshot.settings.parameters);
  if (!model) return wrong_usage;
  const auto began = std::chrono::steady_clock::now();
  const auto result = optimal_plan(snapshot, *policy);
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
  if (!result) {
    fmt::print(stderr, "rembuk plan: {}\n", result.error().detail);
    return negative;
  }
  if (!write_file(*out, files::export_plan(result->plan, *consultation))) {
    fmt::print(stderr, "rembuk plan: cannot write {}\n", *out);
    return negative;
  }
  const Report report = evaluate(snapshot, result->plan, *model);
  if (arguments.has("--json")) {
    fmt::print("{{{},\n {}}}\n", report_members(report, violations(snapshot, result->plan)), plan_members(*result, *policy, seconds));
  } else {
    for (const auto& objective : result->objectives) fmt::print("{:<20}{:>14}\n", objective.name, objective.value);
    fmt::print("{} s\n", json_number(seconds));
  }
  return done;
}

}  // namespace rembuk::cli
