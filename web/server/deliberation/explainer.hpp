#pragma once
#include <condition_variable>
#include <deque>
#include <expected>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

#include "engine/assignment/explanation.hpp"
#include "engine/wire/personal.hpp"

namespace rembuk::server {

/// Why the published plan proposes what it does, for one person at a time, on a thread of its own:
/// no request waits for a plan to be solved.
///
/// Shape    facts at once; the personal part without what has to be solved for it as soon as the
///          policy itself was solved once; then what decided and what would have had to differ, one
///          card at a time. At most 500 wait, at most 4,000 are kept, in memory only.
/// Cost     a card: at most as many plans as take some seconds, three while more than twenty wait;
///          then the search ends "unfinished".
class Explainer {
 public:
  /// Called on the explainer's thread, once if it succeeds: the consultation with every answer
  /// that counts. An error: this card fails, the next one tries again.
  using Answers = std::function<std::expected<Consultation, Error>()>;

  /// `consultation` outlives this.
  Explainer(const Consultation& consultation, Plan plan, Answers answers);
  ~Explainer();
  Explainer(const Explainer&) = delete;
  Explainer& operator=(const Explainer&) = delete;

  /// What rests on records and rules.
  [[nodiscard]] wire::CardFacts facts(EmployeeId who) const;

  struct Part {
    wire::PersonalPart state = wire::PersonalPart::waiting;
    std::shared_ptr<const wire::CardPersonal> personal;  ///< null: nothing yet, or failed
  };
  /// What is there now; asks for it to be computed where it is not.
  [[nodiscard]] Part personal(EmployeeId who);

 private:
  struct Basis;
  void run();
  /// A card to be computed; none: the end.
  struct Task {
    EmployeeId who;
    bool searches = false;  ///< also what has to be solved for it
    bool hurries = false;   ///< many others wait
  };
  [[nodiscard]] std::optional<Task> next();
  [[nodiscard]] std::expected<void, Error> prepare();
  [[nodiscard]] Part compute(const Task& task);
  [[nodiscard]] bool goes_on() const;
  void keep(const Task& task, Part part);

  const Consultation& records_;
  const Snapshot snapshot_;
  const Plan plan_;
  const Answers answers_;
  std::unique_ptr<Basis> basis_;  // of the thread alone

  mutable std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<EmployeeId> waiting_, searching_, kept_;  // oldest first
  std::map<EmployeeId, Part> parts_;                   // also of those who wait
  bool ending_ = false;
  std::thread thread_;
};

/// The policy that most moves of `plan` name as their reason; balanced if none names one.
[[nodiscard]] Policy policy_of(const Plan& plan);

}  // namespace rembuk::server
