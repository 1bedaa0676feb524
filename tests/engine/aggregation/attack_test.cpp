#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "engine/aggregation/publication.hpp"
#include "engine/base/random.hpp"
#include "engine/province/province.hpp"

/// An attacker who knows the rules of publication, every published cell and how many were moved:
/// which numbers could stand behind what was published? None that is withheld may be narrowed down
/// to fewer than the threshold of values.
using namespace rembuk;

namespace {

constexpr std::int32_t threshold = 10;

std::string seen(std::initializer_list<Cell> cells) {
  std::string text;
  for (const Cell& cell : cells) {
    const auto* number = std::get_if<std::int64_t>(&cell);
    text += number ? std::to_string(*number) + ","
                   : "?" + std::to_string(static_cast<int>(std::get<Withheld>(cell))) + ",";
  }
  return text;
}

struct Bounds {
  std::int64_t low = 1 << 30, high = -1;
  bool hidden = false;
  void hold(std::int64_t value, const Cell& cell) {
    low = std::min(low, value), high = std::max(high, value);
    hidden = hidden || !published(cell);
  }
};

/// Smallest number of values that the attacker must leave to a hidden cell, over all worlds that
/// `worlds` goes through.
struct Attacker {
  std::map<std::string, std::map<int, Bounds>> by_publication;

  void meet(const std::string& publication,
            std::initializer_list<std::pair<std::int64_t, Cell>> cells) {
    int at = 0;
    for (const auto& [value, cell] : cells) by_publication[publication][at++].hold(value, cell);
  }
  [[nodiscard]] std::int64_t narrowest() const {
    std::int64_t least = 1 << 30;
    for (const auto& [publication, cells] : by_publication)
      for (const auto& [at, bounds] : cells)
        if (bounds.hidden) least = std::min(least, bounds.high - bounds.low + 1);
    return least;
  }
};

ReportNumbers movers(std::int32_t moved) {
  ReportNumbers n;
  n.employees = 500, n.answered = 200;
  n.moved = moved;
  return n;
}

}  // namespace

TEST_CASE("better, equal and worse cannot be computed from each other and the number moved",
          "[aggregation]") {
  for (const std::int32_t moved : {10, 11, 19, 20, 29, 30, 31, 45, 60}) {
    Attacker attacker;
    for (std::int32_t better = 0; better <= moved; ++better)
      for (std::int32_t equal = 0; better + equal <= moved; ++equal) {
        ReportNumbers n = movers(moved);
        n.better = better, n.equal = equal, n.worse = moved - better - equal;
        const PublishedReport p = publish(n, threshold);
        attacker.meet(seen({p.better, p.equal, p.worse}),
                      {{n.better, p.better}, {n.equal, p.equal}, {n.worse, p.worse}});
      }
    CAPTURE(moved);
    CHECK(attacker.narrowest() >= threshold);
  }
}

TEST_CASE("nor where the policy guarantees that nobody is worse off", "[aggregation]") {
  for (std::int32_t moved = 10; moved <= 60; ++moved) {
    Attacker attacker;
    for (std::int32_t better = 0; better <= moved; ++better) {
      ReportNumbers n = movers(moved);
      n.nobody_worse_by_policy = true;
      n.better = better, n.equal = moved - better;
      const PublishedReport p = publish(n, threshold);
      attacker.meet(seen({p.better, p.equal, p.worse}), {{n.better, p.better}, {n.equal, p.equal}});
    }
    CAPTURE(moved);
    CHECK(attacker.narrowest() >= threshold);
  }
}

TEST_CASE("nested wishes cannot be computed from each other and the number who answered",
          "[aggregation]") {
  for (const std::int32_t respondents : {10, 15, 20, 21, 30, 34, 41}) {
    Attacker attacker;
    for (std::int32_t any = 0; any <= respondents; ++any)
      for (std::int32_t top3 = 0; top3 <= any; ++top3)
        for (std::int32_t first = 0; first <= top3; ++first) {
          ReportNumbers n = movers(respondents + 12);
          n.nonrespondents = 12;
          n.wish_first = first, n.wish_top3 = top3, n.wish_any = any;
          const PublishedReport p = publish(n, threshold);
          attacker.meet(seen({p.wish_first, p.wish_top3, p.wish_any}),
                        {{first, p.wish_first}, {top3, p.wish_top3}, {any, p.wish_any}});
        }
    CAPTURE(respondents);
    CHECK(attacker.narrowest() >= threshold);
  }
}

