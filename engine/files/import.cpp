#include "engine/files/import.hpp"

#include <algorithm>

#include "engine/files/importer.hpp"
#include "engine/files/nip.hpp"
#include "engine/files/settings.hpp"

namespace rembuk::files {
namespace {

constexpr std::array<Column, 3> plan_columns = {{{"nip", true}, {"jabatan_kode_baru", true}, {"alasan"}}};

std::optional<std::string_view> text_of(std::span<const NamedText> files, std::string_view name) {
  const auto found = std::ranges::find(files, name, &NamedText::name);
  if (found == files.end()) return std::nullopt;
  return found->text;
}

void apply_settings(std::span<const NamedText> files, const ImportOptions& options, Importer& in) {
  in.consultation.settings.reference_date = options.today;
  if (const auto json = text_of(files, settings_file)) {
    const auto settings = read_settings(*json, in.consultation.settings);
    if (settings)
      in.consultation.settings = *settings;
    else
      in.faults.error(settings_file, 0, "", "settings_invalid", {settings.error()});
  }
  if (options.fixed_date) in.consultation.settings.reference_date = *options.fixed_date;
}

}  // namespace

Import import_files(std::span<const NamedText> files, const ImportOptions& options) {
  using Read = void (Importer::*)(std::string_view);
  constexpr std::array<Read, file_names.size()> readers = {
      &Importer::read_units, &Importer::read_competences, &Importer::read_posts,
      &Importer::read_requirements, &Importer::read_employees, &Importer::read_skills,
      &Importer::read_travel, &Importer::read_aspirations, &Importer::read_concerns};
  Importer in;
  apply_settings(files, options, in);
  for (std::size_t k = 0; k < file_names.size(); ++k) {
    if (const auto text = text_of(files, file_names[k]))
      (in.*readers[k])(*text);
    else
      in.faults.error(file_names[k], 0, "", "file_missing");
  }
  in.check_travel();
  in.check_surplus();
  Import result;
  result.faults = std::move(in.faults);
  if (result.faults.errors() == 0) result.consultation = std::move(in.consultation);
  return result;
}

PlanImport import_plan(std::string_view text, const Consultation& consultation, std::string_view file) {
  PlanImport result;
  std::set<std::string> seen;
  (void)read_table({file, plan_columns}, text, result.faults, [&](Row& row) {
    const std::string nip = read_nip(row.text("nip", 60)).nip;
    const std::string post = row.text("jabatan_kode_baru", 80);
    const auto who = std::ranges::lower_bound(consultation.employees, nip, {}, &Employee::nip);
    const auto where = std::ranges::lower_bound(consultation.posts, post, {}, &Post::code);
    const bool known_nip = who != consultation.employees.end() && who->nip == nip;
    const bool known_post = where != consultation.posts.end() && where->code == post;
    if (!nip.empty() && !known_nip) row.fault("nip", "nip_unknown");
    if (!post.empty() && !known_post) row.fault("jabatan_kode_baru", "post_unknown", {post});
    if (known_nip && !seen.insert(nip).second) row.fault("nip", "plan_twice");
    const std::string reason = row.text("alasan", 1000);
    if (!row.good()) return;
    const PostId to{static_cast<std::size_t>(where - consultation.posts.begin())};
    if (to == who->post)
      row.warn("jabatan_kode_baru", "plan_current_post");
    else
      result.plan.moves.push_back({EmployeeId{static_cast<std::size_t>(who - consultation.employees.begin())}, to, reason});
  });
  std::ranges::sort(result.plan.moves, {}, &Move::employee);
  return result;
}

}  // namespace rembuk::files
