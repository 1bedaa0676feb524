#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

/// The closed vocabularies of the field. Order and spelling of the names are those of the files;
/// GLOSSARY.md gives their meaning.
namespace rembuk {

enum class UnitKind : std::uint8_t {
  instansi,
  sekretariat,
  biro,
  dinas,
  badan,
  inspektorat,
  kecamatan,
  uptd,
  sekolah,
  puskesmas,
  rsud
};
enum class PostKind : std::uint8_t { struktural, pelaksana, fungsional };
enum class PostLevel : std::uint8_t {
  none,
  pengawas,
  administrator,
  jpt_pratama,
  pemula,
  terampil,
  mahir,
  penyelia,
  ahli_pertama,
  ahli_muda,
  ahli_madya,
  ahli_utama
};
enum class EmployeeStatus : std::uint8_t { pns, cpns, pppk, pppk_paruh_waktu };
enum class Sex : std::uint8_t { male, female };
/// In file order; `education_level` gives the rank that is compared (D4 equals S1).
enum class Education : std::uint8_t { sd, smp, sma, d1, d2, d3, d4, s1, profesi, s2, s3 };
enum class SkpRating : std::uint8_t { sangat_baik, baik, butuh_perbaikan, kurang, sangat_kurang };
enum class CompetenceKind : std::uint8_t { manajerial, teknis, sosial_kultural };
enum class SkillSource : std::uint8_t { asesmen, atasan, mandiri, sertifikat };
enum class Stance : std::uint8_t { stay, open, move };
enum class Criterion : std::uint8_t { distance, competence, career, workload, facilities };
inline constexpr std::size_t criterion_count = 5;
/// K01 … K14 are 0 … 13.
inline constexpr std::size_t concern_categories = 14;

/// The names in the files, in the order of the enumeration.
inline constexpr std::array<std::string_view, 11> unit_kind_names = {
    "instansi",  "sekretariat", "biro",    "dinas",     "badan", "inspektorat",
    "kecamatan", "uptd",        "sekolah", "puskesmas", "rsud"};
inline constexpr std::array<std::string_view, 3> post_kind_names = {"struktural", "pelaksana",
                                                                    "fungsional"};
inline constexpr std::array<std::string_view, 12> post_level_names = {
    "",      "pengawas", "administrator", "jpt_pratama", "pemula",     "terampil",
    "mahir", "penyelia", "ahli_pertama",  "ahli_muda",   "ahli_madya", "ahli_utama"};
inline constexpr std::array<std::string_view, 4> employee_status_names = {"PNS", "CPNS", "PPPK",
                                                                          "PPPK_PARUH_WAKTU"};
inline constexpr std::array<std::string_view, 2> sex_names = {"L", "P"};
inline constexpr std::array<std::string_view, 11> education_names = {
    "SD", "SMP", "SMA", "D1", "D2", "D3", "D4", "S1", "profesi", "S2", "S3"};
inline constexpr std::array<std::string_view, 5> skp_rating_names = {
    "Sangat Baik", "Baik", "Butuh Perbaikan", "Kurang", "Sangat Kurang"};
inline constexpr std::array<std::string_view, 3> competence_kind_names = {"manajerial", "teknis",
                                                                          "sosial_kultural"};
inline constexpr std::array<std::string_view, 4> skill_source_names = {"asesmen", "atasan",
                                                                       "mandiri", "sertifikat"};
inline constexpr std::array<std::string_view, 3> stance_names = {"tetap", "terbuka", "pindah"};
inline constexpr std::array<std::string_view, 5> criterion_names = {"jarak", "kompetensi", "karier",
                                                                    "beban", "sarana"};
/// I/a … IV/e are 0 … 16; the PPPK scale I … XVII has no order among them.
inline constexpr std::array<std::string_view, 17> golongan_names = {
    "I/a",   "I/b",   "I/c",   "I/d",  "II/a", "II/b", "II/c", "II/d", "III/a",
    "III/b", "III/c", "III/d", "IV/a", "IV/b", "IV/c", "IV/d", "IV/e"};
inline constexpr std::array<std::string_view, 17> pppk_golongan_names = {
    "I", "II", "III", "IV",   "V",   "VI", "VII", "VIII", "IX",
    "X", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII"};

/// Parameters of rules that aturan.csv may set.
inline constexpr std::array<std::string_view, 3> rule_parameter_names = {
    "tenure_months", "retirement_months", "performance_inside"};
/// Whether ya or tidak is the value.
inline constexpr std::array<bool, 3> rule_parameter_yes_no = {false, false, true};

/// Position of `name` in `names`, exact spelling.
[[nodiscard]] std::optional<std::size_t> position_of(std::string_view name,
                                                     std::span<const std::string_view> names);

/// The value whose name is `name`.
template <class Enum>
[[nodiscard]] std::optional<Enum> named(std::string_view name,
                                        std::span<const std::string_view> names) {
  const auto at = position_of(name, names);
  if (!at) return std::nullopt;
  return static_cast<Enum>(*at);
}

/// SD 0 < SMP < SMA < D1 < D2 < D3 < D4 = S1 < profesi < S2 < S3.
[[nodiscard]] int education_level(Education education);

}  // namespace rembuk
