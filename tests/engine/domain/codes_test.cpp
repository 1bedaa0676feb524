// The table of codes against itself and against the sources that use it.
#include "engine/domain/codes.hpp"

#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <utility>

#include "engine/domain/words.hpp"
#include "tests/support/source_folder.hpp"

using namespace rembuk;
namespace fs = std::filesystem;

namespace {

std::string content(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  REQUIRE(in);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// The C++ sources below a folder, as one text.
const std::string& sources(const std::string& folder) {
  static std::map<std::string, std::string> read;
  auto& text = read[folder];
  if (text.empty())
    for (const auto& entry : fs::recursive_directory_iterator(tests::source_folder() / folder))
      if (entry.path().extension() == ".cpp" || entry.path().extension() == ".hpp")
        text += content(entry.path());
  return text;
}

/// Where the codes of a kind are given. Kinds that are not here are made of other names than
/// literals.
const std::map<std::string_view, std::set<std::string>> rooms = {
    {"fault", {"engine/files"}},
    {"problem", {"web/server", "app/core"}},
    {"employee_problem", {"app/core"}},
    {"office_problem", {"web/server", "app/core", "engine/wire", "app/engine"}},
    {"refusal", {"engine/rules"}},
    {"kept", {"engine/rules"}},
    {"reason", {"engine/domain"}},
    {"sentence", {"engine/assignment"}},
    {"sentence_value", {"engine/files"}},
    {"goal", {"engine/assignment"}},
    {"policy", {"engine/assignment"}},
    {"objective", {"engine/assignment"}},
    {"criterion", {"engine/assignment"}},
    {"help", {"app/panels/concerns", "engine/assignment"}},
    {"basis", {"engine/assignment"}}};

bool is_said(const CodeText& row, const std::string& folder) {
  const std::string& text = sources(folder);
  // "wish_" + number, "aspirasi.keinginan_" + number: a literal that ends where a number begins.
  const std::string code(row.code);
  const std::string stem = code.substr(0, code.find_last_not_of("0123456789") + 1);
  return text.contains('"' + code + '"') ||
         (stem != code && stem.size() > 1 && text.contains('"' + stem + '"'));
}

std::set<std::string> placeholders(std::string_view text) {
  std::set<std::string> out;
  static const std::regex place("\\{[a-z_0-9]+\\}");
  const std::string all(text);
  for (std::sregex_iterator at(all.begin(), all.end(), place), end; at != end; ++at)
    out.insert(at->str());
  return out;
}

bool stands(std::string_view code, std::set<std::string_view> kinds) {
  return std::ranges::any_of(
      all_codes, [&](const CodeText& row) { return row.code == code && kinds.contains(row.kind); });
}

}  // namespace

TEST_CASE("no code stands twice within its kind, and each has words in both languages", "[codes]") {
  std::set<std::pair<std::string_view, std::string_view>> seen;
  for (const auto& row : all_codes) {
    CAPTURE(row.kind, row.code);
    CHECK(seen.emplace(row.kind, row.code).second);
    CHECK_FALSE(row.indonesian.empty());
    CHECK_FALSE(row.english.empty());
    CHECK(placeholders(row.indonesian) == placeholders(row.english));
  }
}

TEST_CASE("every row of the table is said somewhere", "[codes]") {
  for (const auto& row : all_codes) {
    const auto room = rooms.find(row.kind);
    if (room == rooms.end()) continue;
    CAPTURE(row.kind, row.code);
    CHECK(std::ranges::any_of(room->second,
                              [&](const std::string& folder) { return is_said(row, folder); }));
  }
}

TEST_CASE("every code that the sources say stands in the table", "[codes]") {
  struct Call {
    std::string folder;
    const char* pattern;  // the first group is the code
    std::set<std::string_view> kinds;
  };
  const Call calls[] = {
      {"engine/files",
       "\\b(?:fault|warn)\\((?:[a-z_]*cell\\(\"[a-z_0-9]+\"\\)|[a-z_]+(?:\\[k\\])?),\\s*\"([a-z_]+)"
       "\"",
       {"fault"}},
      {"engine/files",
       "faults\\.(?:error|warning)\\([^;]*?(?:\"[a-z_0-9]*\"|column),\\s*\"([a-z_]+)\"",
       {"fault"}},
      {"engine/files", "\\.fault = \"([a-z_]+)\"", {"fault"}},
      {"web/server", "problem_response\\(\"([a-z_]+)\"\\)", {"problem", "office_problem"}},
      {"app/core", "problem = \"([a-z_]+)\";", {"problem", "employee_problem", "office_problem"}},
      {"engine/assignment", "push_back\\(\\{\"([a-z_]+)\",(?! \\[)", {"sentence"}}};
  for (const Call& call : calls) {
    const std::string& text = sources(call.folder);
    const std::regex pattern(call.pattern);
    int found = 0;
    for (std::sregex_iterator at(text.begin(), text.end(), pattern), end; at != end; ++at) {
      CAPTURE(call.folder, at->str());
      CHECK(stands(std::string_view(text).substr(static_cast<std::size_t>(at->position(1)),
                                                 static_cast<std::size_t>(at->length(1))),
                   call.kinds));
      ++found;
    }
    CAPTURE(call.folder, call.pattern);
    CHECK(found >= 2);  // else the pattern has lost its calls
  }
}

TEST_CASE("the closed vocabularies that are shown have a word for every name", "[codes]") {
  for (const auto name : post_kind_names) CHECK(stands(name, {"post_kind"}));
  for (const auto name : post_level_names) CHECK((name.empty() || stands(name, {"post_level"})));
  CHECK(codes_of<"concern">.size() == concern_categories);
  CHECK(codes_of<"criterion">.size() == criterion_count);
}
