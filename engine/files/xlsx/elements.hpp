#pragma once
#include <cstddef>
#include <optional>
#include <string_view>

namespace rembuk::files {

/// The elements of one name in a large XML text, one after the other, so that no tree of the whole
/// is built. Comments, CDATA and processing instructions are passed over; a document type makes the
/// text unreadable.
///
/// Cost   one pass; nothing is copied.
class Elements {
 public:
  /// `name` without prefix; elements of the same name inside one another are one.
  Elements(std::string_view xml, std::string_view name, int most_depth)
      : xml_(xml), name_(name), most_depth_(most_depth) {}
  /// The next element from `<` to its closing `>`; nothing at the end or if `good` became false.
  [[nodiscard]] std::optional<std::string_view> next();
  /// False: malformed, or nested deeper than allowed.
  [[nodiscard]] bool good() const { return good_; }

 private:
  struct Tag {
    std::size_t first = 0, end = 0;  // from `<` to behind `>`
    std::string_view name;           // without prefix
    bool opens = false, closes = false;
  };
  [[nodiscard]] std::optional<Tag> tag();
  [[nodiscard]] bool skip(std::string_view opening, std::string_view closing);
  void fail() {
    good_ = false;
    at_ = xml_.size();
  }

  std::string_view xml_, name_;
  int most_depth_;
  std::size_t at_ = 0;
  int depth_ = 0;
  bool good_ = true;
};

}  // namespace rembuk::files
