#pragma once
#include <array>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace rembuk::server {

/// Two threads for what must not hold up the one that serves: hashing a PIN. So many at a time use
/// their memory, and no more. Waiting work is done before it ends.
class SlowWork {
 public:
  SlowWork();
  ~SlowWork();
  SlowWork(const SlowWork&) = delete;
  SlowWork& operator=(const SlowWork&) = delete;

  /// False, and nothing is done, while too much waits.
  [[nodiscard]] bool add(std::function<void()> work);

 private:
  void run();

  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<std::function<void()>> waiting_;
  bool ending_ = false;
  std::array<std::thread, 2> threads_;
};

}  // namespace rembuk::server
