#include "engine/assignment/policy.hpp"

#include <algorithm>

namespace rembuk {

std::optional<Policy> policy_named(std::string_view text) {
  const auto at = std::ranges::find(policy_names, text);
  if (at == policy_names.end()) return std::nullopt;
  return static_cast<Policy>(at - policy_names.begin());
}

std::string_view name(Policy policy) { return policy_names[static_cast<std::size_t>(policy)]; }

}  // namespace rembuk
