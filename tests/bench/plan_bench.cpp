#include <fmt/format.h>
#include <lemon/network_simplex.h>
#include <lemon/smart_graph.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "engine/assignment/edited_plan.hpp"
#include "engine/assignment/lexicographic.hpp"
#include "engine/assignment/optimal_plan.hpp"
#include "tests/bench/plan_agencies.hpp"
#include "tests/bench/plan_case.hpp"
#include "tests/bench/plan_clock.hpp"

/// Times of plans in processor seconds; the commands stand in README.md.
namespace rembuk::bench {
namespace {

using Words = std::vector<std::string>;

std::size_t count(const Words& words, std::size_t at, std::size_t otherwise) {
  return words.size() > at ? std::strtoul(words[at].c_str(), nullptr, 10) : otherwise;
}

double quantile(std::vector<double> values, double share) {
  std::ranges::sort(values);
  return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1) + 0.5)];
}

/// policy N M NAME [REPEAT]: a whole plan from the snapshot.
int policy(const Words& words) {
  const auto s = plan_case(count(words, 1, 12000), count(words, 2, 3000), 1);
  const auto which = policy_named(words.size() > 3 ? words[3] : "balanced");
  if (!which) return 2;
  std::vector<double> times;
  std::size_t moved = 0;
  for (std::size_t round = count(words, 4, 3); round > 0; --round)
    times.push_back(seconds_of([&] { moved = optimal_plan(s, *which)->plan.moves.size(); }));
  fmt::print("{} at {} x {}: median {:.3f} s, {:.3f} to {:.3f}; {} moved; peak {} MB\n",
             name(*which), s.employees.size(), s.posts.size(), quantile(times, 0.5),
             quantile(times, 0), quantile(times, 1), moved, peak_megabytes());
  return 0;
}

/// levels N M NAME: each objective of a policy.
int levels(const Words& words) {
  const auto s = plan_case(count(words, 1, 12000), count(words, 2, 3000), 1);
  const auto which = policy_named(words.size() > 3 ? words[3] : "balanced");
  if (!which) return 2;
  const PlanRequest request{*which, 1, {}};
  std::optional<PairTable> pairs;
  fmt::print("pairs {:.3f} s\n", seconds_of([&] { pairs = PairTable::make(s, request, {}); }));
  auto list = levels_of(s, *pairs, *which).value();
  list.push_back(tie_break(*pairs, 1));
  LexicographicFlow flow(s, *pairs);
  for (const auto& level : list) {
    std::size_t rounds = 0;
    const auto asked = [&](double) { return ++rounds > 0; };
    const double time = seconds_of([&] { (void)flow.solve(level, asked, 0, 1); });
    fmt::print("{} {:.3f} s, {} rounds\n", level.name, time, rounds);
  }
  return 0;
}

/// Leaves each member the current post and some `arcs` − 1 others, spread over the row.
PairTable sparse_pairs(const Snapshot& s, std::size_t arcs) {
  auto pairs = *PairTable::make(s, PlanRequest{}, {});
  Random random(5, 5);
  for (std::size_t k = 0; k < pairs.free().size(); ++k) {
    const auto row = pairs.row(k);
    std::vector<std::size_t> open;
    for (std::size_t j = 0; j < row.size(); ++j)
      if (row[j] != PairTable::refused && PostId{j} != s[pairs.free()[k]].post) open.push_back(j);
    random.shuffle(std::span<std::size_t>(open));
    for (std::size_t at = arcs - 1; at < open.size(); ++at) pairs.refuse(k, open[at]);
  }
  return pairs;
}

/// The same network for LEMON alone: every arc at once, one run.
std::int64_t by_lemon(const PairTable& pairs, double& seconds) {
  using Graph = lemon::SmartDigraph;
  Graph graph;
  const std::size_t n = pairs.free().size(), m = pairs.posts();
  for (std::size_t v = 0; v <= n + m; ++v) graph.addNode();
  const auto node = [](std::size_t v) { return Graph::nodeFromId(static_cast<int>(v)); };
  Graph::ArcMap<std::int64_t> upper(graph), cost(graph);
  Graph::NodeMap<std::int64_t> supply(graph, 0);
  const auto add = [&](std::size_t from, std::size_t to, std::int64_t most, std::int64_t price) {
    const auto arc = graph.addArc(node(from), node(to));
    upper[arc] = most;
    cost[arc] = price;
  };
  for (std::size_t k = 0; k < n; ++k) {
    supply[node(k)] = 1;
    const auto row = pairs.row(k);
    for (std::size_t j = 0; j < m; ++j)
      if (row[j] != PairTable::refused) add(k, n + j, 2, -std::int64_t{row[j]});
  }
  for (std::size_t j = 0; j < m; ++j) add(n + j, n + m, pairs.seats(j), 0);
  supply[node(n + m)] = -static_cast<std::int64_t>(n);
  std::int64_t value = 0;
  seconds = seconds_of([&] {
    lemon::NetworkSimplex<Graph, std::int64_t, std::int64_t> simplex(graph);
    simplex.upperMap(upper).costMap(cost).supplyMap(supply).run();
    value = -simplex.totalCost<std::int64_t>();
  });
  return value;
}

/// The network as text: "members posts", seats by post, then "member post s".
bool write_network(const PairTable& pairs, const std::string& file) {
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> out(std::fopen(file.c_str(), "w"),
                                                            std::fclose);
  if (!out) return false;
  fmt::print(out.get(), "{} {}\n", pairs.free().size(), pairs.posts());
  for (std::size_t j = 0; j < pairs.posts(); ++j) fmt::print(out.get(), "{}\n", pairs.seats(j));
  for (std::size_t k = 0; k < pairs.free().size(); ++k)
    for (std::size_t j = 0; j < pairs.posts(); ++j)
      if (pairs.row(k)[j] != PairTable::refused)
        fmt::print(out.get(), "{} {} {}\n", k, j, pairs.row(k)[j]);
  return true;
}

