#pragma once
#include <string>

namespace rembuk {

/// What a caller can act upon.
enum class Fault { invalid_input, not_found, forbidden, too_large, conflict, unavailable };

struct Error {
  Fault fault = Fault::invalid_input;
  std::string detail;  ///< what exactly, for a message or a log; never personal data

  friend bool operator==(const Error&, const Error&) = default;
};

}  // namespace rembuk
