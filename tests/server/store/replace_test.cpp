#include <catch2/catch_template_test_macros.hpp>
#include <catch2/catch_test_macros.hpp>
#include <memory>
#include <string>

#include "tests/server/store/folder.hpp"
#include "web/server/store/memory_store.hpp"
#include "web/server/store/sqlite_store.hpp"

/// A data set in the place of another one: every implementation of Store.
namespace rembuk::server {
namespace {

struct InMemory {
  MemoryStore memory;
  Store& store = memory;
};
struct InSqlite {
  Folder folder;
  std::unique_ptr<Store> owned = open_sqlite_store(folder.path / "t.db").value();
  Store& store() { return *owned; }
};
Store& store_of(InMemory& place) { return place.store; }
Store& store_of(InSqlite& place) { return place.store(); }

AnswerWrite said(std::uint8_t key, const std::string& nip) {
  AnswerWrite write;
  write.key.fill(key);
  write.nip = nip;
  write.content = {1, 2};
  write.received_at = "2026-06-30T01:02:03";
  write.digest = "d";
  return write;
}

}  // namespace

TEMPLATE_TEST_CASE("A data set is replaced only while the consultation is prepared, all or nothing",
                   "[store]", InMemory, InSqlite) {
  TestType place;
  Store& store = store_of(place);
  REQUIRE(store.import(
      {{{"unit.csv", "old"}}, {said(1, "A")}, StoredScenario{0, 1, "x", "", "plan", false}, {}}));
  const StoredReplacement next{{{"unit.csv", "new"}},
                               {said(2, "B")},
                               {1},
                               {{"v", "2"}},
                               {"2026-06-30", "set_replaced", "planner"}};
  const auto opened = store.replace(next);
  REQUIRE_FALSE(opened);
  CHECK(opened.error().fault == Fault::forbidden);
  REQUIRE(store.set_value("state", "0"));
  StoredReplacement twice = next;
  twice.answers = {said(2, "B"), said(3, "A")};  // A has answered
  CHECK_FALSE(store.replace(twice));
  CHECK(store.consultation_files().value()[0].second == "old");
  CHECK(store.current_answers().value().size() == 1);
  REQUIRE(store.replace(next));
  CHECK(store.consultation_files().value()[0].second == "new");
  CHECK(store.current_answers().value().size() == 2);
  CHECK(store.scenarios().value().empty());
  CHECK(store.value("v").value() == "2");
}

}  // namespace rembuk::server
