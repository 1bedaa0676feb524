#include "web/server/http/metrics.hpp"

#include <fmt/format.h>

namespace rembuk::server {
namespace {

void head(std::string& out, std::string_view name, std::string_view type, std::string_view help) {
  out += fmt::format("# HELP {0} {1}\n# TYPE {0} {2}\n", name, help, type);
}

void one(std::string& out, std::string_view name, std::string_view type, std::string_view help,
         std::uint64_t value) {
  head(out, name, type, help);
  out += fmt::format("{} {}\n", name, value);
}

}  // namespace

std::string metrics_text(const Metrics& metrics, const Gauges& gauges) {
  std::string out;
  head(out, "rembuk_http_responses_total", "counter", "Responses by class of status.");
  for (std::size_t k = 0; k < metrics.responses.size(); ++k)
    out += fmt::format("rembuk_http_responses_total{{status=\"{}xx\"}} {}\n", k + 1,
                       metrics.responses[k].load());
  one(out, "rembuk_http_refused_early_total", "counter", "Requests refused by their headers alone.",
      metrics.refused_early.load());
  one(out, "rembuk_store_failures_total", "counter", "Responses 503: the store refused.",
      metrics.store_failures.load());
  one(out, "rembuk_live_sockets", "gauge", "Open screens of leaders.", gauges.live_sockets);
  one(out, "rembuk_release_number", "gauge", "Number of the latest release.", gauges.release);
  one(out, "rembuk_ready", "gauge", "1 if the store can be written to.", gauges.ready ? 1 : 0);
  one(out, "rembuk_start_time_seconds", "gauge", "Start of the process, Unix time.",
      static_cast<std::uint64_t>(metrics.started));
  return out;
}

}  // namespace rembuk::server