/// network N M ARCS REPEAT [FILE]: max Σ s where each member has ARCS posts, ours and LEMON in
/// turn.
int network(const Words& words) {
  const auto s = plan_case(count(words, 1, 20000), count(words, 2, 5000), 1);
  const auto pairs = sparse_pairs(s, count(words, 3, 24));
  std::vector<double> ours, lemon;
  std::int64_t value = 0, other = 0;
  for (std::size_t round = count(words, 4, 5); round > 0; --round) {
    PairTable open = pairs;
    auto level = satisfaction_sum(s, open);
    level.fixed_cost = 0;
    ours.push_back(seconds_of([&] {
      LexicographicFlow flow(s, open);
      (void)flow.solve(level, {}, 0, 1);
      value = flow.certificate().primal;
    }));
    double seconds = 0;
    other = by_lemon(pairs, seconds);
    lemon.push_back(seconds);
  }
  std::size_t arcs = 0;
  for (std::size_t k = 0; k < pairs.free().size(); ++k)
    for (const auto v : pairs.row(k)) arcs += v != PairTable::refused;
  fmt::print(
      "{} members, {} posts, {} arcs: value {} ours, {} LEMON\n"
      "ours {:.3f} s ({:.3f} to {:.3f}), LEMON {:.3f} s ({:.3f} to {:.3f}), ratio {:.2f}\n",
      pairs.free().size(), pairs.posts(), arcs, value, other, quantile(ours, 0.5),
      quantile(ours, 0), quantile(ours, 1), quantile(lemon, 0.5), quantile(lemon, 0),
      quantile(lemon, 1), quantile(ours, 0.5) / quantile(lemon, 0.5));
  if (words.size() > 5 && !write_network(pairs, words[5])) return 1;
  return value == other ? 0 : 1;
}

/// edits N M NAME COUNT: random edits by hand, locks, releases and new answers in one session.
int edits(const Words& words) {
  const auto s = plan_case(count(words, 1, 12000), count(words, 2, 3000), 1);
  const auto which = policy_named(words.size() > 3 ? words[3] : "balanced");
  if (!which) return 2;
  std::unique_ptr<EditedPlan> session;
  const double start = seconds_of(
      [&] { session = std::move(EditedPlan::make(s, PlanRequest{*which, 1, {}}).value().plan); });
  Random random(3, 3);
  std::vector<double> times, undos;
  std::size_t refused = 0;
  for (std::size_t at = count(words, 4, 1000); at > 0; --at) {
    const EmployeeId i{
        static_cast<std::int32_t>(random.below(static_cast<std::uint32_t>(s.employees.size())))};
    const PostId to{
        static_cast<std::int32_t>(random.below(static_cast<std::uint32_t>(s.posts.size())))};
    auto said = session->snapshot()[i];
    answer_at_random(random, s, said);
    const auto kind = random.below(4);
    const auto& locks = session->request().rules.cycle.locks;
    const auto who = kind == 2 && !locks.empty()
                         ? locks[random.below(static_cast<std::uint32_t>(locks.size()))].employee
                         : i;
    bool done = false;
    times.push_back(1000 * seconds_of([&] {
                      done = (kind == 0   ? session->place(i, to)
                              : kind == 1 ? session->place(i, s[i].post)
                              : kind == 2 ? session->release(who)
                                          : session->answer(i, said))
                                 .has_value();
                    }));
    refused += !done;
    if (done && random.chance(0.1))
      undos.push_back(1000 * seconds_of([&] { (void)session->undo(); }));
  }
  const bool same = optimal_plan(session->snapshot(), session->request())->plan == session->plan();
  fmt::print(
      "{} edits of {} at {} x {}: median {:.2f} ms, p90 {:.2f}, p99 {:.2f}, most {:.2f}; {} "
      "refused; "
      "undo median {:.3f} ms, most {:.3f}; start {:.2f} s; proven {}, as from scratch {}; peak {} "
      "MB\n",
      times.size(), name(*which), s.employees.size(), s.posts.size(), quantile(times, 0.5),
      quantile(times, 0.9), quantile(times, 0.99), quantile(times, 1), refused,
      quantile(undos, 0.5), quantile(undos, 1), start, session->proven(), same, peak_megabytes());
  return same ? 0 : 1;
}

/// agencies COUNT N M THREADS: independent plans side by side.
int side_by_side(const Words& words) {
  return agencies(count(words, 1, 40), count(words, 2, 25000), count(words, 3, 3000),
                  count(words, 4, std::thread::hardware_concurrency()));
}

int run(const Words& words) {
  const std::map<std::string, int (*)(const Words&)> verbs = {{"policy", policy},
                                                              {"levels", levels},
                                                              {"network", network},
                                                              {"edits", edits},
                                                              {"agencies", side_by_side}};
  const auto verb = words.empty() ? verbs.end() : verbs.find(words[0]);
  if (verb != verbs.end()) return verb->second(words);
  fmt::print(stderr,
             "bench_plan policy N M NAME [REPEAT] | levels N M NAME | network N M ARCS REPEAT "
             "[FILE] | edits N M NAME COUNT | agencies COUNT N M THREADS\n");
  return 2;
}

}  // namespace
}  // namespace rembuk::bench

int main(int count, char** words) {
  return rembuk::bench::run(rembuk::bench::Words(words + std::min(count, 1), words + count));
}
