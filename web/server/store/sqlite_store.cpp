#include "web/server/store/sqlite_store.hpp"

#include <mutex>

#include "web/server/store/migrations.hpp"
#include "web/server/store/sqlite.hpp"
#include "web/server/store/sqlite_corrections.hpp"
#include "web/server/store/sqlite_people.hpp"

namespace rembuk::server {
namespace {

using sqlite::Connection;
using sqlite::Failure;
using sqlite::Statement;
using sqlite::Transaction;

void prepare(Connection& db) {
  db.run("PRAGMA journal_mode=WAL");
  db.run("PRAGMA synchronous=FULL");
  db.run("PRAGMA foreign_keys=ON");
  db.run("PRAGMA secure_delete=ON");  // what is erased is overwritten, not only marked as free
  Statement mode(db, "PRAGMA journal_mode"), synchronous(db, "PRAGMA synchronous");
  if (!mode.step() || mode.text(0) != "wal" || !synchronous.step() || synchronous.integer(0) != 2)
    throw Failure("WAL with synchronous=FULL is not to be had in this place");
}

void migrate(Connection& db) {
  db.run("CREATE TABLE IF NOT EXISTS migration(number INTEGER PRIMARY KEY, hash TEXT NOT NULL) STRICT");
  Transaction transaction(db);
  std::size_t applied = 0;
  {
    Statement known(db, "SELECT number, hash FROM migration ORDER BY number");
    while (known.step()) {
      if (applied >= migrations().size()) throw Failure("the database was made by a newer version of Rembuk; please update the program");
      if (known.text(1) != hex(sha256(migrations()[applied]))) throw Failure("the database's structure differs from this program's");
      ++applied;
    }
  }
  for (; applied < migrations().size(); ++applied) {
    db.run(std::string(migrations()[applied]));
    Statement(db, "INSERT INTO migration VALUES(?, ?)").bind(static_cast<std::int64_t>(applied + 1)).bind(hex(sha256(migrations()[applied]))).step();
  }
  transaction.commit();
}

class SqliteStore final : public Store {
  template <class F>
  auto guarded(std::mutex& mutex, F action) -> std::expected<decltype(action()), Error> {
    const std::scoped_lock lock(mutex);
    try {
      if constexpr (std::is_void_v<decltype(action())>) {
        action();
        return {};
      } else {
        return action();
      }
    } catch (const Failure& failure) {
      return std::unexpected(Error{failure.fault, failure.what()});
    }
  }
  template <class F>
  auto reading(F action) { return guarded(read_mutex_, action); }
  template <class F>
  auto writing(F action) { return guarded(write_mutex_, action); }
  template <class F>
  std::expected<void, Error> changed(F action) {
    const auto rows = writing([&] {
      action();
      return sqlite3_changes(write_.get());
    });
    if (!rows) return std::unexpected(rows.error());
    if (*rows == 0) return std::unexpected(Error{Fault::not_found, "scenario"});
    return {};
  }

 public:
  explicit SqliteStore(const std::string& file) : write_(file, false), read_((prepare(write_), migrate(write_), file), true) {}

  std::expected<NamedFiles, Error> consultation_files() override {
    return reading([&] {
      NamedFiles files;
      Statement select(read_, "SELECT name, text FROM file ORDER BY name");
      while (select.step()) {
        const auto bytes = select.blob(1);
        files.emplace_back(select.text(0), std::string(bytes.begin(), bytes.end()));
      }
      return files;
    });
  }

  std::expected<void, Error> import(const StoredImport& import) override {
    return writing([&] {
      Transaction transaction(write_);
      if (Statement(write_, "SELECT 1 FROM file LIMIT 1").step()) throw Failure("the store already holds a consultation", Fault::conflict);
      for (const auto& [name, text] : import.files)
        Statement(write_, "INSERT INTO file VALUES(?, ?)").bind(name).bind(std::span(reinterpret_cast<const std::uint8_t*>(text.data()), text.size())).step();
      for (const auto& answer : import.answers)
        if (!keep(answer)) throw Failure("two answers of the same person", Fault::conflict);
      if (import.scenario) (void)put(*import.scenario);
      for (const auto& [name, value] : import.values) put_value(name, value);
      for (const auto& change : import.changes) log("consultation", change);
      transaction.commit();
    });
  }

