#include <array>

#include "engine/files/importer.hpp"

/// unit.csv, jabatan.csv, kompetensi.csv, kompetensi_jabatan.csv, waktu_tempuh.csv.
namespace rembuk::files {
namespace {

constexpr std::array<Column, 9> unit_columns = {{{"unit_kode", true}, {"unit_nama", true},
    {"induk_kode"}, {"jenis_unit", true}, {"instansi_kode", true}, {"wilayah_kode", true},
    {"lat"}, {"lng"}, {"keterpencilan"}}};
constexpr std::array<Column, 14> post_columns = {{{"jabatan_kode", true}, {"jabatan_nama", true},
    {"unit_kode", true}, {"jenis_jabatan", true}, {"jenjang"}, {"eselon"}, {"kelas_jabatan", true},
    {"kebutuhan_abk", true}, {"golongan_min"}, {"pendidikan_min"}, {"rumpun_pendidikan"},
    {"sertifikat_wajib"}, {"terbuka_pppk"}, {"terkunci"}}};
constexpr std::array<Column, 3> competence_columns = {{{"kompetensi_kode", true}, {"nama", true},
    {"jenis"}}};
constexpr std::array<Column, 4> requirement_columns = {{{"jabatan_kode", true},
    {"kompetensi_kode", true}, {"level_syarat", true}, {"wajib"}}};
constexpr std::array<Column, 3> travel_columns = {{{"dari_wilayah", true}, {"ke_wilayah", true},
    {"menit", true}}};

constexpr std::array<std::string_view, 6> education_min_names = {"SMA", "D3", "S1", "S2", "S3",
                                                                 "profesi"};
constexpr std::array<Education, 6> education_min_values = {
    Education::sma, Education::d3, Education::s1, Education::s2, Education::s3, Education::profesi};
constexpr std::array<std::string_view, 10> eselon_names = {
    "I.a", "I.b", "II.a", "II.b", "III.a", "III.b", "IV.a", "IV.b", "V.a", "V.b"};
constexpr std::array<std::string_view, 3> siasn_post_kinds = {"1", "4", "2"};  // in our order

/// The code of a row's key column; false if it is empty or another row has it.
bool take_code(Row& row, std::string_view column, KnownCodes& known, std::string& code,
               std::size_t most) {
  code = row.text(column, most);
  if (code.empty()) return false;
  if (known.position.contains(code)) {
    row.fault(column, "code_twice", {code});
    return false;
  }
  known.position[code] = -1;
  return true;
}

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const auto end = std::min(text.find(separator), text.size());
    std::string_view part = text.substr(0, end);
    while (part.starts_with(' ')) part.remove_prefix(1);
    while (part.ends_with(' ')) part.remove_suffix(1);
    if (!part.empty()) parts.emplace_back(part);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

bool four_digits(std::string_view code) {
  return code.size() == 4 && std::ranges::all_of(code, [](char c) { return c >= '0' && c <= '9'; });
}

void read_kind(Row& row, Post& post) {
  const auto siasn = position_of(row.raw("jenis_jabatan"), siasn_post_kinds);
  if (siasn)
    post.kind = static_cast<PostKind>(*siasn);
  else if (const auto kind = row.one_of<PostKind>("jenis_jabatan", post_kind_names))
    post.kind = *kind;
  if (const auto level = row.one_of<PostLevel>("jenjang", post_level_names)) post.level = *level;
  if (row.raw("jenjang").empty() && post.kind != PostKind::pelaksana)
    row.fault("jenjang", "level_missing", {post_kind_names[static_cast<std::size_t>(post.kind)]});
  post.eselon = row.text("eselon", 8);
  if (!post.eselon.empty() && post.kind != PostKind::struktural)
    row.fault("eselon", "eselon_not_structural");
  else if (!post.eselon.empty() && !position_of(post.eselon, eselon_names))
    row.fault("eselon", "eselon_invalid", {post.eselon});
}

void read_demands(Row& row, Post& post, const KnownCodes& competences) {
  post.job_class = static_cast<std::uint8_t>(row.integer("kelas_jabatan", 1, 17).value_or(1));
  post.need = static_cast<std::int32_t>(row.integer("kebutuhan_abk", 0, 9999).value_or(0));
  if (post.kind == PostKind::struktural && !row.raw("kebutuhan_abk").empty() && post.need != 1 && row.good())
    row.fault("kebutuhan_abk", "structural_need");
  if (const auto golongan = row.choice("golongan_min", golongan_names))
    post.golongan_min = static_cast<std::uint8_t>(*golongan);
  if (const auto education = row.choice("pendidikan_min", education_min_names))
    post.education_min = education_min_values[*education];
  post.education_fields = split(row.text("rumpun_pendidikan", 2000), ';');
  const std::string certificate = row.text("sertifikat_wajib", 80);
  if (!certificate.empty()) {
    if (competences.unknown(certificate)) row.fault("sertifikat_wajib", "competence_unknown", {certificate});
    post.certificate = competences.id<CompetenceId>(certificate);
  }
  post.open_to_pppk = row.yes("terbuka_pppk", false);
  post.locked = row.yes("terkunci", false);
}

}  // namespace

bool is_area(std::string_view code, int most_parts) {
  int parts = 0;
  for (std::size_t at = 0; at <= code.size(); at += 3, ++parts) {
    if (at + 2 > code.size() || code[at] < '0' || code[at] > '9' || code[at + 1] < '0' || code[at + 1] > '9')
      return false;
    if (at + 2 == code.size()) {
      ++parts;
      return code.starts_with("15.") && parts <= most_parts;
    }
    if (code[at + 2] != '.') {
      // A village has four digits: 15.71.05.1001.
      const auto last = code.substr(at);
      return parts == 3 && most_parts == 4 && four_digits(last) && code.starts_with("15.");
    }
  }
  return false;
}

void Importer::read_units(std::string_view text) {
  std::vector<std::int64_t> rows;
  std::vector<std::string> parents;
  std::map<std::string, std::string> parent_of;
  units.usable = read_table({"unit.csv", unit_columns}, text, faults, [&](Row& row) {
    Unit unit;
    const bool keyed = take_code(row, "unit_kode", units, unit.code, 40);
    unit.name = row.text("unit_nama");
    const std::string parent = row.text("induk_kode", 40);
    if (const auto kind = row.one_of<UnitKind>("jenis_unit", unit_kind_names)) unit.kind = *kind;
    unit.government = row.text("instansi_kode", 40);
    if (!unit.government.empty() && !four_digits(unit.government))
      row.fault("instansi_kode", "government_invalid", {unit.government});
    unit.area = row.text("wilayah_kode", 40);
    if (!unit.area.empty() && (!is_area(unit.area, 4) || unit.area.size() < 5))
      row.fault("wilayah_kode", "area_invalid", {unit.area});
    unit.latitude = row.real("lat", -90, 90);
    unit.longitude = row.real("lng", -180, 180);
    unit.remoteness = static_cast<std::uint8_t>(row.integer("keterpencilan", 0, 3).value_or(0));
    if (keyed) parent_of[unit.code] = parent;
    if (!row.good() || !keyed) {
      // The row is known, but a parent that is wrong is told below for good rows only.
      return;
    }
    consultation.units.push_back(std::move(unit));
    rows.push_back(row.number());
    parents.push_back(parent);
  });
  if (!units.usable) return;
  if (parent_of.empty() && faults.errors() == 0) faults.error("unit.csv", 0, "", "file_without_rows");
  std::map<std::string, std::string> parent_by_code;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto& unit = consultation.units[i];
    parent_by_code[unit.code] = parents[i];
    if (!parents[i].empty() && units.unknown(parents[i]))
      faults.error("unit.csv", rows[i], "induk_kode", "parent_unknown", {parents[i]});
  }
  sort_by_code(consultation.units, rows, &Unit::code, units);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    auto& unit = consultation.units[i];
    unit.parent = units.id<UnitId>(parent_by_code[unit.code]);
  }
  for (std::size_t i = 0; i < rows.size(); ++i) {
    std::size_t steps = 0;
    UnitId up = consultation.units[i].parent;
    while (up.valid() && up.index() != i && steps++ < rows.size()) up = consultation.units[up.index()].parent;
    if (up.valid() && up.index() == i)
      faults.error("unit.csv", rows[i], "induk_kode", "unit_cycle", {consultation.units[i].code});
  }
}

