#include "app/core/office/forum.hpp"

#include <catch2/catch_test_macros.hpp>

#include "fixtures.hpp"

using namespace rembuk;
using namespace rembuk::office;
using namespace rembuk::office::fixtures;

namespace {

/// Two plans with everything published; the second one is accepted by more.
wire::Release full() {
  wire::Scenario first = plan(1, 3000), second = plan(2, 5000);
  first.heads_needed = second.heads_needed = 1000;
  first.heads_covered_after = 700, second.heads_covered_after = 655;
  first.mean = std::int64_t{6180}, second.mean = std::int64_t{6480};
  for (auto* s : {&first, &second}) {
    s->causes = {std::int64_t{300}, std::int64_t{0}, std::int64_t{-60},
                 std::int64_t{0},   std::int64_t{0}, std::int64_t{20}};
    s->concerns.assign(14, wire::Withheld::few_people);
  }
  first.concerns[0] = std::int64_t{61};
  second.concerns[0] = std::int64_t{40};
  second.concerns[6] = std::int64_t{90};
  return release(3, {now(), first, second});
}

Model room() { return with_release(wire::Role::facilitator, full()); }

}  // namespace

TEST_CASE("the room's messages follow each other and stop at both ends", "[forum]") {
  Model m = room();
  CHECK(forum_messages(m).size() == 4);
  CHECK(forum_message(m) == ForumMessage::answers);
  m = update(std::move(m), ShowMessage{1}).model;
  CHECK(forum_message(m) == ForumMessage::effects);
  m = update(std::move(m), ShowMessage{99}).model;
  CHECK(forum_message(m) == ForumMessage::concerns);
}

TEST_CASE("a message whose numbers are withheld is not there", "[forum]") {
  wire::Release r = full();
  for (auto& s : r.scenarios) {
    s.causes.clear();
    s.concerns.assign(14, wire::Withheld::few_people);
  }
  const Model m = with_release(wire::Role::facilitator, r);
  CHECK(forum_messages(m) == std::vector{ForumMessage::answers, ForumMessage::effects});
  CHECK(forum_messages(signed_in(wire::Role::facilitator)) == std::vector{ForumMessage::answers});
}

TEST_CASE("a message that a new release has no numbers for gives way to the last that there is",
          "[forum]") {
  Model m = update(room(), ShowMessage{3}).model;
  wire::Release next = full();
  next.number = 4;
  for (auto& s : next.scenarios) s.concerns.assign(14, wire::Withheld::few_people);
  m = update(std::move(m), Received{wire::encode(next)}).model;
  CHECK(forum_message(m) == ForumMessage::causes);
}

TEST_CASE("each message's heading is its finding, for the plan that most accept", "[forum]") {
  const auto id = texts(text::Language::indonesian), en = texts(text::Language::english);
  const Model m = room();
  CHECK(forum_finding(id, m, ForumMessage::answers) == finding(id, lettered(m)));
  CHECK(forum_finding(id, m, ForumMessage::effects) ==
        "Bila tidak ada yang dirugikan, kepuasan naik 2,4 poin dan 65,5% kebutuhan terisi");
  CHECK(forum_finding(id, m, ForumMessage::causes) ==
        "Bila tidak ada yang dirugikan, yang paling mengubah kepuasan: Jarak (+3,0 poin)");
  CHECK(forum_finding(en, m, ForumMessage::concerns).ends_with("90 people in plan B"));
}

TEST_CASE("a fall is called a fall, and without a mean only the need is told", "[forum]") {
  const auto id = texts(text::Language::indonesian);
  wire::Release r = full();
  r.scenarios[2].mean = std::int64_t{6140};
  CHECK(forum_finding(id, with_release(wire::Role::facilitator, r), ForumMessage::effects)
            .find("kepuasan turun 1,0 poin") != std::string::npos);
  r.scenarios[2].mean = wire::Withheld::few_people;
  const std::string only_need =
      forum_finding(id, with_release(wire::Role::facilitator, r), ForumMessage::effects);
  CHECK(only_need == "Bila tidak ada yang dirugikan, 65,5% kebutuhan terisi");
}

TEST_CASE("concerns stand by the most people that a plan touches, withheld ones not at all",
          "[forum]") {
  const Model m = room();
  CHECK(touched_most(lettered(m)) == std::vector<std::size_t>{6, 0});
}
