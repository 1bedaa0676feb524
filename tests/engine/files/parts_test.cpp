#include <algorithm>
#include <array>
#include <catch2/catch_test_macros.hpp>
#include <cstdlib>
#include <functional>
#include <map>
#include <span>
#ifndef __EMSCRIPTEN__
#include <thread>
#endif

#include "engine/files/export.hpp"
#include "tests/engine/files/nasty_province.hpp"
#include "tests/engine/files/small_files.hpp"

using namespace rembuk;
using namespace rembuk::files;

namespace {

/// The last job first, or each by a thread of its own.
void backwards(std::span<const std::function<void()>> jobs) {
  for (auto job = jobs.rbegin(); job != jobs.rend(); ++job) (*job)();
}
#ifdef __EMSCRIPTEN__
constexpr auto side_by_side = backwards;
#else
void side_by_side(std::span<const std::function<void()>> jobs) {
  std::vector<std::jthread> threads;
  for (const auto& job : jobs) threads.emplace_back(job);
}
#endif

/// How often the crew is called for a set whose files are all long enough: once for the characters of
/// each of the nine, and once more for the rows of the four that may be judged in parts.
constexpr std::size_t none_in_parts = 9, all_in_parts = 9 + 4;

/// The import by a crew must be the import in one go; how often the crew was called.
std::size_t same_in_parts(const Texts& texts, ImportOptions options, std::size_t parts) {
  const auto alone = import_texts(texts, options);
  std::size_t calls = 0;
  options.crew = {.parts = parts, .least = 16, .work = [&](auto jobs) {
                    ++calls;
                    parts % 2 == 0 ? backwards(jobs) : side_by_side(jobs);
                  }};
  const auto together = import_texts(texts, options);
  CAPTURE(parts, told(alone.faults), told(together.faults));
  CHECK(together.faults.errors() == alone.faults.errors());
  CHECK(together.faults.warnings() == alone.faults.warnings());
  CHECK(together.faults.list() == alone.faults.list());
  CHECK(together.consultation == alone.consultation);
  return calls;
}

/// Breaks something: a character of a row, or a row that is there twice or no longer.
void damage(Random& random, std::string& text) {
  constexpr std::string_view characters = "\",\n;'09aE \xc3";
  const auto at = random.below(static_cast<std::uint32_t>(text.size()));
  const auto from = text.rfind('\n', at), to = text.find('\n', at);
  if (from == std::string::npos || to == std::string::npos || from >= to) return;
  const std::string row = text.substr(from, to - from);
  switch (random.below(4)) {
    case 0:
      text.insert(text.rfind('\n', random.below(static_cast<std::uint32_t>(text.size()))) + 1,
                  row.substr(1) + "\n");
      break;
    case 1:
      text.erase(from, to - from);
      break;
    default:
      text[at] = characters[random.below(static_cast<std::uint32_t>(characters.size()))];
  }
}

/// A province without fault, as its files.
Texts good_files(int employees) {
  Texts texts;
  for (auto& [name, text] : export_files(make_province({.employees = employees, .seed = 5}))) texts[name] = text;
  return texts;
}

void replace_all(std::string& text, std::string_view what, std::string_view with) {
  for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
    text.replace(at, what.size(), with);
}

}  // namespace

TEST_CASE("files judged in parts tell the same, whatever is wrong with them", "[files]") {
  constexpr std::array<const char*, 6> files = {"pegawai.csv",  "pegawai.csv",      "kompetensi_pegawai.csv",
                                                "aspirasi.csv", "kekhawatiran.csv", "jabatan.csv"};
  const int rounds = std::getenv("REMBUK_FULL") ? 2000 : 60;
  std::size_t calls = 0, faulty = 0;
  for (int round = 1; round <= rounds; ++round) {
    CAPTURE(round);
    Random random(static_cast<std::uint64_t>(round), 11);
    Texts texts;
    for (auto& [name, text] : export_files(nasty_province(static_cast<std::uint64_t>(round)))) texts[name] = text;
    for (auto breaks = random.below(6); breaks > 0; --breaks) damage(random, texts[files[random.below(6)]]);
    if (random.chance(0.2)) replace_all(texts["pegawai.csv"], "\n", "\r\n");
    if (random.chance(0.2)) texts["aspirasi.csv"].insert(0, "\xef\xbb\xbf");
    faulty += import_texts(texts).faults.errors() > 0;
    ImportOptions options;
    options.faults_only = random.chance(0.5);
    calls += same_in_parts(texts, options, 2 + random.below(6));
  }
  CHECK(calls > static_cast<std::size_t>(rounds) * (none_in_parts + all_in_parts) / 2);
  CHECK(faulty > static_cast<std::size_t>(rounds) / 3);
}

