#pragma once
#include <string_view>

namespace rembuk::server {

/// What kind of device a browser says it is: "phone", "tablet", "computer", or empty if it does not
/// say. Nothing finer is kept.
[[nodiscard]] std::string_view device_kind(std::string_view user_agent);

}  // namespace rembuk::server
