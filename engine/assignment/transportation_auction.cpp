#include <algorithm>

#include "engine/assignment/transportation.hpp"

/// The auction that places nearly everybody.
namespace rembuk {

/// Of the seats at j, how many may be filled at this price.
std::int32_t Transportation::open_at(std::size_t j, std::int64_t price) const {
  const auto& seats = seats_[j];
  return seats.forced + (price >= sink_price_ + need_cost_ ? seats.needed : 0) +
         (price >= sink_price_ ? seats.above : 0);
}

/// Every post asks what its first empty seat costs; a forced one asks for so little that everyone
/// would go there.
void Transportation::first_prices() {
  std::int64_t least = 0, most = 0;
  for (const auto& row : arcs_)
    for (const auto& arc : row) {
      least = std::min(least, arc.cost);
      most = std::max(most, arc.cost);
    }
  for (std::size_t j = 0; j < seats_.size(); ++j) {
    if (seats_[j].forced > 0)
      price_[j] = need_cost_ - (most - least) - 1;
    else
      price_[j] = seats_[j].needed > 0 ? need_cost_ : 0;
  }
}

void Transportation::keep_suggested() {
  for (std::size_t k = 0; k < arcs_.size(); ++k) {
    if (suggested_[k] == nowhere) continue;
    const auto j = index(suggested_[k]);
    if (count_[j] >= open_at(j, price_[j])) continue;
    const auto best = best_arc(k);
    const auto own = std::ranges::find(arcs_[k], suggested_[k], &Arc::post);
    if (own == arcs_[k].end() || own->cost + price_[j] > best.cost) continue;
    place_[k] = suggested_[k];
    own_[k] = own->cost;
    ++count_[j];
  }
}

/// Least cost at the present prices; of equal ones a post with an empty seat.
Transportation::Best Transportation::best_arc(std::size_t k) const {
  Best best;
  bool empty = false;
  for (const auto& arc : arcs_[k]) {
    const auto j = index(arc.post);
    const std::int64_t cost = arc.cost + price_[j];
    if (cost > best.cost || (cost == best.cost && empty)) {
      best.second = std::min(best.second, cost);
      continue;
    }
    const bool has_seat = count_[j] < open_at(j, price_[j]);
    if (cost == best.cost && !has_seat) {
      best.second = cost;
      continue;
    }
    best.second = best.cost;
    best.cost = cost;
    best.arc = &arc;
    empty = has_seat;
  }
  return best;
}

std::int64_t Transportation::limit(std::size_t k) const {
  std::int64_t other = infinite;
  for (const auto& arc : arcs_[k])
    if (arc.post != place_[k]) other = std::min(other, arc.cost + price_[index(arc.post)]);
  return other == infinite ? infinite : other - own_[k];
}

/// One member more than j has seats at its price: the price rises until one would rather leave, or
/// the next seats open.
void Transportation::contest(std::size_t j, Limit claim) {
  auto& heap = limits_[j];
  heap.push_back(claim);
  std::push_heap(heap.begin(), heap.end());
  for (;;) {
    const std::int64_t opens = count_[j] < seats_[j].all() ? next_slope(j) + sink_price_ : infinite;
    const Limit least = heap.front();
    if (opens <= least.price && opens < infinite) {
      price_[j] = opens;
      ++count_[j];
      return;
    }
    std::pop_heap(heap.begin(), heap.end());
    const auto k = index(least.member);
    if (const auto now = limit(k); now > least.price) {  // others have become dearer since
      heap.back().price = now;
      std::push_heap(heap.begin(), heap.end());
      continue;
    }
    heap.pop_back();
    const bool rises = least.price > price_[j] && least.price < infinite;
    if (rises) price_[j] = least.price;
    place_[k] = nowhere;
    (rises ? bidding_ : left_over_).push_back(least.member);
    return;
  }
}

void Transportation::auction() {
  for (std::size_t k = 0; k < place_.size(); ++k)
    if (place_[k] == nowhere) bidding_.push_back(static_cast<std::int32_t>(k));
  for (auto& heap : limits_) heap.clear();
  for (std::size_t k = 0; k < place_.size(); ++k)
    if (place_[k] != nowhere)
      limits_[index(place_[k])].push_back({-infinite, static_cast<std::int32_t>(k)});
  for (std::size_t bids = 40 * place_.size(); !bidding_.empty() && bids > 0; --bids) {
    const auto member = bidding_.back();
    bidding_.pop_back();
    const auto k = index(member);
    const auto best = best_arc(k);
    if (best.arc == nullptr) {
      left_over_.push_back(member);
      continue;
    }
    const auto j = index(best.arc->post);
    place_[k] = best.arc->post;
    own_[k] = best.arc->cost;
    const Limit claim{best.second == infinite ? infinite : best.second - own_[k], member};
    if (count_[j] < open_at(j, price_[j])) {
      ++count_[j];
      limits_[j].push_back(claim);
      std::push_heap(limits_[j].begin(), limits_[j].end());
    } else {
      contest(j, claim);
    }
  }
  left_over_.insert(left_over_.end(), bidding_.begin(), bidding_.end());
  bidding_.clear();
}

}  // namespace rembuk
