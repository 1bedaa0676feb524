#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "engine/domain/reasons.hpp"
#include "engine/province/conditions.hpp"
#include "engine/province/province.hpp"

/// The office's first proposal, and the demo's employee.
namespace rembuk {
namespace {

using namespace province;

constexpr std::size_t movers_of_a_hundred = 6;

/// Points of a ten-thousandth: heads of a unit as a share of its need.
std::int32_t filled(const Snapshot& s, PostId j) {
  const auto& unit = s.unit_of(j);
  return unit.need == 0 ? 10000
                        : static_cast<std::int32_t>(std::int64_t{10000} * unit.filled / unit.need);
}

/// Posts with the same job in one government: an office moves a teacher of mathematics to where
/// teachers of mathematics are missing.
using JobKey = std::pair<std::string_view, std::string_view>;  // government, name
JobKey job_key(const Consultation& c, PostId j) {
  const Post& post = c.posts[j.index()];
  return {c.units[post.unit.index()].government, post.name};
}

struct Candidate {
  std::int32_t gap;  ///< how much better the unit left is staffed than the one that gains
  EmployeeId employee;
  PostId to;
};

/// Code and text of the reason: need alone.
std::string reason(const Snapshot::PostRow& post) {
  return reason_text(by_need, fmt::format("terisi {} dari {} menurut ABK", post.heads, post.need));
}

/// Posts of one job and the people who hold them.
struct JobMarket {
  const Snapshot& s;
  std::vector<PostId> posts;
  std::vector<std::vector<EmployeeId>>& holders;  // by post

  /// Who a post can spare: those free to move, at most a fifth of the heads, more if it has too
  /// many.
  [[nodiscard]] std::size_t spared(PostId j) const {
    const std::size_t heads = holders[j.index()].size();
    const auto surplus = static_cast<std::size_t>(std::max(0, s[j].heads - s[j].need));
    return std::max(surplus, (heads + 2) / 5);
  }

  void propose(std::vector<Candidate>& candidates) const {
    std::vector<PostId> donors = posts, takers;
    std::ranges::sort(donors, {}, [&](PostId j) { return std::pair(-filled(s, j), j.value); });
    std::ranges::copy_if(posts, std::back_inserter(takers),
                         [&](PostId j) { return vacant(s, j) && !s[j].locked; });
    std::ranges::sort(takers, {}, [&](PostId j) { return std::pair(filled(s, j), j.value); });
    std::size_t taker = 0;
    std::int32_t taken = 0;
    for (const PostId from : donors) {
      std::size_t left = spared(from);
      for (const EmployeeId i : holders[from.index()]) {
        if (left == 0 || taker == takers.size()) break;
        const PostId to = takers[taker];
        const std::int32_t gap = filled(s, from) - filled(s, to);
        if (gap < 300 || !free_to_move(s, i) || !qualifies(s, i, to)) continue;
        candidates.push_back({gap, i, to});
        --left;
        // Half of what is missing, at least one: then the next shortest.
        if (++taken >= std::max(1, (s[to].need - s[to].heads) / 2)) ++taker, taken = 0;
      }
    }
  }
};

/// 0 … 3: how much the person is like most who will sign in, neither a leader nor near the end.
int typical(const Snapshot& s, EmployeeId i) {
  const auto& post = s[s[i].post];
  return (post.kind == PostKind::fungsional && post.job_class <= 9 ? 2 : 0) +
         (s[i].months_to_retirement >= 180 ? 1 : 0);
}

}  // namespace

Plan first_proposal(const Consultation& consultation) {
  return first_proposal(consultation, make_snapshot(consultation));
}

Plan first_proposal(const Consultation& consultation, const Snapshot& s) {
  std::vector<std::vector<EmployeeId>> holders(s.posts.size());
  for (std::size_t i = 0; i < s.employees.size(); ++i)
    holders[s.employees[i].post.index()].push_back(EmployeeId{i});
  std::vector<PostId> order;
  for (std::size_t j = 0; j < s.posts.size(); ++j) order.emplace_back(j);
  std::ranges::sort(order, {}, [&](PostId j) { return std::pair(job_key(consultation, j), j); });
  std::vector<Candidate> candidates;
  for (std::size_t at = 0; at < order.size();) {
    JobMarket market{s, {}, holders};
    const JobKey key = job_key(consultation, order[at]);
    while (at < order.size() && job_key(consultation, order[at]) == key)
      market.posts.push_back(order[at++]);
    market.propose(candidates);
  }
  std::ranges::sort(candidates, {},
                    [](const Candidate& c) { return std::pair(-c.gap, c.employee); });
  // Every agency has its turn: evenly from the whole list, the greatest gaps and the small ones.
  const std::size_t most =
      std::min(candidates.size(), s.employees.size() * movers_of_a_hundred / 100);
  Plan plan;
  for (std::size_t k = 0; k < most; ++k) {
    const auto& candidate = candidates[k * candidates.size() / most];
    plan.moves.push_back({candidate.employee, candidate.to, reason(s[candidate.to])});
  }
  std::ranges::sort(plan.moves, {}, &Move::employee);
  return plan;
}

EmployeeId demo_employee(const Consultation& consultation) {
  const Snapshot s = make_snapshot(consultation);
  std::vector<std::vector<PostId>> vacant_in(static_cast<std::size_t>(s.regions));
  for (std::size_t j = 0; j < s.posts.size(); ++j)
    if (vacant(s, PostId{j})) vacant_in[s.unit_of(PostId{j}).region.index()].push_back(PostId{j});
  const auto openings = [&](EmployeeId i) {
    int count = 0;
    for (const PostId j : vacant_in[s[i].home.index()])
      if (qualifies(s, i, j) && ++count == 5) break;
    return count;
  };
  EmployeeId best{0};
  int best_value = -1;
  for (std::size_t at = 0; at < s.employees.size(); ++at) {
    const EmployeeId i{at};
    if (s[i].answered || !free_to_move(s, i)) continue;
    const auto minutes = s.travel_minutes(s[i].home, s.unit_of(s[i].post).region);
    const int apart = minutes >= 120 && minutes <= 420 ? 2 : minutes > 90 ? 1 : 0;
    if (10 * apart + 8 <= best_value) continue;
    const int value = 10 * apart + openings(i) + typical(s, i);
    if (value > best_value) best = i, best_value = value;
    if (value == 28) break;
  }
  return best;
}

}  // namespace rembuk
