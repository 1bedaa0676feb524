#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "engine/assignment/objectives.hpp"
#include "engine/assignment/transportation.hpp"

namespace rembuk {

/// Solves level after level by column generation; each solved level leaves only its optimal face.
///
/// Shape    employee → post → sink over the decision set, posts never expanded into seats; unit,
/// OPD
///          and government carry no bounds of their own, so their arcs are contracted.
/// Cost     a few transportation problems on the chosen arcs per level, O(pairs) per pricing.
class LexicographicFlow {
 public:
  /// `pairs` loses every pair that a solved level rules out; it outlives this object.
  LexicographicFlow(const Snapshot& snapshot, PairTable& pairs);

  enum class Outcome : std::uint8_t { optimal, infeasible, cancelled };
  /// The next level. `from` and `to` are the shares of progress that it covers.
  [[nodiscard]] Outcome solve(const Level& level, const Progress& progress, double from, double to);
  /// Whether everyone in the decision set finds a seat at all; needed once if someone is sent.
  [[nodiscard]] Outcome place_everyone(const Progress& progress);

  /// Value, dual value and pricing of the level solved last.
  [[nodiscard]] const Certificate& certificate() const { return certificate_; }
  [[nodiscard]] Multipliers multipliers() const;
  /// Post of each member of the decision set.
  [[nodiscard]] std::vector<PostId> places() const { return {placed_.begin(), placed_.end()}; }

 private:
  struct SeatArc {
    std::int64_t lower = 0, upper = 0;
  };
  void choose_promising(const Level& level, std::size_t most);
  [[nodiscard]] Transportation network(const Level& level, bool may_be_unplaced) const;
  void read(const Transportation& network, const Level& level);
  [[nodiscard]] bool any_negative(std::span<const std::uint16_t> row, std::int64_t potential) const;
  [[nodiscard]] std::int64_t price(const Level& level, std::size_t most, Transportation& network);
  void restrict_to_face(const Level& level);
  void certify(const Level& level, std::int64_t negative);
  [[nodiscard]] std::int64_t dual_cost(const Level& level) const;
  [[nodiscard]] bool closed(std::size_t j) const { return needed_[j].upper + above_[j].upper == 0; }

  const Snapshot& snapshot_;
  PairTable& pairs_;
  std::vector<SeatArc> needed_, above_;
  std::vector<std::vector<std::int32_t>> chosen_;
  std::vector<std::uint8_t> listed_;  // by member: chosen_ is every open pair
  std::vector<std::int64_t> employee_potential_, post_potential_;
  std::vector<std::int32_t> placed_;
  std::vector<std::int64_t> costs_;  // of one row
  std::int64_t primal_ = 0, unplaced_ = 0;
  Certificate certificate_;
};

}  // namespace rembuk
