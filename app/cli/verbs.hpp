#pragma once
#include <array>
#include <span>
#include <string_view>

#include "app/cli/arguments.hpp"

namespace rembuk::cli {

/// One verb of the command: what stands after it, what it does, how many words are no options.
struct Verb {
  std::string_view name;
  std::string_view usage;
  std::string_view indonesian, english;
  std::span<const Option> options;
  std::size_t positional;
  int (*run)(const Arguments&);
};

/// Every verb of the command, in the order of its help.
[[nodiscard]] std::span<const Verb> verbs();

int run_synth(const Arguments&);
int run_check(const Arguments&);
int run_evaluate(const Arguments&);
int run_compare(const Arguments&);
int run_calibrate(const Arguments&);
int run_plan(const Arguments&);
int run_frontier(const Arguments&);
int run_explain(const Arguments&);
int run_needs(const Arguments&);
int run_flow(const Arguments&);
int run_score(const Arguments&);

}  // namespace rembuk::cli
