#include "engine/province/jobs.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace rembuk::province {
namespace {

using enum PostKind;
constexpr auto sd = Education::sd, sma = Education::sma, d3 = Education::d3, s1 = Education::s1,
               profesi = Education::profesi;
constexpr std::uint8_t i_a = 0, ii_a = 4, ii_c = 6, iii_a = 8, iii_b = 9, iii_c = 10, iii_d = 11,
                       iv_a = 12, iv_b = 13, iv_c = 14;

// clang-format off
constexpr auto jobs = std::to_array<Job>({
    // who leads
    {"sekda", struktural, Craft::leading, "Sekretaris Daerah", 16, s1, iv_c},
    {"jpt", struktural, Craft::leading, "Kepala {}", 15, s1, iv_b},
    {"jpt_kabupaten", struktural, Craft::leading, "Kepala {}", 14, s1, iv_b},
    {"setwan", struktural, Craft::leading, "Sekretaris DPRD", 15, s1, iv_b},
    {"inspektur", struktural, Craft::leading, "Inspektur Daerah", 15, s1, iv_b},
    {"direktur", struktural, Craft::leading, "Direktur {}", 14, s1, iv_b},
    {"biro", struktural, Craft::leading, "Kepala {}", 14, s1, iv_b},
    {"camat", struktural, Craft::leading, "Camat", 12, s1, iii_d},
    {"sekcam", struktural, Craft::leading, "Sekretaris Kecamatan", 11, s1, iii_c},
    {"kasi", struktural, Craft::leading, "Kepala Seksi Pemerintahan", 9, s1, iii_b},
    {"sekretaris", struktural, Craft::leading, "Sekretaris", 12, s1, iv_a},
    {"bidang", struktural, Craft::leading, "Kepala {}", 11, s1, iii_d},
    {"uptd", struktural, Craft::leading, "Kepala {}", 11, s1, iii_d},
    {"subbagian_umum", struktural, Craft::leading, "Kepala Subbagian Umum dan Kepegawaian", 9, s1, iii_b},
    {"subbagian_keuangan", struktural, Craft::leading, "Kepala Subbagian Keuangan dan Aset", 9, s1, iii_b},
    {"subbagian_tu", struktural, Craft::leading, "Kepala Subbagian Tata Usaha", 9, s1, iii_b},
    // pelaksana
    {"pengelola_umum", pelaksana, Craft::office, "Pengelola Umum Operasional", 1, sd, i_a},
    {"pengadministrasi", pelaksana, Craft::office, "Pengadministrasi Perkantoran", 5, sma, ii_a},
    {"operator", pelaksana, Craft::office, "Operator Layanan Operasional", 5, sma, ii_a},
    {"pengelola_layanan", pelaksana, Craft::office, "Pengelola Layanan Operasional", 6, d3, ii_c},
    {"pengolah_data", pelaksana, Craft::statistics, "Pengolah Data dan Informasi", 6, d3, ii_c},
    {"penata_keuangan", pelaksana, Craft::finance, "Penelaah Teknis Keuangan", 7, s1, iii_a},
    {"penelaah", pelaksana, Craft::policy, "Penelaah Teknis Kebijakan", 7, s1, iii_a},
    {"operator_kesehatan", pelaksana, Craft::records, "Operator Layanan Kesehatan", 5, sma, ii_a},
    {"pengelola_pendapatan", pelaksana, Craft::tax, "Pengelola Pendapatan Daerah", 6, d3, ii_c},
    {"penjaga_jalan", pelaksana, Craft::roads, "Operator Pemeliharaan Jalan", 5, sma, ii_a},
    // fungsional of offices
    {"analis_kebijakan", fungsional, Craft::policy, "Analis Kebijakan {}", 0, s1, 0},
    {"perencana", fungsional, Craft::planning, "Perencana {}", 0, s1, 0},
    {"analis_sdm", fungsional, Craft::staffing, "Analis SDM Aparatur {}", 0, s1, 0},
    {"asesor_sdm", fungsional, Craft::staffing, "Asesor SDM Aparatur {}", 0, s1, 0},
    {"perancang", fungsional, Craft::law, "Perancang Peraturan Perundang-undangan {}", 0, s1, 0},
    {"analis_hukum", fungsional, Craft::law, "Analis Hukum {}", 0, s1, 0},
    {"pbj", fungsional, Craft::procurement, "Pengelola Pengadaan Barang/Jasa {}", 0, s1, 0},
    {"auditor", fungsional, Craft::audit, "Auditor {}", 0, s1, 0},
    {"ppupd", fungsional, Craft::policy, "Pengawas Penyelenggaraan Urusan Pemerintahan Daerah {}", 0, s1, 0},
    {"analis_keuangan", fungsional, Craft::finance, "Analis Keuangan Pusat dan Daerah {}", 0, s1, 0},
    {"arsiparis", fungsional, Craft::archive, "Arsiparis {}", 0, d3, 0},
    {"humas", fungsional, Craft::publicity, "Pranata Hubungan Masyarakat {}", 0, d3, 0},
    {"komputer", fungsional, Craft::computing, "Pranata Komputer {}", 0, d3, 0},
    {"statistisi", fungsional, Craft::statistics, "Statistisi {}", 0, s1, 0},
    {"pustakawan", fungsional, Craft::library, "Pustakawan {}", 0, d3, 0},
    {"widyaiswara", fungsional, Craft::training, "Widyaiswara {}", 0, s1, 0},
    {"kompetensi_asn", fungsional, Craft::training, "Pengembang Kompetensi ASN {}", 0, s1, 0},
    // schools
    {"kepala_sekolah", fungsional, Craft::schools, "Guru {} – Kepala Sekolah", 0, s1, 0},
    {"pengawas_sekolah", fungsional, Craft::schools, "Pengawas Sekolah {}", 0, s1, 0},
    {"teknologi_belajar", fungsional, Craft::schools, "Pengembang Teknologi Pembelajaran {}", 0, s1, 0},
    {"matematika", fungsional, Craft::mathematics, "Guru {} – Matematika", 0, s1, 0},
    {"bahasa_indonesia", fungsional, Craft::indonesian, "Guru {} – Bahasa Indonesia", 0, s1, 0},
    {"bahasa_inggris", fungsional, Craft::english, "Guru {} – Bahasa Inggris", 0, s1, 0},
    {"fisika", fungsional, Craft::physics, "Guru {} – Fisika", 0, s1, 0},
    {"kimia", fungsional, Craft::chemistry, "Guru {} – Kimia", 0, s1, 0},
    {"biologi", fungsional, Craft::biology, "Guru {} – Biologi", 0, s1, 0},
    {"ekonomi", fungsional, Craft::economics, "Guru {} – Ekonomi", 0, s1, 0},
    {"sejarah", fungsional, Craft::history, "Guru {} – Sejarah", 0, s1, 0},
    {"ppkn", fungsional, Craft::civics, "Guru {} – Pendidikan Pancasila", 0, s1, 0},
    {"agama", fungsional, Craft::religion, "Guru {} – Pendidikan Agama Islam", 0, s1, 0},
    {"pjok", fungsional, Craft::sport, "Guru {} – PJOK", 0, s1, 0},
    {"seni", fungsional, Craft::arts, "Guru {} – Seni Budaya", 0, s1, 0},
    {"bk", fungsional, Craft::counselling, "Guru {} – Bimbingan dan Konseling", 0, s1, 0},
    {"informatika", fungsional, Craft::informatics, "Guru {} – Informatika", 0, s1, 0},
    {"otomotif", fungsional, Craft::automotive, "Guru {} – Teknik Otomotif", 0, s1, 0},
    {"akuntansi", fungsional, Craft::accounting, "Guru {} – Akuntansi dan Keuangan", 0, s1, 0},
    {"agribisnis", fungsional, Craft::agribusiness, "Guru {} – Agribisnis Tanaman", 0, s1, 0},
    {"guru_kelas", fungsional, Craft::primary, "Guru {} – Guru Kelas", 0, s1, 0},
    // health
    {"dokter", fungsional, Craft::medicine, "Dokter {}", 1, profesi, 0},
    {"dokter_gigi", fungsional, Craft::medicine, "Dokter Gigi {}", 1, profesi, 0},
    {"perawat", fungsional, Craft::nursing, "Perawat {}", 0, d3, 0},
    {"bidan", fungsional, Craft::midwifery, "Bidan {}", 0, d3, 0},
    {"apoteker", fungsional, Craft::pharmacy, "Apoteker {}", 0, profesi, 0},
    {"asisten_apoteker", fungsional, Craft::pharmacy, "Asisten Apoteker {}", 0, d3, 0},
    {"labkes", fungsional, Craft::laboratory, "Pranata Laboratorium Kesehatan {}", 0, d3, 0},
    {"nutrisionis", fungsional, Craft::nutrition, "Nutrisionis {}", 0, d3, 0},
    {"kesling", fungsional, Craft::sanitation, "Tenaga Sanitasi Lingkungan {}", 0, d3, 0},
    {"perekam_medis", fungsional, Craft::records, "Perekam Medis {}", 0, d3, 0},
    {"promkes", fungsional, Craft::promotion, "Tenaga Promosi Kesehatan dan Ilmu Perilaku {}", 0, s1, 0},
    {"epidemiolog", fungsional, Craft::promotion, "Epidemiolog Kesehatan {}", 0, s1, 0},
    // technical agencies
    {"jalan", fungsional, Craft::roads, "Teknik Jalan dan Jembatan {}", 0, d3, 0},
    {"pengairan", fungsional, Craft::water, "Teknik Pengairan {}", 0, d3, 0},
    {"bangunan", fungsional, Craft::housing, "Teknik Tata Bangunan dan Perumahan {}", 0, d3, 0},
    {"penata_ruang", fungsional, Craft::housing, "Penata Ruang {}", 0, s1, 0},
    {"penguji", fungsional, Craft::transport, "Penguji Kendaraan Bermotor {}", 0, d3, 0},
    {"lingkungan", fungsional, Craft::environment, "Pengendali Dampak Lingkungan {}", 0, d3, 0},
    {"pengawas_lh", fungsional, Craft::environment, "Pengawas Lingkungan Hidup {}", 0, s1, 0},
    {"polhut", fungsional, Craft::forestry, "Polisi Kehutanan {}", 0, d3, 0},
    {"penyuluh_hutan", fungsional, Craft::forestry, "Penyuluh Kehutanan {}", 0, d3, 0},
    {"penyuluh_tani", fungsional, Craft::farming, "Penyuluh Pertanian {}", 0, d3, 0},
    {"pengawas_benih", fungsional, Craft::farming, "Pengawas Benih Tanaman {}", 0, d3, 0},
    {"pangan", fungsional, Craft::farming, "Analis Ketahanan Pangan {}", 0, s1, 0},
    {"veteriner", fungsional, Craft::livestock, "Paramedik Veteriner {}", 0, d3, 0},
    {"ternak", fungsional, Craft::livestock, "Pengawas Bibit Ternak {}", 0, s1, 0},
    {"penyuluh_ikan", fungsional, Craft::fishery, "Penyuluh Perikanan {}", 0, d3, 0},
    {"perikanan_tangkap", fungsional, Craft::fishery, "Pengelola Produksi Perikanan Tangkap {}", 0, d3, 0},
    {"industri", fungsional, Craft::trade, "Pembina Industri {}", 0, s1, 0},
    {"perdagangan", fungsional, Craft::trade, "Pengawas Perdagangan {}", 0, d3, 0},
    {"pekerja_sosial", fungsional, Craft::social, "Pekerja Sosial {}", 0, d3, 0},
    {"penyuluh_sosial", fungsional, Craft::social, "Penyuluh Sosial {}", 0, d3, 0},
    {"swadaya", fungsional, Craft::social, "Penggerak Swadaya Masyarakat {}", 0, d3, 0},
    {"penyuluh_kb", fungsional, Craft::social, "Penyuluh Keluarga Berencana {}", 0, d3, 0},
    {"kependudukan", fungsional, Craft::statistics, "Administrator Database Kependudukan {}", 0, s1, 0},
    {"hubungan_industrial", fungsional, Craft::labour, "Mediator Hubungan Industrial {}", 0, s1, 0},
    {"pengawas_kerja", fungsional, Craft::labour, "Pengawas Ketenagakerjaan {}", 0, s1, 0},
    {"instruktur", fungsional, Craft::labour, "Instruktur {}", 0, d3, 0},
    {"penanaman_modal", fungsional, Craft::permits, "Penata Kelola Penanaman Modal {}", 0, s1, 0},
    {"perizinan", fungsional, Craft::permits, "Penata Perizinan {}", 0, s1, 0},
    {"pamong_budaya", fungsional, Craft::tourism, "Pamong Budaya {}", 0, d3, 0},
    {"kepariwisataan", fungsional, Craft::tourism, "Adyatama Kepariwisataan dan Ekonomi Kreatif {}", 0, s1, 0},
    {"pelatih", fungsional, Craft::training, "Pelatih Olahraga {}", 0, d3, 0},
    {"penyelidik_bumi", fungsional, Craft::energy, "Penyelidik Bumi {}", 0, s1, 0},
    {"inspektur_listrik", fungsional, Craft::energy, "Inspektur Ketenagalistrikan {}", 0, d3, 0},
    {"polpp", fungsional, Craft::order, "Polisi Pamong Praja {}", 0, d3, 0},
    {"bencana", fungsional, Craft::disaster, "Penata Penanggulangan Bencana {}", 0, d3, 0},
    {"damkar", fungsional, Craft::disaster, "Pemadam Kebakaran {}", 0, d3, 0},
});

struct LevelShape {
  std::string_view title;
  std::uint8_t job_class;
  std::uint8_t golongan_min;
  Education education_min;
};
/// In the order of PostLevel, from pemula on.
constexpr std::array<LevelShape, 8> levels = {{
    {"Pemula", 5, ii_a, sma}, {"Terampil", 6, ii_c, d3}, {"Mahir", 7, iii_a, d3},
    {"Penyelia", 8, iii_c, d3}, {"Ahli Pertama", 8, iii_a, s1}, {"Ahli Muda", 9, iii_c, s1},
    {"Ahli Madya", 11, iv_a, s1}, {"Ahli Utama", 13, iv_c + 1, s1},
}};
// clang-format on

const LevelShape& shape_of(PostLevel level) {
  return levels[static_cast<std::size_t>(level) - static_cast<std::size_t>(PostLevel::pemula)];
}

}  // namespace

