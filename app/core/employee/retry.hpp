#pragma once
#include <algorithm>

/// When something that did not get through is tried again: the answer, the report of wrong data,
/// the text without a name and the question why.
namespace rembuk::employee {

/// Nobody was refused: the line, the crowd or the server was in the way (0: no reply at all).
[[nodiscard]] constexpr bool may_pass(int status) {
  return status == 0 || status == 429 || status >= 500;
}

/// Milliseconds before the next attempt after `failed` earlier ones: two seconds, doubled each
/// time.
[[nodiscard]] constexpr int wait_ms(int failed, int most = 60'000) {
  return std::min(2000 << std::min(failed, 6), most);
}

}  // namespace rembuk::employee
