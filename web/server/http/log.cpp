#include "web/server/http/log.hpp"

#include <fmt/format.h>

#include <cstdio>

namespace rembuk::server {
namespace {

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\')
      (out += '\\') += c;
    else if (static_cast<unsigned char>(c) < 0x20)
      out += fmt::format("\\u{:04x}", static_cast<int>(c));
    else
      out += c;
  }
  return out + '"';
}

}  // namespace

void Log::event(std::string_view what, std::initializer_list<Field> fields) {
  std::string line = fmt::format("{{\"at\":\"{}Z\",\"event\":{}", iso_time(clock_()), quoted(what));
  for (const auto& [name, value] : fields)
    line += fmt::format(",{}:{}", quoted(name), quoted(value));
  line += "}\n";
  const std::scoped_lock lock(mutex_);
  write_(line);
}

void Log::request(std::string_view method, std::string_view route, int status) {
  // Neither a text from nobody nor a report of wrong data leaves a moment behind.
  if (route.starts_with("/api/v1/public/") || route == "/api/v1/me/correction") return;
  if (!requests_ && status < 500) return;
  event("request", {{"method", std::string(method)},
                    {"route", std::string(route)},
                    {"status", std::to_string(status)}});
}

}  // namespace rembuk::server
