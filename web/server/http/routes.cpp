#include "web/server/http/routes.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "engine/wire/codec.hpp"
#include "engine/wire/office.hpp"
#include "engine/wire/personal.hpp"
#include "engine/wire/planning.hpp"
#include "web/server/http/handlers.hpp"
#include "web/server/http/office_handlers.hpp"
#include "web/server/http/problems.hpp"

namespace rembuk::server {
namespace {

template <class T>
constexpr std::uint32_t frame_of = wire::Traits<T>::most;

using enum Method;
using enum Who;

/// The whole interface under /api/v1.
constexpr std::array<Route, 33> table = {{
    {post, "/api/v1/session", anybody, frame_of<wire::PinSignIn>, sign_in},
    {get, "/api/v1/session", signed_in, 0, show_session},
    {del, "/api/v1/session", signed_in, 0, sign_out},
    {get, "/api/v1/catalogue", signed_in, 0, show_catalogue},
    {get, "/api/v1/me/profile", employee, 0, show_profile},
    {get, "/api/v1/me/answer", employee, 0, show_answer},
    {put, "/api/v1/me/answer", employee, frame_of<wire::Answer>, keep_answer},
    {del, "/api/v1/me/answer", employee, frame_of<wire::Answer>, withdraw_answer},
    {get, "/api/v1/me/access", employee, 0, show_access},
    {get, "/api/v1/me/code", employee, 0, show_code},
    {put, "/api/v1/me/pin", employee, frame_of<wire::PinChoice>, set_pin},
    {get, "/api/v1/me/unit", employee, 0, show_unit},
    {get, "/api/v1/me/correction", employee, 0, show_correction},
    {put, "/api/v1/me/correction", employee, frame_of<wire::Correction>, keep_correction},
    {del, "/api/v1/me/correction", employee, frame_of<wire::Correction>, withdraw_correction},
    {get, "/api/v1/me/result", employee, 0, show_result},
    {get, "/api/v1/me/explanation", employee, 0, show_explanation},
    {get, "/api/v1/wished", employee, 0, show_wished},
    {post, "/api/v1/public/text", anybody, frame_of<wire::AnonymousText>, keep_text},
    {get, "/api/v1/release", leader, 0, show_release},
    {get, "/api/v1/scenarios", planner, 0, show_scenarios},
    {post, "/api/v1/scenarios", planner, frame_of<wire::PlanUpload>, load_scenario},
    {put, "/api/v1/scenarios/{id}", planner, frame_of<wire::ScenarioChange>, change_scenario},
    {del, "/api/v1/scenarios/{id}", planner, 0, remove_scenario},
    {get, "/api/v1/planning/snapshot", planner, 0, show_planning_snapshot},
    {post, "/api/v1/planning/plans", planner, frame_of<wire::ComputedPlan>, keep_computed_plan},
    {post, "/api/v1/import/parts", planner, frame_of<wire::ImportPart>, take_import_part},
    {post, "/api/v1/import", planner, frame_of<wire::ImportCommit>, commit_import},
    {get, "/api/v1/needs", leader, 0, show_needs},
    {get, "/api/v1/rules", leader, 0, show_rules},
    {post, "/api/v1/jobs", leader, frame_of<wire::GenerateRequest>, start_job},
    {get, "/api/v1/jobs/{id}", leader, 0, show_job},
    {del, "/api/v1/jobs/{id}", leader, 0, cancel_job},
}};

bool path_matches(std::string_view pattern, std::string_view path) {
  const auto hole = pattern.find("{id}");
  if (hole == std::string_view::npos) return pattern == path;
  if (!path.starts_with(pattern.substr(0, hole))) return false;
  const std::string_view number = path.substr(hole);
  return !number.empty() && number.size() <= 9 &&
         std::ranges::all_of(number, [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

std::span<const Route> routes() { return table; }

std::uint32_t body_limit(Method method, std::string_view path) {
  for (const auto& route : routes())
    if (route.method == method && path_matches(route.path, path)) return route.most;
  return 0;
}

std::string_view route_name(std::string_view path) {
  for (const auto& route : routes())
    if (path_matches(route.path, path)) return route.path;
  return "other";
}

bool allowed(Who who, Holder role) {
  switch (who) {
    case anybody:
    case signed_in:
      return true;
    case employee:
      return role == Holder::employee;
    case leader:
      return role == Holder::facilitator || role == Holder::planner;
    case planner:
      return role == Holder::planner;
  }
  return false;
}

bool origin_allowed(const Service& service, const std::string& origin) {
  return std::ranges::find(service.origins, origin) != service.origins.end();
}

void answer(Service& service, const Request& request, Respond respond) {
  // For these it makes no difference who asks: the session is not even looked up.
  const bool open = (request.path == "/api/v1/session" && request.method == post) ||
                    request.path.starts_with("/api/v1/public/");
  const auto caller =
      open ? std::optional<Caller>(Caller{}) : service.identity.caller(request.session);
  if (!caller) return respond(problem_response("not_signed_in"));
  bool known = false;
  for (const auto& route : routes()) {
    if (!path_matches(route.path, request.path)) continue;
    known = true;
    if (route.method != request.method) continue;
    if (open ? route.who != anybody : !allowed(route.who, caller->role))
      return respond(problem_response("not_allowed"));
    if (request.method != get && !origin_allowed(service, request.origin))
      return respond(problem_response("origin_refused"));
    if (request.body.size() > route.most) return respond(problem_response("message_too_large"));
    return route.handle(service, *caller, request, std::move(respond));
  }
  respond(problem_response(known ? "method_refused" : "not_found"));
}

Response frame_response(wire::Bytes frame, int status) {
  Response response;
  response.status = status;
  response.body = std::make_shared<const wire::Bytes>(std::move(frame));
  return response;
}

Response problem_response(const std::string& code) {
  const auto found = std::ranges::find(problems, code, &ProblemStatus::code);
  Response response = frame_response(wire::encode(wire::Problem{code, {}}),
                                     found == problems.end() ? 500 : found->status);
  if (response.status == 429) response.headers.emplace_back("Retry-After", "60");
  if (response.status == 503) response.headers.emplace_back("Retry-After", "5");
  response.close = response.status == 413 || response.status == 400;
  return response;
}

}  // namespace rembuk::server
