#pragma once
#include <cstdio>
#include <expected>
#include <filesystem>
#include <optional>
#include <string>

#include "app/cli/arguments.hpp"
#include "engine/domain/plan.hpp"
#include "engine/domain/records.hpp"
#include "engine/files/faults.hpp"
#include "engine/files/import.hpp"
#include "engine/rules/rules.hpp"

namespace rembuk::cli {

/// The whole file, or nothing if it cannot be read, has more than 2 GB or changed meanwhile.
[[nodiscard]] std::optional<std::string> read_file(const std::filesystem::path& path);
/// Written beside and renamed, so that a full disk leaves the old file. False if it failed.
[[nodiscard]] bool write_file(const std::filesystem::path& path, std::string_view text);

/// Reads a directory; the precedence of settings is option, konsultasi.json, default.
/// Errors: an exit status; what was wrong has been printed.
[[nodiscard]] std::expected<files::Import, int> import_directory(
    const std::filesystem::path& directory, const Arguments& arguments, bool faults_only = false);
/// The same, with every fault printed; only without errors.
[[nodiscard]] std::expected<Consultation, int> load(const std::filesystem::path& directory,
                                                    const Arguments& arguments);
/// The text of a file that an option names, of a spreadsheet its first sheet. Errors: an exit
/// status; what was wrong has been printed.
[[nodiscard]] std::expected<std::string, int> option_file(const std::filesystem::path& file,
                                                          const Arguments& arguments);
[[nodiscard]] std::expected<Plan, int> load_plan(const std::filesystem::path& file,
                                                 const Consultation& consultation,
                                                 const Arguments& arguments);

/// What --responses brings, of the people whom `plan` moves; without it nothing. Errors: as load_rules.
[[nodiscard]] std::expected<std::vector<KnownAnswer>, int> load_responses(
    const Consultation& consultation, const Plan& plan, const Arguments& arguments);

/// The rules of this cycle: what --lock, --relations and --blocked bring; without them nothing.
/// Errors: an exit status; what was wrong has been printed.
[[nodiscard]] std::expected<RuleSet, int> load_rules(const Consultation& consultation,
                                                     const Arguments& arguments);

/// What --bounds brings; without it nothing. Errors: as load_rules.
[[nodiscard]] std::expected<std::vector<HeadBound>, int> load_bounds(
    const Consultation& consultation, const Arguments& arguments);

/// One fault a line: file, row, column, severity, message.
void print_faults(std::FILE* out, const files::Faults& faults, bool english);

}  // namespace rembuk::cli
