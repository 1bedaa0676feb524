#include "app/cli/load.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <functional>
#include <future>
#include <span>
#include <thread>
#include <vector>

#include "app/cli/folder.hpp"
#include "app/cli/progress.hpp"
#include "engine/domain/codes.hpp"
#include "engine/files/xlsx/incoming.hpp"
#include "engine/rules/rule_words.hpp"

namespace rembuk::cli {
namespace {

constexpr std::uintmax_t most_bytes = 2'000'000'000;

Date today() {
  return Date{std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now())};
}

/// Judges long files in parts, by as many threads as the machine has cores, four at most.
#ifdef __EMSCRIPTEN__
files::Crew crew() { return {}; }  // the program under node has one thread
#else
files::Crew crew() {
  const auto work = [](std::span<const std::function<void()>> jobs) {
    std::vector<std::future<void>> others;
    for (const auto& job : jobs.subspan(1)) others.push_back(std::async(std::launch::async, job));
    jobs[0]();
    for (auto& other : others) other.get();
  };
  return {.parts = std::clamp(std::thread::hardware_concurrency(), 1U, 4U), .work = work};
}
#endif

int usage(std::string_view text) {
  fmt::print(stderr, "rembuk: {}\n", text);
  return wrong_usage;
}

/// What aturan.csv changes, so that nobody computes with other rules unawares.
void note_rules(const files::Import& import) {
  for (const auto& entry : rule_table()) {
    const auto now = in_force(entry, import.settings, import.rule_rows);
    if (now && now->own && now->value != built_in(entry)->value)
      fmt::print(stderr, "rembuk: {}: {} {} = {} (built in: {}), since {}, {}\n", files::rules_file,
                 entry.id, now->name, now->value, built_in(entry)->value, now->since, now->source);
  }
}

/// What a file of the five sentences must say in the place of `wrong`.
std::string sentence_fault(std::string_view wrong, bool english) {
  for (const CodeText& row : codes_of<"sentence_value">)
    if (wrong == fmt::format("\"{}\"", row.code))
      return fmt::format("{}: {}", wrong, row.in(english));
  return fmt::format(
      "{} {}", wrong,
      english ? "is unknown or cannot be read" : "tidak dikenal atau tidak dapat dibaca");
}

/// What options say wins over what the files say.
std::expected<void, int> apply_options(const Arguments& arguments, Settings& settings) {
  if (arguments.has("--between-governments")) settings.between_governments = true;
  if (arguments.has("--pppk")) settings.pppk = true;
  const auto file = arguments.value("--parameters");
  if (!file) return {};
  const auto json = read_file(*file);
  if (!json) return std::unexpected(usage(fmt::format("cannot read {}", *file)));
  const auto sentences = files::read_sentences(*json);
  if (!sentences)
    return std::unexpected(usage(
        fmt::format("{}: {}", *file, sentence_fault(sentences.error(), arguments.english()))));
  settings.parameters = *sentences;
  return {};
}

}  // namespace

std::optional<std::string> read_file(const std::filesystem::path& path) {
  std::error_code error;
  const auto size = std::filesystem::file_size(path, error);
  if (error || size > most_bytes) return std::nullopt;
  const auto written = std::filesystem::last_write_time(path, error);
  std::ifstream in(path, std::ios::binary);
  if (!in) return std::nullopt;
  std::string text;
  text.resize_and_overwrite(size, [&in](char* place, std::size_t most) {
    in.read(place, static_cast<std::streamsize>(most));
    return static_cast<std::size_t>(in.gcount());
  });
  const bool same = text.size() == size && std::filesystem::file_size(path, error) == size &&
                    std::filesystem::last_write_time(path, error) == written;
  if (!same || error) return std::nullopt;
  return text;
}

bool write_file(const std::filesystem::path& path, std::string_view text) {
  auto part = path;
  part += ".part";
  {
    std::ofstream out(part, std::ios::binary | std::ios::trunc);
    out.write(text.data(), static_cast<std::streamsize>(text.size()));
    out.close();
    if (!out) return false;
  }
  std::error_code error;
  std::filesystem::rename(part, path, error);
  return !error;
}

std::expected<files::Import, int> import_directory(const std::filesystem::path& directory,
                                                   const Arguments& arguments, bool faults_only) {
  files::ImportOptions options;
  options.today = today();
  options.faults_only = faults_only;
  options.crew = crew();
  if (const auto date = arguments.value("--date")) {
    options.fixed_date = parse_date(*date);
    if (!options.fixed_date)
      return std::unexpected(usage(fmt::format("--date: «{}» is no date", *date)));
  }
  Settings overrides;
  if (const auto applied = apply_options(arguments, overrides); !applied)
    return std::unexpected(applied.error());
  std::error_code error;
  if (!std::filesystem::is_directory(directory, error))
    return std::unexpected(usage(fmt::format("there is no folder «{}»", directory.string())));
  ProgressLine line(arguments);
  Folder folder(directory);
  options.faults = folder.faults();
  if (line.shown())
    options.progress = [&](std::string_view file, std::size_t bytes, std::int64_t rows) {
      line.say(fmt::format(
          fmt::runtime(arguments.english() ? "{}: {} %, {} rows" : "{}: {} %, {} baris"), file,
          100 * bytes / std::max<std::size_t>(folder.bytes(), 1), rows));
    };
  auto result = files::import_files(
      files::Fetch([&folder](std::string_view name) { return folder.fetch(name); }), options);
  line.wipe();
  if (result.date_is_today)
    fmt::print(stderr,
               "rembuk: no --date and none in konsultasi.json: the reference date is today, {}\n",
               iso(options.today));
  note_rules(result);
  (void)apply_options(arguments, result.settings);
  if (result.consultation) (void)apply_options(arguments, result.consultation->settings);
  return result;
}

