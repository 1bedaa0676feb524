#include "engine/assignment/edit_flow.hpp"

#include <algorithm>

namespace rembuk {
namespace {

constexpr auto refused = PairTable::refused;

std::size_t at(std::int32_t id) { return static_cast<std::size_t>(id); }

}  // namespace

template <class Cost>
EditFlow<Cost>::EditFlow(const CombinedCosts<Cost>& costs, const EditTable& table,
                         std::span<const PostId> places, std::vector<Cost> hints)
    : costs_(costs),
      table_(table),
      place_(places.size(), nowhere),
      slot_(places.size()),
      count_(hints.size()),
      own_(places.size()),
      held_(places.size()),
      at_(hints.size()),
      potential_(std::move(hints)),
      labels_(count_.size()),
      reach_(count_.size(), infinite) {
  for (std::size_t k = 0; k < places.size(); ++k)
    seat(k, places[k].value, cost(k, places[k].index()));
  settle_hints();
}

/// Label correcting: lowers potentials until nothing is negative. It ends as the flow is optimal.
template <class Cost>
void EditFlow<Cost>::settle_hints() {
  std::vector<std::int32_t> queue;
  std::vector<std::uint8_t> queued(count_.size());
  const auto enqueue = [&](std::size_t j) {
    if (queued[j] == 0 && count_[j] > 0) queue.push_back(static_cast<std::int32_t>(j));
    queued[j] = 1;
  };
  Cost sink{};
  for (std::size_t j = 0; j < count_.size(); ++j) {
    if (has_seat(j)) potential_[j] = std::max(potential_[j], -entering(j));
    if (count_[j] > 0) potential_[j] = std::min(potential_[j], leaving(j));
    enqueue(j);
  }
  for (;;) {
    for (std::size_t next = 0; next < queue.size(); ++next) {
      const std::size_t p = at(queue[next]);
      queued[p] = 0;
      for (const auto member : at_[p]) {
        const auto row = table_.rows->row(at(member));
        const Cost base = potential_[p] - own_[at(member)];
        for (std::size_t j = 0; j < row.size(); ++j) {
          if (row[j] == refused) continue;
          const bool home = j == costs_.current(at(member));
          if (!home && base + costs_.bound(row[j]) >= potential_[j]) continue;
          const Cost now = base + costs_.of(at(member), j, row[j]);
          if (now >= potential_[j]) continue;
          potential_[j] = now;
          enqueue(j);
        }
      }
    }
    queue.clear();
    const Cost before = sink;
    for (std::size_t j = 0; j < count_.size(); ++j)
      if (has_seat(j)) sink = std::min(sink, potential_[j] + entering(j));
    for (std::size_t j = 0; j < count_.size(); ++j)
      if (count_[j] > 0 && potential_[j] > sink + leaving(j)) {
        potential_[j] = sink + leaving(j);
        enqueue(j);
      }
    if (queue.empty() && sink == before) break;
  }
  for (auto& each : potential_) each -= sink;
}

template <class Cost>
void EditFlow<Cost>::seat(std::size_t k, std::int32_t to, Cost own) {
  if (const auto from = place_[k]; from != nowhere) {
    auto& members = at_[at(from)];
    slot_[at(members.back())] = slot_[k];
    std::swap(members[at(slot_[k])], members.back());
    members.pop_back();
    --count_[at(from)];
  }
  place_[k] = to;
  own_[k] = own;
  if (to == nowhere) return;
  slot_[k] = static_cast<std::int32_t>(at_[at(to)].size());
  at_[at(to)].push_back(static_cast<std::int32_t>(k));
  ++count_[at(to)];
}

template <class Cost>
void EditFlow<Cost>::move(std::size_t k, std::int32_t to, Cost own) {
  moves_.push_back({static_cast<std::int32_t>(k), place_[k], own_[k]});
  seat(k, to, own);
}

template <class Cost>
void EditFlow<Cost>::shift(std::size_t j, Cost by) {
  shifts_.push_back({static_cast<std::int32_t>(j), potential_[j]});
  potential_[j] += by;
}

template <class Cost>
void EditFlow<Cost>::back_to(const Mark& mark) {
  for (; moves_.size() > mark.moves; moves_.pop_back())
    seat(at(moves_.back().member), moves_.back().from, moves_.back().own);
  for (; shifts_.size() > mark.potentials; shifts_.pop_back())
    potential_[at(shifts_.back().post)] = shifts_.back().potential;
}

template <class Cost>
void EditFlow<Cost>::begin_search(Cost limit) {
  for (const auto j : labelled_) reach_[at(j)] = infinite;
  labelled_.clear();
  waiting_.clear();
  best_ = limit;
  end_ = nowhere;
}

/// Notes a way to j if it is shorter than the known one and than the way to the sink.
template <class Cost>
bool EditFlow<Cost>::reach(std::size_t j, Cost distance, std::size_t member, std::int32_t other) {
  if (distance >= reach_[j] || distance >= best_) return false;
  if (reach_[j] == infinite) labelled_.push_back(static_cast<std::int32_t>(j));
  reach_[j] = distance;
  labels_[j] = {distance, static_cast<std::int32_t>(member), other};
  waiting_.push_back({distance, static_cast<std::int32_t>(j)});
  std::push_heap(waiting_.begin(), waiting_.end());
  return true;
}

/// The nearest post that is not yet settled, now settled; nowhere if the sink is nearer.
template <class Cost>
std::int32_t EditFlow<Cost>::next_settled() {
  while (!waiting_.empty()) {
    const auto [distance, j] = waiting_.front();
    std::pop_heap(waiting_.begin(), waiting_.end());
    waiting_.pop_back();
    if (distance >= best_) return nowhere;
    if (reach_[at(j)] != distance) continue;
    reach_[at(j)] = -infinite;
    return j;
  }
  return nowhere;
}

template <class Cost>
void EditFlow<Cost>::reach_forward(std::size_t j, Cost distance, std::size_t member,
                                   std::int32_t from) {
  if (!reach(j, distance, member, from) || !has_seat(j)) return;
  const Cost to_sink = distance + entering(j) + potential_[j];
  if (to_sink >= best_) return;
  best_ = to_sink;
  end_ = static_cast<std::int32_t>(j);
}

/// Every way of member k from where it is, at distance base + own cost of the way.
template <class Cost>
void EditFlow<Cost>::relax_row(std::size_t k, Cost base, std::int32_t from) {
  const auto row = table_.rows->row(k);
  if (const auto home = costs_.current(k); row[home] != refused)
    reach_forward(home, base + costs_.of(k, home, row[home]) - potential_[home], k, from);
  for (std::size_t j = 0; j < row.size(); ++j) {
    if (row[j] == refused) continue;
    const Cost low = base + costs_.bound(row[j]) - potential_[j];
    if (low >= reach_[j] || low >= best_) continue;
    reach_forward(j, base + costs_.of(k, j, row[j]) - potential_[j], k, from);
  }
}

/// Every way of a member elsewhere into post j, walked back.
template <class Cost>
void EditFlow<Cost>::relax_column(std::size_t j, Cost distance) {
  const auto column = table_.column(j);
  const Cost base = distance - potential_[j];
  for (std::size_t k = 0; k < column.size(); ++k) {
    if (column[k] == refused || held_[k] != 0) continue;
    const auto from = place_[k];
    if (from == nowhere || at(from) == j) continue;
    const Cost so_far = base - own_[k] + potential_[at(from)];
    if (j != costs_.current(k)) {
      const Cost low = so_far + costs_.bound(column[k]);
      if (low >= reach_[at(from)] || low >= best_) continue;
    }
    const Cost way = so_far + costs_.of(k, j, column[k]);
    if (!reach(at(from), way, k, static_cast<std::int32_t>(j))) continue;
    const Cost to_sink = way + leaving(at(from)) - potential_[at(from)];
    if (to_sink >= best_) continue;
    best_ = to_sink;
    end_ = from;
  }
}

/// Somebody else may want the seat at j that has become free; it is worth `gap` at most.
template <class Cost>
void EditFlow<Cost>::refill(std::size_t j, Cost gap) {
  begin_search(gap);
  reach(j, Cost{}, 0, nowhere);
  for (auto next = next_settled(); next != nowhere; next = next_settled())
    relax_column(at(next), labels_[at(next)].distance);
  for (const auto each : labelled_)
    if (labels_[at(each)].distance < best_) shift(at(each), best_ - labels_[at(each)].distance);
  for (auto from = end_; from != nowhere && at(from) != j;) {
    const auto [distance, member, to] = labels_[at(from)];
    move(at(member), to, cost(at(member), at(to)));
    from = to;
  }
}

template <class Cost>
void EditFlow<Cost>::take(std::size_t k) {
  const std::size_t j = place(k);
  const Cost gap = leaving(j) - potential_[j];
  move(k, nowhere, Cost{});
  if (gap > Cost{}) refill(j, gap);
}

template <class Cost>
bool EditFlow<Cost>::put(std::size_t k, std::int32_t only, std::uint16_t only_value) {
  begin_search(infinite);
  const Cost alone = only == nowhere ? Cost{} : costs_.of(k, at(only), only_value);
  if (only == nowhere)
    relax_row(k, Cost{}, nowhere);
  else
    reach_forward(at(only), alone - potential_[at(only)], k, nowhere);
  for (auto next = next_settled(); next != nowhere; next = next_settled()) {
    const Cost base = labels_[at(next)].distance + potential_[at(next)];
    for (const auto member : at_[at(next)])
      if (held_[at(member)] == 0) relax_row(at(member), base - own_[at(member)], next);
  }
  if (end_ == nowhere) return false;
  for (const auto each : labelled_)
    if (labels_[at(each)].distance < best_) shift(at(each), labels_[at(each)].distance - best_);
  for (auto to = end_; to != nowhere;) {
    const auto [distance, member, from] = labels_[at(to)];
    const bool only_here = at(member) == k && only != nowhere;
    move(at(member), to, only_here ? alone : cost(at(member), at(to)));
    to = from;
  }
  return true;
}

template <class Cost>
bool EditFlow<Cost>::proven() const {
  for (std::size_t j = 0; j < count_.size(); ++j) {
    if (count_[j] > seats(j)) return false;
    if (has_seat(j) && entering(j) + potential_[j] < Cost{}) return false;
    if (count_[j] > 0 && leaving(j) - potential_[j] < Cost{}) return false;
  }
  for (std::size_t k = 0; k < place_.size(); ++k) {
    if (place_[k] == nowhere) return false;
    if (held_[k] != 0) continue;
    const auto row = table_.rows->row(k);
    const Cost base = potential_[place(k)] - own_[k];
    for (std::size_t j = 0; j < row.size(); ++j)
      if (row[j] != refused && base + costs_.of(k, j, row[j]) < potential_[j]) return false;
  }
  return true;
}

template class EditFlow<NarrowCost>;
template class EditFlow<WideCost>;

}  // namespace rembuk
