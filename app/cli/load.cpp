#include "app/cli/load.hpp"

#include <fmt/format.h>

#include <chrono>
#include <fstream>

namespace rembuk::cli {
namespace {

constexpr std::uintmax_t most_bytes = 2'000'000'000;

Date today() {
  return Date{std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now())};
}

int usage(std::string_view text) {
  fmt::print(stderr, "rembuk: {}\n", text);
  return wrong_usage;
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
  if (!sentences) return std::unexpected(usage(fmt::format("{}: {} is wrong", *file, sentences.error())));
  settings.parameters = *sentences;
  return {};
}

}  // namespace

std::optional<std::string> read_file(const std::filesystem::path& path) {
  std::error_code error;
  const auto size = std::filesystem::file_size(path, error);
  if (error || size > most_bytes) return std::nullopt;
  std::ifstream in(path, std::ios::binary);
  if (!in) return std::nullopt;
  std::string text(size, '\0');
  in.read(text.data(), static_cast<std::streamsize>(size));
  text.resize(static_cast<std::size_t>(in.gcount()));
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
                                                   const Arguments& arguments) {
  files::ImportOptions options;
  options.today = today();
  if (const auto date = arguments.value("--date")) {
    options.fixed_date = parse_date(*date);
    if (!options.fixed_date) return std::unexpected(usage(fmt::format("--date: «{}» is no date", *date)));
  }
  if (const auto language = arguments.value("--lang"); language && *language != "id" && *language != "en")
    return std::unexpected(usage("--lang is id or en"));
  if (!std::filesystem::is_directory(directory))
    return std::unexpected(usage(fmt::format("there is no folder «{}»", directory.string())));
  std::vector<std::string> texts;
  std::vector<files::NamedText> named;
  std::vector<std::string> names(files::file_names.begin(), files::file_names.end());
  names.emplace_back(files::settings_file);
  texts.reserve(names.size());
  for (const auto& name : names)
    if (auto text = read_file(directory / name)) {
      texts.push_back(std::move(*text));
      named.push_back({name, texts.back()});
    }
  if (!options.fixed_date && !std::filesystem::exists(directory / files::settings_file))
    fmt::print(stderr, "rembuk: no --date and no konsultasi.json: the reference date is today, {}\n", iso(options.today));
  auto result = files::import_files(named, options);
  Settings settings = result.consultation ? result.consultation->settings : Settings{};
  if (const auto applied = apply_options(arguments, settings); !applied) return std::unexpected(applied.error());
  if (result.consultation) result.consultation->settings = settings;
  return result;
}

void print_faults(const files::Faults& faults, bool english) {
  for (const auto& fault : faults.list())
    fmt::print(stderr, "{}:{}:{}: {}: {}\n", fault.file, fault.row, fault.column,
               fault.severity == files::Severity::error ? (english ? "error" : "kesalahan")
                                                         : (english ? "warning" : "peringatan"),
               files::message(fault, english ? files::Language::english : files::Language::indonesian));
}

std::expected<Consultation, int> load(const std::filesystem::path& directory, const Arguments& arguments) {
  auto result = import_directory(directory, arguments);
  if (!result) return std::unexpected(result.error());
  if (!result->consultation) {
    print_faults(result->faults, arguments.english());
    fmt::print(stderr,
               fmt::runtime(arguments.english() ? "rembuk: {} errors; nothing was computed\n"
                                                : "rembuk: {} kesalahan; tidak ada yang dihitung\n"),
               result->faults.errors());
    return std::unexpected(negative);
  }
  return std::move(*result->consultation);
}

std::expected<Plan, int> load_plan(const std::filesystem::path& file, const Consultation& consultation,
                                   const Arguments& arguments) {
  const auto text = read_file(file);
  if (!text) return std::unexpected(usage(fmt::format("cannot read {}", file.string())));
  auto result = files::import_plan(*text, consultation, file.filename().string());
  print_faults(result.faults, arguments.english());
  if (result.faults.errors() > 0) return std::unexpected(negative);
  return std::move(result.plan);
}

}  // namespace rembuk::cli
