#pragma once
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "web/server/deliberation/import_set.hpp"
#include "web/server/identity/clock.hpp"

namespace rembuk::server {

/// What the personnel office asks of a loaded data set, and the new one that is being sent. One
/// data set at a time: a new first piece drops the one before. Safe to call from any thread.
class OfficeDesk {
 public:
  /// `version`: the set_version that the consultation was read at, or before.
  OfficeDesk(Store& store, const Consultation& consultation, Clock clock, Entropy entropy,
             std::string version);

  /// Takes a piece; with the last one everything is checked. Errors: import_out_of_order,
  /// import_too_large, import_file_unknown, store_unavailable.
  [[nodiscard]] std::expected<std::optional<wire::ImportOutcome>, std::string> take(
      const wire::ImportPart& part);
  /// Stores the checked data set in one transaction. Errors: import_unknown (another one came, or
  /// the check is older than half an hour), consultation_opened, store_unavailable.
  [[nodiscard]] std::expected<wire::ImportOutcome, std::string> commit(const std::string& draft);

  /// The store holds another data set than this process works on: it has to begin anew.
  [[nodiscard]] bool replaced();

  /// Frames, computed once.
  [[nodiscard]] std::shared_ptr<const wire::Bytes> needs(bool planner);
  [[nodiscard]] std::shared_ptr<const wire::Bytes> rules(bool planner);

 private:
  struct Draft {
    std::uint32_t next = 0, parts = 0;
    std::size_t bytes = 0;
    std::vector<std::pair<std::string, std::string>> files;
  };
  [[nodiscard]] std::expected<std::optional<wire::ImportOutcome>, std::string> finish();

  Store& store_;
  const Consultation& consultation_;
  Clock clock_;
  Entropy entropy_;
  const std::string version_;
  std::mutex mutex_;
  Draft draft_;
  std::optional<CheckedSet> checked_;
  std::int64_t checked_at_ = 0;
  std::array<std::shared_ptr<const wire::Bytes>, 2> needs_, rules_;  // for leaders, planners
};

}  // namespace rembuk::server
