#pragma once
#include <array>
#include <cstdint>
#include <span>
#include <string_view>

/// Regions and districts of Jambi, and the time between them: facts.
namespace rembuk::province {

/// A district (kecamatan).
struct District {
  std::string_view code, name;
};

/// A regency or city.
struct Region {
  std::string_view code, name;
  std::int32_t people;      ///< share of inhabitants, per thousand
  std::uint8_t remoteness;  ///< of an average unit there, 0–3
  std::size_t capital;      ///< which of its districts
  double latitude, longitude;
};
inline constexpr std::array<Region, 11> regions = {{
    {"15.01", "Kerinci", 75, 2, 10, -1.98, 101.29},
    {"15.02", "Merangin", 100, 1, 1, -2.08, 102.27},
    {"15.03", "Sarolangun", 85, 1, 2, -2.30, 102.70},
    {"15.04", "Batang Hari", 85, 1, 2, -1.72, 103.26},
    {"15.05", "Muaro Jambi", 110, 1, 1, -1.47, 103.49},
    {"15.06", "Tanjung Jabung Barat", 90, 2, 1, -0.82, 103.46},
    {"15.07", "Tanjung Jabung Timur", 70, 2, 6, -1.19, 103.80},
    {"15.08", "Bungo", 100, 1, 2, -1.49, 102.12},
    {"15.09", "Tebo", 95, 2, 0, -1.49, 102.44},
    {"15.71", "Kota Jambi", 165, 0, 3, -1.59, 103.61},
    {"15.72", "Kota Sungai Penuh", 25, 1, 0, -2.06, 101.39},
}};
inline constexpr std::size_t kota_jambi = 9;

/// Districts of a region by code.
[[nodiscard]] std::span<const District> districts_of(std::size_t region);

/// Remoteness 0–3 of a district: its capital is nearest, the far ones are worst.
[[nodiscard]] std::uint8_t remoteness_of(std::size_t region, std::size_t district);

/// Minutes by road between the capitals, in the order of `regions`; the diagonal is the way to work
/// inside a region. Estimates from road lengths and speeds.
inline constexpr std::array<std::array<std::int32_t, 11>, 11> travel_minutes = {{
    {40, 360, 462, 618, 744, 870, 822, 462, 528, 696, 30},
    {360, 40, 102, 258, 384, 516, 468, 108, 168, 342, 324},
    {462, 102, 35, 156, 288, 414, 366, 210, 270, 240, 426},
    {618, 258, 156, 30, 126, 252, 204, 258, 192, 78, 588},
    {744, 384, 288, 126, 35, 126, 174, 384, 324, 48, 714},
    {870, 516, 414, 252, 126, 45, 300, 510, 450, 174, 840},
    {822, 468, 366, 204, 174, 300, 45, 462, 402, 126, 792},
    {462, 108, 210, 258, 384, 510, 462, 35, 60, 336, 432},
    {528, 168, 270, 192, 324, 450, 402, 60, 40, 276, 492},
    {696, 342, 240, 78, 48, 174, 126, 336, 276, 25, 666},
    {30, 324, 426, 588, 714, 840, 792, 432, 492, 666, 25},
}};

}  // namespace rembuk::province
