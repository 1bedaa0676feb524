#include "engine/scoring/report.hpp"

#include <algorithm>
#include <functional>

#include "engine/scoring/plan_sums.hpp"
#include "engine/scoring/standing_score.hpp"

namespace rembuk {
namespace {

/// Of all posts, when employee i is at place[i] with v_competence[i] there; heads[j]: how many are
/// at post j.
Cover covered(const Snapshot& s, std::span<const PostId> place, std::span<const std::int32_t> heads,
              std::span<const Points> competence) {
  Cover sum;
  // Only a post with more heads than it needs has to choose among them: room[j] is their place in
  // one array.
  constexpr std::int32_t none = -1;
  std::vector<std::int32_t> room(s.posts.size(), none);
  std::int32_t waiting = 0;
  for (std::size_t j = 0; j < heads.size(); ++j) {
    sum.heads += std::min(heads[j], s.posts[j].need);
    if (heads[j] <= s.posts[j].need) continue;
    room[j] = waiting;
    waiting += heads[j];
  }
  std::vector<Points> choice(static_cast<std::size_t>(waiting));
  for (std::size_t i = 0; i < place.size(); ++i) {
    auto& at = room[place[i].index()];
    if (at == none)
      sum.points += competence[i];
    else
      choice[static_cast<std::size_t>(at++)] = competence[i];
  }
  for (std::size_t j = 0; j < heads.size(); ++j) {
    if (room[j] == none) continue;
    const auto last = choice.begin() + room[j], first = last - heads[j];
    const auto best = first + s.posts[j].need;
    std::nth_element(first, best, last, std::greater{});
    for (auto at = first; at != best; ++at) sum.points += *at;
  }
  return sum;
}

}  // namespace

StatusQuo::StatusQuo(const Snapshot& snapshot)
    : snapshot_(&snapshot), competence_at_(snapshot), sums_(std::make_unique<PlanSums>()) {
  sums_->employees = static_cast<std::int32_t>(snapshot.employees.size());
  for (const auto& post : snapshot.posts) sums_->needed += post.need;
  std::vector<PostId> place(snapshot.employees.size());
  std::vector<std::int32_t> heads(snapshot.posts.size());
  competence_.resize(place.size());
  const StandingScore standing(snapshot);
  // In blocks whose rows stay in the nearest memory: two short loops are faster than a long one.
  constexpr std::size_t block = 64;
  for (std::size_t first = 0; first < place.size(); first += block) {
    const std::size_t last = std::min(first + block, place.size());
    competence_at_.standing(EmployeeId{first}, std::span(competence_).subspan(first, last - first));
    for (std::size_t i = first; i < last; ++i) {
      const auto& employee = snapshot.employees[i];
      place[i] = employee.post;
      ++heads[employee.post.index()];
      sums_->satisfaction.add(standing(employee, competence_[i]), 1);
      sums_->answered += employee.answered ? 1 : 0;
    }
  }
  sums_->before = sums_->after = covered(snapshot, place, heads, competence_);
}

StatusQuo::~StatusQuo() = default;

Report StatusQuo::report(const Plan& plan, const AcceptanceModel& model,
                         std::span<const KnownAnswer> known) const {
  if (plan.moves.empty()) return sums_->report();
  const Snapshot& snapshot = *snapshot_;
  PlanSums sums = *sums_;
  std::vector<Points> competence = competence_;
  const std::vector<PostId> place = placement(snapshot, plan);
  const ChanceTable chances(model, plan.moves.size());
  const KnownAnswers answers(known);
  for (std::size_t i = 0; i < place.size(); ++i) {
    const EmployeeId who{i};
    const PostId current = snapshot[who].post;
    if (place[i] == current) continue;
    const PairScore now = pair_score(snapshot, who, current, competence[i]);
    competence[i] = competence_at_(who, place[i]);
    const PairScore then = pair_score(snapshot, who, place[i], competence[i]);
    sums.satisfaction.add(now.satisfaction, -1);
    sums.satisfaction.add(then.satisfaction, 1);
    add_move(snapshot, chances, answers, who, place[i], now, then, 1, sums.movers);
  }
  std::vector<std::int32_t> heads(snapshot.posts.size());
  for (const PostId at : place) ++heads[at.index()];
  sums.after = covered(snapshot, place, heads, competence);
  return sums.report();
}

Report evaluate(const Snapshot& snapshot, const Plan& plan, const AcceptanceModel& model,
                std::span<const KnownAnswer> known) {
  return StatusQuo(snapshot).report(plan, model, known);
}

}  // namespace rembuk
