#include "engine/files/json_value.hpp"

#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace rembuk::files {
namespace {

constexpr std::size_t most_bytes = 1 << 20;
constexpr std::size_t most_levels = 16;

/// Builds the value from the reader's events; `levels` are the open arrays and objects.
struct Builder : rapidjson::BaseReaderHandler<rapidjson::UTF8<>, Builder> {
  struct Level {
    JsonValue container;
    std::string key;  // of the object's member that comes next
  };
  std::vector<Level> levels;
  JsonValue root;
  std::string repeated;  // a key that came twice

  bool add(JsonValue value) {
    if (levels.empty()) {
      root = std::move(value);
      return true;
    }
    Level& level = levels.back();
    if (auto* array = std::get_if<JsonArray>(&level.container.value))
      array->push_back(std::move(value));
    else
      std::get<JsonObject>(level.container.value)
          .push_back({std::move(level.key), std::move(value)});
    return true;
  }
  bool close() {
    JsonValue done = std::move(levels.back().container);
    levels.pop_back();
    return add(std::move(done));
  }
  bool open(JsonValue container) {
    levels.push_back({std::move(container), {}});
    return levels.size() <= most_levels;
  }

  bool Null() { return add({nullptr}); }
  bool Bool(bool value) { return add({value}); }
  /// Numbers arrive as text: the library's own conversion of 0e42 is undefined behaviour.
  bool RawNumber(const char* text, rapidjson::SizeType size, bool) {
    const double value = std::strtod(std::string(text, size).c_str(), nullptr);
    return std::isfinite(value) && add({value});
  }
  bool String(const char* text, rapidjson::SizeType size, bool) {
    return add({std::string(text, size)});
  }
  bool Key(const char* text, rapidjson::SizeType size, bool) {
    Level& level = levels.back();
    level.key.assign(text, size);
    const auto& members = std::get<JsonObject>(level.container.value);
    const bool seen = std::ranges::any_of(
        members, [&](const JsonMember& member) { return member.key == level.key; });
    if (seen) repeated = level.key;
    return !seen && members.size() < 1000;
  }
  bool StartObject() { return open({JsonObject{}}); }
  bool EndObject(rapidjson::SizeType) { return close(); }
  bool StartArray() { return open({JsonArray{}}); }
  bool EndArray(rapidjson::SizeType) { return close(); }
};

}  // namespace

std::expected<JsonValue, std::string> parse_json(std::string_view text) {
  constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";
  if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
  if (text.size() > most_bytes) return std::unexpected(std::string("JSON, 1 MB"));
  rapidjson::MemoryStream stream(text.data(), text.size());
  rapidjson::Reader reader;
  Builder builder;
  constexpr unsigned flags = rapidjson::kParseIterativeFlag |
                             rapidjson::kParseValidateEncodingFlag |
                             rapidjson::kParseNumbersAsStringsFlag;
  const auto result = reader.Parse<flags>(stream, builder);
  if (!builder.repeated.empty()) return std::unexpected(builder.repeated.substr(0, 60));
  if (!result) return std::unexpected("JSON, byte " + std::to_string(result.Offset() + 1));
  return std::move(builder.root);
}

}  // namespace rembuk::files
