#include "web/server/http/office_handlers.hpp"

#include "engine/wire/codec.hpp"
#include "engine/wire/office.hpp"

namespace rembuk::server {

void take_import_part(Service& service, const Caller&, const Request& request, Respond respond) {
  const auto part = wire::decode<wire::ImportPart>(request.body);
  if (!part) return respond(problem_response("message_invalid"));
  const auto outcome = service.office->take(*part);
  if (!outcome) return respond(problem_response(outcome.error()));
  respond(*outcome ? frame_response(wire::encode(**outcome))
                   : Response{204, "", nullptr, {}, false});
}

void commit_import(Service& service, const Caller&, const Request& request, Respond respond) {
  const auto message = wire::decode<wire::ImportCommit>(request.body);
  if (!message) return respond(problem_response("message_invalid"));
  const auto outcome = service.office->commit(message->draft);
  respond(outcome ? frame_response(wire::encode(*outcome)) : problem_response(outcome.error()));
}

void show_needs(Service& service, const Caller& caller, const Request&, Respond respond) {
  Response response;
  response.body = service.office->needs(caller.role == Holder::planner);
  respond(std::move(response));
}

void show_rules(Service& service, const Caller& caller, const Request&, Respond respond) {
  Response response;
  response.body = service.office->rules(caller.role == Holder::planner);
  respond(std::move(response));
}

}  // namespace rembuk::server
