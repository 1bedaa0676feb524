#pragma once
#include <string>
#include <string_view>

#include "engine/domain/records.hpp"

namespace rembuk::files {

/// konsultasi.json over `defaults`, with what could be read of it.
struct SettingsReading {
  Settings settings;
  std::string fault;  ///< the key (or place) that is wrong, empty: none
};
[[nodiscard]] SettingsReading read_settings(std::string_view json, const Settings& defaults);

}  // namespace rembuk::files
