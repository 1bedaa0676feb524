#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/wire/messages.hpp"
#include "web/server/identity/sign_in.hpp"

namespace rembuk::server {

enum class Method : std::uint8_t { get, post, put, del };

/// A request as handlers see it: no socket, no library.
struct Request {
  Method method = Method::get;
  std::string path;
  std::string session;  ///< the cookie's value, empty if none
  std::string origin;   ///< of the Origin header, empty if none
  std::string host;     ///< of the Host header
  std::string match;    ///< If-None-Match
  wire::Bytes body;
  std::string agent = {};  ///< User-Agent, looked at for the kind of device and never kept
  bool takes_brotli = false;
};

struct Response {
  int status = 200;
  std::string content_type = "application/octet-stream";
  std::shared_ptr<const wire::Bytes> body;
  std::vector<std::pair<std::string, std::string>> headers;
  bool close = false;
};

using Respond = std::function<void(Response)>;

[[nodiscard]] Response frame_response(wire::Bytes frame, int status = 200);
/// A Problem frame. Its code decides the status.
[[nodiscard]] Response problem_response(const std::string& code);

}  // namespace rembuk::server
