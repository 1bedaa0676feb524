#include "engine/province/posts.hpp"

#include <array>

namespace rembuk::province {
namespace {

using enum PostKind;
using enum PostLevel;
constexpr auto sma = Education::sma;
constexpr auto d3 = Education::d3;
constexpr auto s1 = Education::s1;
constexpr auto s2 = Education::s2;
constexpr std::uint8_t ii_a = 4, ii_c = 6, iii_a = 8, iii_b = 9, iii_c = 10, iii_d = 11, iv_a = 12, iv_b = 13;

constexpr std::array<PostTemplate, 4> head_office = {{
    {"Kepala", struktural, jpt_pratama, "II.a", 15, iv_b, s1, 1, "T01", ""},
    {"Sekretaris", struktural, administrator, "III.a", 12, iv_a, s1, 1, "T01", ""},
    {"Analis SDM Aparatur Ahli Muda", fungsional, ahli_muda, "", 9, iii_c, s1, 2, "T02", ""},
    {"Pengelola Keuangan", pelaksana, none, "", 6, ii_c, d3, 3, "T03", ""},
}};

#define REMBUK_DIVISION(senior, senior_skill, junior, junior_skill, support)                     \
  {{{"Kepala Bidang", struktural, administrator, "III.b", 11, iii_d, s1, 1, senior_skill, ""},   \
    {senior, fungsional, ahli_muda, "", 9, iii_c, s1, 3, senior_skill, ""},                      \
    {junior, fungsional, ahli_pertama, "", 8, iii_a, s1, 5, junior_skill, ""},                   \
    {support, pelaksana, none, "", 6, ii_c, d3, 4, junior_skill, ""},                            \
    {"Pengadministrasi Perkantoran", pelaksana, none, "", 5, ii_a, sma, 4, "T01", ""}}}
using Division = std::array<PostTemplate, 5>;
constexpr Division office = REMBUK_DIVISION("Analis Kebijakan Ahli Muda", "T04", "Analis Kebijakan Ahli Pertama", "T04", "Pengelola Data dan Informasi");
constexpr Division education = REMBUK_DIVISION("Pengembang Kurikulum Ahli Muda", "T10", "Pengembang Teknologi Pembelajaran Ahli Pertama", "T11", "Pengelola Data Pendidikan");
constexpr Division health = REMBUK_DIVISION("Epidemiolog Kesehatan Ahli Muda", "T20", "Penyuluh Kesehatan Masyarakat Ahli Pertama", "T21", "Pengelola Program Kesehatan");
constexpr Division works = REMBUK_DIVISION("Teknik Jalan dan Jembatan Ahli Muda", "T30", "Teknik Pengairan Ahli Pertama", "T31", "Pengawas Lapangan");
constexpr Division transport = REMBUK_DIVISION("Penguji Kendaraan Bermotor Ahli Muda", "T32", "Analis Transportasi Ahli Pertama", "T32", "Pengatur Lalu Lintas");
constexpr Division nature = REMBUK_DIVISION("Pengendali Dampak Lingkungan Ahli Muda", "T40", "Polisi Kehutanan Ahli Pertama", "T41", "Pengelola Kawasan Hutan");
constexpr Division farming = REMBUK_DIVISION("Penyuluh Pertanian Ahli Muda", "T42", "Penyuluh Pertanian Ahli Pertama", "T42", "Pengelola Sarana Pertanian");
constexpr Division trade = REMBUK_DIVISION("Pengawas Perdagangan Ahli Muda", "T50", "Analis Perdagangan Ahli Pertama", "T50", "Pengelola Perizinan");
constexpr Division social = REMBUK_DIVISION("Pekerja Sosial Ahli Muda", "T51", "Penyuluh Sosial Ahli Pertama", "T51", "Pengelola Bantuan Sosial");
constexpr Division finance = REMBUK_DIVISION("Analis Keuangan Pusat dan Daerah Ahli Muda", "T03", "Penilai Pajak Ahli Pertama", "T52", "Pengelola Pendapatan");
constexpr Division order = REMBUK_DIVISION("Polisi Pamong Praja Ahli Muda", "T53", "Polisi Pamong Praja Ahli Pertama", "T53", "Pranata Ketertiban");
constexpr Division information = REMBUK_DIVISION("Pranata Komputer Ahli Muda", "T60", "Pranata Komputer Ahli Pertama", "T60", "Pengelola Teknologi Informasi");
#undef REMBUK_DIVISION

constexpr std::array<PostTemplate, 11> school = {{
    {"Kepala Sekolah", fungsional, ahli_madya, "", 11, iv_a, s1, 1, "T10", "SERDIK"},
    {"Guru Ahli Pertama – Matematika", fungsional, ahli_pertama, "", 8, iii_a, s1, 4, "T12", "SERDIK"},
    {"Guru Ahli Pertama – Bahasa Indonesia", fungsional, ahli_pertama, "", 8, iii_a, s1, 4, "T13", "SERDIK"},
    {"Guru Ahli Pertama – Bahasa Inggris", fungsional, ahli_pertama, "", 8, iii_a, s1, 4, "T14", "SERDIK"},
    {"Guru Ahli Pertama – Ilmu Pengetahuan Alam", fungsional, ahli_pertama, "", 8, iii_a, s1, 6, "T15", "SERDIK"},
    {"Guru Ahli Pertama – Ilmu Pengetahuan Sosial", fungsional, ahli_pertama, "", 8, iii_a, s1, 5, "T16", "SERDIK"},
    {"Guru Ahli Muda – Kejuruan", fungsional, ahli_muda, "", 9, iii_c, s1, 5, "T17", "SERDIK"},
    {"Guru Ahli Pertama – Bimbingan Konseling", fungsional, ahli_pertama, "", 8, iii_a, s1, 3, "T18", "SERDIK"},
    {"Guru Ahli Pertama – Pendidikan Agama", fungsional, ahli_pertama, "", 8, iii_a, s1, 3, "T19", "SERDIK"},
    {"Pustakawan Terampil", fungsional, terampil, "", 6, ii_c, d3, 1, "T60", ""},
    {"Pengadministrasi Sekolah", pelaksana, none, "", 5, ii_a, sma, 4, "T01", ""},
}};
constexpr std::array<PostTemplate, 9> hospital = {{
    {"Kepala Seksi Pelayanan", struktural, pengawas, "IV.a", 9, iii_c, s1, 1, "T20", ""},
    {"Dokter Ahli Pertama", fungsional, ahli_pertama, "", 9, iii_b, Education::profesi, 6, "T22", "STR"},
    {"Dokter Ahli Madya – Spesialis", fungsional, ahli_madya, "", 12, iv_a, s2, 4, "T22", "STR"},
    {"Perawat Terampil", fungsional, terampil, "", 6, ii_c, d3, 22, "T23", "STR"},
    {"Perawat Ahli Pertama", fungsional, ahli_pertama, "", 8, iii_a, s1, 12, "T23", "STR"},
    {"Bidan Terampil", fungsional, terampil, "", 6, ii_c, d3, 8, "T24", "STR"},
    {"Apoteker Ahli Pertama", fungsional, ahli_pertama, "", 8, iii_b, Education::profesi, 3, "T25", "STR"},
    {"Perekam Medis Terampil", fungsional, terampil, "", 6, ii_c, d3, 4, "T26", ""},
    {"Pengadministrasi Umum", pelaksana, none, "", 5, ii_a, sma, 6, "T01", ""},
}};
/// Head and clerk of a technical unit; its own field's posts are the last three of the division.
constexpr PostTemplate branch_head = {"Kepala UPTD", struktural, pengawas, "IV.a", 9, iii_c, s1, 1, "T01", ""};

std::span<const PostTemplate> division_of(Field field) {
  switch (field) {
    case Field::education: return education;
    case Field::health: return health;
    case Field::works: return works;
    case Field::transport: return transport;
    case Field::nature: return nature;
    case Field::farming: return farming;
    case Field::trade: return trade;
    case Field::social: return social;
    case Field::finance: return finance;
    case Field::order: return order;
    case Field::information: return information;
    case Field::office: break;
  }
  return office;
}

constexpr auto manajerial = CompetenceKind::manajerial;
constexpr auto teknis = CompetenceKind::teknis;
constexpr std::array<CompetenceTemplate, 44> competences = {{
    {"M01", "Integritas", manajerial},
    {"M02", "Kerja sama", manajerial},
    {"M03", "Komunikasi", manajerial},
    {"M04", "Orientasi pada hasil", manajerial},
    {"M05", "Pelayanan publik", manajerial},
    {"M06", "Pengembangan diri dan orang lain", manajerial},
    {"M07", "Mengelola perubahan", manajerial},
    {"M08", "Pengambilan keputusan", manajerial},
    {"SK1", "Perekat bangsa", CompetenceKind::sosial_kultural},
    {"SERDIK", "Sertifikat pendidik", teknis},
    {"STR", "Surat tanda registrasi tenaga kesehatan", teknis},
    {"T01", "Administrasi perkantoran", teknis},
    {"T02", "Manajemen sumber daya manusia aparatur", teknis},
    {"T03", "Pengelolaan keuangan daerah", teknis},
    {"T04", "Analisis kebijakan publik", teknis},
    {"T05", "Penyusunan rencana dan anggaran", teknis},
    {"T10", "Pengelolaan satuan pendidikan", teknis},
    {"T11", "Teknologi pembelajaran", teknis},
    {"T12", "Mengajar matematika", teknis},
    {"T13", "Mengajar bahasa Indonesia", teknis},
    {"T14", "Mengajar bahasa Inggris", teknis},
    {"T15", "Mengajar ilmu pengetahuan alam", teknis},
    {"T16", "Mengajar ilmu pengetahuan sosial", teknis},
    {"T17", "Mengajar bidang kejuruan", teknis},
    {"T18", "Bimbingan dan konseling", teknis},
    {"T19", "Mengajar pendidikan agama", teknis},
    {"T20", "Manajemen program kesehatan", teknis},
    {"T21", "Promosi kesehatan", teknis},
    {"T22", "Pelayanan medis", teknis},
    {"T23", "Asuhan keperawatan", teknis},
    {"T24", "Asuhan kebidanan", teknis},
    {"T25", "Pelayanan kefarmasian", teknis},
    {"T26", "Rekam medis", teknis},
    {"T30", "Teknik jalan dan jembatan", teknis},
    {"T31", "Teknik sumber daya air", teknis},
    {"T32", "Lalu lintas dan angkutan jalan", teknis},
    {"T40", "Pengendalian dampak lingkungan", teknis},
    {"T41", "Perlindungan hutan", teknis},
    {"T42", "Penyuluhan pertanian dan perikanan", teknis},
    {"T50", "Pembinaan perdagangan dan perizinan", teknis},
    {"T51", "Pelayanan kesejahteraan sosial", teknis},
    {"T52", "Pajak dan retribusi daerah", teknis},
    {"T53", "Ketenteraman dan ketertiban umum", teknis},
    {"T60", "Sistem informasi dan data", teknis},
}};

template <std::size_t n>
constexpr std::array<PostTemplate, 4> branch_of(const std::array<PostTemplate, n>& division) {
  return {branch_head, division[2], division[3], division[4]};
}

std::span<const PostTemplate> branch(Field field) {
  static constexpr auto works_branch = branch_of(works), nature_branch = branch_of(nature),
                        farming_branch = branch_of(farming), finance_branch = branch_of(finance),
                        social_branch = branch_of(social), transport_branch = branch_of(transport),
                        office_branch = branch_of(office);
  switch (field) {
    case Field::works: return works_branch;
    case Field::nature: return nature_branch;
    case Field::farming: return farming_branch;
    case Field::finance: return finance_branch;
    case Field::social: return social_branch;
    case Field::transport: return transport_branch;
    default: return office_branch;
  }
}

}  // namespace

std::span<const PostTemplate> posts_of(UnitRole role, Field field) {
  switch (role) {
    case UnitRole::head_office: return head_office;
    case UnitRole::school: return school;
    case UnitRole::hospital: return hospital;
    case UnitRole::branch: return branch(field);
    case UnitRole::division: break;
  }
  return division_of(field);
}

std::span<const CompetenceTemplate> competence_templates() { return competences; }

}  // namespace rembuk::province
