#include <algorithm>

#include "engine/base/plain_text.hpp"
#include "engine/files/import.hpp"
#include "engine/scoring/criteria.hpp"
#include "engine/wire/codec.hpp"
#include "web/server/deliberation/answer_check.hpp"
#include "web/server/deliberation/deliberation.hpp"
#include "web/server/deliberation/own_explanation.hpp"
#include "web/server/deliberation/wished.hpp"

/// What the server tells one employee alone, and what it takes from nobody in particular.
namespace rembuk::server {
namespace {

bool blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

}  // namespace

std::expected<wire::CodeFacts, ProblemCode> Deliberation::code_facts(const std::string& nip) {
  const auto credential = store_.credential(nip);
  const auto stored = store_.current_answer(nip);
  if (!credential || !stored) return std::unexpected("store_unavailable");
  const bool hidden =
      *stored && !(*stored)->content.empty() && (*stored)->version <= credential->hidden_up_to;
  return wire::CodeFacts{!credential->pin.empty(), hidden};
}

std::expected<wire::UnitNames, ProblemCode> Deliberation::unit_names(const std::string& nip) const {
  const auto who = employee(nip);
  if (!who) return std::unexpected("not_found");
  const UnitId unit = consultation_.employees[who->index()].unit;
  wire::UnitNames names;
  for (const auto& one : consultation_.employees)
    if (one.unit == unit && names.names.size() < 2000) names.names.push_back(one.name);
  std::ranges::sort(names.names);
  return names;
}

wire::PostFacts Deliberation::post_facts(EmployeeId who, PostId id) const {
  const Post& post = consultation_.posts[id.index()];
  const std::scoped_lock lock(mutex_);
  wire::PostFacts facts;
  facts.code = post.code;
  facts.name = post.name;
  facts.unit = consultation_.units[post.unit.index()].name;
  facts.agency = consultation_.units[working_[post.unit].opd.index()].name;
  facts.job_class = post.job_class;
  const auto minutes = working_.travel_minutes(working_[who].home, working_[post.unit].region);
  if (minutes >= 0) facts.minutes = static_cast<std::uint16_t>(minutes);
  CompetenceMatch match;
  const auto held = working_.held_by(who);
  for (const auto& needed : working_.required_by(id)) {
    const auto at = std::ranges::find(held, needed.competence, &Snapshot::Held::competence);
    match.add(at == held.end() ? 0 : at->level, needed.level);
  }
  facts.competence = static_cast<std::uint16_t>(competence_value(match));
  return facts;
}

std::expected<wire::OwnResult, ProblemCode> Deliberation::result(const std::string& nip) const {
  const auto who = employee(nip);
  if (!who) return std::unexpected("not_found");
  std::shared_ptr<const Published> published;
  {
    const std::scoped_lock lock(mutex_);
    published = published_;
  }
  if (!published) return std::unexpected("not_published");
  const PostId now = consultation_.employees[who->index()].post;
  const PostId proposed = published->posts[who->index()];
  return wire::OwnResult{published->day, proposed != now, post_facts(*who, now),
                         post_facts(*who, proposed)};
}

std::expected<Consultation, Error> Deliberation::answered_consultation() const {
  const auto answers = store_.current_answers();
  if (!answers) return std::unexpected(answers.error());
  Consultation all = consultation_;
  for (const auto& stored : *answers) {
    const auto who = employee(stored.nip);
    const auto answer = wire::decode<wire::Answer>(stored.content);
    if (!who || !answer) continue;  // withdrawn
    auto aspiration = aspiration_of(*answer, *who, all);
    if (!aspiration) continue;
    all.aspirations.push_back(std::move(*aspiration));
    for (const auto& one : answer->concerns)
      all.concerns.push_back({*who, one.category, one.intensity, one.help});
  }
  std::ranges::sort(all.aspirations, {}, &Aspiration::employee);
  std::ranges::sort(all.concerns, {},
                    [](const Concern& one) { return std::pair(one.employee, one.category); });
  return all;
}

std::expected<wire::OwnExplanation, ProblemCode> Deliberation::explanation(
    const std::string& nip) {
  const auto who = employee(nip);
  if (!who) return std::unexpected("not_found");
  const auto code = code_facts(nip);
  if (!code) return std::unexpected(code.error());
  std::shared_ptr<const Published> published;
  {
    const std::scoped_lock lock(mutex_);
    published = published_;
  }
  if (!published) return std::unexpected("not_published");
  wire::OwnExplanation card;
  card.facts = published->explainer->facts(*who);
  if (code->earlier_hidden) {
    card.part = wire::PersonalPart::hidden;
  } else {
    const auto own = published->explainer->personal(*who);
    card.part = own.state;
    if (own.personal) card.personal = *own.personal;
  }
  card.bases = bases_of(card.facts, card.personal, consultation_);
  return card;
}

void Deliberation::take_published() {
  if (state_.load() < wire::ConsultationState::published) return;
  {
    const std::scoped_lock lock(mutex_);
    if (published_) return;  // what is published stays
  }
  const auto text = store_.value("published_plan");
  const auto day = store_.value("published_at");
  if (!text || !day || text->empty()) return;
  auto published = std::make_shared<Published>();
  published->day = *day;
  auto plan = files::import_plan(*text, consultation_).plan;
  published->posts = placement(make_snapshot(consultation_), plan);
  published->explainer = std::make_unique<Explainer>(consultation_, std::move(plan),
                                                     [this] { return answered_consultation(); });
  const std::scoped_lock lock(mutex_);
  published_ = std::move(published);
}

std::shared_ptr<const wire::Bytes> Deliberation::wished_frame() const {
  const std::scoped_lock lock(mutex_);
  return wished_frame_;
}

std::expected<void, ProblemCode> Deliberation::keep_text(const wire::AnonymousText& text) {
  // A text that waited on its device for up to an hour may come after the closing.
  if (const auto state = state_.load();
      state != wire::ConsultationState::open && state != wire::ConsultationState::closed)
    return std::unexpected("consultation_closed");
  if (blank(text.text) || characters(text.text) > wire::anonymous_text_most)
    return std::unexpected("text_invalid");
  const StoredText stored{text.key, iso_time(clock_()).substr(0, 13), text.text, 0};
  const auto kept = store_.keep_text(stored, secret_hash(normalised_code(text.slip)));
  if (kept) return {};
  return std::unexpected(kept.error().fault == Fault::not_found ? "slip_unknown"
                                                                : "store_unavailable");
}

wire::Wished wished(const Snapshot& released, std::uint32_t release) {
  std::vector<std::uint32_t> people(released.posts.size());
  for (const auto& row : released.employees) {
    if (!row.answered) continue;
    for (std::size_t k = 0; k < row.wish_count; ++k)
      if (const auto& wish = row.wishes[k]; wish.kind == Snapshot::Target::Kind::post)
        ++people[static_cast<std::size_t>(wish.id)];
  }
  wire::Wished wished;
  wished.release = release;
  for (std::size_t post = 0; post < people.size(); ++post)
    if (people[post] >= 10)
      wished.posts.push_back(
          {static_cast<std::uint32_t>(post),
           static_cast<std::uint16_t>(std::min(people[post], 65000U) / 10 * 10)});
  return wished;
}

}  // namespace rembuk::server
