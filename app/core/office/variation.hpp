#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "engine/wire/office.hpp"

/// A facilitator's menu beyond the named policies: how much need weighs against wishes, and units
/// whose people stay. It belongs to `update` of the office page.
namespace rembuk::office {

inline constexpr int weight_step = 10, most_weight = 100;
inline constexpr std::size_t most_kept = 50;

struct VariationModel {
  int need_weight = 50;
  std::vector<std::string> kept;  ///< codes of units, in the order of choice
  std::string query;              ///< typed in search of a unit
};

struct ChoseWeight {
  int weight = 50;
};
struct SearchedUnit {
  std::string text;
};
struct KeepUnit {
  std::string code;
  bool on = false;
};
using VariationAct = std::variant<ChoseWeight, SearchedUnit, KeepUnit>;

/// A unit with all units below it, as it may be kept.
struct KeepableUnit {
  std::string code, name, above;  ///< `above`: the agency or government that it belongs to
  std::uint32_t people = 0;
};
/// Units that hold at least the threshold and leave as many outside, agencies first, then by name.
[[nodiscard]] std::vector<KeepableUnit> keepable_units(const wire::NeedsBoard& board);
/// Those whose name holds every word of `query`, without those in `kept`; all for an empty query.
[[nodiscard]] std::vector<KeepableUnit> found_units(const std::vector<KeepableUnit>& units,
                                                    std::string_view query,
                                                    const std::vector<std::string>& kept);

void act(VariationModel& model, const VariationAct& what);

}  // namespace rembuk::office
