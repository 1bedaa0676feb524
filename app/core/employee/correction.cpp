#include "app/core/employee/correction.hpp"

#include "app/core/employee/keep.hpp"
#include "app/core/employee/retry.hpp"
#include "engine/base/plain_text.hpp"
#include "engine/wire/codec.hpp"

namespace rembuk::employee {
namespace {

constexpr const char* path = "/api/v1/me/correction";

Bytes kept_bytes(const CorrectionBox& box) {
  Bytes bytes = wire::encode(box.mine);
  bytes.push_back(static_cast<std::uint8_t>(box.state));
  return bytes;
}

void save(Step& step) {
  const auto& box = step.model.correction;
  step.commands.push_back(Save{box.of, kept_bytes(box)});
}

/// What stands here is what the server holds.
void forget(Step& step) {
  auto& box = step.model.correction;
  box.mine = {};
  box.state = Report::shown;
  step.commands.push_back(Remove{box.of});
}

void put(Step& step) {
  auto& box = step.model.correction;
  box.under_way = true;
  step.commands.push_back(
      Ask{Asked::correct, box.mine.facts == 0 ? "DELETE" : "PUT", path, wire::encode(box.mine)});
}

void ask_how_it_stands(Step& step) {
  step.commands.push_back(Ask{Asked::correction, "GET", path, {}});
}

/// After a change of the draft.
void changed(Step& step) {
  auto& box = step.model.correction;
  box.problem.clear();
  box.state = Report::writing;
  const bool empty = box.mine.facts == 0 && box.mine.text.empty() && box.stored.facts == 0;
  empty ? forget(step) : save(step);
}

void take_stored(Step& step, wire::OwnCorrection stored) {
  auto& box = step.model.correction;
  box.stored = std::move(stored);
  // A page that died before it heard of the receipt: there is nothing left to send.
  if (box.state == Report::writing && box.mine.facts == box.stored.facts &&
      box.mine.text == box.stored.text)
    forget(step);
}

}  // namespace

void ask_correction(Step& step) {
  auto& box = step.model.correction;
  std::string key = correction_key(*step.model.profile);
  if (box.of != key) box = {};
  box.of = std::move(key);
  ask_how_it_stands(step);
  if (!box.loaded) step.commands.push_back(Load{false, box.of});
  resend_correction(step);
}

void correction_loaded(Step& step, const Stored& stored) {
  auto& box = step.model.correction;
  if (box.loaded) return;
  box.loaded = true;
  if (stored.bytes && !stored.bytes->empty() && stored.bytes->back() <= 2)
    if (auto mine = wire::decode<wire::Correction>(
            std::span(*stored.bytes).first(stored.bytes->size() - 1))) {
      box.mine = std::move(*mine);
      box.state = static_cast<Report>(stored.bytes->back());
    }
  resend_correction(step);
}

void correction_answered(Step& step, const Answered& answer) {
  auto own = told<wire::OwnCorrection>(answer);
  // A reply that was overtaken on its way must not take a receipt back.
  if (own && own->version >= step.model.correction.stored.version)
    take_stored(step, std::move(*own));
}

void hear(Step& step, const MarkedFact& edit) {
  auto& box = step.model.correction;
  if (!box.loaded || box.state == Report::waiting) return;
  const auto bit = static_cast<wire::Facts>(1U << static_cast<unsigned>(edit.fact));
  box.mine.facts = static_cast<wire::Facts>(edit.on ? box.mine.facts | bit : box.mine.facts & ~bit);
  changed(step);
}

void hear(Step& step, const TypedCorrection& edit) {
  auto& box = step.model.correction;
  if (!box.loaded || box.state == Report::waiting) return;
  box.mine.text = beginning(plain_text(edit.text), wire::correction_text_most);
  changed(step);
}

void hear(Step& step, const EditedCorrection& edit) {
  auto& box = step.model.correction;
  if (box.under_way) return;
  box.problem.clear();
  // It may have arrived though nobody heard so.
  if (box.state == Report::waiting) ask_how_it_stands(step);
  if (!edit.on || (box.state == Report::waiting && box.mine.facts == 0)) return forget(step);
  if (box.state == Report::shown) {
    box.mine.facts = box.stored.facts;
    box.mine.text = box.stored.text;
  }
  box.state = Report::writing;
  save(step);
}

void hear(Step& step, const CorrectionSent& pressed) {
  auto& box = step.model.correction;
  if (!box.loaded || box.state == Report::waiting) return;  // a second tap finds the first one's
  step.model.question = Question::none;
  if (pressed.withdraws) box.mine = {};
  if (box.mine.facts == 0 && !pressed.withdraws) {
    box.problem = "correction_invalid";
    return;
  }
  box.problem.clear();
  box.mine.key = pressed.key;
  box.mine.based_on = box.stored.version;
  box.state = Report::waiting;
  box.late = false;
  box.attempts = 0;
  save(step);
  put(step);
}

void resend_correction(Step& step) {
  const auto& box = step.model.correction;
  if (step.model.session && box.loaded && box.state == Report::waiting && !box.under_way) put(step);
}

void corrected(Step& step, const Answered& answer) {
  const auto& [what, status, bytes, round] = answer;
  auto& box = step.model.correction;
  if (!box.under_way) return;
  box.under_way = false;
  auto own = told<wire::OwnCorrection>(answer);
  if (own) {
    forget(step);
    return take_stored(step, std::move(*own));
  }
  if (status == 200 || may_pass(status)) {
    box.late = true;
    const int wait = wait_ms(box.attempts++);
    return step.commands.push_back(Wait{wait / 2, wait, true});
  }
  box.problem = problem_of(status, bytes);
  ask_how_it_stands(step);
  if (box.mine.facts == 0) return forget(step);
  box.state = Report::writing;
  save(step);
}

}  // namespace rembuk::employee
