#include "app/core/employee/keep.hpp"
#include "app/core/employee/retry.hpp"
#include "engine/wire/codec.hpp"

/// From the button to the receipt: a submission keeps its key until the server has acknowledged it,
/// so that a repeat is harmless and nothing is sent twice.
namespace rembuk::employee {
namespace {

void put(Step& step) {
  Model& m = step.model;
  m.sending = Sending::under_way;
  m.problem.clear();
  step.commands.push_back(Ask{Asked::submit, m.outbox->withdraws ? "DELETE" : "PUT",
                              "/api/v1/me/answer", wire::encode(m.outbox->answer)});
}

/// On the disk first, then on its way: a page that dies in between sends the same key again, never
/// a second answer. A device that refuses holds nothing up.
void post(Step& step, Outbox outbox) {
  Model& m = step.model;
  m.outbox = std::move(outbox);
  m.outbox->on_disk = false;
  m.screen = Screen::receipt;
  m.sending = Sending::idle;
  m.problem.clear();
  m.conflict = false;
  m.question = Question::none;
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
  const int most = wait_ms(m.outbox->attempts++);
  step.commands.push_back(Wait{most / 2, most});
}

}  // namespace

void ask(Step& step, Asked what, std::string method, std::string path, Bytes bytes) {
  step.commands.push_back(Ask{what, std::move(method), std::move(path), std::move(bytes)});
}

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

void hear(Step& step, const SendPressed& pressed) {
  Model& m = step.model;
  if (m.outbox || !m.profile || !m.stored || !m.outbox_loaded)
    return;  // a second tap finds the first one's outbox
  if (m.draft.stance == no_stance) {
    m.screen = Screen::stance;
    m.problem = "stance_missing";
    return;
  }
  Outbox outbox{m.draft, false, 0, false};
  outbox.answer.key = pressed.key;
  post(step, std::move(outbox));
}

void hear(Step& step, const WithdrawConfirmed& confirmed) {
  Model& m = step.model;
  if (m.outbox || !m.profile || !m.stored || !m.outbox_loaded) return;
  Outbox outbox;
  outbox.withdraws = true;
  outbox.answer.key = confirmed.key;
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

void submitted(Step& step, const Answered& answer) {
  const auto& [what, status, bytes, round] = answer;
  Model& m = step.model;
  if (!m.outbox) return;
  if (status == 200) {
    if (auto receipt = wire::decode<wire::Receipt>(bytes))
      return acknowledged(step, std::move(*receipt));
    return try_later(step);
  }
  if (may_pass(status)) return try_later(step);
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

void hear(Step& step, const KeptMine& pressed) {
  Model& m = step.model;
  if (!m.outbox || !m.stored || !m.conflict) return;
  Outbox outbox = *m.outbox;
  outbox.answer.key = pressed.key;
  outbox.answer.based_on = m.stored->receipt.version;
  outbox.attempts = 0;
  post(step, std::move(outbox));
}

void hear(Step& step, const TookTheirs&) {
  Model& m = step.model;
  if (!m.stored || !m.profile || m.sending == Sending::under_way) return;
  m.conflict = false;
  m.problem.clear();
  take_stored(m);
  drop_outbox(step);
  step.commands.push_back(Remove{draft_key(*m.profile)});
}

}  // namespace rembuk::employee
