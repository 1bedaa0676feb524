#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <optional>
#include <string>

#include "app/cli/load.hpp"
#include "app/cli/progress.hpp"
#include "app/cli/verbs.hpp"
#include "engine/files/export.hpp"
#include "engine/province/province.hpp"

namespace rembuk::cli {
namespace {

struct NumberOption {
  std::string_view name;
  long long least, most;
};
constexpr NumberOption employees_option = {"--employees", 50, 5'000'000};
constexpr NumberOption seed_option = {"--seed", 0, INT64_MAX};
constexpr NumberOption governments_option = {"--governments", 1, 12};
constexpr NumberOption agencies_option = {"--agencies", 1, 48};

/// The option's number, or `otherwise` if it was not given. Errors: what is wrong with it.
std::expected<long long, std::string> number_of(const Arguments& arguments,
                                                const NumberOption& option, long long otherwise) {
  const auto text = arguments.value(option.name);
  if (!text) return otherwise;
  const auto number = whole_number(*text);
  if (number && *number >= option.least && *number <= option.most) return *number;
  return std::unexpected(arguments.english() ? fmt::format("{} is a whole number from {} to {}",
                                                           option.name, option.least, option.most)
                                             : fmt::format("{} adalah bilangan bulat {} sampai {}",
                                                           option.name, option.least, option.most));
}

std::expected<ProvinceOptions, std::string> province_options(const Arguments& arguments) {
  ProvinceOptions options;
  const auto employees = number_of(arguments, employees_option, options.employees);
  const auto seed = number_of(arguments, seed_option, static_cast<long long>(options.seed));
  const auto governments = number_of(arguments, governments_option, options.governments);
  const auto agencies = number_of(arguments, agencies_option, options.agencies);
  for (const auto* number : {&employees, &seed, &governments, &agencies})
    if (!*number) return std::unexpected(number->error());
  options.employees = static_cast<std::int32_t>(*employees);
  options.seed = static_cast<std::uint64_t>(*seed);
  options.governments = static_cast<std::int32_t>(*governments);
  options.agencies = static_cast<std::int32_t>(*agencies);
  if (const auto text = arguments.value("--date")) {
    const auto date = parse_date(*text);
    if (!date || static_cast<int>(date->year()) < 2015 || static_cast<int>(date->year()) > 2060)
      return std::unexpected(arguments.english()
                                 ? "--date is a day from 2015 to 2060, YYYY-MM-DD"
                                 : "--date adalah tanggal 2015 sampai 2060, YYYY-MM-DD");
    options.reference_date = *date;
  }
  return options;
}

/// A file that is written piece by piece beside its place and put there when it is whole.
class GrowingFile {
 public:
  GrowingFile(std::filesystem::path path)
      : path_(std::move(path)),
        part_(path_.string() + ".part"),
        out_(part_, std::ios::binary | std::ios::trunc) {}
  [[nodiscard]] bool add(std::string_view text) {
    out_.write(text.data(), static_cast<std::streamsize>(text.size()));
    return out_.good();
  }
  [[nodiscard]] bool finish() {
    out_.close();
    std::error_code error;
    if (out_) std::filesystem::rename(part_, path_, error);
    return out_ && !error;
  }

 private:
  std::filesystem::path path_, part_;
  std::ofstream out_;
};

struct Counts {
  std::size_t employees = 0, posts = 0, units = 0, answers = 0;
};

/// Everything at once. False: could not be written.
std::optional<Counts> write_at_once(const ProvinceOptions& options,
                                    const std::filesystem::path& out,
                                    const std::function<void(double)>& bar) {
  const Consultation c = make_province(options, [&bar](double share) { bar(share * 0.6); });
  auto files = files::export_files(c);
  files.emplace_back("rencana.csv", files::export_plan(first_proposal(c), c));
  bar(0.9);
  for (const auto& [name, text] : files)
    if (!write_file(out / name, text)) return std::nullopt;
  return Counts{c.employees.size(), c.posts.size(), c.units.size(), c.aspirations.size()};
}

/// In parts, so that memory does not grow with the employees.
std::optional<Counts> write_in_parts(const ProvinceOptions& options,
                                     const std::filesystem::path& out,
                                     const std::function<void(double)>& bar) {
  Counts counts;
  std::map<std::string, GrowingFile> growing;
  const auto add = [&](const std::string& name, std::string_view text) {
    const auto [at, first] = growing.try_emplace(name, out / name);
    return at->second.add(first ? text : text.substr(text.find('\n') + 1));  // one header
  };
  const auto take = [&](const ProvincePart& part) {
    const Consultation& c = part.consultation;
    counts = {counts.employees + c.employees.size(), c.posts.size(), c.units.size(),
              counts.answers + c.aspirations.size()};
    bool good = add("rencana.csv", files::export_plan(part.proposal, c));
    for (const auto& [name, text] :
         part.number == 0 ? files::export_files(c) : files::export_persons(c))
      good = good && add(name, text);
    return good;
  };
  if (!make_province_in_parts(options, take, bar)) return std::nullopt;
  for (auto& [name, file] : growing)
    if (!file.finish()) return std::nullopt;
  return counts;
}

}  // namespace

int run_synth(const Arguments& arguments) {
  const auto options = province_options(arguments);
  const auto out = arguments.value("--out");
  if (!options || !out) {
    fmt::print(stderr, "rembuk synth: {}\n",
               !options ? options.error() : is_needed("--out DIR", arguments.english()));
    return wrong_usage;
  }
  std::error_code error;
  std::filesystem::create_directories(*out, error);
  const auto shown = progress_bar(arguments);
  const auto bar = [&shown](double share) {
    if (shown) shown(share);
  };
  const bool large = options->employees > most_at_once;
  const auto counts =
      large ? write_in_parts(*options, *out, bar) : write_at_once(*options, *out, bar);
  if (!counts) {
    fmt::print(stderr, "rembuk synth: {} {}\n",
               arguments.english() ? "cannot write to" : "tidak dapat menulis ke", *out);
    return negative;
  }
  bar(1);
  fmt::print(
      stderr,
      fmt::runtime(arguments.english() ? "{}: {} employees, {} posts, {} units, {} answers\n"
                                       : "{}: {} pegawai, {} jabatan, {} unit, {} jawaban\n"),
      *out, counts->employees, counts->posts, counts->units, counts->answers);
  return done;
}

}  // namespace rembuk::cli
