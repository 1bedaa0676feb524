#pragma once
#include <array>
#include <span>
#include <string_view>

#include "app/cli/arguments.hpp"

namespace rembuk::cli {

struct Verb {
  std::string_view name;
  std::string_view usage;      ///< what stands after the verb
  std::string_view purpose;    ///< one sentence
  std::span<const Option> options;
  std::size_t positional;      ///< how many words that are no options
  int (*run)(const Arguments&);
};

/// Every verb of the command, in the order of its help.
[[nodiscard]] std::span<const Verb> verbs();

int run_synth(const Arguments&);
int run_check(const Arguments&);
int run_evaluate(const Arguments&);
int run_score(const Arguments&);
int run_plan(const Arguments&);

/// Options that every verb over a directory takes.
inline constexpr std::array<Option, 7> directory_options = {{
    {"--date", "YYYY-MM-DD", "reference date (default: konsultasi.json, else today)"},
    {"--between-governments", "", "moves between governments are allowed in this cycle"},
    {"--pppk", "", "PPPK may be redistributed in this cycle"},
    {"--parameters", "FILE", "the five sentences of the acceptance model, as JSON"},
    {"--json", "", "print one JSON document"},
    {"--lang", "id|en", "language of tables and messages (id)"},
    {"--quiet", "", "no progress bar"},
}};

}  // namespace rembuk::cli
