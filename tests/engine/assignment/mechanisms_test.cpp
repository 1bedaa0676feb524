#include "engine/assignment/mechanisms.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <tuple>

#include "engine/scoring/satisfaction.hpp"
#include "tests/engine/assignment/every_plan.hpp"

using namespace rembuk;
using namespace rembuk::testing;

namespace {

/// One case with its published turns.
struct Turned {
  SmallCase made;
  std::vector<std::size_t> turn;  // by employee

  explicit Turned(std::uint64_t seed) : made(small_case(seed)), turn(made.snapshot.employees.size()) {
    const auto order = published_order(made.snapshot, 1);
    for (std::size_t at = 0; at < order.size(); ++at) turn[order[at].index()] = at;
  }
  [[nodiscard]] const Snapshot& s() const { return made.snapshot; }
  /// Less is better for i.
  [[nodiscard]] auto preference(EmployeeId i, PostId j) const {
    return std::tuple(-satisfaction(s(), i, j), j != s()[i].post, j);
  }
  /// Less is better for j.
  [[nodiscard]] auto rank(EmployeeId i, PostId j) const { return std::tuple(-competence_value(s(), i, j), turn[i.index()]); }
  [[nodiscard]] auto priority(EmployeeId i, PostId j) const { return std::tuple(s()[i].post != j, rank(i, j)); }
  [[nodiscard]] bool sent(EmployeeId i) const {
    const auto to = planner_lock(made.rules, i);
    return to && *to != s()[i].post;
  }
  [[nodiscard]] bool may_want(EmployeeId i, PostId j) const {
    return !sent(i) && eligible(s(), i, j, made.rules) && (j == s()[i].post || takes_entrant(s(), j)) &&
           satisfaction(s(), i, j) >= satisfaction(s(), i, s()[i].post);
  }
  /// i may want j and wants it more than `now`.
  [[nodiscard]] bool prefers(EmployeeId i, PostId j, PostId now) const {
    return may_want(i, j) && preference(i, j) < preference(i, now);
  }
  [[nodiscard]] std::int32_t vacant(PostId j) const {
    std::int32_t seats = std::max(0, s()[j].need - s()[j].heads);
    for (const auto& lock : made.rules.cycle.locks) seats -= sent(lock.employee) && lock.to == j;
    return seats;
  }
  [[nodiscard]] std::vector<EmployeeId> everyone() const {
    std::vector<EmployeeId> all;
    for (std::size_t i = 0; i < turn.size(); ++i) all.emplace_back(i);
    return all;
  }
  [[nodiscard]] std::vector<PostId> posts() const {
    std::vector<PostId> all;
    for (std::size_t j = 0; j < s().posts.size(); ++j) all.emplace_back(j);
    return all;
  }
};

/// Someone would rather be at a post that has a seat for them or holds one whom it ranks lower.
bool blocked(const Turned& c, const Places& places) {
  for (const EmployeeId i : c.everyone())
    for (const PostId j : c.posts()) {
      if (!c.prefers(i, j, places[i.index()])) continue;
      std::int32_t heads = 0;
      for (const EmployeeId k : c.everyone()) {
        if (places[k.index()] != j) continue;
        ++heads;
        if (!c.sent(k) && locks(c.s(), k, c.made.rules).empty() && c.priority(i, j) < c.priority(k, j)) return true;
      }
      if (heads < std::max(c.s()[j].need, c.s()[j].heads)) return true;
    }
  return false;
}

void for_every_case(Policy policy, const auto& test) {
  std::size_t moved = 0;
  for (std::uint64_t seed = 0; seed < rounds(); ++seed) {
    INFO("case " << seed);
    const Turned c(seed);
    const auto result = solved(c.made, policy);
    if (result.status != PlanStatus::optimal) continue;
    moved += result.plan.moves.size();
    test(c, placement(c.s(), result.plan));
  }
  CHECK(moved > rounds() / 10);
}

/// Turns kept as a list: who is asked for a seat goes to the front.
class TurnList {
 public:
  explicit TurnList(const Turned& c) : c_(c), places_(c.turn.size()), settled_(c.turn.size()) {
    for (const PostId j : c.posts()) free_.push_back(c.vacant(j));
    for (const EmployeeId i : c.everyone()) {
      if (c.sent(i)) settle(i, *planner_lock(c.made.rules, i)), ++free_[c.s()[i].post.index()];
      else if (!locks(c.s(), i, c.made.rules).empty()) settle(i, c.s()[i].post);
      else list_.push_back(i);
    }
    std::ranges::sort(list_, {}, [&](EmployeeId i) { return c.turn[i.index()]; });
  }
  Places run() {
    while (!list_.empty()) step();
    return places_;
  }

