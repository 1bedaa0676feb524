// The text files against each other and against the sources that use them.
#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "app/text/catalogue.hpp"
#include "tests/support/catalogue_text.hpp"
#include "tests/support/source_folder.hpp"

using namespace rembuk::text;
namespace fs = std::filesystem;

namespace {

std::string content(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  REQUIRE(in);
  std::stringstream all;
  all << in.rdbuf();
  return all.str();
}

const fs::path source = rembuk::tests::source_folder();

Catalogue catalogue(const std::string& part, Language language) {
  CAPTURE(part);
  auto made =
      Catalogue::make(language, rembuk::tests::catalogue_text(part, std::string(code(language))));
  REQUIRE(made);
  return *made;
}

std::vector<std::string> parts() {
  std::vector<std::string> out;
  for (const char* part : {"common", "employee", "office"})
    if (fs::exists(source / "assets/text" / (std::string(part) + ".id.json")))
      out.emplace_back(part);
  return out;
}

/// All string literals of app/, the gallery apart: it is not shipped.
std::set<std::string> literals() {
  std::set<std::string> out;
  static const std::regex literal("\"((?:[^\"\\\\\n]|\\\\.)*)\"");
  for (const auto& entry : fs::recursive_directory_iterator(source / "app")) {
    const auto extension = entry.path().extension();
    if ((extension != ".cpp" && extension != ".hpp") ||
        entry.path().filename().string().starts_with("gallery"))
      continue;
    const std::string text = content(entry.path());
    for (std::sregex_iterator at(text.begin(), text.end(), literal), end; at != end; ++at)
      out.insert((*at)[1]);
  }
  return out;
}

std::set<std::string> places(const std::string& text) {
  std::set<std::string> out;
  static const std::regex place("\\{[a-z_]+\\}");
  for (std::sregex_iterator at(text.begin(), text.end(), place), end; at != end; ++at)
    out.insert(at->str());
  return out;
}

}  // namespace

TEST_CASE("both languages have the same keys with the same placeholders", "[text]") {
  for (const std::string& part : parts()) {
    const Catalogue id = catalogue(part, Language::indonesian),
                    en = catalogue(part, Language::english);
    for (const auto& [key, text] : id.texts()) {
      CAPTURE(part, key);
      CHECK(en.has(key));
      CHECK(places(text) == places(std::string(en.tr(key))));
      CHECK_FALSE(text.empty());
    }
    for (const auto& [key, text] : en.texts()) {
      CAPTURE(part, key);
      CHECK(id.has(key));
    }
  }
}

TEST_CASE("no key is defined twice", "[text]") {
  const Catalogue common = catalogue("common", Language::indonesian);
  for (const std::string& part : parts()) {
    if (part == "common") continue;
    const Catalogue own = catalogue(part, Language::indonesian);
    for (const auto& [key, text] : own.texts()) {
      CAPTURE(part, key);
      CHECK_FALSE(common.has(key));
    }
  }
}

TEST_CASE("every key that the sources ask for exists", "[text]") {
  std::set<std::string> keys;
  for (const std::string& part : parts()) {
    const Catalogue own = catalogue(part, Language::indonesian);
    for (const auto& [key, text] : own.texts()) keys.insert(key);
  }
  static const std::regex asked("\\btr\\(\"([^\"]+)\"(?=[,)])");
  for (const auto& entry : fs::recursive_directory_iterator(source / "app")) {
    if (entry.path().extension() != ".cpp" ||
        entry.path().filename().string().starts_with("gallery"))
      continue;
    const std::string text = content(entry.path());
    for (std::sregex_iterator at(text.begin(), text.end(), asked), end; at != end; ++at) {
      CAPTURE(entry.path().string(), (*at)[1].str());
      CHECK(keys.contains((*at)[1]));
    }
  }
}

