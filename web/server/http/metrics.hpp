#pragma once
#include <array>
#include <atomic>
#include <cstdint>
#include <string>

namespace rembuk::server {

/// What an operator watches. Nothing here tells what or how many people answered: requests are
/// counted by their outcome alone, and those of anonymous texts not at all.
struct Metrics {
  std::int64_t started = 0;                               ///< seconds since 1970
  std::array<std::atomic<std::uint64_t>, 5> responses{};  ///< 1xx … 5xx
  std::atomic<std::uint64_t> refused_early{0};            ///< before the body was read
  std::atomic<std::uint64_t> store_failures{0};           ///< answers 503

  void count(int status) {
    if (status >= 100 && status < 600) ++responses[static_cast<std::size_t>(status / 100) - 1];
    if (status == 503) ++store_failures;
  }
};

/// What is measured at the moment of asking.
struct Gauges {
  std::size_t live_sockets = 0;
  std::uint32_t release = 0;  ///< number of the latest one, which leaders see too
  bool ready = false;
};

/// The text format of Prometheus, version 0.0.4.
[[nodiscard]] std::string metrics_text(const Metrics& metrics, const Gauges& gauges);

}  // namespace rembuk::server
