#include "engine/assignment/explanation_prices.hpp"

#include <algorithm>
#include <utility>

namespace rembuk {
namespace {

/// Where more people sit than are needed, one more needed is no more room: only a head that is
/// there already begins to count.
std::vector<std::int64_t> bounds(const Snapshot& s, const PlanResult& result, std::size_t post) {
  const bool surplus = s.posts[post].heads > s.posts[post].need;
  std::vector<std::int64_t> all;
  for (std::size_t level = 0; level < result.multipliers.size(); ++level) {
    const std::int64_t covered = result.objectives[level].name == "need_covered" ? 1 : 0;
    const std::int64_t room = surplus ? 0 : -result.multipliers[level].post[post];
    all.push_back(std::max<std::int64_t>(0, covered + room));
  }
  return all;
}

/// The multiplier of a post without a seat says nothing about its price.
bool priced(const PlanResult& result, std::size_t post) {
  return std::ranges::all_of(result.multipliers, [&](const Multipliers& level) {
    return level.post[post] > -(std::int64_t{1} << 59);
  });
}

}  // namespace

std::vector<SeatPrice> seat_prices(const Snapshot& s, const SolvedPolicy& policy) {
  std::vector<SeatPrice> best(s.units.size());
  if (policy.result.multipliers.empty()) return {};
  for (std::size_t at = 0; at < s.posts.size(); ++at) {
    if (s.posts[at].kind == PostKind::struktural || !priced(policy.result, at)) continue;
    const UnitId unit = s.posts[at].unit;
    SeatPrice price{unit, PostId{at}, bounds(s, policy.result, at)};
    SeatPrice& known = best[unit.index()];
    if (!known.unit.valid() || known.at_most < price.at_most) known = std::move(price);
  }
  std::erase_if(best, [](const SeatPrice& price) { return !price.unit.valid(); });
  return best;
}

}  // namespace rembuk
