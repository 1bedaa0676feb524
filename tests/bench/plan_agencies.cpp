#include "tests/bench/plan_agencies.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <thread>
#include <vector>

#include "engine/assignment/optimal_plan.hpp"
#include "tests/bench/plan_case.hpp"
#include "tests/bench/plan_clock.hpp"

namespace rembuk::bench {

int agencies(std::size_t count, std::size_t n, std::size_t m, std::size_t threads) {
#ifdef __EMSCRIPTEN__
  (void)(count + n + m + threads);
  return 2;  // there are no threads here
#else
  std::vector<Snapshot> all;
  for (std::size_t at = 0; at < count; ++at) all.push_back(plan_case(n, m, at + 1));
  std::vector<std::size_t> moved(count);
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t at = next++; at < count; at = next++)
      moved[at] = optimal_plan(all[at], Policy::balanced)->plan.moves.size();
  };
  const auto began = std::chrono::steady_clock::now();
  const double used = seconds_of([&] {
    std::vector<std::jthread> crew;
    for (std::size_t at = 0; at < threads; ++at) crew.emplace_back(work);
  });
  const double elapsed =
      std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
  std::size_t moves = 0;
  for (const auto each : moved) moves += each;
  fmt::print(
      "{} agencies of {} x {} on {} threads: {:.1f} s elapsed, {:.1f} processor seconds, ratio "
      "{:.2f}; {} moved; peak {} MB\n",
      count, n, m, threads, elapsed, used, used / elapsed, moves, peak_megabytes());
  return 0;
#endif
}

}  // namespace rembuk::bench
