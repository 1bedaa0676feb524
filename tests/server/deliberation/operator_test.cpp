#include <unistd.h>

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <fstream>
#include <string>

#include "tests/engine/files/workbooks.hpp"
#include "tests/server/deliberation/hall.hpp"

namespace rembuk::server {

TEST_CASE("Inviting beside a running server gives codes that work and writes no release", "[server]") {
  Hall hall;
  const int written = hall.store.values_written;
  const auto number = hall.store.value("release_number").value();
  const auto invitations = invite(hall.store, hall.identity, {{hall.nip(7)}, 3, false});
  REQUIRE(invitations);
  REQUIRE(invitations->size() == 4);
  CHECK((*invitations)[0].nip == hall.nip(7));
  CHECK((*invitations)[1].nip == hall.nip(0));
  for (const auto& one : *invitations) CHECK(hall.identity.sign_in(one.code)->caller.nip == one.nip);
  CHECK(hall.store.values_written == written);
  CHECK(hall.store.value("release_number").value() == number);
}

TEST_CASE("What people said stands in the store once, not in its copy of the files too", "[server]") {
  const auto folder = std::filesystem::temp_directory_path() / ("rembuk-said-" + std::to_string(getpid()));
  std::filesystem::create_directories(folder);
  const Consultation c = make_province({.employees = 120, .seed = 4});
  REQUIRE(c.aspirations.size() > 20);
  for (const auto& [name, text] : files::export_files(c)) std::ofstream(folder / name, std::ios::binary) << text;
  MemoryStore store;
  const auto done = import_directory(store, folder, 1'782'000'000, system_entropy());
  std::filesystem::remove_all(folder);
  REQUIRE(done);
  CHECK(store.current_answers().value().size() == c.aspirations.size());
  const auto kept = store.consultation_files().value();
  for (const auto& [name, text] : kept)
    if (name == "aspirasi.csv" || name == "kekhawatiran.csv") CHECK(std::ranges::count(text, '\n') == 1);
}

TEST_CASE("A folder with one workbook of all files is imported; the same file as CSV too is refused", "[server]") {
  const auto folder = std::filesystem::temp_directory_path() / ("rembuk-book-" + std::to_string(getpid()));
  std::filesystem::create_directories(folder);
  const Consultation c = make_province({60, 1});
  std::vector<std::pair<std::string, std::string>> sheets;
  for (const auto& [name, text] : files::export_files(c))
    if (name.ends_with(".csv"))
      sheets.emplace_back(name.substr(0, name.size() - 4), files::rows_of_csv(text));
    else
      std::ofstream(folder / name, std::ios::binary) << text;
  std::ofstream(folder / "Data.xlsx", std::ios::binary) << files::zipped(files::with_sheets(files::workbook(""), sheets));
  MemoryStore store, other;
  const auto done = import_directory(store, folder, 1'782'000'000, system_entropy());
  std::ofstream(folder / "unit.csv") << "unit_kode\n";
  const auto twice = import_directory(other, folder, 1'782'000'000, system_entropy());
  std::filesystem::remove_all(folder);
  REQUIRE(done);
  CHECK(store.current_answers().value().size() == c.aspirations.size());
  REQUIRE_FALSE(twice);
  CHECK(twice.error().starts_with("1 faults"));
  CHECK(other.current_answers().value().empty());
}

TEST_CASE("An unknown nip is refused before anybody gets a code", "[server]") {
  Hall hall;
  const auto refused = invite(hall.store, hall.identity, {{hall.nip(0), "000000000000000000"}, 0, false});
  REQUIRE_FALSE(refused);
  CHECK(refused.error().find("000000000000000000") != std::string::npos);
  CHECK(hall.store.access_of(hall.nip(0)).value().empty());
  MemoryStore empty;
  CHECK_FALSE(invite(empty, hall.identity, {{}, 1, false}));
}

TEST_CASE("Steps go forward only; a closed consultation opens again once, with a reason", "[server]") {
  using enum wire::ConsultationState;
  Hall hall;
  const auto step = [&](wire::ConsultationState to, const StepDetails& details = {}) {
    const auto taken = take_step(hall.store, to, "test", hall.now, details);
    return taken ? std::string() : taken.error();
  };
  CHECK(step(open) == "step_backwards");
  CHECK(step(prepare) == "step_backwards");
  CHECK(step(archived) == "step_backwards");
  CHECK(step(closed).empty());
  CHECK(step(open) == "reason_missing");
  CHECK(step(open, {"", "listrik padam dua hari"}).empty());
  CHECK(step(closed).empty());
  CHECK(step(open, {"", "sekali lagi"}) == "reopened_before");
  CHECK(step(published) == "plan_missing");
  CHECK(step(published, {"nip,jabatan_kode_baru,alasan\n", ""}).empty());
  CHECK(step(open, {"", "lagi"}) == "step_backwards");
  CHECK(step(closed) == "step_backwards");
  CHECK(step(archived).empty());
  CHECK(hall.store.access_of(consultation_record).value().size() >= 5);
  MemoryStore empty;
  CHECK(take_step(empty, closed, "test", hall.now).error() == "not_found");
}

TEST_CASE("A running server takes over a step from the shell and tells open screens", "[server]") {
  Hall hall;
  REQUIRE(take_step(hall.store, wire::ConsultationState::closed, "test", hall.now));
  CHECK(hall.release().consultation.state == wire::ConsultationState::open);
  hall.deliberation->refresh_state();
  CHECK(hall.release().consultation.state == wire::ConsultationState::closed);
  CHECK(hall.told == 1);
  hall.deliberation->refresh_state();
  CHECK(hall.told == 1);
}

}  // namespace rembuk::server
