#include <array>
#include <tuple>

#include "engine/files/importer.hpp"
#include "engine/files/nip.hpp"

/// pegawai.csv and kompetensi_pegawai.csv.
namespace rembuk::files {
namespace {

constexpr std::array<Column, 26> employee_columns = {{{"nip", true}, {"nama", true},
    {"gelar_depan"}, {"gelar_belakang"}, {"status_asn", true}, {"tanggal_lahir", true},
    {"jenis_kelamin", true}, {"tmt_cpns", true}, {"golongan", true}, {"tmt_golongan"},
    {"unit_kode", true}, {"jabatan_kode", true}, {"tmt_jabatan", true}, {"pendidikan_tingkat", true},
    {"pendidikan_jurusan"}, {"skp_tahun_1"}, {"skp_predikat_1"}, {"skp_tahun_2"}, {"skp_predikat_2"},
    {"kotak_talenta"}, {"wilayah_domisili_kode"}, {"kedudukan_hukum", true}, {"hukuman_disiplin"},
    {"tugas_belajar"}, {"bebas_temuan"}, {"bup"}}};
constexpr std::array<Column, 5> skill_columns = {{{"nip", true}, {"kompetensi_kode", true},
    {"level", true}, {"sumber"}, {"tanggal_nilai"}}};

/// The employee's own number: form, agreement with the other columns, and that it is theirs alone.
/// False if the row cannot be told apart by it.
bool take_nip(Row& row, Employee& employee, KnownCodes& known, Date today) {
  if (row.text("nip", 60).empty()) return false;
  const NipReading reading = read_nip(row.raw("nip"));
  employee.nip = reading.nip;
  if (!reading.fault.empty()) row.fault("nip", reading.fault, {reading.nip});
  if (employee.nip.size() == 18 && known.position.contains(employee.nip)) {
    row.fault("nip", "nip_twice");
    return false;
  }
  known.position[employee.nip] = -1;
  if (!reading.fault.empty()) return true;
  const NipParts& parts = reading.parts;
  const bool by_month = parts.tmt_month > 0;
  const bool pppk = employee.status >= EmployeeStatus::pppk;
  if (!by_month && !pppk) {
    row.fault("nip", "nip_date_invalid", {reading.nip});
    return true;
  }
  const Date start{std::chrono::year{parts.tmt_year},
                   std::chrono::month{static_cast<unsigned>(by_month ? parts.tmt_month : 12)},
                   std::chrono::day{by_month ? 1U : 31U}};
  const Date adult = years_later(parts.birth, 18);
  const bool young = by_month ? std::pair(start.year(), start.month()) < std::pair(adult.year(), adult.month())
                              : start.year() < adult.year();
  const bool future = by_month ? std::pair(start.year(), start.month()) > std::pair(today.year(), today.month())
                               : start.year() > today.year();
  if (young) row.fault("nip", "nip_too_young");
  if (future) row.fault("nip", "nip_in_future");
  if (parts.birth != employee.birth && employee.birth != Date{}) row.fault("nip", "nip_birth_mismatch");
  const auto& tmt = employee.tmt_cpns;
  if (tmt != Date{} && (static_cast<int>(tmt.year()) != parts.tmt_year ||
                        (by_month && static_cast<unsigned>(tmt.month()) != static_cast<unsigned>(parts.tmt_month))))
    row.fault("nip", "nip_tmt_mismatch");
  if (parts.sex != employee.sex && !row.raw("jenis_kelamin").empty()) row.fault("nip", "nip_sex_mismatch");
  return true;
}

void read_golongan(Row& row, Employee& employee) {
  const std::string text = row.text("golongan", 10);
  if (text.empty()) return;
  const bool pppk = employee.status >= EmployeeStatus::pppk;
  const auto civil = position_of(text, golongan_names);
  const auto contract = position_of(text, pppk_golongan_names);
  employee.pppk_scale = !civil && contract;
  if (pppk ? !contract : !civil) {
    row.fault("golongan", "golongan_invalid", {text, pppk ? "PPPK" : "PNS"});
    return;
  }
  employee.golongan = static_cast<std::uint8_t>(civil ? *civil : *contract);
}

void read_ratings(Row& row, Employee& employee, Date today) {
  constexpr std::array<std::string_view, 2> years = {"skp_tahun_1", "skp_tahun_2"};
  constexpr std::array<std::string_view, 2> ratings = {"skp_predikat_1", "skp_predikat_2"};
  const int now = static_cast<int>(today.year());
  for (std::size_t k = 0; k < 2; ++k) {
    if (const auto year = row.integer(years[k], 1900, 2200)) {
      employee.skp_year[k] = static_cast<std::int16_t>(*year);
      if (*year > now || *year < now - 3)
        row.fault(years[k], "skp_year_invalid", {std::to_string(*year)});
    }
    employee.skp_rating[k] = row.one_of<SkpRating>(ratings[k], skp_rating_names);
  }
}

void read_career(Row& row, Employee& employee, Date today) {
  read_golongan(row, employee);
  employee.tmt_golongan = row.date("tmt_golongan");
  if (const auto date = row.date("tmt_jabatan")) {
    employee.tmt_post = *date;
    if (*date > today) row.fault("tmt_jabatan", "date_in_future", {iso(*date)});
  }
  if (const auto level = row.one_of<Education>("pendidikan_tingkat", education_names))
    employee.education = *level;
  employee.major = row.text("pendidikan_jurusan");
  read_ratings(row, employee, today);
  if (const auto box = row.integer("kotak_talenta", 1, 9))
    employee.talent_box = static_cast<std::uint8_t>(*box);
}

void read_state(Row& row, Employee& employee, Date today) {
  constexpr std::array<std::string_view, 3> ages = {"58", "60", "65"};
  constexpr std::array<std::uint8_t, 3> age_values = {58, 60, 65};
  employee.home = row.text("wilayah_domisili_kode", 40);
  if (!employee.home.empty() && !is_area(employee.home, 3))
    row.fault("wilayah_domisili_kode", is_area(employee.home, 4) ? "home_too_fine" : "area_invalid",
              {employee.home});
  employee.legal_status = row.text("kedudukan_hukum", 100);
  employee.disciplined = row.yes("hukuman_disiplin", false);
  employee.studying = row.yes("tugas_belajar", false);
  employee.audit_clear = row.yes("bebas_temuan", true);
  if (const auto age = row.choice("bup", ages)) employee.retirement_age = age_values[*age];
  if (employee.birth != Date{} && years_later(employee.birth, employee.retirement_age) <= today)
    row.fault("tanggal_lahir", "retired", {std::to_string(employee.retirement_age)});
}

}  // namespace

void Importer::read_employees(std::string_view text) {
  const Date today = consultation.settings.reference_date;
  std::vector<std::int64_t> rows;
  bool any = false;
  employees.usable = read_table({"pegawai.csv", employee_columns}, text, faults, [&](Row& row) {
    any = true;
    Employee employee;
    employee.name = row.text("nama");
    employee.title_before = row.text("gelar_depan", 60);
    employee.title_after = row.text("gelar_belakang", 60);
    if (const auto status = row.one_of<EmployeeStatus>("status_asn", employee_status_names))
      employee.status = *status;
    if (const auto date = row.date("tanggal_lahir")) employee.birth = *date;
    if (const auto sex = row.one_of<Sex>("jenis_kelamin", sex_names)) employee.sex = *sex;
    if (const auto date = row.date("tmt_cpns")) {
      employee.tmt_cpns = *date;
      if (*date > today) row.fault("tmt_cpns", "date_in_future", {iso(*date)});
    }
    const bool keyed = take_nip(row, employee, employees, today);
    const std::string unit = row.text("unit_kode", 40), post = row.text("jabatan_kode", 80);
    if (!unit.empty() && units.unknown(unit)) row.fault("unit_kode", "unit_unknown", {unit});
    if (!post.empty() && posts.unknown(post)) row.fault("jabatan_kode", "post_unknown", {post});
    employee.unit = units.id<UnitId>(unit);
    employee.post = posts.id<PostId>(post);
    if (employee.unit.valid() && employee.post.valid()) {
      const UnitId home = consultation.posts[employee.post.index()].unit;
      if (home.valid() && home != employee.unit)
        row.fault("unit_kode", "unit_not_of_post", {unit, consultation.units[home.index()].code});
    }
    read_career(row, employee, today);
    read_state(row, employee, today);
    if (!row.good() || !keyed) return;
    consultation.employees.push_back(std::move(employee));
    rows.push_back(row.number());
  });
  if (employees.usable && !any) faults.error("pegawai.csv", 0, "", "file_without_rows");
  sort_by_code(consultation.employees, rows, &Employee::nip, employees);
}

void Importer::read_skills(std::string_view text) {
  (void)read_table({"kompetensi_pegawai.csv", skill_columns}, text, faults, [&](Row& row) {
    Skill skill;
    const std::string nip = read_nip(row.text("nip", 60)).nip;
    const std::string competence = row.text("kompetensi_kode", 80);
    if (!nip.empty() && employees.unknown(nip)) row.fault("nip", "nip_unknown");
    if (!competence.empty() && competences.unknown(competence))
      row.fault("kompetensi_kode", "competence_unknown", {competence});
    skill.employee = employees.id<EmployeeId>(nip);
    skill.competence = competences.id<CompetenceId>(competence);
    skill.level = static_cast<std::uint8_t>(row.integer("level", 1, 5).value_or(1));
    skill.source = row.one_of<SkillSource>("sumber", skill_source_names);
    skill.assessed = row.date("tanggal_nilai");
    if (row.good()) consultation.skills.push_back(skill);
  });
  std::ranges::sort(consultation.skills, {}, [](const Skill& s) {
    return std::tuple(s.employee, s.competence, s.level, s.source, s.assessed);
  });
}

void Importer::check_surplus() {
  std::vector<std::int32_t> heads(consultation.posts.size());
  for (const auto& employee : consultation.employees)
    if (employee.post.valid()) ++heads[employee.post.index()];
  for (std::size_t j = 0; j < heads.size(); ++j)
    if (heads[j] > consultation.posts[j].need)
      faults.warning("jabatan.csv", post_rows[j], "kebutuhan_abk", "surplus",
                     {std::to_string(heads[j]), std::to_string(consultation.posts[j].need)});
}

}  // namespace rembuk::files
