#pragma once
#include <expected>
#include <string>
#include <string_view>

#include "engine/domain/records.hpp"

namespace rembuk::files {

/// konsultasi.json over `defaults`. Errors: the key (or place) that is wrong.
[[nodiscard]] std::expected<Settings, std::string> read_settings(std::string_view json,
                                                                 const Settings& defaults);

}  // namespace rembuk::files
