#pragma once
#include <cstdio>
#include <cstdlib>

namespace rembuk::fuzz {

/// Ends the run, so that the fuzzer keeps the input, if what must always hold does not.
inline void expect(bool holds, const char* rule) {
  if (holds) return;
  std::fprintf(stderr, "broken: %s\n", rule);
  std::abort();
}

}  // namespace rembuk::fuzz
