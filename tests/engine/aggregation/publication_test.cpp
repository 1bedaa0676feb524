#include "engine/aggregation/publication.hpp"

#include <catch2/catch_test_macros.hpp>
#include <string>

using namespace rembuk;

namespace {

constexpr std::int32_t ten = 10;

/// A large consultation in which everything may be shown.
ReportNumbers open_numbers() {
  ReportNumbers n;
  n.employees = 1000;
  n.answered = 600;
  n.moved = 100;
  n.nonrespondents = 40;
  n.mean = 7105.865;
  n.median = 7465;
  n.worst_tenth_mean = 3873.69;
  n.mean_moved = 4087.53;
  n.gini = 0.11549;
  n.better = 40, n.equal = 20, n.worse = 40;
  n.wish_first = 12, n.wish_top3 = 25, n.wish_any = 40;
  n.accept = {48.4, 40.6, 55.5};
  n.conditional = {30.2, 25, 35.4};
  n.object = {21.4, 15.1, 27.9};
  n.if_none = 30.4, n.if_all = 70.4, n.if_half_odds = 41.2, n.if_double_odds = 55.7;
  n.concern_people.fill(20);
  return n;
}

std::int64_t value(const Cell& cell) {
  REQUIRE(published(cell));
  return std::get<std::int64_t>(cell);
}
bool hidden(const Cell& cell) { return cell == Cell(Withheld::few_people); }

}  // namespace

TEST_CASE("means are rounded to a tenth of a percentage point, expected counts to whole people",
          "[aggregation]") {
  const PublishedReport shown = publish(open_numbers(), ten);
  CHECK(value(shown.mean) == 7110);
  CHECK(value(shown.median) == 7470);
  CHECK(value(shown.worst_tenth) == 3870);
  CHECK(value(shown.mean_moved) == 4090);
  CHECK(value(shown.gini) == 115);
  CHECK(value(shown.accept[0]) == 480);  // tenths of people
  CHECK(value(shown.accept[1]) == 410);
  CHECK(value(shown.object[2]) == 280);
  CHECK(value(shown.answered) == 600);
  CHECK(value(shown.better) == 40);
  CHECK(value(shown.wish_first) == 12);
  CHECK(value(shown.nonrespondents) == 40);
  CHECK(value(shown.concerns[3]) == 20);
}

TEST_CASE("a mean stands on ten people who answered, a median and Gini on thirty",
          "[aggregation]") {
  ReportNumbers n = open_numbers();
  n.moved = n.nonrespondents = 0;
  n.answered = 9;
  CHECK(hidden(publish(n, ten).mean));
  n.answered = 10;
  CHECK(published(publish(n, ten).mean));
  CHECK(hidden(publish(n, ten).median));
  n.answered = 29;
  CHECK(hidden(publish(n, ten).gini));
  n.answered = 30;
  CHECK(published(publish(n, ten).median));
  CHECK(published(publish(n, ten).gini));
}

TEST_CASE("the worst tenth is shown only if it holds ten people", "[aggregation]") {
  ReportNumbers n = open_numbers();
  n.employees = 90, n.answered = 60;
  CHECK(hidden(publish(n, ten).worst_tenth));
  n.employees = 91;  // its tenth is ten people
  CHECK(published(publish(n, ten).worst_tenth));
}

TEST_CASE("nine who answered among the moved: nothing that rests on answers is shown of them",
          "[aggregation]") {
  ReportNumbers n = open_numbers();
  n.nonrespondents = n.moved - 9;
  n.wish_first = 3, n.wish_top3 = 5, n.wish_any = 9;
  n.concern_people.fill(9);
  const PublishedReport shown = publish(n, ten);
  for (const Cell& cell :
       {shown.mean_moved, shown.better, shown.equal, shown.worse, shown.wish_first, shown.wish_top3,
        shown.wish_any, shown.accept[0], shown.accept[1], shown.conditional[0], shown.object[2],
        shown.nonrespondents, shown.if_none, shown.if_all, shown.if_half_odds, shown.if_double_odds,
        shown.concerns[0]})
    CHECK(hidden(cell));
  CHECK(shown.moved == 100);  // a fact of the plan
}

TEST_CASE("what a policy guarantees is no secret, and is not believed where a lock broke it",
          "[aggregation]") {
  ReportNumbers n = open_numbers();
  n.nobody_worse_by_policy = true;
  n.better = 80, n.equal = 20, n.worse = 0;
  CHECK(value(publish(n, ten).worse) == 0);
  CHECK(value(publish(n, ten).better) == 80);
  n.better = 78, n.worse = 2;
  CHECK(hidden(publish(n, ten).worse));
  n.nobody_worse_by_policy = false;
  n.better = 80, n.worse = 0;
  CHECK(hidden(publish(n, ten).worse));
}

TEST_CASE("the reason of a withheld cell does not tell nobody from everybody", "[aggregation]") {
  ReportNumbers none = open_numbers(), all = open_numbers();
  none.concern_people.fill(0), all.concern_people.fill(60);
  none.wish_any = none.wish_top3 = none.wish_first = 0;
  all.wish_any = all.wish_top3 = all.wish_first = 60;
  CHECK(publish(none, ten).concerns == publish(all, ten).concerns);
  CHECK(publish(none, ten).wish_first == publish(all, ten).wish_first);
  CHECK(publish(none, ten).wish_any == publish(all, ten).wish_any);
  none.answered = 0, all.answered = 1000;
  CHECK(publish(none, ten).answered == publish(all, ten).answered);
}

