#pragma once
#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "engine/domain/words.hpp"
#include "engine/province/jobs.hpp"

/// Agencies (organisasi perangkat daerah) of the province and of a regency, and the governments.
namespace rembuk::province {

/// Technical units in the regions: "UPTD Balai … {}" with the region's name.
struct Branches {
  std::string_view name = {};
  std::uint16_t regions = 0;  ///< bit r: one in region r
};

struct Agency {
  std::string_view name;
  UnitKind kind;
  Field field;
  std::int32_t weight;    ///< the heaviest are kept in a small government
  std::string_view head;  ///< key of the job that leads it
  std::string_view eselon;
  std::string_view divisions;  ///< names, separated by ;
  Branches branches = {};
};

/// The 48 agencies of Pemerintah Provinsi Jambi.
[[nodiscard]] std::span<const Agency> provincial_agencies();
/// The usual agencies of a regency or city (PP 18/2016); exact names differ from place to place.
[[nodiscard]] std::span<const Agency> regency_agencies();

struct Government {
  std::string_view code;  ///< instansi_kode
  std::string_view name;
  std::int32_t staff;  ///< reported or estimated, only for the shares
  std::size_t region;  ///< of its seat
  std::int32_t need = 0;  ///< reported for that staff, 0: none is
};
/// The province first, then by code.
inline constexpr std::array<Government, 12> governments = {{
    {"5500", "Pemerintah Provinsi Jambi", 13000, 9},
    {"5501", "Pemerintah Kabupaten Batang Hari", 4800, 3},
    {"5502", "Pemerintah Kabupaten Tanjung Jabung Barat", 4073, 5},
    {"5503", "Pemerintah Kabupaten Bungo", 5500, 7},
    {"5504", "Pemerintah Kabupaten Merangin", 5700, 1, 10000},
    {"5505", "Pemerintah Kabupaten Kerinci", 4776, 0, 7000},
    {"5506", "Pemerintah Kabupaten Sarolangun", 4500, 2},
    {"5507", "Pemerintah Kabupaten Tebo", 3509, 8},
    {"5508", "Pemerintah Kabupaten Muaro Jambi", 5465, 4},
    {"5509", "Pemerintah Kabupaten Tanjung Jabung Timur", 3300, 6},
    {"5571", "Pemerintah Kota Jambi", 10107, 9},
    {"5572", "Pemerintah Kota Sungai Penuh", 3200, 10},
}};

}  // namespace rembuk::province
