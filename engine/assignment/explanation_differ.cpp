#include <algorithm>

#include "engine/assignment/explanation_personal.hpp"

/// The counterfactual in sentences.
namespace rembuk::personal {
namespace {

using Kind = SingleChange::Kind;

Argument policy_word(const Subject& x) {
  return say::word("policy", "policy", std::string(name(x.policy.request.policy)));
}

int level(const Snapshot& s, EmployeeId i, CompetenceId id) {
  const auto mine = s.held_by(i);
  const auto at = std::ranges::lower_bound(mine, id, {}, &Snapshot::Held::competence);
  return at != mine.end() && at->competence == id ? at->level : 0;
}

Sentence with_change(const Subject& x, const SingleChange& change) {
  const auto& c = x.shown.consultation;
  switch (change.kind) {
    case Kind::competence_level: {
      const int now = level(x.shown.snapshot, x.i, change.competence);
      return {"differ_competence",
              "kompetensi_pegawai.level",
              {say::competence("competence", c, change.competence), say::number("from", now),
               say::number("to", now + change.steps)}};
    }
    case Kind::tenure_months:
      return {"differ_tenure", "R03", {say::number("months", change.steps)}};
    case Kind::seat:
      return {"differ_seat",
              "jabatan.kebutuhan_abk",
              {say::post("post", c, change.post), say::unit_of("unit", c, change.post)}};
    default: {
      const int from = change.wish + 1;
      const int to = change.kind == Kind::wish_up ? from - change.steps : from + change.steps;
      return {"differ_wish",
              "aspirasi.keinginan_" + std::to_string(from),
              {say::number("from", from), say::number("to", to),
               say::target("target", c, x.answer()->wishes[change.wish])}};
    }
  }
}

Sentence without_change(const Subject& x, const Counterfactual& found) {
  constexpr const char* goals[] = {"better_wish", "stay", "other_post"};
  const std::string basis(name(x.policy.request.policy));
  const auto goal = say::word("goal", "goal", goals[static_cast<std::size_t>(found.goal)]);
  switch (found.result) {
    case Counterfactual::Result::withheld:
      return {"differ_withheld", basis, {goal, say::number("threshold", x.threshold)}};
    case Counterfactual::Result::unfinished:
      return {"differ_unfinished", basis, {goal}};
    case Counterfactual::Result::kept:
      return {"differ_kept", "eligibility", {}};
    case Counterfactual::Result::no_plan:
      return {"differ_no_plan", basis, {policy_word(x)}};
    default:
      return {"differ_none", basis, {goal}};
  }
}

}  // namespace

Sentences differ(const Subject& x, const Counterfactual& found) {
  Sentences out;
  if (found.result == Counterfactual::Result::found) {
    out.push_back(with_change(x, found.change));
    out.back().arguments.push_back(policy_word(x));
    out.back().arguments.push_back(say::post("after", x.shown.consultation, found.after));
  } else {
    out.push_back(without_change(x, found));
  }
  if (x.policy.feasible() && !x.as_policy())
    out.push_back(
        {"differ_about_policy",
         std::string(name(x.policy.request.policy)),
         {policy_word(x), say::number("seed", static_cast<std::int64_t>(x.policy.request.seed)),
          say::post("before", x.shown.consultation, found.before)}});
  return out;
}

}  // namespace rembuk::personal
