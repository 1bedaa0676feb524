#pragma once
#include <sqlite3.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/error.hpp"

/// The few words of SQLite that the store uses. Errors are exceptions, caught in the store.
namespace rembuk::server::sqlite {

static_assert(SQLITE_VERSION_NUMBER >= 3053000, "an older sqlite3.h was found first");

struct Failure : std::runtime_error {
  explicit Failure(sqlite3* db) : std::runtime_error(sqlite3_errmsg(db)), code(sqlite3_errcode(db)) {}
  explicit Failure(const std::string& text, Fault kind = Fault::unavailable) : std::runtime_error(text), fault(kind) {}
  int code = SQLITE_ERROR;
  Fault fault = Fault::unavailable;
};

class Connection {
 public:
  Connection(const std::string& file, bool read_only) {
    const int flags = read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    sqlite3* raw = nullptr;
    const int opened = sqlite3_open_v2(file.c_str(), &raw, flags | SQLITE_OPEN_NOMUTEX, nullptr);
    db_.reset(raw);
    if (opened != SQLITE_OK) throw Failure(raw);
    sqlite3_busy_timeout(raw, 10'000);
    sqlite3_extended_result_codes(raw, 1);
  }
  void run(const std::string& sql) {
    if (sqlite3_exec(db_.get(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) throw Failure(db_.get());
  }
  [[nodiscard]] sqlite3* get() const { return db_.get(); }

 private:
  struct Close {
    void operator()(sqlite3* db) const { sqlite3_close_v2(db); }
  };
  std::unique_ptr<sqlite3, Close> db_;
};

class Statement {
 public:
  Statement(Connection& connection, std::string_view sql) : db_(connection.get()) {
    sqlite3_stmt* raw = nullptr;
    if (sqlite3_prepare_v2(db_, sql.data(), static_cast<int>(sql.size()), &raw, nullptr) != SQLITE_OK) throw Failure(db_);
    statement_.reset(raw);
  }
  Statement& bind(std::int64_t value) {
    check(sqlite3_bind_int64(statement_.get(), ++bound_, value));
    return *this;
  }
  Statement& bind(std::string_view text) {
    check(sqlite3_bind_text64(statement_.get(), ++bound_, text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
    return *this;
  }
  Statement& bind(std::span<const std::uint8_t> bytes) {
    // A null pointer would bind NULL: an empty blob needs an address.
    static constexpr std::uint8_t nothing = 0;
    check(sqlite3_bind_blob64(statement_.get(), ++bound_, bytes.empty() ? &nothing : bytes.data(), bytes.size(), SQLITE_TRANSIENT));
    return *this;
  }
  /// True while there is a row.
  bool step() {
    const int result = sqlite3_step(statement_.get());
    if (result == SQLITE_ROW) return true;
    if (result != SQLITE_DONE) throw Failure(db_);
    return false;
  }
  void reset() {
    sqlite3_reset(statement_.get());
    bound_ = 0;
  }
  [[nodiscard]] std::int64_t integer(int column) const { return sqlite3_column_int64(statement_.get(), column); }
  [[nodiscard]] std::string text(int column) const {
    const auto* data = sqlite3_column_text(statement_.get(), column);
    return {reinterpret_cast<const char*>(data), static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
  }
  [[nodiscard]] std::vector<std::uint8_t> blob(int column) const {
    const auto* data = static_cast<const std::uint8_t*>(sqlite3_column_blob(statement_.get(), column));
    return data ? std::vector<std::uint8_t>(data, data + sqlite3_column_bytes(statement_.get(), column)) : std::vector<std::uint8_t>{};
  }

 private:
  void check(int result) const {
    if (result != SQLITE_OK) throw Failure(db_);
  }
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
  };
  sqlite3* db_;
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
  int bound_ = 0;
};

/// Rolls back unless committed.
class Transaction {
 public:
  explicit Transaction(Connection& connection) : connection_(connection) { connection_.run("BEGIN IMMEDIATE"); }
  ~Transaction() {
    if (!done_) sqlite3_exec(connection_.get(), "ROLLBACK", nullptr, nullptr, nullptr);
  }
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  void commit() {
    connection_.run("COMMIT");
    done_ = true;
  }

 private:
  Connection& connection_;
  bool done_ = false;
};

}  // namespace rembuk::server::sqlite
