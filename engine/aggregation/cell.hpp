#pragma once
#include <cstdint>
#include <variant>

namespace rembuk {

/// Why a cell holds no number. The order is part of the protocol.
enum class Withheld : std::uint8_t {
  few_people,       ///< fewer people than the threshold stand behind it, or apart from it
  extreme_share,    ///< not given any more: to say so would tell what 0 % or 100 % of people said
  never_published,  ///< not shown to leaders at all
  not_applicable    ///< nobody is concerned: there is no such number
};

/// A published number, in the unit that its field names, or a withheld cell without any number.
using Cell = std::variant<std::int64_t, Withheld>;

[[nodiscard]] inline bool published(const Cell& cell) { return cell.index() == 0; }

}  // namespace rembuk
