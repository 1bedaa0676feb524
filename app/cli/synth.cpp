#include <fmt/format.h>

#include <filesystem>

#include "app/cli/load.hpp"
#include "app/cli/verbs.hpp"
#include "engine/files/export.hpp"
#include "engine/province/province.hpp"

namespace rembuk::cli {

int run_synth(const Arguments& arguments) {
  ProvinceOptions options;
  const auto wrong = [](std::string_view text) {
    fmt::print(stderr, "rembuk synth: {}\n", text);
    return wrong_usage;
  };
  if (const auto text = arguments.value("--employees")) {
    const auto number = whole_number(*text);
    if (!number || *number < 50 || *number > 5'000'000) return wrong("--employees is a number from 50 to 5000000");
    options.employees = static_cast<std::int32_t>(*number);
  }
  if (const auto text = arguments.value("--seed")) {
    const auto number = whole_number(*text);
    if (!number || *number < 0) return wrong("--seed is a whole number");
    options.seed = static_cast<std::uint64_t>(*number);
  }
  if (const auto text = arguments.value("--date")) {
    const auto date = parse_date(*text);
    if (!date || static_cast<int>(date->year()) < 2015 || static_cast<int>(date->year()) > 2060)
      return wrong("--date is a day from 2015 to 2060");
    options.reference_date = *date;
  }
  const auto out = arguments.value("--out");
  if (!out) return wrong("--out DIR is needed");
  std::error_code error;
  std::filesystem::create_directories(*out, error);
  const Consultation consultation = make_province(options);
  auto files = files::export_files(consultation);
  files.emplace_back("rencana.csv", files::export_plan(first_proposal(consultation), consultation));
  for (const auto& [name, text] : files)
    if (!write_file(std::filesystem::path(*out) / name, text)) {
      fmt::print(stderr, "rembuk synth: cannot write {}/{}\n", *out, name);
      return negative;
    }
  fmt::print(stderr, "{}: {} employees, {} posts, {} units, {} answers\n", *out, consultation.employees.size(),
             consultation.posts.size(), consultation.units.size(), consultation.aspirations.size());
  return done;
}

}  // namespace rembuk::cli
