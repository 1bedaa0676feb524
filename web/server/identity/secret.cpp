#include "web/server/identity/secret.hpp"

#include <unistd.h>

#include <algorithm>
#include <cstddef>
#include <cstdlib>

namespace rembuk::server {

Entropy system_entropy() {
  return [](std::span<std::uint8_t> bytes) {
    constexpr std::size_t at_once = 256;  // what getentropy gives
    for (; !bytes.empty(); bytes = bytes.subspan(std::min(at_once, bytes.size())))
      if (getentropy(bytes.data(), std::min(at_once, bytes.size())) != 0)
        std::abort();  // no secret is better than a weak one
  };
}

std::string new_secret(const Entropy& entropy) {
  constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  std::array<std::uint8_t, 16> bytes{};
  entropy(bytes);
  std::string text;
  std::uint32_t bits = 0;
  int count = 0;
  for (const auto byte : bytes) {
    bits = bits << 8 | byte;
    count += 8;
    while (count >= 5) {
      text += alphabet[bits >> (count - 5) & 31U];
      count -= 5;
    }
  }
  text += alphabet[bits << (5 - count) & 31U];
  return text;
}

std::string normalised_code(std::string_view typed) {
  std::string code;
  for (char c : typed) {
    if (c == ' ' || c == '-') continue;
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
    code += c == '0' ? 'O' : c == '1' ? 'I' : c == '8' ? 'B' : c;
  }
  return code;
}

Digest secret_hash(std::string_view secret) { return sha256(secret); }

}  // namespace rembuk::server
