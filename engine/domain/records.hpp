#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "engine/base/id.hpp"
#include "engine/domain/date.hpp"
#include "engine/domain/words.hpp"

/// One consultation as its files say it: validated records with resolved ids, in file terms.
namespace rembuk {

using UnitId = Id<struct UnitTag>;
using PostId = Id<struct PostTag>;
using EmployeeId = Id<struct EmployeeTag>;
using CompetenceId = Id<struct CompetenceTag>;

struct Unit {
  std::string code, name;
  UnitId parent;  ///< none for the highest
  UnitKind kind = UnitKind::dinas;
  std::string government;  ///< instansi_kode, 4 digits
  std::string area;        ///< wilayah_kode, 15.xx[.yy[.zz]]
  std::optional<double> latitude, longitude;
  std::uint8_t remoteness = 0;  ///< keterpencilan 0–3

  friend bool operator==(const Unit&, const Unit&) = default;
};

struct Post {
  std::string code, name;
  UnitId unit;
  PostKind kind = PostKind::pelaksana;
  PostLevel level = PostLevel::none;         ///< jenjang
  std::string eselon;                        ///< "II.a" or empty
  std::uint8_t job_class = 1;                ///< kelas_jabatan 1–17
  std::int32_t need = 0;                     ///< kebutuhan_abk, heads
  std::optional<std::uint8_t> golongan_min;  ///< index into golongan_names
  std::optional<Education> education_min;
  std::vector<std::string> education_fields;  ///< rumpun_pendidikan
  CompetenceId certificate;                   ///< sertifikat_wajib, or none
  bool open_to_pppk = false;
  bool locked = false;

  friend bool operator==(const Post&, const Post&) = default;
};

struct Employee {
  std::string nip, name, title_before, title_after;
  EmployeeStatus status = EmployeeStatus::pns;
  Date birth{};
  Sex sex = Sex::male;
  Date tmt_cpns{};
  bool pppk_scale = false;    ///< golongan is on the PPPK scale I … XVII
  std::uint8_t golongan = 0;  ///< index into golongan_names or pppk_golongan_names
  std::optional<Date> tmt_golongan;
  UnitId unit;
  PostId post;
  Date tmt_post{};  ///< tmt_jabatan
  Education education = Education::sma;
  std::string major;
  std::array<std::optional<std::int16_t>, 2> skp_year;
  std::array<std::optional<SkpRating>, 2> skp_rating;
  std::optional<std::uint8_t> talent_box;  ///< 1–9
  std::string home;                        ///< wilayah_domisili_kode; empty: the unit's region
  std::string legal_status = "Aktif";      ///< kedudukan_hukum
  bool disciplined = false;                ///< hukuman_disiplin
  bool studying = false;                   ///< tugas_belajar
  bool audit_clear = true;                 ///< bebas_temuan
  std::uint8_t retirement_age = 58;        ///< bup

  friend bool operator==(const Employee&, const Employee&) = default;
};

struct Competence {
  std::string code, name;
  std::optional<CompetenceKind> kind;

  friend bool operator==(const Competence&, const Competence&) = default;
};

struct Requirement {
  PostId post;
  CompetenceId competence;
  std::uint8_t level = 1;  ///< level_syarat 1–5
  bool mandatory = false;  ///< wajib

  friend bool operator==(const Requirement&, const Requirement&) = default;
};

struct Skill {
  EmployeeId employee;
  CompetenceId competence;
  std::uint8_t level = 1;  ///< 1–5
  std::optional<SkillSource> source;
  std::optional<Date> assessed;

  friend bool operator==(const Skill&, const Skill&) = default;
};

struct TravelTime {
  std::string from, to;  ///< regions, 15.xx
  std::int32_t minutes = 0;

