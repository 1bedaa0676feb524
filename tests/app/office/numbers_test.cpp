#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <cstdint>
#include <set>

#include "fixtures.hpp"

using namespace rembuk;
using namespace rembuk::office;
using namespace rembuk::office::fixtures;
using wire::Withheld;

TEST_CASE("a difference with a withheld part is withheld", "[numbers]") {
  const wire::Cell six = std::int64_t{600}, four = std::int64_t{400}, hidden = Withheld::few_people;
  CHECK(difference(six, four) == 200);
  CHECK_FALSE(difference(six, hidden));
  CHECK_FALSE(difference(hidden, four));
  CHECK_FALSE(difference(share(hidden, 640), share(four, 640)));
}

TEST_CASE("a share needs a published part and people", "[numbers]") {
  CHECK(share(wire::Cell(std::int64_t{160}), 640) == 0.25);
  CHECK_FALSE(share(wire::Cell(Withheld::extreme_share), 640));
  CHECK_FALSE(share(wire::Cell(std::int64_t{0}), 0));
}

TEST_CASE("one withheld answer hides all three, or it could be read off the rest", "[numbers]") {
  CHECK(answers(plan(1)));
  for (auto part :
       {&wire::Scenario::object, &wire::Scenario::conditional, &wire::Scenario::accept}) {
    auto s = plan(1);
    (s.*part).mean = Withheld::few_people;
    CHECK_FALSE(answers(s));
  }
}

TEST_CASE("the three answers add to a hundred", "[numbers]") {
  auto s = plan(1);
  s.conditional.mean = std::int64_t{1290};  // rounded apart from the others
  const auto parts = answers(s);
  REQUIRE(parts);
  CHECK(std::abs(parts->object + parts->conditional + parts->accept - 100) < 1e-9);
}

TEST_CASE("the finding names the plan that most accept, in tenths of people", "[finding]") {
  const auto id = texts(text::Language::indonesian), en = texts(text::Language::english);
  const auto model =
      with_release(wire::Role::facilitator, release(3, {now(), plan(1, 2600), plan(2)}));
  CHECK(finding(id, lettered(model)) ==
        "Bila tidak ada yang dirugikan, 7 dari 10 yang dipindah diperkirakan menerima");
  CHECK(finding(en, lettered(model)) ==
        "If no one is worse off, 7 in 10 of those moved are expected to accept");
}

TEST_CASE("a plan with a name of its own is called by it", "[finding]") {
  auto named = plan(1);
  named.kind = wire::ScenarioKind::loaded;
  named.name = "Usulan kedua";
  const auto model = with_release(wire::Role::facilitator, release(3, {named}));
  CHECK(finding(texts(text::Language::indonesian), lettered(model))
            .starts_with("Dengan Usulan kedua, 7 dari 10"));
}

TEST_CASE("the finding never claims all or none of an expectation", "[finding]") {
  const auto id = texts(text::Language::indonesian);
  const auto said = [&](std::int64_t accept) {
    auto s = plan(1, accept);
    s.conditional.mean = std::int64_t{0};
    s.object.mean = 6400 - accept;
    return finding(id, lettered(with_release(wire::Role::facilitator, release(3, {s}))));
  };
  CHECK(said(6390).find("hampir semua") != std::string::npos);
  CHECK(said(10).find("hampir tidak ada") != std::string::npos);
  CHECK(said(6000).find("9 dari 10") != std::string::npos);
}

TEST_CASE("where the numbers are withheld the finding says so and holds no number", "[finding]") {
  const auto id = texts(text::Language::indonesian);
  auto hidden = plan(1);
  hidden.accept.mean = Withheld::few_people;
  const auto sentence =
      finding(id, lettered(with_release(wire::Role::facilitator, release(3, {now(), hidden}))));
  CHECK(sentence == id.tr("finding.none"));
  CHECK(sentence.find_first_of("0123456789") == std::string::npos);
  auto too_close = plan(1);
  too_close.withheld = true;
  CHECK(finding(id, lettered(with_release(wire::Role::facilitator, release(3, {too_close})))) ==
        id.tr("finding.none"));
  CHECK(finding(id, lettered(with_release(wire::Role::facilitator, release(3, {now()})))) ==
        id.tr("finding.empty"));
}

TEST_CASE("a facilitator's screens hold only what is in the forum", "[comparison]") {
  auto own = plan(2);
  own.in_forum = false;
  const auto r = release(3, {now(), plan(1), own});
  CHECK(lettered(with_release(wire::Role::facilitator, r)).size() == 1);
  CHECK(lettered(with_release(wire::Role::planner, r)).size() == 2);
}

TEST_CASE("three plans at most stand beside the present, and a fourth takes the earliest out",
          "[comparison]") {
  Model m = with_release(wire::Role::facilitator,
                         release(3, {now(), plan(1), plan(2), plan(3), plan(4)}));
  const auto ids = [&] {
    std::vector<std::uint32_t> out;
    for (const auto& one : compared(m)) out.push_back(one.scenario->id);
    return out;
  };
  CHECK(ids() == std::vector<std::uint32_t>{0, 1, 2, 3});
  m = update(m, Compare{4, true}).model;
  CHECK(ids() == std::vector<std::uint32_t>{0, 2, 3, 4});
  m = update(m, Compare{2, false}).model;
  CHECK(ids() == std::vector<std::uint32_t>{0, 3, 4});
  CHECK(compared(m)[1].letter == "C");  // a plan keeps its letter
}

TEST_CASE("a withheld scenario is not compared, and the base falls back to the present",
          "[comparison]") {
  auto hidden = plan(2);
  hidden.withheld = true;
  Model m = with_release(wire::Role::facilitator, release(3, {now(), plan(1), hidden}));
  m = update(m, ChoseBase{1}).model;
  CHECK(base(m, compared(m))->id == 1);
  m = update(m, Received{wire::encode(release(4, {now()}))}).model;
  CHECK(compared(m).size() == 1);
  CHECK(base(m, compared(m))->kind == wire::ScenarioKind::status_quo);
}

TEST_CASE("every text of the page stands in both languages with the same places", "[texts]") {
  const auto id = texts(text::Language::indonesian), en = texts(text::Language::english);
  const auto places = [](std::string_view text) {
    std::multiset<std::string> out;
    for (auto at = text.find('{'); at != std::string_view::npos; at = text.find('{', at + 1))
      out.emplace(text.substr(at, text.find('}', at) - at));
    return out;
  };
  CHECK(id.texts().size() == en.texts().size());
  for (const auto& [key, words] : id.texts()) {
    INFO(key);
    REQUIRE(en.has(key));
    CHECK(places(words) == places(en.tr(key)));
    CHECK_FALSE(words.empty());
  }
}

TEST_CASE("the number in the table, the bar and the finding is the same one", "[numbers]") {
  auto s = plan(1);
  s.asked = 404;  // parts rounded one by one: they add to 403
  s.accept.mean = std::int64_t{2520};
  s.conditional.mean = std::int64_t{880};
  s.object.mean = std::int64_t{630};
  REQUIRE(answers(s));
  CHECK(accepting(s) == answers(s)->accept / 100);
}

TEST_CASE("a missing bar gives the reason of the part that is withheld", "[numbers]") {
  auto s = plan(1);
  CHECK_FALSE(answers_withheld(s));
  s.conditional.mean = Withheld::extreme_share;
  CHECK(answers_withheld(s) == Withheld::extreme_share);
}
