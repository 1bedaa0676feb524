#include <fmt/format.h>
#include <sys/resource.h>

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "engine/assignment/edited_plan.hpp"
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

/// edits N M NAME COUNT: random edits by hand, locks, releases and new answers in one session.
int edits(const Words& words) {
  const auto s = plan_case(count(words, 1, 12000), count(words, 2, 3000), 1);
  const auto which = policy_named(words.size() > 3 ? words[3] : "balanced");
  if (!which) return 2;
  std::unique_ptr<EditedPlan> session;
  const double start =
      seconds_of([&] { session = std::move(EditedPlan::make(s, PlanRequest{*which, 1, {}}).value().plan); });
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

int run(const Words& words) {
  const std::map<std::string, int (*)(const Words&)> verbs = {{"policy", policy}, {"edits", edits}};
  const auto verb = words.empty() ? verbs.end() : verbs.find(words[0]);
  if (verb != verbs.end()) return verb->second(words);
  fmt::print(stderr, "bench_plan policy N M NAME [REPEAT] | edits N M NAME COUNT\n");
  return 2;
}

}  // namespace
}  // namespace rembuk::bench

int main(int count, char** words) {
  return rembuk::bench::run(rembuk::bench::Words(words + std::min(count, 1), words + count));
}