TEST_CASE("a concern and who answered leave ten possible values, or the value was published",
          "[aggregation]") {
  for (const std::int32_t respondents : {10, 19, 20, 25, 60}) {
    Attacker attacker;
    for (std::int32_t people = 0; people <= respondents; ++people) {
      ReportNumbers n = movers(respondents + 15);
      n.nonrespondents = 15;
      n.concern_people[0] = people;
      const PublishedReport p = publish(n, threshold);
      attacker.meet(seen({p.concerns[0]}), {{people, p.concerns[0]}});
    }
    CAPTURE(respondents);
    CHECK(attacker.narrowest() >= threshold);
  }
}

TEST_CASE("how many answered leaves ten possible values, or the value was published",
          "[aggregation]") {
  Attacker attacker;
  for (std::int32_t answered = 0; answered <= 50; ++answered) {
    ReportNumbers n = movers(0);
    n.employees = 50, n.answered = answered;
    const PublishedReport p = publish(n, threshold);
    attacker.meet(seen({p.answered}), {{answered, p.answered}});
  }
  CHECK(attacker.narrowest() >= threshold);
}

TEST_CASE("two releases in a row show no difference of one to nine people", "[aggregation]") {
  Random random(17);
  ReportNumbers n = movers(80);
  n.better = 40, n.equal = 20, n.worse = 20;
  PublishedReport shown = publish(n, threshold);
  for (int release = 0; release < 400; ++release) {
    n.answered = std::clamp(n.answered + static_cast<std::int32_t>(random.below(31)) - 15, 0, 500);
    for (auto& people : n.concern_people)
      people = std::clamp(people + static_cast<std::int32_t>(random.below(25)) - 12, 0, 80);
    const PublishedReport next = settled(shown, publish(n, threshold), threshold);
    const auto apart = [](const Cell& a, const Cell& b) {
      const auto *x = std::get_if<std::int64_t>(&a), *y = std::get_if<std::int64_t>(&b);
      return !x || !y || *x == *y || std::abs(*x - *y) >= threshold;
    };
    REQUIRE(apart(shown.answered, next.answered));
    for (std::size_t k = 0; k < concern_categories; ++k)
      REQUIRE(apart(shown.concerns[k], next.concerns[k]));
    shown = next;
  }
}

TEST_CASE("a part that is repeated cannot be computed from the new value of another",
          "[aggregation]") {
  ReportNumbers n = movers(100);
  n.better = 40, n.equal = 30, n.worse = 30;
  const PublishedReport first = publish(n, threshold);
  n.better = 22, n.equal = 39, n.worse = 39;  // 18 fewer are better: nine more in each other part
  const PublishedReport second = settled(first, publish(n, threshold), threshold);
  CHECK(second.better == first.better);
  CHECK(second.equal == first.equal);
  CHECK(second.worse == first.worse);
  n.better = 20, n.equal = 40, n.worse = 40;
  CHECK(settled(second, publish(n, threshold), threshold).equal == Cell(std::int64_t{40}));
}

TEST_CASE("a repeated number of people without an answer is not told by the bounds",
          "[aggregation]") {
  ReportNumbers n = movers(100);
  n.nonrespondents = 40, n.if_none = 30, n.if_all = 70, n.if_half_odds = 41, n.if_double_odds = 55;
  const PublishedReport first = publish(n, threshold);
  n.nonrespondents = 35, n.if_none = 33, n.if_all = 68;
  const PublishedReport second = settled(first, publish(n, threshold), threshold);
  CHECK(second.if_all == first.if_all);
  CHECK(second.if_none == first.if_none);
  n.nonrespondents = 30, n.if_none = 36, n.if_all = 66;
  CHECK(settled(second, publish(n, threshold), threshold).if_all == Cell(std::int64_t{660}));
}

