#include <array>
#include <cstdint>
#include <tuple>

#include "engine/base/same_text.hpp"
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
consteval std::size_t cell(std::string_view name) { return place_of(employee_columns, name); }
constexpr std::array<Column, 5> skill_columns = {
    {{"nip", true}, {"kompetensi_kode", true}, {"level", true}, {"sumber"}, {"tanggal_nilai"}}};
consteval std::size_t skill_cell(std::string_view name) { return place_of(skill_columns, name); }

constexpr std::size_t least = 5, sure = 12;  // digits of a number that tell which it may have been

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
    row.fault(cell("nip"), "nip_date_invalid", {row.raw(cell("nip"))});
    return;
  }
  const auto month_of = [&](Date date) {
    return std::pair(static_cast<int>(date.year()),
                     by_month ? static_cast<int>(static_cast<unsigned>(date.month())) : 0);
  };
  const std::pair<int, int> start(parts.tmt_year, parts.tmt_month);
  if (start < month_of(years_later(parts.birth, 18))) row.fault(cell("nip"), "nip_too_young");
  if (start > month_of(today))
    row.fault(cell("nip"), "nip_in_future");
  else if (stated.tmt && start == month_of(*stated.tmt) && *stated.tmt > today)
    row.fault(cell("tmt_cpns"), "date_in_future", {iso(*stated.tmt)});
  if (stated.birth && parts.birth != *stated.birth) row.fault(cell("nip"), "nip_birth_mismatch");
  if (stated.tmt && start != month_of(*stated.tmt)) row.fault(cell("nip"), "nip_tmt_mismatch");
  if (stated.sex && parts.sex != *stated.sex) row.fault(cell("nip"), "nip_sex_mismatch");
}

/// The employee's own number: form, agreement with the other columns, and that it is theirs alone.
/// False if other rows cannot refer to this one by it.
bool take_nip(Row& row, Employee& employee, const Stated& stated, Importer& in) {
  NipReading reading = read_nip(row.text(cell("nip"), 60));
  employee.nip = std::move(reading.nip);
  const bool readable =
      employee.nip.size() == 18 && reading.fault != "nip_damaged" && reading.fault != "nip_length";
  const bool twice = readable && !in.employees.take(employee.nip);
  if (!readable || twice) {
    const std::string birth = stated.birth ? iso(*stated.birth) : "",
                      tmt = stated.tmt ? iso(*stated.tmt) : "";
    std::string digits = birth;
    std::erase(digits, '-');
    in.damaged.add(employee.nip, digits, std::string_view(tmt).substr(0, 4));
  }
  if (!readable && (row.muted() || !stated.birth)) ++in.employees.unreadable;
  if (!reading.fault.empty() && !employee.nip.empty())
    row.fault(cell("nip"), reading.fault, {employee.nip});
  if (twice) row.fault(cell("nip"), "nip_twice");
  if (reading.fault.empty() && !twice)
    check_nip(row, reading.parts, stated, in.consultation.settings.reference_date);
  return readable && !twice;
}

void read_golongan(Row& row, Employee& employee, bool status_known) {
  const std::string_view text = row.text(cell("golongan"), 10);
  if (text.empty()) return;
  const bool pppk =
      status_known ? employee.status >= EmployeeStatus::pppk : !position_of(text, golongan_names);
  const auto civil = position_of(text, golongan_names);
  const auto contract = position_of(text, pppk_golongan_names);
  employee.pppk_scale = !civil && contract;
  if (pppk ? !contract : !civil) {
    row.fault(cell("golongan"), "golongan_invalid", {text, pppk ? "PPPK" : "PNS"});
    return;
  }
  employee.golongan = static_cast<std::uint8_t>(civil ? *civil : *contract);
}

