#include "web/server/store/sqlite_corrections.hpp"

#include <algorithm>

namespace rembuk::server::sqlite {
namespace {

constexpr std::string_view columns =
    "SELECT id, nip, key, version, facts, text, day, handled, hidden FROM correction ";

StoredCorrection row(const Statement& s) {
  StoredCorrection one;
  one.id = s.integer(0);
  one.nip = s.text(1);
  std::ranges::copy(s.blob(2), one.key.begin());
  one.version = static_cast<std::uint32_t>(s.integer(3));
  one.facts = static_cast<std::uint16_t>(s.integer(4));
  one.text = s.text(5);
  one.day = s.text(6);
  one.handled = s.text(7);
  one.hidden = s.integer(8) != 0;
  return one;
}

void log(Connection& write, const std::string& nip, const StoredAccess& entry) {
  Statement(write, "INSERT INTO access(nip, at, what, who) VALUES(?, ?, ?, ?)")
      .bind(nip)
      .bind(entry.at)
      .bind(entry.what)
      .bind(entry.who)
      .step();
}

}  // namespace

std::optional<StoredCorrection> correction(Connection& db, const std::string& nip) {
  Statement select(db, std::string(columns) + "WHERE nip = ?");
  if (!select.bind(nip).step()) return std::nullopt;
  return row(select);
}

StoredCorrection keep_correction(Connection& write, const CorrectionWrite& c) {
  Transaction transaction(write);
  const auto before = correction(write, c.nip);
  if (before && before->key == c.key) return *before;
  const std::uint32_t version = before ? before->version : 0;
  if (c.based_on != version) throw Failure("correction_changed", Fault::conflict);
  // What was reported before is erased with the same commit, and its id is never given again.
  Statement(write, "DELETE FROM correction WHERE nip = ?").bind(c.nip).step();
  Statement(write,
            "INSERT INTO correction(nip, key, version, facts, text, day) VALUES(?, ?, ?, ?, ?, ?)")
      .bind(c.nip)
      .bind(c.key)
      .bind(std::int64_t{version} + 1)
      .bind(std::int64_t{c.facts})
      .bind(c.text)
      .bind(c.day)
      .step();
  const std::int64_t id = sqlite3_last_insert_rowid(write.get());
  log(write, c.nip, {c.at, correction_event(c), "self"});
  transaction.commit();
  return {id, c.nip, c.key, version + 1, c.facts, c.text, c.day, "", false};
}

std::vector<StoredCorrection> hand_out_corrections(Connection& write, const std::string& at) {
  Transaction transaction(write);
  std::vector<StoredCorrection> all;
  {
    Statement select(write, std::string(columns) + "WHERE facts > 0 ORDER BY id");
    while (select.step()) all.push_back(row(select));
  }
  for (const auto& one : all) log(write, one.nip, {at, "correction_read", "operator"});
  transaction.commit();
  return all;
}

void mark_corrected(Connection& write, std::int64_t id, const std::string& at,
                    const std::string& day) {
  Transaction transaction(write);
  std::string nip;
  {
    Statement select(write, "SELECT nip FROM correction WHERE id = ? AND facts > 0");
    if (!select.bind(id).step()) throw Failure("correction", Fault::not_found);
    nip = select.text(0);
  }
  Statement(write, "UPDATE correction SET handled = ? WHERE id = ? AND handled = ''")
      .bind(day)
      .bind(id)
      .step();
  if (sqlite3_changes(write.get()) > 0) log(write, nip, {at, "correction_handled", "operator"});
  transaction.commit();
}

}  // namespace rembuk::server::sqlite
