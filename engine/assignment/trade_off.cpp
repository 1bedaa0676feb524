#include "engine/assignment/trade_off.hpp"

#include <algorithm>
#include <numeric>
#include <optional>

#include "engine/assignment/lexicographic.hpp"
#include "engine/assignment/request.hpp"
#include "engine/domain/reasons.hpp"

namespace rembuk {
namespace {

using Outcome = LexicographicFlow::Outcome;

class Search {
 public:
  enum class Status : std::uint8_t { optimal, infeasible, cancelled, relatives_met, forced };

  Search(const Snapshot& s, const PairTable& all, PlanRequest& request,
         std::vector<EmployeeId>& kept, std::size_t most, const Progress& progress)
      : s_(s),
        all_(all),
        request_(request),
        kept_(kept),
        most_(most),
        progress_(progress),
        solutions_(static_cast<double>(2 * most - 1)) {}

  Status run() {
    if (const auto status = place_ends(); status != Status::optimal) return status;
    for (;;) {
      const auto at = widest();
      if (!at || points_.size() == most_) break;
      if (const auto status = split(*at); status != Status::optimal) return status;
    }
    return Status::optimal;
  }
  std::vector<TradeOffPoint> points() && { return std::move(points_); }
  [[nodiscard]] bool complete() const { return !widest(); }

 private:
  /// Solves `levels` on fresh pairs, and the ties; `enough(value of the first)` goes on after it.
  Status solve(const std::vector<Level>& levels, auto enough, std::optional<TradeOffPoint>& found) {
    PairTable pairs = all_;
    LexicographicFlow flow(s_, pairs, request_.bounds);
    const double from = std::min(1.0, 0.2 + 0.8 * static_cast<double>(solved_++) / solutions_);
    const double to = std::min(1.0, from + 0.8 / solutions_);
    if ((pairs.anyone_sent() && solved_ == 1) || !request_.bounds.empty()) {
      const auto outcome = flow.place_everyone(progress_);
      if (outcome == Outcome::cancelled) return Status::cancelled;
      if (outcome == Outcome::infeasible) return Status::infeasible;
    }
    for (std::size_t at = 0; at < levels.size(); ++at) {
      if (flow.solve(levels[at], progress_, from, to) != Outcome::optimal) return Status::cancelled;
      if (at == 0 && !enough(flow.certificate().primal)) return Status::optimal;
    }
    if (flow.solve(tie_break(pairs, request_.seed), progress_, from, to) != Outcome::optimal)
      return Status::cancelled;
    found = measured(plan_of(s_, all_, flow.places(), reason_text(by_policy, "frontier")), flow.places());
    const auto relations = keep_relatives_apart(s_, found->plan, request_, kept_);
    if (relations == Relations::forced_together) return Status::forced;
    return relations == Relations::apart ? Status::optimal : Status::relatives_met;
  }

  [[nodiscard]] TradeOffPoint measured(Plan plan, const std::vector<PostId>& places) const {
    TradeOffPoint point;
    std::vector<std::int64_t> heads(all_.posts());
    point.satisfaction_sum = -satisfaction_sum(s_, all_).fixed_cost;
    for (std::size_t j = 0; j < heads.size(); ++j) heads[j] = all_.fixed(j);
    for (std::size_t k = 0; k < places.size(); ++k) {
      point.satisfaction_sum += all_.row(k)[places[k].index()];
      ++heads[places[k].index()];
    }
    for (std::size_t j = 0; j < heads.size(); ++j)
      point.need_covered += std::min<std::int64_t>(heads[j], s_.posts[j].need);
    point.moves = static_cast<std::int64_t>(plan.moves.size());
    point.plan = std::move(plan);
    return point;
  }

