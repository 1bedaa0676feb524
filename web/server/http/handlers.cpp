#include "web/server/http/handlers.hpp"

#include <charconv>

#include "engine/wire/codec.hpp"
#include "engine/wire/personal.hpp"
#include "engine/wire/planning.hpp"
#include "web/server/identity/device.hpp"

namespace rembuk::server {
namespace {

std::uint32_t number_at_end(const std::string& path) {
  std::uint32_t id = 0;
  const auto slash = path.rfind('/') + 1;
  std::from_chars(path.data() + slash, path.data() + path.size(), id);
  return id;
}

wire::Role role_of(Holder holder) { return static_cast<wire::Role>(holder); }

wire::Session session_of(const Service& service, const Caller& caller) {
  wire::Session session;
  session.role = role_of(caller.role);
  session.consultation = service.deliberation.facts();
  if (const auto who = service.deliberation.employee(caller.nip))
    session.display_name = service.deliberation.consultation().employees[who->index()].name;
  return session;
}

/// Calls `use` with the employee behind the caller, or answers that there is none.
template <class Use>
void with_employee(Service& service, const Caller& caller, const Respond& respond, Use use) {
  const auto who = service.deliberation.employee(caller.nip);
  if (!who) return respond(problem_response("not_found"));
  use(*who);
}

void respond_receipt(const Respond& respond, const std::expected<wire::Receipt, ProblemCode>& receipt) {
  respond(receipt ? frame_response(wire::encode(*receipt)) : problem_response(receipt.error()));
}

Response cookie(Response response, const std::string& value, std::int64_t age) {
  response.headers.emplace_back("Set-Cookie", "__Host-rembuk=" + value + "; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=" + std::to_string(age));
  return response;
}

}  // namespace

void sign_in(Service& service, const Caller&, const Request& request, Respond respond) {
  wire::PinSignIn message;
  bool slow = false;
  if (auto plain = wire::decode<wire::SignIn>(request.body)) {
    message.code = std::move(plain->code);
  } else if (auto with_pin = wire::decode<wire::PinSignIn>(request.body)) {
    message = std::move(*with_pin);
    slow = true;
  } else {
    return respond(problem_response("message_invalid"));
  }
  const auto work = [&service, message, session = request.session, device = device_kind(request.agent), respond] {
    const auto signed_in = service.identity.sign_in({message.code, message.pin, session, device});
    if (!signed_in) return respond(problem_response(signed_in.error()));
    if (!session.empty()) service.identity.sign_out(session);
    respond(cookie(frame_response(wire::encode(session_of(service, signed_in->caller))), signed_in->reference, Identity::absolute_limit));
  };
  if (!slow || !service.slow) return work();
  if (!service.slow->add(work)) respond(problem_response("too_many_attempts"));
}

void show_session(Service& service, const Caller& caller, const Request&, Respond respond) {
  respond(frame_response(wire::encode(session_of(service, caller))));
}

void sign_out(Service& service, const Caller&, const Request& request, Respond respond) {
  service.identity.sign_out(request.session);
  respond(cookie(Response{204, "", nullptr, {}, false}, "", 0));
}

void show_catalogue(Service& service, const Caller&, const Request& request, Respond respond) {
  static constexpr auto no_delete = [](const wire::Bytes*) {};
  const auto& frame = service.deliberation.catalogue_frame();
  const std::string tag = '"' + hex(sha256(frame)).substr(0, 16) + '"';
  Response response;
  response.headers = {{"ETag", tag}, {"Vary", "Accept-Encoding"}};
  if (request.match == tag) {
    response.status = 304;
  } else if (request.takes_brotli && service.deliberation.catalogue_brotli()) {
    response.headers.emplace_back("Content-Encoding", "br");
    response.body = service.deliberation.catalogue_brotli();
  } else {
    response.body = std::shared_ptr<const wire::Bytes>(&frame, no_delete);
  }
  respond(std::move(response));
}

void show_profile(Service& service, const Caller& caller, const Request&, Respond respond) {
  with_employee(service, caller, respond, [&](EmployeeId who) { respond(frame_response(wire::encode(service.deliberation.profile(who)))); });
}

void show_answer(Service& service, const Caller& caller, const Request&, Respond respond) {
  with_employee(service, caller, respond, [&](EmployeeId who) {
    const auto own = service.deliberation.own_answer(who);
    respond(own ? frame_response(wire::encode(*own)) : problem_response(own.error()));
  });
}

void keep_answer(Service& service, const Caller& caller, const Request& request, Respond respond) {
  const auto message = wire::decode<wire::Answer>(request.body);
  if (!message) return respond(problem_response("message_invalid"));
  with_employee(service, caller, respond, [&](EmployeeId who) {
    service.deliberation.submit(who, *message, [respond](const auto& receipt) { respond_receipt(respond, receipt); });
  });
}

void withdraw_answer(Service& service, const Caller& caller, const Request& request, Respond respond) {
  const auto message = wire::decode<wire::Answer>(request.body);
  if (!message) return respond(problem_response("message_invalid"));
  with_employee(service, caller, respond, [&](EmployeeId who) {
    service.deliberation.withdraw(who, message->key, message->based_on, [respond](const auto& receipt) { respond_receipt(respond, receipt); });
  });
}

void show_access(Service& service, const Caller& caller, const Request&, Respond respond) {
  const auto entries = service.store.access_of(caller.nip);
  if (!entries) return respond(problem_response("store_unavailable"));
  wire::AccessLog log;
  for (const auto& entry : *entries) log.entries.push_back({entry.at, entry.what, entry.who});
  respond(frame_response(wire::encode(log)));
}

void show_release(Service& service, const Caller&, const Request&, Respond respond) {
  Response response;
  response.body = service.deliberation.release_frame(false);
  respond(std::move(response));
}

void show_scenarios(Service& service, const Caller&, const Request&, Respond respond) {
  Response response;
  response.body = service.deliberation.release_frame(true);
  respond(std::move(response));
}

void load_scenario(Service& service, const Caller&, const Request& request, Respond respond) {
  const auto message = wire::decode<wire::PlanUpload>(request.body);
  if (!message) return respond(problem_response("message_invalid"));
  const auto outcome = service.deliberation.load_plan(*message);
  respond(outcome ? frame_response(wire::encode(*outcome)) : problem_response(outcome.error()));
}

void change_scenario(Service& service, const Caller&, const Request& request, Respond respond) {
  const auto message = wire::decode<wire::ScenarioChange>(request.body);
  if (!message || message->id != number_at_end(request.path)) return respond(problem_response("message_invalid"));
  const auto changed = service.deliberation.show_scenario(message->id, message->in_forum);
  if (!changed) return respond(problem_response(changed.error()));
  show_scenarios(service, {}, request, std::move(respond));
}

void remove_scenario(Service& service, const Caller&, const Request& request, Respond respond) {
  const auto removed = service.deliberation.remove_scenario(number_at_end(request.path));
  if (!removed) return respond(problem_response(removed.error()));
  show_scenarios(service, {}, request, std::move(respond));
}

void show_planning_snapshot(Service& service, const Caller&, const Request&, Respond respond) {
  auto frame = service.deliberation.planning_snapshot();
  respond(frame ? frame_response(std::move(*frame)) : problem_response(frame.error()));
}

void keep_computed_plan(Service& service, const Caller&, const Request& request, Respond respond) {
  const auto message = wire::decode<wire::ComputedPlan>(request.body);
  if (!message) return respond(problem_response("message_invalid"));
  const auto outcome = service.deliberation.keep_computed(*message);
  respond(outcome ? frame_response(wire::encode(*outcome)) : problem_response(outcome.error()));
}

/// A facilitator has a fixed menu: policies, weights, units kept; ties always decided alike.
void start_job(Service& service, const Caller& caller, const Request& request, Respond respond) {
  auto message = wire::decode<wire::GenerateRequest>(request.body);
  if (!message) return respond(problem_response("message_invalid"));
  const bool facilitator = caller.role == Holder::facilitator;
  if (facilitator) message->seed = 1;
  const auto job = service.deliberation.generate(*message, facilitator);
  respond(job ? frame_response(wire::encode(*job), 202) : problem_response(job.error()));
}

void show_job(Service& service, const Caller& caller, const Request& request, Respond respond) {
  const auto job = service.deliberation.job(number_at_end(request.path), caller.role == Holder::facilitator);
  respond(job ? frame_response(wire::encode(*job)) : problem_response("not_found"));
}

void cancel_job(Service& service, const Caller& caller, const Request& request, Respond respond) {
  if (!service.deliberation.cancel_job(number_at_end(request.path), caller.role == Holder::facilitator)) return respond(problem_response("not_found"));
  show_job(service, caller, request, std::move(respond));
}

}  // namespace rembuk::server
