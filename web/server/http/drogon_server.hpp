#pragma once
#include <atomic>
#include <cstdint>
#include <string>

#include "web/server/http/listening.hpp"
#include "web/server/http/log.hpp"
#include "web/server/http/metrics.hpp"
#include "web/server/http/pages.hpp"
#include "web/server/http/routes.hpp"
#include "web/server/live/hub.hpp"

namespace rembuk::server {

/// What the operator sees of it.
struct Watch {
  Metrics metrics;
  Log* log = nullptr;  ///< null: nothing is written
  std::atomic<bool>* stop_asked = nullptr;  ///< set by SIGINT and SIGTERM, if there is one
};

/// Serves until SIGINT or SIGTERM, or until another data set is stored. `ready` is called once the
/// port listens.
/// Errors: a sentence, e.g. that the port is taken.
[[nodiscard]] std::string serve(Service& service, Hub& hub, const Pages* pages,
                                const Listening& listening, Watch& watch,
                                const std::function<void()>& ready);

}  // namespace rembuk::server
