#include <algorithm>

#include "engine/rules/rules.hpp"
#include "engine/scoring/report.hpp"
#include "engine/wire/codec.hpp"
#include "web/server/deliberation/deliberation.hpp"
#include "web/server/deliberation/wire_report.hpp"

/// Releases out: the only numbers that leave towards leaders.
namespace rembuk::server {
namespace {

bool nobody_worse(const std::string& policy) {
  constexpr std::array<std::string_view, 5> guarantee = {"no-one-worse", "most-first-wishes", "published-order", "both-sides", "unit-priority"};
  return std::ranges::find(guarantee, policy) != guarantee.end();
}

}  // namespace

void Deliberation::judge(Scenario& scenario, bool after_release) {
  const std::int32_t threshold = consultation_.settings.threshold;
  const Report report = evaluate(released_, scenario.plan, model_);
  PublishedReport published = publish(report_numbers(report, nobody_worse(scenario.stored.policy)), threshold);
  if (after_release && !scenario.shown.concerns.empty())
    published = settled(taken_cells(scenario.shown, answered_), published, threshold);
  wire::Scenario& shown = scenario.shown;
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
  for (const auto& violation : violations(released_, scenario.plan)) shown.violations += static_cast<std::uint32_t>(violation.people);
  if (scenario.stored.id == 0) answered_ = published.answered;
}

void Deliberation::release() {
  released_.employees = working_.employees;
  ++release_number_;
  release_day_ = iso_time(clock_()).substr(0, 10);
  for (auto& [id, scenario] : scenarios_)
    if (id != 0) judge(scenario, true);
  judge(scenarios_[0], true);  // last: it moves `answered_` on
  publish_frames();
  (void)store_.set_value("release_sequence", std::to_string(applied_sequence_));
  (void)store_.set_value("release_number", std::to_string(release_number_));
}

void Deliberation::publish_frames() {
  wire::Release release;
  release.number = release_number_;
  release.made_at = release_day_;
  release.employees = static_cast<std::uint32_t>(consultation_.employees.size());
  release.answered = answered_;
  release.consultation = facts();
  wire::Release forum = release;
  std::vector<const Plan*> shown_plans;
  for (auto& [id, scenario] : scenarios_) {
    scenario.shown.in_forum = scenario.stored.in_forum;
    scenario.shown.name = scenario.stored.name;
    release.scenarios.push_back(scenario.shown);
    if (!scenario.stored.in_forum) continue;
    wire::Scenario shown = scenario.shown;
    if (may_be_shown(released_, scenario.plan, shown_plans, consultation_.settings.threshold)) {
      shown_plans.push_back(&scenario.plan);
    } else {
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
  planner_frame_ = std::make_shared<const wire::Bytes>(wire::encode(release));
  forum_frame_ = std::make_shared<const wire::Bytes>(wire::encode(forum));
  (void)store_.set_value("release_frame", std::string(planner_frame_->begin(), planner_frame_->end()));
}

std::shared_ptr<const wire::Bytes> Deliberation::release_frame(bool planner) const {
  const std::scoped_lock lock(mutex_);
  return planner ? planner_frame_ : forum_frame_;
}

void Deliberation::on_release(std::function<void()> changed) {
  const std::scoped_lock lock(mutex_);
  on_release_ = std::move(changed);
}

void Deliberation::refresh_state() {
  const auto stored = store_.value("state");
  if (!stored || stored->size() != 1 || (*stored)[0] < '0' || (*stored)[0] > '4') return;
  const auto state = static_cast<wire::ConsultationState>((*stored)[0] - '0');
  if (state == state_.load()) return;
  std::function<void()> changed;
  {
    const std::scoped_lock lock(mutex_);
    state_ = state;
    publish_frames();
    changed = on_release_;
  }
  if (changed) changed();
}

std::expected<void, ProblemCode> Deliberation::set_state(wire::ConsultationState state, const std::string& actor) {
  const auto now = state_.load();
  const bool reopened = now == wire::ConsultationState::closed && state == wire::ConsultationState::open;
  if (state <= now && !reopened) return std::unexpected("step_backwards");
  std::function<void()> changed;
  {
    const std::scoped_lock lock(mutex_);
    if (!store_.set_value("state", std::to_string(static_cast<int>(state))) ||
        !store_.log_access("", {iso_time(clock_()), "state_" + std::to_string(static_cast<int>(state)), actor}))
      return std::unexpected("store_unavailable");
    state_ = state;
    publish_frames();
    changed = on_release_;
  }
  if (changed) changed();
  return {};
}

}  // namespace rembuk::server
