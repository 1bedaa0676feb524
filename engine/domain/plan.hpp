#pragma once
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

}  // namespace rembuk
