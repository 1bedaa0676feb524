#include <algorithm>
#include <array>
#include <chrono>

#include "engine/rules/rules.hpp"
#include "engine/scoring/attribution.hpp"
#include "engine/scoring/report.hpp"
#include "engine/wire/codec.hpp"
#include "web/server/deliberation/deliberation.hpp"
#include "web/server/deliberation/life_cycle.hpp"
#include "web/server/deliberation/wire_report.hpp"
#include "web/server/deliberation/wished.hpp"

/// Releases out: the only numbers that leave towards leaders.
namespace rembuk::server {
namespace {

bool nobody_worse(const std::string& policy) {
  constexpr std::array<std::string_view, 5> guarantee = {"no-one-worse", "most-first-wishes", "published-order", "both-sides", "unit-priority"};
  return std::ranges::find(guarantee, policy) != guarantee.end();
}

}  // namespace

Deliberation::Judged Deliberation::judge(const Scenario& scenario, const StatusQuo& released, const Cell& answered_before,
                                         bool after_release) const {
  const std::int32_t threshold = consultation_.settings.threshold;
  const Report report = released.report(scenario.plan, model_);
  const auto change = difference(released.snapshot(), {}, scenario.plan, model_).satisfaction;
  PublishedReport published = publish(report_numbers(report, change, nobody_worse(scenario.stored.policy)), threshold);
  if (after_release && !scenario.shown.concerns.empty())
    published = settled(taken_cells(scenario.shown, answered_before), published, threshold);
  wire::Scenario shown = scenario.shown;
  put_cells(published, shown);
  shown.id = scenario.stored.id;
  shown.kind = static_cast<wire::ScenarioKind>(scenario.stored.kind);
  shown.name = scenario.stored.name;
  shown.policy = scenario.stored.policy;
  shown.heads_needed = report.need.heads_needed;
  shown.heads_covered_before = report.need.heads_covered_before;
  shown.heads_covered_after = report.need.heads_covered_after;
  const auto hundredths = [](double heads) { return static_cast<std::int64_t>(heads * 100 + 0.5); };
  shown.competence_covered_before = hundredths(report.need.competence_covered_before);
  shown.competence_covered_after = hundredths(report.need.competence_covered_after);
  shown.violations = 0;
  for (const auto& violation : violations(released.snapshot(), scenario.plan)) shown.violations += static_cast<std::uint32_t>(violation.people);
  return {std::move(shown), published.answered};
}

/// Computes without the lock; scenarios that came meanwhile are computed too before it returns.
std::map<std::uint32_t, Deliberation::Judged> Deliberation::judge_all(const Snapshot& released, std::unique_lock<std::mutex>& shown) const {
  std::map<std::uint32_t, Judged> judged;
  const Cell answered_before = shown_.answered;
  std::optional<StatusQuo> now;
  for (;;) {
    std::vector<Scenario> fresh;
    for (const auto& [id, scenario] : shown_.scenarios)
      if (!judged.contains(id)) fresh.push_back(scenario);
    if (fresh.empty()) return judged;
    shown.unlock();
    if (!now) now.emplace(released);
    for (const auto& scenario : fresh) judged[scenario.stored.id] = judge(scenario, *now, answered_before, true);
    shown.lock();
  }
}

bool Deliberation::release() {
  std::unique_lock shown(shown_mutex_);
  const auto next = std::make_shared<Snapshot>(*shown_.released);
  std::int64_t sequence = 0;
  {
    // Whoever is in this copy counts towards no later release: two of them differ by enough people.
    const std::scoped_lock lock(mutex_);
    next->employees = working_.employees;
    sequence = applied_sequence_;
    gate_ = ReleaseGate(consultation_.settings.threshold);
    release_due_ = false;
  }
  const auto judged = judge_all(*next, shown);
  const Shown before = shown_;
  shown_.released = next;
  ++shown_.number;
  shown_.day = iso_day(clock_());
  shown_.answered = judged.at(0).answered;
  for (auto& [id, scenario] : shown_.scenarios) scenario.shown = judged.at(id).shown;
  if (publish_frames({{"release_sequence", std::to_string(sequence)}, {"release_number", std::to_string(shown_.number)}})) return true;
  shown_ = before;
  const std::scoped_lock lock(mutex_);
  release_due_ = true;
  return false;
}

void Deliberation::run_releases() {
  std::unique_lock lock(mutex_);
  for (;;) {
    release_wake_.wait(lock, [this] { return closing_ || release_due_; });
    if (closing_) return;  // a release that is due is made at the next start
    lock.unlock();
    const bool made = release();
    if (made) tell();
    lock.lock();
    if (!made) release_wake_.wait_for(lock, std::chrono::seconds(1), [this] { return closing_; });
  }
}

/// What leaders have seen comes first and by its number, then what would be new to them. New is only what
/// also stands apart from everything that they have seen and that is withheld, out of the forum or removed
/// now: they remember it.
std::set<std::uint32_t> Deliberation::open_to_leaders() const {
  const Snapshot& released = *shown_.released;
  const std::int32_t threshold = consultation_.settings.threshold;
  std::set<std::uint32_t> open;
  std::vector<const Plan*> beside;
  for (const auto& [id, scenario] : shown_.scenarios)
    if (scenario.seen && !scenario.in_forum()) beside.push_back(&scenario.plan);
  const auto judge_those = [&](bool seen, auto also) {
    for (const auto& [id, scenario] : shown_.scenarios) {
      if (!scenario.in_forum() || scenario.seen != seen || !also(scenario.plan)) continue;
      if (!may_be_shown(released, scenario.plan, beside, threshold)) continue;
      beside.push_back(&scenario.plan);
      open.insert(id);
    }
  };
  judge_those(true, [](const Plan&) { return true; });
  const auto open_before = open;
  judge_those(false, [&](const Plan& plan) {
    return std::ranges::all_of(shown_.scenarios, [&](const auto& other) {
      if (!other.second.seen || open_before.contains(other.first)) return true;
      const std::array<const Plan*, 1> one = {&other.second.plan};
      return may_be_shown(released, plan, one, threshold);
    });
  });
  return open;
}

bool Deliberation::publish_frames(NamedValues with_release) {
  wire::Release release;
  release.number = shown_.number;
  release.made_at = shown_.day;
  release.employees = static_cast<std::uint32_t>(consultation_.employees.size());
  release.answered = shown_.answered;
  release.consultation = facts();
  wire::Release forum = release, kept = release;
  const auto open = open_to_leaders();
  for (auto& [id, scenario] : shown_.scenarios) {
    scenario.shown.in_forum = scenario.in_forum();
    scenario.shown.name = scenario.stored.name;
    kept.scenarios.push_back(scenario.shown);
    if (scenario.removed) continue;
    release.scenarios.push_back(scenario.shown);
    if (!scenario.in_forum()) continue;
    wire::Scenario shown = scenario.shown;
    if (!open.contains(id)) {
      release.scenarios.back().forum_withheld = true;
      wire::Scenario hidden;  // nothing but its name
      hidden.id = shown.id;
      hidden.kind = shown.kind;
      hidden.name = shown.name;
      hidden.policy = shown.policy;
      hidden.in_forum = hidden.withheld = true;
      shown = std::move(hidden);
    }
    forum.scenarios.push_back(std::move(shown));
  }
  auto planner_frame = std::make_shared<const wire::Bytes>(wire::encode(release));
  auto forum_frame = std::make_shared<const wire::Bytes>(wire::encode(forum));
  // Durable before anybody sees it: after a crash the same number never shows something else, and
  // what leaders have seen is known.
  const bool fresh = std::ranges::any_of(open, [&](std::uint32_t id) { return !shown_.scenarios.at(id).seen; });
  const bool must = !with_release.empty() || fresh;
  const auto kept_frame = wire::encode(kept);
  with_release.emplace_back("release_frame", std::string(kept_frame.begin(), kept_frame.end()));
  with_release.emplace_back("seen_scenarios", ids_where([&](std::uint32_t id, const Scenario& one) {
    return one.seen || open.contains(id);
  }));
  if (!store_.set_values(with_release) && must) return false;
  for (const auto id : open) shown_.scenarios.at(id).seen = true;
  auto wished_frame = std::make_shared<const wire::Bytes>(wire::encode(wished(*shown_.released, shown_.number)));
  const std::scoped_lock lock(mutex_);
  forum_number_ = shown_.number;
  wished_frame_ = std::move(wished_frame);
  planner_frame_ = std::move(planner_frame);
  forum_frame_ = std::move(forum_frame);
  return true;
}

std::shared_ptr<const wire::Bytes> Deliberation::release_frame(bool planner) const {
  const std::scoped_lock lock(mutex_);
  return planner ? planner_frame_ : forum_frame_;
}

std::uint32_t Deliberation::release_number() const {
  const std::scoped_lock lock(mutex_);
  return forum_number_;
}

void Deliberation::on_release(std::function<void()> changed) {
  const std::scoped_lock lock(tell_mutex_);
  on_release_ = std::move(changed);
}

void Deliberation::tell() {
  const std::scoped_lock lock(tell_mutex_);
  if (on_release_) on_release_();
}

void Deliberation::refresh_state() {
  const auto state = stored_state(store_);
  if (!state || *state == state_.load()) return;
  {
    const std::scoped_lock lock(shown_mutex_);
    state_ = *state;
    take_published();
    publish_frames();
  }
  tell();
}

}  // namespace rembuk::server
