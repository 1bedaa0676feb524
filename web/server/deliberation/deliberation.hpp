#pragma once
#include <atomic>
#include <condition_variable>
#include <expected>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "engine/aggregation/publication.hpp"
#include "engine/domain/snapshot.hpp"
#include "engine/scoring/acceptance.hpp"
#include "engine/scoring/report.hpp"
#include "engine/wire/messages.hpp"
#include "engine/wire/personal.hpp"
#include "engine/wire/planning.hpp"
#include "web/server/deliberation/explainer.hpp"
#include "web/server/deliberation/row_orders.hpp"
#include "web/server/deliberation/variation.hpp"
#include "web/server/identity/clock.hpp"
#include "web/server/identity/secret.hpp"
#include "web/server/store/answer_writer.hpp"
#include "web/server/store/store.hpp"

namespace rembuk::server {

/// Problem codes are the errors of everything here; their texts are in the catalogues.
using ProblemCode = std::string;

/// One consultation while it is being held: answers in, releases out.
///
/// Answers live in a working snapshot; leaders see the *released* snapshot only, which moves on when
/// enough different people have answered (ReleaseGate), so that no sequence of releases or scenarios
/// tells what one person said. A release is computed on a thread of its own from a copy, so that
/// answers never wait for it. Every function is safe to call from any thread.
class Deliberation {
 public:
  /// Errors: a sentence for the operator.
  [[nodiscard]] static std::expected<std::unique_ptr<Deliberation>, std::string> open(Store& store, Clock clock, Entropy entropy);
  ~Deliberation();

  [[nodiscard]] const Consultation& consultation() const { return consultation_; }
  [[nodiscard]] wire::ConsultationFacts facts() const;
  [[nodiscard]] std::optional<EmployeeId> employee(const std::string& nip) const;
  [[nodiscard]] wire::ConsultationState state() const { return state_; }
  [[nodiscard]] std::int64_t now() const { return clock_(); }
  /// Takes over a step that was made in the store (life_cycle.hpp), from the shell or here.
  void refresh_state();

  [[nodiscard]] wire::Profile profile(EmployeeId who) const;
  [[nodiscard]] const wire::Bytes& catalogue_frame() const { return catalogue_frame_; }
  /// The same, compressed once; null if that failed.
  [[nodiscard]] const std::shared_ptr<const wire::Bytes>& catalogue_brotli() const { return catalogue_brotli_; }

  /// Own answer of one person, for them alone.
  [[nodiscard]] std::expected<wire::OwnAnswer, ProblemCode> own_answer(EmployeeId who);
  using Kept = std::function<void(std::expected<wire::Receipt, ProblemCode>)>;
  /// `done` is called after the answer is durable, or with what is wrong.
  void submit(EmployeeId who, const wire::Answer& answer, Kept done);
  void withdraw(EmployeeId who, const Key& key, std::uint32_t based_on, Kept done);

  // For one person alone (personal.cpp).
  [[nodiscard]] std::expected<wire::CodeFacts, ProblemCode> code_facts(const std::string& nip);
  /// Names in the person's own unit, their own included, by name.
  [[nodiscard]] std::expected<wire::UnitNames, ProblemCode> unit_names(const std::string& nip) const;
  /// Errors: not_published before a plan is published.
  [[nodiscard]] std::expected<wire::OwnResult, ProblemCode> result(const std::string& nip) const;
  /// The card of one person; never waits for it to be computed. Errors: not_published.
  [[nodiscard]] std::expected<wire::OwnExplanation, ProblemCode> explanation(const std::string& nip);
  /// Wishes for posts, from the latest release, in steps of ten.
  [[nodiscard]] std::shared_ptr<const wire::Bytes> wished_frame() const;
  /// Errors: slip_unknown, text_invalid, consultation_closed.
  [[nodiscard]] std::expected<void, ProblemCode> keep_text(const wire::AnonymousText& text);

  /// Frame of the latest release: for facilitators the scenarios in the forum, for the planner all.
  [[nodiscard]] std::shared_ptr<const wire::Bytes> release_frame(bool planner) const;
  [[nodiscard]] std::uint32_t release_number() const;
  /// Called, on any thread, when the frames have changed; never again once a later call returned.
  void on_release(std::function<void()> changed);

  [[nodiscard]] std::expected<wire::PlanOutcome, ProblemCode> load_plan(const wire::PlanUpload& upload);
  [[nodiscard]] std::expected<void, ProblemCode> show_scenario(std::uint32_t id, bool in_forum);
  [[nodiscard]] std::expected<void, ProblemCode> remove_scenario(std::uint32_t id);

  /// Frame of a snapshot for planning elsewhere, rows in a new order; logged for every employee first.
  [[nodiscard]] std::expected<wire::Bytes, ProblemCode> planning_snapshot();
  /// A plan that was computed on such a snapshot.
  [[nodiscard]] std::expected<wire::PlanOutcome, ProblemCode> keep_computed(const wire::ComputedPlan& computed);

  /// One job at a time; the next waits. `into_forum`: a facilitator's, who sees nothing else.
  [[nodiscard]] std::expected<wire::Job, ProblemCode> generate(const wire::GenerateRequest& request, bool into_forum = false);
  /// A facilitator knows the facilitators' jobs only.
  [[nodiscard]] std::optional<wire::Job> job(std::uint32_t id, bool facilitator = false) const;
  [[nodiscard]] bool cancel_job(std::uint32_t id, bool facilitator = false);

