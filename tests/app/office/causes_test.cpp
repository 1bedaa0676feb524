#include "app/core/office/causes.hpp"

#include <catch2/catch_test_macros.hpp>

#include "fixtures.hpp"

using namespace rembuk;
using namespace rembuk::office;
using namespace rembuk::office::fixtures;

namespace {

wire::Scenario with_causes(std::uint32_t id, std::int64_t mean, std::array<std::int64_t, 6> parts) {
  wire::Scenario s = plan(id);
  s.mean = mean;
  s.causes.assign(parts.begin(), parts.end());
  return s;
}

wire::Scenario a() { return with_causes(1, 6480, {100, -20, 60, 0, 0, 100}); }
wire::Scenario b() { return with_causes(2, 6600, {310, -20, -20, -10, 0, 100}); }

}  // namespace

TEST_CASE("the causes of a plan stand by their effect, with the difference of the means",
          "[causes]") {
  const auto causes = causes_of(a(), now());
  REQUIRE(causes);
  CHECK(causes->total == 240);
  REQUIRE(causes->parts.size() == 6);
  CHECK(causes->parts[0].which ==
        0);  // distance and wishes are equal: in the order of the criteria
  CHECK(causes->parts[1].which == 5);
  CHECK(causes->parts[2].change == 60);
}

TEST_CASE(
    "the causes from one plan to another are the differences of their parts, and turn their sign",
    "[causes]") {
  const auto there = causes_of(b(), a()), back = causes_of(a(), b());
  REQUIRE(there);
  REQUIRE(back);
  CHECK(there->parts[0].which == 0);
  CHECK(there->parts[0].change == 210);
  CHECK(there->parts[1].which == 2);
  CHECK(there->parts[1].change == -80);
  CHECK(there->total == -back->total);
  for (std::size_t k = 0; k < 6; ++k) CHECK(there->parts[k].change == -back->parts[k].change);
}

TEST_CASE("a withheld part leaves no cause to tell, and the reason stays", "[causes]") {
  wire::Scenario few = a();
  few.causes[3] = wire::Withheld::few_people;
  CHECK(causes_of(few, now()).error() == wire::Withheld::few_people);
  CHECK(causes_of(b(), few).error() == wire::Withheld::few_people);
  wire::Scenario hidden = a();
  hidden.withheld = true;
  CHECK_FALSE(causes_of(hidden, now()));
  CHECK_FALSE(causes_of(plan(1), now()));  // a server that does not know of causes
  wire::Scenario without_mean = a();
  without_mean.mean = wire::Withheld::few_people;
  CHECK_FALSE(causes_of(without_mean, now()));
}

TEST_CASE("where nobody is moved there is nothing to explain", "[causes]") {
  wire::Scenario empty = now();
  empty.id = 3;
  CHECK(causes_of(empty, now()).error() == wire::Withheld::not_applicable);
  CHECK(causes_of(a(), empty)->parts[0].change == 100);
}

TEST_CASE("parts of two plans are told by the coarser step", "[causes]") {
  wire::Scenario coarse = b();
  coarse.cause_step = 60;
  CHECK(causes_of(coarse, a())->step == 60);
  CHECK(causes_of(a(), coarse)->step == 60);
}

TEST_CASE("the plan that most accept is explained until another one is chosen", "[causes]") {
  wire::Scenario first = plan(1, 3000), second = plan(2, 5000);
  Model m = with_release(wire::Role::facilitator, release(1, {now(), first, second}));
  const auto plans = lettered(m);
  CHECK(explained(m, plans)->scenario->id == 2);
  m = update(std::move(m), ChoseExplained{1}).model;
  CHECK(explained(m, lettered(m))->scenario->id == 1);
  m.explained = 77;  // removed since
  CHECK(explained(m, lettered(m))->scenario->id == 2);
  CHECK_FALSE(explained(m, {}));
}
