#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "engine/domain/date.hpp"
#include "engine/domain/words.hpp"

namespace rembuk::files {

/// What an 18-digit NIP says: birth date, TMT CPNS (a PPPK number has a year and no month), sex.
struct NipParts {
  Date birth{};
  int tmt_year = 0;
  int tmt_month = 0;  ///< 0: a PPPK number, whose "month" is above 12
  Sex sex = Sex::male;
};

/// The number without spaces; `fault` names what is wrong, if anything.
struct NipReading {
  std::string nip;
  std::string_view fault;  ///< code of the fault table, empty: none
  NipParts parts;
};
[[nodiscard]] NipReading read_nip(std::string_view cell);

}  // namespace rembuk::files
