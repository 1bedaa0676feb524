#pragma once
#include <algorithm>
#include <atomic>
#include <chrono>
#include <future>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

#include "engine/files/export.hpp"
#include "engine/province/province.hpp"
#include "engine/wire/codec.hpp"
#include "web/server/deliberation/life_cycle.hpp"
#include "web/server/http/routes.hpp"
#include "web/server/operator.hpp"
#include "web/server/store/memory_store.hpp"

/// A whole consultation without sockets, disk or real time.
namespace rembuk::server {

/// Counts what is written and can pretend that the disk is full or slow.
class Shelf : public MemoryStore {
 public:
  std::expected<void, Error> set_values(const NamedValues& values) override {
    const std::scoped_lock lock(slow);
    if (full) return std::unexpected(Error{Fault::unavailable, "full"});
    ++values_written;
    return MemoryStore::set_values(values);
  }
  std::mutex slow;  ///< held by a test: the disk takes its time
  std::atomic<bool> full = false;
  std::atomic<int> values_written = 0;
};

struct Hall {
  explicit Hall(std::int32_t employees = 200) {
    Consultation c = make_province({employees, 1});
    c.aspirations.clear();
    c.concerns.clear();
    const StoredScenario proposal{0, 1, "Usulan awal", "", files::export_plan(first_proposal(c), c), true};
    (void)store.import({files::export_files(c), {}, proposal, {}});
    open();
  }
  void open() {
    deliberation.reset();
    deliberation = Deliberation::open(store, clock, entropy).value();
    deliberation->on_release([this] { ++told; });
  }
  Service service() {
    return {*deliberation, identity, store,
            std::make_shared<OfficeDesk>(store, deliberation->consultation(), clock, entropy, set_version(store)),
            {"http://hall"}};
  }
  const std::string& nip(std::size_t i) const { return deliberation->consultation().employees[i].nip; }

  Response call(Method method, const std::string& path, const std::string& session, wire::Bytes body = {}, const std::string& agent = "") {
    Service all = service();
    Request request{method, path, session, "http://hall", "", "", std::move(body), agent};
    std::promise<Response> promise;
    answer(all, request, [&](Response response) { promise.set_value(std::move(response)); });
    return promise.get_future().get();
  }
  /// Reference of a new session.
  std::string enter(Holder role, const std::string& who = "") {
    return identity.sign_in(identity.issue(role, who, "test", Issue::renew).value()).value().reference;
  }
  std::string employee(std::size_t i) { return enter(Holder::employee, nip(i)); }
  Response say(const std::string& session, std::uint8_t key, std::uint32_t based_on = 0, std::uint8_t stance = 1) {
    return call(Method::put, "/api/v1/me/answer", session, wire::encode(said(key, based_on, stance)));
  }
  static wire::Answer said(std::uint8_t key, std::uint32_t based_on, std::uint8_t stance) {
    wire::Answer a;
    a.key.fill(key);
    a.based_on = based_on;
    a.stance = stance;
    return a;
  }
  wire::Release release(bool planner = false) const { return wire::decode<wire::Release>(*deliberation->release_frame(planner)).value(); }
  /// Waits up to ten seconds for that release; true if it came.
  bool released(std::uint32_t number) const {
    for (int i = 0; i < 2000 && release().number < number; ++i) std::this_thread::sleep_for(std::chrono::milliseconds(5));
    return release().number == number;
  }

  Shelf store;
  std::atomic<std::int64_t> now = 1'790'000'000;
  std::atomic<std::uint64_t> drawn = 0;
  Clock clock = [this] { return now.load(); };
  Entropy entropy = [this](std::span<std::uint8_t> bytes) {
    const Digest digest = secret_hash(std::to_string(++drawn));
    for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = digest[i % digest.size()];
  };
  Identity identity{store, clock, entropy};
  std::atomic<int> told = 0;
  std::unique_ptr<Deliberation> deliberation;
};

template <class T>
T frame(const Response& response) {
  return wire::decode<T>(*response.body).value();
}
inline std::string problem(const Response& response) {
  return response.status < 400 ? "" : frame<wire::Problem>(response).code;
}

}  // namespace rembuk::server
