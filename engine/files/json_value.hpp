#pragma once
#include <expected>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace rembuk::files {

struct JsonValue;
struct JsonMember;
using JsonArray = std::vector<JsonValue>;
using JsonObject = std::vector<JsonMember>;  ///< in document order

/// One JSON value. Numbers are doubles.
struct JsonValue {
  std::variant<std::nullptr_t, bool, double, std::string, JsonArray, JsonObject> value;
};

struct JsonMember {
  std::string key;
  JsonValue value;
};

/// Shape    at most 1 MB, at most 16 levels; a byte order mark is accepted.
/// Errors   where the text stops being JSON, or that a key comes twice.
/// Source   RFC 8259.
[[nodiscard]] std::expected<JsonValue, std::string> parse_json(std::string_view text);

}  // namespace rembuk::files
