#include "web/server/deliberation/wire_report.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace rembuk::server {
namespace {

std::array<double, 3> triple(const ExpectedPeople& people) {
  return {people.mean, people.low80, people.high80};
}
wire::ExpectedCount count(const PublishedCount& cells) { return {cells[0], cells[1], cells[2]}; }
PublishedCount cells(const wire::ExpectedCount& count) {
  return {count.mean, count.low, count.high};
}

}  // namespace

ReportNumbers report_numbers(const Report& r, const SatisfactionChange& change,
                             bool nobody_worse_by_policy) {
  ReportNumbers n;
  n.employees = r.employees;
  n.answered = r.answered;
  n.moved = r.moved;
  n.mean = r.satisfaction.mean;
  n.median = r.satisfaction.median;
  n.worst_tenth_mean = r.satisfaction.worst_tenth_mean;
  n.mean_moved = r.satisfaction.mean_moved;
  n.gini = r.satisfaction.gini;
  n.better = r.moved_better;
  n.equal = r.moved_equal;
  n.worse = r.moved_worse;
  n.wish_first = r.wish_first;
  n.wish_top3 = r.wish_top3;
  n.wish_any = r.wish_any;
  n.accept = triple(r.acceptance.accept);
  n.conditional = triple(r.acceptance.conditional);
  n.object = triple(r.acceptance.object);
  n.nonrespondents = r.acceptance.nonrespondents;
  n.if_none = r.acceptance.if_none_of_them;
  n.if_all = r.acceptance.if_all_of_them;
  n.if_half_odds = r.acceptance.if_half_odds;
  n.if_double_odds = r.acceptance.if_double_odds;
  for (std::size_t k = 0; k < concern_categories; ++k) n.concern_people[k] = r.concerns[k].people;
  const double of_mean =
      static_cast<double>(SatisfactionChange::units_per_point) * std::max(r.employees, 1);
  for (std::size_t k = 0; k < change.criteria.size(); ++k)
    n.causes[k] = static_cast<double>(change.criteria[k]) / of_mean;
  n.causes.back() = static_cast<double>(change.bonus) / of_mean;
  n.nobody_worse_by_policy = nobody_worse_by_policy;
  return n;
}

void put_cells(const PublishedReport& p, wire::Scenario& s) {
  s.moved = static_cast<std::uint32_t>(p.moved);
  s.asked = s.moved;
  s.mean = p.mean;
  s.median = p.median;
  s.worst_tenth = p.worst_tenth;
  s.mean_moved = p.mean_moved;
  s.gini = p.gini;
  s.better = p.better;
  s.equal = p.equal;
  s.worse = p.worse;
  s.wish_first = p.wish_first;
  s.wish_top3 = p.wish_top3;
  s.wish_any = p.wish_any;
  s.accept = count(p.accept);
  s.conditional = count(p.conditional);
  s.object = count(p.object);
  s.nonrespondents = p.nonrespondents;
  s.accept_if_none = p.if_none;
  s.accept_if_all = p.if_all;
  s.accept_if_half_odds = p.if_half_odds;
  s.accept_if_double_odds = p.if_double_odds;
  s.concerns.assign(p.concerns.begin(), p.concerns.end());
  s.causes.assign(p.causes.begin(), p.causes.end());
  s.cause_step = static_cast<std::uint16_t>(std::min(p.cause_step, 65535));
}

PublishedReport taken_cells(const wire::Scenario& s, const Cell& answered) {
  PublishedReport p;
  p.moved = static_cast<std::int32_t>(s.moved);
  p.answered = answered;
  p.mean = s.mean;
  p.median = s.median;
  p.worst_tenth = s.worst_tenth;
  p.mean_moved = s.mean_moved;
  p.gini = s.gini;
  p.better = s.better;
  p.equal = s.equal;
  p.worse = s.worse;
  p.wish_first = s.wish_first;
  p.wish_top3 = s.wish_top3;
  p.wish_any = s.wish_any;
  p.accept = cells(s.accept);
  p.conditional = cells(s.conditional);
  p.object = cells(s.object);
  p.nonrespondents = s.nonrespondents;
  p.if_none = s.accept_if_none;
  p.if_all = s.accept_if_all;
  p.if_half_odds = s.accept_if_half_odds;
  p.if_double_odds = s.accept_if_double_odds;
  p.concerns.fill(Withheld::few_people);
  for (std::size_t k = 0; k < s.concerns.size() && k < p.concerns.size(); ++k)
    p.concerns[k] = s.concerns[k];
  return p;
}

}  // namespace rembuk::server