void read_ratings(Row& row, Employee& employee, Date today) {
  constexpr std::array<std::size_t, 2> years = {cell("skp_tahun_1"), cell("skp_tahun_2")};
  constexpr std::array<std::size_t, 2> ratings = {cell("skp_predikat_1"), cell("skp_predikat_2")};
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

void read_career(Row& row, Employee& employee, bool status_known, const Importer& in) {
  const Date today = in.consultation.settings.reference_date;
  read_golongan(row, employee, status_known);
  employee.tmt_golongan = row.date(cell("tmt_golongan"));
  if (const auto date = row.date(cell("tmt_jabatan"))) {
    employee.tmt_post = *date;
    if (*date > today) row.warn(cell("tmt_jabatan"), "date_in_future", {iso(*date)});
  }
  if (const auto level = row.one_of<Education>(cell("pendidikan_tingkat"), education_names))
    employee.education = *level;
  in.keep_text(employee.major, row.text(cell("pendidikan_jurusan")));
  read_ratings(row, employee, today);
  if (const auto box = row.integer(cell("kotak_talenta"), 1, 9))
    employee.talent_box = static_cast<std::uint8_t>(*box);
}

void read_state(Row& row, Employee& employee, std::string_view home, const Importer& in) {
  constexpr std::array<std::string_view, 3> ages = {"58", "60", "65"};
  constexpr std::array<std::uint8_t, 3> age_values = {58, 60, 65};
  if (!home.empty() && !is_area(home, 3))
    row.fault(cell("wilayah_domisili_kode"), is_area(home, 4) ? "home_too_fine" : "area_invalid",
              {home});
  in.keep_text(employee.home, home);
  in.keep_text(employee.legal_status, row.text(cell("kedudukan_hukum"), 100));
  employee.disciplined = row.yes(cell("hukuman_disiplin"), false);
  employee.studying = row.yes(cell("tugas_belajar"), false);
  employee.audit_clear = row.yes(cell("bebas_temuan"), true);
  const auto age = row.choice(cell("bup"), ages);
  if (age) employee.retirement_age = age_values[*age];
  if ((age || row.raw(cell("bup")).empty()) && employee.birth != Date{} &&
      years_later(employee.birth, employee.retirement_age) <=
          in.consultation.settings.reference_date)
    row.fault(cell("tanggal_lahir"), "retired", {std::to_string(employee.retirement_age)});
}

}  // namespace

/// A reference fits a damaged row if both may come from one number: the row's birth date and year
/// of TMT are those of the number, or what is left of the number begins like it.
void DamagedNips::add(std::string_view cell, std::string_view birth, std::string_view year) {
  if (!birth.empty()) dates_.insert(std::string(birth) + std::string(year));
  std::string left(cell.substr(0, cell.find_first_of("eE")));
  std::erase_if(left, [](char c) { return c < '0' || c > '9'; });
  if (left.size() >= sure)
    beginnings_.insert(left.substr(0, sure));
  else if (left.size() >= least && left.size() < cell.size())
    beginnings_.insert(std::move(left));
}

void DamagedNips::add(const DamagedNips& others) {
  dates_.insert(others.dates_.begin(), others.dates_.end());
  beginnings_.insert(others.beginnings_.begin(), others.beginnings_.end());
}

bool DamagedNips::fits(std::string_view nip) const {
  const auto begins = [nip](const auto& all, std::size_t size) {
    return nip.size() >= size && all.contains(nip.substr(0, size));
  };
  if (nip.size() == 18 && (begins(dates_, 8) || begins(dates_, 12))) return true;
  if (beginnings_.empty()) return false;
  for (std::size_t size = least; size <= sure; ++size)
    if (begins(beginnings_, size)) return true;
  return false;
}

const Importer::Reference& Importer::employee_reference(Row& row, std::size_t column) {
  const std::string_view cell = row.raw(column);
  if (reference.known && same_text(cell, reference.nip)) return reference;
  if (employees.contains(cell)) {  // a number as it should be
    reference.nip = cell;
    reference.id = employees.id<EmployeeId>(cell);
    reference.known = true;
    return reference;
  }
  NipReading reading = read_nip(row.text(column, 60));
  const bool known = employees.contains(reading.nip);
  reference = {std::move(reading.nip), {}, known};
  const std::string& nip = reference.nip;
  if (known) reference.id = employees.id<EmployeeId>(nip);
  if (known || nip.empty() || !employees.usable || damaged.fits(nip) || !employees.unknown(nip))
    return reference;
  const bool unreadable = reading.fault == "nip_damaged" || reading.fault == "nip_length";
  row.fault(column, unreadable ? reading.fault : "nip_unknown");
  return reference;
}