  Status place_ends() {
    const auto need = need_covered(s_, all_), satisfaction = satisfaction_sum(s_, all_);
    const auto moves = fewest_moves(s_, all_);
    const auto always = [](std::int64_t) { return true; };
    std::optional<TradeOffPoint> first, last;
    if (const auto status = solve({satisfaction, need, moves}, always, first);
        status != Status::optimal)
      return status;
    if (const auto status = solve({need, satisfaction, moves}, always, last);
        status != Status::optimal)
      return status;
    first->weight_satisfaction = 1;
    last->weight_need = 1;
    points_.push_back(std::move(*first));
    if (last->need_covered == points_[0].need_covered) return Status::optimal;
    points_.push_back(std::move(*last));
    exhausted_.resize(1);
    return Status::optimal;
  }

  /// The segment to be split next: of those not exhausted, the one with the most room above it.
  [[nodiscard]] std::optional<std::size_t> widest() const {
    std::optional<std::size_t> best;
    __int128 most = 0;
    for (std::size_t at = 0; at < exhausted_.size(); ++at) {
      const auto room = static_cast<__int128>(gain(at)) * loss(at);
      if (exhausted_[at] != 0 || room <= most) continue;
      most = room;
      best = at;
    }
    return best;
  }
  [[nodiscard]] std::int64_t gain(std::size_t at) const {
    return points_[at + 1].need_covered - points_[at].need_covered;
  }
  [[nodiscard]] std::int64_t loss(std::size_t at) const {
    return points_[at].satisfaction_sum - points_[at + 1].satisfaction_sum;
  }

  Status split(std::size_t at) {
    const auto common = std::gcd(gain(at), loss(at));
    const std::int64_t of_satisfaction = gain(at) / common, of_need = loss(at) / common;
    const auto on_segment =
        of_satisfaction * points_[at].satisfaction_sum + of_need * points_[at].need_covered;
    std::optional<TradeOffPoint> found;
    // Need comes second: of an optimal face, its end with the most need is an extreme point.
    const auto status = solve(
        {weighted_sum(s_, all_, of_satisfaction, of_need), need_covered(s_, all_),
         fewest_moves(s_, all_)},
        [&](std::int64_t value) { return value > on_segment; }, found);
    if (status != Status::optimal) return status;
    if (!found) {
      exhausted_[at] = 1;
      return status;
    }
    found->weight_satisfaction = of_satisfaction;
    found->weight_need = of_need;
    points_.insert(points_.begin() + static_cast<std::ptrdiff_t>(at) + 1, std::move(*found));
    exhausted_.insert(exhausted_.begin() + static_cast<std::ptrdiff_t>(at), 0);
    return status;
  }

  const Snapshot& s_;
  const PairTable& all_;
  PlanRequest& request_;
  std::vector<EmployeeId>& kept_;
  std::size_t most_, solved_ = 0;
  const Progress& progress_;
  double solutions_;
  std::vector<TradeOffPoint> points_;    // by need_covered
  std::vector<std::uint8_t> exhausted_;  // segment between neighbours: no plan lies above it
};

TradeOff ended(PlanStatus status) {
  TradeOff result;
  result.status = status;
  return result;
}

}  // namespace

std::expected<TradeOff, Error> trade_off(const Snapshot& s, const PlanRequest& request,
                                         std::size_t most, const Progress& progress) {
  if (const auto sound = check_request(s, request); !sound) return std::unexpected(sound.error());
  if (most < 2) return std::unexpected(Error{Fault::invalid_input, "fewer than two points"});
  PlanRequest now = request;
  now.policy = Policy::balanced;  // no restriction on pairs
  std::vector<EmployeeId> kept;
  for (;;) {
    const auto pairs = PairTable::make(s, now, progress);
    if (!pairs) return ended(PlanStatus::cancelled);
    if (pairs->lock_refused()) return ended(PlanStatus::infeasible);
    Search search(s, *pairs, now, kept, most, progress);
    switch (search.run()) {
      case Search::Status::cancelled:
        return ended(PlanStatus::cancelled);
      case Search::Status::infeasible:
      case Search::Status::forced:
        return ended(PlanStatus::infeasible);
      case Search::Status::relatives_met:
        continue;  // all points again, so that they are points of one problem
      case Search::Status::optimal:
        break;
    }
    TradeOff result{PlanStatus::optimal, {}, std::move(kept), search.complete()};
    result.points = std::move(search).points();
    return result;
  }
}

}  // namespace rembuk
