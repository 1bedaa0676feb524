#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>

namespace rembuk {

/// Members to posts at least cost, one level of a plan: what its solvers have in common.
class AssignmentNetwork {
 public:
  struct Arc {
    std::int64_t cost = 0;
    std::int32_t post = 0;
  };
  static constexpr std::int32_t nowhere = -1;

  explicit AssignmentNetwork(std::size_t members) : arcs_(members) {}
  virtual ~AssignmentNetwork() = default;

  /// The arcs of one member, to posts with seats; to be filled before a run.
  [[nodiscard]] std::vector<Arc>& arcs(std::size_t k) { return arcs_[k]; }
  /// The optimum over the arcs, from scratch. False: there is no flow.
  [[nodiscard]] virtual bool run() = 0;

  [[nodiscard]] virtual std::int32_t place(std::size_t k) const = 0;
  [[nodiscard]] virtual std::int64_t cost() const = 0;
  /// Multipliers relative to the sink: cost + of_member − of_post ≥ 0 on every arc.
  [[nodiscard]] virtual std::int64_t of_member(std::size_t k) const = 0;
  [[nodiscard]] virtual std::int64_t of_post(std::size_t j) const = 0;
  /// Of a node of a GroupTree; of no meaning without one.
  [[nodiscard]] virtual std::int64_t of_group(std::size_t) const { return 0; }

 protected:
  std::vector<std::vector<Arc>> arcs_;
};

}  // namespace rembuk
