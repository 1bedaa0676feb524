#include "engine/base/plain_text.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace rembuk;

TEST_CASE("what a terminal obeys is taken out of a text, what people write stays", "[base]") {
  CHECK(plain_text("S2 – Éka\nbaris dua") == "S2 – Éka\nbaris dua");
  CHECK(plain_text("a\x1b[31mb\x07\r\n\x7f") == "a[31mb\n");
  CHECK(plain_text("kolom\tdua") == "kolom dua");
  CHECK(plain_text("a\u0085b\u009bc\u00a0") == "abc\u00a0");
  CHECK(plain_text("\u202eterbalik\u2066\u2069\u2028") == "terbalik");
  CHECK(plain_text("\u2027\u202f\u2065\u206a") == "\u2027\u202f\u2065\u206a");
  CHECK(plain_text(std::string_view("a\0b", 3)) == "ab");
  CHECK(plain_text("").empty());
}

TEST_CASE("characters are counted and cut whole, whatever bytes they take", "[base]") {
  CHECK(characters("aé😀") == 3);
  CHECK(beginning("aé😀b", 3) == "aé😀");
  CHECK(beginning("aé😀", 2) == "aé");
  CHECK(beginning("aé", 9) == "aé");
  CHECK(beginning("a", 0).empty());
}
