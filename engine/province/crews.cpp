#include <array>

#include "engine/province/jobs.hpp"

/// Who works together in a unit of each sort.
namespace rembuk::province {
namespace {

using enum PostLevel;

Seat seat(std::string_view job, PostLevel level, std::int32_t need, std::string_view eselon = {}) {
  return {&job_of(job), level, need, eselon};
}
Seat support(std::string_view job, std::int32_t need) { return seat(job, none, need); }

/// The crafts of a field: two for experts, one for skilled work outside the head office.
struct FieldJobs {
  Field field;
  std::string_view first, second, skilled;
};
// clang-format off
constexpr auto field_jobs = std::to_array<FieldJobs>({
    {Field::general, "analis_kebijakan", "perencana", "arsiparis"},
    {Field::law, "perancang", "analis_hukum", "arsiparis"},
    {Field::procurement, "pbj", "analis_kebijakan", "arsiparis"},
    {Field::staffing, "analis_sdm", "asesor_sdm", "arsiparis"},
    {Field::finance, "analis_keuangan", "perencana", "arsiparis"},
    {Field::tax, "analis_keuangan", "analis_kebijakan", "komputer"},
    {Field::planning, "perencana", "statistisi", "komputer"},
    {Field::audit, "auditor", "ppupd", "arsiparis"},
    {Field::education, "pengawas_sekolah", "teknologi_belajar", "komputer"},
    {Field::health, "epidemiolog", "promkes", "perawat"},
    {Field::works, "jalan", "pengairan", "jalan"},
    {Field::housing, "bangunan", "penata_ruang", "bangunan"},
    {Field::order, "polpp", "analis_kebijakan", "polpp"},
    {Field::disaster, "bencana", "analis_kebijakan", "damkar"},
    {Field::social, "pekerja_sosial", "penyuluh_sosial", "pekerja_sosial"},
    {Field::civil, "kependudukan", "penyuluh_kb", "komputer"},
    {Field::labour, "hubungan_industrial", "pengawas_kerja", "instruktur"},
    {Field::food, "pangan", "penyuluh_tani", "penyuluh_tani"},
    {Field::environment, "lingkungan", "pengawas_lh", "lingkungan"},
    {Field::village, "swadaya", "analis_kebijakan", "swadaya"},
    {Field::transport, "penguji", "analis_kebijakan", "penguji"},
    {Field::information, "komputer", "humas", "komputer"},
    {Field::trade, "industri", "perdagangan", "perdagangan"},
    {Field::permits, "penanaman_modal", "perizinan", "komputer"},
    {Field::sport, "pelatih", "analis_kebijakan", "pelatih"},
    {Field::tourism, "pamong_budaya", "kepariwisataan", "pamong_budaya"},
    {Field::library, "pustakawan", "arsiparis", "pustakawan"},
    {Field::fishery, "perikanan_tangkap", "penyuluh_ikan", "penyuluh_ikan"},
    {Field::farming, "penyuluh_tani", "ternak", "veteriner"},
    {Field::plantation, "pengawas_benih", "penyuluh_tani", "penyuluh_tani"},
    {Field::forestry, "penyuluh_hutan", "polhut", "polhut"},
    {Field::energy, "penyelidik_bumi", "inspektur_listrik", "inspektur_listrik"},
    {Field::training, "widyaiswara", "kompetensi_asn", "komputer"},
});
// clang-format on
constexpr bool in_order() {
  for (std::size_t at = 0; at < field_jobs.size(); ++at)
    if (static_cast<std::size_t>(field_jobs[at].field) != at) return false;
  return field_jobs.size() == static_cast<std::size_t>(Field::training) + 1;
}
static_assert(in_order());

const FieldJobs& jobs_of(Field field) { return field_jobs[static_cast<std::size_t>(field)]; }

/// Low draws give the beginner's level, high ones the senior's.
Seat teacher(std::string_view subject, std::uint32_t draw, std::int32_t need) {
  return seat(subject, draw < 58 ? ahli_pertama : draw < 92 ? ahli_muda : ahli_madya, need);
}

struct Subject {
  std::string_view job;
  std::int32_t need;
};
constexpr std::array<Subject, 8> senior_subjects = {{{"matematika", 8},
                                                     {"bahasa_indonesia", 8},
                                                     {"bahasa_inggris", 7},
                                                     {"fisika", 6},
                                                     {"kimia", 6},
                                                     {"biologi", 6},
                                                     {"ekonomi", 6},
                                                     {"sejarah", 5}}};
constexpr std::array<Subject, 7> vocational_subjects = {{{"matematika", 7},
                                                         {"bahasa_indonesia", 7},
                                                         {"bahasa_inggris", 6},
                                                         {"informatika", 9},
                                                         {"otomotif", 9},
                                                         {"akuntansi", 8},
                                                         {"agribisnis", 7}}};
constexpr std::array<Subject, 6> junior_subjects = {{{"matematika", 4},
                                                     {"bahasa_indonesia", 4},
                                                     {"bahasa_inggris", 4},
                                                     {"biologi", 4},
                                                     {"sejarah", 3},
                                                     {"agama", 3}}};
constexpr std::array<Subject, 6> common_subjects = {
    {{"agama", 5}, {"pjok", 5}, {"ppkn", 5}, {"seni", 4}, {"bk", 5}, {"informatika", 4}}};

}  // namespace

Crew secretariat_crew() {
  static const std::array<Seat, 9> crew = {seat("sekretaris", administrator, 1, "III.a"),
                                           seat("subbagian_umum", pengawas, 1, "IV.a"),
                                           seat("subbagian_keuangan", pengawas, 1, "IV.a"),
                                           seat("perencana", ahli_muda, 2),
                                           seat("analis_sdm", ahli_pertama, 2),
                                           support("penata_keuangan", 3),
                                           support("pengelola_layanan", 4),
                                           support("pengadministrasi", 5),
                                           support("pengelola_umum", 2)};
  return crew;
}

std::vector<Seat> division_crew(Field field) {
  const auto& jobs = jobs_of(field);
  return {seat("bidang", administrator, 1, "III.a"),
          seat(jobs.first, ahli_muda, 4),
          seat(jobs.first, ahli_pertama, 5),
          seat(jobs.second, ahli_pertama, 4),
          support("penelaah", 4),
          support("pengolah_data", 3)};
}

std::vector<Seat> branch_crew(Field field) {
  const auto& jobs = jobs_of(field);
  const std::string_view work = field == Field::tax     ? "pengelola_pendapatan"
                                : field == Field::works ? "penjaga_jalan"
                                                        : "operator";
  return {seat("uptd", administrator, 1, "III.b"),
          seat("subbagian_tu", pengawas, 1, "IV.b"),
          seat(jobs.first, ahli_pertama, 5),
          seat(jobs.skilled, terampil, 7),
          support(work, 8),
          support("pengadministrasi", 4)};
}

Crew kecamatan_crew() {
  static const std::array<Seat, 7> crew = {seat("camat", administrator, 1, "III.a"),
                                           seat("sekcam", administrator, 1, "III.b"),
                                           seat("kasi", pengawas, 1, "IV.a"),
                                           seat("swadaya", ahli_pertama, 3),
                                           support("penelaah", 3),
                                           support("pengolah_data", 3),
                                           support("pengadministrasi", 6)};
  return crew;
}

Crew puskesmas_crew() {
  static const std::array<Seat, 10> crew = {
      seat("subbagian_tu", pengawas, 1, "IV.b"), seat("dokter", ahli_pertama, 3),
      seat("dokter_gigi", ahli_pertama, 1),      seat("perawat", terampil, 10),
      seat("perawat", ahli_pertama, 4),          seat("bidan", terampil, 12),
      seat("asisten_apoteker", terampil, 2),     seat("kesling", terampil, 2),
      seat("nutrisionis", terampil, 2),          support("operator_kesehatan", 4)};
  return crew;
}

std::span<const Ward> wards() {
  static const std::array<Seat, 6> inpatient = {
      seat("dokter", ahli_muda, 4),     seat("perawat", terampil, 18),
      seat("perawat", mahir, 8),        seat("perawat", ahli_pertama, 10),
      seat("nutrisionis", terampil, 3), support("operator_kesehatan", 5)};
  static const std::array<Seat, 4> emergency = {
      seat("dokter", ahli_pertama, 8), seat("perawat", terampil, 14),
      seat("perawat", ahli_pertama, 8), support("operator_kesehatan", 4)};
  static const std::array<Seat, 4> specialists = {
      seat("dokter", ahli_madya, 8), seat("dokter_gigi", ahli_muda, 2),
      seat("perawat", ahli_pertama, 8), seat("bidan", ahli_pertama, 6)};
  static const std::array<Seat, 3> maternity = {
      seat("dokter", ahli_madya, 3), seat("bidan", terampil, 14), seat("bidan", ahli_pertama, 8)};
  static const std::array<Seat, 5> support_services = {
      seat("apoteker", ahli_pertama, 5), seat("asisten_apoteker", terampil, 6),
      seat("labkes", terampil, 8), seat("perekam_medis", terampil, 7),
      seat("kesling", terampil, 4)};
  // The first five are what every hospital has.
  static const std::array<Ward, 9> all = {{{"Instalasi Rawat Inap", inpatient},
                                           {"Instalasi Gawat Darurat", emergency},
                                           {"Instalasi Rawat Jalan", specialists},
                                           {"Instalasi Kebidanan dan Kandungan", maternity},
                                           {"Instalasi Penunjang", support_services},
                                           {"Instalasi Bedah Sentral", emergency},
                                           {"Instalasi Rawat Intensif", inpatient},
                                           {"Instalasi Rawat Inap Penyakit Dalam", inpatient},
                                           {"Instalasi Rawat Inap Anak", inpatient}}};
  return all;
}

std::vector<Seat> school_crew(SchoolKind kind, std::uint32_t draw) {
  const auto next = [&draw] {
    draw = draw * 1664525U + 1013904223U;
    return (draw >> 16U) % 100U;
  };
  std::vector<Seat> crew = {
      seat("kepala_sekolah", kind == SchoolKind::sd ? ahli_muda : ahli_madya, 1)};
  if (kind == SchoolKind::sd) {
    crew.insert(crew.end(),
                {seat("guru_kelas", ahli_pertama, 5), seat("guru_kelas", ahli_muda, 3),
                 teacher("agama", next(), 1), teacher("pjok", next(), 1), support("operator", 1)});
    return crew;
  }
  const auto add = [&](std::span<const Subject> subjects) {
    for (const auto& subject : subjects) crew.push_back(teacher(subject.job, next(), subject.need));
  };
  if (kind == SchoolKind::smp) {
    add(junior_subjects);
    crew.push_back(support("operator", 3));
    return crew;
  }
  if (kind == SchoolKind::sma) {
    const bool science = next() < 50;
    add(std::span(senior_subjects).first(3));
    add(std::span(senior_subjects).subspan(science ? 3 : 5, 3));
  } else {
    add(std::span(vocational_subjects).first(3));
    add(std::span(vocational_subjects).subspan(3 + next() % 3, 2));
  }
  const std::size_t turn = next() % 5;
  add(std::span(common_subjects).subspan(turn, 2));
  crew.push_back(support(next() < 50 ? "operator" : "pengadministrasi", 5));
  return crew;
}

}  // namespace rembuk::province