 private:
  void settle(EmployeeId i, PostId j) {
    places_[i.index()] = j;
    settled_[i.index()] = true;
  }
  [[nodiscard]] EmployeeId holder(PostId j) const {
    for (const EmployeeId i : c_.everyone())
      if (!settled_[i.index()] && c_.s()[i].post == j) return i;
    return {};
  }
  void step() {
    const EmployeeId i = list_.front();
    auto choices = c_.posts();
    std::erase_if(choices, [&](PostId j) { return !c_.may_want(i, j) || (free_[j.index()] == 0 && !holder(j).valid()); });
    const PostId best = *std::ranges::min_element(choices, {}, [&](PostId j) { return c_.preference(i, j); });
    const EmployeeId asked = best == c_.s()[i].post ? i : holder(best);
    if (best != c_.s()[i].post && free_[best.index()] > 0) {
      --free_[best.index()];
      ++free_[c_.s()[i].post.index()];
      leave({i}, {best});
    } else if (const auto at = std::ranges::find(line_, asked); asked == i) {
      leave({i}, {best});
    } else if (at != line_.end()) {  // asked … i ask for each other in a ring
      std::vector<EmployeeId> ring(at, line_.end());
      ring.push_back(i);
      std::vector<PostId> to;
      for (std::size_t k = 0; k < ring.size(); ++k) to.push_back(c_.s()[ring[(k + 1) % ring.size()]].post);
      leave(ring, to);
    } else {
      line_.push_back(i);
      std::erase(list_, asked);
      list_.insert(list_.begin(), asked);
    }
  }
  void leave(const std::vector<EmployeeId>& who, const std::vector<PostId>& to) {
    for (std::size_t k = 0; k < who.size(); ++k) {
      settle(who[k], to[k]);
      std::erase(list_, who[k]);
      std::erase(line_, who[k]);
    }
    if (!line_.empty()) {  // who asked the last one has the turn again
      const EmployeeId back = line_.back();
      line_.pop_back();
      std::erase(list_, back);
      list_.insert(list_.begin(), back);
    }
  }

  const Turned& c_;
  Places places_;
  std::vector<bool> settled_;
  std::vector<std::int32_t> free_;
  std::vector<EmployeeId> list_, line_;
};

/// Every ordered list of at most five different posts, the empty one included.
void for_every_list(const std::vector<PostId>& posts, const auto& use) {
  std::vector<PostId> list;
  const auto longer = [&](const auto& self) -> void {
    use(list);
    if (list.size() == 5) return;
    for (const PostId j : posts) {
      if (std::ranges::find(list, j) != list.end()) continue;
      list.push_back(j);
      self(self);
      list.pop_back();
    }
  };
  longer(longer);
}

}  // namespace

TEST_CASE("a mechanism is infeasible only where a lock is refused or finds no vacant seat", "[assignment]") {
  for (std::uint64_t seed = 0; seed < rounds(); ++seed) {
    const Turned c(seed);
    bool possible = true;
    for (const auto& lock : c.made.rules.cycle.locks)
      if (c.sent(lock.employee))
        possible = possible && eligible(c.s(), lock.employee, lock.to, c.made.rules) && takes_entrant(c.s(), lock.to) && c.vacant(lock.to) >= 0;
    for (const Policy policy : mechanisms) {
      INFO("case " << seed << ", policy " << name(policy));
      const auto result = solved(c.made, policy);
      REQUIRE((result.status == PlanStatus::optimal) == possible);
      REQUIRE(result.objectives.empty());
      REQUIRE(result.certificates.empty());
    }
  }
}

TEST_CASE("in published-order no other plan is better for one and worse for nobody", "[assignment]") {
  for_every_case(Policy::published_order, [](const Turned& c, const Places& places) {
    for_every_plan(c.made, Policy::published_order, [&](const Places& other) {
      if (other == places) return;
      const bool worse_for_someone = std::ranges::any_of(c.everyone(), [&](EmployeeId i) {
        return c.preference(i, other[i.index()]) > c.preference(i, places[i.index()]);
      });
      REQUIRE(worse_for_someone);
    });
  });
}

TEST_CASE("in published-order who is asked for a seat moves to the front of the line", "[assignment]") {
  for_every_case(Policy::published_order, [](const Turned& c, const Places& places) { REQUIRE(TurnList(c).run() == places); });
}

