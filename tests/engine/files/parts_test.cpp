#include <algorithm>
#include <array>
#include <catch2/catch_test_macros.hpp>
#include <cstdlib>
#include <numeric>
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

/// The import by a crew must be the import in one go; how many parts were given to it.
std::size_t same_in_parts(const Texts& texts, ImportOptions options, std::size_t parts) {
  const auto alone = import_texts(texts, options);
  std::size_t jobs_given = 0;
  options.crew = {.parts = parts, .least = 16, .work = [&](auto jobs) {
                    jobs_given += jobs.size();
                    parts % 2 == 0 ? backwards(jobs) : side_by_side(jobs);
                  }};
  const auto together = import_texts(texts, options);
  CAPTURE(parts, told(alone.faults), told(together.faults));
  CHECK(together.faults.errors() == alone.faults.errors());
  CHECK(together.faults.warnings() == alone.faults.warnings());
  CHECK(together.faults.list() == alone.faults.list());
  CHECK(together.consultation == alone.consultation);
  return jobs_given;
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

/// A row of pegawai.csv or kompetensi_pegawai.csv for each of many people without fault.
Texts many_people(int count) {
  Texts texts;
  for (auto& [name, text] : export_files(make_province({.employees = count, .seed = 5})))
    texts[name] = text;
  return texts;
}

}  // namespace

TEST_CASE("files judged in parts tell the same, whatever is wrong with them", "[files]") {
  const int rounds = std::getenv("REMBUK_FULL") ? 2000 : 60;
  std::size_t jobs = 0, faulty = 0;
  for (int round = 1; round <= rounds; ++round) {
    CAPTURE(round);
    Random random(static_cast<std::uint64_t>(round), 11);
    Texts texts;
    for (auto& [name, text] : export_files(nasty_province(static_cast<std::uint64_t>(round))))
      texts[name] = text;
    for (auto breaks = random.below(6); breaks > 0; --breaks)
      damage(random, texts[random.chance(0.8)   ? "pegawai.csv"
                           : random.chance(0.7) ? "kompetensi_pegawai.csv"
                                                : "jabatan.csv"]);
    faulty += import_texts(texts).faults.errors() > 0;
    ImportOptions options;
    options.faults_only = random.chance(0.5);
    jobs += same_in_parts(texts, options, 2 + random.below(6));
  }
  CHECK(jobs > static_cast<std::size_t>(rounds) * 3);
  CHECK(faulty > static_cast<std::size_t>(rounds) / 3);
}

TEST_CASE("a person who is there twice is told at the later row, in whatever part that is",
          "[files]") {
  auto texts = many_people(40);
  std::string& people = texts["pegawai.csv"];
  const auto first = people.find('\n') + 1;
  people += people.substr(first, people.find('\n', first) + 1 - first);
  CHECK(same_in_parts(texts, {}, 3) >= 3);
  const auto faults = told(import_texts(texts).faults);
  const auto row = std::ranges::count(people, '\n');
  CHECK(std::ranges::count(faults, "pegawai.csv:" + std::to_string(row) + ":nip:nip_twice") == 1);
}

TEST_CASE("a line break inside of quotes begins no part", "[files]") {
  auto texts = many_people(12);
  std::string& people = texts["pegawai.csv"];
  const auto name = people.find(',', people.find('\n')) + 1;
  std::string lines = "\"";
  for (int k = 0; k < 400; ++k) lines += "a\n";
  people.insert(name, lines + "\"");  // too long, told once
  for (std::size_t parts = 2; parts <= 5; ++parts) CHECK(same_in_parts(texts, {}, parts) >= parts);
}

TEST_CASE("of many faults the first thousand are kept, and all counted, whoever found them",
          "[files]") {
  auto texts = many_people(1500);
  std::string& people = texts["pegawai.csv"];
  for (std::size_t at = people.find(",Aktif,"); at != std::string::npos;
       at = people.find(",Aktif,", at + 1))
    people.replace(at, 7, ",,,");
  const auto faults = import_texts(texts).faults;
  REQUIRE(faults.errors() > 1000);
  CHECK(same_in_parts(texts, {}, 4) >= 4);
}

TEST_CASE("progress counts every byte of a file that is judged in parts", "[files]") {
  const auto texts = many_people(60);
  std::map<std::string, std::size_t, std::less<>> bytes;
  ImportOptions options;
  options.progress = [&](std::string_view file, std::size_t done, std::int64_t) {
    bytes[std::string(file)] = done;
  };
  options.crew = {.parts = 3, .least = 64, .work = backwards};
  (void)import_texts(texts, options);
  CHECK(bytes["pegawai.csv"] == texts.at("pegawai.csv").size());
  CHECK(bytes["kompetensi_pegawai.csv"] == texts.at("kompetensi_pegawai.csv").size());
}
