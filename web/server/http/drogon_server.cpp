#include "web/server/http/drogon_server.hpp"

#include <drogon/WebSocketController.h>
#include <drogon/drogon.h>

#include <optional>

#include "engine/wire/codec.hpp"
#include "web/server/http/office_handlers.hpp"
#include "web/server/http/readiness.hpp"

/// The only file that knows Drogon: requests in, handlers, responses out.
namespace rembuk::server {
namespace {

using drogon::HttpRequestPtr;
using drogon::HttpResponsePtr;
using drogon::WebSocketConnectionPtr;
using Callback = std::function<void(const HttpResponsePtr&)>;

/// What the WebSocket controller, which Drogon makes itself, works with.
struct Wiring {
  Service* service = nullptr;
  Hub* hub = nullptr;
};
Wiring& wiring() {
  static Wiring one;
  return one;
}

constexpr std::string_view cookie_name = "__Host-rembuk";

std::optional<Method> method_of(const HttpRequestPtr& request) {
  switch (request->method()) {
    case drogon::Get:
    case drogon::Head:
      return Method::get;
    case drogon::Post:
      return Method::post;
    case drogon::Put:
      return Method::put;
    case drogon::Delete:
      return Method::del;
    default:
      return std::nullopt;
  }
}

Request request_of(const HttpRequestPtr& in, Method method) {
  Request request;
  request.method = method;
  request.path = in->path();
  request.session = in->getCookie(std::string(cookie_name));
  request.origin = in->getHeader("origin");
  request.host = in->getHeader("host");
  request.match = in->getHeader("if-none-match");
  request.agent = in->getHeader("user-agent");
  request.takes_brotli = in->getHeader("accept-encoding").find("br") != std::string::npos;
  const auto body = in->body();
  request.body.assign(body.begin(), body.end());
  return request;
}

void add_security(const HttpResponsePtr& response) {
  response->addHeader("Content-Security-Policy",
                      "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; "
                      "img-src 'self' data:; "
                      "font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src "
                      "'self'; base-uri 'none'; "
                      "form-action 'self'; frame-ancestors 'none'");
  response->addHeader("X-Content-Type-Options", "nosniff");
  response->addHeader("Cross-Origin-Opener-Policy", "same-origin");
  response->addHeader("Referrer-Policy", "no-referrer");
  response->addHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
}

HttpResponsePtr drogon_response(const Response& response) {
  auto out = drogon::HttpResponse::newHttpResponse();
  out->setStatusCode(static_cast<drogon::HttpStatusCode>(response.status));
  if (!response.content_type.empty()) out->setContentTypeString(response.content_type);
  if (response.body) out->setBody(std::string(response.body->begin(), response.body->end()));
  for (const auto& [name, value] : response.headers) out->addHeader(name, value);
  if (response.close) out->setCloseConnection(true);
  return out;
}

void answer_api(Service& service, const HttpRequestPtr& in, Callback&& callback) {
  const auto respond = [callback = std::move(callback)](const Response& response) {
    auto out = drogon_response(response);
    out->addHeader("Cache-Control", "no-store");
    add_security(out);
    callback(out);
  };
  const auto method = method_of(in);
  if (!method) return respond(problem_response("method_refused"));
  answer(service, request_of(in, *method), respond);
}

void answer_page(const Pages* pages, const HttpRequestPtr& in, Callback&& callback) {
  const PageFile* file = pages && (in->method() == drogon::Get || in->method() == drogon::Head)
                             ? pages->find(in->path())
                             : nullptr;
  auto out = drogon::HttpResponse::newHttpResponse();
  add_security(out);
  if (!file) {
    out->setStatusCode(drogon::k404NotFound);
    out->setContentTypeString("text/plain; charset=utf-8");
    out->setBody("Halaman tidak ditemukan. / Page not found.\n");
    return callback(out);
  }
  const std::string accepted = in->getHeader("accept-encoding");
  auto body = file->plain;
  if (file->brotli && accepted.find("br") != std::string::npos) {
    body = file->brotli;
    out->addHeader("Content-Encoding", "br");
  } else if (file->gzip && accepted.find("gzip") != std::string::npos) {
    body = file->gzip;
    out->addHeader("Content-Encoding", "gzip");
  }
  out->addHeader("Vary", "Accept-Encoding");
  out->addHeader("Cache-Control",
                 file->immutable ? "public, max-age=31536000, immutable" : "no-cache");
  out->setContentTypeString(file->content_type);
  out->setBody(std::string(body->begin(), body->end()));
  callback(out);
}

class Live : public drogon::WebSocketController<Live> {
 public:
  void handleNewConnection(const HttpRequestPtr& in,
                           const WebSocketConnectionPtr& socket) override {
    const auto& [service, hub] = wiring();
    const auto caller = service->identity.caller(in->getCookie(std::string(cookie_name)));
    const bool may = caller && allowed(Who::leader, caller->role) &&
                     origin_allowed(*service, in->getHeader("origin"));
    if (!may) return socket->shutdown(drogon::CloseCode::kViolation, "");
    const bool planner = caller->role == Holder::planner;
    const auto send = [weak = std::weak_ptr(socket)](const wire::Bytes& frame) {
      if (const auto open = weak.lock())
        open->send(reinterpret_cast<const char*>(frame.data()), frame.size(),
                   drogon::WebSocketMessageType::Binary);
    };
    hub->add(socket.get(), planner, send, [&service](bool for_planner) {
      return service->deliberation.release_frame(for_planner);
    });
  }
  void handleNewMessage(const WebSocketConnectionPtr& socket, std::string&&,
                        const drogon::WebSocketMessageType& type) override {
    // Leaders only listen; whoever talks is not our page.
    if (type == drogon::WebSocketMessageType::Text || type == drogon::WebSocketMessageType::Binary)
      socket->shutdown(drogon::CloseCode::kViolation, "");
  }
  void handleConnectionClosed(const WebSocketConnectionPtr& socket) override {
    wiring().hub->remove(socket.get());
  }
  WS_PATH_LIST_BEGIN
  WS_PATH_ADD("/api/v1/live");
  WS_PATH_LIST_END
};

/// Null, or the answer to a request that its first lines condemn, before a byte of its body is
/// kept.
///
/// Bodies have one announced length. Whatever else is said of it (chunks, a second length, a sign
/// or a list) is how one server is made to see an end where another sees none.
HttpResponsePtr early_refusal(const HttpRequestPtr& in) {
  const auto refuse = [](const char* code) {
    auto out = drogon_response(problem_response(code));
    out->addHeader("Cache-Control", "no-store");
    add_security(out);
    return out;
  };
  const auto method = method_of(in);
  if (!method) return refuse("method_refused");
  if (!in->getHeader("transfer-encoding").empty()) return refuse("transfer_refused");
  const std::string& length = in->getHeader("content-length");
  if (length.empty()) return nullptr;
  if (length.size() > 15 || length.find_first_not_of("0123456789") != std::string::npos)
    return refuse("transfer_refused");
  if (std::stoull(length) > body_limit(*method, in->path())) return refuse("message_too_large");
  return nullptr;
}

void answer_text(int status, const std::string& text, const Callback& callback) {
  auto out = drogon::HttpResponse::newHttpResponse();
  out->setStatusCode(static_cast<drogon::HttpStatusCode>(status));
  out->setContentTypeString("text/plain; version=0.0.4; charset=utf-8");
  out->addHeader("Cache-Control", "no-store");
  out->setBody(text);
  callback(out);
}

/// Counters are the operator's: they are told on this machine, and not through a proxy.
bool from_here(const HttpRequestPtr& in) {
  return in->peerAddr().isLoopbackIp() && in->getHeader("x-forwarded-for").empty() &&
         in->getHeader("forwarded").empty();
}

/// The three addresses of the operator; false for any other.
bool answer_operator(const HttpRequestPtr& in, Service& service, Hub& hub, Watch& watch,
                     Readiness& readiness, const Callback& callback) {
  const std::string& path = in->path();
  if (path == "/healthz") {
    answer_text(200, "ok\n", callback);
  } else if (path == "/readyz") {
    const bool ready = readiness.ready();
    answer_text(ready ? 200 : 503, ready ? "ready\n" : "the store cannot be written to\n",
                callback);
  } else if (path == "/metrics" && from_here(in)) {
    const Gauges gauges{hub.size(), service.deliberation.release_number(), readiness.ready()};
    answer_text(200, metrics_text(watch.metrics, gauges), callback);
  } else {
    return false;
  }
  return true;
}

}  // namespace

std::string serve(Service& service, Hub& hub, const Pages* pages, const Listening& listening,
                  Watch& watch, const std::function<void()>& ready) {
  if (auto problem = port_problem(listening); !problem.empty()) return problem;
  wiring() = {&service, &hub};
  // The library writes addresses of people into its messages, and to standard output.
  trantor::Logger::setOutputFunction([](const char*, std::uint64_t) {}, [] {});
  auto& app = drogon::app();
  app.setLogLevel(trantor::Logger::kError)
      .setUploadPath(listening.scratch)
      .setThreadNum(1)
      .setClientMaxBodySize(9 << 20)
      .setClientMaxMemoryBodySize(9 << 20)
      .setClientMaxWebSocketMessageSize(1024)
      .setIdleConnectionTimeout(120)
      .enableServerHeader(false);
  // Headers are judged before the body comes: with streams a request is known by its first lines,
  // and handlers still get it whole.
  app.enableRequestStream(true);
  app.registerPreRoutingAdvice([&watch](const HttpRequestPtr& in, drogon::AdviceCallback&& callback,
                                        drogon::AdviceChainCallback&& go_on) {
    auto refused = early_refusal(in);
    if (!refused) return go_on();
    ++watch.metrics.refused_early;
    callback(refused);
  });
  app.registerPreSendingAdvice([&watch](const HttpRequestPtr& in, const HttpResponsePtr& out) {
    const int status = out->statusCode();
    // Drogon keeps a connection alive whatever the handler said.
    if (status == 400 || status == 413) {
      out->setCloseConnection(true);
      // Whoever goes on sending all the same is not waited for.
      drogon::app().getLoop()->runAfter(2.0, [weak = in->getConnectionPtr()] {
        if (const auto open = weak.lock()) open->forceClose();
      });
    }
    if (in->path().starts_with("/api/v1/public/")) return;
    watch.metrics.count(status);
    if (watch.log) watch.log->request(in->methodString(), route_name(in->path()), status);
  });
  app.setCustomErrorHandler([](drogon::HttpStatusCode status, const HttpRequestPtr&) {
    auto out = drogon::HttpResponse::newHttpResponse();
    out->setStatusCode(status);
    add_security(out);
    return out;
  });
  Readiness readiness(service.store, system_clock());
  app.registerHandlerViaRegex(
      ".*",
      [&service, &hub, &watch, &readiness, pages](const HttpRequestPtr& in, Callback&& callback) {
        const std::string& path = in->path();
        if (path == "/api/v1" || path.starts_with("/api/v1/"))
          return answer_api(service, in, std::move(callback));
        if (!answer_operator(in, service, hub, watch, readiness, callback))
          answer_page(pages, in, std::move(callback));
      },
      {drogon::Get, drogon::Head, drogon::Post, drogon::Put, drogon::Delete});
  const auto stop = [asked = watch.stop_asked] {
    if (asked) *asked = true;
    drogon::app().quit();
  };
  app.setTermSignalHandler(stop);
  app.setIntSignalHandler(stop);
  app.registerBeginningAdvice([ready, &service, &listening, &watch] {
    drogon::app().getLoop()->runEvery(0.5, [&service, asked = watch.stop_asked] {
      service.deliberation.refresh_state();
      // A signal that comes before the loop runs does not end it; after another set main begins anew.
      if ((asked && *asked) || service.office->replaced()) drogon::app().quit();
    });
    // Drogon listens after this advice has returned.
    drogon::app().getLoop()->runAfter(0.01, [ready, &listening] {
      wait_until_listening(listening);
      ready();
    });
  });
  app.addListener(listening.address, listening.port);
  service.deliberation.on_release([&service, &hub, &watch] {
    // Also a step of the consultation or a scenario; what leaders see, and no more.
    if (watch.log)
      watch.log->event("told",
                       {{"release", std::to_string(service.deliberation.release_number())},
                        {"state", std::to_string(static_cast<int>(service.deliberation.state()))}});
    hub.broadcast(*service.deliberation.release_frame(false),
                  *service.deliberation.release_frame(true));
  });
  app.run();
  service.deliberation.on_release({});
  return {};
}

}  // namespace rembuk::server
