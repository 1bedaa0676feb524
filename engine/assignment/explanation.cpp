#include "engine/assignment/explanation.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "engine/assignment/explanation_personal.hpp"
#include "engine/scoring/satisfaction.hpp"

namespace rembuk {
namespace {

using personal::Sentences;
using personal::Subject;

void append(Sentences& out, Sentences more) {
  out.insert(out.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

bool same_plan(const ShownPlan& shown, const SolvedPolicy& policy) {
  return policy.feasible() && placement(shown.snapshot, shown.plan) == policy.places;
}

/// What the facts only hint at: rules that keep the person in place, and those that the move
/// breaks.
Sentences confidential_rules(const Subject& x) {
  const auto& [s, plan, rules] = std::tie(x.shown.snapshot, x.shown.plan, x.shown.rules);
  Sentences out;
  const auto add = [&out](const char* code, Rule rule) {
    if (is_confidential(rule))
      out.push_back({code, std::string(name(rule)), {say::rule("rule", rule)}});
  };
  const auto kept = locks(s, x.i, rules);
  for (const Rule rule : kept) add("locked", rule);
  const auto move = std::ranges::find(plan.moves, x.i, &Move::employee);
  if (move == plan.moves.end()) return out;
  for (const Rule rule : broken_rules(s, plan, *move, rules))
    if (std::ranges::find(kept, rule) == kept.end()) add("breaks_rule", rule);
  return out;
}

std::expected<Sentences, Error> reasons(const Subject& x, bool solves, const Progress& progress) {
  Sentences out = confidential_rules(x);
  if (!x.answer()) out.push_back({"not_answered", "aspirasi.nip", {}});
  append(out, personal::wishes(x));
  auto decided = solves ? personal::decided(x, progress) : Sentences{};
  if (!decided) return std::unexpected(decided.error());
  append(out, std::move(*decided));
  if (x.policy.feasible() && !same_plan(x.shown, x.policy)) {
    const std::string policy(name(x.policy.request.policy));
    out.push_back({"another_plan",
                   policy,
                   {say::word("policy", "policy", policy),
                    say::number("seed", static_cast<std::int64_t>(x.policy.request.seed))}});
  }
  return out;
}

bool wish_unmet(const Sentences& reasons) {
  return std::ranges::any_of(reasons, [](const Sentence& sentence) {
    return sentence.code.starts_with("wish_") && sentence.code != "wish_met" &&
           sentence.code != "wish_held";
  });
}

Sentences next_steps(const Subject& x, const Sentences& reasons) {
  Sentences out;
  if (x.moves()) out.push_back({"next_reply", "rencana.nip", {}});
  if (wish_unmet(reasons)) out.push_back({"next_look_again", "aspirasi.keinginan_1", {}});
  out.push_back({x.answer() ? "next_change" : "next_answer", "aspirasi.nip", {}});
  return out;
}

}  // namespace

std::expected<Personal, Error> personal_of(const ShownPlan& shown, const SolvedPolicy& policy,
                                           EmployeeId i, const CounterfactualLimits& limits,
                                           const Progress& progress) {
  const Subject x{shown,
                  policy,
                  i,
                  shown.snapshot[i].post,
                  placement(shown.snapshot, shown.plan)[i.index()],
                  limits.threshold};
  auto reason = reasons(x, limits.most_solves > 0, progress);
  if (!reason) return std::unexpected(reason.error());
  const auto found = smallest_change(shown.snapshot, policy, i, limits, progress);
  if (!found) return std::unexpected(found.error());
  auto next = next_steps(x, *reason);
  return Personal{std::move(*reason),
                  personal::meaning(x),
                  personal::concerns(x),
                  std::move(next),
                  *found,
                  personal::differ(x, *found)};
}

std::expected<Card, Error> explain(const ShownPlan& shown, const SolvedPolicy& policy, EmployeeId i,
                                   const CounterfactualLimits& limits, const Progress& progress) {
  auto personal = personal_of(shown, policy, i, limits, progress);
  if (!personal) return std::unexpected(personal.error());
  return Card{facts_of(shown, i, &policy), std::move(*personal)};
}

}  // namespace rembuk