TEST_CASE("every term that a screen names has a word and an explanation", "[text]") {
  const Catalogue id = catalogue("employee", Language::indonesian);
  static const std::regex shown("\\bterms\\(ui, \"terms\", \\{([^}]+)\\}"), name("\"([a-z_]+)\"");
  std::set<std::string> named;
  for (const auto& entry : fs::recursive_directory_iterator(source / "app/panels")) {
    if (entry.path().extension() != ".cpp") continue;
    const std::string text = content(entry.path());
    for (std::sregex_iterator list(text.begin(), text.end(), shown), end; list != end; ++list) {
      const std::string names = (*list)[1];
      for (std::sregex_iterator at(names.begin(), names.end(), name); at != end; ++at)
        named.insert("term." + (*at)[1].str());
    }
  }
  CHECK(named.size() >= 20);
  for (const std::string& term : named) {
    CAPTURE(term);
    CHECK(id.has(term));
    CHECK(id.tr(term + ".text").size() > id.tr(term).size());
  }
  for (const auto& [key, text] : id.texts()) {
    if (!key.starts_with("term.") || key.ends_with(".text")) continue;
    CAPTURE(key);
    CHECK(named.contains(key));
  }
}

TEST_CASE("no text is unused: its key, or the beginning of it, stands in the sources", "[text]") {
  const std::set<std::string> used = literals();
  for (const std::string& part : parts()) {
    const Catalogue own = catalogue(part, Language::indonesian);
    for (const auto& [key, text] : own.texts()) {
      bool found = used.contains(key);
      // "concern." + id, or title + ".text": a literal that ends where a part of the key ends.
      for (std::size_t dot = key.find('.'); !found && dot != key.npos; dot = key.find('.', dot + 1))
        found = used.contains(key.substr(0, dot + 1)) ||
                (key.find('.') != dot && used.contains(key.substr(0, dot)));
      CAPTURE(part, key);
      CHECK(found);
    }
  }
}

TEST_CASE("the texts use only letters that the fonts hold", "[text]") {
  const std::u32string extra = U"–—·…→←−“”‘’•";
  for (const std::string& part : parts())
    for (const Language language : {Language::indonesian, Language::english}) {
      const Catalogue own = catalogue(part, language);
      for (const auto& [key, text] : own.texts()) {
        for (std::size_t i = 0; i < text.size();) {
          const auto lead = static_cast<unsigned char>(text[i]);
          const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
          char32_t letter = length == 1 ? lead : lead & (0xFF >> (length + 1));
          for (std::size_t k = 1; k < length && i + k < text.size(); ++k)
            letter = letter << 6 | (static_cast<unsigned char>(text[i + k]) & 63);
          i += length;
          CAPTURE(part, key, static_cast<unsigned>(letter));
          CHECK((letter == U'\n' || (letter >= 0x20 && letter < 0x7F) ||
                 (letter >= 0xA0 && letter <= 0xFF) || extra.find(letter) != extra.npos));
        }
      }
    }
}

TEST_CASE("what is not the office's draws no icon that the employee's font lacks", "[text]") {
  const std::string icons = content(source / "app/ui/icons.hpp");
  const auto office = icons.find("// Of the office's page alone");
  REQUIRE(office != icons.npos);
  static const std::regex value("\n  (\\w+) = 0x"), drawn("\\bIcon::(\\w+)");
  std::set<std::string> lacking;
  const std::string tail = icons.substr(office);
  for (std::sregex_iterator at(tail.begin(), tail.end(), value), end; at != end; ++at)
    lacking.insert((*at)[1]);
  CHECK(lacking.size() >= 5);
  std::size_t seen = 0;
  for (const auto& entry : fs::recursive_directory_iterator(source / "app")) {
    const std::string file = entry.path().generic_string();
    const auto extension = entry.path().extension();
    if ((extension != ".cpp" && extension != ".hpp") || file.find("/office") != file.npos ||
        entry.path().filename().string().starts_with("gallery"))
      continue;
    const std::string text = content(entry.path());
    for (std::sregex_iterator at(text.begin(), text.end(), drawn), end; at != end; ++at, ++seen) {
      CAPTURE(file, (*at)[1].str());
      CHECK_FALSE(lacking.contains((*at)[1]));
    }
  }
  CHECK(seen > 50);
}
