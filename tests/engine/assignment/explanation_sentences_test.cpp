#include <catch2/catch_test_macros.hpp>

#include "tests/engine/assignment/explanation_case.hpp"

using namespace rembuk;
using namespace rembuk::testing;

namespace {

const Plan nobody_moves;
const Plan asked_moves{{{asked, wanted, "USULAN: kebutuhan unit"}}};

std::int64_t value(const Sentence* sentence, std::string_view name) {
  REQUIRE(sentence);
  const auto at = std::ranges::find(sentence->arguments, name, &Argument::name);
  REQUIRE(at != sentence->arguments.end());
  return at->value;
}

std::string code(const Sentence* sentence, std::string_view name) {
  REQUIRE(sentence);
  const auto at = std::ranges::find(sentence->arguments, name, &Argument::name);
  REQUIRE(at != sentence->arguments.end());
  return at->code;
}

}  // namespace

TEST_CASE("a mover's facts name post, class, minutes, place and each competence", "[explanation]") {
  const Consultation c = office();
  const auto facts = card_of(c, asked_moves).facts;
  CHECK(code(find(facts.change, "moves"), "to") == "P1");
  CHECK(value(find(facts.change, "class_falls"), "from") == 7);
  CHECK(value(find(facts.change, "class_falls"), "to") == 6);
  CHECK(value(find(facts.change, "minutes_longer"), "from") == 15);
  CHECK(value(find(facts.change, "minutes_longer"), "to") == 95);
  CHECK(code(find(facts.change, "region_changes"), "to") == "15.01");
  CHECK(code(find(facts.change, "opd_changes"), "to") == "B");
  CHECK(value(find(facts.change, "remoteness_changes"), "to") == 1);
  CHECK(value(find(facts.change, "competence_gap"), "gap") == 1);
  CHECK(value(find(facts.next, "next_training"), "gap") == 1);
  CHECK(code(find(facts.reason, "planned_by_hand"), "reason") == "USULAN: kebutuhan unit");
  CHECK(value(find(facts.reason, "seat_in_exchange"), "filled") == 2);
}

TEST_CASE("a change of level is told where both posts have one", "[explanation]") {
  Consultation c = office();
  CHECK_FALSE(has(card_of(c, asked_moves).facts.meaning, "level_changes"));
  c.posts[0].level = PostLevel::ahli_muda;
  c.posts[1].level = PostLevel::ahli_pertama;
  CHECK(code(find(card_of(c, asked_moves).facts.meaning, "level_changes"), "to") == "ahli_pertama");
  c.posts[1].level = PostLevel::ahli_muda;
  CHECK_FALSE(has(card_of(c, asked_moves).facts.meaning, "level_changes"));
}

TEST_CASE("sentences read as sentences in both languages", "[explanation]") {
  const Consultation c = office();
  const auto card = card_of(c, asked_moves);
  const auto* moves = find(card.facts.change, "moves");
  REQUIRE(moves);
  CHECK(in_words(*moves, c, false) ==
        "Rencana ini mengusulkan Anda berpindah dari Penata, Dinas Satu ke Pengelola, Dinas Dua.");
  const auto* minutes = find(card.facts.change, "minutes_longer");
  REQUIRE(minutes);
  CHECK(in_words(*minutes, c, true) ==
        "The travel time from home grows from 15 min to 1 h 35 min.");
}

TEST_CASE("who stays without a lock is told so, who is locked by which rule", "[explanation]") {
  Consultation c = office();
  CHECK(has(card_of(c, nobody_moves).facts.reason, "not_locked"));
  c.employees[0].studying = true;
  const auto card = card_of(c, nobody_moves);
  const auto* locked = find(card.facts.reason, "locked");
  REQUIRE(locked);
  CHECK(locked->basis == "R10");
  CHECK(in_words(*locked, c, false)
            .ends_with("Tidak sedang tugas belajar atau ikatan dinas (BKN 5/2019 Pasal 3)."));
  CHECK(card.personal.counterfactual.result == Counterfactual::Result::kept);
  CHECK_FALSE(has(card.personal.reason, "wish_refused"));
}

