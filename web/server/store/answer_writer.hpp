#pragma once
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include "web/server/store/store.hpp"

namespace rembuk::server {

/// Group commit: answers that wait while one transaction is being synced share the next one.
/// `done` is called, on the writer's thread, only after the commit.
class AnswerWriter {
 public:
  using Done = std::function<void(AnswerResult)>;

  explicit AnswerWriter(Store& store);
  /// Writes what is waiting, then ends.
  ~AnswerWriter();
  AnswerWriter(const AnswerWriter&) = delete;
  AnswerWriter& operator=(const AnswerWriter&) = delete;

  void write(AnswerWrite answer, Done done);

 private:
  struct Waiting {
    AnswerWrite answer;
    Done done;
  };
  void run();

  Store& store_;
  std::mutex mutex_;
  std::condition_variable wake_;
  std::vector<Waiting> waiting_;
  bool ending_ = false;
  std::thread thread_;
};

}  // namespace rembuk::server
