#pragma once
#include <cstdint>

#include "engine/domain/snapshot.hpp"

namespace rembuk {

/// One thing that a person or the office can act on, and how much of it. There are no others.
struct SingleChange {
  enum class Kind : std::uint8_t {
    competence_level,  ///< `steps` levels more in `competence`; no certificate comes with it
    tenure_months,     ///< `steps` months more in the present post
    wish_up,           ///< the wish at position `wish` stands `steps` places higher
    wish_down,         ///< … lower
    seat,              ///< `steps` more needed at `post`: a seat, and the need for it, in its unit
  };
  Kind kind = Kind::competence_level;
  CompetenceId competence;
  PostId post;
  std::uint8_t wish = 0;  ///< 0 … 4
  std::int32_t steps = 1;

  friend bool operator==(const SingleChange&, const SingleChange&) = default;
};

/// True if it changes nobody's values but those of the one who makes it.
[[nodiscard]] constexpr bool touches_one_row(const SingleChange& change) {
  return change.kind != SingleChange::Kind::seat &&
         change.kind != SingleChange::Kind::tenure_months;
}

/// `snapshot` as it would be if i, or the office, had made the change. A wish does not leave its
/// list and a level does not pass 5. Cost O(records): a copy.
[[nodiscard]] Snapshot changed(const Snapshot& snapshot, EmployeeId i, const SingleChange& change);

}  // namespace rembuk
