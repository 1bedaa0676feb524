#include <atomic>
#include <catch2/catch_template_test_macros.hpp>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <chrono>
#include <filesystem>
#include <future>
#include <memory>
#include <string>
#include <thread>

#include "tests/server/store/folder.hpp"
#include "web/server/identity/secret.hpp"
#include "web/server/store/answer_writer.hpp"
#include "web/server/store/memory_store.hpp"
#include "web/server/store/sqlite.hpp"
#include "web/server/store/sqlite_store.hpp"

/// One suite for every implementation of Store, then what only the database promises.
namespace rembuk::server {
namespace {

struct InMemory {
  MemoryStore memory;
  Store& store = memory;
};
struct InSqlite {
  Folder folder;
  std::unique_ptr<Store> owned = open_sqlite_store(folder.path / "t.db").value();
  Store& store = *owned;
};

AnswerWrite answer(std::uint8_t key, const std::string& nip, std::uint32_t based_on, std::uint8_t content) {
  AnswerWrite write;
  write.key.fill(key);
  write.nip = nip;
  write.based_on = based_on;
  write.content = {content};
  write.received_at = "2026-11-24T10:00:00";
  write.digest = "digest" + std::to_string(key);
  return write;
}

NewCode code(const std::string& nip, const std::string& secret) {
  return {secret_hash(secret), {Holder::employee, nip, 100, false}, "2026-11-24T10:00", "planner"};
}

}  // namespace

TEMPLATE_TEST_CASE("A repeated key gives the same receipt and keeps one answer", "[store]", InMemory, InSqlite) {
  TestType place;
  const auto first = place.store.append({answer(1, "A", 0, 7)}).value()[0].value();
  const auto again = place.store.append({answer(1, "A", 0, 7)}).value()[0].value();
  CHECK_FALSE(first.repeated);
  CHECK(again.repeated);
  CHECK(again.answer == first.answer);
  CHECK(place.store.current_answers().value().size() == 1);
}

TEMPLATE_TEST_CASE("An answer based on an older version is a conflict and changes nothing", "[store]", InMemory, InSqlite) {
  TestType place;
  REQUIRE(place.store.append({answer(1, "A", 0, 7)}).value()[0]);
  const auto results = place.store.append({answer(2, "A", 0, 8), answer(3, "B", 0, 9)}).value();
  REQUIRE_FALSE(results[0]);
  CHECK(results[0].error().fault == Fault::conflict);
  CHECK(results[1]);
  CHECK(place.store.current_answer("A").value()->content == std::vector<std::uint8_t>{7});
}

TEMPLATE_TEST_CASE("The newest version counts and a repeat of an earlier one shows none of its content", "[store]", InMemory, InSqlite) {
  TestType place;
  REQUIRE(place.store.append({answer(1, "A", 0, 7)}).value()[0]);
  REQUIRE(place.store.append({answer(2, "A", 1, 8)}).value()[0]);
  const auto current = place.store.current_answer("A").value();
  CHECK(current->version == 2);
  CHECK(current->content == std::vector<std::uint8_t>{8});
  const auto earlier = place.store.append({answer(1, "A", 0, 7)}).value()[0].value();
  CHECK(earlier.answer.version == 1);
  CHECK(earlier.answer.digest == "digest1");
  CHECK(earlier.answer.content.empty());
}

TEMPLATE_TEST_CASE("A key of one person never gives another person's receipt", "[store]", InMemory, InSqlite) {
  TestType place;
  REQUIRE(place.store.append({answer(1, "A", 0, 7)}).value()[0]);
  const auto other = place.store.append({answer(1, "B", 0, 8)}).value()[0];
  REQUIRE_FALSE(other);
  CHECK(other.error().fault == Fault::conflict);
  CHECK_FALSE(place.store.current_answer("B").value());
}

TEMPLATE_TEST_CASE("A new code revokes earlier ones of the same person only", "[store]", InMemory, InSqlite) {
  TestType place;
  REQUIRE(place.store.issue_codes({code("A", "a1")}, Issue::replace));
  REQUIRE(place.store.issue_codes({code("B", "b1")}, Issue::replace));
  REQUIRE(place.store.issue_codes({code("A", "a2")}, Issue::replace));
  CHECK(place.store.code(secret_hash("a1")).value()->revoked);
  CHECK_FALSE(place.store.code(secret_hash("a2")).value()->revoked);
  CHECK_FALSE(place.store.code(secret_hash("b1")).value()->revoked);
  CHECK_FALSE(place.store.code(secret_hash("nothing")).value());
}

TEMPLATE_TEST_CASE("Changing a scenario that does not exist is an error", "[store]", InMemory, InSqlite) {
  TestType place;
  const auto id = place.store.add_scenario({0, 1, "Usulan", "", "nip\n", false}).value();
  REQUIRE(place.store.show_scenario(id, true));
  CHECK(place.store.scenarios().value().at(0).in_forum);
  CHECK_FALSE(place.store.show_scenario(id + 1, true));
  CHECK_FALSE(place.store.remove_scenario(id + 1));
  REQUIRE(place.store.remove_scenario(id));
  CHECK(place.store.scenarios().value().empty());
}

TEST_CASE("A reopened database holds everything, and the erased content is in no row", "[store]") {
  Folder folder;
  const auto file = folder.path / "t.db";
  {
    auto store = open_sqlite_store(file).value();
    REQUIRE(store->append({answer(1, "A", 0, 7)}).value()[0]);
    REQUIRE(store->append({answer(2, "A", 1, 8)}).value()[0]);
  }
  auto store = open_sqlite_store(file).value();
  CHECK(store->current_answer("A").value()->version == 2);
  sqlite::Connection db(file.string(), true);
  sqlite::Statement rows(db, "SELECT content IS NULL, received_at FROM answer WHERE version = 1");
  REQUIRE(rows.step());
  CHECK(rows.integer(0) == 1);
  CHECK(rows.text(1) == "2026-11-24");
}

TEST_CASE("A newer or changed database is refused", "[store]") {
  Folder folder;
  const auto file = folder.path / "t.db";
  REQUIRE(open_sqlite_store(file));
  const std::string change = GENERATE("INSERT INTO migration VALUES(99, 'x')", "UPDATE migration SET hash = 'x' WHERE number = 1");
  { sqlite::Connection(file.string(), false).run(change); }
  CHECK_FALSE(open_sqlite_store(file));
}

TEST_CASE("A backup of a store that does not exist is an error and makes no file", "[store]") {
  Folder folder;
  CHECK_FALSE(backup_sqlite(folder.path / "none.db", folder.path / "copy.db"));
  CHECK_FALSE(std::filesystem::exists(folder.path / "copy.db"));
  CHECK_FALSE(std::filesystem::exists(folder.path / "none.db"));
}

TEST_CASE("Answers that arrive together are each acknowledged once, after they are durable", "[store]") {
  InSqlite place;
  std::vector<std::promise<bool>> durable(10);
  {
    AnswerWriter writer(place.store);
    for (std::uint8_t i = 0; i < 10; ++i)
      writer.write(answer(i, std::string(1, static_cast<char>('A' + i)), 0, i), [&, i](const AnswerResult& result) {
        sqlite::Connection other((place.folder.path / "t.db").string(), true);
        sqlite::Statement count(other, "SELECT count(*) FROM answer WHERE nip = ?");
        count.bind(std::string(1, static_cast<char>('A' + i))).step();
        durable[i].set_value(result && count.integer(0) == 1);
      });
  }
  for (auto& one : durable) CHECK(one.get_future().get());
  CHECK(place.store.current_answers().value().size() == 10);
}

TEMPLATE_TEST_CASE("Once closed, a repeat gives the same receipt and anything new is refused", "[store]", InMemory, InSqlite) {
  TestType place;
  const auto first = place.store.append({answer(1, "A", 0, 7)}).value()[0].value();
  auto repeat = answer(1, "A", 0, 7), late = answer(2, "A", 1, 8);
  repeat.only_repeat = late.only_repeat = true;
  const auto results = place.store.append({repeat, late}).value();
  REQUIRE(results[0]);
  CHECK(results[0]->answer == first.answer);
  REQUIRE_FALSE(results[1]);
  CHECK(results[1].error().fault == Fault::forbidden);
  CHECK(place.store.current_answer("A").value()->version == 1);
}

TEMPLATE_TEST_CASE("An answer leaves one entry in the person's record, a repeat or a refused one none", "[store]", InMemory, InSqlite) {
  TestType place;
  auto write = answer(1, "A", 0, 7), conflicting = answer(2, "A", 0, 8);
  write.access = conflicting.access = "answer_saved";
  REQUIRE(place.store.append({write, write, conflicting}));
  const auto entries = place.store.access_of("A").value();
  REQUIRE(entries.size() == 1);
  CHECK(entries[0] == StoredAccess{"2026-11-24T10:00", "answer_saved", "self"});
}

namespace {

StoredImport consultation() {
  return {{{"unit.csv", "kode\n"}}, {answer(1, "A", 0, 7), answer(2, "B", 0, 8)}, StoredScenario{0, 1, "Usulan", "", "nip\n", true}, {{"demo_nip", "A"}}};
}

}  // namespace

TEMPLATE_TEST_CASE("An import brings files, answers, scenario and values, and happens once", "[store]", InMemory, InSqlite) {
  TestType place;
  REQUIRE(place.store.import(consultation()));
  CHECK(place.store.consultation_files().value().size() == 1);
  CHECK(place.store.current_answers().value().size() == 2);
  CHECK(place.store.scenarios().value().size() == 1);
  CHECK(place.store.value("demo_nip").value() == "A");
  const auto again = place.store.import(consultation());
  REQUIRE_FALSE(again);
  CHECK(again.error().fault == Fault::conflict);
  CHECK(place.store.scenarios().value().size() == 1);
}

TEMPLATE_TEST_CASE("An import with two answers of one person leaves the store empty", "[store]", InMemory, InSqlite) {
  TestType place;
  auto twice = consultation();
  twice.answers[1].nip = "A";
  CHECK_FALSE(place.store.import(twice));
  CHECK(place.store.consultation_files().value().empty());
  CHECK(place.store.current_answers().value().empty());
}

TEST_CASE("An import that fails at any step leaves the store empty", "[store]") {
  InSqlite place;
  const std::string table = GENERATE("file", "answer", "scenario", "value");
  sqlite::Connection((place.folder.path / "t.db").string(), false).run("CREATE TRIGGER full BEFORE INSERT ON " + table + " BEGIN SELECT RAISE(ABORT, 'full'); END");
  CHECK_FALSE(place.store.import(consultation()));
  CHECK(place.store.consultation_files().value().empty());
  CHECK(place.store.current_answers().value().empty());
  CHECK(place.store.scenarios().value().empty());
  CHECK(place.store.value("demo_nip").value().empty());
}

namespace {

std::atomic<int> commits = 0;

int count_commits(sqlite3* db, const char**, const sqlite3_api_routines*) {
  const auto counted = [](void*) { return ++commits, 0; };
  sqlite3_commit_hook(db, counted, nullptr);
  return SQLITE_OK;
}

}  // namespace

TEST_CASE("Ten answers that wait while one is written share one commit, their record entries included", "[store]") {
  const auto hook = reinterpret_cast<void (*)()>(&count_commits);
  REQUIRE(sqlite3_auto_extension(hook) == SQLITE_OK);
  InSqlite place;
  sqlite3_cancel_auto_extension(hook);
  sqlite::Connection other((place.folder.path / "t.db").string(), false);
  commits = 0;
  std::atomic<int> acknowledged = 0;
  {
    AnswerWriter writer(place.store);
    const auto write = [&](std::uint8_t i) {
      auto one = answer(i, std::string(1, static_cast<char>('A' + i)), 0, i);
      one.access = "answer_saved";
      writer.write(std::move(one), [&](const AnswerResult& result) { acknowledged += result ? 1 : 0; });
    };
    sqlite::Transaction disk_is_busy(other);
    write(0);
    std::this_thread::sleep_for(std::chrono::milliseconds(50));  // the first is being written now
    for (std::uint8_t i = 1; i <= 10; ++i) write(i);
    CHECK(acknowledged == 0);
  }
  CHECK(acknowledged == 11);
  CHECK(commits >= 1);
  CHECK(commits <= 2);
  CHECK(place.store.access_of("K").value().size() == 1);
}

}  // namespace rembuk::server