TEST_CASE(
    "the part of wishes in a cause leaves ten possible numbers of people with their first wish",
    "[aggregation]") {
  // Each first wish that comes true adds 2500 points to one person; the attacker knows this and
  // that nothing else is in the part.
  for (const std::int32_t employees : {60, 200, 500, 3425, 3426, 12000}) {
    std::map<std::int64_t, Bounds> by_part;
    for (std::int32_t first = 0; first <= 60; ++first) {
      ReportNumbers n = movers(80);
      n.employees = employees;
      n.causes.back() = 2500.0 * first / employees;
      const PublishedReport p = publish(n, threshold);
      REQUIRE(published(p.causes.back()));
      by_part[std::get<std::int64_t>(p.causes.back())].hold(first, Withheld::few_people);
    }
    // The first and last steps are cut by the range itself.
    for (const auto& [part, bounds] : by_part)
      if (bounds.low > 0 && bounds.high < 60) {
        CAPTURE(employees, part);
        CHECK(bounds.high - bounds.low + 1 >= threshold);
      }
  }
}

namespace {

/// A province in which `answered` of the first people answered, and plans that move given people.
Snapshot province(std::size_t answered) {
  Snapshot s = make_snapshot(make_province({.employees = 200, .seed = 21}));
  for (std::size_t i = 0; i < s.employees.size(); ++i) s.employees[i].answered = i < answered;
  return s;
}

Plan moving(const Snapshot& s, std::size_t from, std::size_t to) {
  Plan plan;
  for (std::size_t i = from; i < to; ++i) {
    const std::size_t now = s.employees[i].post.index();
    plan.moves.push_back({EmployeeId{i}, PostId{(now + 1) % s.posts.size()}, ""});
  }
  return plan;
}

Plan both(Plan a, const Plan& b) {
  a.moves.insert(a.moves.end(), b.moves.begin(), b.moves.end());
  return a;
}

}  // namespace

TEST_CASE("a scenario that places one to nine people who answered differently is withheld",
          "[aggregation]") {
  const Snapshot s = province(100);
  const Plan base = moving(s, 0, 30);
  const std::vector<const Plan*> shown = {&base};
  CHECK(may_be_shown(s, moving(s, 0, 30), shown, threshold));
  CHECK_FALSE(may_be_shown(s, moving(s, 0, 31), shown, threshold));
  CHECK_FALSE(may_be_shown(s, moving(s, 0, 39), shown, threshold));
  CHECK(may_be_shown(s, moving(s, 0, 40), shown, threshold));
  CHECK_FALSE(may_be_shown(s, moving(s, 1, 30), shown, threshold));
}

TEST_CASE("people who did not answer do not make a difference", "[aggregation]") {
  const Snapshot s = province(30);
  const Plan base = moving(s, 0, 30), more = moving(s, 0, 33);
  CHECK(answered_placed_differently(s, base, more) == 0);
  CHECK(may_be_shown(s, more, std::vector<const Plan*>{&base}, threshold));
}

TEST_CASE("a scenario must stand apart from every one that is shown, not only from the last",
          "[aggregation]") {
  const Snapshot s = province(100);
  const Plan first = moving(s, 0, 20), second = moving(s, 40, 70), near_first = moving(s, 0, 21);
  CHECK_FALSE(may_be_shown(s, near_first, std::vector<const Plan*>{&first, &second}, threshold));
  CHECK_FALSE(may_be_shown(s, near_first, std::vector<const Plan*>{&second, &first}, threshold));
  CHECK(may_be_shown(s, near_first, std::vector<const Plan*>{&second}, threshold));
}

TEST_CASE("four scenarios cannot be added and subtracted so that one person remains",
          "[aggregation]") {
  // nobody, X, Y and X + Y + one person: any two differ by twelve, yet (nobody + all) − (X + Y) is
  // one.
  const Snapshot s = province(100);
  const Plan nobody, x = moving(s, 0, 12), y = moving(s, 20, 32);
  const Plan all = both(both(x, y), moving(s, 50, 51));
  const std::vector<const Plan*> shown = {&nobody, &x, &y};
  for (const Plan* other : shown) CHECK(answered_placed_differently(s, all, *other) >= 12);
  CHECK_FALSE(may_be_shown(s, all, shown, threshold));
  CHECK(may_be_shown(s, both(x, y), shown, threshold));  // adds up exactly: tells nothing new
  CHECK(may_be_shown(s, both(both(x, y), moving(s, 50, 60)), shown, threshold));
}
