#include "web/server/identity/device.hpp"

#include <algorithm>
#include <initializer_list>

namespace rembuk::server {
namespace {

bool has_one_of(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::ranges::any_of(words, [&](auto word) { return text.find(word) != text.npos; });
}

}  // namespace

std::string_view device_kind(std::string_view agent) {
  if (has_one_of(agent, {"iPad", "Tablet"})) return "tablet";
  if (has_one_of(agent, {"Mobi", "iPhone"})) return "phone";
  if (has_one_of(agent, {"Android"})) return "tablet";
  if (has_one_of(agent, {"Windows NT", "Macintosh", "X11", "CrOS"})) return "computer";
  return "";
}

}  // namespace rembuk::server
