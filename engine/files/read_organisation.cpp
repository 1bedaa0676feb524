#include <array>
#include <cstdint>

#include "engine/files/importer.hpp"

/// jabatan.csv, kompetensi.csv, kompetensi_jabatan.csv, waktu_tempuh.csv.
namespace rembuk::files {
namespace {

constexpr std::array<Column, 14> post_columns = {{{"jabatan_kode", true},
                                                  {"jabatan_nama", true},
                                                  {"unit_kode", true},
                                                  {"jenis_jabatan", true},
                                                  {"jenjang"},
                                                  {"eselon"},
                                                  {"kelas_jabatan", true},
                                                  {"kebutuhan_abk", true},
                                                  {"golongan_min"},
                                                  {"pendidikan_min"},
                                                  {"rumpun_pendidikan"},
                                                  {"sertifikat_wajib"},
                                                  {"terbuka_pppk"},
                                                  {"terkunci"}}};
consteval std::size_t post_cell(std::string_view name) { return place_of(post_columns, name); }
constexpr std::array<Column, 3> competence_columns = {
    {{"kompetensi_kode", true}, {"nama", true}, {"jenis"}}};
consteval std::size_t competence_cell(std::string_view name) {
  return place_of(competence_columns, name);
}
constexpr std::array<Column, 4> requirement_columns = {
    {{"jabatan_kode", true}, {"kompetensi_kode", true}, {"level_syarat", true}, {"wajib"}}};
consteval std::size_t requirement_cell(std::string_view name) {
  return place_of(requirement_columns, name);
}
constexpr std::array<Column, 3> travel_columns = {
    {{"dari_wilayah", true}, {"ke_wilayah", true}, {"menit", true}}};
consteval std::size_t travel_cell(std::string_view name) { return place_of(travel_columns, name); }

constexpr std::array<std::string_view, 6> education_min_names = {"SMA", "D3", "S1",
                                                                 "S2",  "S3", "profesi"};
constexpr std::array<Education, 6> education_min_values = {
    Education::sma, Education::d3, Education::s1, Education::s2, Education::s3, Education::profesi};
constexpr std::array<std::string_view, 10> eselon_names = {"I.a",   "I.b",  "II.a", "II.b", "III.a",
                                                           "III.b", "IV.a", "IV.b", "V.a",  "V.b"};
constexpr std::array<std::string_view, 3> siasn_post_kinds = {"1", "4", "2"};  // in our order

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

void read_kind(Row& row, Post& post) {
  const auto siasn = position_of(row.raw(post_cell("jenis_jabatan")), siasn_post_kinds);
  const auto kind = siasn ? std::optional(static_cast<PostKind>(*siasn))
                          : row.one_of<PostKind>(post_cell("jenis_jabatan"), post_kind_names);
  post.kind = kind.value_or(PostKind::pelaksana);  // of which nothing more is asked
  if (const auto level = row.one_of<PostLevel>(post_cell("jenjang"), post_level_names))
    post.level = *level;
  if (row.raw(post_cell("jenjang")).empty() && post.kind != PostKind::pelaksana)
    row.fault(post_cell("jenjang"), "level_missing",
              {post_kind_names[static_cast<std::size_t>(post.kind)]});
  post.eselon = row.text(post_cell("eselon"), 8);
  if (!post.eselon.empty() && kind && *kind != PostKind::struktural)
    row.fault(post_cell("eselon"), "eselon_not_structural");
  else if (!post.eselon.empty() && !position_of(post.eselon, eselon_names))
    row.fault(post_cell("eselon"), "eselon_invalid", {post.eselon});
}

void read_demands(Row& row, Post& post, KnownCodes& competences) {
  post.job_class =
      static_cast<std::uint8_t>(row.integer(post_cell("kelas_jabatan"), 1, 17).value_or(1));
  const auto need = row.integer(post_cell("kebutuhan_abk"), 0, 9999);
  post.need = static_cast<std::int32_t>(need.value_or(0));
  if (post.kind == PostKind::struktural && need && *need != 1)
    row.fault(post_cell("kebutuhan_abk"), "structural_need");
  if (const auto golongan = row.choice(post_cell("golongan_min"), golongan_names))
    post.golongan_min = static_cast<std::uint8_t>(*golongan);
  if (const auto education = row.choice(post_cell("pendidikan_min"), education_min_names))
    post.education_min = education_min_values[*education];
  post.education_fields = split(row.text(post_cell("rumpun_pendidikan"), 2000), ';');
  const std::string_view certificate = row.reference(post_cell("sertifikat_wajib"));
  if (!certificate.empty()) {
    if (competences.unknown(certificate))
      row.fault(post_cell("sertifikat_wajib"), "competence_unknown", {certificate});
    post.certificate = competences.id<CompetenceId>(certificate);
  }
  post.open_to_pppk = row.yes(post_cell("terbuka_pppk"), false);
  post.locked = row.yes(post_cell("terkunci"), false);
}

}  // namespace

void Importer::read_competences(std::string_view text) {
  competences.usable =
      read({"kompetensi.csv", competence_columns}, text, [&](Row& row) {
        Competence competence;
        const bool keyed =
            take_code(row, competence_cell("kompetensi_kode"), competences, competence.code, 80);
        competence.name = row.text(competence_cell("nama"));
        competence.kind =
            row.one_of<CompetenceKind>(competence_cell("jenis"), competence_kind_names);
        if (!row.good() || !keyed) return;
        consultation.competences.push_back(std::move(competence));
      });
  sort_by_code(consultation.competences, &Competence::code, competences);
}

void Importer::read_posts(std::string_view text) {
  bool any = false;
  posts.usable = read({"jabatan.csv", post_columns}, text, [&](Row& row) {
    any = true;
    Post post;
    const bool keyed = take_code(row, post_cell("jabatan_kode"), posts, post.code, 80);
    post.name = row.text(post_cell("jabatan_nama"));
    const std::string_view unit = row.reference(post_cell("unit_kode"));
    if (!unit.empty() && units.unknown(unit))
      row.fault(post_cell("unit_kode"), "unit_unknown", {unit});
    post.unit = units.id<UnitId>(unit);
    read_kind(row, post);
    read_demands(row, post, competences);
    if (!row.good() || !keyed) return;
    consultation.posts.push_back(std::move(post));
    post_rows.push_back(row.number());
  });
  without_rows("jabatan.csv", any, posts);
  sort_by_code(consultation.posts, &Post::code, posts, &post_rows);
  for (const auto& post : consultation.posts) post_units.push_back(post.unit);
}

void Importer::read_requirements(std::string_view text) {
  (void)read({"kompetensi_jabatan.csv", requirement_columns}, text, [&](Row& row) {
    const std::string_view post = row.reference(requirement_cell("jabatan_kode"));
    const std::string_view competence = row.reference(requirement_cell("kompetensi_kode"));
    Requirement requirement;
    bool no_post = false, no_competence = false;
    if (!post.empty()) requirement.post = posts.id_or<PostId>(post, no_post);
    if (no_post) row.fault(requirement_cell("jabatan_kode"), "post_unknown", {post});
    if (!competence.empty())
      requirement.competence = competences.id_or<CompetenceId>(competence, no_competence);
    if (no_competence)
      row.fault(requirement_cell("kompetensi_kode"), "competence_unknown", {competence});
    requirement.level = static_cast<std::uint8_t>(
        row.integer(requirement_cell("level_syarat"), 1, 5).value_or(1));
    requirement.mandatory = row.yes(requirement_cell("wajib"), false);
    if (!post.empty() && !competence.empty() && !pairs.take(joined(post, competence)))
      row.fault(requirement_cell("kompetensi_kode"), "pair_twice",
                {std::string(post) + ", " + std::string(competence)});
    if (row.good()) consultation.requirements.push_back(requirement);
  });
  pairs = {};
  sort_records(consultation.requirements,
               [](const Requirement& r) { return std::pair(r.post, r.competence); });
}

void Importer::read_travel(std::string_view text) {
  std::set<std::pair<std::string, std::string>> seen;
  const bool usable = read({"waktu_tempuh.csv", travel_columns}, text, [&](Row& row) {
    TravelTime travel;
    travel.from = row.text(travel_cell("dari_wilayah"), 40);
    travel.to = row.text(travel_cell("ke_wilayah"), 40);
    for (const auto& [column, code] :
         {std::pair<std::size_t, std::string_view>{travel_cell("dari_wilayah"), travel.from},
          {travel_cell("ke_wilayah"), travel.to}})
      if (!code.empty() && (!is_area(code, 2) || code.size() != 5))
        row.fault(column, "region_invalid", {code});
    travel.minutes =
        static_cast<std::int32_t>(row.integer(travel_cell("menit"), 0, 6000).value_or(0));
    if (travel.from.size() != 5 || travel.to.size() != 5 || !is_area(travel.from, 2) ||
        !is_area(travel.to, 2))
      ++travel_unreadable;
    if (!travel.from.empty() && !travel.to.empty() && !seen.emplace(travel.from, travel.to).second)
      row.fault(travel_cell("ke_wilayah"), "pair_twice", {travel.from + " → " + travel.to});
    if (row.good()) consultation.travel.push_back(std::move(travel));
  });
  std::ranges::sort(consultation.travel, {},
                    [](const TravelTime& t) { return std::pair(t.from, t.to); });
  if (usable) travel_pairs = std::move(seen);
  travel_usable = usable;
}

void Importer::check_travel() {
  if (!travel_usable || !units.usable || !posts.usable || !employees.usable) return;
  std::set<std::string> regions;
  for (const auto& post : consultation.posts)
    if (post.unit.valid()) regions.insert(region_of(consultation.units[post.unit.index()].area));
  std::size_t missing = 0;
  for (const auto from : homes.sorted())
    for (const auto& to : regions)
      if (!travel_pairs.contains({std::string(from), to}) && ++missing > travel_unreadable)
        faults.error("waktu_tempuh.csv", 0, "", "travel_missing", {from, to});
}

}  // namespace rembuk::files
