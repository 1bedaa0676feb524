#include "web/server/identity/slow_work.hpp"

#include <utility>

namespace rembuk::server {
namespace {

constexpr std::size_t most_waiting = 200;  // some ten seconds of hashing

}  // namespace

SlowWork::SlowWork() {
  for (auto& thread : threads_) thread = std::thread([this] { run(); });
}

SlowWork::~SlowWork() {
  {
    const std::scoped_lock lock(mutex_);
    ending_ = true;
  }
  wake_.notify_all();
  for (auto& thread : threads_) thread.join();
}

bool SlowWork::add(std::function<void()> work) {
  {
    const std::scoped_lock lock(mutex_);
    if (waiting_.size() >= most_waiting) return false;
    waiting_.push_back(std::move(work));
  }
  wake_.notify_one();
  return true;
}

void SlowWork::run() {
  for (;;) {
    std::function<void()> work;
    {
      std::unique_lock lock(mutex_);
      wake_.wait(lock, [this] { return ending_ || !waiting_.empty(); });
      if (waiting_.empty()) return;
      work = std::move(waiting_.front());
      waiting_.pop_front();
    }
    work();
  }
}

}  // namespace rembuk::server
