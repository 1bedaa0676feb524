#pragma once
#include <vector>

#include "engine/files/faults.hpp"
#include "engine/wire/messages.hpp"

namespace rembuk::wire {

/// Faults with their words in both languages.
[[nodiscard]] std::vector<FileFault> told(const files::Faults& faults);

}  // namespace rembuk::wire
