#include "app/effects/fake.hpp"

#include <algorithm>
#include <cassert>
#include <cstdint>
#include <optional>
#include <utility>

namespace rembuk::effects {
namespace {

class FakeSocket final : public Socket {
 public:
  explicit FakeSocket(std::shared_ptr<FakeEffects::Live> live) : live_(std::move(live)) {}
  ~FakeSocket() override { live_->alive = false; }
  FakeSocket(const FakeSocket&) = delete;
  FakeSocket& operator=(const FakeSocket&) = delete;
  void send(std::span<const std::uint8_t> bytes) override {
    live_->sent.emplace_back(bytes.begin(), bytes.end());
  }

 private:
  std::shared_ptr<FakeEffects::Live> live_;
};

class FakeEngine final : public Engine {
 public:
  explicit FakeEngine(std::shared_ptr<FakeEffects::Working> working)
      : working_(std::move(working)) {}
  ~FakeEngine() override { working_->alive = false; }
  FakeEngine(const FakeEngine&) = delete;
  FakeEngine& operator=(const FakeEngine&) = delete;
  void send(std::span<const std::uint8_t> frame) override {
    working_->sent.emplace_back(frame.begin(), frame.end());
  }

 private:
  std::shared_ptr<FakeEffects::Working> working_;
};

}  // namespace

void FakeEffects::answer(HttpAnswer answer) {
  assert(!requests.empty());
  Asked oldest = std::move(requests.front());
  requests.pop_front();
  oldest.then(std::move(answer));
}

void FakeEffects::settle() {
  while (!due_.empty()) {
    const auto next = std::move(due_.front());
    due_.pop_front();
    next();
  }
}

void FakeEffects::pass(int milliseconds) {
  const std::int64_t until = clock + milliseconds;
  settle();
  while (!timers_.empty() && timers_.begin()->first <= until) {
    clock = std::max(clock, timers_.begin()->first);
    const auto next = std::move(timers_.begin()->second);
    timers_.erase(timers_.begin());
    next();
    settle();
  }
  clock = until;
}

void FakeEffects::set_online(bool is_online) {
  network = is_online;
  for (const auto& tell : network_) tell(is_online);
}

void FakeEffects::http(HttpRequest request, std::function<void(HttpAnswer)> then) {
  requests.push_back({std::move(request), std::move(then)});
}

void FakeEffects::load(std::string_view key, std::function<void(Loaded)> then) {
  due_.push_back([this, key = std::string(key), then = std::move(then)] {
    if (!storage_works) return then({false, std::nullopt});
    const auto found = stored.find(key);
    then({true, found == stored.end() ? std::nullopt : std::optional(found->second)});
  });
}

void FakeEffects::save(std::string_view key, Bytes bytes, std::function<void(bool)> then) {
  due_.push_back([this, key = std::string(key), bytes = std::move(bytes), then = std::move(then)] {
    if (storage_works) stored.insert_or_assign(key, bytes);
    then(storage_works);
  });
}

void FakeEffects::remove(std::string_view key, std::function<void(bool)> then) {
  due_.push_back([this, key = std::string(key), then = std::move(then)] {
    if (storage_works) stored.erase(key);
    then(storage_works);
  });
}

std::unique_ptr<Socket> FakeEffects::live(std::string_view path, std::function<void(Bytes)> message,
                                          std::function<void(SocketState)> state) {
  sockets.push_back(std::make_shared<Live>(
      Live{std::string(path), std::move(message), std::move(state), {}, true}));
  return std::make_unique<FakeSocket>(sockets.back());
}

std::unique_ptr<Engine> FakeEffects::engine(std::function<void(Bytes)> message,
                                            std::function<void()> broke) {
  engines.push_back(
      std::make_shared<Working>(Working{std::move(message), std::move(broke), {}, true}));
  return std::make_unique<FakeEngine>(engines.back());
}

void FakeEffects::after(int milliseconds, std::function<void()> then) {
  timers_.emplace(clock + milliseconds, std::move(then));
}

void FakeEffects::fill_random(std::span<std::uint8_t> bytes) {
  for (std::uint8_t& byte : bytes) {  // SplitMix64
    std::uint64_t z = (seed += 0x9E3779B97F4A7C15ULL);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    byte = static_cast<std::uint8_t>(z >> 56);
  }
}

std::string FakeEffects::take_fragment() { return std::exchange(fragment, {}); }

}  // namespace rembuk::effects
