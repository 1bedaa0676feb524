#include <algorithm>
#include <array>

#include "engine/files/import.hpp"
#include "engine/wire/codec.hpp"
#include "web/server/deliberation/answer_check.hpp"
#include "web/server/deliberation/deliberation.hpp"

/// Answers in: checked, made durable, then applied to the working snapshot.
namespace rembuk::server {
namespace {

wire::Receipt receipt_of(const StoredAnswer& stored) {
  return {stored.version, stored.received_at, stored.digest.substr(0, 8)};
}

ProblemCode problem_of(const Error& error) {
  switch (error.fault) {
    case Fault::conflict: return "answer_changed";
    case Fault::forbidden: return "consultation_closed";
    default: return "store_unavailable";
  }
}

}  // namespace

void Deliberation::apply(EmployeeId who, const wire::Answer* answer, Snapshot& snapshot) const {
  auto& row = snapshot.employees[who.index()];
  if (!answer) {
    set_answer(row, nullptr, {}, regions_);
    return;
  }
  const auto aspiration = aspiration_of(*answer, who, consultation_);
  if (!aspiration) return;  // a post that no longer exists: the answer stands, but is not counted
  std::vector<Concern> concerns;
  for (const auto& concern : answer->concerns) concerns.push_back({who, concern.category, concern.intensity, concern.help});
  set_answer(row, &*aspiration, concerns, regions_);
}

std::expected<wire::OwnAnswer, ProblemCode> Deliberation::own_answer(EmployeeId who) {
  const auto& nip = consultation_.employees[who.index()].nip;
  const auto stored = store_.current_answer(nip);
  const auto credential = store_.credential(nip);
  if (!stored || !credential) return std::unexpected("store_unavailable");
  wire::OwnAnswer own;
  if (!*stored) return own;
  if ((*stored)->version <= credential->hidden_up_to) {
    // From before a re-issued code: nothing of it but the number that a new answer follows.
    own.receipt.version = (*stored)->version;
    own.withdrawn = true;
    return own;
  }
  own.receipt = receipt_of(**stored);
  own.withdrawn = (*stored)->content.empty();
  if (!own.withdrawn)
    if (auto answer = wire::decode<wire::Answer>((*stored)->content)) own.answer = std::move(*answer);
  return own;
}

void Deliberation::submit(EmployeeId who, const wire::Answer& answer, Kept done) {
  if (const auto problem = answer_problem(answer, consultation_); !problem.empty()) {
    done(std::unexpected(problem));
    return;
  }
  AnswerWrite write;
  write.key = answer.key;
  write.based_on = answer.based_on;
  wire::Answer canonical = answer;
  canonical.key = {};
  canonical.based_on = 0;
  std::ranges::sort(canonical.concerns, {}, &wire::ConcernEntry::category);
  write.content = wire::encode(canonical);
  this->write(who, std::move(write), std::move(canonical), std::move(done));
}

void Deliberation::withdraw(EmployeeId who, const Key& key, std::uint32_t based_on, Kept done) {
  AnswerWrite write;
  write.key = key;
  write.based_on = based_on;
  this->write(who, std::move(write), std::nullopt, std::move(done));
}

void Deliberation::write(EmployeeId who, AnswerWrite write, std::optional<wire::Answer> answer, Kept done) {
  const auto state = state_.load();
  // A withdrawal is possible until the plan is published, an answer while the consultation is open.
  const bool may = answer ? state == wire::ConsultationState::open
                          : state == wire::ConsultationState::open || state == wire::ConsultationState::closed;
  // What was kept before is acknowledged again even then; the store, which sees answers in order, knows.
  write.only_repeat = !may;
  write.access = answer ? "answer_saved" : "answer_withdrawn";
  write.nip = consultation_.employees[who.index()].nip;
  write.received_at = iso_time(clock_());
  std::array<std::uint8_t, 16> salt{};
  entropy_(salt);
  std::vector<std::uint8_t> salted(salt.begin(), salt.end());
  salted.insert(salted.end(), write.content.begin(), write.content.end());
  write.digest = hex(sha256(salted));
  writer_->write(std::move(write), [this, who, answer = std::move(answer), done = std::move(done)](const AnswerResult& result) {
    kept(who, answer, result, done);
  });
}

void Deliberation::kept(EmployeeId who, const std::optional<wire::Answer>& answer, const AnswerResult& result, const Kept& done) {
  if (!result) {
    done(std::unexpected(problem_of(result.error())));
    return;
  }
  if (!result->repeated) {
    const std::scoped_lock lock(mutex_);
    apply(who, answer ? &*answer : nullptr, working_);
    applied_sequence_ = std::max(applied_sequence_, result->answer.sequence);
    if (gate_.answered(who)) {
      release_due_ = true;
      release_wake_.notify_one();
    }
  }
  done(receipt_of(result->answer));
}

}  // namespace rembuk::server
