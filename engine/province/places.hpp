#pragma once
#include <array>
#include <cstdint>
#include <string_view>

/// Facts of Jambi: regions, travel times between their capitals, agencies of the province.
namespace rembuk::province {

struct Region {
  std::string_view code, name;
  std::int32_t weight;      ///< share of technical units and schools, per thousand
  std::uint8_t remoteness;  ///< of an average unit there
  double latitude, longitude;
};
inline constexpr std::array<Region, 11> regions = {{
    {"15.01", "Kerinci", 80, 2, -1.98, 101.29},
    {"15.02", "Merangin", 105, 1, -2.08, 102.27},
    {"15.03", "Sarolangun", 85, 1, -2.30, 102.70},
    {"15.04", "Batang Hari", 85, 1, -1.72, 103.26},
    {"15.05", "Muaro Jambi", 95, 0, -1.47, 103.49},
    {"15.06", "Tanjung Jabung Barat", 90, 2, -0.82, 103.46},
    {"15.07", "Tanjung Jabung Timur", 80, 2, -1.19, 103.80},
    {"15.08", "Bungo", 95, 1, -1.49, 102.12},
    {"15.09", "Tebo", 90, 2, -1.49, 102.44},
    {"15.71", "Kota Jambi", 150, 0, -1.59, 103.61},
    {"15.72", "Kota Sungai Penuh", 45, 1, -2.06, 101.39},
}};
inline constexpr std::size_t jambi = 9;

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
    {30, 324, 426, 588, 714, 840, 792, 432, 492, 666, 20},
}};

enum class Field : std::uint8_t { office, education, health, works, transport, nature, farming, trade, social, finance, order, information };

struct Agency {
  std::string_view name, kind;
  Field field;
  std::int32_t weight;  ///< staff, per thousand of all outside the schools
};
inline constexpr std::array<Agency, 48> agencies = {{
    {"Sekretariat Daerah", "sekretariat", Field::office, 13},
    {"Biro Pemerintahan dan Otonomi Daerah", "biro", Field::office, 8},
    {"Biro Hukum", "biro", Field::office, 8},
    {"Biro Kesejahteraan Rakyat", "biro", Field::office, 8},
    {"Biro Perekonomian", "biro", Field::office, 8},
    {"Biro Administrasi Pembangunan", "biro", Field::office, 8},
    {"Biro Pengadaan Barang dan Jasa", "biro", Field::office, 8},
    {"Biro Organisasi", "biro", Field::office, 8},
    {"Biro Umum", "biro", Field::office, 8},
    {"Biro Administrasi Pimpinan", "biro", Field::office, 8},
    {"Sekretariat DPRD", "sekretariat", Field::office, 13},
    {"Inspektorat Daerah", "inspektorat", Field::office, 13},
    {"Dinas Pendidikan", "dinas", Field::education, 60},
    {"Dinas Kesehatan", "dinas", Field::health, 45},
    {"Dinas Pekerjaan Umum dan Tata Ruang", "dinas", Field::works, 55},
    {"Dinas Perumahan dan Kawasan Permukiman", "dinas", Field::works, 13},
    {"Satuan Polisi Pamong Praja", "dinas", Field::order, 35},
    {"Dinas Sosial", "dinas", Field::social, 28},
    {"Dinas Kependudukan dan Pencatatan Sipil", "dinas", Field::social, 13},
    {"Dinas Tenaga Kerja dan Transmigrasi", "dinas", Field::social, 13},
    {"Dinas Pemberdayaan Perempuan, Perlindungan Anak, dan Pengendalian Penduduk", "dinas", Field::social, 13},
    {"Dinas Ketahanan Pangan", "dinas", Field::farming, 13},
    {"Dinas Lingkungan Hidup", "dinas", Field::nature, 20},
    {"Dinas Pemberdayaan Masyarakat dan Desa", "dinas", Field::social, 13},
    {"Dinas Perhubungan", "dinas", Field::transport, 30},
    {"Dinas Komunikasi dan Informatika", "dinas", Field::information, 13},
    {"Dinas Koperasi, Usaha Kecil, dan Menengah", "dinas", Field::trade, 13},
    {"Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu", "dinas", Field::trade, 13},
    {"Dinas Kepemudaan dan Olahraga", "dinas", Field::social, 13},
    {"Dinas Kebudayaan dan Pariwisata", "dinas", Field::trade, 13},
    {"Dinas Perpustakaan dan Arsip Daerah", "dinas", Field::information, 13},
    {"Dinas Kelautan dan Perikanan", "dinas", Field::farming, 28},
    {"Dinas Tanaman Pangan, Hortikultura, dan Peternakan", "dinas", Field::farming, 40},
    {"Dinas Perkebunan", "dinas", Field::farming, 25},
    {"Dinas Kehutanan", "dinas", Field::nature, 70},
    {"Dinas Energi dan Sumber Daya Mineral", "dinas", Field::works, 13},
    {"Dinas Perindustrian dan Perdagangan", "dinas", Field::trade, 13},
    {"Badan Perencanaan Pembangunan Daerah", "badan", Field::office, 13},
    {"Badan Kepegawaian Daerah", "badan", Field::office, 13},
    {"Badan Pengembangan Sumber Daya Manusia", "badan", Field::office, 13},
    {"Badan Keuangan dan Aset Daerah", "badan", Field::finance, 13},
    {"Badan Pendapatan Daerah", "badan", Field::finance, 60},
    {"Badan Penelitian dan Pengembangan Daerah", "badan", Field::information, 13},
    {"Badan Kesatuan Bangsa dan Politik", "badan", Field::order, 13},
    {"Badan Penanggulangan Bencana Daerah", "badan", Field::order, 13},
    {"Badan Penghubung Daerah", "badan", Field::office, 13},
    {"RSUD Raden Mattaher", "rsud", Field::health, 150},
    {"Rumah Sakit Jiwa Daerah", "rsud", Field::health, 60},
}};

}  // namespace rembuk::province
