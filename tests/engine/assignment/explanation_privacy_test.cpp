#include <catch2/catch_test_macros.hpp>
#include <cstdlib>
#include <iostream>
#include <set>

#include "engine/assignment/explanation_prices.hpp"
#include "engine/province/province.hpp"
#include "tests/engine/assignment/explanation_case.hpp"

using namespace rembuk;
using namespace rembuk::testing;

namespace {

bool full() { return std::getenv("REMBUK_FULL") != nullptr; }

/// All that a card shows or carries.
std::string everything(const Card& card, const Consultation& c) {
  std::string all;
  for (const auto& sentence : sentences(card)) {
    all += in_words(sentence, c, false) + "\n" + in_words(sentence, c, true) + "\n";
    for (const auto& argument : sentence.arguments) all += argument.code + "\n";
  }
  return all;
}

std::set<std::string> placeholders(std::string_view text) {
  std::set<std::string> names;
  for (auto open = text.find('{'); open != std::string_view::npos; open = text.find('{', open + 1))
    names.emplace(text.substr(open, text.find('}', open) - open + 1));
  return names;
}

/// Cards of some employees of one province, with the first proposal or the policy's own plan.
void for_cards(const auto& test) {
  const std::int32_t people = full() ? 125 : 4, size = full() ? 1000 : 300;
  for (std::size_t at = 0; at < policy_names.size(); ++at) {
    const auto policy = static_cast<Policy>(at);
    const Consultation c = make_province({.employees = size, .seed = 31 + at});
    const Snapshot s = make_snapshot(c);
    const auto solved = solve_policy(s, {policy, 1, {}}).value();
    const Plan plan = at % 2 == 0 ? solved.result.plan : first_proposal(c);
    const RuleSet rules;
    for (std::int32_t k = 0; k < people; ++k) {
      const EmployeeId i{k * size / people};
      INFO(policy_names[at] << ", employee " << i.value);
      test(c, i, explain({c, s, plan, rules}, solved, i, {.most_solves = 10}).value());
    }
  }
  std::cout << "cards: " << people * 8 << (full() ? "\n" : " (full: 1000)\n");
}

}  // namespace

TEST_CASE("no card holds another person's nip or name", "[explanation]") {
  for_cards([](const Consultation& c, EmployeeId i, const Card& card) {
    const std::string all = everything(card, c);
    for (std::size_t other = 0; other < c.employees.size(); ++other) {
      if (EmployeeId{other} == i) continue;
      if (all.contains(c.employees[other].nip) || all.contains(c.employees[other].name))
        FAIL_CHECK("names employee " << other);
    }
  });
}

TEST_CASE("every sentence has words in both languages and something that it rests on",
          "[explanation]") {
  for_cards([](const Consultation&, EmployeeId, const Card& card) {
    for (const auto& sentence : sentences(card)) {
      INFO(sentence.code);
      CHECK_FALSE(sentence.basis.empty());
      const auto* row = explanation_text("sentence", sentence.code);
      REQUIRE(row);
      for (const auto& name : placeholders(row->indonesian))
        CHECK(std::ranges::any_of(sentence.arguments, [&](const Argument& argument) {
          return "{" + argument.name + "}" == name;
        }));
      for (const auto& argument : sentence.arguments)
        if (argument.kind == Argument::Kind::word)
          CHECK(explanation_text(argument.table, argument.code));
    }
  });
}

TEST_CASE("both languages of a sentence use the same arguments, and no code stands twice",
          "[explanation]") {
  std::set<std::string> codes;
  for (const auto& table : {explanation_texts(), explanation_words()})
    for (const auto& row : table) {
      INFO(row.kind << " " << row.code);
      CHECK((placeholders(row.indonesian) == placeholders(row.english)));
      CHECK(codes.insert(std::string(row.kind) + "/" + std::string(row.code)).second);
    }
  for (const auto policy : policy_names) CHECK(explanation_text("policy", policy));
}

TEST_CASE("no answer enters the facts", "[explanation]") {
  const Consultation c = make_province({.employees = 300, .seed = 5});
  Consultation silent = c;
  silent.aspirations.clear();
  silent.concerns.clear();
  const Snapshot s = make_snapshot(c), t = make_snapshot(silent);
  const Plan plan = first_proposal(c);
  const RuleSet rules;
  for (const Policy policy : {Policy::balanced, Policy::no_one_worse, Policy::need_first}) {
    const auto heard = solve_policy(s, {policy, 1, {}}).value();
    const auto unheard = solve_policy(t, {policy, 1, {}}).value();
    for (std::size_t i = 0; i < s.employees.size(); ++i)
      CHECK((facts_of({c, s, plan, rules}, EmployeeId{i}, &heard) ==
             facts_of({silent, t, plan, rules}, EmployeeId{i}, &unheard)));
  }
}

TEST_CASE("a reason written by hand that names somebody is not shown", "[explanation]") {
  const Consultation c = office();
  const auto shown = [&](std::string reason) {
    return has(card_of(c, {{{asked, wanted, std::move(reason)}}}).facts.reason, "planned_by_hand");
  };
  CHECK(shown("USULAN: menggantikan yang pensiun"));
  CHECK_FALSE(shown("USULAN: menggantikan orang nomor c"));
  CHECK_FALSE(shown("USULAN: bersama 198501012010011005"));
}

TEST_CASE("one more seat is worth at most its price", "[explanation]") {
  int tried = 0, worth_something = 0;
  for (std::uint64_t seed = 1; seed <= (full() ? 10U : 2U); ++seed) {
    Consultation c = make_province({.employees = 400, .seed = seed});
    const Snapshot made = make_snapshot(c);
    for (std::size_t j = 0; j < c.posts.size(); j += 2)  // too many people at every other post
      if (c.posts[j].kind != PostKind::struktural) c.posts[j].need = made.posts[j].heads / 2;
    const Snapshot s = make_snapshot(c);
    const PlanRequest request;
    const auto policy = solve_policy(s, request).value();
    for (const auto& price : seat_prices(s, policy)) {
      Consultation more = c;
      ++more.posts[price.post.index()].need;
      const auto gain = optimal_plan(make_snapshot(more), request)->objectives[0].value -
                        policy.result.objectives[0].value;
      CHECK(gain <= price.at_most[0]);
      ++tried;
      worth_something += price.at_most[0] > 0 ? 1 : 0;
    }
    // Need that is only stated for people who are there already counts as well.
    int surplus = 0;
    for (std::size_t j = 0; j < s.posts.size() && surplus < 5; ++j) {
      if (s.posts[j].heads <= s.posts[j].need || s.posts[j].kind == PostKind::struktural) continue;
      ++surplus;
      Consultation more = c;
      ++more.posts[j].need;
      const auto gain = optimal_plan(make_snapshot(more), request)->objectives[0].value -
                        policy.result.objectives[0].value;
      const auto prices = seat_prices(s, policy);
      const auto at = std::ranges::find(prices, s.posts[j].unit, &SeatPrice::unit);
      REQUIRE(at != prices.end());
      CHECK(gain <= at->at_most[0]);
    }
    CHECK(surplus == 5);
  }
  CHECK(tried > 10);
  CHECK(worth_something > 0);
}
