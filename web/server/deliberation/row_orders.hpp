#pragma once
#include <array>
#include <cstdint>
#include <deque>
#include <mutex>
#include <optional>
#include <vector>

#include "engine/domain/records.hpp"
#include "web/server/identity/secret.hpp"

namespace rembuk::server {

using RowToken = std::array<std::uint8_t, 16>;

/// Who stands behind the rows of the snapshots that planners downloaded last. In memory only: after
/// a restart, or eight downloads later, a snapshot's rows are nobody's.
class RowOrders {
 public:
  explicit RowOrders(Entropy entropy) : entropy_(std::move(entropy)) {}

  struct Drawn {
    RowToken token;
    std::vector<EmployeeId> order;
  };
  /// A new order of `employees` people from the system's generator. Cost O(n log n).
  [[nodiscard]] Drawn draw(std::size_t employees);
  [[nodiscard]] std::optional<std::vector<EmployeeId>> order(const RowToken& token) const;

 private:
  Entropy entropy_;
  mutable std::mutex mutex_;
  std::deque<Drawn> drawn_;  // newest last
};

}  // namespace rembuk::server
