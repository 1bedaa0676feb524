#pragma once
#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

/// Where the regions of Jambi lie on a schematic map: three columns from west to east, four rows
/// from north to south, kept as their neighbours are, not to scale.
namespace rembuk::employee {

struct Town {
  std::string_view region;  ///< code
  int column = 0, row = 0;
};
inline constexpr std::array<Town, 11> towns = {{{"15.06", 1, 0},
                                                {"15.07", 2, 0},
                                                {"15.08", 0, 1},
                                                {"15.09", 1, 1},
                                                {"15.05", 2, 1},
                                                {"15.01", 0, 2},
                                                {"15.04", 1, 2},
                                                {"15.71", 2, 2},
                                                {"15.72", 0, 3},
                                                {"15.02", 1, 3},
                                                {"15.03", 2, 3}}};
/// Main roads, as pairs of region codes.
inline constexpr std::array<std::pair<std::string_view, std::string_view>, 11> roads = {
    {{"15.06", "15.05"},
     {"15.07", "15.05"},
     {"15.05", "15.71"},
     {"15.71", "15.04"},
     {"15.04", "15.09"},
     {"15.09", "15.08"},
     {"15.08", "15.02"},
     {"15.04", "15.03"},
     {"15.03", "15.02"},
     {"15.02", "15.72"},
     {"15.72", "15.01"}}};

[[nodiscard]] constexpr std::optional<Town> town(std::string_view region) {
  for (const Town& one : towns)
    if (one.region == region) return one;
  return std::nullopt;
}

}  // namespace rembuk::employee
