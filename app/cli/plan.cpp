#include <fmt/format.h>

#include <chrono>
#include <set>

#include "app/cli/json.hpp"
#include "app/cli/load.hpp"
#include "app/cli/progress.hpp"
#include "app/cli/report_json.hpp"
#include "app/cli/verbs.hpp"
#include "engine/assignment/lock_conflict.hpp"
#include "engine/assignment/optimal_plan.hpp"
#include "engine/files/export.hpp"
#include "engine/rules/rule_words.hpp"

namespace rembuk::cli {
namespace {

std::string objectives(const PlanResult& result) {
  std::string list;
  for (const auto& objective : result.objectives)
    list += fmt::format("{}{{\"name\": {}, \"value\": {}}}", list.empty() ? "" : ", ",
                        json_text(objective.name), objective.value);
  return list;
}

std::string certificates(const PlanResult& result) {
  std::string list;
  for (const auto& c : result.certificates)
    list += fmt::format(
        "{}{{\"objective\": {}, \"primal\": {}, \"dual\": {}, \"pairs_eligible\": {}, "
        "\"pairs_priced\": {}, "
        "\"negative_reduced_costs\": {}}}",
        list.empty() ? "" : ",\n  ", json_text(c.objective), c.primal, c.dual, c.pairs_eligible,
        c.pairs_priced, c.negative_reduced_costs);
  return list;
}

std::string plan_members(const PlanResult& result, Policy policy, double seconds) {
  return fmt::format(
      "\"policy\": \"{}\", \"status\": \"optimal\",\n \"objectives\": [{}],\n \"certificates\": "
      "[{}],\n{} \"seconds\": {}",
      name(policy), objectives(result), certificates(result),
      result.kept_apart.empty() ? ""
                                : fmt::format(" \"kept_apart\": {},\n", result.kept_apart.size()),
      json_number(seconds));
}

/// What the proof rests on where relatives would have met, to standard error.
void tell_kept_apart(const PlanResult& result, bool english) {
  if (result.kept_apart.empty()) return;
  fmt::print(
      stderr,
      fmt::runtime(english ? "R06: {} people stay so that relatives do not meet; the plan is "
                             "the best with them in place.\n"
                           : "R06: {} orang tetap agar hubungan keluarga tidak bertemu; "
                             "rencana ini yang terbaik dengan mereka tetap.\n"),
      result.kept_apart.size());
}

int wrong(std::string_view what) {
  fmt::print(stderr, "rembuk plan: {}\n", what);
  return wrong_usage;
}

std::expected<PlanRequest, int> request_of(const Arguments& arguments) {
  PlanRequest request;
  const auto policy = arguments.value("--policy");
  if (!policy) return std::unexpected(wrong(is_needed("--policy NAME", arguments.english())));
  const auto known = policy_named(*policy);
  if (!known) return std::unexpected(wrong(no_such_policy(*policy, arguments.english())));
  request.policy = *known;
  if (const auto seed = arguments.value("--seed")) {
    const auto number = whole_number(*seed);
    if (!number || *number < 0)
      return std::unexpected(wrong(no_whole_number("--seed", *seed, arguments.english())));
    request.seed = static_cast<std::uint64_t>(*number);
  }
  return request;
}

/// As a row of the file of floors and caps.
std::string bound_text(const Consultation& consultation, const HeadBound& bound) {
  constexpr std::string_view levels[] = {"post", "unit", "opd", "government"};
  std::string code;
  const auto id = static_cast<std::size_t>(bound.id);
  if (bound.level == HeadBound::Level::post) {
    code = consultation.posts[id].code;
  } else if (bound.level == HeadBound::Level::government) {
    std::set<std::string> governments;
    for (const auto& unit : consultation.units) governments.insert(unit.government);
    code = *std::next(governments.begin(), bound.id);
  } else {
    code = consultation.units[id].code;
  }
  return fmt::format("{},{},{},{}", levels[static_cast<std::size_t>(bound.level)], code,
                     bound.least,
                     bound.most == HeadBound::no_cap ? "" : std::to_string(bound.most));
}

/// The locks that cannot hold together, and what says so, to standard error.
void explain_conflict(const Arguments& arguments, const Consultation& consultation,
                      const Snapshot& snapshot, const PlanRequest& request) {
  const auto conflict = lock_conflict(snapshot, request);
  if (!conflict) return;
  const bool english = arguments.english();
  fmt::print(stderr, "{}\n",
             conflict->bounds.empty()
                 ? (english ? "These locks cannot hold together:"
                            : "Kunci berikut tidak dapat berlaku bersama:")
                 : (english ? "These locks, floors and caps cannot hold together:"
                            : "Kunci dan batas berikut tidak dapat berlaku bersama:"));
  for (const auto& lock : conflict->locks)
    fmt::print(stderr, "  {} → {}\n", consultation.employees[lock.employee.index()].nip,
               consultation.posts[lock.to.index()].code);
  for (const auto& bound : conflict->bounds)
    fmt::print(stderr, "  {}\n", bound_text(consultation, bound));
  for (const auto rule : conflict->rules) {
    const auto refusal = refusal_words(rule, consultation, english);
    fmt::print(stderr, "  {}: {} ({})\n", name(rule), refusal.sentence, refusal.citation);
  }
}

int infeasible(const Arguments& arguments, Policy policy) {
  if (arguments.has("--json"))
    fmt::print("{{\"policy\": \"{}\", \"status\": \"infeasible\"}}\n", name(policy));
  else
    fmt::print("{}\n",
               arguments.english()
                   ? "There is no such plan: a lock or a bound contradicts a rule or the seats."
                   : "Tidak ada rencana yang memenuhi: sebuah kunci atau batas bertentangan "
                     "dengan aturan atau formasi.");
  return negative;
}

void print_result(const Arguments& arguments, const Snapshot& snapshot,
                  const AcceptanceModel& model, const PlanRequest& request,
                  const PlanResult& result, double seconds) {
  if (arguments.has("--json")) {
    const Report report = evaluate(snapshot, result.plan, model);
    fmt::print("{{{},\n {}}}\n",
               report_members(report, violations(snapshot, result.plan, request.rules)),
               plan_members(result, request.policy, seconds));
    return;
  }
  fmt::print("{:<20}{:>14}\n", arguments.english() ? "Moved" : "Dipindah",
             result.plan.moves.size());
  for (const auto& c : result.certificates)
    fmt::print("{:<20}{:>14}  {} {}\n", c.objective, c.primal,
               arguments.english() ? "proved by" : "dibuktikan oleh", c.dual);
  fmt::print("{:.2f} {}\n", seconds, arguments.english() ? "s" : "detik");
}

}  // namespace

int run_plan(const Arguments& arguments) {
  auto request = request_of(arguments);
  if (!request) return request.error();
  const auto out = arguments.value("--out");
  if (!out) return wrong(is_needed("--out FILE", arguments.english()));
  const auto consultation = load(arguments.positional[0], arguments);
  if (!consultation) return consultation.error();
  auto rules = load_rules(*consultation, arguments);
  if (!rules) return rules.error();
  request->rules = std::move(*rules);
  auto bounds = load_bounds(*consultation, arguments);
  if (!bounds) return bounds.error();
  request->bounds = std::move(*bounds);
  if (!request->bounds.empty() && is_mechanism(request->policy))
    return wrong(
        fmt::format(fmt::runtime(arguments.english() ? "--bounds: «{}» keeps no floors and caps"
                                                     : "--bounds: «{}» tidak memakai batas"),
                    name(request->policy)));
  const Snapshot snapshot = make_snapshot(*consultation);
  const auto model = AcceptanceModel::make(snapshot.settings.parameters);
  if (!model) return wrong(model.error().detail);
  const auto began = std::chrono::steady_clock::now();
  const auto result = optimal_plan(snapshot, *request, progress_bar(arguments));
  const double seconds =
      std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
  if (!result) {
    fmt::print(stderr, "rembuk plan: {}\n", result.error().detail);
    return negative;
  }
  if (result->status == PlanStatus::infeasible) {
    explain_conflict(arguments, *consultation, snapshot, *request);
    return infeasible(arguments, request->policy);
  }
  if (!write_file(*out, files::export_plan(result->plan, *consultation))) {
    fmt::print(stderr, "rembuk plan: cannot write {}\n", *out);
    return negative;
  }
  print_result(arguments, snapshot, *model, *request, *result, seconds);
  tell_kept_apart(*result, arguments.english());
  return done;
}

}  // namespace rembuk::cli
