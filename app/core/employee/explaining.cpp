#include "app/core/employee/keep.hpp"
#include "app/core/employee/retry.hpp"
#include "engine/wire/codec.hpp"

/// The card that says why: it is computed on the server, so the page asks until it is whole.
namespace rembuk::employee {
namespace {

void ask_why(Step& step) { ask(step, Asked::explanation, "GET", "/api/v1/me/explanation"); }

}  // namespace

void ask_result(Step& step) {
  Model& m = step.model;
  m.explanation_asked = 0;
  if (!m.result) ask(step, Asked::result, "GET", "/api/v1/me/result");
  if (!m.explanation || m.explanation->part == wire::PersonalPart::failed) ask_why(step);
}

void result_answered(Step& step, const Answered& answer) {
  Model& m = step.model;
  if (auto result = told<wire::OwnResult>(answer)) m.result = std::move(*result);
  if (!m.result) m.problem = problem_of(answer.status, answer.bytes);
}

void explanation_answered(Step& step, const Answered& answer) {
  Model& m = step.model;
  const int status = answer.status;
  m.explanation_due = false;
  m.explanation_failed = true;
  if (auto card = told<wire::OwnExplanation>(answer)) {
    m.explanation = std::move(*card);
    m.explanation_failed = m.explanation->part == wire::PersonalPart::failed;
  }
  const bool whole = m.explanation && m.explanation->part != wire::PersonalPart::waiting;
  if (whole || (m.explanation_failed && !may_pass(status))) return;
  m.explanation_due = true;
  const int wait = wait_ms(m.explanation_asked++, 30'000);
  step.commands.push_back(Wait{wait / 2, wait});
}

void ask_explanation_again(Step& step) {
  if (!step.model.explanation_due || !step.model.session) return;
  step.model.explanation_due = false;
  ask_why(step);
}

}  // namespace rembuk::employee
