#include <algorithm>

#include "app/core/employee/keep.hpp"
#include "engine/wire/codec.hpp"

/// From the button to the receipt: a submission keeps its key until the server has acknowledged it,
/// so that a repeat is harmless and nothing is sent twice.
namespace rembuk::employee {
namespace {

constexpr int first_wait_ms = 2000, longest_wait_ms = 60000;

void put(Step& step) {
  Model& m = step.model;
  m.sending = Sending::under_way;
  m.problem.clear();
  step.commands.push_back(Ask{Asked::submit, m.outbox->withdraws ? "DELETE" : "PUT",
                              "/api/v1/me/answer", wire::encode(m.outbox->answer)});
}

/// On the disk first, then on its way: a page that dies in between sends the same key again, never a
/// second answer. A device that refuses holds nothing up.
void post(Step& step, Outbox outbox) {
  Model& m = step.model;
  m.outbox = std::move(outbox);
  m.outbox->on_disk = false;
  m.screen = Screen::receipt;
  m.sending = Sending::idle;
  m.problem.clear();
  m.asking_withdrawal = m.conflict = false;
  step.commands.push_back(Save{outbox_key(*m.profile), outbox_bytes(*m.outbox), true});
}

void drop_outbox(Step& step) {
  Model& m = step.model;
  m.outbox.reset();
  m.sending = Sending::idle;
  step.commands.push_back(Remove{outbox_key(*m.profile)});
}

void acknowledged(Step& step, wire::Receipt receipt) {
  Model& m = step.model;
  const bool withdrew = m.outbox->withdraws;
  m.stored =
      wire::OwnAnswer{std::move(receipt), withdrew ? wire::Answer{} : m.outbox->answer, withdrew};
  take_stored(m);
  drop_outbox(step);
  step.commands.push_back(Remove{draft_key(*m.profile)});
}

void try_later(Step& step) {
  Model& m = step.model;
  m.sending = Sending::waiting;
  const int doubled = first_wait_ms << std::min(m.outbox->attempts, 5);
  ++m.outbox->attempts;
  const int most = std::min(doubled, longest_wait_ms);
  step.commands.push_back(Wait{most / 2, most});
}

}  // namespace

std::string problem_of(int status, const Bytes& bytes) {
  if (status == 0) return "no_network";
  if (auto problem = wire::decode<wire::Problem>(bytes)) return problem->code;
  return "server_unclear";
}

Bytes outbox_bytes(const Outbox& outbox) {
  Bytes bytes = {static_cast<std::uint8_t>(outbox.withdraws ? 1 : 0)};
  const Bytes frame = wire::encode(outbox.answer);
  bytes.insert(bytes.end(), frame.begin(), frame.end());
  return bytes;
}

std::optional<Outbox> outbox_from(const Bytes& bytes) {
  if (bytes.empty() || bytes[0] > 1) return std::nullopt;
  auto answer = wire::decode<wire::Answer>(std::span(bytes).subspan(1));
  if (!answer) return std::nullopt;
  return Outbox{std::move(*answer), bytes[0] == 1, 0, true};
}

void send(Step& step, const std::array<std::uint8_t, 16>& key) {
  Model& m = step.model;
  if (m.outbox || !m.profile || !m.stored || !m.outbox_loaded)
    return;  // a second tap finds the first one's outbox
  if (m.draft.stance == no_stance) {
    m.screen = Screen::stance;
    m.problem = "stance_missing";
    return;
  }
  Outbox outbox{m.draft, false, 0, false};
  outbox.answer.key = key;
  post(step, std::move(outbox));
}

void withdraw(Step& step, const std::array<std::uint8_t, 16>& key) {
  Model& m = step.model;
  if (m.outbox || !m.profile || !m.stored || !m.outbox_loaded) return;
  Outbox outbox;
  outbox.withdraws = true;
  outbox.answer.key = key;
  outbox.answer.based_on = m.stored->receipt.version;
  post(step, std::move(outbox));
}

/// Not before the session has spoken: the end of one would be taken for a refusal of the answer.
void resend(Step& step) {
  const Model& m = step.model;
  if (m.outbox && m.session && m.profile && m.stored && m.sending != Sending::under_way &&
      m.sending != Sending::closed && !m.conflict)
    put(step);
}

void submitted(Step& step, int status, const Bytes& bytes) {
  Model& m = step.model;
  if (!m.outbox) return;
  if (status == 200) {
    if (auto receipt = wire::decode<wire::Receipt>(bytes))
      return acknowledged(step, std::move(*receipt));
    return try_later(step);
  }
  if (status == 0 || status == 429 || status >= 500) return try_later(step);
  const std::string problem = problem_of(status, bytes);
  m.sending = Sending::idle;
  if (problem == "answer_changed") {
    m.conflict = true;
    step.commands.push_back(Ask{Asked::answer, "GET", "/api/v1/me/answer", {}});
  } else if (problem == "consultation_closed") {
    m.sending = Sending::closed;
    m.problem = problem;
  } else {
    drop_outbox(step);
    m.screen = Screen::review;
    m.problem = problem;
  }
}

void begin_round(Model& m) {
  ++m.round;
  m.refused.clear();
  m.session.reset();
  m.profile.reset();
  m.stored.reset();
  m.access.reset();
  m.code.reset();
  m.result.reset();
  m.explanation.reset();
  m.explanation_failed = m.explanation_due = false;
  m.unit_names.clear();
  m.wished.clear();
  m.correction.stored = {};
  m.correction.loaded = m.correction.under_way = false;
  m.correction.problem.clear();
  m.sending = Sending::idle;
  m.conflict = m.asking_withdrawal = m.draft_loaded = m.outbox_loaded = false;
}

void end_session(Model& m, std::string problem) {
  begin_round(m);
  m.busy = false;
  m.screen = Screen::sign_in;
  m.problem = std::move(problem);
  m.typed_pin.clear();
  m.typed_again.clear();
  m.note.slip.clear();
  m.note.text.clear();
  m.note.findings.clear();
  m.query.clear();
  m.hits.clear();
  m.browsing = {};
}

void keep_mine(Step& step, const std::array<std::uint8_t, 16>& key) {
  Model& m = step.model;
  if (!m.outbox || !m.stored || !m.conflict) return;
  Outbox outbox = *m.outbox;
  outbox.answer.key = key;
  outbox.answer.based_on = m.stored->receipt.version;
  outbox.attempts = 0;
  post(step, std::move(outbox));
}

void take_theirs(Step& step) {
  Model& m = step.model;
  if (!m.stored || !m.profile || m.sending == Sending::under_way) return;
  m.conflict = false;
  m.problem.clear();
  take_stored(m);
  drop_outbox(step);
  step.commands.push_back(Remove{draft_key(*m.profile)});
}

}  // namespace rembuk::employee
