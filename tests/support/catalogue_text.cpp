#include "tests/support/catalogue_text.hpp"

#include <fstream>
#include <iterator>
#include <map>
#include <stdexcept>

#include "engine/domain/codes.hpp"
#include "tests/support/source_folder.hpp"

namespace rembuk::tests {
namespace {

using Prefixes = std::map<std::string_view, std::string>;  // kind → what its key begins with
const std::map<std::string, Prefixes> kinds = {
    {"common", {{"concern", "concern."}, {"problem", "problem."}}},
    {"employee", {{"employee_problem", "problem."}, {"help", "help."}}},
    {"office", {{"office_problem", "problem."}, {"policy", "policy."}}}};

std::string quoted(std::string text) {
  for (std::size_t at = 0; (at = text.find_first_of("\"\\", at)) != std::string::npos; at += 2)
    text.insert(at, "\\");
  return '"' + text + '"';
}

}  // namespace

std::string catalogue_text(const std::string& part, const std::string& language) {
  std::ifstream in(source_folder() / "assets/text" / (part + "." + language + ".json"));
  std::string text{std::istreambuf_iterator<char>(in), {}};
  const auto end = text.rfind('}');
  if (end == std::string::npos) throw std::runtime_error("no texts of " + part);
  text.resize(end);
  for (const auto& row : all_codes)
    if (const auto prefix = kinds.at(part).find(row.kind); prefix != kinds.at(part).end()) {
      std::string shown(row.in(language == "en"));
      if (row.kind == "help") shown[0] = static_cast<char>(shown[0] - 'a' + 'A');
      text += ",\n" + quoted(prefix->second + std::string(row.code)) + ": " + quoted(shown);
    }
  return text + "}";
}

}  // namespace rembuk::tests
