#include "engine/aggregation/publication.hpp"

#include <algorithm>

namespace rembuk {
namespace {

constexpr std::int32_t least_for_median = 30;

std::int64_t nearest(double value) { return static_cast<std::int64_t>(value + (value < 0 ? -0.5 : 0.5)); }

Cell points(double value) { return nearest(value / 10) * 10; }

/// Whole people, in tenths.
Cell whole_people(double value) { return nearest(value) * 10; }

/// The parts of a whole, published so that no hidden part can be computed from the others: a part
/// below the threshold is hidden, and then the smallest others until two are hidden that together
/// hold the threshold. `known` parts are no secret (a policy guarantees them).
template <std::size_t n>
std::array<Cell, n> publish_parts(const std::array<std::int32_t, n>& parts, const std::array<bool, n>& known,
                                  std::int32_t threshold) {
  std::array<bool, n> hidden{};
  std::int64_t sum = 0;
  int count = 0;
  const auto hide = [&](std::size_t k) {
    hidden[k] = true;
    sum += parts[k];
    ++count;
  };
  for (std::size_t k = 0; k < n; ++k)
    if (!known[k] && parts[k] < threshold) hide(k);
  while (count > 0 && (count < 2 || sum < threshold)) {
    std::size_t smallest = n;
    for (std::size_t k = 0; k < n; ++k)
      if (!hidden[k] && !known[k] && (smallest == n || parts[k] < parts[smallest])) smallest = k;
    if (smallest == n) break;
    hide(smallest);
  }
  std::array<Cell, n> cells;
  for (std::size_t k = 0; k < n; ++k)
    cells[k] = hidden[k] ? Cell(Withheld::few_people) : Cell(std::int64_t{parts[k]});
  return cells;
}

PublishedCount expected_people(const std::array<double, 3>& expected, bool enough) {
  PublishedCount cells;
  for (std::size_t k = 0; k < 3; ++k) cells[k] = enough ? whole_people(expected[k]) : Cell(Withheld::few_people);
  return cells;
}

/// Nested counts first ⊆ top 3 ⊆ any ⊆ moved: each must differ from its neighbours by nobody or by
/// the threshold; nobody and everybody are extreme shares of what people said.
void publish_wishes(const ReportNumbers& n, std::int32_t threshold, PublishedReport& out) {
  const std::array<std::int32_t, 3> counts = {n.wish_first, n.wish_top3, n.wish_any};
  std::array<Cell*, 3> cells = {&out.wish_first, &out.wish_top3, &out.wish_any};
  std::int32_t last = 0;  // the last published, or 0
  for (std::size_t k = 0; k < 3; ++k) {
    const auto close = [&](std::int32_t a, std::int32_t b) { return a != b && std::abs(a - b) < threshold; };
    if (counts[k] == 0 || counts[k] == n.moved)
      *cells[k] = Withheld::extreme_share;
    else if (counts[k] < threshold || close(counts[k], last) || close(counts[k], n.moved))
      *cells[k] = Withheld::few_people;
    else {
      *cells[k] = std::int64_t{counts[k]};
      last = counts[k];
    }
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

void publish_moved(const ReportNumbers& n, std::int32_t threshold, PublishedReport& out) {
  const std::int32_t respondents = n.moved - n.nonrespondents;
  const bool enough = respondents >= threshold;
  const auto parts = publish_parts<3>({n.better, n.equal, n.worse},
                                      {false, false, n.nobody_worse_by_policy}, threshold);
  const Cell none = Withheld::few_people;
  out.better = enough ? parts[0] : none;
  out.equal = enough ? parts[1] : none;
  out.worse = enough || n.nobody_worse_by_policy ? parts[2] : none;
  out.mean_moved = enough ? points(n.mean_moved) : none;
  out.accept = expected_people(n.accept, enough);
  out.conditional = expected_people(n.conditional, enough);
  out.object = expected_people(n.object, enough);
  const bool silent = n.nonrespondents >= threshold && enough;
  out.nonrespondents = silent ? Cell(std::int64_t{n.nonrespondents}) : none;
  out.if_none = enough ? whole_people(n.if_none) : none;
  out.if_all = silent ? whole_people(n.if_all) : none;
  out.if_half_odds = enough ? whole_people(n.if_half_odds) : none;
  out.if_double_odds = enough ? whole_people(n.if_double_odds) : none;
  for (std::size_t k = 0; k < concern_categories; ++k) {
    const std::int32_t people = n.concern_people[k];
    const bool few = people < threshold || (respondents - people > 0 && respondents - people < threshold);
    out.concerns[k] = few ? none : people == respondents ? Cell(Withheld::extreme_share) : Cell(std::int64_t{people});
  }
}

void nobody_moved(PublishedReport& out) {
  const Cell none = Withheld::not_applicable;
  for (Cell* cell : {&out.mean_moved, &out.better, &out.equal, &out.worse, &out.wish_first, &out.wish_top3,
                     &out.wish_any, &out.nonrespondents, &out.if_none, &out.if_all, &out.if_half_odds, &out.if_double_odds})
    *cell = none;
  out.accept = out.conditional = out.object = {none, none, none};
  out.concerns.fill(none);
}

void settle(const Cell& previous, Cell& next, std::int32_t threshold) {
  const auto* before = std::get_if<std::int64_t>(&previous);
  const auto* after = std::get_if<std::int64_t>(&next);
  if (before && after && std::abs(*after - *before) < threshold) next = previous;
}

}  // namespace

PublishedReport publish(const ReportNumbers& n, std::int32_t threshold) {
  PublishedReport out;
  out.employees = n.employees;
  out.moved = n.moved;
  const bool everybody = n.answered == n.employees;
  const bool few = n.answered < threshold || (!everybody && n.employees - n.answered < threshold);
  out.answered = few ? Cell(Withheld::few_people) : Cell(std::int64_t{n.answered});
  publish_satisfaction(n, threshold, out);
  if (n.moved == 0) {
    nobody_moved(out);
    return out;
  }
  publish_wishes(n, threshold, out);
  publish_moved(n, threshold, out);
  return out;
}

PublishedReport settled(const PublishedReport& previous, PublishedReport next, std::int32_t threshold) {
  settle(previous.answered, next.answered, threshold);
  settle(previous.better, next.better, threshold);
  settle(previous.equal, next.equal, threshold);
  settle(previous.worse, next.worse, threshold);
  settle(previous.wish_first, next.wish_first, threshold);
  settle(previous.wish_top3, next.wish_top3, threshold);
  settle(previous.wish_any, next.wish_any, threshold);
  settle(previous.nonrespondents, next.nonrespondents, threshold);
  for (std::size_t k = 0; k < concern_categories; ++k) settle(previous.concerns[k], next.concerns[k], threshold);
  return next;
}

std::int32_t answered_placed_differently(const Snapshot& snapshot, const Plan& a, const Plan& b) {
  const auto in_a = placement(snapshot, a), in_b = placement(snapshot, b);
  std::int32_t people = 0;
  for (std::size_t i = 0; i < in_a.size(); ++i)
    if (in_a[i] != in_b[i] && snapshot.employees[i].answered) ++people;
  return people;
}

bool may_be_shown(const Snapshot& snapshot, const Plan& plan, std::span<const Plan* const> shown,
                  std::int32_t threshold) {
  return std::ranges::all_of(shown, [&](const Plan* other) {
    const auto people = answered_placed_differently(snapshot, plan, *other);
    return people == 0 || people >= threshold;
  });
}

}  // namespace rembuk