const Job& job_of(std::string_view key) {
  const auto at = std::ranges::find(jobs, key, &Job::key);
  if (at == jobs.end()) std::abort();  // a crew names a job that is not in the table
  return *at;
}

std::string title_of(const Seat& seat, std::string_view unit) {
  std::string title(seat.job->title);
  const auto at = title.find("{}");
  if (at == std::string::npos) return title;
  const auto& word = seat.job->kind == fungsional ? shape_of(seat.level).title : unit;
  return title.replace(at, 2, word);
}

std::uint8_t class_of(const Seat& seat) {
  const int extra = seat.job->job_class;
  return static_cast<std::uint8_t>(
      seat.job->kind == fungsional ? shape_of(seat.level).job_class + extra : extra);
}

std::uint8_t golongan_min_of(const Seat& seat) {
  return seat.job->kind == fungsional ? shape_of(seat.level).golongan_min : seat.job->golongan_min;
}

Education education_min_of(const Seat& seat) {
  if (seat.job->kind != fungsional) return seat.job->education_min;
  return std::max(seat.job->education_min, shape_of(seat.level).education_min);
}

std::string_view certificate_of(const Seat& seat) {
  if (seat.job->kind == pelaksana) return "";
  if (seat.job->kind == fungsional)
    return seat.job->key == "kepala_sekolah" ? "SERDIK" : shape_of(seat.job->craft).certificate;
  if (seat.level == PostLevel::administrator) return "PKA";
  return seat.level == PostLevel::pengawas ? "PKP" : "";
}

}  // namespace rembuk::province
