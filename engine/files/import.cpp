#include "engine/files/import.hpp"

#include <algorithm>

#include "engine/files/importer.hpp"
#include "engine/files/settings.hpp"

namespace rembuk::files {
namespace {

std::optional<std::string_view> text_of(std::span<const NamedText> files, std::string_view name) {
  const auto found = std::ranges::find(files, name, &NamedText::name);
  if (found == files.end()) return std::nullopt;
  return found->text;
}

/// True if neither file nor option gave the reference date.
bool apply_settings(std::span<const NamedText> files, const ImportOptions& options, Importer& in) {
  in.consultation.settings.reference_date = Date{};
  if (const auto json = text_of(files, settings_file)) {
    const auto [settings, fault] = read_settings(*json, in.consultation.settings);
    in.consultation.settings = settings;
    if (!fault.empty()) in.faults.error(settings_file, 0, "", "settings_invalid", {fault});
  }
  if (options.fixed_date) in.consultation.settings.reference_date = *options.fixed_date;
  const bool dated = in.consultation.settings.reference_date != Date{};
  if (!dated) in.consultation.settings.reference_date = options.today;
  return !dated;
}

}  // namespace

Import import_files(std::span<const NamedText> files, const ImportOptions& options) {
  using Read = void (Importer::*)(std::string_view);
  constexpr std::array<Read, file_names.size()> readers = {
      &Importer::read_units,        &Importer::read_competences, &Importer::read_posts,
      &Importer::read_requirements, &Importer::read_employees,   &Importer::read_skills,
      &Importer::read_travel,       &Importer::read_aspirations, &Importer::read_concerns};
  Importer in;
  const bool date_is_today = apply_settings(files, options, in);
  for (std::size_t k = 0; k < file_names.size(); ++k) {
    if (const auto text = text_of(files, file_names[k]))
      (in.*readers[k])(*text);
    else
      in.faults.error(file_names[k], 0, "", "file_missing");
  }
  in.check_travel();
  in.check_surplus();
  in.faults.sort(file_names);
  Import result;
  result.date_is_today = date_is_today;
  result.faults = std::move(in.faults);
  if (result.faults.errors() == 0) result.consultation = std::move(in.consultation);
  return result;
}

}  // namespace rembuk::files
