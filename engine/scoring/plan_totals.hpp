#pragma once
#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "engine/scoring/criteria.hpp"
#include "engine/scoring/report.hpp"

namespace rembuk {

/// How many people have which satisfaction; every summary of section 5 follows from it.
struct SatisfactionCounts {
  std::array<std::int32_t, 10001> people{};  ///< by points
  std::int64_t sum = 0;

  void add(Points value, std::int32_t sign) {
    people[static_cast<std::size_t>(value)] += sign;
    sum += std::int64_t{sign} * value;
  }
  /// Mean, median, worst tenth, minimum and Gini; mean_moved is left 0.
  [[nodiscard]] Report::Satisfaction summary(std::int64_t employees) const;

  friend bool operator==(const SatisfactionCounts&, const SatisfactionCounts&) = default;
};

/// Sums over the movers of one answer's probability, in units of 2⁻²⁰.
struct ExpectedSums {
  std::int64_t central = 0;
  std::int64_t spread = 0;  ///< Σ p (2²⁰ − p), in units of 2⁻⁴⁰
  std::array<std::int64_t, parameter_draw_count> draws{};

  [[nodiscard]] ExpectedPeople people(std::int32_t asked) const;
  friend bool operator==(const ExpectedSums&, const ExpectedSums&) = default;
};

/// The report of a plan while it is edited: placing one employee changes every number without a
/// look at anybody else, and taking it back restores every integer.
///
/// Shape    refers to the snapshot and the model, which must outlive it and must not change.
/// Units    everything is kept in integers, so the order of edits cannot be seen.
/// Cost     O(n) to make; place: O(64), plus the holders of the two posts; report: O(10001 + 64).
class PlanTotals {
 public:
  /// Everybody stays. `known`: at most one answer for a proposal.
  PlanTotals(const Snapshot& snapshot, const AcceptanceModel& model,
             std::span<const KnownAnswer> known = {});

  /// Proposes `post` to `who`, who held or was proposed any other; the current post: stays.
  void place(EmployeeId who, PostId post);
  [[nodiscard]] PostId place_of(EmployeeId who) const { return place_[who.index()]; }
  [[nodiscard]] std::int64_t satisfaction_sum() const { return satisfaction_.sum; }
  [[nodiscard]] std::int64_t heads_covered() const { return cover_.heads; }

  /// Equal bit by bit to evaluate() of the same places.
  [[nodiscard]] Report report() const;

 private:
  struct Cover {
    std::int64_t heads = 0, points = 0;
    friend bool operator==(const Cover&, const Cover&) = default;
  };
  /// Sums over the movers.
  struct Movers {
    std::int32_t people = 0, better = 0, equal = 0, worse = 0;
    std::int32_t wish_first = 0, wish_top3 = 0, wish_any = 0, nonrespondents = 0;
    std::int64_t satisfaction = 0;
    std::int64_t accept_others = 0;  ///< Σ P(accept) of those whose answer is known or modelled
    std::int64_t accept_half = 0, accept_double = 0;  ///< the same and the others' at shifted odds
    std::array<Report::Touched, concern_categories> concerns{};
    ExpectedSums accept, conditional, object;
    friend bool operator==(const Movers&, const Movers&) = default;
  };

  void count_move(EmployeeId who, PostId post, std::int32_t sign);
  void count_chances(EmployeeId who, const MoveCase& move, std::int32_t sign);
  void count_fact(Answer answer, std::int32_t sign);
  void count_satisfaction(EmployeeId who, PostId post, std::int32_t sign);
  void enter(PostId post, Points competence);
  void leave(PostId post, Points competence);
  [[nodiscard]] Cover cover_of(PostId post) const;

  const Snapshot* snapshot_;
  const AcceptanceModel* model_;
  std::vector<KnownAnswer> known_;
  std::vector<PostId> place_;
  std::vector<std::vector<Points>> holders_;  // v_competence by post, best first
  std::int32_t answered_ = 0;
  std::int64_t needed_ = 0;
  SatisfactionCounts satisfaction_;
  Movers movers_;
  Cover before_, cover_;

 public:
  /// The same integers everywhere; that both refer to equal snapshots is the caller's knowledge.
  friend bool operator==(const PlanTotals& a, const PlanTotals& b) {
    return a.place_ == b.place_ && a.holders_ == b.holders_ && a.satisfaction_ == b.satisfaction_ &&
           a.movers_ == b.movers_ && a.before_ == b.before_ && a.cover_ == b.cover_;
  }
};

}  // namespace rembuk
