#include <algorithm>
#include <catch2/catch_template_test_macros.hpp>
#include <catch2/catch_test_macros.hpp>
#include <cstdint>
#include <memory>
#include <string>

#include "tests/server/store/folder.hpp"
#include "web/server/identity/secret.hpp"
#include "web/server/store/memory_store.hpp"
#include "web/server/store/sqlite.hpp"
#include "web/server/store/sqlite_store.hpp"

/// Codes, PINs, slips and texts: the same suite for every implementation of Store.
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

NewCode code(const std::string& nip, const std::string& secret, Holder holder = Holder::employee) {
  return {secret_hash(secret), {holder, nip, 100, false}, "2026-11-24T10:00", "planner"};
}
AnswerWrite answer(const std::string& nip, std::uint8_t key, std::uint32_t based_on) {
  AnswerWrite write;
  write.key.fill(key);
  write.nip = nip;
  write.based_on = based_on;
  write.content = {1};
  write.received_at = "2026-11-24T10:00:00";
  return write;
}
StoredText text(std::uint8_t key, const std::string& words) {
  StoredText one;
  one.key.fill(key);
  one.hour = "2026-11-24T10";
  one.text = words;
  return one;
}

}  // namespace

TEMPLATE_TEST_CASE(
    "A first code hides nothing; a re-issued one hides the answer, ends sessions and the PIN",
    "[store]", Memory, Sqlite) {
  TestType place;
  Store& store = place.store;
  REQUIRE(store.append({answer("A", 1, 0), answer("B", 2, 0)}));
  REQUIRE(store.issue_codes({code("A", "a1"), code("B", "b1")}, Issue::replace));
  CHECK(store.credential("A").value() == StoredCredential{});
  REQUIRE(store.add_session(secret_hash("sa"), {Holder::employee, "A", 1, 1}));
  REQUIRE(store.add_session(secret_hash("sb"), {Holder::employee, "B", 1, 1}));
  REQUIRE(store.set_pin("A", "hash"));
  REQUIRE(store.count_pin_attempt("A").value() == 1);
  REQUIRE(store.append({answer("A", 3, 1)}));
  REQUIRE(store.issue_codes({code("A", "a2")}, Issue::replace));
  CHECK(store.credential("A").value() == StoredCredential{2, "", 0});
  CHECK(store.code(secret_hash("a1")).value()->revoked);
  CHECK_FALSE(store.session(secret_hash("sa")).value());
  CHECK(store.session(secret_hash("sb")).value());
  CHECK_FALSE(store.code(secret_hash("b1")).value()->revoked);
  CHECK(store.access_of("A").value().size() == 2);
}

TEMPLATE_TEST_CASE("A renewed code keeps sessions, PIN and answer in sight", "[store]", Memory,
                   Sqlite) {
  TestType place;
  Store& store = place.store;
  REQUIRE(store.issue_codes({code("A", "a1")}, Issue::renew));
  REQUIRE(store.append({answer("A", 1, 0)}));
  REQUIRE(store.set_pin("A", "hash"));
  REQUIRE(store.add_session(secret_hash("sa"), {Holder::employee, "A", 1, 1}));
  REQUIRE(store.issue_codes({code("A", "a2")}, Issue::renew));
  CHECK(store.credential("A").value() == StoredCredential{0, "hash", 0});
  CHECK(store.session(secret_hash("sa")).value());
}

TEMPLATE_TEST_CASE("A code of staff leaves nobody's record and hides nothing", "[store]", Memory,
                   Sqlite) {
  TestType place;
  REQUIRE(place.store.issue_codes(
      {code("", "f1", Holder::facilitator), code("", "p1", Holder::planner)}, Issue::replace));
  REQUIRE(place.store.issue_codes({code("", "f2", Holder::facilitator)}, Issue::replace));
  CHECK(place.store.code(secret_hash("f1")).value()->revoked);
  CHECK_FALSE(place.store.code(secret_hash("p1")).value()->revoked);
  CHECK(place.store.access_of("A").value().empty());
}