  std::expected<void, Error> replace(const StoredReplacement& next) override {
    return writing([&] {
      Transaction transaction(write_);
      if (!Statement(write_, "SELECT 1 FROM value WHERE name = 'state' AND value = CAST('0' AS BLOB)").step())
        throw Failure("the consultation has been opened", Fault::forbidden);
      Statement(write_, "DELETE FROM file").step();
      for (const auto& [name, text] : next.files)
        Statement(write_, "INSERT INTO file VALUES(?, ?)").bind(name).bind(std::span(reinterpret_cast<const std::uint8_t*>(text.data()), text.size())).step();
      for (const auto& answer : next.answers)
        if (!keep(answer)) throw Failure("a person has answered already", Fault::conflict);
      for (const auto id : next.removed_scenarios)
        Statement(write_, "DELETE FROM scenario WHERE id = ?").bind(std::int64_t{id}).step();
      for (const auto& [name, value] : next.values) put_value(name, value);
      Statement(write_, "INSERT INTO access(nip, at, what, who) VALUES('', ?, ?, ?)").bind(next.entry.at).bind(next.entry.what).bind(next.entry.who).step();
      for (const auto& change : next.changes) log("consultation", change);
      transaction.commit();
    });
  }

  std::expected<std::vector<AnswerResult>, Error> append(const std::vector<AnswerWrite>& batch) override {
    return writing([&] {
      std::vector<AnswerResult> results;
      Transaction transaction(write_);
      for (const auto& write : batch) results.push_back(keep(write));
      transaction.commit();
      return results;
    });
  }

  std::expected<std::vector<StoredAnswer>, Error> current_answers() override {
    return reading([&] {
      std::vector<StoredAnswer> all;
      Statement select(read_, "SELECT nip, version, content, received_at, digest, sequence FROM answer WHERE content IS NOT NULL ORDER BY nip");
      while (select.step()) all.push_back(row(select));
      return all;
    });
  }

  std::expected<std::optional<StoredAnswer>, Error> current_answer(const std::string& nip) override {
    return reading([&]() -> std::optional<StoredAnswer> {
      Statement select(read_, "SELECT nip, version, content, received_at, digest, sequence FROM answer WHERE nip = ? ORDER BY version DESC LIMIT 1");
      if (!select.bind(nip).step()) return std::nullopt;
      return row(select);
    });
  }

  std::expected<void, Error> issue_codes(const std::vector<NewCode>& codes, Issue how) override {
    return writing([&] { sqlite::issue_codes(write_, codes, how); });
  }
  std::expected<StoredCredential, Error> credential(const std::string& nip) override {
    return reading([&] { return sqlite::credential(read_, nip); });
  }
  std::expected<void, Error> set_pin(const std::string& nip, const std::string& pin) override {
    return writing([&] { sqlite::set_pin(write_, nip, pin); });
  }
  std::expected<std::uint32_t, Error> count_pin_attempt(const std::string& nip) override {
    return writing([&] { return sqlite::count_pin_attempt(write_, nip); });
  }
  std::expected<void, Error> clear_pin_attempts(const std::string& nip) override {
    return writing([&] { sqlite::clear_pin_attempts(write_, nip); });
  }
  std::expected<void, Error> add_slips(const std::vector<Digest>& slips) override {
    return writing([&] { sqlite::add_slips(write_, slips); });
  }
  std::expected<void, Error> keep_text(const StoredText& text, const Digest& slip) override {
    return writing([&] { sqlite::keep_text(write_, text, slip); });
  }
  std::expected<std::vector<StoredText>, Error> hand_out_texts() override {
    return writing([&] { return sqlite::hand_out_texts(write_); });
  }

