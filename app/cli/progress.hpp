#pragma once
#include <chrono>
#include <functional>
#include <string_view>

#include "app/cli/arguments.hpp"

namespace rembuk::cli {

/// One line on a terminal that says how far a long work is, from the first half second on, and that
/// is gone at the end. Nothing where standard error is no terminal, or with --quiet.
class ProgressLine {
 public:
  explicit ProgressLine(const Arguments& arguments);
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;
  ~ProgressLine() { wipe(); }

  [[nodiscard]] bool shown() const { return terminal_; }
  void say(std::string_view text);
  void wipe();

 private:
  bool terminal_ = false, written_ = false;
  std::chrono::steady_clock::time_point began_, last_;
};

/// The line as a bar of a share from 0 to 1, which ends it; null where nothing is shown. It answers
/// true: go on.
[[nodiscard]] std::function<bool(double)> progress_bar(const Arguments& arguments);

}  // namespace rembuk::cli