 private:
  struct Scenario {
    StoredScenario stored;
    Plan plan;
    wire::Scenario shown;  ///< as published; kept as it is until the next release
    bool seen = false;     ///< leaders have seen its numbers at some time
    bool removed = false;  ///< by the planner, but leaders had seen it: others are still judged against it

    [[nodiscard]] bool in_forum() const { return stored.in_forum && !removed; }
  };

  Deliberation(Store& store, Clock clock, Entropy entropy, Consultation consultation, AcceptanceModel model);
  void make_catalogue();
  [[nodiscard]] std::expected<void, std::string> restore();
  void apply(EmployeeId who, const wire::Answer* answer, Snapshot& snapshot) const;
  void kept(EmployeeId who, const std::optional<wire::Answer>& answer, const AnswerResult& result, const Kept& done);
  void write(EmployeeId who, AnswerWrite write, std::optional<wire::Answer> answer, Kept done);

  /// What leaders see, and what it rests on.
  struct Shown {
    std::shared_ptr<const Snapshot> released;
    std::uint32_t number = 0;
    std::string day;
    Cell answered = Withheld::few_people;
    std::map<std::uint32_t, Scenario> scenarios;
  };
  struct Judged {
    wire::Scenario shown;
    Cell answered;
  };
  [[nodiscard]] Judged judge(const Scenario& scenario, const StatusQuo& released, const Cell& answered_before, bool after_release) const;
  /// False if the store refuses: then nothing changed and the release is still due.
  [[nodiscard]] bool release();
  [[nodiscard]] std::map<std::uint32_t, Judged> judge_all(const Snapshot& released, std::unique_lock<std::mutex>& shown) const;
  /// New frames from `shown_`, whose mutex is held. False, without a change, if `with_release` cannot be stored.
  bool publish_frames(NamedValues with_release = {});
  /// Ids of the scenarios that fulfil it, as `1,4,9`. `shown_mutex_` is held.
  template <class F>
  [[nodiscard]] std::string ids_where(F fulfils) const {
    std::string ids;
    for (const auto& [id, scenario] : shown_.scenarios)
      if (fulfils(id, scenario)) ids += (ids.empty() ? "" : ",") + std::to_string(id);
    return ids;
  }
  /// `shown_mutex_` is held. False, without a change, if the store refuses.
  [[nodiscard]] bool set_removed(std::uint32_t id, bool removed);
  /// Ids of the scenarios whose numbers leaders get; `shown_mutex_` is held.
  [[nodiscard]] std::set<std::uint32_t> open_to_leaders() const;
  /// Whether leaders may come to see one more; `shown_mutex_` is held.
  [[nodiscard]] bool forum_has_room() const;
  [[nodiscard]] std::expected<std::uint32_t, Error> add_scenario(StoredScenario stored, Plan plan);
  [[nodiscard]] std::expected<std::uint32_t, Error> keep_generated(const std::string& policy, const std::string& offices, Plan plan, bool into_forum);
  [[nodiscard]] wire::PostFacts post_facts(EmployeeId who, PostId post) const;
  /// `mutex_` is not held.
  void take_published();
  /// With every answer that counts.
  [[nodiscard]] std::expected<Consultation, Error> answered_consultation() const;
  void run_releases();
  void tell();

  void run_jobs();
  void finish_job(std::uint32_t id, const Variation& asked, bool into_forum);

  Store& store_;
  Clock clock_;
  Entropy entropy_;
  const Consultation consultation_;
  const std::vector<std::string> regions_;
  const AcceptanceModel model_;
  RowOrders row_orders_;
  wire::Bytes catalogue_frame_;
  std::shared_ptr<const wire::Bytes> catalogue_brotli_;
  std::atomic<wire::ConsultationState> state_ = wire::ConsultationState::open;

  // Held for moments: nothing is computed or stored under it. Locked after `shown_mutex_`, never before.
  mutable std::mutex mutex_;
  Snapshot working_;  // every durable answer
  ReleaseGate gate_;  // people since the latest release was taken from `working_`
  std::int64_t applied_sequence_ = 0;  // of the newest answer in `working_`
  bool release_due_ = false, closing_ = false;
  std::shared_ptr<const wire::Bytes> forum_frame_, planner_frame_, wished_frame_;
  std::uint32_t forum_number_ = 0;  // of the release in the frames
  struct Published {
    std::string day;
    std::vector<PostId> posts;  // by employee
    std::unique_ptr<Explainer> explainer;
  };
  std::shared_ptr<const Published> published_;  // null before a plan is published
  std::condition_variable release_wake_;
  std::thread release_thread_;

  mutable std::mutex shown_mutex_;  // no answer needs it
  Shown shown_;

  std::mutex tell_mutex_;
  std::function<void()> on_release_;

  struct JobState {
    wire::Job job;
    Variation asked;
    bool into_forum = false;
    std::atomic<bool> cancelled = false;
  };
  mutable std::mutex job_mutex_;
  std::condition_variable job_wake_;
  std::map<std::uint32_t, std::unique_ptr<JobState>> jobs_;
  std::vector<std::uint32_t> waiting_jobs_;
  bool ending_ = false;
  std::thread job_thread_;
  std::unique_ptr<AnswerWriter> writer_;  // last: its callbacks use everything above
};

}  // namespace rembuk::server
