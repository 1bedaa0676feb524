#include "web/server/deliberation/explainer.hpp"

#include <algorithm>
#include <array>

#include "engine/domain/reasons.hpp"
#include "web/server/deliberation/own_explanation.hpp"

namespace rembuk::server {
namespace {

constexpr std::size_t most_waiting = 500, most_kept = 4000, many = 20;
constexpr std::int32_t most_in_a_hurry = 3;

}  // namespace

/// What every personal part is computed from.
struct Explainer::Basis {
  Consultation consultation;  // with answers
  Snapshot snapshot;
  SolvedPolicy policy;
};

Policy policy_of(const Plan& plan) {
  std::array<std::size_t, policy_names.size()> named{};
  for (const auto& move : plan.moves)
    if (const auto policy = policy_named(reason_rest(move.reason, by_policy)))
      ++named[static_cast<std::size_t>(*policy)];
  const auto most = std::ranges::max_element(named);
  return *most == 0 ? Policy::balanced : static_cast<Policy>(most - named.begin());
}

Explainer::Explainer(const Consultation& consultation, Plan plan, Answers answers)
    : records_(consultation),
      snapshot_(make_snapshot(consultation)),
      plan_(std::move(plan)),
      answers_(std::move(answers)),
      thread_([this] { run(); }) {}

Explainer::~Explainer() {
  {
    const std::scoped_lock lock(mutex_);
    ending_ = true;
  }
  wake_.notify_all();
  thread_.join();
}

wire::CardFacts Explainer::facts(EmployeeId who) const {
  const RuleSet rules;
  return in_words(facts_of({records_, snapshot_, plan_, rules}, who, nullptr), records_);
}

Explainer::Part Explainer::personal(EmployeeId who) {
  const std::scoped_lock lock(mutex_);
  if (const auto found = parts_.find(who); found != parts_.end()) {
    const Part part = found->second;
    if (part.state == wire::PersonalPart::failed)
      parts_.erase(found);  // the next visit tries again
    return part;
  }
  if (waiting_.size() + searching_.size() < most_waiting) {  // else it is asked for again
    waiting_.push_back(who);
    parts_[who] = {};
    wake_.notify_one();
  }
  return {};
}

bool Explainer::goes_on() const {
  const std::scoped_lock lock(mutex_);
  return !ending_;
}

std::expected<void, Error> Explainer::prepare() {
  if (basis_) return {};
  auto consultation = answers_();
  if (!consultation) return std::unexpected(consultation.error());
  Snapshot snapshot = make_snapshot(*consultation);
  PlanRequest request;
  request.policy = policy_of(plan_);
  auto policy = solve_policy(snapshot, request, [this](double) { return goes_on(); });
  if (!policy) return std::unexpected(policy.error());
  basis_ = std::make_unique<Basis>(
      Basis{std::move(*consultation), std::move(snapshot), std::move(*policy)});
  return {};
}

Explainer::Part Explainer::compute(const Task& task) {
  if (!prepare()) return {wire::PersonalPart::failed, nullptr};
  const RuleSet rules;
  auto limits = limits_of_seconds(basis_->snapshot);
  if (task.hurries) limits.most_solves = std::min(limits.most_solves, most_in_a_hurry);
  if (!task.searches) limits.most_solves = 0;
  const auto personal =
      personal_of({basis_->consultation, basis_->snapshot, plan_, rules}, basis_->policy, task.who,
                  limits, [this](double) { return goes_on(); });
  if (!personal) return {wire::PersonalPart::failed, nullptr};
  auto words = in_words(*personal, records_);
  if (!task.searches) words.differ.clear();
  return {task.searches ? wire::PersonalPart::ready : wire::PersonalPart::waiting,
          std::make_shared<const wire::CardPersonal>(std::move(words))};
}

void Explainer::keep(const Task& task, Part part) {
  const std::scoped_lock lock(mutex_);
  const bool done = part.state != wire::PersonalPart::waiting;
  parts_[task.who] = std::move(part);
  if (!done) return searching_.push_back(task.who);
  kept_.push_back(task.who);
  if (kept_.size() <= most_kept) return;
  parts_.erase(kept_.front());
  kept_.pop_front();
}

std::optional<Explainer::Task> Explainer::next() {
  std::unique_lock lock(mutex_);
  wake_.wait(lock, [this] { return ending_ || !waiting_.empty() || !searching_.empty(); });
  if (ending_) return std::nullopt;
  const bool searches = waiting_.empty();  // everybody gets the first words before anybody all
  auto& queue = searches ? searching_ : waiting_;
  const Task task{queue.front(), searches, searching_.size() > many};
  queue.pop_front();
  return task;
}

void Explainer::run() {
  while (const auto task = next()) keep(*task, compute(*task));
}

}  // namespace rembuk::server
