#include "app/mirror/node.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <limits>

using namespace rembuk::mirror;

namespace {

Node button(std::string name) {
  Node node;
  node.key = "foot/next";
  node.parent = "foot";
  node.role = Role::button;
  node.name = std::move(name);
  node.state = state::primary;
  node.rectangle = {16, 700.5F, 160, 48};
  return node;
}

}  // namespace

TEST_CASE("equal screens give equal texts, any difference gives another", "[mirror]") {
  const std::vector<Node> screen = {button("Lanjut")};
  CHECK(encoded(screen) == encoded({button("Lanjut")}));
  CHECK(encoded(screen) != encoded({button("Kirim")}));
  Node moved = button("Lanjut");
  moved.rectangle.y += 1;
  CHECK(encoded(screen) != encoded({moved}));
}

TEST_CASE("a node is one record of eighteen fields, positions in hundredths", "[mirror]") {
  const std::string text = encoded({button("Lanjut")});
  CHECK(std::ranges::count(text, '\x1e') == 1);
  CHECK(std::ranges::count(text, '\x1f') == 17);
  CHECK(text.find("\x1f"
                  "70050\x1f") != text.npos);
}

TEST_CASE("the marks of the format cannot be smuggled in by a text", "[mirror]") {
  const std::string text =
      encoded({button("a\x1e"
                      "b\x1f"
                      "c")});
  CHECK(std::ranges::count(text, '\x1e') == 1);
  CHECK(std::ranges::count(text, '\x1f') == 17);
  CHECK(text.find("abc") != text.npos);
}

TEST_CASE("a number that is none is written as zero", "[mirror]") {
  Node node = button("Lanjut");
  node.most = std::numeric_limits<float>::infinity();
  node.now = std::numeric_limits<float>::quiet_NaN();
  Node zero = button("Lanjut");
  CHECK(encoded({node}) == encoded({zero}));
}
