#pragma once
#include <fmt/format.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <string>

#include "app/cli/arguments.hpp"
#include "engine/assignment/optimal_plan.hpp"

namespace rembuk::cli {

/// A bar on a terminal, from the first second on; nothing elsewhere or with --quiet.
[[nodiscard]] inline Progress progress_bar(const Arguments& arguments) {
  if (arguments.has("--quiet") || isatty(STDERR_FILENO) == 0) return {};
  return [began = std::chrono::steady_clock::now()](double share) {
    if (std::chrono::steady_clock::now() - began < std::chrono::seconds(1)) return true;
    const auto filled = static_cast<std::size_t>(share * 40);
    fmt::print(stderr, "\r[{:<40}] {:>3.0f} %{}", std::string(filled, '='), share * 100,
               share >= 1 ? "\n" : "");
    return true;
  };
}

}  // namespace rembuk::cli
