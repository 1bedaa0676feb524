#pragma once
#include <cstdint>
#include <utility>

#include "web/server/identity/clock.hpp"
#include "web/server/store/store.hpp"

namespace rembuk::server {

/// Whether the store takes writes: asked of it at most every five seconds.
class Readiness {
 public:
  Readiness(Store& store, Clock clock) : store_(store), clock_(std::move(clock)) {}
  [[nodiscard]] bool ready() {
    const auto now = clock_();
    if (now - asked_ >= 5) {
      asked_ = now;
      ready_ = store_.set_value("ready_at", iso_time(now)).has_value();
    }
    return ready_;
  }

 private:
  Store& store_;
  Clock clock_;
  std::int64_t asked_ = 0;
  bool ready_ = false;
};

}  // namespace rembuk::server
