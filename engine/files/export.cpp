#include "engine/files/export.hpp"

#include <fmt/format.h>

#include <optional>

#include "engine/files/csv.hpp"

namespace rembuk::files {
namespace {

class Lines {
 public:
  explicit Lines(std::string_view header) : text_(header) { text_ += '\n'; }
  Lines& cell(std::string_view value) {
    if (!first_) text_ += ',';
    first_ = false;
    text_ += csv_cell(value);
    return *this;
  }
  Lines& cell(std::int64_t value) { return cell(std::string_view(std::to_string(value))); }
  Lines& yes(bool value) { return cell(value ? "ya" : "tidak"); }
  Lines& date(const std::optional<Date>& value) {
    return cell(value ? iso(*value) : std::string());
  }
  template <class E>
  Lines& name(E value, std::span<const std::string_view> names) {
    return cell(names[static_cast<std::size_t>(value)]);
  }
  void end() {
    text_ += '\n';
    first_ = true;
  }
  [[nodiscard]] std::string take() { return std::move(text_); }

 private:
  std::string text_;
  bool first_ = true;
};

/// A coordinate is signed, and a leading minus would be neutralised: it is written unquoted.
std::string coordinate(const std::optional<double>& value) {
  return value ? fmt::format("{}", *value) : "";
}

std::string units(const Consultation& c) {
  std::string text =
      "unit_kode,unit_nama,induk_kode,jenis_unit,instansi_kode,wilayah_kode,lat,lng,"
      "keterpencilan\n";
  for (const auto& unit : c.units)
    text += fmt::format("{},{},{},{},{},{},{},{},{}\n", csv_cell(unit.code), csv_cell(unit.name),
                        unit.parent.valid() ? csv_cell(c.units[unit.parent.index()].code) : "",
                        unit_kind_names[static_cast<std::size_t>(unit.kind)], unit.government,
                        unit.area, coordinate(unit.latitude), coordinate(unit.longitude),
                        unit.remoteness);
  return text;
}

std::string posts(const Consultation& c) {
  Lines out(
      "jabatan_kode,jabatan_nama,unit_kode,jenis_jabatan,jenjang,eselon,kelas_jabatan,kebutuhan_"
      "abk,golongan_min,pendidikan_min,rumpun_pendidikan,sertifikat_wajib,terbuka_pppk,terkunci");
  for (const auto& post : c.posts) {
    std::string fields;
    for (const auto& field : post.education_fields) fields += (fields.empty() ? "" : ";") + field;
    out.cell(post.code)
        .cell(post.name)
        .cell(c.units[post.unit.index()].code)
        .name(post.kind, post_kind_names)
        .name(post.level, post_level_names)
        .cell(post.eselon)
        .cell(post.job_class)
        .cell(post.need)
        .cell(post.golongan_min ? golongan_names[*post.golongan_min] : "")
        .cell(post.education_min ? education_names[static_cast<std::size_t>(*post.education_min)]
                                 : "")
        .cell(fields)
        .cell(post.certificate.valid()
                  ? std::string_view(c.competences[post.certificate.index()].code)
                  : "")
        .yes(post.open_to_pppk)
        .yes(post.locked)
        .end();
  }
  return out.take();
}

std::string employees(const Consultation& c) {
  Lines out(
      "nip,nama,gelar_depan,gelar_belakang,status_asn,tanggal_lahir,jenis_kelamin,tmt_cpns,"
      "golongan,tmt_golongan,unit_kode,jabatan_kode,tmt_jabatan,pendidikan_tingkat,pendidikan_"
      "jurusan,skp_tahun_1,skp_predikat_1,skp_tahun_2,skp_predikat_2,kotak_talenta,wilayah_"
      "domisili_kode,kedudukan_hukum,hukuman_disiplin,tugas_belajar,bebas_temuan,bup");
  for (const auto& e : c.employees) {
    out.cell(e.nip)
        .cell(e.name)
        .cell(e.title_before)
        .cell(e.title_after)
        .name(e.status, employee_status_names)
        .date(e.birth)
        .name(e.sex, sex_names)
        .date(e.tmt_cpns)
        .cell(e.pppk_scale ? pppk_golongan_names[e.golongan] : golongan_names[e.golongan])
        .date(e.tmt_golongan)
        .cell(c.units[e.unit.index()].code)
        .cell(c.posts[e.post.index()].code)
        .date(e.tmt_post)
        .name(e.education, education_names)
        .cell(e.major);
    for (std::size_t k = 0; k < 2; ++k)
      out.cell(e.skp_year[k] ? std::to_string(*e.skp_year[k]) : "")
          .cell(e.skp_rating[k] ? skp_rating_names[static_cast<std::size_t>(*e.skp_rating[k])]
                                : "");
    out.cell(e.talent_box ? std::to_string(*e.talent_box) : "")
        .cell(e.home)
        .cell(e.legal_status)
        .yes(e.disciplined)
        .yes(e.studying)
        .yes(e.audit_clear)
        .cell(e.retirement_age)
        .end();
  }
  return out.take();
}

std::string competences(const Consultation& c) {
  Lines out("kompetensi_kode,nama,jenis");
  for (const auto& one : c.competences)
    out.cell(one.code)
        .cell(one.name)
        .cell(one.kind ? competence_kind_names[static_cast<std::size_t>(*one.kind)] : "")
        .end();
  return out.take();
}

std::string requirements(const Consultation& c) {
  Lines out("jabatan_kode,kompetensi_kode,level_syarat,wajib");
  for (const auto& one : c.requirements)
    out.cell(c.posts[one.post.index()].code)
        .cell(c.competences[one.competence.index()].code)
        .cell(one.level)
        .yes(one.mandatory)
        .end();
  return out.take();
}

std::string skills(const Consultation& c) {
  Lines out("nip,kompetensi_kode,level,sumber,tanggal_nilai");
  for (const auto& one : c.skills)
    out.cell(c.employees[one.employee.index()].nip)
        .cell(c.competences[one.competence.index()].code)
        .cell(one.level)
        .cell(one.source ? skill_source_names[static_cast<std::size_t>(*one.source)] : "")
        .date(one.assessed)
        .end();
  return out.take();
}

std::string travel(const Consultation& c) {
  Lines out("dari_wilayah,ke_wilayah,menit");
  for (const auto& one : c.travel) out.cell(one.from).cell(one.to).cell(one.minutes).end();
  return out.take();
}

std::string aspirations(const Consultation& c) {
  Lines out(
      "nip,sikap,keinginan_1,keinginan_2,keinginan_3,keinginan_4,keinginan_5,urutan_kriteria,jalur_"
      "karier");
  for (const auto& one : c.aspirations) {
    out.cell(c.employees[one.employee.index()].nip).name(one.stance, stance_names);
    for (std::size_t k = 0; k < 5; ++k)
      out.cell(k < one.wishes.size() ? wish_text(one.wishes[k], c) : "");
    std::string order;
    if (one.criteria_order)
      for (const auto criterion : *one.criteria_order)
        order += (order.empty() ? "" : ">") +
                 std::string(criterion_names[static_cast<std::size_t>(criterion)]);
    out.cell(order)
        .cell(one.career_track ? post_kind_names[static_cast<std::size_t>(*one.career_track)] : "")
        .end();
  }
  return out.take();
}

std::string concerns(const Consultation& c) {
  Lines out("nip,kategori,intensitas,bantuan");
  for (const auto& one : c.concerns)
    out.cell(c.employees[one.employee.index()].nip)
        .cell(fmt::format("K{:02}", one.category + 1))
        .cell(one.intensity)
        .cell(one.help)
        .end();
  return out.take();
}

std::string rules(const Consultation& c) {
  Lines out("parameter,nilai,berlaku_sejak,sumber,catatan");
  for (const auto& row : c.rule_rows) {
    out.cell(rule_parameter_names[row.parameter]);
    if (rule_parameter_yes_no[row.parameter])
      out.yes(row.value != 0);
    else
      out.cell(row.value);
    out.date(row.since).cell(row.source).cell(row.note).end();
  }
  return out.take();
}

std::string settings(const Settings& s) {
  const auto& p = s.parameters;
  return fmt::format(
      "{{\"reference_date\": \"{}\", \"between_governments\": {}, {}\"threshold\": {},\n "
      "\"parameters\": "
      "{{\"of_ten\": [{}, {}, {}], \"odds_per_1000_points\": {}, \"odds_stay\": {}, "
      "\"odds_concern\": {}, "
      "\"worth_answers\": {}}}}}\n",
      iso(s.reference_date), s.between_governments, s.pppk ? "\"pppk\": true, " : "", s.threshold,
      p.of_ten[0], p.of_ten[1], p.of_ten[2], p.odds_per_1000_points, p.odds_stay, p.odds_concern,
      p.worth_answers);
}

}  // namespace

std::string wish_text(const Wish& wish, const Consultation& c) {
  if (const auto* post = std::get_if<PostId>(&wish))
    return "jabatan:" + c.posts[post->index()].code;
  if (const auto* unit = std::get_if<UnitId>(&wish)) return "unit:" + c.units[unit->index()].code;
  return "wilayah:" + std::get<WishRegion>(wish).code;
}

std::vector<std::pair<std::string, std::string>> export_files(const Consultation& c) {
  std::vector<std::pair<std::string, std::string>> files = {
      {"unit.csv", units(c)},
          {"jabatan.csv", posts(c)},
          {"pegawai.csv", employees(c)},
          {"kompetensi.csv", competences(c)},
          {"kompetensi_jabatan.csv", requirements(c)},
          {"kompetensi_pegawai.csv", skills(c)},
          {"waktu_tempuh.csv", travel(c)},
          {"aspirasi.csv", aspirations(c)},
          {"kekhawatiran.csv", concerns(c)},
          {"konsultasi.json", settings(c.settings)}};
  if (!c.rule_rows.empty()) files.emplace_back("aturan.csv", rules(c));
  return files;
}

std::vector<std::pair<std::string, std::string>> export_persons(const Consultation& c) {
  return {{"pegawai.csv", employees(c)},
          {"kompetensi_pegawai.csv", skills(c)},
          {"aspirasi.csv", aspirations(c)},
          {"kekhawatiran.csv", concerns(c)}};
}

std::string export_plan(const Plan& plan, const Consultation& c) {
  Lines out("nip,jabatan_kode_baru,alasan");
  for (const auto& move : plan.moves)
    out.cell(c.employees[move.employee.index()].nip)
        .cell(c.posts[move.to.index()].code)
        .cell(move.reason)
        .end();
  return out.take();
}

std::string export_locks(const std::vector<PlannerLock>& locks, const Consultation& c) {
  Lines out("nip,jabatan_kode");
  for (const auto& lock : locks) {
    const Employee& who = c.employees[lock.employee.index()];
    out.cell(who.nip)
        .cell(lock.to == who.post ? std::string() : c.posts[lock.to.index()].code)
        .end();
  }
  return out.take();
}

}  // namespace rembuk::files
