#include "engine/wire/codec.hpp"
#include "engine/wire/personal.hpp"
#include "web/server/deliberation/corrections.hpp"
#include "web/server/http/handlers.hpp"

/// What one employee asks about themselves, and the text that nobody asks for by name.
namespace rembuk::server {
namespace {

template <class T>
void respond_with(const Respond& respond, const std::expected<T, ProblemCode>& message) {
  respond(message ? frame_response(wire::encode(*message)) : problem_response(message.error()));
}

/// A report or its withdrawal, which has no facts.
void receive_correction(Service& service, const Caller& caller, const Request& request,
                        const Respond& respond, bool withdraws) {
  auto message = wire::decode<wire::Correction>(request.body);
  if (!message) return respond(problem_response("message_invalid"));
  if ((message->facts == 0) != withdraws) return respond(problem_response("correction_invalid"));
  if (service.identity.too_many("correction " + caller.nip))
    return respond(problem_response("too_many_attempts"));
  if (service.deliberation.state() == wire::ConsultationState::archived)
    return respond(problem_response("consultation_closed"));
  respond_with(respond, take_correction(service.store, caller.nip, *message,
                                        service.deliberation.now()));
}

Response nothing() { return {204, "", nullptr, {}, false}; }

}  // namespace

void show_code(Service& service, const Caller& caller, const Request&, Respond respond) {
  respond_with(respond, service.deliberation.code_facts(caller.nip));
}

void set_pin(Service& service, const Caller& caller, const Request& request, Respond respond) {
  const auto message = wire::decode<wire::PinChoice>(request.body);
  if (!message) return respond(problem_response("message_invalid"));
  const auto work = [&service, nip = caller.nip, pin = message->pin, respond] {
    const auto set = service.identity.set_pin(nip, pin);
    respond(set ? nothing() : problem_response(set.error()));
  };
  if (!service.slow) return work();
  if (!service.slow->add(work)) respond(problem_response("too_many_attempts"));
}

void show_unit(Service& service, const Caller& caller, const Request&, Respond respond) {
  respond_with(respond, service.deliberation.unit_names(caller.nip));
}

void show_correction(Service& service, const Caller& caller, const Request&, Respond respond) {
  respond_with(respond, own_correction(service.store, caller.nip));
}

void keep_correction(Service& service, const Caller& caller, const Request& request,
                     Respond respond) {
  receive_correction(service, caller, request, respond, false);
}

void withdraw_correction(Service& service, const Caller& caller, const Request& request,
                         Respond respond) {
  receive_correction(service, caller, request, respond, true);
}

void show_result(Service& service, const Caller& caller, const Request&, Respond respond) {
  respond_with(respond, service.deliberation.result(caller.nip));
}

void show_explanation(Service& service, const Caller& caller, const Request&, Respond respond) {
  respond_with(respond, service.deliberation.explanation(caller.nip));
}

void show_wished(Service& service, const Caller&, const Request&, Respond respond) {
  Response response;
  response.body = service.deliberation.wished_frame();
  respond(std::move(response));
}

void keep_text(Service& service, const Caller&, const Request& request, Respond respond) {
  const auto message = wire::decode<wire::AnonymousText>(request.body);
  if (!message) return respond(problem_response("message_invalid"));
  // Slips share no prefix with codes of people, so neither can use up the other's attempts.
  if (service.identity.too_many("slip " + normalised_code(message->slip).substr(0, 6)))
    return respond(problem_response("too_many_attempts"));
  const auto kept = service.deliberation.keep_text(*message);
  respond(kept ? nothing() : problem_response(kept.error()));
}

}  // namespace rembuk::server
