#pragma once
#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace rembuk {

using Digest = std::array<std::uint8_t, 32>;

/// SHA-256 of `bytes`. Source: FIPS 180-4. For identities of data, not for secrets in a loop.
[[nodiscard]] Digest sha256(std::span<const std::uint8_t> bytes);
[[nodiscard]] Digest sha256(std::string_view text);
/// Lower-case hexadecimal.
[[nodiscard]] std::string hex(std::span<const std::uint8_t> bytes);

}  // namespace rembuk
