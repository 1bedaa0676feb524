#pragma once
#include <expected>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace rembuk::files {

using JsonValue = std::variant<std::nullptr_t, bool, double, std::string>;

/// A small JSON document as paths and values: {"a": {"b": [1, 2]}} → a.b.0 = 1, a.b.1 = 2.
/// Errors: where the text stops being JSON, or that it is nested too deeply. Source: RFC 8259.
[[nodiscard]] std::expected<std::vector<std::pair<std::string, JsonValue>>, std::string> flat_json(
    std::string_view text);

}  // namespace rembuk::files
