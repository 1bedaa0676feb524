#include "engine/scoring/plan_totals.hpp"

#include <algorithm>
#include <functional>
#include <utility>

#include "engine/base/elementary.hpp"
#include "engine/scoring/concerns.hpp"
#include "engine/scoring/satisfaction.hpp"

namespace rembuk {
namespace {

std::pair<EmployeeId, PostId> proposal(const KnownAnswer& known) {
  return {known.employee, known.post};
}

}  // namespace

PlanTotals::PlanTotals(const Snapshot& snapshot, const AcceptanceModel& model,
                       std::span<const KnownAnswer> known)
    : snapshot_(&snapshot),
      model_(&model),
      known_(known.begin(), known.end()),
      holders_(snapshot.posts.size()) {
  std::ranges::sort(known_, {}, proposal);
  place_.reserve(snapshot.employees.size());
  for (std::size_t i = 0; i < snapshot.employees.size(); ++i) {
    const EmployeeId who{i};
    const PostId post = snapshot[who].post;
    place_.push_back(post);
    holders_[post.index()].push_back(competence_value(snapshot, who, post));
    count_satisfaction(who, post, 1);
    answered_ += snapshot[who].answered ? 1 : 0;
  }
  for (std::size_t j = 0; j < holders_.size(); ++j) {
    std::ranges::sort(holders_[j], std::greater{});
    needed_ += snapshot.posts[j].need;
    const Cover cover = cover_of(PostId{j});
    cover_.heads += cover.heads;
    cover_.points += cover.points;
  }
  before_ = cover_;
}

void PlanTotals::place(EmployeeId who, PostId post) {
  const PostId last = place_[who.index()];
  if (last == post) return;
  const PostId current = (*snapshot_)[who].post;
  if (last != current) count_move(who, last, -1);
  if (post != current) count_move(who, post, 1);
  count_satisfaction(who, last, -1);
  count_satisfaction(who, post, 1);
  leave(last, competence_value(*snapshot_, who, last));
  enter(post, competence_value(*snapshot_, who, post));
  place_[who.index()] = post;
}

void PlanTotals::count_satisfaction(EmployeeId who, PostId post, std::int32_t sign) {
  satisfaction_.add(satisfaction(*snapshot_, who, post), sign);
}

void PlanTotals::count_move(EmployeeId who, PostId post, std::int32_t sign) {
  const Snapshot& s = *snapshot_;
  const MoveCase move = move_case(s, who, post);
  movers_.people += sign;
  movers_.satisfaction += std::int64_t{sign} * satisfaction(s, who, post);
  (move.delta > 0 ? movers_.better : move.delta == 0 ? movers_.equal : movers_.worse) += sign;
  if (const auto wish = first_wish(s, who, post)) {
    movers_.wish_any += sign;
    if (*wish == 0) movers_.wish_first += sign;
    if (*wish < 3) movers_.wish_top3 += sign;
  }
  const unsigned touched = triggered_concerns(s, who, post);
  for (std::size_t k = 0; k < concern_categories; ++k) {
    if ((touched >> k & 1U) == 0) continue;
    movers_.concerns[k].people += sign;
    movers_.concerns[k].intensity_sum += sign * s[who].concerns[k];
  }
  const auto fact = std::ranges::lower_bound(known_, std::pair(who, post), {}, proposal);
  if (fact != known_.end() && proposal(*fact) == std::pair(who, post))
    count_fact(fact->answer, sign);
  else
    count_chances(who, move, sign);
}

void PlanTotals::count_fact(Answer answer, std::int32_t sign) {
  const std::int64_t one = std::int64_t{sign} * probability_one;
  ExpectedSums& sums = answer == Answer::accept        ? movers_.accept
                       : answer == Answer::conditional ? movers_.conditional
                                                       : movers_.object;
  sums.central += one;
  for (auto& draw : sums.draws) draw += one;
  if (answer != Answer::accept) return;
  movers_.accept_others += one;
  movers_.accept_half += one;
  movers_.accept_double += one;
}

void PlanTotals::count_chances(EmployeeId who, const MoveCase& move, std::int32_t sign) {
  const auto add = [&](ExpectedSums& sums, std::int64_t p) {
    sums.central += sign * p;
    sums.spread += sign * p * (probability_one - p);
  };
  const Probabilities p = probabilities(model_->central, move);
  add(movers_.accept, p.accept);
  add(movers_.conditional, p.conditional);
  add(movers_.object, p.object);
  for (std::size_t k = 0; k < parameter_draw_count; ++k) {
    const Probabilities draw = probabilities(model_->draws[k], move);
    movers_.accept.draws[k] += sign * draw.accept;
    movers_.conditional.draws[k] += sign * draw.conditional;
    movers_.object.draws[k] += sign * draw.object;
  }
  if ((*snapshot_)[who].answered) {
    movers_.accept_others += sign * p.accept;
    movers_.accept_half += sign * p.accept;
    movers_.accept_double += sign * p.accept;
    return;
  }
  const double ln2 = rembuk::log(2);
  movers_.nonrespondents += sign;
  movers_.accept_half += sign * probabilities(model_->central, move, -ln2).accept;
  movers_.accept_double += sign * probabilities(model_->central, move, ln2).accept;
}

PlanTotals::Cover PlanTotals::cover_of(PostId post) const {
  const auto& heads = holders_[post.index()];
  const auto covered =
      std::min<std::size_t>(heads.size(), static_cast<std::size_t>((*snapshot_)[post].need));
  Cover cover{static_cast<std::int64_t>(covered), 0};
  for (std::size_t k = 0; k < covered; ++k) cover.points += heads[k];
  return cover;
}

void PlanTotals::enter(PostId post, Points competence) {
  auto& heads = holders_[post.index()];
  const Cover old = cover_of(post);
  heads.insert(std::ranges::upper_bound(heads, competence, std::greater{}), competence);
  const Cover now = cover_of(post);
  cover_.heads += now.heads - old.heads;
  cover_.points += now.points - old.points;
}

void PlanTotals::leave(PostId post, Points competence) {
  auto& heads = holders_[post.index()];
  const Cover old = cover_of(post);
  heads.erase(std::ranges::lower_bound(heads, competence, std::greater{}));
  const Cover now = cover_of(post);
  cover_.heads += now.heads - old.heads;
  cover_.points += now.points - old.points;
}

Report PlanTotals::report() const {
  const auto people = [](std::int64_t sum) { return static_cast<double>(sum) / probability_one; };
  Report report;
  report.employees = static_cast<std::int32_t>(place_.size());
  report.answered = answered_;
  report.moved = movers_.people;
  report.satisfaction = satisfaction_.summary(report.employees);
  if (report.moved > 0)
    report.satisfaction.mean_moved = static_cast<double>(movers_.satisfaction) / report.moved;
  report.moved_better = movers_.better;
  report.moved_equal = movers_.equal;
  report.moved_worse = movers_.worse;
  report.wish_first = movers_.wish_first;
  report.wish_top3 = movers_.wish_top3;
  report.wish_any = movers_.wish_any;
  report.concerns = movers_.concerns;
  auto& a = report.acceptance;
  a.asked = report.moved;
  a.accept = movers_.accept.people(a.asked);
  a.conditional = movers_.conditional.people(a.asked);
  a.object = movers_.object.people(a.asked);
  a.nonrespondents = movers_.nonrespondents;
  a.if_none_of_them = people(movers_.accept_others);
  a.if_all_of_them = a.if_none_of_them + a.nonrespondents;
  a.if_half_odds = people(movers_.accept_half);
  a.if_double_odds = people(movers_.accept_double);
  report.need = {needed_, before_.heads, cover_.heads, static_cast<double>(before_.points) / 10000,
                 static_cast<double>(cover_.points) / 10000};
  return report;
}

}  // namespace rembuk
