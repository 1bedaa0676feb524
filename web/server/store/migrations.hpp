#pragma once
#include <span>
#include <string_view>

namespace rembuk::server {

/// Steps of the database's shape, oldest first. A step that has been released never changes: the
/// store refuses a database whose recorded hashes differ.
[[nodiscard]] std::span<const std::string_view> migrations();

}  // namespace rembuk::server
