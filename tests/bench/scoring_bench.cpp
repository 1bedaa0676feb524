#ifdef __EMSCRIPTEN__
#include <emscripten.h>
#endif
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <functional>
#include <new>
#include <string>
#include <vector>

#include "engine/base/random.hpp"
#include "engine/province/province.hpp"
#include "engine/scoring/acceptance.hpp"
#include "engine/scoring/plan_totals.hpp"
#include "engine/scoring/report.hpp"

/// A report and an edit beside one pass over the same arrays, in one run; natively and as
/// WebAssembly. Figures and commands: README.md; scoring_bench.mjs runs both in turn.
namespace rembuk::bench {
namespace {

// Bytes that are allocated now, and the most of them so far.
std::size_t live = 0, most = 0;
constexpr std::size_t head = 16;  // the size stands before each block

/// Processor seconds: on a busy machine the clock on the wall measures the others.
#ifdef __EMSCRIPTEN__
EM_JS(double, processor_microseconds, (), { return process.cpuUsage().user; });
double now() { return processor_microseconds() / 1e6; }
#else
double now() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }
#endif

struct Times {
  double low = 0, median = 0, high = 0;
};
/// Of `rounds` rounds of `repeat` calls each: seconds a call.
Times times(int rounds, int repeat, const std::function<void()>& work) {
  std::vector<double> all;
  for (int round = 0; round < rounds; ++round) {
    const double began = now();
    for (int k = 0; k < repeat; ++k) work();
    all.push_back((now() - began) / repeat);
  }
  std::ranges::sort(all);
  return {all.front(), all[all.size() / 2], all.back()};
}
void print(const char* what, const Times& t, double pass) {
  std::printf("%-34s %9.3f ms (%.3f to %.3f)  %6.1f passes\n", what, t.median * 1e3, t.low * 1e3,
              t.high * 1e3, t.median / pass);
}

/// Every byte that a report reads, once: the employees' rows and competences, the row of the post
/// and the travel time of each.
std::uint64_t read_once(const Snapshot& s) {
  std::uint64_t sum = 0;
  for (const auto& e : s.employees) {
    std::uint64_t words[sizeof(e) / 8];
    std::memcpy(words, &e, sizeof words);
    for (const auto word : words) sum += word;
    for (auto at = e.held.first; at < e.held.last; ++at)
      sum += s.held[static_cast<std::size_t>(at)].level;
    sum += s[e.post].job_class;
    sum += static_cast<std::uint64_t>(s.travel_minutes(e.home, s.unit_of(e.post).region));
  }
  return sum;
}

/// Each employee is moved with probability `share`, to any other post.
Plan some_plan(const Snapshot& s, double share) {
  Random random(7);
  Plan plan;
  const auto posts = static_cast<std::uint32_t>(s.posts.size());
  for (std::size_t i = 0; i < s.employees.size(); ++i) {
    const PostId to{std::size_t{random.below(posts)}};
    if (random.chance(share) && to != s.employees[i].post)
      plan.moves.push_back({EmployeeId{i}, to, ""});
  }
  return plan;
}

void edits(const Snapshot& s, const AcceptanceModel& model) {
  PlanTotals totals(s, model);
  Random random(3);
  const auto people = static_cast<std::uint32_t>(s.employees.size());
  const auto posts = static_cast<std::uint32_t>(s.posts.size());
  const Times one = times(9, 20000, [&] {
    const EmployeeId who{std::size_t{random.below(people)}};
    totals.place(who, PostId{std::size_t{random.below(posts)}});
    totals.place(who, s[who].post);
  });
  std::printf("%-34s %9.3f us (%.3f to %.3f)\n", "one edit", one.median * 5e5, one.low * 5e5,
              one.high * 5e5);
  const Times report = times(9, 200, [&] { (void)totals.report(); });
  std::printf("%-34s %9.3f us (%.3f to %.3f)\n", "report after an edit", report.median * 1e6,
              report.low * 1e6, report.high * 1e6);
}

/// Bytes an employee that `work` allocates at once, beyond what is there.
void memory(const char* what, const Snapshot& s, const std::function<void()>& work) {
  const std::size_t before = most = live;
  work();
  std::printf("%-34s %9.1f bytes an employee\n", what,
              static_cast<double>(most - before) / static_cast<double>(s.employees.size()));
}

int run(std::int32_t employees) {
  const Snapshot s = make_snapshot(make_province({.employees = employees, .seed = 1}));
  const auto model = AcceptanceModel::make(s.settings.parameters).value();
  std::printf("%zu employees, %zu posts\n", s.employees.size(), s.posts.size());
  volatile std::uint64_t sink = 0;
  const Times pass = times(9, 20, [&] { sink = sink + read_once(s); });
  print("one pass over the same arrays", pass, pass.median);
  const StatusQuo standing(s);
  for (const double share : {0.0, 0.07, 1.0}) {
    const Plan plan = some_plan(s, share);
    const Times t = times(
        9, 1, [&] { sink = sink + static_cast<std::uint64_t>(evaluate(s, plan, model).moved); });
    const std::string what = "report, " + std::to_string(plan.moves.size()) + " moved";
    print(what.c_str(), t, pass.median);
    const Times again = times(9, 5, [&] {
      sink = sink + static_cast<std::uint64_t>(standing.report(plan, model).moved);
    });
    print(("one more plan, " + std::to_string(plan.moves.size()) + " moved").c_str(), again,
          pass.median);
    memory(("memory, " + std::to_string(plan.moves.size()) + " moved").c_str(), s,
           [&] { (void)evaluate(s, plan, model); });
  }
  memory("memory, totals for edits", s, [&] { (void)PlanTotals(s, model); });
  edits(s, model);
  return 0;
}

}  // namespace
}  // namespace rembuk::bench

void* operator new(std::size_t size) {
  using namespace rembuk::bench;
  auto* block = static_cast<char*>(std::malloc(size + head));
  if (block == nullptr) std::abort();
  std::memcpy(block, &size, sizeof size);
  live += size;
  most = std::max(most, live);
  return block + head;
}
void operator delete(void* at) noexcept {
  using namespace rembuk::bench;
  if (at == nullptr) return;
  char* block = static_cast<char*>(at) - head;
  std::size_t size = 0;
  std::memcpy(&size, block, sizeof size);
  live -= size;
  std::free(block);
}
void operator delete(void* at, std::size_t) noexcept { operator delete(at); }

int main(int count, char** words) {
  return rembuk::bench::run(count > 1 ? std::atoi(words[1]) : 100000);
}
