#include "web/server/store/answer_writer.hpp"

namespace rembuk::server {

AnswerWriter::AnswerWriter(Store& store) : store_(store), thread_([this] { run(); }) {}

AnswerWriter::~AnswerWriter() {
  {
    const std::scoped_lock lock(mutex_);
    ending_ = true;
  }
  wake_.notify_one();
  thread_.join();
}

void AnswerWriter::write(AnswerWrite answer, Done done) {
  {
    const std::scoped_lock lock(mutex_);
    waiting_.push_back({std::move(answer), std::move(done)});
  }
  wake_.notify_one();
}

void AnswerWriter::run() {
  for (;;) {
    std::vector<Waiting> batch;
    {
      std::unique_lock lock(mutex_);
      wake_.wait(lock, [this] { return ending_ || !waiting_.empty(); });
      if (waiting_.empty()) return;
      batch.swap(waiting_);
    }
    std::vector<AnswerWrite> answers;
    answers.reserve(batch.size());
    for (const auto& one : batch) answers.push_back(one.answer);
    const auto results = store_.append(answers);
    for (std::size_t i = 0; i < batch.size(); ++i)
      batch[i].done(results ? (*results)[i] : AnswerResult(std::unexpected(results.error())));
  }
}

}  // namespace rembuk::server