void Importer::judge_employee(Row& row) {
  Employee employee;
  keep_text(employee.name, row.text(cell("nama")));
  keep_text(employee.title_before, row.text(cell("gelar_depan"), 60));
  keep_text(employee.title_after, row.text(cell("gelar_belakang"), 60));
  const Stated stated{row.one_of<EmployeeStatus>(cell("status_asn"), employee_status_names),
                      row.date(cell("tanggal_lahir")), row.date(cell("tmt_cpns")),
                      row.one_of<Sex>(cell("jenis_kelamin"), sex_names)};
  employee.status = stated.status.value_or(EmployeeStatus::pns);
  employee.birth = stated.birth.value_or(Date{});
  employee.tmt_cpns = stated.tmt.value_or(Date{});
  employee.sex = stated.sex.value_or(Sex::male);
  const bool keyed = take_nip(row, employee, stated, *this);
  const std::string_view unit = row.reference(cell("unit_kode")),
                         post = row.reference(cell("jabatan_kode"));
  bool no_unit = false, no_post = false;
  employee.post = posts.id_or<PostId>(post, no_post);
  const UnitId of_post = employee.post.valid() ? post_units[employee.post.index()] : UnitId{};
  const std::string_view expected =
      of_post.valid() ? std::string_view(consultation.units[of_post.index()].code) : "";
  employee.unit =
      of_post.valid() && same_text(unit, expected) ? of_post : units.id_or<UnitId>(unit, no_unit);
  if (no_unit && !unit.empty()) row.fault(cell("unit_kode"), "unit_unknown", {unit});
  if (no_post && !post.empty()) row.fault(cell("jabatan_kode"), "post_unknown", {post});
  if (employee.unit.valid() && of_post.valid() && of_post != employee.unit)
    row.fault(cell("unit_kode"), "unit_not_of_post", {unit, expected});
  read_career(row, employee, stated.status.has_value(), *this);
  const std::string_view home = row.text(cell("wilayah_domisili_kode"), 40);
  read_state(row, employee, home, *this);
  if (!row.good() || !keyed) return;
  count_place(employee, home);
  if (keep) consultation.employees.push_back(std::move(employee));
}

bool Importer::adopt_employees(Importer& later) {
  if (!employees.append(later.employees)) return false;
  damaged.add(later.damaged);
  std::ranges::move(later.consultation.employees, std::back_inserter(consultation.employees));
  heads.resize(post_units.size());
  for (std::size_t j = 0; j < later.heads.size(); ++j) heads[j] += later.heads[j];
  for (const auto home : later.homes.sorted()) (void)homes.take(home);
  return true;
}

void Importer::read_employees(std::string_view text) {
  const auto [usable, any] = read_in_parts({"pegawai.csv", employee_columns}, text,
                                           {&Importer::judge_employee, &Importer::adopt_employees});
  employees.usable = usable;
  without_rows("pegawai.csv", any, employees);
  sort_by_code(consultation.employees, &Employee::nip, employees);
}

void Importer::judge_skill(Row& row) {
  Skill skill;
  skill.employee = employee_reference(row, skill_cell("nip")).id;
  const std::string_view competence = row.reference(skill_cell("kompetensi_kode"));
  bool no_competence = false;
  skill.competence = competences.id_or<CompetenceId>(competence, no_competence);
  if (no_competence && !competence.empty())
    row.fault(skill_cell("kompetensi_kode"), "competence_unknown", {competence});
  skill.level = static_cast<std::uint8_t>(row.integer(skill_cell("level"), 1, 5).value_or(1));
  skill.source = row.one_of<SkillSource>(skill_cell("sumber"), skill_source_names);
  skill.assessed = row.date(skill_cell("tanggal_nilai"));
  if (keep && row.good()) consultation.skills.push_back(skill);
}

bool Importer::adopt_skills(Importer& later) {
  std::ranges::copy(later.consultation.skills, std::back_inserter(consultation.skills));
  return true;
}

void Importer::read_skills(std::string_view text) {
  (void)read_in_parts({"kompetensi_pegawai.csv", skill_columns}, text,
                      {&Importer::judge_skill, &Importer::adopt_skills});
  sort_records(consultation.skills, [](const Skill& s) {
    return std::tuple(s.employee, s.competence, s.level, s.source, s.assessed);
  });
}

void Importer::count_place(const Employee& employee, std::string_view home) {
  heads.resize(post_units.size());
  if (employee.post.valid()) ++heads[employee.post.index()];
  if (!home.empty())
    (void)homes.take(region_of(std::string(home)));
  else if (employee.unit.valid())
    (void)homes.take(region_of(consultation.units[employee.unit.index()].area));
}

void Importer::check_surplus() {
  for (std::size_t j = 0; j < heads.size(); ++j)
    if (heads[j] > consultation.posts[j].need)
      faults.warning("jabatan.csv", post_rows[j], "kebutuhan_abk", "surplus",
                     {std::to_string(heads[j]), std::to_string(consultation.posts[j].need)});
}

}  // namespace rembuk::files
