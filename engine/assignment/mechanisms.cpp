#include "engine/assignment/mechanisms.hpp"

#include <algorithm>
#include <numeric>
#include <queue>
#include <tuple>

#include "engine/base/random.hpp"
#include "engine/scoring/satisfaction.hpp"

namespace rembuk {
namespace {

constexpr std::int32_t nowhere = -1;

/// What every mechanism begins with: wishes, turns, vacant seats; those sent by a lock are seated.
struct Start {
  const Snapshot& s;
  const PairTable& pairs;
  std::vector<std::int32_t> turn;                   // by member, 0 first
  std::vector<std::vector<std::int32_t>> wanted;    // by member, best first
  std::vector<std::int32_t> place;                  // by member
  std::vector<std::int32_t> vacant;                 // by post, before the plan less those sent there
  bool feasible = true;

  Start(const Snapshot& snapshot, const PairTable& table, std::uint64_t seed) : s(snapshot), pairs(table) {
    const std::size_t n = pairs.free().size();
    std::vector<std::int32_t> turn_of(s.employees.size());
    const auto order = published_order(s, seed);
    for (std::size_t at = 0; at < order.size(); ++at) turn_of[order[at].index()] = static_cast<std::int32_t>(at);
    for (const EmployeeId i : pairs.free()) turn.push_back(turn_of[i.index()]);
    place.assign(n, nowhere);
    wanted.resize(n);
    for (const auto& post : s.posts) vacant.push_back(std::max(0, post.need - post.heads));
    for (std::size_t k = 0; k < n; ++k) pairs.sent(k) ? seat_sent(k) : rank_posts(k);
  }

  [[nodiscard]] std::int32_t home(std::size_t k) const { return s[pairs.free()[k]].post.value; }

  /// Rank of member k at post j, best first.
  [[nodiscard]] std::tuple<bool, Points, std::int32_t> rank(std::size_t k, std::int32_t j, bool incumbents_first) const {
    const bool newcomer = incumbents_first && home(k) != j;
    return {newcomer, -competence_value(s, pairs.free()[k], PostId{j}), turn[k]};
  }

 private:
  void seat_sent(std::size_t k) {
    const auto row = pairs.row(k);
    const auto to = std::ranges::find_if(row, [](auto value) { return value != PairTable::refused; });
    if (to == row.end() || vacant[static_cast<std::size_t>(to - row.begin())] == 0) {
      feasible = false;
      return;
    }
    place[k] = static_cast<std::int32_t>(to - row.begin());
    --vacant[static_cast<std::size_t>(place[k])];
  }
  void rank_posts(std::size_t k) {
    const auto row = pairs.row(k);
    auto& list = wanted[k];
    for (std::size_t j = 0; j < row.size(); ++j)
      if (row[j] != PairTable::refused) list.push_back(static_cast<std::int32_t>(j));
    std::ranges::sort(list, {}, [&](std::int32_t j) {
      return std::tuple(-std::int32_t{row[static_cast<std::size_t>(j)]}, j != home(k), j);
    });
  }
};

/// Trading along turns: who is asked for their seat gets the turn of who asks.
class Trading {
 public:
  Trading(Start& start, bool posts_rank)
      : start_(start), posts_rank_(posts_rank), next_(start.place.size()), left_(start.vacant.size()), holders_(start.vacant.size()) {
    for (std::size_t k = 0; k < start.place.size(); ++k) {
      auto& list = start.place[k] == nowhere ? holders_ : left_;
      list[static_cast<std::size_t>(start.home(k))].push_back(k);
    }
    asked_.assign(start.place.size(), 0);
  }

  void run() {
    std::vector<std::size_t> order(start_.place.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, {}, [&](std::size_t k) { return start_.turn[k]; });
    for (const auto k : order)
      if (start_.place[k] == nowhere) follow(k);
  }

 private:
  enum class Kind : std::uint8_t { none, vacant, left, held };
  struct Seat {
    Kind kind = Kind::none;
    std::size_t at = 0;  // position in left_ or holders_ of the post
  };

  [[nodiscard]] bool takes(std::int32_t j, std::size_t k, std::size_t leaver) const {
    return !posts_rank_ || k == leaver || start_.rank(k, j, false) <= start_.rank(leaver, j, false);
  }
  [[nodiscard]] Seat seat_for(std::size_t k, std::int32_t j) const {
    const auto post = static_cast<std::size_t>(j);
    if (start_.home(k) == j) {
      const auto own = std::ranges::find(holders_[post], k);
      return {Kind::held, static_cast<std::size_t>(own - holders_[post].begin())};
    }
    if (start_.vacant[post] > 0) return {Kind::vacant, 0};
    for (std::size_t at = 0; at < left_[post].size(); ++at)
      if (takes(j, k, left_[post][at])) return {Kind::left, at};
    for (std::size_t at = 0; at < holders_[post].size(); ++at)
      if (takes(j, k, holders_[post][at])) return {Kind::held, at};
    return {};
  }
  void settle(std::size_t k, std::int32_t j) {
    start_.place[k] = j;
    asked_[k] = 0;
    std::erase(holders_[static_cast<std::size_t>(start_.home(k))], k);
  }
  /// k leaves its seat to whoever asks next, with k as threshold.
  void leave(std::size_t k) { left_[static_cast<std::size_t>(start_.home(k))].push_back(k); }

