#include "engine/assignment/explanation_counterfactual.hpp"

#include <algorithm>
#include <utility>

#include "engine/assignment/explanation_prospects.hpp"
#include "engine/rules/eligibility.hpp"

namespace rembuk {
namespace {

using Kind = SingleChange::Kind;
using Result = Counterfactual::Result;

/// The nearest posts at which one more seat is tried.
constexpr std::size_t most_seats = 6;

/// A change and how many steps of it there can be.
struct Candidate {
  SingleChange change;
  std::int32_t most = 1;
  bool dropped = false;  // its outcome changed, but not to what the goal asks for
};

void add_competences(const Snapshot& s, EmployeeId i, const Prospects& prospects,
                     std::vector<Candidate>& all) {
  const auto held = s.held_by(i);
  std::vector<std::pair<CompetenceId, std::int32_t>> missing;  // and levels until the most asked
  for (const PostId q : prospects.wanted_posts())
    for (const auto& needed : s.required_by(q)) {
      const auto mine =
          std::ranges::lower_bound(held, needed.competence, {}, &Snapshot::Held::competence);
      const bool has = mine != held.end() && mine->competence == needed.competence;
      const int gap = needed.level - (has ? mine->level : 0);
      if (gap > 0) missing.emplace_back(needed.competence, -gap);
    }
  std::ranges::sort(missing);
  for (const auto& [competence, gap] : missing)
    if (all.empty() || all.back().change.competence != competence)
      all.push_back({{Kind::competence_level, competence, {}, 0, 1}, -gap});
}

void add_wishes(const Snapshot& s, EmployeeId i, Goal goal, std::vector<Candidate>& all) {
  const int count = s[i].answered ? s[i].wish_count : 0;
  for (int wish = 0; wish < count; ++wish) {
    const auto at = static_cast<std::uint8_t>(wish);
    if (wish > 0) all.push_back({{Kind::wish_up, {}, {}, at, 1}, wish});
    if (goal != Goal::better_wish && wish + 1 < count)
      all.push_back({{Kind::wish_down, {}, {}, at, 1}, count - 1 - wish});
  }
}

/// One search: the candidates step by step, fewest steps first.
class Search {
 public:
  Search(const Snapshot& snapshot, const SolvedPolicy& policy, EmployeeId i,
         const CounterfactualLimits& limits, const Progress& progress)
      : s_(snapshot),
        policy_(policy),
        i_(i),
        limits_(limits),
        progress_(progress),
        prospects_(snapshot, policy, i, limits.threshold) {
    found_.goal = prospects_.goal();
    found_.before = policy.places[i.index()];
  }

  std::expected<Counterfactual, Error> by_tenure(std::int32_t months) {
    if (months > 0 && !prospects_.wanted_posts().empty())
      try_step({{Kind::tenure_months, {}, {}, 0, months}, months});
    return ended();
  }

  std::expected<Counterfactual, Error> by_steps() {
    std::vector<Candidate> all;
    add_competences(s_, i_, prospects_, all);
    add_wishes(s_, i_, found_.goal, all);
    for (const PostId q : prospects_.nearest_seats(most_seats))
      all.push_back({{Kind::seat, {}, q, 0, 1}, 1});
    for (std::int32_t step = 1; step <= 5; ++step)
      for (auto& candidate : all) {
        if (candidate.dropped || candidate.most < step) continue;
        candidate.change.steps = step;
        candidate.dropped = try_step(candidate);
        if (over()) return ended();
      }
    return ended();
  }

 private:
  [[nodiscard]] bool over() const { return error_.has_value() || found_.result != Result::none; }

  std::expected<Counterfactual, Error> ended() {
    if (error_) return std::unexpected(*error_);
    if (found_.result == Result::none && prospects_.anything_withheld())
      found_.result = Result::withheld;
    return found_;
  }

  /// Tries one step; true if the candidate need not be tried further.
  bool try_step(const Candidate& candidate) {
    const SingleChange& change = candidate.change;
    const Snapshot after = changed(s_, i_, change);
    if (touches_one_row(change) && !prospects_.reachable(after)) return false;
    const auto place = solve(after);
    if (!place) return true;
    if (*place == found_.before) return false;
    if (!prospects_.wanted(after, *place)) return true;
    if (change.steps > 1 && !unchanged_below(change)) return true;
    if (over()) return true;
    found_.result = Result::found;
    found_.change = change;
    found_.after = *place;
    return true;
  }

  bool unchanged_below(SingleChange change) {
    --change.steps;
    return solve(changed(s_, i_, change)) == found_.before;
  }

