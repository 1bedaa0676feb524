#include "engine/province/agencies.hpp"

namespace rembuk::province {
namespace {

using enum UnitKind;

constexpr std::uint16_t everywhere = 0x7FF;
/// The regions of these indices in `regions`.
template <class... Index>
constexpr std::uint16_t in(Index... index) {
  return static_cast<std::uint16_t>(((1U << static_cast<unsigned>(index)) | ...));
}

// clang-format off
constexpr auto of_province = std::to_array<Agency>({
    {"Sekretariat Daerah", sekretariat, Field::general, 40, "sekda", "I.b", ""},
    {"Biro Pemerintahan dan Otonomi Daerah", biro, Field::general, 10, "biro", "II.b", ""},
    {"Biro Hukum", biro, Field::law, 10, "biro", "II.b", ""},
    {"Biro Kesejahteraan Rakyat", biro, Field::general, 10, "biro", "II.b", ""},
    {"Biro Perekonomian", biro, Field::general, 10, "biro", "II.b", ""},
    {"Biro Administrasi Pembangunan", biro, Field::general, 10, "biro", "II.b", ""},
    {"Biro Pengadaan Barang dan Jasa", biro, Field::procurement, 10, "biro", "II.b", ""},
    {"Biro Organisasi", biro, Field::staffing, 10, "biro", "II.b", ""},
    {"Biro Umum", biro, Field::general, 10, "biro", "II.b", ""},
    {"Biro Administrasi Pimpinan", biro, Field::information, 10, "biro", "II.b", ""},
    {"Sekretariat DPRD", sekretariat, Field::general, 30, "setwan", "II.a", "Bagian Persidangan dan Perundang-undangan;Bagian Fasilitasi Penganggaran dan Pengawasan"},
    {"Inspektorat Daerah", inspektorat, Field::audit, 35, "inspektur", "II.a", "Inspektur Pembantu Wilayah I;Inspektur Pembantu Wilayah II"},
    {"Dinas Pendidikan", dinas, Field::education, 100, "jpt", "II.a", "Bidang Pembinaan SMA;Bidang Pembinaan SMK;Bidang Guru dan Tenaga Kependidikan"},
    {"Dinas Kesehatan", dinas, Field::health, 85, "jpt", "II.a", "Bidang Kesehatan Masyarakat;Bidang Pencegahan dan Pengendalian Penyakit;Bidang Sumber Daya Kesehatan", {"UPTD Balai Kesehatan Masyarakat {}", everywhere}},
    {"Dinas Pekerjaan Umum dan Tata Ruang", dinas, Field::works, 80, "jpt", "II.a", "Bidang Bina Marga;Bidang Sumber Daya Air;Bidang Tata Ruang", {"UPTD Balai Pemeliharaan Jalan dan Jembatan {}", everywhere}},
    {"Dinas Perumahan dan Kawasan Permukiman", dinas, Field::housing, 28, "jpt", "II.a", "Bidang Perumahan;Bidang Kawasan Permukiman"},
    {"Satuan Polisi Pamong Praja", dinas, Field::order, 45, "jpt", "II.a", "Bidang Ketertiban Umum dan Ketenteraman Masyarakat;Bidang Penegakan Perundang-undangan Daerah"},
    {"Dinas Sosial", dinas, Field::social, 48, "jpt", "II.a", "Bidang Rehabilitasi Sosial;Bidang Perlindungan dan Jaminan Sosial", {"UPTD Balai Pelayanan Sosial {}", in(1, 3, 5, 7, 9)}},
    {"Dinas Kependudukan dan Pencatatan Sipil", dinas, Field::civil, 26, "jpt", "II.a", "Bidang Fasilitasi Pendaftaran Penduduk;Bidang Pengelolaan Informasi Administrasi Kependudukan"},
    {"Dinas Tenaga Kerja dan Transmigrasi", dinas, Field::labour, 46, "jpt", "II.a", "Bidang Hubungan Industrial;Bidang Pengawasan Ketenagakerjaan", {"UPTD Balai Latihan Kerja {}", in(1, 5, 7, 9)}},
    {"Dinas Pemberdayaan Perempuan, Perlindungan Anak, dan Pengendalian Penduduk", dinas, Field::civil, 25, "jpt", "II.a", "Bidang Pemberdayaan Perempuan;Bidang Pengendalian Penduduk"},
    {"Dinas Ketahanan Pangan", dinas, Field::food, 27, "jpt", "II.a", "Bidang Ketersediaan dan Distribusi Pangan;Bidang Keamanan Pangan"},
    {"Dinas Lingkungan Hidup", dinas, Field::environment, 38, "jpt", "II.a", "Bidang Tata Lingkungan;Bidang Pengendalian Pencemaran"},
    {"Dinas Pemberdayaan Masyarakat dan Desa", dinas, Field::village, 24, "jpt", "II.a", "Bidang Pemerintahan Desa;Bidang Usaha Ekonomi Masyarakat"},
    {"Dinas Perhubungan", dinas, Field::transport, 47, "jpt", "II.a", "Bidang Lalu Lintas dan Angkutan Jalan;Bidang Pelayaran", {"UPTD Pengelolaan Terminal Tipe B {}", in(1, 2, 5, 7, 8, 10)}},
    {"Dinas Komunikasi dan Informatika", dinas, Field::information, 34, "jpt", "II.a", "Bidang Informasi dan Komunikasi Publik;Bidang Aplikasi Informatika"},
    {"Dinas Koperasi, Usaha Kecil, dan Menengah", dinas, Field::trade, 23, "jpt", "II.a", "Bidang Kelembagaan Koperasi;Bidang Pemberdayaan Usaha Kecil"},
    {"Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu", dinas, Field::permits, 32, "jpt", "II.a", "Bidang Pelayanan Perizinan;Bidang Promosi Penanaman Modal"},
    {"Dinas Kepemudaan dan Olahraga", dinas, Field::sport, 22, "jpt", "II.a", "Bidang Pemberdayaan Pemuda;Bidang Pembudayaan Olahraga"},
    {"Dinas Kebudayaan dan Pariwisata", dinas, Field::tourism, 29, "jpt", "II.a", "Bidang Kebudayaan;Bidang Destinasi Pariwisata"},
    {"Dinas Perpustakaan dan Arsip Daerah", dinas, Field::library, 28, "jpt", "II.a", "Bidang Layanan Perpustakaan;Bidang Pembinaan Kearsipan"},
    {"Dinas Kelautan dan Perikanan", dinas, Field::fishery, 44, "jpt", "II.a", "Bidang Perikanan Tangkap;Bidang Perikanan Budidaya", {"UPTD Pelabuhan dan Balai Perikanan {}", in(0, 5, 6)}},
    {"Dinas Tanaman Pangan, Hortikultura, dan Peternakan", dinas, Field::farming, 60, "jpt", "II.a", "Bidang Tanaman Pangan;Bidang Hortikultura;Bidang Peternakan", {"UPTD Balai Proteksi Tanaman dan Kesehatan Hewan {}", in(0, 1, 4, 6, 7, 8)}},
    {"Dinas Perkebunan", dinas, Field::plantation, 43, "jpt", "II.a", "Bidang Produksi;Bidang Perlindungan Perkebunan", {"UPTD Balai Benih Perkebunan {}", in(1, 3, 5, 8)}},
    {"Dinas Kehutanan", dinas, Field::forestry, 75, "jpt", "II.a", "Bidang Perlindungan dan Konservasi;Bidang Pemanfaatan Hutan", {"UPTD Kesatuan Pengelolaan Hutan {}", in(0, 1, 2, 3, 4, 5, 6, 7, 8)}},
    {"Dinas Energi dan Sumber Daya Mineral", dinas, Field::energy, 36, "jpt", "II.a", "Bidang Mineral dan Batubara;Bidang Ketenagalistrikan", {"Cabang Dinas Energi dan Sumber Daya Mineral {}", in(2, 3, 8)}},
    {"Dinas Perindustrian dan Perdagangan", dinas, Field::trade, 31, "jpt", "II.a", "Bidang Perindustrian;Bidang Perdagangan"},
    {"Badan Perencanaan Pembangunan Daerah", badan, Field::planning, 42, "jpt", "II.a", "Bidang Perencanaan dan Pengendalian;Bidang Perekonomian dan Infrastruktur"},
    {"Badan Kepegawaian Daerah", badan, Field::staffing, 41, "jpt", "II.a", "Bidang Mutasi dan Promosi;Bidang Penilaian Kinerja Aparatur"},
    {"Badan Pengembangan Sumber Daya Manusia", badan, Field::training, 33, "jpt", "II.a", "Bidang Pengembangan Kompetensi Manajerial;Bidang Pengembangan Kompetensi Teknis"},
    {"Badan Keuangan dan Aset Daerah", badan, Field::finance, 39, "jpt", "II.a", "Bidang Anggaran;Bidang Perbendaharaan;Bidang Aset"},
    {"Badan Pendapatan Daerah", badan, Field::tax, 78, "jpt", "II.a", "Bidang Pajak Daerah;Bidang Pengendalian Pendapatan", {"UPTD Pengelolaan Pendapatan Daerah (Samsat) {}", everywhere}},
    {"Badan Penelitian dan Pengembangan Daerah", badan, Field::planning, 21, "jpt", "II.a", "Bidang Penelitian;Bidang Inovasi dan Teknologi"},
    {"Badan Kesatuan Bangsa dan Politik", badan, Field::general, 20, "jpt", "II.a", "Bidang Ideologi dan Wawasan Kebangsaan;Bidang Politik Dalam Negeri"},
    {"Badan Penanggulangan Bencana Daerah", badan, Field::disaster, 37, "jpt", "II.a", "Bidang Pencegahan dan Kesiapsiagaan;Bidang Kedaruratan dan Logistik"},
    {"Badan Penghubung Daerah", badan, Field::general, 11, "uptd", "III.a", "Subbidang Hubungan Antarlembaga"},
    {"RSUD Raden Mattaher", rsud, Field::health, 95, "direktur", "II.b", ""},
    {"Rumah Sakit Jiwa Daerah", rsud, Field::health, 70, "direktur", "II.b", ""},
});

constexpr auto of_regency = std::to_array<Agency>({
    {"Sekretariat Daerah", sekretariat, Field::general, 70, "sekda", "II.a", "Bagian Pemerintahan;Bagian Hukum;Bagian Umum"},
    {"Sekretariat DPRD", sekretariat, Field::general, 30, "setwan", "II.b", "Bagian Persidangan"},
    {"Inspektorat Daerah", inspektorat, Field::audit, 45, "inspektur", "II.b", "Inspektur Pembantu Wilayah I"},
    {"Dinas Pendidikan dan Kebudayaan", dinas, Field::education, 100, "jpt_kabupaten", "II.b", "Bidang Pembinaan SD;Bidang Pembinaan SMP"},
    {"Dinas Kesehatan", dinas, Field::health, 95, "jpt_kabupaten", "II.b", "Bidang Kesehatan Masyarakat;Bidang Pelayanan Kesehatan"},
    {"Dinas Pekerjaan Umum dan Perumahan Rakyat", dinas, Field::works, 65, "jpt_kabupaten", "II.b", "Bidang Bina Marga;Bidang Cipta Karya"},
    {"Satuan Polisi Pamong Praja", dinas, Field::order, 60, "jpt_kabupaten", "II.b", "Bidang Ketertiban Umum"},
    {"Dinas Pemadam Kebakaran dan Penyelamatan", dinas, Field::disaster, 40, "jpt_kabupaten", "II.b", "Bidang Operasi dan Penyelamatan"},
    {"Dinas Sosial", dinas, Field::social, 39, "jpt_kabupaten", "II.b", "Bidang Rehabilitasi Sosial"},
    {"Dinas Tenaga Kerja", dinas, Field::labour, 29, "jpt_kabupaten", "II.b", "Bidang Penempatan Tenaga Kerja"},
    {"Dinas Pengendalian Penduduk dan Keluarga Berencana", dinas, Field::civil, 38, "jpt_kabupaten", "II.b", "Bidang Keluarga Berencana"},
    {"Dinas Ketahanan Pangan", dinas, Field::food, 28, "jpt_kabupaten", "II.b", "Bidang Ketersediaan Pangan"},
    {"Dinas Lingkungan Hidup", dinas, Field::environment, 42, "jpt_kabupaten", "II.b", "Bidang Pengelolaan Sampah"},
    {"Dinas Kependudukan dan Pencatatan Sipil", dinas, Field::civil, 48, "jpt_kabupaten", "II.b", "Bidang Pelayanan Pendaftaran Penduduk"},
    {"Dinas Pemberdayaan Masyarakat dan Desa", dinas, Field::village, 37, "jpt_kabupaten", "II.b", "Bidang Pemerintahan Desa"},
    {"Dinas Perhubungan", dinas, Field::transport, 43, "jpt_kabupaten", "II.b", "Bidang Lalu Lintas"},
    {"Dinas Komunikasi dan Informatika", dinas, Field::information, 36, "jpt_kabupaten", "II.b", "Bidang Informasi Publik"},
    {"Dinas Koperasi dan UKM", dinas, Field::trade, 27, "jpt_kabupaten", "II.b", "Bidang Usaha Kecil"},
    {"Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu", dinas, Field::permits, 41, "jpt_kabupaten", "II.b", "Bidang Pelayanan Perizinan"},
    {"Dinas Kepemudaan dan Olahraga", dinas, Field::sport, 26, "jpt_kabupaten", "II.b", "Bidang Pembudayaan Olahraga"},
    {"Dinas Perpustakaan dan Kearsipan", dinas, Field::library, 25, "jpt_kabupaten", "II.b", "Bidang Layanan Perpustakaan"},
    {"Dinas Pariwisata", dinas, Field::tourism, 24, "jpt_kabupaten", "II.b", "Bidang Destinasi Pariwisata"},
    {"Dinas Perikanan", dinas, Field::fishery, 35, "jpt_kabupaten", "II.b", "Bidang Perikanan Budidaya"},
    {"Dinas Pertanian", dinas, Field::farming, 58, "jpt_kabupaten", "II.b", "Bidang Penyuluhan;Bidang Prasarana Pertanian"},
    {"Dinas Perindustrian dan Perdagangan", dinas, Field::trade, 34, "jpt_kabupaten", "II.b", "Bidang Perdagangan"},
    {"Badan Perencanaan Pembangunan Daerah", badan, Field::planning, 46, "jpt_kabupaten", "II.b", "Bidang Perencanaan dan Evaluasi"},
    {"Badan Kepegawaian dan Pengembangan Sumber Daya Manusia", badan, Field::staffing, 47, "jpt_kabupaten", "II.b", "Bidang Mutasi dan Promosi"},
    {"Badan Keuangan dan Aset Daerah", badan, Field::finance, 49, "jpt_kabupaten", "II.b", "Bidang Anggaran dan Perbendaharaan"},
    {"Badan Pendapatan Daerah", badan, Field::tax, 44, "jpt_kabupaten", "II.b", "Bidang Penagihan"},
    {"Badan Kesatuan Bangsa dan Politik", badan, Field::general, 23, "jpt_kabupaten", "II.b", "Bidang Politik Dalam Negeri"},
    {"Badan Penanggulangan Bencana Daerah", badan, Field::disaster, 33, "jpt_kabupaten", "II.b", "Bidang Kedaruratan dan Logistik"},
    {"RSUD", rsud, Field::health, 90, "uptd", "III.a", ""},
});
// clang-format on

}  // namespace

std::span<const Agency> provincial_agencies() { return of_province; }
std::span<const Agency> regency_agencies() { return of_regency; }

}  // namespace rembuk::province
