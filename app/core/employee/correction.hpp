#pragma once
#include <cstdint>
#include <string>

#include "engine/wire/personal.hpp"

/// "This is wrong": what a person reports to the personnel office, by name. No part of the answer.
namespace rembuk::employee {

enum class Report : std::uint8_t {
  shown,    ///< nothing here that the server does not hold
  writing,  ///< a draft, on the device
  waiting   ///< sent off and not acknowledged: it goes out by itself, with the same key
};

struct CorrectionBox {
  std::string of;              ///< storage key of the person whose it is
  wire::OwnCorrection stored;  ///< what the server holds
  wire::Correction mine;       ///< the draft, or what is on its way; without facts it takes back
  Report state = Report::shown;
  bool loaded = false;                   ///< the device's storage has answered
  bool under_way = false, late = false;  ///< late: no network so far
  int attempts = 0;
  std::string problem;        ///< code, empty: none
  bool from_profile = false;  ///< where the way back leads
};

}  // namespace rembuk::employee
