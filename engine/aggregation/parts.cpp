#include "engine/aggregation/parts.hpp"

#include <numeric>

namespace rembuk {

Cell publish_group(std::int64_t people, std::int64_t of, std::int32_t threshold) {
  if (people < threshold || of - people < threshold) return Withheld::few_people;
  return people;
}

std::vector<Cell> publish_parts(std::span<const std::int32_t> people, std::int32_t threshold) {
  const std::int32_t whole = std::accumulate(people.begin(), people.end(), 0);
  std::vector<Cell> cells(people.size(), Withheld::few_people);
  std::vector<bool> hidden(people.size(), false);
  std::int32_t together = 0;
  std::size_t count = 0;
  const auto hide = [&](std::size_t k) {
    hidden[k] = true;
    together += people[k];
    ++count;
  };
  for (std::size_t k = 0; k < people.size(); ++k)
    if (people[k] < threshold || whole - people[k] < threshold) hide(k);
  for (std::size_t k = people.size(); k-- > 0 && count > 0;)
    if (!hidden[k] && (count < 2 || together < 2 * threshold)) hide(k);
  if (whole < threshold) return cells;
  for (std::size_t k = 0; k < people.size(); ++k)
    if (!hidden[k]) cells[k] = std::int64_t{people[k]};
  return cells;
}

}  // namespace rembuk
