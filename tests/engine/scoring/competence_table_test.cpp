#include "engine/scoring/competence_table.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "engine/province/province.hpp"
#include "engine/scoring/satisfaction.hpp"
#include "tests/engine/domain/small_world.hpp"

using namespace rembuk;
using namespace rembuk::testing;

namespace {

void check_every_pair(const Snapshot& s) {
  const CompetenceTable table(s);
  for (std::size_t i = 0; i < s.employees.size(); ++i)
    for (std::size_t j = 0; j < s.posts.size(); ++j)
      REQUIRE(table(EmployeeId{i}, PostId{j}) == competence_value(s, EmployeeId{i}, PostId{j}));
}

}  // namespace

TEST_CASE("the table gives the competence value of every pair", "[scoring]") {
  check_every_pair(make_snapshot(make_province({.employees = 300, .seed = 2})));
  check_every_pair(make_snapshot(small_world()));
}

TEST_CASE("a competence with a great number makes no great table", "[scoring]") {
  Snapshot s = make_snapshot(small_world());
  REQUIRE_FALSE(s.held.empty());
  s.held.back().competence = CompetenceId{std::size_t{2'000'000'000}};
  s.competences = 2'000'000'001;
  check_every_pair(s);
}

TEST_CASE("posts that ask for the same share one list", "[scoring]") {
  const Snapshot s = make_snapshot(make_province({.employees = 300, .seed = 2}));
  std::size_t shared = 0, asked = 0;
  for (std::size_t j = 0; j < s.posts.size(); ++j) {
    asked += s.required_by(PostId{j}).size();
    for (std::size_t k = 0; k < j; ++k) {
      const auto a = s.required_by(PostId{j}), b = s.required_by(PostId{k});
      const bool same = std::ranges::equal(a, b, [](const auto& x, const auto& y) {
        return x.competence == y.competence && x.level == y.level && x.mandatory == y.mandatory;
      });
      REQUIRE((same && !a.empty()) == (!a.empty() && a.data() == b.data()));
      shared += same ? 1 : 0;
    }
  }
  REQUIRE(shared > 0);
  REQUIRE(s.required.size() < asked);
}

TEST_CASE("lists that overlap are told apart", "[scoring]") {
  Snapshot s = make_snapshot(make_province({.employees = 300, .seed = 2}));
  for (auto& post : s.posts)
    if (post.required.last - post.required.first > 1 && post.need % 2 == 0) --post.required.last;
  check_every_pair(s);
}