  /// Everyone from `first` on in the chain gets the seat that they asked for.
  void close_cycle(std::vector<std::size_t>& chain, std::size_t first) {
    const std::size_t head = chain[first];
    for (std::size_t at = first; at < chain.size(); ++at)
      settle(chain[at], start_.home(at + 1 < chain.size() ? chain[at + 1] : head));
    chain.resize(first);
  }
  void follow(std::size_t first) {
    std::vector<std::size_t> chain = {first};
    asked_[first] = 1;
    while (!chain.empty()) {
      const std::size_t k = chain.back();
      const std::int32_t j = start_.wanted[k][next_[k]];
      const auto post = static_cast<std::size_t>(j);
      const Seat seat = seat_for(k, j);
      if (seat.kind == Kind::none) {
        ++next_[k];  // what is gone does not come back for k
      } else if (seat.kind == Kind::held && asked_[holders_[post][seat.at]] == 0) {
        chain.push_back(holders_[post][seat.at]);
        asked_[chain.back()] = 1;
      } else if (seat.kind == Kind::held) {
        const auto at = std::ranges::find(chain, holders_[post][seat.at]) - chain.begin();
        close_cycle(chain, static_cast<std::size_t>(at));
      } else {
        if (seat.kind == Kind::vacant) --start_.vacant[post];
        else left_[post].erase(left_[post].begin() + static_cast<std::ptrdiff_t>(seat.at));
        settle(k, j);
        leave(k);
        chain.pop_back();
      }
    }
  }

  Start& start_;
  bool posts_rank_;
  std::vector<std::size_t> next_;                  // by member: position in `wanted`
  std::vector<std::vector<std::size_t>> left_;     // by post: who gave up a seat that is free
  std::vector<std::vector<std::size_t>> holders_;  // by post: who is not settled yet, by nip
  std::vector<std::uint8_t> asked_;                // by member: is in the chain
};

/// Employees propose in turn, best post first; a full post lets go of the one it ranks last.
void deferred_acceptance(Start& start) {
  using Entry = std::pair<std::tuple<bool, Points, std::int32_t>, std::size_t>;
  std::vector<std::priority_queue<Entry>> held(start.vacant.size());
  std::vector<std::int32_t> seats;
  for (std::size_t j = 0; j < start.vacant.size(); ++j) seats.push_back(start.pairs.seats(j));
  for (std::size_t k = 0; k < start.place.size(); ++k)
    if (start.place[k] != nowhere) --seats[static_cast<std::size_t>(start.place[k])];
  std::vector<std::size_t> next(start.place.size()), waiting;
  for (std::size_t k = 0; k < start.place.size(); ++k)
    if (start.place[k] == nowhere) waiting.push_back(k);
  while (!waiting.empty()) {
    const std::size_t k = waiting.back();
    waiting.pop_back();
    const std::int32_t j = start.wanted[k][next[k]++];
    auto& queue = held[static_cast<std::size_t>(j)];
    queue.emplace(start.rank(k, j, true), k);
    if (static_cast<std::int32_t>(queue.size()) <= seats[static_cast<std::size_t>(j)]) continue;
    waiting.push_back(queue.top().second);
    queue.pop();
  }
  for (std::size_t j = 0; j < held.size(); ++j)
    for (; !held[j].empty(); held[j].pop()) start.place[held[j].top().second] = static_cast<std::int32_t>(j);
}

}  // namespace

std::vector<EmployeeId> published_order(const Snapshot& s, std::uint64_t seed) {
  std::vector<EmployeeId> order;
  for (std::size_t i = 0; i < s.employees.size(); ++i) order.emplace_back(i);
  Random random(seed, 7);
  random.shuffle(std::span(order));
  return order;
}

std::optional<std::vector<PostId>> mechanism_places(const Snapshot& s, const PairTable& pairs, Policy policy,
                                                    std::uint64_t seed) {
  Start start(s, pairs, seed);
  if (!start.feasible) return std::nullopt;
  if (policy == Policy::unit_priority) deferred_acceptance(start);
  else Trading(start, policy == Policy::both_sides).run();
  std::vector<PostId> places;
  for (const auto j : start.place) places.emplace_back(j);
  return places;
}

}  // namespace rembuk
