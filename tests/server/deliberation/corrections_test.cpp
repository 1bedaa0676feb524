#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <map>
#include <string>

#include "engine/wire/personal.hpp"
#include "tests/server/deliberation/hall.hpp"

/// "This is wrong": what one person reports to the personnel office, and that nobody else learns of
/// it.
namespace rembuk::server {
namespace {

const std::string path = "/api/v1/me/correction";

wire::Correction report(std::uint8_t key, std::uint32_t based_on, wire::Facts facts,
                        const std::string& text = "Pendidikan saya S2.") {
  wire::Correction message;
  message.key.fill(key);
  message.based_on = based_on;
  message.facts = facts;
  message.text = facts == 0 ? "" : text;
  return message;
}
Response send(Hall& hall, const std::string& session, const wire::Correction& message) {
  return hall.call(message.facts == 0 ? Method::del : Method::put, path, session,
                   wire::encode(message));
}
wire::OwnCorrection own(Hall& hall, const std::string& session) {
  return frame<wire::OwnCorrection>(hall.call(Method::get, path, session));
}
std::string office(Hall& hall) {
  return corrections_csv(corrections_for_office(hall.store, hall.now).value());
}

/// Every answer that a reader of this session gets, by route.
std::map<std::string, wire::Bytes> all_answers(Hall& hall, const std::string& session) {
  std::map<std::string, wire::Bytes> all;
  for (const auto& route : routes()) {
    // A snapshot for planning has its rows in a new order each time.
    if (route.method != Method::get || route.path == "/api/v1/planning/snapshot") continue;
    std::string address(route.path);
    if (const auto hole = address.find("{id}"); hole != std::string::npos)
      address.replace(hole, 4, "1");
    const auto response = hall.call(Method::get, address, session);
    all[address] = response.body ? *response.body : wire::Bytes{};
  }
  return all;
}

}  // namespace

TEST_CASE("A report is kept, changed, handled and taken back, and its sender sees each",
          "[server]") {
  Hall hall;
  const auto me = hall.employee(0);
  CHECK(own(hall, me).version == 0);
  CHECK(frame<wire::OwnCorrection>(send(hall, me, report(1, 0, 0b100000))).version == 1);
  CHECK(own(hall, me).received_on == iso_day(hall.now));
  CHECK(own(hall, me).text == "Pendidikan saya S2.");
  const auto rows = corrections_for_office(hall.store, hall.now).value();
  REQUIRE(rows.size() == 1);
  CHECK(rows[0].nip == hall.nip(0));
  CHECK(rows[0].name == hall.deliberation->consultation().employees[0].name);
  CHECK(rows[0].columns == "pendidikan_tingkat");
  hall.now += 10 * 3600;  // the next day, in the same session
  REQUIRE(mark_corrected(hall.store, rows[0].id, hall.now));
  CHECK(own(hall, me).handled_on == iso_day(hall.now));
  REQUIRE(send(hall, me, report(2, 1, 0b100001, "Nama saya dengan gelar.")).status == 200);
  CHECK(own(hall, me).handled_on.empty());
  CHECK(office(hall).find("S2") == std::string::npos);
  CHECK_FALSE(mark_corrected(hall.store, rows[0].id, hall.now));
  REQUIRE(send(hall, me, report(3, 2, 0)).status == 200);
  CHECK(own(hall, me).facts == 0);
  CHECK(std::ranges::count(office(hall), '\n') == 1);
}

TEST_CASE("Not a byte that another role or person gets differs after a report", "[server]") {
  Hall hall;
  const auto me = hall.employee(0);
  std::map<std::string, std::string> readers = {{"facilitator", hall.enter(Holder::facilitator)},
                                                {"planner", hall.enter(Holder::planner)},
                                                {"colleague", hall.employee(1)}};
  for (std::uint8_t i = 1; i <= 10; ++i) REQUIRE(hall.say(hall.employee(i), i).status == 200);
  REQUIRE(hall.released(2));
  std::map<std::string, std::map<std::string, wire::Bytes>> before;
  for (const auto& [who, session] : readers) before[who] = all_answers(hall, session);
  const int told = hall.told, written = hall.store.values_written;
  const auto snapshot = [&] {
    return *hall.call(Method::get, "/api/v1/planning/snapshot", readers["planner"]).body;
  };
  const auto size = snapshot().size();

  // More people than a release needs.
  for (std::uint8_t i = 11; i < 40; ++i)
    REQUIRE(send(hall, hall.employee(i), report(i, 0, 0b1111111111)).status == 200);
  REQUIRE(send(hall, me, report(1, 0, 0b10)).status == 200);
  REQUIRE(send(hall, me, report(2, 1, 0)).status == 200);
  (void)office(hall);

  for (const auto& [who, session] : readers) {
    const auto after = all_answers(hall, session);
    for (const auto& [address, bytes] : before[who]) {
      INFO(who << " " << address);
      if (who == "colleague" && address == "/api/v1/me/access") continue;  // the two snapshots
      CHECK(after.at(address) == bytes);
    }
  }
  const auto planned = snapshot();
  CHECK(planned.size() == size);
  const std::string text(planned.begin(), planned.end());
  CHECK(text.find(hall.nip(0)) == std::string::npos);
  CHECK(text.find("Pendidikan saya") == std::string::npos);
  CHECK(hall.told == told);
  CHECK(hall.store.values_written == written);
  CHECK(hall.release().number == 2);
  CHECK(hall.store.access_of(hall.nip(0)).value().size() > 0);
}

TEST_CASE("No other role may send, read or withdraw a report, nobody without a session",
          "[server]") {
  Hall hall;
  const auto body = wire::encode(report(1, 0, 1));
  for (const auto role : {Holder::facilitator, Holder::planner}) {
    const auto session = hall.enter(role);
    for (const auto method : {Method::get, Method::put, Method::del})
      CHECK(problem(hall.call(method, path, session,
                              method == Method::get ? wire::Bytes{} : body)) == "not_allowed");
  }
  CHECK(problem(hall.call(Method::put, path, "", body)) == "not_signed_in");
  CHECK(std::ranges::count(office(hall), '\n') == 1);
}

TEST_CASE("The office's list holds nothing of what people answered", "[server]") {
  Hall hall;
  const auto me = hall.employee(0);
  REQUIRE(send(hall, me, report(1, 0, 1)).status == 200);
  const auto before = office(hall);
  auto answer = Hall::said(2, 0, 2);
  answer.wishes = {"wilayah:15.71"};
  answer.concerns = {{2, 5, "sekolah_anak"}};
  REQUIRE(hall.call(Method::put, "/api/v1/me/answer", me, wire::encode(answer)).status == 200);
  CHECK(office(hall) == before);
  CHECK(before.starts_with("id,nip,nama,unit,yang_salah,yang_benar,diterima,ditangani\n"));
}

TEST_CASE("A report changes nothing in the sender's answer, nor its record", "[server]") {
  Hall hall;
  const auto me = hall.employee(0);
  REQUIRE(hall.say(me, 1).status == 200);
  const auto answer = *hall.call(Method::get, "/api/v1/me/answer", me).body;
  const auto profile = *hall.call(Method::get, "/api/v1/me/profile", me).body;
  REQUIRE(send(hall, me, report(1, 0, 0b11)).status == 200);
  CHECK(*hall.call(Method::get, "/api/v1/me/answer", me).body == answer);
  CHECK(*hall.call(Method::get, "/api/v1/me/profile", me).body == profile);
}

TEST_CASE("A report may come before the opening and after the closing, until the archive",
          "[server]") {
  using enum wire::ConsultationState;
  Hall hall;
  const auto me = hall.employee(0);
  std::uint8_t version = 0;
  const auto after = [&](wire::ConsultationState state) {
    REQUIRE(hall.store.set_value("state", std::to_string(static_cast<int>(state))));
    hall.deliberation->refresh_state();
    REQUIRE(hall.deliberation->state() == state);
    const auto response = send(hall, me, report(version + 1, version, 1));
    version += response.status == 200 ? 1 : 0;
    return problem(response);
  };
  CHECK(after(prepare).empty());
  CHECK(after(open).empty());
  CHECK(after(closed).empty());
  CHECK(after(published).empty());
  CHECK(after(archived) == "consultation_closed");
  CHECK(problem(send(hall, me, report(9, version, 0))) == "consultation_closed");
  CHECK(own(hall, me).version == version);
}

TEST_CASE("What a terminal would obey, too much text and a report without facts are refused",
          "[server]") {
  Hall hall;
  const auto me = hall.employee(0);
  const std::vector<std::string> refused = {"\x1b[2Jhapus", "a\r\nb", "\u202eterbalik", "a\u009bb",
                                            std::string(501, 'a')};
  for (const auto& text : refused)
    CHECK(problem(send(hall, me, report(1, 0, 1, text))) == "correction_invalid");
  CHECK(problem(hall.call(Method::put, path, me, wire::encode(report(1, 0, 0)))) ==
        "correction_invalid");
  CHECK(problem(hall.call(Method::del, path, me, wire::encode(report(1, 0, 1)))) ==
        "correction_invalid");
  CHECK(problem(hall.call(Method::put, path, me, wire::Bytes(100 << 10, 'a'))) ==
        "message_too_large");
  CHECK(problem(hall.call(Method::put, path, me, {1, 2, 3})) == "message_invalid");
  CHECK(own(hall, me).version == 0);
  CHECK(send(hall, me, report(1, 0, 1, "baris satu\nbaris dua")).status == 200);
  std::string longest;
  for (int i = 0; i < 500; ++i) longest += "é";
  CHECK(send(hall, me, report(2, 1, 1, longest)).status == 200);
}

TEST_CASE(
    "A double tap gives one report, eleven in a minute are too many, and the next minute is free",
    "[server]") {
  Hall hall;
  const auto me = hall.employee(0);
  CHECK(send(hall, me, report(1, 0, 1)).status == 200);
  CHECK(frame<wire::OwnCorrection>(send(hall, me, report(1, 0, 1))).version == 1);
  for (std::uint8_t i = 2; i <= 9; ++i) CHECK(send(hall, me, report(i, i - 1U, 1)).status == 200);
  CHECK(send(hall, me, report(10, 9, 1)).status == 429);
  CHECK(send(hall, hall.employee(1), report(1, 0, 1)).status == 200);
  hall.now += 61;
  CHECK(send(hall, me, report(10, 9, 1)).status == 200);
  CHECK(std::ranges::count(office(hall), '\n') == 3);
}

TEST_CASE("The second of two devices is told, and whoever holds a re-issued code sees no report",
          "[server]") {
  Hall hall;
  const auto phone = hall.employee(0), desk = hall.employee(0);
  REQUIRE(send(hall, phone, report(1, 0, 1)).status == 200);
  CHECK(problem(send(hall, desk, report(2, 0, 2))) == "correction_changed");
  CHECK(own(hall, desk).facts == 1);
  REQUIRE(invite(hall.store, hall.identity, {{hall.nip(0)}, 0, false}));
  const auto again = hall.employee(0);
  CHECK(own(hall, again).facts == 0);
  CHECK(own(hall, again).text.empty());
  CHECK(own(hall, again).version == 1);
  CHECK(send(hall, again, report(3, 1, 4)).status == 200);
  CHECK(own(hall, again).facts == 4);
}

TEST_CASE("The office's table runs nowhere as a formula", "[server]") {
  Hall hall;
  REQUIRE(send(hall, hall.employee(0), report(1, 0, 0b1000000001, "=HYPERLINK(\"x\")")).status ==
          200);
  const auto csv = office(hall);
  CHECK(csv.find(",=") == std::string::npos);
  CHECK(csv.find(",\"=") == std::string::npos);
  CHECK(csv.find("'=HYPERLINK") != std::string::npos);
  CHECK(csv.find("nip, nama; kelayakan") != std::string::npos);
}

TEST_CASE("a report of after midnight in Jambi carried the day before", "[server]") {
  Hall hall;
  const auto me = hall.employee(0);
  constexpr std::int64_t midnight = 1'790'010'000;  // 2026-09-21 17:00 UTC
  hall.now = midnight - 1;
  CHECK(frame<wire::OwnCorrection>(send(hall, me, report(1, 0, 1))).received_on == "2026-09-21");
  hall.now = midnight;
  CHECK(frame<wire::OwnCorrection>(send(hall, me, report(2, 1, 1))).received_on == "2026-09-22");
  const auto rows = corrections_for_office(hall.store, hall.now).value();
  REQUIRE(rows.size() == 1);
  CHECK(rows[0].day == "2026-09-22");
  REQUIRE(mark_corrected(hall.store, rows[0].id, hall.now));
  CHECK(own(hall, me).handled_on == "2026-09-22");
}

TEST_CASE("the hour that a moderator reads is Jambi's", "[server]") {
  CHECK(told_hour("2026-11-24T16") == "2026-11-24 23.00 WIB");
  CHECK(told_hour("2026-11-24T17") == "2026-11-25 00.00 WIB");
  CHECK(told_hour("2026-12-31T20") == "2027-01-01 03.00 WIB");
}

}  // namespace rembuk::server