void Importer::read_competences(std::string_view text) {
  std::vector<std::int64_t> rows;
  competences.usable = read_table({"kompetensi.csv", competence_columns}, text, faults, [&](Row& row) {
    Competence competence;
    const bool keyed = take_code(row, "kompetensi_kode", competences, competence.code, 80);
    competence.name = row.text("nama");
    competence.kind = row.one_of<CompetenceKind>("jenis", competence_kind_names);
    if (!row.good() || !keyed) return;
    consultation.competences.push_back(std::move(competence));
    rows.push_back(row.number());
  });
  sort_by_code(consultation.competences, rows, &Competence::code, competences);
}

void Importer::read_posts(std::string_view text) {
  bool any = false;
  posts.usable = read_table({"jabatan.csv", post_columns}, text, faults, [&](Row& row) {
    any = true;
    Post post;
    const bool keyed = take_code(row, "jabatan_kode", posts, post.code, 80);
    post.name = row.text("jabatan_nama");
    const std::string unit = row.text("unit_kode", 40);
    if (!unit.empty() && units.unknown(unit)) row.fault("unit_kode", "unit_unknown", {unit});
    post.unit = units.id<UnitId>(unit);
    read_kind(row, post);
    read_demands(row, post, competences);
    if (!row.good() || !keyed) return;
    consultation.posts.push_back(std::move(post));
    post_rows.push_back(row.number());
  });
  if (posts.usable && !any) faults.error("jabatan.csv", 0, "", "file_without_rows");
  sort_by_code(consultation.posts, post_rows, &Post::code, posts);
}