  std::expected<StoredCorrection, Error> keep_correction(const CorrectionWrite& one) override {
    return writing([&] { return sqlite::keep_correction(write_, one); });
  }
  std::expected<std::optional<StoredCorrection>, Error> correction(const std::string& nip) override {
    return reading([&] { return sqlite::correction(read_, nip); });
  }
  std::expected<std::vector<StoredCorrection>, Error> hand_out_corrections(const std::string& at) override {
    return writing([&] { return sqlite::hand_out_corrections(write_, at); });
  }
  std::expected<void, Error> mark_corrected(std::int64_t id, const std::string& at, const std::string& day) override {
    return writing([&] { sqlite::mark_corrected(write_, id, at, day); });
  }

  std::expected<std::optional<StoredCode>, Error> code(const Digest& hash) override {
    return reading([&]() -> std::optional<StoredCode> {
      Statement select(read_, "SELECT holder, nip, expires, revoked FROM code WHERE hash = ?");
      if (!select.bind(hash).step()) return std::nullopt;
      return StoredCode{static_cast<Holder>(select.integer(0)), select.text(1), select.integer(2), select.integer(3) != 0};
    });
  }

  std::expected<void, Error> add_session(const Digest& hash, const StoredSession& session) override {
    return writing([&] {
      Statement(write_, "INSERT INTO session VALUES(?, ?, ?, ?, ?)").bind(hash).bind(std::int64_t{static_cast<int>(session.holder)}).bind(session.nip).bind(session.created).bind(session.used).step();
    });
  }

  std::expected<std::optional<StoredSession>, Error> session(const Digest& hash) override {
    return reading([&]() -> std::optional<StoredSession> {
      Statement select(read_, "SELECT holder, nip, created, used FROM session WHERE hash = ?");
      if (!select.bind(hash).step()) return std::nullopt;
      return StoredSession{static_cast<Holder>(select.integer(0)), select.text(1), select.integer(2), select.integer(3)};
    });
  }

  std::expected<void, Error> use_session(const Digest& hash, std::int64_t now) override {
    return writing([&] { Statement(write_, "UPDATE session SET used = ? WHERE hash = ?").bind(now).bind(hash).step(); });
  }

  std::expected<void, Error> remove_session(const Digest& hash) override {
    return writing([&] { Statement(write_, "DELETE FROM session WHERE hash = ?").bind(hash).step(); });
  }

  std::expected<void, Error> log_access(const std::string& nip, const StoredAccess& access) override {
    return writing([&] { log(nip, access); });
  }

  std::expected<std::vector<StoredAccess>, Error> access_of(const std::string& nip) override {
    return reading([&] {
      std::vector<StoredAccess> all;
      Statement select(read_, "SELECT at, what, who FROM (SELECT * FROM access WHERE nip IN (?, '') ORDER BY id DESC LIMIT 1000) ORDER BY id");
      select.bind(nip);
      while (select.step()) all.push_back({select.text(0), select.text(1), select.text(2)});
      return all;
    });
  }

  std::expected<std::uint32_t, Error> add_scenario(const StoredScenario& s) override {
    return writing([&] { return put(s); });
  }

  std::expected<std::vector<StoredScenario>, Error> scenarios() override {
    return reading([&] {
      std::vector<StoredScenario> all;
      Statement select(read_, "SELECT id, kind, name, policy, plan, in_forum FROM scenario ORDER BY id");
      while (select.step())
        all.push_back({static_cast<std::uint32_t>(select.integer(0)), static_cast<std::uint8_t>(select.integer(1)), select.text(2), select.text(3), select.text(4), select.integer(5) != 0});
      return all;
    });
  }

  std::expected<void, Error> show_scenario(std::uint32_t id, bool in_forum) override {
    return changed([&] { Statement(write_, "UPDATE scenario SET in_forum = ? WHERE id = ?").bind(std::int64_t{in_forum}).bind(std::int64_t{id}).step(); });
  }

  std::expected<void, Error> remove_scenario(std::uint32_t id) override {
    return changed([&] { Statement(write_, "DELETE FROM scenario WHERE id = ?").bind(std::int64_t{id}).step(); });
  }

  std::expected<std::string, Error> value(const std::string& name) override {
    return reading([&] {
      Statement select(read_, "SELECT value FROM value WHERE name = ?");
      if (!select.bind(name).step()) return std::string();
      const auto bytes = select.blob(0);
      return std::string(bytes.begin(), bytes.end());
    });
  }

