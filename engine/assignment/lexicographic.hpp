#pragma once
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "engine/assignment/assignment_network.hpp"
#include "engine/assignment/group_tree.hpp"
#include "engine/assignment/objectives.hpp"

namespace rembuk {

/// Solves level after level by column generation; each solved level leaves only its optimal face.
///
/// Shape    employee → post → sink over the decision set, posts never expanded into seats; unit,
/// OPD
///          and government are contracted unless a floor or cap is given.
/// Cost     a few transportation problems on the chosen arcs per level, O(pairs) per pricing; with
///          floors or caps network simplex runs in their place.
class LexicographicFlow {
 public:
  /// `pairs` loses every pair that a solved level rules out; it outlives this object.
  LexicographicFlow(const Snapshot& snapshot, PairTable& pairs,
                    std::span<const HeadBound> bounds = {});

  enum class Outcome : std::uint8_t { optimal, infeasible, cancelled };
  /// The next level. `from` and `to` are the shares of progress that it covers.
  [[nodiscard]] Outcome solve(const Level& level, const Progress& progress, double from, double to);
  /// Whether any plan exists; needed once if someone is sent or there are bounds.
  [[nodiscard]] Outcome place_everyone(const Progress& progress);

  /// Value, dual value and pricing of the level solved last.
  [[nodiscard]] const Certificate& certificate() const { return certificate_; }
  [[nodiscard]] Multipliers multipliers() const;
  /// Post of each member of the decision set.
  [[nodiscard]] std::vector<PostId> places() const { return {placed_.begin(), placed_.end()}; }

 private:
  void choose_promising(const Level& level, std::size_t most);
  [[nodiscard]] std::unique_ptr<AssignmentNetwork> network(const Level& level) const;
  [[nodiscard]] std::unique_ptr<AssignmentNetwork> network_with_room(const Level& level) const;
  void add_arcs(const Level& level, AssignmentNetwork& network) const;
  void read(const AssignmentNetwork& network);
  [[nodiscard]] bool any_negative(std::span<const std::uint16_t> row, std::int64_t potential) const;
  [[nodiscard]] std::int64_t price(const Level& level, std::size_t most,
                                   AssignmentNetwork& network);
  void restrict_to_face(const Level& level);
  void certify(const Level& level, std::int64_t negative);
  [[nodiscard]] std::int64_t dual_cost(const Level& level) const;
  [[nodiscard]] bool closed(std::size_t j) const {
    return seats_.needed[j].upper + seats_.above[j].upper == 0;
  }
  /// What a seat of j costs on the way from its post to the sink, without the need.
  [[nodiscard]] std::int64_t seat_price(std::size_t j) const {
    return post_potential_[j] -
           (seats_.tree ? group_potential_[static_cast<std::size_t>(seats_.tree->of_post[j])] : 0);
  }
  [[nodiscard]] std::int64_t group_price(std::size_t node) const;

  const Snapshot& snapshot_;
  PairTable& pairs_;
  BoundedSeats seats_;
  bool impossible_ = false;  // bounds that contradict each other by themselves
  std::vector<std::vector<std::int32_t>> chosen_;
  std::vector<std::uint8_t> listed_;  // by member: chosen_ is every open pair
  std::vector<std::int64_t> employee_potential_, post_potential_, group_potential_;
  std::vector<std::int32_t> placed_;
  std::vector<std::int64_t> costs_;  // of one row
  std::int64_t primal_ = 0, unplaced_ = 0;
  Certificate certificate_;
};

}  // namespace rembuk
