#pragma once
#include <memory>
#include <span>

#include "engine/assignment/assignment_network.hpp"
#include "engine/assignment/group_tree.hpp"

namespace rembuk {

/// One level with floors and caps on groups of posts.
///
/// Shape    member → post → unit → OPD → government → sink, all bounds on arcs.
/// Cost     network simplex from scratch.
/// Source   Király, Kovács (2012), as implemented in LEMON.
class GroupedNetwork final : public AssignmentNetwork {
 public:
  /// Looking for any plan: members may stay unplaced (`place` nowhere) at cost 1, and every head
  /// that a floor asks for earns 1.
  enum class Purpose : std::uint8_t { least_cost, any_plan };
  GroupedNetwork(std::size_t members, const BoundedSeats& seats, std::int64_t need_cost,
                 Purpose purpose);
  ~GroupedNetwork() override;

  [[nodiscard]] bool run() override;
  [[nodiscard]] std::int32_t place(std::size_t k) const override;
  [[nodiscard]] std::int64_t cost() const override;
  [[nodiscard]] std::int64_t of_member(std::size_t k) const override;
  [[nodiscard]] std::int64_t of_post(std::size_t j) const override;
  [[nodiscard]] std::int64_t of_group(std::size_t node) const override;

 private:
  struct Solver;
  void add(std::size_t from, std::size_t to, const FlowBounds& bounds, std::int64_t cost);
  [[nodiscard]] std::size_t sink() const;

  const BoundedSeats& seats_;
  std::int64_t need_cost_;
  Purpose purpose_;
  std::vector<std::int32_t> place_;
  std::unique_ptr<Solver> solver_;
};

}  // namespace rembuk