TEMPLATE_TEST_CASE("A PIN is set once; attempts are counted and cleared", "[store]", Memory,
                   Sqlite) {
  TestType place;
  Store& store = place.store;
  REQUIRE(store.set_pin("A", "first"));
  const auto again = store.set_pin("A", "second");
  REQUIRE_FALSE(again);
  CHECK(again.error().fault == Fault::conflict);
  CHECK(store.credential("A").value().pin == "first");
  for (std::uint32_t n = 1; n <= 3; ++n) CHECK(store.count_pin_attempt("A").value() == n);
  REQUIRE(store.clear_pin_attempts("A"));
  CHECK(store.credential("A").value() == StoredCredential{0, "first", 0});
}

TEMPLATE_TEST_CASE("A slip is used once, with its text, and a repeat of the text is no second use",
                   "[store]", Memory, Sqlite) {
  TestType place;
  Store& store = place.store;
  const auto slip = secret_hash("slip"), other = secret_hash("other");
  REQUIRE(store.add_slips({slip, other}));
  REQUIRE(store.keep_text(text(7, "satu"), slip));
  REQUIRE(store.keep_text(text(7, "satu"), slip));
  const auto second = store.keep_text(text(8, "dua"), slip);
  REQUIRE_FALSE(second);
  CHECK(second.error().fault == Fault::not_found);
  CHECK_FALSE(store.keep_text(text(9, "tiga"), secret_hash("unknown")));
  REQUIRE(store.keep_text(text(3, "empat"), other));
  const auto texts = store.hand_out_texts().value();
  REQUIRE(texts.size() == 2);
  CHECK(texts[0].text == "empat");  // by key, not by arrival
  CHECK(texts[1].text == "satu");
  CHECK(texts[1].hour == "2026-11-24T10");
}

TEMPLATE_TEST_CASE("Texts are handed out in batches that stay as they are", "[store]", Memory,
                   Sqlite) {
  TestType place;
  Store& store = place.store;
  REQUIRE(store.add_slips({secret_hash("1"), secret_hash("2"), secret_hash("3")}));
  CHECK(store.hand_out_texts().value().empty());
  REQUIRE(store.keep_text(text(9, "a"), secret_hash("1")));
  CHECK(store.hand_out_texts().value()[0].batch == 1);
  REQUIRE(store.keep_text(text(1, "b"), secret_hash("2")));
  REQUIRE(store.keep_text(text(2, "c"), secret_hash("3")));
  for (int reading = 0; reading < 2; ++reading) {
    const auto texts = store.hand_out_texts().value();
    REQUIRE(texts.size() == 3);
    CHECK(texts[0].text == "a");
    CHECK(texts[1].batch == 2);
    CHECK(texts[2].batch == 2);
  }
}

TEMPLATE_TEST_CASE("A step's values and its entry in the record come together", "[store]", Memory,
                   Sqlite) {
  TestType place;
  REQUIRE(place.store.record_step({{"state", "2"}, {"x", "y"}}, "consultation",
                                  {"2026-11-24T10:00:00", "state_2", "operator"}));
  CHECK(place.store.value("state").value() == "2");
  CHECK(place.store.value("x").value() == "y");
  const auto entries = place.store.access_of("consultation").value();
  REQUIRE(entries.size() == 1);
  CHECK(entries[0].what == "state_2");
  CHECK(place.store.access_of("A").value().empty());
}

TEST_CASE("A step whose entry cannot be written changes nothing", "[store]") {
  Sqlite place;
  sqlite::Connection((place.folder.path / "t.db").string(), false)
      .run("CREATE TRIGGER full BEFORE INSERT ON access BEGIN SELECT RAISE(ABORT, 'full'); END");
  CHECK_FALSE(place.store.record_step({{"state", "2"}}, "consultation",
                                      {"2026-11-24T10:00:00", "state_2", "operator"}));
  CHECK(place.store.value("state").value().empty());
  CHECK_FALSE(place.store.issue_codes({code("A", "a1"), code("B", "b1")}, Issue::replace));
  CHECK_FALSE(place.store.code(secret_hash("a1")).value());
}

}  // namespace rembuk::server
