#include "engine/files/flat_json.hpp"

#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

namespace rembuk::files {
namespace {

/// Follows the reader's events and keeps the path of where it is.
struct Flattener : rapidjson::BaseReaderHandler<rapidjson::UTF8<>, Flattener> {
  struct Level {
    bool array = false;
    std::size_t next = 0;
    std::string key;
  };
  std::vector<Level> levels;
  std::vector<std::pair<std::string, JsonValue>> values;

  [[nodiscard]] std::string path() const {
    std::string text;
    for (const auto& level : levels) {
      if (!text.empty()) text += '.';
      text += level.array ? std::to_string(level.next) : level.key;
    }
    return text;
  }
  bool add(JsonValue value) {
    values.emplace_back(path(), std::move(value));
    return after();
  }
  bool after() {
    if (!levels.empty() && levels.back().array) ++levels.back().next;
    return true;
  }
  bool open(bool array) {
    levels.push_back({array, 0, {}});
    return levels.size() < 16;
  }
  bool close() {
    levels.pop_back();
    return after();
  }

  bool Null() { return add(nullptr); }
  bool Bool(bool value) { return add(value); }
  bool Int(int value) { return add(static_cast<double>(value)); }
  bool Uint(unsigned value) { return add(static_cast<double>(value)); }
  bool Int64(std::int64_t value) { return add(static_cast<double>(value)); }
  bool Uint64(std::uint64_t value) { return add(static_cast<double>(value)); }
  bool Double(double value) { return add(value); }
  bool String(const char* text, rapidjson::SizeType size, bool) { return add(std::string(text, size)); }
  bool Key(const char* text, rapidjson::SizeType size, bool) {
    levels.back().key.assign(text, size);
    return true;
  }
  bool StartObject() { return open(false); }
  bool EndObject(rapidjson::SizeType) { return close(); }
  bool StartArray() { return open(true); }
  bool EndArray(rapidjson::SizeType) { return close(); }
};

}  // namespace

std::expected<std::vector<std::pair<std::string, JsonValue>>, std::string> flat_json(std::string_view text) {
  rapidjson::MemoryStream stream(text.data(), text.size());
  rapidjson::Reader reader;
  Flattener flat;
  const auto result = reader.Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag |
                                   rapidjson::kParseFullPrecisionFlag>(stream, flat);
  if (!result) return std::unexpected("JSON, byte " + std::to_string(result.Offset()));
  return std::move(flat.values);
}

}  // namespace rembuk::files
