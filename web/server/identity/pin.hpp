#pragma once
#include <string>
#include <string_view>

namespace rembuk::server {

/// 4 to 8 digits and nothing else.
[[nodiscard]] bool valid_pin(std::string_view pin);

/// Argon2id (libsodium, 64 MiB, two passes) with its own salt, as a text that holds its settings.
/// Empty if there is no memory for it. Cost: tens of milliseconds; never on the thread that serves.
/// Source: RFC 9106. It slows down guessing by whoever has stolen the store, but four to eight
/// digits can be tried through: the PIN protects against whoever finds a link, not against the
/// operator.
[[nodiscard]] std::string pin_hash(std::string_view pin);
[[nodiscard]] bool pin_matches(std::string_view pin, const std::string& hash);

}  // namespace rembuk::server
