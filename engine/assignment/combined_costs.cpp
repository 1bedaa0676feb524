#include "engine/assignment/combined_costs.hpp"

namespace rembuk {
namespace {

constexpr NarrowCost most_of_a_word = NarrowCost{1} << 108;

/// Where a level stands: in which number, counted from the last, and times what.
struct Place {
  int word = 0;
  NarrowCost weight = 1;
};

std::vector<Place> places_of(std::span<const Level> levels, std::size_t members) {
  std::vector<Place> places(levels.size());
  Place next;
  NarrowCost below = 0;  // by how much the levels below in the same number can differ in all
  for (std::size_t l = levels.size(); l-- > 0;) {
    const auto& level = levels[l];
    const auto differ =
        static_cast<NarrowCost>(members) * (level.most - level.least - level.need_cost);
    next.weight = below + 1;
    if (below > 0 && differ > most_of_a_word / next.weight) next = {next.word + 1, 1};
    places[l] = next;
    below = (next.weight == 1 ? 0 : below) + next.weight * differ;
  }
  return places;
}

void set(NarrowCost& cost, const Place& place) { cost = place.weight; }
void set(WideCost& cost, const Place& place) {
  cost.parts[cost.parts.size() - 1 - static_cast<std::size_t>(place.word)] = place.weight;
}

}  // namespace

int combined_words(std::span<const Level> levels, std::size_t members) {
  return levels.empty() ? 1 : places_of(levels, members).front().word + 1;
}

template <class Cost>
CombinedCosts<Cost>::CombinedCosts(std::span<const Level> levels, const Snapshot& snapshot,
                                   const PairTable& pairs)
    : by_value_(values), bound_(values) {
  Cost least{};
  const auto places = places_of(levels, pairs.free().size());
  weights_.resize(levels.size());
  for (std::size_t l = 0; l < levels.size(); ++l) {
    const auto& level = levels[l];
    set(weights_[l], places[l]);
    need_ += weights_[l] * level.need_cost;
    if (level.on == Level::On::moving) moving_ += weights_[l];
    if (level.on == Level::On::pair) {
      special_.push_back({weights_[l], &level});
      least += weights_[l] * level.least;
    }
    for (std::size_t v = 0; level.on == Level::On::value && v < values; ++v)
      by_value_[v] += weights_[l] * level.cost(0, 0, static_cast<std::uint16_t>(v));
  }
  for (std::size_t v = 0; v < values; ++v) bound_[v] = by_value_[v] + moving_ + least;
  for (const EmployeeId i : pairs.free()) current_.push_back(snapshot[i].post.index());
}

template class CombinedCosts<NarrowCost>;
template class CombinedCosts<WideCost>;

}  // namespace rembuk
