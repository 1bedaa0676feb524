#include <array>
#include <cstdint>
#include <tuple>

#include "engine/files/importer.hpp"
#include "engine/files/nip.hpp"

/// pegawai.csv and kompetensi_pegawai.csv.
namespace rembuk::files {
namespace {

constexpr std::array<Column, 26> employee_columns = {{{"nip", true},
                                                      {"nama", true},
                                                      {"gelar_depan"},
                                                      {"gelar_belakang"},
                                                      {"status_asn", true},
                                                      {"tanggal_lahir", true},
                                                      {"jenis_kelamin", true},
                                                      {"tmt_cpns", true},
                                                      {"golongan", true},
                                                      {"tmt_golongan"},
                                                      {"unit_kode", true},
                                                      {"jabatan_kode", true},
                                                      {"tmt_jabatan", true},
                                                      {"pendidikan_tingkat", true},
                                                      {"pendidikan_jurusan"},
                                                      {"skp_tahun_1"},
                                                      {"skp_predikat_1"},
                                                      {"skp_tahun_2"},
                                                      {"skp_predikat_2"},
                                                      {"kotak_talenta"},
                                                      {"wilayah_domisili_kode"},
                                                      {"kedudukan_hukum", true},
                                                      {"hukuman_disiplin"},
                                                      {"tugas_belajar"},
                                                      {"bebas_temuan"},
                                                      {"bup"}}};
constexpr std::array<Column, 5> skill_columns = {
    {{"nip", true}, {"kompetensi_kode", true}, {"level", true}, {"sumber"}, {"tanggal_nilai"}}};

/// The cells that the NIP must agree with; each only if it could be read.
struct Stated {
  std::optional<EmployeeStatus> status;
  std::optional<Date> birth, tmt;
  std::optional<Sex> sex;
};

/// What the number says against the calendar and against the other columns.
void check_nip(Row& row, const NipParts& parts, const Stated& stated, Date today) {
  const bool by_month = parts.tmt_month > 0;
  if (!by_month && stated.status && *stated.status < EmployeeStatus::pppk) {
    row.fault("nip", "nip_date_invalid", {row.raw("nip")});
    return;
  }
  const auto month_of = [&](Date date) {
    return std::pair(static_cast<int>(date.year()),
                     by_month ? static_cast<int>(static_cast<unsigned>(date.month())) : 0);
  };
  const std::pair<int, int> start(parts.tmt_year, parts.tmt_month);
  if (start < month_of(years_later(parts.birth, 18))) row.fault("nip", "nip_too_young");
  if (start > month_of(today))
    row.fault("nip", "nip_in_future");
  else if (stated.tmt && start == month_of(*stated.tmt) && *stated.tmt > today)
    row.fault("tmt_cpns", "date_in_future", {iso(*stated.tmt)});
  if (stated.birth && parts.birth != *stated.birth) row.fault("nip", "nip_birth_mismatch");
  if (stated.tmt && start != month_of(*stated.tmt)) row.fault("nip", "nip_tmt_mismatch");
  if (stated.sex && parts.sex != *stated.sex) row.fault("nip", "nip_sex_mismatch");
}

/// The employee's own number: form, agreement with the other columns, and that it is theirs alone.
/// False if other rows cannot refer to this one by it.
bool take_nip(Row& row, Employee& employee, const Stated& stated, Importer& in) {
  const NipReading reading = read_nip(row.text("nip", 60));
  employee.nip = reading.nip;
  const bool readable =
      employee.nip.size() == 18 && reading.fault != "nip_damaged" && reading.fault != "nip_length";
  const bool twice = readable && !in.employees.take(employee.nip);
  if (!readable || twice) {
    const std::string birth = stated.birth ? iso(*stated.birth) : "",
                      tmt = stated.tmt ? iso(*stated.tmt) : "";
    std::string digits = birth;
    std::erase(digits, '-');
    in.damaged.rows.push_back({employee.nip, std::move(digits), tmt.substr(0, 4)});
  }
  if (!readable && (row.muted() || !stated.birth)) ++in.employees.unreadable;
  if (!reading.fault.empty() && !employee.nip.empty())
    row.fault("nip", reading.fault, {employee.nip});
  if (twice) row.fault("nip", "nip_twice");
  if (reading.fault.empty() && !twice)
    check_nip(row, reading.parts, stated, in.consultation.settings.reference_date);
  return readable && !twice;
}

void read_golongan(Row& row, Employee& employee, bool status_known) {
  const std::string text = row.text("golongan", 10);
  if (text.empty()) return;
  const bool pppk =
      status_known ? employee.status >= EmployeeStatus::pppk : !position_of(text, golongan_names);
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

void read_career(Row& row, Employee& employee, bool status_known, Date today) {
  read_golongan(row, employee, status_known);
  employee.tmt_golongan = row.date("tmt_golongan");
  if (const auto date = row.date("tmt_jabatan")) {
    employee.tmt_post = *date;
    if (*date > today) row.warn("tmt_jabatan", "date_in_future", {iso(*date)});
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
  const auto age = row.choice("bup", ages);
  if (age) employee.retirement_age = age_values[*age];
  if ((age || row.raw("bup").empty()) && employee.birth != Date{} &&
      years_later(employee.birth, employee.retirement_age) <= today)
    row.fault("tanggal_lahir", "retired", {std::to_string(employee.retirement_age)});
}

}  // namespace

/// A reference fits a damaged row if both may come from one number: the row's birth date and year
/// of TMT are those of the number, or what is left of the number begins like it.
bool DamagedNips::fits(std::string_view nip) const {
  return std::ranges::any_of(rows, [&](const One& row) {
    if (nip.size() == 18 && !row.birth.empty() && nip.substr(0, 8) == row.birth &&
        (row.year.empty() || nip.substr(8, 4) == row.year))
      return true;
    std::string left = row.cell.substr(0, row.cell.find_first_of("eE"));
    std::erase_if(left, [](char c) { return c < '0' || c > '9'; });
    const std::size_t same =
        static_cast<std::size_t>(std::ranges::mismatch(left, nip).in1 - left.begin());
    return same >= 12 || (same >= 5 && same == left.size() && left.size() < row.cell.size());
  });
}

std::string Importer::employee_reference(Row& row) {
  if (!known_reference.empty() && row.raw("nip") == known_reference) return known_reference;
  const NipReading reading = read_nip(row.text("nip", 60));
  const bool known = employees.find(reading.nip) != nullptr;
  if (known) known_reference = reading.nip;
  if (reading.nip.empty() || !employees.usable || known || damaged.fits(reading.nip) ||
      !employees.unknown(reading.nip))
    return reading.nip;
  const bool unreadable = reading.fault == "nip_damaged" || reading.fault == "nip_length";
  row.fault("nip", unreadable ? reading.fault : "nip_unknown");
  return reading.nip;
}

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
    const Stated stated{row.one_of<EmployeeStatus>("status_asn", employee_status_names),
                        row.date("tanggal_lahir"), row.date("tmt_cpns"),
                        row.one_of<Sex>("jenis_kelamin", sex_names)};
    employee.status = stated.status.value_or(EmployeeStatus::pns);
    employee.birth = stated.birth.value_or(Date{});
    employee.tmt_cpns = stated.tmt.value_or(Date{});
    employee.sex = stated.sex.value_or(Sex::male);
    const bool keyed = take_nip(row, employee, stated, *this);
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
    read_career(row, employee, stated.status.has_value(), today);
    read_state(row, employee, today);
    if (!row.good() || !keyed) return;
    count_place(employee);
    if (!keep) return;
    consultation.employees.push_back(std::move(employee));
    rows.push_back(row.number());
  });
  if (employees.usable && !any) faults.error("pegawai.csv", 0, "", "file_without_rows");
  sort_by_code(consultation.employees, rows, &Employee::nip, employees);
}

