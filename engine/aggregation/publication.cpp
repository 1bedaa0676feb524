#include "engine/aggregation/publication.hpp"

#include <algorithm>
#include <cmath>

namespace rembuk {
namespace {

constexpr std::int32_t least_for_median = 30;

std::int64_t nearest(double value) {
  return static_cast<std::int64_t>(value + (value < 0 ? -0.5 : 0.5));
}

Cell points(double value) { return nearest(value / 10) * 10; }

/// Whole people, in tenths.
Cell whole_people(double value) { return nearest(value) * 10; }

/// Better, equal and worse than staying, in two steps that do not look at what they hide (choosing
/// the smallest partner for a small part would tell its size): better against the rest, then the
/// rest apart. Either step shows both sides or none.
void publish_gains(const ReportNumbers& n, std::int32_t threshold, PublishedReport& out) {
  const std::int32_t rest = n.equal + n.worse;
  const bool none_worse =
      n.nobody_worse_by_policy && n.worse == 0;  // a planner's lock may break it
  const bool shown =
      n.moved - n.nonrespondents >= threshold && n.better >= threshold && rest >= threshold;
  const bool apart = shown && (none_worse || (n.equal >= threshold && n.worse >= threshold));
  const auto when = [](bool may, std::int32_t people) {
    return may ? Cell(std::int64_t{people}) : Cell(Withheld::few_people);
  };
  out.better = when(shown, n.better);
  out.equal = when(apart, n.equal);
  out.worse = when(apart || none_worse, n.worse);
}

PublishedCount expected_people(const std::array<double, 3>& expected, bool enough) {
  PublishedCount cells;
  for (std::size_t k = 0; k < 3; ++k)
    cells[k] = enough ? whole_people(expected[k]) : Cell(Withheld::few_people);
  return cells;
}

/// Nested groups nobody ⊆ first ⊆ top 3 ⊆ any ⊆ everybody who answered: each must stand apart from
/// the last published one below it, and from everybody, by the threshold. Then whoever knows the
/// others still has threshold possible values for a hidden one.
void publish_wishes(const ReportNumbers& n, std::int32_t threshold, PublishedReport& out) {
  const std::int32_t respondents = n.moved - n.nonrespondents;
  const std::array<std::int32_t, 3> counts = {n.wish_first, n.wish_top3, n.wish_any};
  const std::array<Cell*, 3> cells = {&out.wish_first, &out.wish_top3, &out.wish_any};
  std::int32_t last = 0;
  for (std::size_t k = 0; k < 3; ++k) {
    *cells[k] = Withheld::few_people;
    if (counts[k] - last < threshold || respondents - counts[k] < threshold) continue;
    *cells[k] = std::int64_t{counts[k]};
    last = counts[k];
  }
}

void publish_satisfaction(const ReportNumbers& n, std::int32_t threshold, PublishedReport& out) {
  const bool enough = n.answered >= threshold;
  const auto when = [](bool may, Cell cell) { return may ? cell : Cell(Withheld::few_people); };
  out.mean = when(enough, points(n.mean));
  out.median = when(n.answered >= std::max(threshold, least_for_median), points(n.median));
  out.gini = when(n.answered >= std::max(threshold, least_for_median), nearest(n.gini * 1000));
  out.worst_tenth = when(enough && (n.employees + 9) / 10 >= threshold, points(n.worst_tenth_mean));
}

/// Mean and expected counts of the moved. The mean of all and that of the moved give that of the
/// others: so these are nobody who answered, or enough.
void publish_moved(const ReportNumbers& n, std::int32_t threshold, PublishedReport& out) {
  const std::int32_t respondents = n.moved - n.nonrespondents, others = n.answered - respondents;
  const bool enough = respondents >= threshold;
  const Cell none = Withheld::few_people;
  out.mean_moved = enough && (others == 0 || others >= threshold) ? points(n.mean_moved) : none;
  out.accept = expected_people(n.accept, enough);
  out.conditional = expected_people(n.conditional, enough);
  out.object = expected_people(n.object, enough);
}

/// Those who did not answer, and what rests on how many they are: any of these numbers beside the
/// expected acceptance tells their number, so all are published or none.
void publish_silent(const ReportNumbers& n, std::int32_t threshold, PublishedReport& out) {
  const bool enough = n.nonrespondents >= threshold && n.moved - n.nonrespondents >= threshold;
  const Cell none = Withheld::few_people;
  out.nonrespondents = enough ? Cell(std::int64_t{n.nonrespondents}) : none;
  out.if_none = enough ? whole_people(n.if_none) : none;
  out.if_all = enough ? whole_people(n.if_all) : none;
  out.if_half_odds = enough ? whole_people(n.if_half_odds) : none;
  out.if_double_odds = enough ? whole_people(n.if_double_odds) : none;
}

/// A concern is published if enough people who answered share it and enough do not.
void publish_concerns(const ReportNumbers& n, std::int32_t threshold, PublishedReport& out) {
  const std::int32_t respondents = n.moved - n.nonrespondents;
  for (std::size_t k = 0; k < concern_categories; ++k) {
    const std::int32_t people = n.concern_people[k];
    const bool few = people < threshold || respondents - people < threshold;
    out.concerns[k] = few ? Cell(Withheld::few_people) : Cell(std::int64_t{people});
  }
}

/// Three quarters of the greatest weight, for a value that falls from 10000 to 0; more than the
/// greatest bonus.
constexpr std::int64_t most_by_one_cause = 3426;

void publish_causes(const ReportNumbers& n, std::int32_t threshold, PublishedReport& out) {
  const bool enough = n.moved - n.nonrespondents >= threshold;
  const std::int64_t people = std::max(n.employees, 1), tenth = 10;
  const std::int64_t hidden = std::int64_t{threshold} * most_by_one_cause;
  const std::int64_t step =
      std::max<std::int64_t>(1, (hidden + people * tenth - 1) / (people * tenth)) * tenth;
  out.cause_step = static_cast<std::int32_t>(step);
  for (std::size_t k = 0; k < out.causes.size(); ++k)
    out.causes[k] = enough ? Cell(nearest(n.causes[k] / static_cast<double>(step)) * step)
                           : Cell(Withheld::few_people);
}

void nobody_moved(PublishedReport& out) {
  const Cell none = Withheld::not_applicable;
  for (Cell* cell : {&out.mean_moved, &out.better, &out.equal, &out.worse, &out.wish_first,
                     &out.wish_top3, &out.wish_any, &out.nonrespondents, &out.if_none, &out.if_all,
                     &out.if_half_odds, &out.if_double_odds})
    *cell = none;
  out.accept = out.conditional = out.object = {none, none, none};
  out.concerns.fill(none);
  out.causes.fill(none);
}

/// The cell changed by one to threshold − 1 people.
bool few_changed(const Cell& previous, const Cell& next, std::int32_t threshold) {
  const auto* before = std::get_if<std::int64_t>(&previous);
  const auto* after = std::get_if<std::int64_t>(&next);
  return before && after && *after != *before && std::abs(*after - *before) < threshold;
}

using Group = std::initializer_list<Cell PublishedReport::*>;

/// Cells that add up to a known whole are repeated together: one new part would tell the change of
/// the others.
void settle(const PublishedReport& previous, PublishedReport& next, Group group,
            std::int32_t threshold) {
  if (std::ranges::none_of(
          group, [&](auto cell) { return few_changed(previous.*cell, next.*cell, threshold); }))
    return;
  for (const auto cell : group) next.*cell = previous.*cell;
}

}  // namespace

PublishedReport publish(const ReportNumbers& n, std::int32_t threshold) {
  PublishedReport out;
  out.employees = n.employees;
  out.moved = n.moved;
  const bool few = n.answered < threshold || n.employees - n.answered < threshold;
  out.answered = few ? Cell(Withheld::few_people) : Cell(std::int64_t{n.answered});
  publish_satisfaction(n, threshold, out);
  if (n.moved == 0) {
    nobody_moved(out);
    return out;
  }
  publish_wishes(n, threshold, out);
  publish_gains(n, threshold, out);
  publish_moved(n, threshold, out);
  publish_silent(n, threshold, out);
  publish_concerns(n, threshold, out);
  publish_causes(n, threshold, out);
  return out;
}

PublishedReport settled(const PublishedReport& previous, PublishedReport next,
                        std::int32_t threshold) {
  using P = PublishedReport;
  settle(previous, next, {&P::answered}, threshold);
  settle(previous, next, {&P::better, &P::equal, &P::worse}, threshold);
  for (const auto wish : {&P::wish_first, &P::wish_top3, &P::wish_any})
    settle(previous, next, {wish}, threshold);
  if (few_changed(previous.nonrespondents, next.nonrespondents, threshold))  // the others tell it
    for (const auto cell :
         {&P::nonrespondents, &P::if_none, &P::if_all, &P::if_half_odds, &P::if_double_odds})
      next.*cell = previous.*cell;
  for (std::size_t k = 0; k < concern_categories; ++k)
    if (few_changed(previous.concerns[k], next.concerns[k], threshold))
      next.concerns[k] = previous.concerns[k];
  return next;
}

std::int32_t answered_placed_differently(const Snapshot& snapshot, const Plan& a, const Plan& b) {
  const auto in_a = placement(snapshot, a), in_b = placement(snapshot, b);
  std::int32_t people = 0;
  for (std::size_t i = 0; i < in_a.size(); ++i)
    if (in_a[i] != in_b[i] && snapshot.employees[i].answered) ++people;
  return people;
}

namespace {

using Places = std::vector<PostId>;

/// True if nobody or at least `threshold` people who answered are `seen`.
bool nobody_or_enough(const Snapshot& snapshot, std::int32_t threshold, const auto& seen) {
  std::int32_t people = 0;
  for (std::size_t i = 0; i < snapshot.employees.size() && people < threshold; ++i)
    if (snapshot.employees[i].answered && seen(i)) ++people;
  return people == 0 || people >= threshold;
}

/// The sums of (plan, a) and of (b, c) differ by what is published of the people whose two places
/// are not the same in both: nobody, or enough.
bool pairs_apart(const Snapshot& snapshot, const Places& plan, const Places& a, const Places& b,
                 const Places& c, std::int32_t threshold) {
  return nobody_or_enough(snapshot, threshold, [&](std::size_t i) {
    return !(plan[i] == b[i] && a[i] == c[i]) && !(plan[i] == c[i] && a[i] == b[i]);
  });
}

}  // namespace

bool may_be_shown(const Snapshot& snapshot, const Plan& plan, std::span<const Plan* const> shown,
                  std::int32_t threshold) {
  const Places mine = placement(snapshot, plan);
  std::vector<Places> others;
  for (const Plan* other : shown) others.push_back(placement(snapshot, *other));
  for (const Places& other : others)
    if (!nobody_or_enough(snapshot, threshold, [&](std::size_t i) { return mine[i] != other[i]; }))
      return false;
  for (std::size_t a = 0; a < others.size(); ++a)
    for (std::size_t b = 0; b < others.size(); ++b)
      for (std::size_t c = b + 1; c < others.size(); ++c)
        if (a != b && a != c &&
            !pairs_apart(snapshot, mine, others[a], others[b], others[c], threshold))
          return false;
  return true;
}

}  // namespace rembuk
