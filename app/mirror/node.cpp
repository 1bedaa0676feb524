#include "app/mirror/node.hpp"

#include <charconv>
#include <cmath>

namespace rembuk::mirror {
namespace {

class Writer {
 public:
  void text(std::string_view text) {
    for (const char c : text)
      if (c != '\x1e' && c != '\x1f') out += c;  // the two marks cannot come from outside
    out += '\x1f';
  }
  void number(std::int64_t value) {
    char digits[24];
    const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
    out.append(digits, end);
    out += '\x1f';
  }
  /// Hundredths, so that small movements of layout arithmetic are no change.
  void real(float value) { number(std::isfinite(value) ? std::llround(value * 100.0F) : 0); }

  std::string out;
};

}  // namespace

std::string encoded(const std::vector<Node>& nodes) {
  Writer writer;
  for (const Node& node : nodes) {
    writer.text(node.key);
    writer.text(node.parent);
    writer.number(static_cast<int>(node.role));
    for (const auto* text : {&node.name, &node.value, &node.description, &node.extra})
      writer.text(*text);
    writer.number(node.state);
    for (const int n : {int{node.level}, int{node.position}, int{node.set_size}}) writer.number(n);
    for (const float n : {node.least, node.most, node.now}) writer.real(n);
    const Rectangle& r = node.rectangle;
    for (const float n : {r.x, r.y, r.w, r.h}) writer.real(n);
    writer.out.back() = '\x1e';
  }
  return writer.out;
}

}  // namespace rembuk::mirror
