#include "app/core/employee/keep.hpp"
#include "engine/wire/codec.hpp"

/// The card that says why: it is computed on the server, so the page asks until it is whole.
namespace rembuk::employee {
namespace {

constexpr int first_wait_ms = 2000, longest_wait_ms = 30000;

void ask(Step& step) {
  step.commands.push_back(Ask{Asked::explanation, "GET", "/api/v1/me/explanation", {}});
}

}  // namespace

void ask_result(Step& step) {
  Model& m = step.model;
  m.explanation_asked = 0;
  if (!m.result) step.commands.push_back(Ask{Asked::result, "GET", "/api/v1/me/result", {}});
  if (!m.explanation || m.explanation->part == wire::PersonalPart::failed) ask(step);
}

void explanation_answered(Step& step, int status, const Bytes& bytes) {
  Model& m = step.model;
  m.explanation_due = false;
  m.explanation_failed = true;
  if (status == 200)
    if (auto card = wire::decode<wire::OwnExplanation>(bytes)) {
      m.explanation = std::move(*card);
      m.explanation_failed = m.explanation->part == wire::PersonalPart::failed;
    }
  const bool whole = m.explanation && m.explanation->part != wire::PersonalPart::waiting;
  if (whole || (m.explanation_failed && status != 0 && status != 429 && status < 500)) return;
  m.explanation_due = true;
  const int wait = std::min(first_wait_ms << std::min(m.explanation_asked++, 4), longest_wait_ms);
  step.commands.push_back(Wait{wait / 2, wait});
}

void ask_explanation_again(Step& step) {
  if (!step.model.explanation_due || !step.model.session) return;
  step.model.explanation_due = false;
  ask(step);
}

}  // namespace rembuk::employee
