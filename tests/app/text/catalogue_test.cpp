#include "app/text/catalogue.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace rembuk;
using namespace rembuk::text;

namespace {
Catalogue made(std::string_view json) {
  return Catalogue::make(Language::indonesian, json).value();
}
}  // namespace

TEST_CASE("a text is found by its key, a missing key shows itself", "[text]") {
  const Catalogue c = made(R"({"next": "Lanjut", "quote": "\"ya\"\n\u2192 \/"})");
  CHECK(c.tr("next") == "Lanjut");
  CHECK(c.tr("quote") == "\"ya\"\n→ /");
  CHECK(c.tr("absent.key") == "absent.key");
  CHECK(c.has("next"));
  CHECK_FALSE(c.has("absent.key"));
}

TEST_CASE("placeholders are filled by name, unknown ones stay", "[text]") {
  const Catalogue c = made(R"({"a": "{n} dari {of}: {other} {n", "b": "{x}"})");
  CHECK(c.tr("a", {{"n", "2"}, {"of", "6"}}) == "2 dari 6: {other} {n");
  CHECK(c.tr("b", {{"x", "{x}"}}) == "{x}");  // what is put in is not filled again
}

TEST_CASE("what is not one flat object of strings is refused", "[text]") {
  for (const char* json :
       {"", "{", "[]", "{\"a\": 1}", "{\"a\": {\"b\": \"c\"}}", "{\"a\": \"b\",}",
        "{\"a\": \"b\"} x", "{\"a\": \"b\" \"c\": \"d\"}", "{\"a\": \"\\x\"}", "{\"a\": \"\\u12\"}",
        "{\"a\": \"\\ud800\"}", "{\"a\": \"line\nbreak\"}", "{\"a\": \"open"}) {
    CAPTURE(json);
    const auto made = Catalogue::make(Language::english, json);
    REQUIRE_FALSE(made);
    CHECK(made.error().fault == Fault::invalid_input);
  }
  CHECK(Catalogue::make(Language::english, " {} ").has_value());
}

TEST_CASE("any language but English is Indonesian", "[text]") {
  CHECK(language_of("en") == Language::english);
  CHECK(language_of("id") == Language::indonesian);
  CHECK(language_of("fr") == Language::indonesian);
  CHECK(code(Language::english) == "en");
}
