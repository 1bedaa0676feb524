#include "web/server/store/sqlite_people.hpp"

#include <algorithm>

namespace rembuk::server::sqlite {
namespace {

std::int64_t number(Holder holder) { return static_cast<int>(holder); }

/// What the office issues anew opens an empty form: sessions, PIN and the sight of the answer end.
void start_over(Connection& db, const std::string& nip) {
  Statement(db, "DELETE FROM session WHERE holder = ? AND nip = ?")
      .bind(number(Holder::employee))
      .bind(nip)
      .step();
  Statement(db,
            "INSERT INTO credential(nip, hidden_up_to) "
            "SELECT ?1, coalesce(max(version), 0) FROM answer WHERE nip = ?1 "
            "ON CONFLICT(nip) DO UPDATE SET hidden_up_to = excluded.hidden_up_to, pin = '', "
            "wrong = 0")
      .bind(nip)
      .step();
  Statement(db, "UPDATE correction SET hidden = 1 WHERE nip = ?").bind(nip).step();
}

}  // namespace

void issue_codes(Connection& write, const std::vector<NewCode>& codes, Issue how) {
  Transaction transaction(write);
  Statement revoke(write, "UPDATE code SET revoked = 1 WHERE holder = ? AND nip = ?");
  Statement insert(write, "INSERT INTO code VALUES(?, ?, ?, ?, ?)");
  Statement log(write, "INSERT INTO access(nip, at, what, who) VALUES(?, ?, 'code_issued', ?)");
  for (const auto& [hash, code, at, issuer] : codes) {
    revoke.reset();
    revoke.bind(number(code.holder)).bind(code.nip).step();
    const bool first = sqlite3_changes(write.get()) == 0;
    insert.reset();
    insert.bind(hash)
        .bind(number(code.holder))
        .bind(code.nip)
        .bind(code.expires)
        .bind(std::int64_t{code.revoked})
        .step();
    if (code.holder != Holder::employee) continue;
    log.reset();
    log.bind(code.nip).bind(at).bind(issuer).step();
    if (!first && how == Issue::replace) start_over(write, code.nip);
  }
  // A statement that has not been reset would keep the transaction open.
  revoke.reset();
  insert.reset();
  log.reset();
  transaction.commit();
}

StoredCredential credential(Connection& read, const std::string& nip) {
  Statement select(read, "SELECT hidden_up_to, pin, wrong FROM credential WHERE nip = ?");
  if (!select.bind(nip).step()) return {};
  return {static_cast<std::uint32_t>(select.integer(0)), select.text(1),
          static_cast<std::uint32_t>(select.integer(2))};
}

void set_pin(Connection& write, const std::string& nip, const std::string& pin) {
  Statement(write,
            "INSERT INTO credential(nip, pin) VALUES(?, ?) "
            "ON CONFLICT(nip) DO UPDATE SET pin = excluded.pin WHERE credential.pin = ''")
      .bind(nip)
      .bind(pin)
      .step();
  if (sqlite3_changes(write.get()) == 0) throw Failure("pin_exists", Fault::conflict);
}

std::uint32_t count_pin_attempt(Connection& write, const std::string& nip) {
  Statement count(write, "UPDATE credential SET wrong = wrong + 1 WHERE nip = ? RETURNING wrong");
  if (!count.bind(nip).step()) return 0;
  const auto wrong = static_cast<std::uint32_t>(count.integer(0));
  while (count.step()) {
  }
  return wrong;
}

void clear_pin_attempts(Connection& write, const std::string& nip) {
  Statement(write, "UPDATE credential SET wrong = 0 WHERE nip = ? AND wrong > 0").bind(nip).step();
}

void add_slips(Connection& write, const std::vector<Digest>& slips) {
  Transaction transaction(write);
  for (const auto& slip : slips)
    Statement(write, "INSERT INTO slip(hash) VALUES(?)").bind(slip).step();
  transaction.commit();
}

void keep_text(Connection& write, const StoredText& text, const Digest& slip) {
  Transaction transaction(write);
  Statement seen(write, "SELECT 1 FROM anonymous_text WHERE key = ?");
  if (seen.bind(text.key).step()) return;
  Statement(write, "UPDATE slip SET used = 1 WHERE hash = ? AND used = 0").bind(slip).step();
  if (sqlite3_changes(write.get()) == 0) throw Failure("slip_unknown", Fault::not_found);
  Statement(write, "INSERT INTO anonymous_text(key, hour, text) VALUES(?, ?, ?)")
      .bind(text.key)
      .bind(text.hour)
      .bind(text.text)
      .step();
  transaction.commit();
}

std::vector<StoredText> hand_out_texts(Connection& write) {
  Transaction transaction(write);
  Statement(write,
            "UPDATE anonymous_text SET batch = (SELECT max(batch) + 1 FROM anonymous_text) "
            "WHERE batch = 0")
      .step();
  std::vector<StoredText> all;
  {
    Statement select(write,
                     "SELECT key, hour, text, batch FROM anonymous_text ORDER BY batch, key");
    while (select.step()) {
      StoredText text;
      std::ranges::copy(select.blob(0), text.key.begin());
      text.hour = select.text(1);
      text.text = select.text(2);
      text.batch = static_cast<std::uint32_t>(select.integer(3));
      all.push_back(std::move(text));
    }
  }
  transaction.commit();
  return all;
}

}  // namespace rembuk::server::sqlite
