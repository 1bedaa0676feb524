#include "engine/files/import.hpp"

#include <algorithm>

#include "engine/files/importer.hpp"
#include "engine/files/settings.hpp"

namespace rembuk::files {
namespace {

/// True if neither file nor option gave the reference date.
bool apply_settings(const Fetch& fetch, const ImportOptions& options, Importer& in) {
  in.consultation.settings.reference_date = Date{};
  if (const auto json = fetch(settings_file)) {
    for (const auto& fault : json->faults) in.faults.add(fault);
    const auto [settings, fault] = read_settings(json->text, in.consultation.settings);
    in.consultation.settings = settings;
    if (!fault.empty() && json->faults.empty())
      in.faults.error(settings_file, 0, "", "settings_invalid", {fault});
  }
  if (options.fixed_date) in.consultation.settings.reference_date = *options.fixed_date;
  const bool dated = in.consultation.settings.reference_date != Date{};
  if (!dated) in.consultation.settings.reference_date = options.today;
  return !dated;
}

/// Whether the text of one of the nine files can be read; what was found on the way is told.
bool readable(const std::optional<NamedText>& file, std::string_view name, Faults& faults) {
  if (!file) {
    faults.error(name, 0, "", "file_missing");
    return false;
  }
  bool good = true;
  for (const auto& fault : file->faults) {
    faults.add(fault);
    good = good && fault.severity == Severity::warning;
  }
  return good;
}

std::string_view shown(const NamedText& file) {
  return file.origin.empty() ? file.name : file.origin;
}

}  // namespace

FileFault given_twice(std::string_view file, std::string_view first, std::string_view second) {
  return {std::string(file),
          0,
          "",
          "file_both",
          Severity::error,
          {std::string(first), std::string(second)}};
}

FileFault not_readable(std::string_view file) {
  return {std::string(file), 0, "", "file_unreadable", Severity::error, {}};
}

NamedText one_of(std::span<const NamedText> all) {
  NamedText file = all[0];
  if (all.size() > 1) file.faults = {given_twice(file.name, shown(all[0]), shown(all[1]))};
  return file;
}

Import import_files(std::span<const NamedText> files, const ImportOptions& options) {
  const auto fetch = [files](std::string_view name) -> std::optional<NamedText> {
    std::vector<NamedText> all;
    std::ranges::copy_if(files, std::back_inserter(all),
                         [&](const NamedText& one) { return one.name == name; });
    if (all.empty()) return std::nullopt;
    return one_of(all);
  };
  return import_files(Fetch(fetch), options);
}

Import import_files(const Fetch& fetch, const ImportOptions& options) {
  using Read = void (Importer::*)(std::string_view);
  constexpr std::array<Read, file_names.size()> readers = {
      &Importer::read_units,        &Importer::read_competences, &Importer::read_posts,
      &Importer::read_requirements, &Importer::read_employees,   &Importer::read_skills,
      &Importer::read_travel,       &Importer::read_aspirations, &Importer::read_concerns};
  Importer in;
  in.keep = !options.faults_only;
  in.progress = options.progress;
  in.crew = options.crew;
  for (const auto& fault : options.faults) in.faults.add(fault);
  const bool date_is_today = apply_settings(fetch, options, in);
  std::vector<std::pair<std::string_view, std::string>> origins;
  for (std::size_t k = 0; k < file_names.size(); ++k) {
    const auto file = fetch(file_names[k]);
    if (readable(file, file_names[k], in.faults)) (in.*readers[k])(file->text);
    if (file && !file->origin.empty()) origins.emplace_back(file_names[k], file->origin);
  }
  if (const auto file = fetch(rules_file)) {
    if (readable(file, rules_file, in.faults)) in.read_rules(file->text);
    if (!file->origin.empty()) origins.emplace_back(rules_file, file->origin);
  }
  auto& settings = in.consultation.settings;
  settings.rules = rule_values(in.consultation.rule_rows, settings.reference_date);
  in.check_travel();
  in.check_surplus();
  in.faults.sort(file_names);
  for (const auto& [name, origin] : origins) in.faults.rename(name, origin);
  Import result;
  result.date_is_today = date_is_today;
  result.settings = in.consultation.settings;
  result.rule_rows = in.consultation.rule_rows;
  result.faults = std::move(in.faults);
  if (in.keep && result.faults.errors() == 0) result.consultation = std::move(in.consultation);
  return result;
}

}  // namespace rembuk::files
