#pragma once
#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "engine/scoring/chances.hpp"
#include "engine/scoring/criteria.hpp"
#include "engine/scoring/report.hpp"
#include "engine/scoring/satisfaction.hpp"

/// The sums from which a report is made. All are whole numbers, so people may be added and taken
/// away in any order.
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
  /// The value of the person of this rank from below, from 0; there must be one.
  [[nodiscard]] Points of_rank(std::int64_t rank) const;
  /// Σ of the `count` lowest values, of at least as many people.
  [[nodiscard]] std::int64_t lowest(std::int64_t count) const;

  friend bool operator==(const SatisfactionCounts&, const SatisfactionCounts&) = default;
};

/// Sums over the movers of one answer's probability, in units of 2⁻²⁰.
struct ExpectedSums {
  std::int64_t central = 0;
  std::int64_t spread = 0;                           ///< Σ p (2²⁰ − p), in units of 2⁻⁴⁰
  std::array<double, parameter_draw_count> draws{};  ///< whole numbers

  void add(const ByParameters& p, std::int32_t sign);
  /// The answer is known to be this one.
  void add_fact(std::int32_t sign);
  [[nodiscard]] ExpectedPeople people(std::int32_t asked) const;
  friend bool operator==(const ExpectedSums&, const ExpectedSums&) = default;
};

/// Sums over the movers.
struct MoverSums {
  std::int32_t people = 0, better = 0, equal = 0, worse = 0;
  std::int32_t wish_first = 0, wish_top3 = 0, wish_any = 0, nonrespondents = 0;
  std::int64_t satisfaction = 0;
  std::int64_t accept_others = 0;  ///< Σ P(accept) of those whose answer is known or modelled
  std::int64_t accept_half = 0, accept_double = 0;  ///< the same and the others' at shifted odds
  std::array<Report::Touched, concern_categories> concerns{};
  ExpectedSums accept, conditional, object;

  void add_fact(Answer answer, std::int32_t sign);
  void add_chances(const Chances& chances, bool answered, std::int32_t sign);
  friend bool operator==(const MoverSums&, const MoverSums&) = default;
};

/// Heads of a post up to its need, and Σ v_competence of the best of them.
struct Cover {
  std::int64_t heads = 0, points = 0;

  Cover& operator+=(const Cover& other);
  Cover& operator-=(const Cover& other);
  friend bool operator==(const Cover&, const Cover&) = default;
};

struct PlanSums {
  std::int32_t employees = 0, answered = 0;
  std::int64_t needed = 0;
  SatisfactionCounts satisfaction;
  MoverSums movers;
  Cover before, after;

  [[nodiscard]] Report report() const;
  friend bool operator==(const PlanSums&, const PlanSums&) = default;
};

/// Known answers, found by proposal.
class KnownAnswers {
 public:
  /// `known`: at most one for a proposal.
  explicit KnownAnswers(std::span<const KnownAnswer> known);
  [[nodiscard]] const Answer* find(EmployeeId who, PostId post) const;

 private:
  std::vector<KnownAnswer> known_;
};

/// Adds what one move does to one person, or with sign −1 takes it away.
///
/// Shape  `now`, `then`: of the person's current post and of `post`, another one.
void add_move(const Snapshot& snapshot, const ChanceTable& chances, const KnownAnswers& known,
              EmployeeId who, PostId post, const PairScore& now, const PairScore& then,
              std::int32_t sign, MoverSums& sums);

}  // namespace rembuk
