#pragma once
#include <array>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "engine/base/sha256.hpp"

namespace rembuk::server {

/// Fills the span with random bytes that nobody can guess. A seam: tests pass their own.
using Entropy = std::function<void(std::span<std::uint8_t>)>;
/// From the operating system.
[[nodiscard]] Entropy system_entropy();

/// 128 random bits in base32 (RFC 4648 without padding, 26 characters).
[[nodiscard]] std::string new_secret(const Entropy& entropy);

/// A code as people type it, without spaces and hyphens, in capitals, 0 1 8 read as O I B.
[[nodiscard]] std::string normalised_code(std::string_view typed);

/// What is stored of a code or session reference.
[[nodiscard]] Digest secret_hash(std::string_view secret);

}  // namespace rembuk::server
