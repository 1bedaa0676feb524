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

/// The text of one of the nine files, if it is there once and could be made; else told why not.
std::optional<std::string_view> told_text(std::span<const NamedText> files, std::string_view name,
                                          Faults& faults) {
  const auto first = std::ranges::find(files, name, &NamedText::name);
  if (first == files.end()) {
    faults.error(name, 0, "", "file_missing");
    return std::nullopt;
  }
  const auto other = std::find_if(first + 1, files.end(),
                                  [&](const NamedText& file) { return file.name == name; });
  if (other != files.end()) {
    const auto shown = [](const NamedText& file) {
      return file.origin.empty() ? file.name : file.origin;
    };
    faults.error(name, 0, "", "file_both", {shown(*first), shown(*other)});
    return std::nullopt;
  }
  bool usable = true;
  for (const auto& fault : first->faults) {
    faults.add(fault);
    usable = usable && fault.severity == Severity::warning;
  }
  if (!usable) return std::nullopt;
  return first->text;
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
    if (const auto text = told_text(files, file_names[k], in.faults)) (in.*readers[k])(*text);
  }
  in.check_travel();
  in.check_surplus();
  in.faults.sort(file_names);
  for (const auto& file : files)
    if (!file.origin.empty()) in.faults.rename(file.name, file.origin);
  Import result;
  result.date_is_today = date_is_today;
  result.faults = std::move(in.faults);
  if (result.faults.errors() == 0) result.consultation = std::move(in.consultation);
  return result;
}

}  // namespace rembuk::files