void Importer::read_skills(std::string_view text) {
  (void)read_table({"kompetensi_pegawai.csv", skill_columns}, text, faults, [&](Row& row) {
    Skill skill;
    const std::string nip = employee_reference(row);
    const std::string competence = row.text("kompetensi_kode", 80);
    if (!competence.empty() && competences.unknown(competence))
      row.fault("kompetensi_kode", "competence_unknown", {competence});
    skill.employee = employees.id<EmployeeId>(nip);
    skill.competence = competences.id<CompetenceId>(competence);
    skill.level = static_cast<std::uint8_t>(row.integer("level", 1, 5).value_or(1));
    skill.source = row.one_of<SkillSource>("sumber", skill_source_names);
    skill.assessed = row.date("tanggal_nilai");
    if (keep && row.good()) consultation.skills.push_back(skill);
  });
  std::ranges::sort(consultation.skills, {}, [](const Skill& s) {
    return std::tuple(s.employee, s.competence, s.level, s.source, s.assessed);
  });
}

void Importer::count_place(const Employee& employee) {
  heads.resize(consultation.posts.size());
  if (employee.post.valid()) ++heads[employee.post.index()];
  if (!employee.home.empty())
    homes.insert(region_of(employee.home));
  else if (employee.unit.valid())
    homes.insert(region_of(consultation.units[employee.unit.index()].area));
}

void Importer::check_surplus() {
  for (std::size_t j = 0; j < heads.size(); ++j)
    if (heads[j] > consultation.posts[j].need)
      faults.warning("jabatan.csv", post_rows[j], "kebutuhan_abk", "surplus",
                     {std::to_string(heads[j]), std::to_string(consultation.posts[j].need)});
}

}  // namespace rembuk::files
