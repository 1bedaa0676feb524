#include "engine/files/xlsx/elements.hpp"

namespace rembuk::files {

/// Passes over what stands between the two, if `opening` is here.
bool Elements::skip(std::string_view opening, std::string_view closing) {
  if (!xml_.substr(at_).starts_with(opening)) return false;
  const auto end = xml_.find(closing, at_ + opening.size());
  if (end == std::string_view::npos)
    fail();
  else
    at_ = end + closing.size();
  return true;
}

std::optional<Elements::Tag> Elements::tag() {
  for (;;) {
    at_ = xml_.find('<', at_);
    if (at_ == std::string_view::npos) {
      at_ = xml_.size();
      if (depth_ != 0) good_ = false;
      return std::nullopt;
    }
    if (skip("<!--", "-->") || skip("<![CDATA[", "]]>") || skip("<?", "?>")) continue;
    if (xml_.substr(at_).starts_with("<!")) fail();
    break;
  }
  Tag tag;
  tag.first = at_++;
  if (at_ >= xml_.size()) {
    fail();
    return std::nullopt;
  }
  tag.closes = xml_[at_] == '/';
  tag.opens = !tag.closes;
  at_ += tag.closes ? 1 : 0;
  const auto name_end = xml_.find_first_of(" \t\r\n/>", at_);
  if (name_end == std::string_view::npos || name_end == at_) {
    fail();
    return std::nullopt;
  }
  tag.name = xml_.substr(at_, name_end - at_);
  if (const auto colon = tag.name.rfind(':'); colon != std::string_view::npos)
    tag.name.remove_prefix(colon + 1);
  at_ = name_end;
  for (char quote = 0; at_ < xml_.size() && (quote != 0 || xml_[at_] != '>'); ++at_) {
    if (quote != 0)
      quote = xml_[at_] == quote ? '\0' : quote;
    else if (xml_[at_] == '"' || xml_[at_] == '\'')
      quote = xml_[at_];
  }
  if (at_ >= xml_.size()) {
    fail();
    return std::nullopt;
  }
  if (xml_[at_ - 1] == '/') tag.closes = true;
  tag.end = ++at_;
  return tag;
}

std::optional<std::string_view> Elements::next() {
  std::size_t first = std::string_view::npos;
  int outside = 0;
  while (const auto found = tag()) {
    if (found->opens && first == std::string_view::npos && found->name == name_) {
      first = found->first;
      outside = depth_;
    }
    if (found->opens) ++depth_;
    if (depth_ > most_depth_) fail();
    if (found->closes && --depth_ < 0) fail();
    if (!good_) return std::nullopt;
    if (first != std::string_view::npos && depth_ == outside)
      return xml_.substr(first, found->end - first);
  }
  return std::nullopt;
}

}  // namespace rembuk::files