TEST_CASE("the mean of those who stay cannot be had from the mean of all and of the moved",
          "[aggregation]") {
  ReportNumbers n = open_numbers();
  n.answered = 60 + 9;  // nine who answered stay
  CHECK(hidden(publish(n, ten).mean_moved));
  n.answered = 60;
  CHECK(published(publish(n, ten).mean_moved));
  n.answered = 70;
  CHECK(published(publish(n, ten).mean_moved));
}

TEST_CASE("a few who did not answer cannot be counted by the bounds of the acceptance",
          "[aggregation]") {
  ReportNumbers n = open_numbers();
  n.nonrespondents = 4;
  const PublishedReport shown = publish(n, ten);
  CHECK(published(shown.accept[0]));
  for (const Cell& cell : {shown.nonrespondents, shown.if_none, shown.if_all, shown.if_half_odds,
                           shown.if_double_odds})
    CHECK(hidden(cell));
}

TEST_CASE("nobody moved: such numbers do not exist, which is no secret", "[aggregation]") {
  ReportNumbers n = open_numbers();
  n.moved = 0;
  const PublishedReport shown = publish(n, ten);
  CHECK(shown.accept[0] == Cell(Withheld::not_applicable));
  CHECK(shown.better == Cell(Withheld::not_applicable));
  CHECK(shown.concerns[0] == Cell(Withheld::not_applicable));
  CHECK(published(shown.mean));
}

TEST_CASE("a higher threshold withholds more, never less", "[aggregation]") {
  const ReportNumbers n = open_numbers();
  const PublishedReport usual = publish(n, ten), strict = publish(n, 25);
  CHECK(hidden(strict.wish_first));
  CHECK(hidden(strict.concerns[0]));
  CHECK(hidden(strict.equal));
  CHECK(published(usual.equal));
  const PublishedReport none = publish(n, 2000);
  for (const Cell& cell : {none.answered, none.mean, none.median, none.gini, none.worst_tenth,
                           none.better, none.accept[0]})
    CHECK(hidden(cell));
}

TEST_CASE("a later release repeats a count that few people changed", "[aggregation]") {
  ReportNumbers n = open_numbers();
  const PublishedReport first = publish(n, ten);
  n.answered = 609, n.concern_people[2] = 29, n.concern_people[3] = 30, n.better = 45, n.worse = 35;
  const PublishedReport second = settled(first, publish(n, ten), ten);
  CHECK(second.answered == first.answered);
  CHECK(second.concerns[2] == first.concerns[2]);
  CHECK(value(second.concerns[3]) == 30);
  CHECK(second.better == first.better);
  n.answered = 610;
  CHECK(value(settled(second, publish(n, ten), ten).answered) == 610);
}

TEST_CASE("small steps do not add up unseen: the next value is judged against what was shown",
          "[aggregation]") {
  ReportNumbers n = open_numbers();
  PublishedReport shown = publish(n, ten);
  for (int step = 0; step < 9; ++step) {
    ++n.answered;
    shown = settled(shown, publish(n, ten), ten);
    CHECK(value(shown.answered) == 600);
  }
  ++n.answered;
  CHECK(value(settled(shown, publish(n, ten), ten).answered) == 610);
}

TEST_CASE("wishes for a post are told in steps of ten", "[aggregation]") {
  CHECK(wished_in_steps(0) == 0);
  CHECK(wished_in_steps(9) == 0);
  CHECK(wished_in_steps(10) == 10);
  CHECK(wished_in_steps(119) == 110);
}

TEST_CASE("a release waits for ten different people, however often one of them answers",
          "[aggregation]") {
  ReleaseGate gate(ten);
  for (int again = 0; again < 100; ++again) CHECK_FALSE(gate.answered(EmployeeId{again % 9}));
  CHECK(gate.answered(EmployeeId{9}));
  for (int who = 0; who < 9; ++who) CHECK_FALSE(gate.answered(EmployeeId{who}));  // counts anew
  CHECK(gate.answered(EmployeeId{40}));
}

TEST_CASE("causes are rounded so that ten people's greatest effect fits into one step",
          "[aggregation]") {
  ReportNumbers n = open_numbers();
  n.causes = {123.4, -123.4, 17.4, -17.4, 0, 52.6};
  const PublishedReport small = publish(n, ten);
  CHECK(small.cause_step == 40);  // 10 · 3426 / 1000 people, in tenths of a percentage point
  CHECK(value(small.causes[0]) == 120);
  CHECK(value(small.causes[1]) == -120);
  CHECK(value(small.causes[2]) == 0);
  CHECK(value(small.causes[3]) == 0);
  CHECK(value(small.causes[5]) == 40);
  n.employees = 12000;
  const PublishedReport large = publish(n, ten);
  CHECK(large.cause_step == 10);
  CHECK(value(large.causes[2]) == 20);
  n.employees = 3425;
  CHECK(publish(n, ten).cause_step == 20);
}

TEST_CASE("causes stand on ten moved people who answered, and say nothing where nobody is moved",
          "[aggregation]") {
  ReportNumbers n = open_numbers();
  n.nonrespondents = 91;
  for (const Cell& cell : publish(n, ten).causes) CHECK(hidden(cell));
  n.nonrespondents = 90;
  for (const Cell& cell : publish(n, ten).causes) CHECK(published(cell));
  n.moved = n.nonrespondents = 0;
  for (const Cell& cell : publish(n, ten).causes) CHECK(cell == Cell(Withheld::not_applicable));
}