  friend bool operator==(const TravelTime&, const TravelTime&) = default;
};

/// A wish names one post, one unit with all units below it, or one region.
struct WishRegion {
  std::string code;
  friend bool operator==(const WishRegion&, const WishRegion&) = default;
};
using Wish = std::variant<PostId, UnitId, WishRegion>;

/// What an employee said. Not a request to move, not a resignation, not consent.
struct Aspiration {
  EmployeeId employee;
  Stance stance = Stance::open;
  std::vector<Wish> wishes;  ///< at most five, most wanted first
  std::optional<std::array<Criterion, criterion_count>> criteria_order;  ///< most important first
  std::optional<PostKind> career_track;

  friend bool operator==(const Aspiration&, const Aspiration&) = default;
};

struct Concern {
  EmployeeId employee;
  std::uint8_t category = 0;   ///< 0 … 13 for K01 … K14
  std::uint8_t intensity = 1;  ///< 1–5
  std::string help;            ///< bantuan: code of what would help

  friend bool operator==(const Concern&, const Concern&) = default;
};

/// The five sentences of the acceptance model, as people enter them.
struct AcceptanceSentences {
  std::array<double, 3> of_ten = {5, 3, 2};  ///< accept, conditional, object; positive, sum 10
  double odds_per_1000_points = 1.8;
  double odds_stay = 3;
  double odds_concern = 2;
  double worth_answers = 20;

  friend bool operator==(const AcceptanceSentences&, const AcceptanceSentences&) = default;
};

/// The rules' parameters that computations read, as they hold on the reference date.
struct RuleValues {
  std::int32_t tenure_months = 24;      ///< R03: least months in the present post
  std::int32_t retirement_months = 24;  ///< R17: least months before retirement
  bool performance_inside = true;       ///< R09 also inside one government

  friend bool operator==(const RuleValues&, const RuleValues&) = default;
};

/// One dated parameter that the office sets in the place of the built-in one (aturan.csv).
struct RuleRow {
  std::size_t parameter = 0;  ///< position in rule_parameter_names
  std::int32_t value = 0;     ///< months; yes/no: 1 or 0
  Date since{};               ///< first day on which it holds
  std::string source, note;

  friend bool operator==(const RuleRow&, const RuleRow&) = default;
};

/// `rows` that hold on `day`: of each parameter the latest one; without any, the built-in value.
[[nodiscard]] RuleValues rule_values(const std::vector<RuleRow>& rows, Date day);
/// The row of a parameter that holds on `day`, or null: the built-in one does.
[[nodiscard]] const RuleRow* rule_row(const std::vector<RuleRow>& rows, std::size_t parameter,
                                      Date day);
/// "24", "ya" or "tidak".
[[nodiscard]] std::string value_text(const RuleValues& values, std::size_t parameter);

/// What a consultation fixes before it opens (konsultasi.json).
struct Settings {
  Date reference_date{};
  bool between_governments = false;
  bool pppk = false;  ///< PPPK may be redistributed in this cycle (--pppk)
  AcceptanceSentences parameters;
  RuleValues rules;             ///< made of aturan.csv
  std::int32_t threshold = 10;  ///< smallest group that is published

  friend bool operator==(const Settings&, const Settings&) = default;
};

/// All records of one consultation. Ids index these vectors.
///
/// Invariants: units, posts, competences by code and employees by nip are sorted in byte order and
/// unique, so the order of ids is the order of codes; the other vectors are sorted by their keys.
struct Consultation {
  Settings settings;
  std::vector<RuleRow> rule_rows;  ///< by parameter, day
  std::vector<Unit> units;
  std::vector<Post> posts;
  std::vector<Employee> employees;
  std::vector<Competence> competences;
  std::vector<Requirement> requirements;  ///< by post, competence
  std::vector<Skill> skills;              ///< by employee, competence, level, source, date
  std::vector<TravelTime> travel;         ///< by from, to
  std::vector<Aspiration> aspirations;    ///< by employee
  std::vector<Concern> concerns;          ///< by employee, category

  friend bool operator==(const Consultation&, const Consultation&) = default;
};

/// The first two parts of an area code: 15.71.05 → 15.71.
[[nodiscard]] std::string region_of(const std::string& area);

}  // namespace rembuk
