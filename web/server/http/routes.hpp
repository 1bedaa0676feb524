#pragma once
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "web/server/deliberation/deliberation.hpp"
#include "web/server/deliberation/office_desk.hpp"
#include "web/server/http/message.hpp"
#include "web/server/identity/slow_work.hpp"

namespace rembuk::server {

/// What the handlers work with.
struct Service {
  Deliberation& deliberation;
  Identity& identity;
  Store& store;
  std::shared_ptr<OfficeDesk> office;  ///< always there
  std::vector<std::string> origins;    ///< exactly these may write and listen
  SlowWork* slow = nullptr;            ///< null: slow work is done at once (tests)
};

/// Who may call a route. Deny is the default: a route names its callers.
enum class Who : std::uint8_t { anybody, signed_in, employee, leader, planner };

struct Route {
  Method method;
  std::string_view path;  ///< "{id}" stands for one number
  Who who;
  std::uint32_t most;     ///< bytes of the body
  void (*handle)(Service&, const Caller&, const Request&, Respond);
};
[[nodiscard]] std::span<const Route> routes();

/// Answers a request under /api/v1: session, role, origin and size are checked here and nowhere
/// else. Without a session everything but sign-in and /public/ answers 401 before it is looked up.
void answer(Service& service, const Request& request, Respond respond);

/// Most bytes that a request to `path` may carry; none where no route takes any. Known from its first
/// lines, so that a larger body is refused before it is read.
[[nodiscard]] std::uint32_t body_limit(Method method, std::string_view path);
/// The pattern that `path` matches, for logs: never the path itself. "other" if there is none.
[[nodiscard]] std::string_view route_name(std::string_view path);

/// True if a caller of that role may call a route for `who`.
[[nodiscard]] bool allowed(Who who, Holder role);

/// Never judged by the Host header: a foreign name may be made to point here.
[[nodiscard]] bool origin_allowed(const Service& service, const std::string& origin);

}  // namespace rembuk::server
