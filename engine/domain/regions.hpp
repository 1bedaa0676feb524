#pragma once
#include <array>
#include <string>
#include <string_view>

namespace rembuk {

struct RegionName {
  std::string_view code, name;
};
/// Regencies and cities of Jambi by code.
inline constexpr std::array<RegionName, 11> region_names = {{{"15.01", "Kerinci"},
                                                             {"15.02", "Merangin"},
                                                             {"15.03", "Sarolangun"},
                                                             {"15.04", "Batang Hari"},
                                                             {"15.05", "Muaro Jambi"},
                                                             {"15.06", "Tanjung Jabung Barat"},
                                                             {"15.07", "Tanjung Jabung Timur"},
                                                             {"15.08", "Bungo"},
                                                             {"15.09", "Tebo"},
                                                             {"15.71", "Kota Jambi"},
                                                             {"15.72", "Kota Sungai Penuh"}}};

/// The region's name; its code if it has no name here.
[[nodiscard]] inline std::string region_name(std::string_view code) {
  for (const auto& region : region_names)
    if (region.code == code) return std::string(region.name);
  return std::string(code);
}

}  // namespace rembuk
