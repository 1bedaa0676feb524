#pragma once
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>

#include "web/server/identity/clock.hpp"

namespace rembuk::server {

/// One JSON object a line. Callers pass names of routes, numbers and statuses; never a code, a nip,
/// a name, an address, a path as it was asked for, or anything that somebody wrote.
class Log {
 public:
  using Field = std::pair<std::string_view, std::string>;

  /// `write` gets whole lines. `requests`: also one line a request, for looking into a problem.
  Log(Clock clock, std::function<void(const std::string&)> write, bool requests)
      : clock_(std::move(clock)), write_(std::move(write)), requests_(requests) {}

  void event(std::string_view what, std::initializer_list<Field> fields = {});
  /// A request that failed is always written, others only where asked for; one to a route that must
  /// leave no trace never.
  void request(std::string_view method, std::string_view route, int status);

 private:
  std::mutex mutex_;
  Clock clock_;
  std::function<void(const std::string&)> write_;
  bool requests_;
};

}  // namespace rembuk::server
