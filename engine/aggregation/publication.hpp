#pragma once
#include <array>
#include <cstdint>
#include <set>
#include <span>
#include <vector>

#include "engine/aggregation/cell.hpp"
#include "engine/domain/snapshot.hpp"

/// The only way from persons to groups: what a leader may see of a plan's report.
/// Source: decisions on publication; Hundepool et al. (2012), ch. 4 (threshold rule, secondary
/// suppression).
namespace rembuk {

/// Numbers of a report on which publication decides. Counts are people; means are exact.
struct ReportNumbers {
  std::int32_t employees = 0, answered = 0, moved = 0;
  double mean = 0, median = 0, worst_tenth_mean = 0, mean_moved = 0, gini = 0;
  std::int32_t better = 0, equal = 0, worse = 0;
  std::int32_t wish_first = 0, wish_top3 = 0, wish_any = 0;
  std::array<double, 3> accept{}, conditional{}, object{};  ///< mean, low80, high80
  std::int32_t nonrespondents = 0;
  double if_none = 0, if_all = 0, if_half_odds = 0, if_double_odds = 0;
  std::array<std::int32_t, concern_categories> concern_people{};
  /// Change of the mean from the present to the plan, in points: by criterion, then by wish and
  /// stance.
  std::array<double, 6> causes{};
  /// The policy itself guarantees that nobody is worse off: then 0 worse is no secret.
  bool nobody_worse_by_policy = false;
};

using PublishedCount =
    std::array<Cell, 3>;  ///< mean, low80, high80; tenths of people, whole people

struct PublishedReport {
  std::int32_t employees = 0, moved = 0;
  Cell answered;                               ///< people
  Cell mean, median, worst_tenth, mean_moved;  ///< points, rounded to 0.1 percentage point
  Cell gini;                                   ///< thousandths
  Cell better, equal, worse;                   ///< people
  Cell wish_first, wish_top3, wish_any;        ///< people
  PublishedCount accept, conditional, object;
  Cell nonrespondents;                                 ///< people
  Cell if_none, if_all, if_half_odds, if_double_odds;  ///< tenths of people, whole people
  std::array<Cell, concern_categories> concerns;       ///< people
  std::array<Cell, 6> causes;                          ///< points, rounded to `cause_step`
  std::int32_t cause_step = 10;                        ///< points

  friend bool operator==(const PublishedReport&, const PublishedReport&) = default;
};

/// What may be shown of `numbers` when groups below `threshold` people are withheld: means and
/// expected counts from that many people who answered, median and Gini from 30, the worst tenth if
/// it holds that many people; a count if it and the rest of its whole hold that many; the minimum
/// and intensities never. A group and the rest of its whole are treated alike, and the reason of a
/// withheld cell is the same for nobody, few, nearly everybody and everybody: it tells nothing.
/// Causes stand on enough moved people who answered and are rounded so that the greatest effect of
/// `threshold` people fits into one step: else the part of wishes would tell a withheld number of
/// wishes, and that of a criterion a few people's order.
[[nodiscard]] PublishedReport publish(const ReportNumbers& numbers, std::int32_t threshold);

/// A release after `previous`: a count that changed by 1 … threshold − 1 people keeps its earlier
/// value, so that no difference of two releases shows a few people; together with the cells that
/// would tell it.
[[nodiscard]] PublishedReport settled(const PublishedReport& previous, PublishedReport next,
                                      std::int32_t threshold);

/// People who answered and whom the two plans place differently.
[[nodiscard]] std::int32_t answered_placed_differently(const Snapshot& snapshot, const Plan& a,
                                                       const Plan& b);

/// True if `plan` may be shown beside `shown`: it places nobody or at least `threshold` people who
/// answered differently from each of them, and no sum of it and one of them less the sum of two
/// others rests on fewer. Cost: O(k³) comparisons that end at `threshold` people.
[[nodiscard]] bool may_be_shown(const Snapshot& snapshot, const Plan& plan,
                                std::span<const Plan* const> shown, std::int32_t threshold);

/// People who wish for a post, as everybody may see it: in steps of ten.
[[nodiscard]] constexpr std::int32_t wished_in_steps(std::int32_t people) {
  return people / 10 * 10;
}

/// Decides when a new release is due: after `threshold` different people have sent or changed an
/// answer since the last one. Nothing leaves in between, not even that somebody answered.
class ReleaseGate {
 public:
  explicit ReleaseGate(std::int32_t threshold) : threshold_(threshold) {}
  /// True if a release is due now; the count then starts anew.
  [[nodiscard]] bool answered(EmployeeId who) {
    changed_.insert(who);
    if (static_cast<std::int32_t>(changed_.size()) < threshold_) return false;
    changed_.clear();
    return true;
  }

 private:
  std::int32_t threshold_;
  std::set<EmployeeId> changed_;
};

}  // namespace rembuk
