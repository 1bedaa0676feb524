#include <fmt/format.h>
#include <sys/resource.h>

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "engine/assignment/optimal_plan.hpp"
#include "tests/bench/plan_case.hpp"

/// Times of plans in processor seconds; the commands stand in README.md.
namespace rembuk::bench {
namespace {

using Words = std::vector<std::string>;

std::size_t count(const Words& words, std::size_t at, std::size_t otherwise) {
  return words.size() > at ? std::strtoul(words[at].c_str(), nullptr, 10) : otherwise;
}

/// Processor seconds: on a busy machine the clock on the wall measures the others.
double seconds_of(const std::function<void()>& work) {
  const auto now = [] {
    timespec t{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return static_cast<double>(t.tv_sec) + 1e-9 * static_cast<double>(t.tv_nsec);
  };
  const double began = now();
  work();
  return now() - began;
}

double quantile(std::vector<double> values, double share) {
  std::ranges::sort(values);
  return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1) + 0.5)];
}

long peak_megabytes() {
  rusage use{};
  getrusage(RUSAGE_SELF, &use);
  return use.ru_maxrss / 1024;
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

int run(const Words& words) {
  const std::map<std::string, int (*)(const Words&)> verbs = {{"policy", policy}};
  const auto verb = words.empty() ? verbs.end() : verbs.find(words[0]);
  if (verb != verbs.end()) return verb->second(words);
  fmt::print(stderr, "bench_plan policy N M NAME [REPEAT]\n");
  return 2;
}

}  // namespace
}  // namespace rembuk::bench

int main(int count, char** words) {
  return rembuk::bench::run(rembuk::bench::Words(words + std::min(count, 1), words + count));
}
