#include "engine/province/crafts.hpp"

#include <array>
#include <cstddef>

namespace rembuk::province {
namespace {

// clang-format off
constexpr auto crafts = std::to_array<CraftShape>({
    {Craft::office, "T01", "Administrasi perkantoran", "", "Administrasi", "Ilmu Administrasi Negara", "S.A.P.", "A.Md."},
    {Craft::staffing, "T02", "Manajemen sumber daya manusia aparatur", "", "Manajemen", "Manajemen", "S.E.", "A.Md."},
    {Craft::finance, "T03", "Pengelolaan keuangan daerah", "", "Akuntansi", "Akuntansi", "S.Ak.", "A.Md.Ak."},
    {Craft::policy, "T04", "Analisis kebijakan publik", "", "Ilmu Pemerintahan", "Ilmu Pemerintahan", "S.IP.", "A.Md."},
    {Craft::planning, "T05", "Perencanaan pembangunan daerah", "", "Ekonomi", "Ekonomi Pembangunan", "S.E.", "A.Md."},
    {Craft::law, "T06", "Perancangan peraturan perundang-undangan", "", "Hukum", "Ilmu Hukum", "S.H.", "A.Md."},
    {Craft::procurement, "T07", "Pengadaan barang/jasa pemerintah", "PBJ", "Manajemen", "Manajemen", "S.E.", "A.Md."},
    {Craft::audit, "T08", "Pengawasan intern pemerintah", "AUDITOR", "Akuntansi", "Akuntansi", "S.E.", "A.Md.Ak."},
    {Craft::archive, "T09", "Pengelolaan arsip dinamis", "", "Kearsipan", "Ilmu Perpustakaan", "S.I.P.", "A.Md."},
    {Craft::publicity, "T10", "Komunikasi publik", "", "Komunikasi", "Ilmu Komunikasi", "S.I.Kom.", "A.Md.I.Kom."},
    {Craft::computing, "T11", "Pengelolaan sistem informasi", "", "Komputer", "Sistem Informasi", "S.Kom.", "A.Md.Kom."},
    {Craft::statistics, "T12", "Pengelolaan data dan statistik sektoral", "", "Statistika", "Statistika", "S.Stat.", "A.Md.Stat."},
    {Craft::library, "T13", "Pengelolaan perpustakaan", "", "Perpustakaan", "Ilmu Perpustakaan", "S.I.Pust.", "A.Md."},
    {Craft::leading, "T14", "Kepemimpinan unit organisasi", "", "Administrasi", "Ilmu Administrasi Negara", "S.Sos.", "A.Md."},
    {Craft::mathematics, "T20", "Pembelajaran matematika", "SERDIK", "Pendidikan", "Pendidikan Matematika", "S.Pd.", ""},
    {Craft::indonesian, "T21", "Pembelajaran bahasa Indonesia", "SERDIK", "Pendidikan", "Pendidikan Bahasa Indonesia", "S.Pd.", ""},
    {Craft::english, "T22", "Pembelajaran bahasa Inggris", "SERDIK", "Pendidikan", "Pendidikan Bahasa Inggris", "S.Pd.", ""},
    {Craft::physics, "T23", "Pembelajaran fisika", "SERDIK", "Pendidikan", "Pendidikan Fisika", "S.Pd.", ""},
    {Craft::chemistry, "T24", "Pembelajaran kimia", "SERDIK", "Pendidikan", "Pendidikan Kimia", "S.Pd.", ""},
    {Craft::biology, "T25", "Pembelajaran biologi", "SERDIK", "Pendidikan", "Pendidikan Biologi", "S.Pd.", ""},
    {Craft::economics, "T26", "Pembelajaran ekonomi", "SERDIK", "Pendidikan", "Pendidikan Ekonomi", "S.Pd.", ""},
    {Craft::history, "T27", "Pembelajaran sejarah", "SERDIK", "Pendidikan", "Pendidikan Sejarah", "S.Pd.", ""},
    {Craft::civics, "T28", "Pembelajaran pendidikan Pancasila", "SERDIK", "Pendidikan", "Pendidikan Kewarganegaraan", "S.Pd.", ""},
    {Craft::religion, "T29", "Pembelajaran pendidikan agama", "SERDIK", "Pendidikan", "Pendidikan Agama", "S.Pd.", ""},
    {Craft::sport, "T30", "Pembelajaran pendidikan jasmani", "SERDIK", "Pendidikan", "Pendidikan Jasmani dan Kesehatan", "S.Pd.", ""},
    {Craft::arts, "T31", "Pembelajaran seni budaya", "SERDIK", "Pendidikan", "Pendidikan Seni", "S.Pd.", ""},
    {Craft::counselling, "T32", "Bimbingan dan konseling", "SERDIK", "Pendidikan", "Bimbingan dan Konseling", "S.Pd.", ""},
    {Craft::informatics, "T33", "Pembelajaran informatika", "SERDIK", "Pendidikan", "Pendidikan Teknik Informatika", "S.Pd.", ""},
    {Craft::automotive, "T34", "Pembelajaran teknik otomotif", "SERDIK", "Pendidikan", "Pendidikan Teknik Otomotif", "S.Pd.", ""},
    {Craft::accounting, "T35", "Pembelajaran akuntansi dan keuangan", "SERDIK", "Pendidikan", "Pendidikan Akuntansi", "S.Pd.", ""},
    {Craft::agribusiness, "T36", "Pembelajaran agribisnis", "SERDIK", "Pendidikan", "Agribisnis", "S.P.", ""},
    {Craft::primary, "T37", "Pembelajaran kelas sekolah dasar", "SERDIK", "Pendidikan", "Pendidikan Guru Sekolah Dasar", "S.Pd.", ""},
    {Craft::schools, "T38", "Pengelolaan satuan pendidikan", "", "Pendidikan", "Manajemen Pendidikan", "S.Pd.", "A.Md."},
    {Craft::medicine, "T40", "Pelayanan medis", "STR", "Kedokteran", "Profesi Dokter", "", ""},
    {Craft::nursing, "T41", "Asuhan keperawatan", "STR", "Keperawatan", "Keperawatan", "S.Kep.", "A.Md.Kep."},
    {Craft::midwifery, "T42", "Asuhan kebidanan", "STR", "Kebidanan", "Kebidanan", "S.Keb.", "A.Md.Keb."},
    {Craft::pharmacy, "T43", "Pelayanan kefarmasian", "STR", "Farmasi", "Farmasi", "S.Farm.", "A.Md.Farm."},
    {Craft::laboratory, "T44", "Pemeriksaan laboratorium medik", "STR", "Analis Kesehatan", "Teknologi Laboratorium Medis", "S.Tr.Kes.", "A.Md.Kes."},
    {Craft::nutrition, "T45", "Pelayanan gizi", "STR", "Gizi", "Ilmu Gizi", "S.Gz.", "A.Md.Gz."},
    {Craft::sanitation, "T46", "Penyehatan lingkungan", "STR", "Kesehatan Lingkungan", "Kesehatan Lingkungan", "S.K.L.", "A.Md.KL."},
    {Craft::records, "T47", "Rekam medis dan informasi kesehatan", "", "Rekam Medis", "Rekam Medis", "S.Tr.RMIK.", "A.Md.RMIK."},
    {Craft::promotion, "T48", "Promosi kesehatan dan epidemiologi", "", "Kesehatan Masyarakat", "Kesehatan Masyarakat", "S.K.M.", "A.Md.Kes."},
    {Craft::roads, "T50", "Teknik jalan dan jembatan", "", "Teknik", "Teknik Sipil", "S.T.", "A.Md.T."},
    {Craft::water, "T51", "Teknik sumber daya air", "", "Teknik", "Teknik Pengairan", "S.T.", "A.Md.T."},
    {Craft::housing, "T52", "Penataan bangunan dan permukiman", "", "Teknik", "Arsitektur", "S.T.", "A.Md.T."},
    {Craft::transport, "T53", "Lalu lintas dan angkutan jalan", "", "Transportasi", "Transportasi Darat", "S.Tr.Tra.", "A.Md.Tra."},
    {Craft::environment, "T54", "Pengendalian dampak lingkungan", "", "Lingkungan", "Teknik Lingkungan", "S.T.", "A.Md.T."},
    {Craft::forestry, "T55", "Perlindungan dan pengelolaan hutan", "", "Kehutanan", "Kehutanan", "S.Hut.", "A.Md.Hut."},
    {Craft::farming, "T56", "Penyuluhan dan budi daya pertanian", "", "Pertanian", "Agroteknologi", "S.P.", "A.Md.P."},
    {Craft::livestock, "T57", "Kesehatan hewan dan peternakan", "", "Peternakan", "Peternakan", "S.Pt.", "A.Md.Pt."},
    {Craft::fishery, "T58", "Pengelolaan perikanan", "", "Perikanan", "Budidaya Perairan", "S.Pi.", "A.Md.Pi."},
    {Craft::trade, "T59", "Pembinaan industri dan perdagangan", "", "Ekonomi", "Manajemen", "S.E.", "A.Md."},
    {Craft::social, "T60", "Pelayanan kesejahteraan sosial", "", "Kesejahteraan Sosial", "Kesejahteraan Sosial", "S.Sos.", "A.Md.Sos."},
    {Craft::labour, "T61", "Pengawasan dan hubungan ketenagakerjaan", "", "Hukum", "Ilmu Hukum", "S.H.", "A.Md."},
    {Craft::permits, "T62", "Pelayanan perizinan dan penanaman modal", "", "Administrasi", "Ilmu Administrasi Niaga", "S.A.B.", "A.Md."},
    {Craft::tourism, "T63", "Pengembangan pariwisata dan kebudayaan", "", "Pariwisata", "Pariwisata", "S.Par.", "A.Md.Par."},
    {Craft::energy, "T64", "Pengelolaan energi dan mineral", "", "Teknik", "Teknik Pertambangan", "S.T.", "A.Md.T."},
    {Craft::order, "T65", "Ketenteraman dan ketertiban umum", "", "Ilmu Pemerintahan", "Ilmu Pemerintahan", "S.IP.", "A.Md."},
    {Craft::disaster, "T66", "Penanggulangan bencana", "", "Teknik", "Teknik Geologi", "S.T.", "A.Md.T."},
    {Craft::tax, "T67", "Pemungutan pajak dan retribusi daerah", "", "Perpajakan", "Administrasi Perpajakan", "S.E.", "A.Md.Pjk."},
    {Craft::training, "T68", "Pelatihan dan pengembangan kompetensi", "", "Pendidikan", "Administrasi Pendidikan", "S.Pd.", "A.Md."},
});
constexpr auto general = std::to_array<CompetenceShape>({
    {"AUDITOR", "Sertifikat auditor", CompetenceKind::teknis},
    {"M01", "Integritas", CompetenceKind::manajerial},
    {"M02", "Kerja sama", CompetenceKind::manajerial},
    {"M03", "Komunikasi", CompetenceKind::manajerial},
    {"M04", "Orientasi pada hasil", CompetenceKind::manajerial},
    {"M05", "Pelayanan publik", CompetenceKind::manajerial},
    {"M06", "Pengembangan diri dan orang lain", CompetenceKind::manajerial},
    {"M07", "Mengelola perubahan", CompetenceKind::manajerial},
    {"M08", "Pengambilan keputusan", CompetenceKind::manajerial},
    {"PBJ", "Sertifikat pengadaan barang/jasa", CompetenceKind::teknis},
    {"PKA", "Pelatihan Kepemimpinan Administrator", CompetenceKind::teknis},
    {"PKP", "Pelatihan Kepemimpinan Pengawas", CompetenceKind::teknis},
    {"SERDIK", "Sertifikat pendidik", CompetenceKind::teknis},
    {"SK1", "Perekat bangsa", CompetenceKind::sosial_kultural},
    {"STR", "Surat tanda registrasi tenaga kesehatan", CompetenceKind::teknis},
});
// clang-format on

constexpr bool in_order() {
  for (std::size_t at = 0; at < crafts.size(); ++at)
    if (static_cast<std::size_t>(crafts[at].craft) != at) return false;
  return crafts.size() == static_cast<std::size_t>(Craft::training) + 1;
}
static_assert(in_order());

struct Group {
  Craft first, last;
};
constexpr std::array<Group, 4> groups = {{{Craft::office, Craft::leading},
                                          {Craft::mathematics, Craft::schools},
                                          {Craft::medicine, Craft::promotion},
                                          {Craft::roads, Craft::training}}};

}  // namespace

const CraftShape& shape_of(Craft craft) { return crafts[static_cast<std::size_t>(craft)]; }

Craft neighbour_of(Craft craft, std::uint32_t draw) {
  for (const auto& [first, last] : groups) {
    if (craft > last) continue;
    const auto size = static_cast<std::uint32_t>(last) - static_cast<std::uint32_t>(first) + 1;
    return static_cast<Craft>(static_cast<std::uint32_t>(first) + draw % size);
  }
  return craft;
}

std::span<const CompetenceShape> general_competences() { return general; }

}  // namespace rembuk::province
