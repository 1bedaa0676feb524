#include "web/server/identity/pin.hpp"

#include <sodium.h>

#include <algorithm>
#include <array>

namespace rembuk::server {

bool valid_pin(std::string_view pin) {
  return pin.size() >= 4 && pin.size() <= 8 &&
         std::ranges::all_of(pin, [](char c) { return c >= '0' && c <= '9'; });
}

std::string pin_hash(std::string_view pin) {
  std::array<char, crypto_pwhash_STRBYTES> out{};
  if (sodium_init() < 0 ||
      crypto_pwhash_str(out.data(), pin.data(), pin.size(), crypto_pwhash_OPSLIMIT_INTERACTIVE,
                        crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0)
    return {};
  return out.data();
}

bool pin_matches(std::string_view pin, const std::string& hash) {
  return sodium_init() >= 0 && crypto_pwhash_str_verify(hash.c_str(), pin.data(), pin.size()) == 0;
}

}  // namespace rembuk::server
