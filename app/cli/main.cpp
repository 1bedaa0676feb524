#include <fmt/format.h>

#include <cstdio>
#include <exception>
#include <vector>

#include "app/cli/verbs.hpp"

namespace rembuk::cli {
namespace {

constexpr std::string_view version = "0.1.0";

template <std::size_t n>
constexpr auto with_directory(const std::array<Option, n>& own) {
  std::array<Option, n + directory_options.size()> all{};
  for (std::size_t i = 0; i < n; ++i) all[i] = own[i];
  for (std::size_t i = 0; i < directory_options.size(); ++i) all[n + i] = directory_options[i];
  return all;
}

constexpr std::array<Option, 5> synth_options = {{
    {"--employees", "N", "number of employees (12000)"},
    {"--seed", "S", "the same seed gives the same bytes (1)"},
    {"--out", "DIR", "where the files are written"},
    {"--date", "YYYY-MM-DD", "reference date (2026-06-30)"},
    {"--quiet", "", "no progress bar"},
}};
constexpr auto check_options = with_directory(std::array<Option, 0>{});
constexpr auto evaluate_options = with_directory(std::array<Option, 1>{{{"--plan", "FILE", "rencana.csv (default: nobody moves)"}}});
constexpr auto score_options = with_directory(std::array<Option, 1>{{{"--pairs", "FILE", "rows nip,jabatan_kode"}}});
constexpr auto plan_options = with_directory(std::array<Option, 3>{{
    {"--policy", "NAME", "balanced, no-one-worse"},
    {"--seed", "S", "decides ties (1)"},
    {"--out", "FILE", "where rencana.csv is written"},
}});

constexpr std::array<Verb, 5> all_verbs = {{
    {"synth", "--out DIR", "write a synthetic province: nine files with answers", synth_options, 0, run_synth},
    {"check", "DIR", "dry-run import: every fault with file, row, column", check_options, 1, run_check},
    {"evaluate", "DIR", "what a plan does to satisfaction and acceptance", evaluate_options, 1, run_evaluate},
    {"score", "DIR --pairs FILE", "every part of the score of single pairs", score_options, 1, run_score},
    {"plan", "DIR --policy NAME --out FILE", "an optimal plan with its certificate", plan_options, 1, run_plan},
}};

void print_verb(const Verb& verb) {
  fmt::print("rembuk {} {}\n\n  {}\n\n", verb.name, verb.usage, verb.purpose);
  for (const auto& option : verb.options)
    fmt::print("  {:<28}{}\n", option.value.empty() ? std::string(option.name) : fmt::format("{} {}", option.name, option.value), option.help);
  fmt::print("\nExit status: 0 done, 1 the data or the answer is negative, 2 wrong usage.\n");
}

void print_help() {
  fmt::print("rembuk {}: consultation about transfers, on the command line\n\n", version);
  for (const auto& verb : all_verbs) fmt::print("  rembuk {:<10}{:<32}{}\n", verb.name, verb.usage, verb.purpose);
  fmt::print("\n  rembuk VERB --help            the options of a verb\n  rembuk --version\n");
}

int wrong(std::string_view what) {
  fmt::print(stderr, "rembuk: {}\nrembuk --help lists what there is.\n", what);
  return wrong_usage;
}

int run(std::span<const std::string_view> words) {
  if (words.empty()) {
    print_help();
    return wrong_usage;
  }
  if (words[0] == "--help" || words[0] == "-h" || words[0] == "help") {
    print_help();
    return done;
  }
  if (words[0] == "--version") {
    fmt::print("rembuk {}\n", version);
    return done;
  }
  for (const auto& verb : all_verbs) {
    if (verb.name != words[0]) continue;
    for (const auto word : words)
      if (word == "--help" || word == "-h") {
        print_verb(verb);
        return done;
      }
    const auto arguments = parse_arguments(words.subspan(1), verb.options);
    if (!arguments) return wrong(arguments.error());
    if (arguments->positional.size() != verb.positional)
      return wrong(fmt::format("usage: rembuk {} {}", verb.name, verb.usage));
    return verb.run(*arguments);
  }
  return wrong(fmt::format("there is no verb «{}»", words[0]));
}

}  // namespace

std::span<const Verb> verbs() { return all_verbs; }

}  // namespace rembuk::cli

int main(int count, char** words) try {
  const std::vector<std::string_view> all(words + 1, words + count);
  return rembuk::cli::run(all);
} catch (const std::exception& error) {
  std::fprintf(stderr, "rembuk: %s\n", error.what());
  return rembuk::cli::negative;
}