TEST_CASE("a person who is there twice is told at the later row, in whatever part that is", "[files]") {
  auto texts = good_files(40);
  std::string& people = texts["pegawai.csv"];
  const auto first = people.find('\n') + 1;
  people += people.substr(first, people.find('\n', first) + 1 - first);
  CHECK(same_in_parts(texts, {}, 3) == all_in_parts);
  const auto faults = told(import_texts(texts).faults);
  const auto row = std::ranges::count(people, '\n');
  CHECK(std::ranges::count(faults, "pegawai.csv:" + std::to_string(row) + ":nip:nip_twice") == 1);
}

TEST_CASE("rows in whatever order may be judged in parts", "[files]") {
  auto texts = good_files(200);
  std::string& people = texts["pegawai.csv"];
  const auto header = people.find('\n') + 1, middle = people.find('\n', people.size() / 2) + 1;
  people = people.substr(0, header) + people.substr(middle) + people.substr(header, middle - header);
  for (std::size_t parts = 2; parts <= 5; ++parts) CHECK(same_in_parts(texts, {}, parts) == all_in_parts);
  CHECK(import_texts(texts).faults.errors() == 0);
}

TEST_CASE("a line break inside of quotes begins no part", "[files]") {
  auto texts = good_files(12);
  std::string& people = texts["pegawai.csv"];
  std::string lines = "\"";
  for (int k = 0; k < 90; ++k) lines += "a\n";
  lines += "z\"";
  const auto nip = people.find('\n') + 1, name = people.find(',', nip) + 1, end = people.find(',', name);
  people.replace(name, end - name, lines);
  for (std::size_t parts = 2; parts <= 9; ++parts) CHECK(same_in_parts(texts, {}, parts) == all_in_parts);
  CHECK(import_texts(texts).consultation.has_value());
}

TEST_CASE("codes that cannot be read are laid to rows in their order, so these are judged in one go", "[files]") {
  auto texts = good_files(300);
  std::string& answers = texts["aspirasi.csv"];
  const auto header = answers.find('\n') + 1;
  std::string kept = answers.substr(0, header);
  for (auto at = header, row = std::size_t{0}; at < answers.size(); ++row) {
    const auto next = answers.find('\n', at) + 1;
    if (row == 0) kept += answers.substr(at + 18, next - at - 18);  // no NIP
    if (row % 4 != 0) kept += answers.substr(at, next - at);
    at = next;
  }
  answers = kept;
  CHECK(same_in_parts(texts, {}, 5) == all_in_parts - 1);
  const auto faults = told(import_texts(texts).faults);
  CHECK(std::ranges::count_if(faults, [](const std::string& one) { return one.ends_with(":answer_missing"); }) > 3);
}

TEST_CASE("of many faults the first thousand are kept, and all counted, whoever found them", "[files]") {
  auto texts = good_files(1500);
  replace_all(texts["pegawai.csv"], ",Aktif,", ",,");
  const auto faults = import_texts(texts).faults;
  REQUIRE(faults.errors() > 1000);
  CHECK(same_in_parts(texts, {}, 4) == all_in_parts);
}

TEST_CASE("progress grows to every byte and row of a file, also where a part is judged again", "[files]") {
  auto texts = good_files(60);
  std::string& people = texts["pegawai.csv"];
  const auto first = people.find('\n') + 1;
  people += people.substr(first, people.find('\n', first) + 1 - first);
  struct Last {
    std::size_t bytes = 0;
    std::int64_t rows = 0;
  };
  std::map<std::string, Last, std::less<>> last;
  ImportOptions options;
  options.progress = [&](std::string_view file, std::size_t bytes, std::int64_t rows) {
    last[std::string(file)] = {bytes, rows};
    CHECK(bytes <= texts.at(std::string(file)).size());
  };
  options.crew = {.parts = 3, .least = 64, .work = backwards};
  (void)import_texts(texts, options);
  REQUIRE(last.size() == file_names.size());
  for (const auto& [file, end] : last) {
    CAPTURE(file);
    CHECK(end.bytes == texts.at(file).size());
    CHECK(end.rows == std::ranges::count(texts.at(file), '\n') - 1);
  }
}
