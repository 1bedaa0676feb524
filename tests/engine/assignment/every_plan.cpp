#include "tests/engine/assignment/every_plan.hpp"

#include <algorithm>

#include "engine/scoring/acceptance.hpp"
#include "engine/scoring/satisfaction.hpp"

namespace rembuk::testing {
namespace {

bool may_enter(const SmallCase& made, EmployeeId i, PostId j) {
  const auto& post = made.snapshot[j];
  return post.need > 0 && post.heads <= post.need && refusals(made.snapshot, i, j, made.rules).empty();
}

std::vector<PostId> choices(const SmallCase& made, EmployeeId i, Policy policy) {
  const auto& s = made.snapshot;
  const PostId now = s[i].post;
  const bool locked = !locks(s, i, made.rules).empty();
  const auto to = planner_lock(made.rules, i);
  if (to && *to != now) {
    if (locked || !may_enter(made, i, *to)) return {};
    return {*to};
  }
  std::vector<PostId> all = {now};
  for (std::size_t at = 0; !locked && at < s.posts.size(); ++at) {
    const PostId j{at};
    if (j == now || !may_enter(made, i, j)) continue;
    if (only_gains(policy) && satisfaction(s, i, j) < satisfaction(s, i, now)) continue;
    all.push_back(j);
  }
  return all;
}

struct Search {
  const Snapshot& s;
  std::vector<std::vector<PostId>> choices;
  const std::function<void(const Places&)>& visit;
  Places places;
  std::vector<std::int32_t> heads;

  void from(std::size_t i) {
    if (i == choices.size()) return visit(places);
    for (const PostId j : choices[i]) {
      if (heads[j.index()] == std::max(s[j].need, s[j].heads)) continue;
      ++heads[j.index()];
      places[i] = j;
      from(i + 1);
      --heads[j.index()];
    }
  }
};

std::int64_t count(std::size_t n, auto is) {
  std::int64_t sum = 0;
  for (std::size_t i = 0; i < n; ++i) sum += is(EmployeeId{i});
  return sum;
}

struct Measure {
  const Snapshot& s;
  const Places& places;

  [[nodiscard]] PostId at(EmployeeId i) const { return places[i.index()]; }
  [[nodiscard]] bool moved(EmployeeId i) const { return at(i) != s[i].post; }
  [[nodiscard]] Objective need() const {
    std::vector<std::int32_t> heads(s.posts.size());
    for (const PostId j : places) ++heads[j.index()];
    std::int64_t sum = 0;
    for (std::size_t j = 0; j < heads.size(); ++j) sum += std::min(heads[j], s.posts[j].need);
    return {"need_covered", sum};
  }
  [[nodiscard]] Objective satisfaction() const {
    return {"satisfaction_sum", count(places.size(), [&](EmployeeId i) { return rembuk::satisfaction(s, i, at(i)); })};
  }
  [[nodiscard]] Objective moves() const { return {"moves", count(places.size(), [&](EmployeeId i) { return moved(i); })}; }
  [[nodiscard]] Objective wish(int rank) const {
    return {"wish_" + std::to_string(rank + 1), count(places.size(), [&](EmployeeId i) { return moved(i) && first_wish(s, i, at(i)) == rank; })};
  }
  [[nodiscard]] Objective band(int which) const {
    return {"band_" + std::to_string(which), count(places.size(), [&](EmployeeId i) {
              const auto value = rembuk::satisfaction(s, i, at(i));
              return value >= 1000 * which && (value < 1000 * (which + 1) || which == 9);
            })};
  }
  [[nodiscard]] Objective competence() const {
    return {"competence_sum", count(places.size(), [&](EmployeeId i) { return moved(i) ? std::int64_t{competence_value(s, i, at(i))} : 0; })};
  }
  [[nodiscard]] Objective objection() const {
    const auto model = AcceptanceModel::make(s.settings.parameters).value();
    return {"objection_sum", count(places.size(), [&](EmployeeId i) {
              return moved(i) ? std::int64_t{probabilities(model.central, move_case(s, i, at(i))).object} : 0;
            })};
  }
};

}  // namespace

void for_every_plan(const SmallCase& made, Policy policy, const std::function<void(const Places&)>& visit) {
  const std::size_t n = made.snapshot.employees.size();
  Search search{made.snapshot, {}, visit, Places(n), std::vector<std::int32_t>(made.snapshot.posts.size())};
  for (std::size_t i = 0; i < n; ++i) search.choices.push_back(choices(made, EmployeeId{i}, policy));
  search.from(0);
}

std::vector<Objective> values(const Snapshot& s, const Places& places, Policy policy) {
  const Measure m{s, places};
  std::vector<Objective> list;
  if (policy == Policy::balanced) list = {m.need(), m.satisfaction()};
  if (policy == Policy::no_one_worse) list = {m.satisfaction(), m.need()};
  for (int rank = 0; policy == Policy::most_first_wishes && rank < 5; ++rank) list.push_back(m.wish(rank));
  for (int which = 0; policy == Policy::worst_off_first && which < 10; ++which) list.push_back(m.band(which));
  if (policy == Policy::most_first_wishes || policy == Policy::worst_off_first) list.push_back(m.satisfaction());
  if (policy == Policy::need_first) list = {m.need(), m.competence(), m.objection()};
  list.push_back(m.moves());
  return list;
}

bool better(const std::vector<Objective>& a, const std::vector<Objective>& b) {
  for (std::size_t at = 0; at < a.size(); ++at) {
    if (a[at].value == b[at].value) continue;
    const auto& name = a[at].name;
    const bool least = name == "moves" || name == "objection_sum" || name.starts_with("band_");
    return least ? a[at].value < b[at].value : a[at].value > b[at].value;
  }
  return false;
}

std::int64_t eligible_pairs(const SmallCase& made) {
  const auto& s = made.snapshot;
  std::int64_t sum = 0;
  for (std::size_t i = 0; i < s.employees.size(); ++i) {
    const EmployeeId who{i};
    if (!locks(s, who, made.rules).empty() || planner_lock(made.rules, who)) continue;
    for (std::size_t j = 0; j < s.posts.size(); ++j) sum += PostId{j} != s[who].post && may_enter(made, who, PostId{j});
  }
  return sum;
}

}  // namespace rembuk::testing