TEST_CASE("a lock by tenure names the first day on which it no longer holds", "[explanation]") {
  using namespace std::chrono;
  for (const Date since : {Date{2025y / 3 / 14}, Date{2024y / 8 / 31}, Date{2026y / 2 / 28}}) {
    Consultation c = office();
    c.employees[0].tmt_post = since;
    const auto card = card_of(c, nobody_moves);
    CHECK(find(card.facts.reason, "locked")->basis == "R03");
    const auto day = sys_days{days{value(find(card.facts.next, "next_tenure"), "date")}};
    CHECK(months_between(since, Date{day}) == 24);
    CHECK(months_between(since, Date{day - days{1}}) == 23);
  }
}

TEST_CASE("a card says the office's own months, in the sentence and in what it rests on",
          "[explanation]") {
  using namespace std::chrono;
  Consultation c = office();
  c.employees[0].tmt_post = 2024y / 1 / 1;  // 29 months: enough by the law, not by the office
  CHECK(has(card_of(c, nobody_moves).facts.reason, "not_locked"));
  c.rule_rows = {{0, 36, Date{2026y / 1 / 1}, "Keputusan PPK 7/2026", ""}};
  c.settings.rules = rule_values(c.rule_rows, c.settings.reference_date);
  const auto card = card_of(c, nobody_moves);
  const auto* locked = find(card.facts.reason, "locked");
  REQUIRE(locked);
  CHECK(in_words(*locked, c, false)
            .ends_with("Masa di jabatan paling singkat 36 bulan (PP 11/2017 Pasal 190(3); BKN 5/2019; "
                       "Keputusan PPK 7/2026)."));
  CHECK(basis_in_words("R03", c, true) ==
        "At least 36 months in the present post. (PP 11/2017 Pasal 190(3); BKN 5/2019; "
        "Keputusan PPK 7/2026)");
  const auto due = sys_days{days{value(find(card.facts.next, "next_tenure"), "date")}};
  CHECK(Date{due} == 2027y / 1 / 1);
}

TEST_CASE("discipline, rating, audit and legal status are for the person alone", "[explanation]") {
  Consultation c = office();
  c.employees[0].disciplined = true;
  c.employees[0].legal_status = "Cuti";
  c.employees[0].skp_rating[0] = SkpRating::kurang;
  for (const Plan& plan : {nobody_moves, asked_moves}) {
    const auto card = card_of(c, plan);
    CHECK(has(card.facts.reason, "not_eligible"));
    for (const auto& sentence : sentences(card.facts))
      CHECK_FALSE((sentence.basis == "R08" || sentence.basis == "R09" || sentence.basis == "R23"));
    std::vector<std::string> own;
    for (const auto& sentence : card.personal.reason)
      if (sentence.code == "locked") own.push_back(sentence.basis);
    CHECK(own == std::vector<std::string>{"R08", "R09", "R23"});
  }
}

TEST_CASE("an audit that stands against the shown move is named to the person alone",
          "[explanation]") {
  Consultation c = office();
  c.settings.between_governments = true;
  c.units[1].government = "5501";
  c.employees[0].audit_clear = false;
  const auto card = card_of(c, asked_moves);
  CHECK(has(card.facts.reason, "not_eligible"));
  for (const auto& sentence : sentences(card.facts)) CHECK(sentence.basis != "R11");
  REQUIRE(has(card.personal.reason, "breaks_rule"));
  CHECK(find(card.personal.reason, "breaks_rule")->basis == "R11");
}

TEST_CASE("a move to a post with more people than it needs says so", "[explanation]") {
  Consultation c = office();
  c.posts[1].need = 3;
  CHECK_FALSE(has(card_of(c, asked_moves).facts.reason, "breaks_rule"));
  c.posts[1].need = 2;
  REQUIRE(has(card_of(c, asked_moves).facts.reason, "breaks_rule"));
  CHECK(find(card_of(c, asked_moves).facts.reason, "breaks_rule")->basis == "R07");
}

TEST_CASE("a wish says whether it is met, refused by which rule, or that seats went elsewhere",
          "[explanation]") {
  Consultation c = office();
  CHECK(has(card_of(c, asked_moves).personal.reason, "wish_met"));
  CHECK(has(card_of(c, nobody_moves).personal.reason, "wish_seats_to_others"));
  c.posts[1].need = 4;
  CHECK(has(card_of(c, nobody_moves).personal.reason, "wish_seat_left"));
  c.posts[1].need = 0;
  CHECK(find(card_of(c, nobody_moves).personal.reason, "wish_refused")->basis == "R07");
  c.posts[1].need = 4;
  c.posts[1].golongan_min = 12;
  CHECK(find(card_of(c, nobody_moves).personal.reason, "wish_refused")->basis == "R18");
  c.aspirations[0].wishes = {WishRegion{"15.71"}};
  CHECK(has(card_of(c, nobody_moves).personal.reason, "wish_held"));
  c.aspirations[0].wishes = {WishRegion{"15.09"}};
  CHECK(has(card_of(c, nobody_moves).personal.reason, "wish_without_posts"));
}

