#include "app/cli/progress.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <memory>
#include <string>

namespace rembuk::cli {
namespace {

constexpr auto silent = std::chrono::milliseconds(500), pause = std::chrono::milliseconds(50);

}  // namespace

ProgressLine::ProgressLine(const Arguments& arguments)
    : terminal_(!arguments.has("--quiet") && isatty(STDERR_FILENO) != 0),
      began_(std::chrono::steady_clock::now()) {}

void ProgressLine::say(std::string_view text) {
  const auto now = std::chrono::steady_clock::now();
  if (!terminal_ || now - began_ < silent || (written_ && now - last_ < pause)) return;
  fmt::print(stderr, "\r{}\x1b[K", text);  // and what a longer line has left
  std::fflush(stderr);
  written_ = true;
  last_ = now;
}

void ProgressLine::wipe() {
  if (!written_) return;
  fmt::print(stderr, "\r\x1b[K");
  std::fflush(stderr);
  written_ = false;
}

std::function<bool(double)> progress_bar(const Arguments& arguments) {
  const auto line = std::make_shared<ProgressLine>(arguments);
  if (!line->shown()) return {};
  return [line](double share) {
    const auto filled = static_cast<std::size_t>(std::clamp(share, 0.0, 1.0) * 40);
    if (share < 1)
      line->say(fmt::format("[{:<40}] {:>3.0f} %", std::string(filled, '='), share * 100));
    else
      line->wipe();
    return true;
  };
}

}  // namespace rembuk::cli
