#include <catch2/catch_template_test_macros.hpp>
#include <catch2/catch_test_macros.hpp>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>

#include "tests/server/store/folder.hpp"
#include "web/server/identity/secret.hpp"
#include "web/server/store/memory_store.hpp"
#include "web/server/store/migrations.hpp"
#include "web/server/store/sqlite.hpp"
#include "web/server/store/sqlite_store.hpp"

/// Reports of wrong data: the same suite for every implementation of Store, then the database's
/// own.
namespace rembuk::server {
namespace {

struct Memory {
  MemoryStore memory;
  Store& store = memory;
};
struct Sqlite {
  Folder folder;
  std::unique_ptr<Store> owned = open_sqlite_store(folder.path / "t.db").value();
  Store& store = *owned;
};

CorrectionWrite report(const std::string& nip, std::uint8_t key, std::uint32_t based_on,
                       std::uint16_t facts, const std::string& text = "S2") {
  CorrectionWrite write;
  write.key.fill(key);
  write.nip = nip;
  write.based_on = based_on;
  write.facts = facts;
  write.text = text;
  write.at = "2026-11-24T10:05";
  write.day = "2026-11-24";
  return write;
}
std::vector<std::string> events(Store& store, const std::string& nip) {
  std::vector<std::string> all;
  const auto entries = store.access_of(nip).value();
  for (const auto& one : entries) all.push_back(one.what);
  return all;
}
using Events = std::vector<std::string>;

}  // namespace

TEMPLATE_TEST_CASE("A report is kept once, with its day; a repeated key changes nothing", "[store]",
                   Memory, Sqlite) {
  TestType place;
  Store& store = place.store;
  CHECK_FALSE(store.correction("A").value());
  const auto first = store.keep_correction(report("A", 1, 0, 3)).value();
  CHECK(store.keep_correction(report("A", 1, 0, 3)).value() == first);
  CHECK(store.correction("A").value() == first);
  CHECK(first.version == 1);
  CHECK(first.day == "2026-11-24");
  CHECK(first.handled.empty());
  CHECK(events(store, "A") == Events{"correction_sent"});
  CHECK(store.hand_out_corrections("2026-11-25T08:00").value().size() == 1);
}

TEMPLATE_TEST_CASE("The second of two devices is told that the report has changed", "[store]",
                   Memory, Sqlite) {
  TestType place;
  Store& store = place.store;
  REQUIRE(store.keep_correction(report("A", 1, 0, 1, "satu")));
  const auto second = store.keep_correction(report("A", 2, 0, 2, "dua"));
  REQUIRE_FALSE(second);
  CHECK(second.error().fault == Fault::conflict);
  CHECK(store.correction("A").value()->text == "satu");
  CHECK(store.keep_correction(report("A", 2, 1, 2, "dua")).value().version == 2);
  // A late repeat of what was changed since brings nothing back.
  CHECK_FALSE(store.keep_correction(report("A", 1, 0, 1, "satu")));
}

TEMPLATE_TEST_CASE(
    "A report that was taken back stands no more, and a late repeat does not revive it", "[store]",
    Memory, Sqlite) {
  TestType place;
  Store& store = place.store;
  REQUIRE(store.keep_correction(report("A", 1, 0, 1)));
  const auto gone = store.keep_correction(report("A", 2, 1, 0, "")).value();
  CHECK(gone.facts == 0);
  CHECK(store.hand_out_corrections("2026-11-25T08:00").value().empty());
  CHECK_FALSE(store.keep_correction(report("A", 1, 0, 1)));
  CHECK(store.correction("A").value()->text.empty());
  CHECK(events(store, "A") == Events{"correction_sent", "correction_withdrawn"});
  CHECK_FALSE(store.mark_corrected(gone.id, "2026-11-25T08:00", "2026-11-25"));
}

TEMPLATE_TEST_CASE("Reading and handling stand in the person's record, and in nobody else's",
                   "[store]", Memory, Sqlite) {
  TestType place;
  Store& store = place.store;
  const auto kept = store.keep_correction(report("A", 1, 0, 1)).value();
  REQUIRE(store.keep_correction(report("B", 2, 0, 1)));
  REQUIRE(store.hand_out_corrections("2026-11-25T08:00").value().size() == 2);
  REQUIRE(store.mark_corrected(kept.id, "2026-11-26T09:00", "2026-11-26"));
  REQUIRE(store.mark_corrected(kept.id, "2026-11-27T09:00", "2026-11-27"));
  CHECK(store.correction("A").value()->handled == "2026-11-26");
  CHECK(events(store, "A") == Events{"correction_sent", "correction_read", "correction_handled"});
  CHECK(store.access_of("A").value()[1] ==
        StoredAccess{"2026-11-25T08:00", "correction_read", "operator"});
  CHECK(events(store, "B") == Events{"correction_sent", "correction_read"});
  CHECK(store.access_of("C").value().empty());
}

TEMPLATE_TEST_CASE("A report that was changed after it was read cannot be marked by its old number",
                   "[store]", Memory, Sqlite) {
  TestType place;
  Store& store = place.store;
  const auto read = store.keep_correction(report("A", 1, 0, 1)).value();
  REQUIRE(store.mark_corrected(read.id, "2026-11-25T08:00", "2026-11-25"));
  const auto changed = store.keep_correction(report("A", 2, 1, 3)).value();
  CHECK(changed.handled.empty());
  CHECK(changed.id != read.id);
  const auto late = store.mark_corrected(read.id, "2026-11-25T08:00", "2026-11-25");
  REQUIRE_FALSE(late);
  CHECK(late.error().fault == Fault::not_found);
  CHECK(store.correction("A").value()->handled.empty());
}

TEMPLATE_TEST_CASE(
    "A re-issued code hides the report from whoever holds it, a new report is seen again",
    "[store]", Memory, Sqlite) {
  TestType place;
  Store& store = place.store;
  const auto issue = [&](const std::string& secret, Issue how) {
    const NewCode code{
        secret_hash(secret), {Holder::employee, "A", 100, false}, "2026-11-24T10:00", "planner"};
    REQUIRE(store.issue_codes({code}, how));
  };
  issue("a1", Issue::replace);
  REQUIRE(store.keep_correction(report("A", 1, 0, 1)));
  issue("a2", Issue::renew);
  CHECK_FALSE(store.correction("A").value()->hidden);
  issue("a3", Issue::replace);
  CHECK(store.correction("A").value()->hidden);
  CHECK(store.hand_out_corrections("2026-11-25T08:00").value().size() == 1);
  REQUIRE(store.keep_correction(report("A", 2, 1, 1)));
  CHECK_FALSE(store.correction("A").value()->hidden);
}

TEST_CASE("A changed report leaves nothing of the earlier one in any row", "[store]") {
  Sqlite place;
  REQUIRE(place.store.keep_correction(report("A", 1, 0, 1, "yang pertama")));
  REQUIRE(place.store.keep_correction(report("A", 2, 1, 1, "yang kedua")));
  sqlite::Connection other((place.folder.path / "t.db").string(), true);
  sqlite::Statement count(other, "SELECT count(*), max(text) FROM correction");
  REQUIRE(count.step());
  CHECK(count.integer(0) == 1);
  CHECK(count.text(1) == "yang kedua");
}

TEST_CASE("A report whose record entry cannot be written is not kept, and the earlier one stays",
          "[store]") {
  Sqlite place;
  REQUIRE(place.store.keep_correction(report("A", 1, 0, 1, "yang pertama")));
  sqlite::Connection((place.folder.path / "t.db").string(), false)
      .run("CREATE TRIGGER full BEFORE INSERT ON access BEGIN SELECT RAISE(ABORT, 'full'); END");
  CHECK_FALSE(place.store.keep_correction(report("A", 2, 1, 1, "yang kedua")));
  CHECK(place.store.correction("A").value()->text == "yang pertama");
  CHECK_FALSE(place.store.hand_out_corrections("2026-11-25T08:00"));
}

TEST_CASE("A store of the version before opens, keeps its answers and takes reports", "[store]") {
  Folder folder;
  const auto file = folder.path / "t.db";
  {
    sqlite::Connection db(file.string(), false);
    db.run("CREATE TABLE migration(number INTEGER PRIMARY KEY, hash TEXT NOT NULL) STRICT");
    for (std::int64_t number = 1; number <= 2; ++number) {
      const auto sql = migrations()[static_cast<std::size_t>(number - 1)];
      db.run(std::string(sql));
      sqlite::Statement(db, "INSERT INTO migration VALUES(?, ?)")
          .bind(number)
          .bind(hex(sha256(sql)))
          .step();
    }
    // What these two steps were when they were released.
    sqlite::Statement hashes(db, "SELECT group_concat(substr(hash, 1, 12), ' ') FROM migration");
    REQUIRE(hashes.step());
    CHECK(hashes.text(0) == "b260f6c8da13 7d4a191912ee");
    db.run(
        "INSERT INTO answer(key, nip, version, content, received_at, digest) "
        "VALUES(zeroblob(16), 'A', 1, x'07', '2026-11-24T10:00:00', 'd')");
  }
  const auto store = open_sqlite_store(file).value();
  CHECK(store->current_answer("A").value()->content == std::vector<std::uint8_t>{7});
  CHECK(store->keep_correction(report("A", 1, 0, 1)).value().version == 1);
}

TEST_CASE("What was taken back is not in the database's files any more", "[store]") {
  const Folder folder;
  const auto path = folder.path / "t.db";
  const std::string text = "ijazah saya S3 dari Muara Sabak ";
  const auto in_files = [&] {
    for (const auto& entry : std::filesystem::directory_iterator(folder.path)) {
      std::ifstream file(entry.path(), std::ios::binary);
      const std::string bytes{std::istreambuf_iterator<char>(file), {}};
      if (bytes.find(text) != std::string::npos) return true;
    }
    return false;
  };
  const auto within = [&](const auto& work) {
    const auto store = open_sqlite_store(path).value();
    work(*store);
  };
  within([&](Store& store) {
    for (std::uint8_t who = 1; who <= 20; ++who)
      REQUIRE(store.keep_correction(
          report("nip" + std::to_string(who), who, 0, 3, text + std::to_string(who))));
  });
  REQUIRE(in_files());
  within([&](Store& store) {
    for (std::uint8_t who = 1; who <= 20; ++who)
      REQUIRE(store.keep_correction(
          report("nip" + std::to_string(who), static_cast<std::uint8_t>(100 + who), 1, 0, "")));
  });
  CHECK_FALSE(in_files());
}

}  // namespace rembuk::server
