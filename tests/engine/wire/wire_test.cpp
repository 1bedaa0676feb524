#include <catch2/catch_test_macros.hpp>
#include <cstdint>
#include <string>
#include <vector>

#include "engine/base/random.hpp"
#include "engine/base/sha256.hpp"
#include "engine/wire/archive.hpp"
#include "engine/wire/codec.hpp"

using namespace rembuk;
using namespace rembuk::wire;

namespace {

Answer an_answer() {
  Answer answer;
  for (std::uint8_t i = 0; i < 16; ++i) answer.key[i] = i;
  answer.based_on = 3;
  answer.stance = 2;
  answer.wishes = {"jabatan:J-001", "unit:5500.12", "wilayah:15.72"};
  answer.criteria = {0, 2, 1, 4, 3};
  answer.career_track = -1;
  answer.concerns = {{0, 5, "biaya_pindah"}, {13, 1, ""}};
  return answer;
}

Release a_release() {
  Release release;
  release.number = 7;
  release.made_at = "2026-06-30";
  release.employees = 12000;
  release.answered = std::int64_t{7440};
  release.consultation.title = "Pemerintah Provinsi Jambi";
  Scenario scenario;
  scenario.id = 2;
  scenario.kind = ScenarioKind::generated;
  scenario.policy = "no-one-worse";
  scenario.mean = std::int64_t{6480};
  scenario.median = Withheld::few_people;
  scenario.concerns.assign(14, Withheld::few_people);
  scenario.concerns[0] = std::int64_t{61};
  release.scenarios = {scenario};
  return release;
}

}  // namespace

TEST_CASE("an answer comes back as it was sent", "[wire]") {
  const Answer sent = an_answer();
  const auto received = decode<Answer>(encode(sent));
  REQUIRE(received);
  CHECK(received->key == sent.key);
  CHECK(received->based_on == 3);
  CHECK(received->stance == 2);
  CHECK(received->wishes == sent.wishes);
  CHECK(received->criteria == sent.criteria);
  CHECK(received->career_track == -1);
  REQUIRE(received->concerns.size() == 2);
  CHECK(received->concerns[0].help == "biaya_pindah");
  CHECK(received->concerns[1].category == 13);
}

TEST_CASE("a withheld cell arrives withheld and with its reason", "[wire]") {
  const auto received = decode<Release>(encode(a_release()));
  REQUIRE(received);
  const Scenario& scenario = received->scenarios.at(0);
  CHECK(std::get<std::int64_t>(scenario.mean) == 6480);
  CHECK(std::get<Withheld>(scenario.median) == Withheld::few_people);
  CHECK(std::get<std::int64_t>(scenario.concerns.at(0)) == 61);
}

TEST_CASE("a released frame keeps its bytes natively and in the browser", "[wire]") {
  // Golden digests of protocol 1: a change here breaks open browsers.
  CHECK(hex(sha256(encode(an_answer()))) ==
        "160af79e62a49281e569f3aaefab654b12821039b76b570f51232f2c52ea8e70");
  CHECK(hex(sha256(encode(a_release()))) == "7dae88b68e66fdf6591d1e6df0fac15b76518fa9445484a80d53f27cb4fe1a10");
}

TEST_CASE("a release of version 1 is understood: it knows no causes", "[wire]") {
  Bytes frame = encode(a_release());
  frame.resize(frame.size() - 4 - 2 - 1);  // of its one scenario: no causes, their step, the flag
  frame[8] = 1;
  const auto length = frame.size() - header_size;
  frame[10] = static_cast<std::uint8_t>(length), frame[11] = static_cast<std::uint8_t>(length >> 8);
  CHECK(hex(sha256(frame)) == "8958cc3730f79d15380edde3ab82e7e97dae899f71c543ac859399799d24d94b");
  const auto old = decode<Release>(frame);
  REQUIRE(old);
  CHECK(std::get<std::int64_t>(old->scenarios.at(0).mean) == 6480);
  CHECK(old->scenarios[0].causes.empty());
  CHECK(old->scenarios[0].cause_step == 10);
}

TEST_CASE("causes arrive with their step, a withheld one with its reason", "[wire]") {
  Release sent = a_release();
  sent.scenarios[0].causes = {std::int64_t{210}, std::int64_t{-30}, Withheld::few_people,
                              std::int64_t{0},   std::int64_t{0},   std::int64_t{120}};
  sent.scenarios[0].cause_step = 30;
  const auto received = decode<Release>(encode(sent));
  REQUIRE(received);
  CHECK(received->scenarios.at(0).causes == sent.scenarios[0].causes);
  CHECK(received->scenarios[0].cause_step == 30);
  sent.scenarios[0].causes.push_back(std::int64_t{0});  // more than there are
  CHECK_FALSE(decode<Release>(encode(sent)));
}

