#include "app/core/employee/keep.hpp"
#include "engine/wire/codec.hpp"

/// What the server and the device say of the person, and where the page goes on then.
namespace rembuk::employee {
namespace {

/// Refused before the session's own answer has said why: that one decides.
bool too_early(Model& m, const Answered& answer) {
  if (m.session || (answer.status != 401 && answer.status != 403)) return false;
  m.refused = answer.status == 401 ? "session_ended" : problem_of(answer.status, answer.bytes);
  return true;
}

}  // namespace

bool published(const Model& m) {
  return m.session && m.session->consultation.state >= wire::ConsultationState::published;
}

void hear(Step& step, const ReloadCatalogue&) {
  step.model.catalogue_failed = false;
  ask(step, Asked::catalogue, "GET", "/api/v1/catalogue");
  ask(step, Asked::wished, "GET", "/api/v1/wished");
}

/// Once person, stored answer and device have spoken: where to go on.
void settle(Step& step) {
  Model& m = step.model;
  if (m.screen != Screen::starting && m.screen != Screen::sign_in) return;
  if (!m.session || !m.profile || !m.stored || !m.draft_loaded || !m.outbox_loaded) return;
  m.busy = false;
  hear(step, ReloadCatalogue{});
  // Asked of everybody: whoever asks for the names only when writing would give themselves away.
  ask(step, Asked::unit, "GET", "/api/v1/me/unit");
  ask_correction(step);
  if (published(m)) ask_result(step);
  if (!m.draft_there || (has_answered(m) && !has_changes(m))) take_stored(m);
  if (m.outbox) {
    m.screen = Screen::receipt;
    resend(step);
  } else if (published(m)) {
    m.screen = Screen::result;
  } else if (m.draft_there) {
    m.screen = m.resume;
  } else {
    m.screen = has_answered(m) ? Screen::receipt : Screen::welcome;
  }
}

void profile_answered(Step& step, const Answered& answer) {
  if (too_early(step.model, answer)) return;
  if (answer.status != 200) return end_session(step.model, problem_of(answer.status, answer.bytes));
  auto profile = wire::decode<wire::Profile>(answer.bytes);
  if (!profile) return end_session(step.model, "message_invalid");
  Model& m = step.model;
  m.profile = std::move(*profile);
  if (m.draft_of != draft_key(*m.profile)) {  // another person than before on this device
    m.draft_of = draft_key(*m.profile);
    m.draft_there = false;
    m.outbox.reset();
  }
  m.draft_loaded = m.outbox_loaded = false;
  step.commands.push_back(Load{false, draft_key(*m.profile)});
  step.commands.push_back(Load{true, outbox_key(*m.profile)});
  settle(step);
}

void own_answered(Step& step, const Answered& answer) {
  if (auto own = told<wire::OwnAnswer>(answer)) {
    Model& m = step.model;
    // A reply that was overtaken on its way must not take a receipt back.
    if (m.stored && own->receipt.version < m.stored->receipt.version) return settle(step);
    m.stored = std::move(*own);
    if (m.conflict && m.outbox && !m.outbox->withdraws && has_answered(m) &&
        same_content(m.outbox->answer, m.stored->answer))
      hear(step, TookTheirs{});  // both devices said the same: there is nothing to choose
    return settle(step);
  }
  if (too_early(step.model, answer)) return;
  if (step.model.screen == Screen::starting || step.model.screen == Screen::sign_in)
    end_session(step.model, problem_of(answer.status, answer.bytes));
}

void hear(Step& step, const Stored& stored) {
  Model& m = step.model;
  if (stored.key == m.correction.of) return correction_loaded(step, stored);
  if (!m.profile || stored.key != (stored.outbox ? outbox_key(*m.profile) : draft_key(*m.profile)))
    return;
  // Asked twice: what was changed since the first reply must not be taken back by the second.
  if (stored.outbox ? m.outbox_loaded : m.draft_loaded) return;
  if (!stored.ok) m.storage_refused = true;
  if (stored.outbox) {
    m.outbox_loaded = true;
    if (stored.bytes)
      if (auto kept = outbox_from(*stored.bytes)) m.outbox = std::move(kept);
  } else {
    m.draft_loaded = true;
    if (stored.bytes)
      if (auto kept = draft_from(*stored.bytes)) {
        m.draft = std::move(kept->answer);
        m.resume = kept->screen;
        m.draft_there = true;
      }
  }
  settle(step);
}

void wished_answered(Step& step, const Answered& answer) {
  Model& m = step.model;
  if (auto wished = told<wire::Wished>(answer)) m.wished = std::move(wished->posts);
  if (m.finder) m.finder->set_wished(m.wished);
}

void catalogue_answered(Step& step, const Answered& answer) {
  Model& m = step.model;
  auto catalogue = told<wire::Catalogue>(answer);
  m.catalogue_failed = !catalogue;
  if (catalogue) m.finder.emplace(std::move(*catalogue));
  if (m.finder) m.finder->set_wished(m.wished);
}

void unit_answered(Step& step, const Answered& answer) {
  if (auto unit = told<wire::UnitNames>(answer)) step.model.unit_names = std::move(unit->names);
}

void code_answered(Step& step, const Answered& answer) {
  if (auto code = told<wire::CodeFacts>(answer)) step.model.code = *code;
}

void access_answered(Step& step, const Answered& answer) {
  Model& m = step.model;
  if (auto log = told<wire::AccessLog>(answer)) m.access = std::move(log->entries);
  if (!m.access) m.problem = problem_of(answer.status, answer.bytes);
}

}  // namespace rembuk::employee
