#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "web/server/http/log.hpp"
#include "web/server/http/metrics.hpp"
#include "web/server/http/readiness.hpp"
#include "web/server/http/routes.hpp"
#include "web/server/store/memory_store.hpp"

/// What the operator sees: no person in it.
namespace rembuk::server {

TEST_CASE("Metrics count outcomes and name no route", "[http]") {
  Metrics metrics;
  metrics.started = 1790000000;
  for (const int status : {200, 204, 304, 404, 503, 999}) metrics.count(status);
  const auto text = metrics_text(metrics, {3, 7, true});
  for (const char* line :
       {"rembuk_http_responses_total{status=\"2xx\"} 2\n",
        "rembuk_http_responses_total{status=\"5xx\"} 1\n", "rembuk_store_failures_total 1\n",
        "rembuk_live_sockets 3\n", "rembuk_release_number 7\n", "rembuk_ready 1\n",
        "rembuk_start_time_seconds 1790000000\n"}) {
    INFO(line);
    CHECK(text.find(line) != std::string::npos);
  }
  CHECK(text.find("/api") == std::string::npos);
}

TEST_CASE("The log writes failures, other requests only where asked for, and texts and reports never",
          "[http]") {
  for (const bool requests : {false, true}) {
    std::vector<std::string> lines;
    Log log([] { return 1790000000; }, [&](const std::string& line) { lines.push_back(line); },
            requests);
    log.request("PUT", "/api/v1/me/answer", 200);
    log.request("POST", "/api/v1/public/text", 503);
    log.request("PUT", "/api/v1/me/correction", 200);
    log.request("PUT", "/api/v1/me/correction", 503);
    log.request("PUT", "/api/v1/me/answer", 503);
    REQUIRE(lines.size() == (requests ? 2U : 1U));
    CHECK(lines.back() ==
          "{\"at\":\"2026-09-21T14:13:20Z\",\"event\":\"request\",\"method\":\"PUT\",\"route\":\"/"
          "api/v1/me/answer\",\"status\":\"503\"}\n");
  }
}

TEST_CASE("A log line stays one line of JSON whatever is in a field", "[http]") {
  std::string written;
  Log log([] { return 0; }, [&](const std::string& line) { written += line; }, false);
  log.event("x", {{"text", "a\"b\\c\nd"}});
  CHECK(written ==
        "{\"at\":\"1970-01-01T00:00:00Z\",\"event\":\"x\",\"text\":\"a\\\"b\\\\c\\u000ad\"}\n");
}

TEST_CASE("A path is known to the log by its route alone", "[http]") {
  CHECK(route_name("/api/v1/scenarios/17") == "/api/v1/scenarios/{id}");
  CHECK(route_name("/api/v1/me/198504122010011003") == "other");
}

TEST_CASE("A body is allowed where a route takes one, and no larger than its message", "[http]") {
  CHECK(body_limit(Method::put, "/api/v1/me/answer") == 16 << 10);
  CHECK(body_limit(Method::get, "/api/v1/me/answer") == 0);
  CHECK(body_limit(Method::post, "/") == 0);
  CHECK(body_limit(Method::put, "/api/v1/scenarios/9") == 64);
}

TEST_CASE("A server whose store refuses writes is not ready, and asks again after five seconds",
          "[http]") {
  struct Full : MemoryStore {
    std::expected<void, Error> set_value(const std::string& name,
                                         const std::string& value) override {
      ++asked;
      if (full) return std::unexpected(Error{Fault::unavailable, "full"});
      return MemoryStore::set_value(name, value);
    }
    bool full = true;
    int asked = 0;
  } store;
  std::int64_t now = 100;
  Readiness readiness(store, [&] { return now; });
  CHECK_FALSE(readiness.ready());
  store.full = false;
  now += 4;
  CHECK_FALSE(readiness.ready());
  CHECK(store.asked == 1);
  now += 1;
  CHECK(readiness.ready());
}

}  // namespace rembuk::server