TEST_CASE("in published-order nobody is better off for naming other wishes, whatever their order",
          "[assignment]") {
  constexpr std::uint64_t trials = 1000;
  std::size_t tried = 0, changed = 0;
  for (std::uint64_t seed = 0; tried < trials; ++seed) {
    const Turned c(seed);
    const EmployeeId liar{static_cast<std::size_t>(seed % c.turn.size())};
    const auto honest = solved(c.made, Policy::published_order);
    if (honest.status != PlanStatus::optimal || c.sent(liar)) continue;
    ++tried;
    const PostId truly = placement(c.s(), honest.plan)[liar.index()];
    for_every_list(c.posts(), [&](const std::vector<PostId>& wishes) {
      auto told = c.made;
      auto& row = told.snapshot.employees[liar.index()];
      row.answered = true;
      row.wish_count = static_cast<std::uint8_t>(wishes.size());
      for (std::size_t at = 0; at < wishes.size(); ++at)
        row.wishes[at] = {Snapshot::Target::Kind::post, wishes[at].value};
      const auto result = solved(told, Policy::published_order);
      const PostId now = placement(told.snapshot, result.plan)[liar.index()];
      changed += now != truly;
      INFO("case " << seed << ", employee " << liar.value);
      REQUIRE((c.preference(liar, now) >= c.preference(liar, truly)));
    });
  }
  CHECK(changed > trials);  // lists do change where the person goes
}

TEST_CASE("in unit-priority nobody and no post would both rather have each other", "[assignment]") {
  for_every_case(Policy::unit_priority, [](const Turned& c, const Places& places) { REQUIRE_FALSE(blocked(c, places)); });
}

TEST_CASE("unit-priority is the stable plan that every employee likes best", "[assignment]") {
  for_every_case(Policy::unit_priority, [](const Turned& c, const Places& places) {
    for_every_plan(c.made, Policy::unit_priority, [&](const Places& other) {
      if (blocked(c, other)) return;
      for (const EmployeeId i : c.everyone())
        REQUIRE((c.preference(i, places[i.index()]) <= c.preference(i, other[i.index()])));
    });
  });
}

TEST_CASE("in both-sides a post takes beyond its vacant seats only whom it ranks at or above who leaves", "[assignment]") {
  for_every_case(Policy::both_sides, [](const Turned& c, const Places& places) {
    for (const PostId j : c.posts()) {
      std::vector<EmployeeId> in, out;
      for (const EmployeeId i : c.everyone()) {
        const bool here = places[i.index()] == j, was = c.s()[i].post == j;
        if (here && !was && !c.sent(i)) in.push_back(i);
        if (!here && was) out.push_back(i);
      }
      const auto by_rank = [&](EmployeeId i) { return c.rank(i, j); };
      std::ranges::sort(in, {}, by_rank);
      std::ranges::sort(out, {}, by_rank);
      // The lowest ranked take the vacant seats; the others replace leavers, lowest threshold last.
      std::size_t replaced = 0;
      for (const EmployeeId leaver : out)
        if (replaced < in.size() && c.rank(in[replaced], j) <= c.rank(leaver, j)) ++replaced;
      REQUIRE(static_cast<std::int32_t>(in.size() - replaced) <= c.vacant(j));
    }
  });
}

TEST_CASE("in both-sides no vacant seat and no exchange of two is left that both sides want", "[assignment]") {
  for_every_case(Policy::both_sides, [](const Turned& c, const Places& places) {
    for (const PostId j : c.posts()) {
      const auto entered = std::ranges::count_if(c.everyone(), [&](EmployeeId i) {
        return places[i.index()] == j && c.s()[i].post != j && !c.sent(i);
      });
      for (const EmployeeId i : c.everyone())
        if (c.prefers(i, j, places[i.index()])) REQUIRE(entered >= c.vacant(j));
    }
    for (const EmployeeId a : c.everyone())
      for (const EmployeeId b : c.everyone()) {
        const PostId at_a = c.s()[a].post, at_b = c.s()[b].post;
        if (places[a.index()] != at_a || places[b.index()] != at_b) continue;
        REQUIRE_FALSE((c.prefers(a, at_b, at_a) && c.prefers(b, at_a, at_b) && c.rank(a, at_b) <= c.rank(b, at_b) &&
                       c.rank(b, at_a) <= c.rank(a, at_a)));
      }
  });
}