TEST_CASE("where fewer than ten share the situation nothing is said of others", "[explanation]") {
  const Consultation few = office(8);  // nine who could be there
  const auto card = card_of(few, nobody_moves);
  CHECK(has(card.personal.reason, "wish_withheld"));
  CHECK_FALSE(has(card.personal.reason, "wish_seats_to_others"));
  CHECK_FALSE(has(card.personal.reason, "decided_against_wish"));
  CHECK(card.personal.counterfactual.result == Counterfactual::Result::withheld);
  const auto more = card_of(office(9), nobody_moves);  // ten
  CHECK(has(more.personal.reason, "wish_seats_to_others"));
  CHECK(more.personal.counterfactual.result == Counterfactual::Result::found);
}

TEST_CASE("one more seat where the wish is full would do", "[explanation]") {
  const Consultation c = office();
  const auto card = card_of(c, nobody_moves);
  const auto& found = card.personal.counterfactual;
  REQUIRE(found.result == Counterfactual::Result::found);
  CHECK((found.change == SingleChange{SingleChange::Kind::seat, {}, wanted, 0, 1}));
  const auto* differ = find(card.personal.differ, "differ_seat");
  REQUIRE(differ);
  CHECK(in_words(*differ, c, false) ==
        "Dengan satu kursi lagi pada Pengelola, Dinas Dua kebijakan \"Seimbang\" menempatkan Anda "
        "sebagai Pengelola, Dinas Dua; tanpa kursi itu hasilnya tetap.");
}

TEST_CASE("months until the end of the lock by tenure would do, one month less would not",
          "[explanation]") {
  using namespace std::chrono;
  Consultation c = office();
  c.posts[1].need = 3;
  c.employees[0].tmt_post = 2025y / 6 / 30;
  const auto found = card_of(c, nobody_moves, asked, {Policy::most_first_wishes, 1, {}});
  const auto& change = found.personal.counterfactual.change;
  REQUIRE(found.personal.counterfactual.result == Counterfactual::Result::found);
  CHECK(change.kind == SingleChange::Kind::tenure_months);
  CHECK(change.steps == 12);
}

TEST_CASE("the objective that decided is named", "[explanation]") {
  Consultation c = office();
  c.posts[0].need = 3;  // thirteen hold it: leaving costs nothing
  c.posts[1].need = 3;
  const PlanRequest balanced;
  const Snapshot s = make_snapshot(c);
  const auto policy = solve_policy(s, balanced).value();
  REQUIRE(policy.places[0] == wanted);
  const auto card = card_of(c, policy.result.plan);
  CHECK(find(card.personal.reason, "decided_for_move")->basis == "satisfaction_sum");
  CHECK(code(find(card.facts.reason, "planned_by_policy"), "policy") == "balanced");
  CHECK_FALSE(has(card.personal.reason, "another_plan"));
}

TEST_CASE("a seat goes to whom it is worth more, and a higher level would do", "[explanation]") {
  Consultation c = office();
  c.posts[1].need = 3;
  const EmployeeId rival{std::int32_t{1}};
  c.aspirations.push_back(c.aspirations[0]);
  c.aspirations[1].employee = rival;
  c.requirements[0].level = 5;
  c.skills.push_back({rival, CompetenceId{std::int32_t{0}}, 3, {}, {}});
  const Snapshot s = make_snapshot(c);
  const auto policy = solve_policy(s, {}).value();
  REQUIRE((policy.places[1] == wanted && policy.places[0] == desk));
  const auto card = card_of(c, policy.result.plan);
  CHECK(has(card.personal.reason, "wish_seats_to_others"));
  CHECK(find(card.personal.reason, "decided_against_wish")->basis == "satisfaction_sum");
  const auto& found = card.personal.counterfactual;
  REQUIRE(found.result == Counterfactual::Result::found);
  // One more needed seat makes the unit shorter of people, so it is worth less: it would not do.
  CHECK(found.change.kind == SingleChange::Kind::competence_level);
  CHECK(found.change.steps >= 2);  // the rival's level, where the lot decides, or above
  CHECK(found.change.steps <= 3);
  CHECK(has(card.personal.differ, "differ_competence"));
}

