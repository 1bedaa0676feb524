#include "engine/assignment/explanation_prospects.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "engine/scoring/satisfaction.hpp"

namespace rembuk {
namespace {

/// Rank of the wish that j fulfils, 0 … 4; 5: none, or the current post.
int rank_of(const Snapshot& s, EmployeeId i, PostId j) {
  return j == s[i].post ? 5 : first_wish(s, i, j).value_or(5);
}

}  // namespace

Goal goal_of(const Snapshot& s, EmployeeId i, PostId given) {
  const auto& row = s[i];
  const bool moved = given != row.post;
  const bool wishes = row.answered && row.wish_count > 0 && row.stance != Stance::stay;
  if (wishes && rank_of(s, i, given) > 0) return Goal::better_wish;
  const bool unwelcome =
      row.stance == Stance::stay || satisfaction(s, i, given) < satisfaction(s, i, row.post);
  return moved && unwelcome ? Goal::stay : Goal::other_post;
}

Prospects::Prospects(const Snapshot& snapshot, const SolvedPolicy& policy, EmployeeId i,
                     std::int32_t threshold)
    : snapshot_(snapshot),
      policy_(policy),
      i_(i),
      given_(policy.places[i.index()]),
      goal_(goal_of(snapshot, i, given_)),
      heads_(snapshot.posts.size()),
      told_(snapshot.posts.size(), Told::never) {
  const auto& result = policy.result;
  multipliers_hold_ =
      !result.objectives.empty() && result.kept_apart.empty() && policy.free[i.index()] != 0;
  if (policy.request.policy == Policy::need_first)
    if (const auto model = AcceptanceModel::make(snapshot.settings.parameters))
      acceptance_ = model->central;
  for (const PostId j : policy.places) ++heads_[j.index()];
  for (std::size_t at = 0; at < told_.size(); ++at) {
    const PostId q{at};
    if (!asked_for(q)) continue;
    if (q == snapshot[i].post || policy.contenders[at] >= threshold)
      told_[at] = Told::always;
    else if (rule_alone(q))
      told_[at] = Told::if_better;
    withheld_ = withheld_ || (told_[at] != Told::always && within_one_change(q));
    if (told_[at] != Told::never) posts_.push_back(q);
  }
}

/// From the person's own records and the post's figures alone: it tells nothing of others.
bool Prospects::within_one_change(PostId q) const {
  if (q == snapshot_[i_].post) return true;
  const auto& post = snapshot_[q];
  const std::int32_t need = post.need + (post.kind == PostKind::struktural ? 0 : 1);
  if (need <= 0 || post.heads > need) return false;
  auto rules = refusals(snapshot_, i_, q, policy_.request.rules);
  std::erase(rules, Rule::R06);  // supposes that the relative stays
  return rules.empty() || (rules == std::vector{Rule::R05} && lacks_one_competence(q));
}

/// Of what R05 asks for at q, only one competence is missing.
bool Prospects::lacks_one_competence(PostId q) const {
  const auto& post = snapshot_[q];
  if (snapshot_[i_].education < post.education_min) return false;
  const auto held = snapshot_.held_by(i_);
  const auto has = [&](CompetenceId c, bool certified) {
    return std::ranges::any_of(held, [&](const Snapshot::Held& one) {
      return one.competence == c && (one.certified || !certified);
    });
  };
  if (post.certificate.valid() && !has(post.certificate, true)) return false;
  return std::ranges::count_if(snapshot_.required_by(q), [&](const Snapshot::Needed& needed) {
           return needed.mandatory && !has(needed.competence, false);
         }) == 1;
}

bool Prospects::rule_alone(PostId q) const {
  if (heads_[q.index()] >= std::max(snapshot_[q].need, snapshot_[q].heads)) return false;
  return policy_.free[i_.index()] == 0 ||
         !refusals(snapshot_, i_, q, policy_.request.rules).empty();
}

bool Prospects::no_worse(const Snapshot& after, PostId q) const {
  return satisfaction(after, i_, q) >= satisfaction(after, i_, given_);
}

bool Prospects::asked_for(PostId q) const {
  if (q == given_) return false;
  switch (goal_) {
    case Goal::better_wish:
      return rank_of(snapshot_, i_, q) < rank_of(snapshot_, i_, given_);
    case Goal::stay:
      return q == snapshot_[i_].post;
    default:
      return true;
  }
}

std::int64_t Prospects::cost(std::size_t level, const Snapshot& s, PostId j) const {
  const std::string_view name = policy_.result.objectives[level].name;
  const bool moves = j != s[i_].post;
  if (name == "satisfaction_sum") return -std::int64_t{satisfaction(s, i_, j)};
  if (name == "moves") return moves ? 1 : 0;
  if (name == "competence_sum") return moves ? -std::int64_t{competence_value(s, i_, j)} : 0;
  if (name == "objection_sum")
    return moves && acceptance_ ? probabilities(*acceptance_, move_case(s, i_, j)).object : 0;
  if (name.starts_with("wish_")) return moves && rank_of(s, i_, j) == name.back() - '1' ? -1 : 0;
  if (name.starts_with("band_"))
    return std::min(satisfaction(s, i_, j) / 1000, 9) == name.back() - '0' ? 1 : 0;
  return 0;  // need_covered costs nothing by pair
}

Prospects::Distance Prospects::distance(const Snapshot& s, PostId j) const {
  Distance all;
  const auto& multipliers = policy_.result.multipliers;
  for (std::size_t level = 0; level < multipliers.size(); ++level)
    all.push_back(cost(level, s, j) + multipliers[level].employee[i_.index()] -
                  multipliers[level].post[j.index()]);
  return all;
}

bool Prospects::open(const Snapshot& s, PostId j, bool with_one_seat_more) const {
  if (j == s[i_].post) return true;
  const auto& post = s[j];
  const std::int32_t need = post.need + (with_one_seat_more ? 1 : 0);
  if (need == 0 || post.heads > need || !refusals(s, i_, j, policy_.request.rules).empty())
    return false;
  return !only_gains(policy_.request.policy) ||
         satisfaction(s, i_, j) >= satisfaction(s, i_, s[i_].post);
}

bool Prospects::reachable(const Snapshot& after) const {
  const auto candidate = [&](PostId q) { return wanted(after, q) && open(after, q, false); };
  if (!multipliers_hold_ || !open(after, given_, false))
    return std::ranges::any_of(posts_, candidate);
  const Distance now = distance(after, given_);
  return std::ranges::any_of(posts_,
                             [&](PostId q) { return distance(after, q) <= now && candidate(q); });
}

std::vector<PostId> Prospects::nearest_seats(std::size_t most) const {
  std::vector<std::pair<Distance, PostId>> found;
  for (const PostId q : posts_) {
    if (snapshot_[q].kind == PostKind::struktural) continue;  // has one seat by definition
    if (told_[q.index()] != Told::always || !open(snapshot_, q, true)) continue;
    auto far = multipliers_hold_ ? distance(snapshot_, q)
                                 : Distance{-std::int64_t{satisfaction(snapshot_, i_, q)}};
    found.emplace_back(std::move(far), q);
  }
  std::ranges::sort(found);
  std::vector<PostId> posts;
  for (const auto& [far, q] : found)
    if (posts.size() < most) posts.push_back(q);
  return posts;
}

}  // namespace rembuk
