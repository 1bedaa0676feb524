#include <algorithm>
#include <utility>

#include "engine/files/import.hpp"
#include "engine/wire/codec.hpp"
#include "web/server/deliberation/deliberation.hpp"
#include "web/server/deliberation/life_cycle.hpp"
#include "web/server/deliberation/stored_consultation.hpp"

/// Opening a consultation from the store, and what outlives a restart.
namespace rembuk::server {
namespace {

std::int64_t number_or(const std::expected<std::string, Error>& text, std::int64_t otherwise) {
  if (!text || text->empty()) return otherwise;
  std::int64_t value = 0;
  for (const char c : *text) {
    if (c < '0' || c > '9') return otherwise;
    value = value * 10 + (c - '0');
  }
  return value;
}

/// Of a text `1,4,9`.
std::vector<std::uint32_t> ids_of(const std::expected<std::string, Error>& text) {
  std::vector<std::uint32_t> ids;
  if (!text) return ids;
  std::uint32_t id = 0;
  for (const char c : *text + (text->empty() ? "" : ","))
    if (c == ',')
      ids.push_back(std::exchange(id, 0));
    else
      id = id * 10 + static_cast<std::uint32_t>(c - '0');
  return ids;
}

}  // namespace

std::expected<Consultation, std::string> stored_consultation(Store& store) {
  const auto stored = store.consultation_files();
  if (!stored) return std::unexpected(stored.error().detail);
  if (stored->empty()) return std::unexpected("the store holds no consultation yet: import one with --data DIR");
  std::vector<files::NamedText> named;
  for (const auto& [name, text] : *stored) named.push_back({name, text});
  auto import = files::import_files(named, {});
  if (!import.consultation) return std::unexpected("the stored consultation cannot be read");
  // Answers come from the store's own table, also those that were imported.
  import.consultation->aspirations.clear();
  import.consultation->concerns.clear();
  return std::move(*import.consultation);
}

Deliberation::Deliberation(Store& store, Clock clock, Entropy entropy, Consultation consultation, AcceptanceModel model)
    : store_(store), clock_(std::move(clock)), entropy_(std::move(entropy)), consultation_(std::move(consultation)),
      regions_(region_codes(consultation_)), model_(model), row_orders_(entropy_), working_(make_snapshot(consultation_)),
      gate_(consultation_.settings.threshold) {
  shown_.released = std::make_shared<const Snapshot>(working_);
}

std::expected<std::unique_ptr<Deliberation>, std::string> Deliberation::open(Store& store, Clock clock, Entropy entropy) {
  auto consultation = stored_consultation(store);
  if (!consultation) return std::unexpected(consultation.error());
  const auto model = AcceptanceModel::make(consultation->settings.parameters);
  if (!model) return std::unexpected("the model's parameter " + model.error().detail + " is out of range");
  std::unique_ptr<Deliberation> d(new Deliberation(store, std::move(clock), std::move(entropy), std::move(*consultation), *model));
  d->make_catalogue();
  if (auto restored = d->restore(); !restored) return std::unexpected(restored.error());
  d->writer_ = std::make_unique<AnswerWriter>(store);
  d->release_thread_ = std::thread([raw = d.get()] { raw->run_releases(); });
  d->job_thread_ = std::thread([raw = d.get()] { raw->run_jobs(); });
  return d;
}

Deliberation::~Deliberation() {
  writer_.reset();  // whatever waits is written first
  {
    const std::scoped_lock lock(job_mutex_);
    ending_ = true;
    for (auto& [id, job] : jobs_) job->cancelled = true;
  }
  {
    const std::scoped_lock lock(mutex_);
    closing_ = true;
  }
  release_wake_.notify_all();
  if (release_thread_.joinable()) release_thread_.join();
  job_wake_.notify_all();
  if (job_thread_.joinable()) job_thread_.join();
}

/// Answers up to the last release are released; those after it wait, and count towards the next.
std::expected<void, std::string> Deliberation::restore() {
  const auto state = stored_state(store_);
  if (!state) return std::unexpected(state.error().detail);
  state_ = *state;
  take_published();
  const std::int64_t released_sequence = number_or(store_.value("release_sequence"), -1);
  shown_.number = static_cast<std::uint32_t>(number_or(store_.value("release_number"), 0));
  const auto answers = store_.current_answers();
  if (!answers) return std::unexpected(answers.error().detail);
  bool due = released_sequence < 0;
  auto released = std::make_shared<Snapshot>(working_);
  for (const auto& stored : *answers) {
    const auto who = employee(stored.nip);
    if (!who) continue;
    std::optional<wire::Answer> answer;
    if (!stored.content.empty())
      if (auto decoded = wire::decode<wire::Answer>(stored.content)) answer = std::move(*decoded);
    apply(*who, answer ? &*answer : nullptr, working_);
    applied_sequence_ = std::max(applied_sequence_, stored.sequence);
    if (stored.sequence <= released_sequence)
      apply(*who, answer ? &*answer : nullptr, *released);
    else if (released_sequence >= 0 && gate_.answered(*who))
      due = true;
  }
  shown_.released = std::move(released);
  const auto shown = store_.value("release_frame");
  std::map<std::uint32_t, wire::Scenario> earlier;
  if (shown && !shown->empty())
    if (auto release = wire::decode<wire::Release>(std::span(reinterpret_cast<const std::uint8_t*>(shown->data()), shown->size()))) {
      shown_.day = release->made_at;
      shown_.answered = release->answered;
      for (auto& scenario : release->scenarios) earlier[scenario.id] = std::move(scenario);
    }
  const auto stored = store_.scenarios();
  if (!stored) return std::unexpected(stored.error().detail);
  shown_.scenarios[0].shown.kind = wire::ScenarioKind::status_quo;
  shown_.scenarios[0].stored.in_forum = true;
  for (const auto& one : *stored) {
    auto imported = files::import_plan(one.plan, consultation_);
    shown_.scenarios[one.id] = {one, std::move(imported.plan), {}};
  }
  for (const auto id : ids_of(store_.value("seen_scenarios")))
    if (const auto found = shown_.scenarios.find(id); found != shown_.scenarios.end()) found->second.seen = true;
  for (const auto id : ids_of(store_.value("removed_scenarios")))
    if (const auto found = shown_.scenarios.find(id); found != shown_.scenarios.end()) found->second.removed = true;
  std::optional<StatusQuo> now;
  for (auto& [id, scenario] : shown_.scenarios) {
    if (const auto found = earlier.find(id); found != earlier.end()) {
      scenario.shown = found->second;
    } else if (!due) {
      if (!now) now.emplace(*shown_.released);
      scenario.shown = judge(scenario, *now, shown_.answered, false).shown;
    }
  }
  if (due && !release()) return std::unexpected("the store cannot be written to");
  if (!due) {
    const std::scoped_lock lock(shown_mutex_);
    publish_frames();
  }
  return {};
}

}  // namespace rembuk::server