void Importer::read_requirements(std::string_view text) {
  std::set<std::pair<std::string, std::string>> seen;
  const bool usable = read_table({"kompetensi_jabatan.csv", requirement_columns}, text, faults, [&](Row& row) {
    const std::string post = row.text("jabatan_kode", 80);
    const std::string competence = row.text("kompetensi_kode", 80);
    Requirement requirement;
    if (!post.empty() && posts.unknown(post)) row.fault("jabatan_kode", "post_unknown", {post});
    if (!competence.empty() && competences.unknown(competence))
      row.fault("kompetensi_kode", "competence_unknown", {competence});
    requirement.post = posts.id<PostId>(post);
    requirement.competence = competences.id<CompetenceId>(competence);
    requirement.level = static_cast<std::uint8_t>(row.integer("level_syarat", 1, 5).value_or(1));
    requirement.mandatory = row.yes("wajib", false);
    if (!post.empty() && !competence.empty() && !seen.emplace(post, competence).second)
      row.fault("kompetensi_kode", "pair_twice", {post + ", " + competence});
    if (row.good()) consultation.requirements.push_back(requirement);
  });
  (void)usable;
  std::ranges::sort(consultation.requirements, {}, [](const Requirement& r) {
    return std::pair(r.post, r.competence);
  });
}

void Importer::read_travel(std::string_view text) {
  std::set<std::pair<std::string, std::string>> seen;
  const bool usable = read_table({"waktu_tempuh.csv", travel_columns}, text, faults, [&](Row& row) {
    TravelTime travel;
    travel.from = row.text("dari_wilayah", 40);
    travel.to = row.text("ke_wilayah", 40);
    for (const auto& [column, code] : {std::pair<std::string_view, std::string_view>{"dari_wilayah", travel.from},
                                       {"ke_wilayah", travel.to}})
      if (!code.empty() && (!is_area(code, 2) || code.size() != 5)) row.fault(column, "region_invalid", {code});
    travel.minutes = static_cast<std::int32_t>(row.integer("menit", 0, 6000).value_or(0));
    if (!travel.from.empty() && !travel.to.empty() && !seen.emplace(travel.from, travel.to).second)
      row.fault("ke_wilayah", "pair_twice", {travel.from + " → " + travel.to});
    if (row.good()) consultation.travel.push_back(std::move(travel));
  });
  std::ranges::sort(consultation.travel, {}, [](const TravelTime& t) { return std::pair(t.from, t.to); });
  if (usable) travel_pairs = std::move(seen);
  travel_usable = usable;
}

void Importer::check_travel() {
  if (!travel_usable || !units.usable || !posts.usable || !employees.usable) return;
  std::set<std::string> homes, regions;
  for (const auto& post : consultation.posts)
    if (post.unit.valid()) regions.insert(region_of(consultation.units[post.unit.index()].area));
  for (const auto& employee : consultation.employees) {
    if (!employee.home.empty())
      homes.insert(region_of(employee.home));
    else if (employee.unit.valid())
      homes.insert(region_of(consultation.units[employee.unit.index()].area));
  }
  for (const auto& from : homes)
    for (const auto& to : regions)
      if (!travel_pairs.contains({from, to}))
        faults.error("waktu_tempuh.csv", 0, "", "travel_missing", {from, to});
}

}  // namespace rembuk::files
