#include "engine/assignment/transportation.hpp"

#include <algorithm>
#include <utility>

namespace rembuk {

Transportation::Transportation(std::size_t members, std::vector<SeatSteps> seats,
                               std::int64_t need_cost)
    : AssignmentNetwork(members),
      seats_(std::move(seats)),
      need_cost_(need_cost),
      suggested_(members, nowhere),
      place_(members, nowhere),
      count_(seats_.size()),
      own_(members),
      price_(seats_.size()),
      limits_(seats_.size()),
      at_(seats_.size()),
      slot_(members),
      distance_(seats_.size() + 1, infinite),
      by_(seats_.size() + 1) {}

bool Transportation::run() {
  std::ranges::fill(place_, nowhere);
  std::ranges::fill(count_, 0);
  sink_price_ = 0;
  first_prices();
  keep_suggested();
  auction();
  list_members();
  for (const auto member : std::exchange(left_over_, {}))
    if (!augment(member)) return false;
  while (missing_ < 0)  // everyone is placed, and a forced seat is empty
    if (!augment(from_sink)) return false;
  return true;
}

std::int64_t Transportation::cost() const {
  std::int64_t sum = 0;
  for (const auto own : own_) sum += own;
  for (std::size_t j = 0; j < seats_.size(); ++j)
    sum += need_cost_ * std::clamp(count_[j] - seats_[j].forced, 0, seats_[j].needed);
  return sum;
}

void Transportation::list_members() {
  for (auto& members : at_) members.clear();
  missing_ = static_cast<std::int64_t>(place_.size());
  for (std::size_t j = 0; j < seats_.size(); ++j) missing_ -= filled(j);
  for (std::size_t k = 0; k < place_.size(); ++k) {
    if (place_[k] == nowhere) continue;
    auto& members = at_[index(place_[k])];
    slot_[k] = static_cast<std::int32_t>(members.size());
    members.push_back(static_cast<std::int32_t>(k));
  }
}

std::int64_t Transportation::next_slope(std::size_t j) const {
  return count_[j] < seats_[j].forced + seats_[j].needed ? need_cost_ : 0;
}
std::int64_t Transportation::last_slope(std::size_t j) const {
  return count_[j] <= seats_[j].forced + seats_[j].needed ? need_cost_ : 0;
}

void Transportation::begin_search() {
  for (const auto j : labelled_) distance_[index(j)] = infinite;
  labelled_.clear();
  waiting_.clear();
  best_ = infinite;
  end_ = before_sink_ = nowhere;
}

/// Notes a way into j if it is the shortest known and shorter than the way to an end.
void Transportation::reach(std::size_t j, std::int64_t distance, std::int32_t by) {
  if (distance >= distance_[j] || distance >= best_) return;
  const auto node = static_cast<std::int32_t>(j);
  const auto sink = seats_.size();
  if (distance_[j] == infinite) labelled_.push_back(node);
  distance_[j] = distance;
  by_[j] = by;
  if (count_[j] < seats_[j].forced) {
    best_ = distance;
    end_ = node;
    return;
  }
  waiting_.push_back({distance, node});
  std::push_heap(waiting_.begin(), waiting_.end());
  if (by == from_sink || count_[j] == seats_[j].all()) return;
  const std::int64_t to_sink = distance + next_slope(j) + sink_price_ - price_[j];
  if (missing_ > 0) {
    if (to_sink >= best_) return;
    best_ = to_sink;
    end_ = node;
  } else if (to_sink < distance_[sink] && to_sink < best_) {
    if (distance_[sink] == infinite) labelled_.push_back(static_cast<std::int32_t>(sink));
    distance_[sink] = to_sink;
    before_sink_ = node;
    waiting_.push_back({to_sink, static_cast<std::int32_t>(sink)});
    std::push_heap(waiting_.begin(), waiting_.end());
  }
}

/// Every way of a member, at distance base + cost + price.
void Transportation::relax_member(std::size_t k, std::int64_t base) {
  for (const auto& arc : arcs_[k]) {
    const auto j = index(arc.post);
    const std::int64_t distance = base + arc.cost + price_[j];
    if (distance < distance_[j] && distance < best_)
      reach(j, distance, static_cast<std::int32_t>(k));
  }
}

/// One of a post's members may leave a seat that need not be filled.
void Transportation::relax_sink() {
  const std::int64_t base = distance_[seats_.size()] - sink_price_;
  for (std::size_t j = 0; j < seats_.size(); ++j)
    if (count_[j] > seats_[j].forced) reach(j, base + price_[j] - last_slope(j), from_sink);
}

void Transportation::raise_prices() {
  for (const auto node : labelled_) {
    const std::int64_t gap = best_ - distance_[index(node)];
    if (gap <= 0) continue;
    (index(node) == seats_.size() ? sink_price_ : price_[index(node)]) += gap;
  }
}

void Transportation::seat(std::size_t k, std::int32_t to) {
  if (place_[k] != nowhere) {
    auto& members = at_[index(place_[k])];
    slot_[index(members.back())] = slot_[k];
    members[index(slot_[k])] = members.back();
    members.pop_back();
    --count_[index(place_[k])];
  }
  place_[k] = to;
  own_[k] = std::ranges::find(arcs_[k], to, &Arc::post)->cost;
  slot_[k] = static_cast<std::int32_t>(at_[index(to)].size());
  at_[index(to)].push_back(static_cast<std::int32_t>(k));
  ++count_[index(to)];
}

void Transportation::move_along(std::int32_t source) {
  if (count_[index(end_)] >= seats_[index(end_)].forced) --missing_;
  for (auto to = end_; to != nowhere;) {
    const auto member = by_[index(to)];
    if (member == from_sink) {
      to = source == from_sink ? nowhere : before_sink_;
      continue;
    }
    const auto from = place_[index(member)];
    seat(index(member), to);
    to = from;
  }
  if (source == from_sink) ++missing_;
}

/// The shortest way of one more member, or of the sink's surplus, to a seat.
bool Transportation::augment(std::int32_t source) {
  begin_search();
  const auto sink = static_cast<std::int32_t>(seats_.size());
  if (source == from_sink) {
    distance_[index(sink)] = 0;
    labelled_.push_back(sink);
    relax_sink();
  } else {
    relax_member(index(source), 0);
  }
  while (!waiting_.empty()) {
    const auto [distance, node] = waiting_.front();
    std::pop_heap(waiting_.begin(), waiting_.end());
    waiting_.pop_back();
    if (distance >= best_) break;
    if (distance != distance_[index(node)]) continue;
    if (node == sink) {
      relax_sink();
      continue;
    }
    const std::int64_t base = distance - price_[index(node)];
    for (const auto member : at_[index(node)])
      relax_member(index(member), base - own_[index(member)]);
  }
  if (end_ == nowhere) return false;
  raise_prices();
  move_along(source);
  return true;
}

}  // namespace rembuk
