#pragma once
#include <functional>
#include <memory>

#include "app/effects/effects.hpp"

namespace rembuk::effects {

/// The browser's own (web/page/effects.js). `wake` is called after each answer.
[[nodiscard]] std::unique_ptr<Effects> browser_effects(std::function<void()> wake);

}  // namespace rembuk::effects
