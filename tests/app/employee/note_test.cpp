#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "tests/app/employee/world.hpp"

using namespace rembuk;
using namespace rembuk::employee;

namespace {

World with_note(std::uint16_t lot) {
  World world;
  world.start();
  world.tell(Go{Screen::note});
  world.tell(TypedSlip{"SLIP"});
  world.tell(TypedNote{"Saya khawatir tentang sekolah anak."});
  world.tell(NoteScheduled{world.key(), world.now_ms, lot});
  world.run();
  return world;
}

std::vector<Finding> found(std::string_view text) {
  const std::vector<std::string> names = {"Budi Santoso", "Siti Nur Aisyah", "Éka Putri"};
  return findings(text, names);
}

}  // namespace

TEST_CASE("a text goes out at its moment within the hour and never before", "[note]") {
  World world = with_note(32768);
  CHECK(world.server.notes.empty());
  world.pass(note_window_ms / 2 - 1);
  CHECK(world.server.notes.empty());
  world.pass(1);
  REQUIRE(world.server.notes.size() == 1);
  CHECK(world.model.note.sent);
  CHECK_FALSE(world.storage.contains(std::string(note_key)));
}

TEST_CASE("the last moment lies inside of the hour", "[note]") {
  World world = with_note(65535);
  world.pass(note_window_ms);
  CHECK(world.server.notes.size() == 1);
}

TEST_CASE("a text survives a killed page, and goes out when its moment is past", "[note]") {
  World world = with_note(32768);
  world.start();
  REQUIRE(world.model.note.scheduled);
  CHECK(world.server.notes.empty());
  world.kill();
  world.now_ms += 2 * note_window_ms;
  world.start();
  world.pass(0);
  CHECK(world.server.notes.size() == 1);
}

TEST_CASE("a text goes out also when nobody is signed in any more", "[note]") {
  World world = with_note(32768);
  world.tell(SignOutPressed{});
  world.run();
  REQUIRE(world.model.screen == Screen::sign_in);
  world.pass(note_window_ms);
  CHECK(world.server.notes.size() == 1);
  CHECK(world.model.screen == Screen::sign_in);
}

TEST_CASE("without a network a text waits, and a lost reply sends nothing twice", "[note]") {
  World world = with_note(0);
  world.network = false;
  world.pass(0);
  CHECK(world.model.note.late);
  world.network = true;
  world.tell(Network{true});
  world.run();
  CHECK(world.server.notes.size() == 1);
  CHECK_FALSE(world.model.note.late);
}

TEST_CASE("an unknown slip gives the text back with the reason", "[note]") {
  World world = with_note(0);
  world.server.slips.clear();
  world.pass(0);
  CHECK(world.model.note.problem == "slip_unknown");
  CHECK(world.model.note.text == "Saya khawatir tentang sekolah anak.");
  CHECK_FALSE(world.model.note.scheduled);
}

TEST_CASE("a text without a slip, empty or too long is not taken", "[note]") {
  World world;
  world.start();
  const auto schedule = [&] {
    world.tell(NoteScheduled{world.key(), world.now_ms, 0});
    return world.model.note.problem;
  };
  world.tell(TypedNote{"Isi"});
  CHECK(schedule() == "slip_missing");
  world.tell(TypedSlip{"SLIP"});
  world.tell(TypedNote{" \n"});
  CHECK(schedule() == "text_invalid");
  world.tell(TypedNote{std::string(4001, 'a')});
  CHECK(schedule() == "text_invalid");
  std::string longest;
  for (int i = 0; i < 4000; ++i) longest += "é";
  world.tell(TypedNote{longest});
  CHECK(schedule().empty());
}

TEST_CASE("what is typed warns of a colleague's name at once", "[note]") {
  World world;
  world.start();
  world.tell(Go{Screen::note});
  world.tell(TypedNote{"Pak Budi"});
  REQUIRE(world.model.note.findings.size() == 1);
  world.tell(TypedNote{"Pak"});
  CHECK(world.model.note.findings.empty());
}

TEST_CASE("numbers of people and telephones are found, other numbers are not", "[note]") {
  using enum Finding::Kind;
  CHECK(found("NIP 19850412 201001 1 003").at(0).kind == nip);
  CHECK(found("nik 1571-0112-0485-0003.").at(0).kind == nik);
  for (const char* phone : {"0812-3456-7890", "+62 812 3456 7890", "6281234567890", "0741.445566"})
    CHECK(found(phone).empty() == std::string_view(phone).starts_with("0741"));
  CHECK(found("Tahun 2026, 11 jam, Rp 1.500.000, SK 821/2019").empty());
  CHECK(found("19850412201001100").empty());
}

TEST_CASE("a name is found as a whole word without regard to case and accents", "[note]") {
  CHECK(found("kata SANTOSO tadi") == std::vector<Finding>{{Finding::Kind::name, "santoso"}});
  CHECK(found("Aisyah dan Putri").size() == 2);
  CHECK(found("budidaya, Nur, eka").empty());
}

TEST_CASE(
    "a second link asks before a text that was not scheduled is lost, and leaves a waiting one",
    "[note]") {
  World world;
  world.start();
  world.tell(Go{Screen::note});
  world.tell(TypedNote{"Belum selesai"});
  world.tell(Opened{"c=KODEDUA"});
  CHECK(world.model.next_code == "KODEDUA");
  World waiting = with_note(32768);
  waiting.tell(Opened{"c=KODEDUA"});
  CHECK(waiting.model.next_code.empty());
  waiting.run();
  waiting.pass(note_window_ms);
  CHECK(waiting.server.notes.size() == 1);
}