TEST_CASE("a request to generate of version 1 is understood, and version 2 keeps its bytes",
          "[wire]") {
  // Golden frames: "balanced", seed 7; then also weight 30 and two units.
  const Bytes first = {'R', 'M', 'B', 'K', 1,   0,   12,  0,   1,   0, 20, 0, 0, 0, 8, 0, 0,
                       0,   'b', 'a', 'l', 'a', 'n', 'c', 'e', 'd', 7, 0,  0, 0, 0, 0, 0, 0};
  const auto old = decode<GenerateRequest>(first);
  REQUIRE(old);
  CHECK(old->policy == "balanced");
  CHECK(old->seed == 7);
  CHECK(old->need_weight == -1);
  CHECK(old->kept.empty());
  const GenerateRequest sent{need_weight_policy, 1, 30, {"5500.12", "X"}};
  const Bytes second = {'R', 'M', 'B', 'K', 1,   0,   12,  0,   2,   0,   44,  0,   0,   0,   11,
                        0,   0,   0,   'n', 'e', 'e', 'd', '-', 'w', 'e', 'i', 'g', 'h', 't', 1,
                        0,   0,   0,   0,   0,   0,   0,   30,  2,   0,   0,   0,   7,   0,   0,
                        0,   '5', '5', '0', '0', '.', '1', '2', 1,   0,   0,   0,   'X'};
  CHECK(encode(sent) == second);
  const auto received = decode<GenerateRequest>(second);
  REQUIRE(received);
  CHECK(received->need_weight == 30);
  CHECK(received->kept == sent.kept);
  Bytes mixed = second;
  mixed[8] = 1;  // says version 1 and carries what only version 2 has
  CHECK_FALSE(decode<GenerateRequest>(mixed));
}

TEST_CASE("an own record of version 1 is understood, and version 2 keeps its bytes", "[wire]") {
  Profile sent;
  sent.nip = "199001012015031001";
  sent.locked_by = {"R03"};
  sent.least_tenure = 36;
  sent.kept = {{"R03", "a", "b"}};
  Bytes frame = encode(sent);
  CHECK(hex(sha256(frame)) == "24fea551c8f0061e5c569190e8f417e67d3be80834c1de21d288915fb67f0075");
  const auto received = decode<Profile>(frame);
  REQUIRE(received);
  CHECK(received->least_tenure == 36);
  REQUIRE(received->kept.size() == 1);
  CHECK(received->kept[0].text_en == "b");
  frame.resize(frame.size() - 4 - 4 - 7 - 5 - 5);  // without months, count, and the three texts
  frame[8] = 1;
  frame[10] = static_cast<std::uint8_t>(frame.size() - header_size);
  const auto old = decode<Profile>(frame);
  REQUIRE(old);
  CHECK(old->least_tenure == 24);
  CHECK(old->kept.empty());
}

TEST_CASE("a frame cut anywhere is refused", "[wire]") {
  const Bytes frame = encode(a_release());
  for (std::size_t size = 0; size < frame.size(); ++size)
    REQUIRE_FALSE(decode<Release>(std::span(frame).first(size)));
}

TEST_CASE("a byte after the message is refused", "[wire]") {
  Bytes frame = encode(an_answer());
  frame.push_back(0);
  CHECK_FALSE(decode<Answer>(frame));
  frame[10] = static_cast<std::uint8_t>(frame[10] + 1);  // and the length agrees with it
  const auto received = decode<Answer>(frame);
  REQUIRE_FALSE(received);
  CHECK(received.error().detail == "bytes after the message");
}

TEST_CASE("a frame of another type, protocol or version is refused", "[wire]") {
  const Bytes frame = encode(an_answer());
  CHECK_FALSE(decode<Receipt>(frame));
  for (const std::size_t at : {std::size_t{0}, std::size_t{4}, std::size_t{6}, std::size_t{8}}) {
    Bytes changed = frame;
    changed[at] = 99;
    CHECK_FALSE(decode<Answer>(changed));
  }
}

TEST_CASE("a hostile length asks for no memory", "[wire]") {
  Bytes frame = encode(an_answer());
  // After key (16), based_on (4) and stance (1) stands the number of wishes.
  for (std::size_t i = 0; i < 4; ++i) frame[header_size + 21 + i] = 0xff;
  CHECK_FALSE(decode<Answer>(frame));
}

TEST_CASE("a message larger than its type allows is refused before it is read", "[wire]") {
  const Bytes frame(20000, 0);
  const auto received = decode<Answer>(frame);
  REQUIRE_FALSE(received);
  CHECK(received.error().fault == Fault::too_large);
}

TEST_CASE("a text that is not UTF-8 is refused", "[wire]") {
  for (const std::string bad : {"\xff", "\xc0\xaf", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xe2\x82"})
    CHECK_FALSE(decode<SignIn>(encode(SignIn{bad})));
  CHECK(decode<SignIn>(encode(SignIn{"Jambi – ñ 😀"})));
}

TEST_CASE("random bytes and flipped bits never crash a decoder", "[wire]") {
  Random random(20260630);
  const Bytes whole = encode(a_release());
  int accepted = 0;
  for (int round = 0; round < 20000; ++round) {
    Bytes frame = whole;
    const auto flips = 1 + random.below(4);
    for (std::uint32_t i = 0; i < flips; ++i)
      frame[random.below(static_cast<std::uint32_t>(frame.size()))] =
          static_cast<std::uint8_t>(random.next());
    if (const auto release = decode<Release>(frame)) {
      ++accepted;
      REQUIRE(release->scenarios.size() <= 200);
    }
  }
  CHECK(accepted > 0);      // a changed number inside its limits is a valid message
  CHECK(accepted < 20000);  // and most damage is noticed
}
