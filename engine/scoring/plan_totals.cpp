#include "engine/scoring/plan_totals.hpp"

#include <algorithm>
#include <functional>

#include "engine/scoring/standing_score.hpp"

namespace rembuk {

PlanTotals::PlanTotals(const Snapshot& snapshot, const AcceptanceModel& model,
                       std::span<const KnownAnswer> known)
    : snapshot_(&snapshot),
      chances_(model, snapshot.employees.size()),
      known_(known),
      competence_(snapshot),
      holders_(snapshot.posts.size()) {
  const StandingScore standing(snapshot);
  place_.reserve(snapshot.employees.size());
  sums_.employees = static_cast<std::int32_t>(snapshot.employees.size());
  for (std::size_t i = 0; i < snapshot.employees.size(); ++i) {
    const EmployeeId who{i};
    const PostId post = snapshot[who].post;
    const Points competence = competence_(who, post);
    place_.push_back(post);
    holders_[post.index()].push_back(competence);
    sums_.satisfaction.add(standing(snapshot[who], competence), 1);
    sums_.answered += snapshot[who].answered ? 1 : 0;
  }
  for (std::size_t j = 0; j < holders_.size(); ++j) {
    std::ranges::sort(holders_[j], std::greater{});
    sums_.needed += snapshot.posts[j].need;
    sums_.before += cover_of(PostId{j});
  }
  sums_.after = sums_.before;
}

void PlanTotals::place(EmployeeId who, PostId post) {
  const PostId last = place_[who.index()];
  if (last == post) return;
  const PostId current = (*snapshot_)[who].post;
  const auto score = [&](PostId at) {
    return pair_score(*snapshot_, who, at, competence_(who, at));
  };
  const PairScore now = score(current);
  const auto count = [&](PostId at, std::int32_t sign) {
    const PairScore then = at == current ? now : score(at);
    if (at != current)
      add_move(*snapshot_, chances_, known_, who, at, now, then, sign, sums_.movers);
    sums_.satisfaction.add(then.satisfaction, sign);
    return then.values[static_cast<std::size_t>(Criterion::competence)];
  };
  leave(last, count(last, -1));
  enter(post, count(post, 1));
  place_[who.index()] = post;
}

Cover PlanTotals::cover_of(PostId post) const {
  const auto& heads = holders_[post.index()];
  const auto covered =
      std::min<std::size_t>(heads.size(), static_cast<std::size_t>((*snapshot_)[post].need));
  Cover cover{static_cast<std::int64_t>(covered), 0};
  for (std::size_t k = 0; k < covered; ++k) cover.points += heads[k];
  return cover;
}

void PlanTotals::enter(PostId post, Points competence) {
  auto& heads = holders_[post.index()];
  sums_.after -= cover_of(post);
  heads.insert(std::ranges::upper_bound(heads, competence, std::greater{}), competence);
  sums_.after += cover_of(post);
}

void PlanTotals::leave(PostId post, Points competence) {
  auto& heads = holders_[post.index()];
  sums_.after -= cover_of(post);
  heads.erase(std::ranges::lower_bound(heads, competence, std::greater{}));
  sums_.after += cover_of(post);
}

}  // namespace rembuk
