#include "app/core/office/variation.hpp"

#include <algorithm>
#include <tuple>

#include "app/text/search.hpp"

namespace rembuk::office {
std::vector<KeepableUnit> keepable_units(const wire::NeedsBoard& board) {
  const auto parent = [&](std::size_t unit) {
    const std::int32_t above = board.units[unit].parent;
    return above >= 0 && static_cast<std::size_t>(above) < board.units.size()
               ? static_cast<std::size_t>(above)
               : unit;
  };
  std::vector<std::uint32_t> people(board.units.size());
  for (std::size_t u = 0; u < people.size(); ++u) {
    std::size_t at = u;
    for (std::size_t step = 0; step < people.size(); ++step) {
      people[at] += board.units[u].filled;
      if (parent(at) == at) break;
      at = parent(at);
    }
  }
  std::vector<std::tuple<bool, std::string, std::size_t>> order;
  for (std::size_t u = 0; u < people.size(); ++u)
    if (people[u] >= board.threshold && people[u] + board.threshold <= board.employees)
      order.emplace_back(!board.units[u].agency, board.units[u].name, u);
  std::ranges::sort(order);
  std::vector<KeepableUnit> out;
  for (const auto& [lower, name, u] : order) {
    std::size_t above = parent(u);
    while (!board.units[above].agency && parent(above) != above) above = parent(above);
    out.push_back(
        {board.units[u].code, name, above == u ? "" : board.units[above].name, people[u]});
  }
  return out;
}

std::vector<KeepableUnit> found_units(const std::vector<KeepableUnit>& units,
                                      std::string_view query,
                                      const std::vector<std::string>& kept) {
  const auto asked = text::words_of(query);
  std::vector<KeepableUnit> out;
  for (const auto& unit : units)
    if (std::ranges::find(kept, unit.code) == kept.end() &&
        text::holds(text::folded(unit.name), asked))
      out.push_back(unit);
  return out;
}

void act(VariationModel& m, const VariationAct& what) {
  if (const auto* weight = std::get_if<ChoseWeight>(&what)) {
    m.need_weight = std::clamp(weight->weight, 0, most_weight) / weight_step * weight_step;
  } else if (const auto* searched = std::get_if<SearchedUnit>(&what)) {
    m.query = searched->text;
  } else if (const auto& unit = std::get<KeepUnit>(what); !unit.on) {
    std::erase(m.kept, unit.code);
  } else if (std::ranges::find(m.kept, unit.code) == m.kept.end() && m.kept.size() < most_kept) {
    m.kept.push_back(unit.code);
    m.query.clear();
  }
}

}  // namespace rembuk::office