void print_faults(std::FILE* out, const files::Faults& faults, bool english) {
  const auto language = english ? files::Language::english : files::Language::indonesian;
  for (const auto& fault : faults.list()) {
    const bool error = fault.severity == files::Severity::error;
    const std::string_view word =
        error ? (english ? "error" : "kesalahan") : (english ? "warning" : "peringatan");
    std::string place = fault.file;
    if (fault.row > 0) place += fmt::format(":{}", fault.row);
    if (!fault.column.empty()) place += fmt::format(": {}", fault.column);
    fmt::print(out, "{}: {}: {}\n", place, word, files::message(fault, language));
  }
}

std::expected<Consultation, int> load(const std::filesystem::path& directory,
                                      const Arguments& arguments) {
  auto result = import_directory(directory, arguments);
  if (!result) return std::unexpected(result.error());
  if (!result->consultation) {
    print_faults(stderr, result->faults, arguments.english());
    fmt::print(
        stderr,
        fmt::runtime(arguments.english() ? "rembuk: {} errors; nothing was computed\n"
                                         : "rembuk: {} kesalahan; tidak ada yang dihitung\n"),
        result->faults.errors());
    return std::unexpected(negative);
  }
  return std::move(*result->consultation);
}

namespace {

std::expected<void, int> without_errors(const files::Faults& faults, const Arguments& arguments) {
  print_faults(stderr, faults, arguments.english());
  if (faults.errors() > 0) return std::unexpected(negative);
  return {};
}

}  // namespace

std::expected<std::string, int> option_file(const std::filesystem::path& path,
                                            const Arguments& arguments) {
  auto bytes = read_file(path);
  if (!bytes) return std::unexpected(usage(fmt::format("cannot read {}", path.string())));
  const std::string name = path.filename().string();
  auto file = files::incoming(name, std::move(*bytes));
  files::Faults faults;
  for (const auto& fault : file.faults) faults.add(fault);
  faults.rename(file.name, name);
  if (const auto good = without_errors(faults, arguments); !good)
    return std::unexpected(good.error());
  return std::move(file.text);
}

std::expected<Plan, int> load_plan(const std::filesystem::path& file,
                                   const Consultation& consultation, const Arguments& arguments) {
  const auto text = option_file(file, arguments);
  if (!text) return std::unexpected(text.error());
  auto result = files::import_plan(*text, consultation, file.filename().string());
  if (const auto good = without_errors(result.faults, arguments); !good)
    return std::unexpected(good.error());
  return std::move(result.plan);
}

std::expected<std::vector<KnownAnswer>, int> load_responses(const Consultation& consultation,
                                                            const Plan& plan,
                                                            const Arguments& arguments) {
  const auto file = arguments.value("--responses");
  if (!file) return {};
  const auto text = option_file(*file, arguments);
  if (!text) return std::unexpected(text.error());
  auto result = files::import_responses(*text, consultation, plan,
                                        std::filesystem::path(*file).filename().string());
  if (const auto good = without_errors(result.faults, arguments); !good)
    return std::unexpected(good.error());
  return std::move(result.answers);
}

std::expected<RuleSet, int> load_rules(const Consultation& consultation,
                                       const Arguments& arguments) {
  RuleSet rules;
  if (const auto period = arguments.value("--blocked")) {
    rules.cycle.blocked = files::parse_period(*period);
    if (!rules.cycle.blocked)
      return std::unexpected(
          usage(fmt::format("--blocked: «{}» is not FROM..TO (YYYY-MM-DD..YYYY-MM-DD)", *period)));
  }
  if (const auto file = arguments.value("--lock")) {
    const auto text = option_file(*file, arguments);
    if (!text) return std::unexpected(text.error());
    auto result =
        files::import_locks(*text, consultation, std::filesystem::path(*file).filename().string());
    if (const auto good = without_errors(result.faults, arguments); !good)
      return std::unexpected(good.error());
    rules.cycle.locks = std::move(result.locks);
  }
  if (const auto file = arguments.value("--relations")) {
    const auto text = option_file(*file, arguments);
    if (!text) return std::unexpected(text.error());
    auto result = files::import_relatives(*text, consultation,
                                          std::filesystem::path(*file).filename().string());
    if (const auto good = without_errors(result.faults, arguments); !good)
      return std::unexpected(good.error());
    rules.cycle.relatives = std::move(result.relatives);
  }
  return rules;
}

std::expected<std::vector<HeadBound>, int> load_bounds(const Consultation& consultation,
                                                       const Arguments& arguments) {
  const auto file = arguments.value("--bounds");
  if (!file) return {};
  const auto text = option_file(*file, arguments);
  if (!text) return std::unexpected(text.error());
  auto result =
      files::import_bounds(*text, consultation, std::filesystem::path(*file).filename().string());
  if (const auto good = without_errors(result.faults, arguments); !good)
    return std::unexpected(good.error());
  return std::move(result.bounds);
}

}  // namespace rembuk::cli
