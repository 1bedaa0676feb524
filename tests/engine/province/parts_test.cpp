#include <catch2/catch_test_macros.hpp>
#include <map>
#include <string>

#include "engine/files/export.hpp"
#include "engine/files/import.hpp"
#include "tests/engine/province/given.hpp"

using namespace rembuk;

namespace {

struct Made {
  std::map<std::string, std::string> files;
  std::size_t parts = 0, moves = 0;
};

/// The files as the command line puts them together: one header, then part after part.
Made in_parts(std::int32_t employees, std::uint64_t seed) {
  Made made;
  ProvinceOptions options;
  options.employees = employees;
  options.seed = seed;
  const bool whole = make_province_in_parts(options, [&](const ProvincePart& part) {
    REQUIRE(part.number == made.parts++);
    made.moves += part.proposal.moves.size();
    auto texts = part.number == 0 ? files::export_files(part.consultation)
                                  : files::export_persons(part.consultation);
    texts.emplace_back("rencana.csv", files::export_plan(part.proposal, part.consultation));
    for (const auto& [name, text] : texts) {
      auto& file = made.files[name];
      file += file.empty() ? text : text.substr(text.find('\n') + 1);
    }
    return true;
  });
  REQUIRE(whole);
  return made;
}

}  // namespace

TEST_CASE("a province made in parts is one province", "[province]") {
  const Made made = in_parts(60'000, 3);
  CHECK(made.parts == 2);
  std::vector<files::NamedText> named;
  for (const auto& [name, text] : made.files) named.push_back({name, text});
  const auto import = files::import_files(named, {});
  CHECK(import.faults.errors() == 0);
  REQUIRE(import.consultation);
  const Consultation& c = *import.consultation;
  CHECK(c.employees.size() == 60'000);
  const double answered = given::share(c.aspirations.size(), c.employees.size());
  CHECK((answered > 0.61 && answered < 0.63));
  for (const auto& [name, text] : files::export_files(c)) {
    CAPTURE(name);
    CHECK(made.files.at(name) == text);  // rows stand in the order of their keys, over all parts
  }
  const auto plan = files::import_plan(made.files.at("rencana.csv"), c);
  CHECK(plan.faults.errors() == 0);
  CHECK(plan.plan.moves.size() == made.moves);
  CHECK(made.moves > 60'000 * 4 / 100);
  const Snapshot s = make_snapshot(c);
  std::vector<std::int32_t> heads(s.posts.size());
  for (const PostId post : placement(s, plan.plan)) ++heads[post.index()];
  std::size_t crowded = 0;
  for (std::size_t j = 0; j < heads.size(); ++j)
    crowded += heads[j] > std::max(s.posts[j].need, s.posts[j].heads);
  CHECK(crowded == 0);
}

TEST_CASE("parts have the same bytes for the same seed, and can be ended early", "[province]") {
  CHECK(in_parts(3000, 4).files == in_parts(3000, 4).files);
  CHECK(in_parts(3000, 4).files != in_parts(3000, 5).files);
  ProvinceOptions options;
  options.employees = 200;
  CHECK_FALSE(make_province_in_parts(options, [](const ProvincePart&) { return false; }));
}
