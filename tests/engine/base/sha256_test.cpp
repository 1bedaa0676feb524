#include "engine/base/sha256.hpp"

#include <catch2/catch_test_macros.hpp>

using rembuk::hex;
using rembuk::sha256;

TEST_CASE("SHA-256 gives the digests of the standard", "[base]") {
  CHECK(hex(sha256("")) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(hex(sha256("abc")) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(hex(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")) ==
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  CHECK(hex(sha256(std::string(1000000, 'a'))) ==
        "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("the padding is right at every length around a block", "[base]") {
  // Digests of n times 'x', n = 54 … 66, hashed together: one wrong length changes it.
  std::string all;
  for (std::size_t n = 54; n <= 66; ++n) all += hex(sha256(std::string(n, 'x')));
  CHECK(hex(sha256(all)) == "230bf7e0d8adf9b0a90fcc1a3290a2d63a7de667777c41660d5e62954bb98fc1");
}
