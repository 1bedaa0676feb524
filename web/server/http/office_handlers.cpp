#include "web/server/http/office_handlers.hpp"

#include "engine/wire/codec.hpp"
#include "engine/wire/office.hpp"

namespace rembuk::server {

OfficeDesk& office_desk(Service& service) {
  if (!service.office)
    service.office = std::make_shared<OfficeDesk>(
        service.store, service.deliberation.consultation(), system_clock(), system_entropy(),
        set_version(service.store));
  return *service.office;
}

void take_import_part(Service& service, const Caller&, const Request& request, Respond respond) {
  const auto part = wire::decode<wire::ImportPart>(request.body);
  if (!part) return respond(problem_response("message_invalid"));
  const auto outcome = office_desk(service).take(*part);
  if (!outcome) return respond(problem_response(outcome.error()));
  respond(*outcome ? frame_response(wire::encode(**outcome))
                   : Response{204, "", nullptr, {}, false});
}

void commit_import(Service& service, const Caller&, const Request& request, Respond respond) {
  const auto message = wire::decode<wire::ImportCommit>(request.body);
  if (!message) return respond(problem_response("message_invalid"));
  const auto outcome = office_desk(service).commit(message->draft);
  respond(outcome ? frame_response(wire::encode(*outcome)) : problem_response(outcome.error()));
}

void show_needs(Service& service, const Caller& caller, const Request&, Respond respond) {
  Response response;
  response.body = office_desk(service).needs(caller.role == Holder::planner);
  respond(std::move(response));
}

void show_rules(Service& service, const Caller& caller, const Request&, Respond respond) {
  Response response;
  response.body = office_desk(service).rules(caller.role == Holder::planner);
  respond(std::move(response));
}

}  // namespace rembuk::server
