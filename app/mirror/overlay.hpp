#pragma once
#include <functional>
#include <string_view>

#include "app/mirror/node.hpp"

namespace rembuk::mirror {

/// The page's overlay of native elements (web/page/mirror.js).
void patch(std::string_view encoded_nodes);
/// Into the one live region.
void announce(std::string_view text);
/// Moves the focus to the node of `key`.
void focus(std::string_view key);
/// Where the overlay's events go; there is one page, hence one sink.
void on_event(std::function<void(Event)> sink);

}  // namespace rembuk::mirror
