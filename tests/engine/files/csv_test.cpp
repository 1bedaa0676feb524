#include "engine/files/csv.hpp"

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/random.hpp"

using namespace rembuk;
using namespace rembuk::files;

namespace {

using Records = std::vector<std::vector<std::string>>;

/// RFC 4180 character by character, lines without text left out.
Records plainly_read(std::string_view text) {
  Records records;
  std::size_t at = 0;
  while (at < text.size()) {
    std::vector<std::string> cells;
    bool any = false;
    for (bool more = true; more;) {
      std::string cell;
      if (at < text.size() && text[at] == '"') {
        for (++at; at < text.size(); ++at) {
          if (text[at] == '"' && (++at >= text.size() || text[at] != '"')) break;
          cell += text[at];
        }
        while (at < text.size() && text[at] != ',' && text[at] != '\n') ++at;
      } else {
        while (at < text.size() && text[at] != ',' && text[at] != '\n') cell += text[at++];
      }
      more = at < text.size() && text[at++] == ',';
      if (!more && cell.ends_with('\r')) cell.pop_back();
      any = any || cell.find_first_not_of(" \t\r") != std::string::npos;
      cells.push_back(cell);
    }
    if (any) records.push_back(std::move(cells));
  }
  return records;
}

}  // namespace

TEST_CASE("a text is cut into the same cells as character by character", "[files]") {
  constexpr std::string_view often = "aaaaaaab,,,\n", seldom = "a,\n\r \"\"";
  Random random(7);
  for (int round = 0; round < 4000; ++round) {
    const auto size = random.below(round % 10 == 0 ? 3000 : 40);
    std::string text = ",x";  // told as commas
    for (std::uint32_t k = 0; k < size; ++k) {
      const auto from = round % 2 == 0 && random.below(8) == 0 ? seldom : often;
      text += from[random.below(static_cast<std::uint32_t>(from.size()))];
    }
    CsvReader reader(text);
    CsvRecord record;
    Records records;
    bool open = false;  // then what stands in it is one cell, as it is
    while (reader.next(record)) {
      records.emplace_back(record.cells.begin(), record.cells.end());
      open = open || record.unclosed_quote;
    }
    if (!open) CHECK(records == plainly_read(text));
  }
}