TEST_CASE("a plan other than the policy's is told apart from it", "[explanation]") {
  const auto card = card_of(office(), asked_moves);
  CHECK(has(card.personal.reason, "another_plan"));
  CHECK(has(card.personal.differ, "differ_about_policy"));
  CHECK_FALSE(has(card.personal.reason, "decided_for_move"));
}

TEST_CASE("a concern is tied to what triggers it, and to what would help", "[explanation]") {
  Consultation c = office();
  c.concerns = {{asked, 0, 4, "rumah_dinas"}, {asked, 5, 2, ""}, {asked, 9, 3, "x"}};
  const auto card = card_of(c, asked_moves);
  const auto& concerns = card.personal.concerns;
  CHECK(value(find(concerns, "concern_minutes"), "intensity") == 4);
  CHECK(find(concerns, "concern_minutes")->basis == "K01");
  CHECK(code(find(concerns, "help_asked"), "help") == "rumah_dinas");
  CHECK(find(concerns, "concern_class")->basis == "K06");
  CHECK(find(concerns, "concern_quiet")->basis == "K10");
  CHECK(concerns.size() == 6);  // K01 asked and offered, K06 offered, K10 quiet
  for (const auto& sentence : card_of(c, nobody_moves).personal.concerns)
    CHECK(sentence.code == "concern_quiet");
}

TEST_CASE("who did not answer has no personal wish, concern or stance in the card",
          "[explanation]") {
  const auto card = card_of(office(), nobody_moves, EmployeeId{std::int32_t{3}});
  CHECK(has(card.personal.reason, "not_answered"));
  CHECK(has(card.personal.next, "next_answer"));
  CHECK(card.personal.concerns.empty());
}

TEST_CASE("the planner's lock is the reason for who is sent or kept", "[explanation]") {
  PlanRequest request;
  request.rules.cycle.locks = {{asked, desk}};
  CHECK(find(card_of(office(), nobody_moves, asked, request).facts.reason, "locked")->basis ==
        "R24");
  Consultation c = office();
  c.posts[1].need = 3;
  request.rules.cycle.locks = {{asked, wanted}};
  const Plan sent{{{asked, wanted, "KUNCI"}}};
  const auto card = card_of(c, sent, asked, request);
  CHECK(has(card.facts.reason, "planned_by_lock"));
  CHECK(card.personal.counterfactual.result == Counterfactual::Result::kept);
}

TEST_CASE("a hand edit that breaks a rule says which", "[explanation]") {
  Consultation c = office();
  c.posts[1].golongan_min = 12;
  CHECK(find(card_of(c, asked_moves).facts.reason, "breaks_rule")->basis == "R18");
}

TEST_CASE("a relative is reason for the person alone, and is never named", "[explanation]") {
  Consultation c = office();
  c.posts[1].need = 3;
  Post head = c.posts[1];
  head.code = "P2", head.name = "Kepala", head.kind = PostKind::struktural, head.need = 1;
  c.posts.push_back(head);
  const EmployeeId chief{c.employees.size() - 1};
  c.employees.back().post = PostId{std::int32_t{2}};
  PlanRequest request;
  request.rules.cycle.relatives = {{asked, chief}};
  for (const Plan& plan : {nobody_moves, asked_moves}) {
    const auto card = card_of(c, plan, asked, request);
    for (const auto& sentence : sentences(card.facts)) CHECK(sentence.basis != "R06");
    for (const auto& sentence : sentences(card))
      CHECK_FALSE(in_words(sentence, c, false).contains(c.employees.back().name));
  }
  const auto card = card_of(c, nobody_moves, asked, request);
  CHECK(find(card.personal.reason, "wish_refused")->basis == "R06");
  CHECK(has(card_of(c, nobody_moves).personal.reason, "wish_seat_left"));
}

TEST_CASE("locks that no plan can keep leave a card without comparisons", "[explanation]") {
  PlanRequest request;
  request.rules.cycle.locks = {{asked, wanted}, {EmployeeId{std::int32_t{1}}, wanted}};
  Consultation c = office();
  c.posts[1].golongan_min = 12;
  const auto card = card_of(c, nobody_moves, EmployeeId{std::int32_t{2}}, request);
  CHECK(card.personal.counterfactual.result == Counterfactual::Result::no_plan);
  CHECK(has(card.personal.differ, "differ_no_plan"));
}
