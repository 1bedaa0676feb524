#pragma once
#include <functional>
#include <map>
#include <mutex>

#include "engine/wire/messages.hpp"

namespace rembuk::server {

/// Open sockets of leaders. A socket is sent whole releases and nothing else.
class Hub {
 public:
  using Send = std::function<void(const wire::Bytes&)>;
  /// `key` is the connection's identity; `planner` decides which frame it gets. The first frame is
  /// sent here, so that no newer one is overtaken.
  template <class Latest>
  void add(const void* key, bool planner, Send send, Latest latest) {
    const std::scoped_lock lock(mutex_);
    send(*latest(planner));
    sockets_[key] = {planner, std::move(send)};
  }
  void remove(const void* key) {
    const std::scoped_lock lock(mutex_);
    sockets_.erase(key);
  }
  [[nodiscard]] std::size_t size() {
    const std::scoped_lock lock(mutex_);
    return sockets_.size();
  }
  void broadcast(const wire::Bytes& forum, const wire::Bytes& planner) {
    const std::scoped_lock lock(mutex_);
    for (const auto& [key, socket] : sockets_) socket.send(socket.planner ? planner : forum);
  }

 private:
  struct Socket {
    bool planner = false;
    Send send;
  };
  std::mutex mutex_;
  std::map<const void*, Socket> sockets_;
};

}  // namespace rembuk::server
