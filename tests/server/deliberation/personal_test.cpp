#include <unistd.h>

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cstdint>
#include <filesystem>
#include <fstream>

#include "tests/server/deliberation/hall.hpp"
#include "web/server/deliberation/wished.hpp"

/// What one employee is told alone, and the text that comes from nobody.
namespace rembuk::server {
namespace {

Response send_text(Hall& hall, std::uint8_t key, const std::string& slip, const std::string& text,
                   const std::string& session = "") {
  wire::AnonymousText message;
  message.key.fill(key);
  message.slip = slip;
  message.text = text;
  return hall.call(Method::post, "/api/v1/public/text", session, wire::encode(message));
}

}  // namespace

TEST_CASE("A slip carries one text, without a session; a repeat changes nothing", "[server]") {
  Hall hall;
  const auto slips = make_slips(hall.store, hall.entropy, 5).value();
  CHECK(std::ranges::is_sorted(slips));
  CHECK(send_text(hall, 1, slips[0], "Jarak ke rumah terlalu jauh.").status == 204);
  CHECK(send_text(hall, 1, slips[0], "Jarak ke rumah terlalu jauh.").status == 204);
  CHECK(problem(send_text(hall, 2, slips[0], "Yang kedua")) == "slip_unknown");
  CHECK(problem(send_text(hall, 3, "AAAA", "Tanpa slip")) == "slip_unknown");
  CHECK(problem(send_text(hall, 4, slips[1], " \n ")) == "text_invalid");
  CHECK(send_text(hall, 5, slips[1], std::string(4000, 'a')).status == 204);
  CHECK(send_text(hall, 6, slips[2], std::string(4001, 'a')).status == 422);
  const auto texts = texts_for_moderator(hall.store, hall.entropy).value();
  REQUIRE(texts.size() == 2);
  for (const auto& text : texts) {
    CHECK(text.batch == 1);
    CHECK(text.hour == iso_time(hall.now).substr(0, 13));
  }
  REQUIRE(send_text(hall, 7, slips[3], "Kelompok berikutnya").status == 204);
  const auto later = texts_for_moderator(hall.store, hall.entropy).value();
  REQUIRE(later.size() == 3);
  CHECK(later[2].batch == 2);
  CHECK(later[2].text == "Kelompok berikutnya");
}

TEST_CASE("A text leaves no trace in anybody's record, whoever's session came along", "[server]") {
  Hall hall;
  const auto me = hall.employee(0);
  const auto before = hall.store.access_of(hall.nip(0)).value().size();
  const auto slips = make_slips(hall.store, hall.entropy, 1).value();
  REQUIRE(send_text(hall, 1, slips[0], "Tanpa nama", me).status == 204);
  CHECK(hall.store.access_of(hall.nip(0)).value().size() == before);
}

TEST_CASE("After publishing each person learns the own proposed post, before it nothing",
          "[server]") {
  Hall hall;
  const Consultation consultation = hall.deliberation->consultation();  // outlives a new start
  const Plan plan = first_proposal(consultation);
  REQUIRE_FALSE(plan.moves.empty());
  const auto mover = plan.moves[0].employee.index();
  std::size_t stayer = 0;
  while (std::ranges::any_of(plan.moves,
                             [&](const auto& move) { return move.employee.index() == stayer; }))
    ++stayer;
  const auto me = hall.employee(mover), other = hall.employee(stayer);
  CHECK(problem(hall.call(Method::get, "/api/v1/me/result", me)) == "not_published");
  const auto file =
      std::filesystem::temp_directory_path() / ("rembuk-plan-" + std::to_string(getpid()) + ".csv");
  std::ofstream(file) << "nip,jabatan_kode_baru,alasan\n" << hall.nip(mover) << ",TIDAK-ADA,x\n";
  CHECK_FALSE(publish_plan(hall.store, file, hall.now));
  std::ofstream(file) << files::export_plan(plan, consultation);
  REQUIRE(publish_plan(hall.store, file, hall.now));
  std::filesystem::remove(file);
  const auto check = [&] {
    const auto result = frame<wire::OwnResult>(hall.call(Method::get, "/api/v1/me/result", me));
    CHECK(result.moves);
    CHECK(result.proposed.code == consultation.posts[plan.moves[0].to.index()].code);
    CHECK(result.now.code == consultation.posts[consultation.employees[mover].post.index()].code);
    CHECK(result.published == iso_day(hall.now));
    const auto stays = frame<wire::OwnResult>(hall.call(Method::get, "/api/v1/me/result", other));
    CHECK_FALSE(stays.moves);
    CHECK(stays.proposed.code == stays.now.code);
  };
  hall.deliberation->refresh_state();
  check();
  hall.open();  // and after a new start
  check();
}

TEST_CASE("Wishes for a post are told in tens, from the latest release and never live",
          "[server]") {
  Hall hall;
  const auto me = hall.employee(0);
  const auto post = hall.deliberation->consultation().posts[3].code;
  const auto told = [&] {
    return frame<wire::Wished>(hall.call(Method::get, "/api/v1/wished", me));
  };
  const auto wish = [&](std::uint8_t i) {
    auto answer = Hall::said(i, 0, 1);
    answer.wishes = {"jabatan:" + post};
    REQUIRE(hall.call(Method::put, "/api/v1/me/answer", hall.employee(i), wire::encode(answer))
                .status == 200);
  };
  CHECK(told().posts.empty());
  const auto first = hall.release().number;
  for (std::uint8_t i = 0; i < 10; ++i) wish(i);
  REQUIRE(hall.released(first + 1));
  REQUIRE(told().posts.size() == 1);
  CHECK(told().posts[0].post == 3);
  CHECK(told().posts[0].at_least == 10);
  for (std::uint8_t i = 10; i < 19; ++i) wish(i);
  CHECK(told().posts[0].at_least == 10);
  CHECK(told().release == first + 1);
  wish(19);
  REQUIRE(hall.released(first + 2));
  CHECK(told().posts[0].at_least == 20);
}

TEST_CASE("Nineteen wishes are told as ten, nine not at all", "[server]") {
  Snapshot snapshot;
  snapshot.posts.resize(2);
  for (int i = 0; i < 28; ++i) {
    Snapshot::EmployeeRow row;
    row.answered = true;
    row.wish_count = 1;
    row.wishes[0] = {Snapshot::Target::Kind::post, i < 19 ? 0 : 1};
    snapshot.employees.push_back(row);
  }
  snapshot.employees.push_back({});
  const auto told = wished(snapshot, 1).posts;
  REQUIRE(told.size() == 1);
  CHECK(told[0].post == 0);
  CHECK(told[0].at_least == 10);
}

TEST_CASE("The names of the own unit are told to its people, and nobody else's", "[server]") {
  Hall hall;
  const auto& employees = hall.deliberation->consultation().employees;
  const auto names =
      frame<wire::UnitNames>(hall.call(Method::get, "/api/v1/me/unit", hall.employee(0))).names;
  std::size_t colleagues = 0;
  for (const auto& one : employees) {
    if (one.unit != employees[0].unit) continue;
    ++colleagues;
    CHECK(std::ranges::find(names, one.name) != names.end());
  }
  CHECK(names.size() == colleagues);
}

TEST_CASE("Everybody is invited in a few transactions, each with a code that works", "[server]") {
  Hall hall(1200);
  const auto invitations = invite(hall.store, hall.identity, {{}, 0, true}).value();
  REQUIRE(invitations.size() == 1200);
  for (const std::size_t k : {0U, 499U, 500U, 1199U})
    CHECK(hall.identity.sign_in(invitations[k].code)->caller.nip == invitations[k].nip);
}

TEST_CASE("The catalogue of 12,000 employees is at most 60 KB on the wire", "[server]") {
  Hall hall(12000);
  const auto me = hall.employee(0);
  Service service = hall.service();
  Request request{Method::get, "/api/v1/catalogue", me, "http://hall", "", "", {}};
  Response packed;
  request.takes_brotli = true;
  answer(service, request, [&](const Response& response) { packed = response; });
  CHECK(packed.body->size() <= 60 * 1024);
  CHECK(std::ranges::find(packed.headers, std::pair<std::string, std::string>(
                                              "Content-Encoding", "br")) != packed.headers.end());
  CHECK(hall.call(Method::get, "/api/v1/catalogue", me).body->size() > 200'000);
}

}  // namespace rembuk::server
