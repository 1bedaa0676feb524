#include "engine/rules/rule_effects.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <map>

#include "engine/province/province.hpp"
#include "tests/engine/rules/small_office.hpp"

using namespace rembuk;

TEST_CASE("the effects by groups are those of every person and pair, one by one", "[rules]") {
  for (const std::uint64_t seed : {1u, 2u}) {
    const Snapshot s = make_snapshot(make_province({150, seed}));
    std::map<Rule, std::int64_t> locked, refused;
    for (std::size_t i = 0; i < s.employees.size(); ++i) {
      for (const auto rule : locks(s, EmployeeId{i})) ++locked[rule];
      for (std::size_t j = 0; j < s.posts.size(); ++j) {
        if (PostId{j} == s.employees[i].post) continue;
        for (const auto rule : refusals(s, EmployeeId{i}, PostId{j})) ++refused[rule];
        if (!takes_entrant(s, PostId{j})) ++refused[Rule::R07];
      }
    }
    for (const auto& effect : rule_effects(s)) {
      INFO(name(effect.rule));
      CHECK(effect.locked == locked[effect.rule]);
      CHECK(effect.refused == refused[effect.rule]);
    }
  }
}

TEST_CASE("a current post is not counted among the refused pairs of its holder", "[rules]") {
  auto c = small_office();
  c.posts[0].locked = true;
  const auto effects = rule_effects(make_snapshot(c));
  const auto r24 = std::ranges::find(effects, Rule::R24, &RuleEffect::rule);
  REQUIRE(r24 != effects.end());
  CHECK(r24->refused == 3);  // four people, one of them holds it
}

TEST_CASE("relatives are neither shown nor counted", "[rules]") {
  auto c = small_office();
  RuleSet rules;
  rules.cycle.relatives = {{chief, ani}};
  for (const auto& effect : rule_effects(make_snapshot(c), rules)) CHECK(effect.rule != Rule::R06);
}