  /// Post of i in the policy's plan of `after`; none if there is none or the search is over.
  std::optional<PostId> solve(const Snapshot& after) {
    if (found_.solved > limits_.most_solves || limits_.most_solves == 0) {
      found_.result = Result::unfinished;
      return std::nullopt;
    }
    ++found_.solved;
    const auto result = optimal_plan(after, policy_.request, [&](double share) {
      return !progress_ || progress_((found_.solved - 1 + share) / (limits_.most_solves + 2));
    });
    if (!result) {
      error_ = result.error();
      return std::nullopt;
    }
    if (result->status == PlanStatus::cancelled) found_.result = Result::unfinished;
    if (result->status != PlanStatus::optimal) return std::nullopt;
    const auto& moves = result->plan.moves;
    const auto at = std::ranges::lower_bound(moves, i_, {}, &Move::employee);
    return at != moves.end() && at->employee == i_ ? at->to : after[i_].post;
  }

  const Snapshot& s_;
  const SolvedPolicy& policy_;
  EmployeeId i_;
  CounterfactualLimits limits_;
  const Progress& progress_;
  Prospects prospects_;
  Counterfactual found_;
  std::optional<Error> error_;
};

std::vector<std::int32_t> count_contenders(const Snapshot& s, const Eligibility& eligible,
                                           const std::vector<std::uint8_t>& free) {
  std::vector<std::int32_t> contenders(s.posts.size());
  for (std::size_t i = 0; i < free.size(); ++i)
    for (std::size_t j = 0; free[i] != 0 && j < contenders.size(); ++j)
      if (eligible(EmployeeId{i}, PostId{j})) ++contenders[j];
  return contenders;
}

}  // namespace

CounterfactualLimits limits_of_seconds(const Snapshot& s) {
  const auto pairs = std::max<std::size_t>(1, s.employees.size() * s.posts.size());
  const auto most = std::clamp<std::size_t>(15'000'000 / pairs, 8, 200);
  return {.threshold = std::max(10, s.settings.threshold),
          .most_solves = static_cast<std::int32_t>(most)};
}

std::expected<SolvedPolicy, Error> solve_policy(const Snapshot& s, const PlanRequest& request,
                                                const Progress& progress) {
  auto result = optimal_plan(s, request, progress);
  if (!result) return std::unexpected(result.error());
  SolvedPolicy policy{request, std::move(*result), {}, {}, {}};
  const Eligibility eligible(s, request.rules);
  for (std::size_t i = 0; i < s.employees.size(); ++i)
    policy.free.push_back(eligible.locked(EmployeeId{i}) ? 0 : 1);
  policy.contenders = count_contenders(s, eligible, policy.free);
  if (policy.feasible()) policy.places = placement(s, policy.result.plan);
  return policy;
}

std::expected<Counterfactual, Error> smallest_change(const Snapshot& s, const SolvedPolicy& policy,
                                                     EmployeeId i,
                                                     const CounterfactualLimits& limits,
                                                     const Progress& progress) {
  Counterfactual found;
  found.before = s[i].post;
  if (!policy.feasible()) {
    found.result = Result::no_plan;
    return found;
  }
  Search search(s, policy, i, limits, progress);
  const auto& rules = policy.request.rules;
  const auto locked = locks(s, i, rules);
  if (locked == std::vector{Rule::R03})
    return search.by_tenure(s.settings.rules.tenure_months - s[i].tenure_months);
  const bool apart = std::ranges::binary_search(policy.result.kept_apart, i);
  if (!locked.empty() || planner_lock(rules, i) || apart) {
    found.before = policy.places[i.index()];
    found.result = Result::kept;
    return found;
  }
  return search.by_steps();
}

void CounterfactualShare::add(Counterfactual::Result result) {
  ++people;
  std::int32_t* const counts[] = {&found, &none, &withheld, &unfinished, &kept, &no_plan};
  ++*counts[static_cast<std::size_t>(result)];
}

double CounterfactualShare::found_share() const {
  const std::int32_t asked = people - kept - no_plan;
  return asked == 0 ? 0 : static_cast<double>(found) / asked;
}

std::expected<CounterfactualShare, Error> counterfactual_share(const Snapshot& s,
                                                               const SolvedPolicy& policy,
                                                               std::span<const EmployeeId> people,
                                                               const CounterfactualLimits& limits,
                                                               const Progress& progress) {
  CounterfactualShare share;
  for (const EmployeeId i : people) {
    const auto done = static_cast<double>(share.people) / static_cast<double>(people.size());
    const auto found =
        smallest_change(s, policy, i, limits, [&](double) { return !progress || progress(done); });
    if (!found) return std::unexpected(found.error());
    share.add(found->result);
  }
  return share;
}

}  // namespace rembuk
