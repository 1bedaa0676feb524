#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "engine/scoring/competence_table.hpp"
#include "engine/scoring/plan_sums.hpp"

namespace rembuk {

/// The report of a plan while it is edited: placing one employee changes every number without a
/// look at anybody else, and taking it back restores every integer.
///
/// Shape    refers to the snapshot and the model, which must outlive it and must not change.
/// Units    everything is kept in whole numbers, so the order of edits cannot be seen.
/// Cost     O(n) to make; place: O(64), plus the holders of the two posts; report: O(10001 + 64).
class PlanTotals {
 public:
  /// Everybody stays. `known`: at most one answer for a proposal.
  PlanTotals(const Snapshot& snapshot, const AcceptanceModel& model,
             std::span<const KnownAnswer> known = {});

  /// Proposes `post` to `who`, who held or was proposed any other; the current post: stays.
  void place(EmployeeId who, PostId post);
  [[nodiscard]] PostId place_of(EmployeeId who) const { return place_[who.index()]; }
  [[nodiscard]] std::int64_t satisfaction_sum() const { return sums_.satisfaction.sum; }
  [[nodiscard]] std::int64_t heads_covered() const { return sums_.after.heads; }

  /// Equal bit by bit to evaluate() of the same places.
  [[nodiscard]] Report report() const { return sums_.report(); }

 private:
  void enter(PostId post, Points competence);
  void leave(PostId post, Points competence);
  [[nodiscard]] Cover cover_of(PostId post) const;

  const Snapshot* snapshot_;
  ChanceTable chances_;
  KnownAnswers known_;
  CompetenceTable competence_;
  std::vector<PostId> place_;
  std::vector<std::vector<Points>> holders_;  // v_competence by post, best first
  PlanSums sums_;

 public:
  /// The same integers everywhere; that both refer to equal snapshots is the caller's knowledge.
  friend bool operator==(const PlanTotals& a, const PlanTotals& b) {
    return a.place_ == b.place_ && a.holders_ == b.holders_ && a.sums_ == b.sums_;
  }
};

}  // namespace rembuk