  std::expected<void, Error> set_value(const std::string& name, const std::string& value) override {
    return writing([&] { put_value(name, value); });
  }

  std::expected<void, Error> set_values(const NamedValues& values) override {
    return writing([&] {
      Transaction transaction(write_);
      for (const auto& [name, value] : values) put_value(name, value);
      transaction.commit();
    });
  }

  std::expected<void, Error> record_step(const NamedValues& values, const std::string& record, const StoredAccess& entry) override {
    return writing([&] {
      Transaction transaction(write_);
      for (const auto& [name, value] : values) put_value(name, value);
      log(record, entry);
      transaction.commit();
    });
  }

 private:
  void log(const std::string& nip, const StoredAccess& access) {
    Statement(write_, "INSERT INTO access(nip, at, what, who) VALUES(?, ?, ?, ?)").bind(nip).bind(access.at).bind(access.what).bind(access.who).step();
  }

  static StoredAnswer row(const Statement& s) {
    return {s.text(0), static_cast<std::uint32_t>(s.integer(1)), s.blob(2), s.text(3), s.text(4), s.integer(5)};
  }

  std::uint32_t put(const StoredScenario& s) {
    Statement(write_, "INSERT INTO scenario(kind, name, policy, plan, in_forum) VALUES(?, ?, ?, ?, ?)").bind(std::int64_t{s.kind}).bind(s.name).bind(s.policy).bind(s.plan).bind(std::int64_t{s.in_forum}).step();
    return static_cast<std::uint32_t>(sqlite3_last_insert_rowid(write_.get()));
  }

  void put_value(const std::string& name, const std::string& value) {
    Statement(write_, "INSERT INTO value VALUES(?, ?) ON CONFLICT(name) DO UPDATE SET value = excluded.value").bind(name).bind(std::span(reinterpret_cast<const std::uint8_t*>(value.data()), value.size())).step();
  }

  /// Inside a transaction of the writing connection.
  AnswerResult keep(const AnswerWrite& write) {
    Statement seen(write_, "SELECT nip, version, content, received_at, digest, sequence FROM answer WHERE key = ?");
    if (seen.bind(write.key).step()) {
      if (seen.text(0) != write.nip) return std::unexpected(Error{Fault::conflict, "answer_changed"});
      return Kept{row(seen), true};
    }
    if (write.only_repeat) return std::unexpected(Error{Fault::forbidden, "consultation_closed"});
    Statement newest(write_, "SELECT coalesce(max(version), 0) FROM answer WHERE nip = ?");
    newest.bind(write.nip).step();
    const std::int64_t version = newest.integer(0);
    if (version != write.based_on) return std::unexpected(Error{Fault::conflict, "answer_changed"});
    // What was said before is erased with the same commit; number, day and digest stay.
    Statement(write_, "UPDATE answer SET content = NULL, received_at = substr(received_at, 1, 10) WHERE nip = ? AND content IS NOT NULL").bind(write.nip).step();
    Statement(write_, "INSERT INTO answer(key, nip, version, content, received_at, digest) VALUES(?, ?, ?, ?, ?, ?)")
        .bind(write.key).bind(write.nip).bind(version + 1).bind(write.content).bind(write.received_at).bind(write.digest).step();
    const std::int64_t sequence = sqlite3_last_insert_rowid(write_.get());
    if (!write.access.empty())
      Statement(write_, "INSERT INTO access(nip, at, what, who) VALUES(?, ?, ?, 'self')").bind(write.nip).bind(write.received_at.substr(0, 16)).bind(write.access).step();
    return Kept{{write.nip, static_cast<std::uint32_t>(version + 1), write.content, write.received_at, write.digest, sequence}, false};
  }

  Connection write_, read_;
  std::mutex write_mutex_, read_mutex_;
};

}  // namespace

std::expected<std::unique_ptr<Store>, std::string> open_sqlite_store(const std::filesystem::path& file) {
  try {
    return std::make_unique<SqliteStore>(file.string());
  } catch (const Failure& failure) {
    return std::unexpected(failure.what());
  }
}

}  // namespace rembuk::server
