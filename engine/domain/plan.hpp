#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/domain/records.hpp"

namespace rembuk {

/// One proposed move. A proposal only: nobody is moved by it.
struct Move {
  EmployeeId employee;
  PostId to;
  std::string reason;  ///< alasan

  friend bool operator==(const Move&, const Move&) = default;
};

/// Movers only, by employee, at most one move each, never to the post already held.
struct Plan {
  std::vector<Move> moves;

  friend bool operator==(const Plan&, const Plan&) = default;
};

/// What somebody answered when asked about a proposed move. Not consent.
enum class Answer : std::uint8_t { accept, conditional, object };

/// An answer of a response round: a fact, whose probability is 1.
struct KnownAnswer {
  EmployeeId employee;
  PostId post;  ///< the post that was proposed
  Answer answer = Answer::accept;

  friend bool operator==(const KnownAnswer&, const KnownAnswer&) = default;
};

/// One row of kunci.csv: the planner keeps the employee at `to`, the current post or another one.
struct PlannerLock {
  EmployeeId employee;
  PostId to;

  friend bool operator==(const PlannerLock&, const PlannerLock&) = default;
};

/// One row of a file of floors and caps: bounds on the heads after the plan, of every status, at the
/// posts of a group. An agency has its units and all below them, a unit only its own posts.
struct HeadBound {
  enum class Level : std::uint8_t { post, unit, opd, government };
  static constexpr std::int32_t no_cap = INT32_MAX;

  Level level = Level::post;
  std::int32_t id = 0;  ///< value of the PostId, UnitId (of an OPD its highest unit), GovernmentId
  std::int32_t least = 0, most = no_cap;

  friend bool operator==(const HeadBound&, const HeadBound&) = default;
};

/// One row of hubungan.csv: two relatives. Never shown, only for R06.
struct Relatives {
  EmployeeId first, second;

  friend bool operator==(const Relatives&, const Relatives&) = default;
};

/// Days in which officials are not replaced (R14), both included.
struct BlockedPeriod {
  Date first{}, last{};

  friend bool operator==(const BlockedPeriod&, const BlockedPeriod&) = default;
};

/// What the planner brings beside the nine files; empty: the rules find nothing there.
struct CycleConditions {
  std::vector<PlannerLock> locks;    ///< by employee, one each
  std::vector<Relatives> relatives;  ///< first < second, sorted, unique
  std::optional<BlockedPeriod> blocked;

  friend bool operator==(const CycleConditions&, const CycleConditions&) = default;
};

}  // namespace rembuk
