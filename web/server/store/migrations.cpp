#include "web/server/store/migrations.hpp"

#include <array>

namespace rembuk::server {
namespace {

constexpr std::string_view first = R"sql(
CREATE TABLE file(name TEXT PRIMARY KEY, text BLOB NOT NULL) STRICT;
CREATE TABLE answer(
  sequence INTEGER PRIMARY KEY AUTOINCREMENT,
  key BLOB NOT NULL UNIQUE CHECK(length(key) = 16),
  nip TEXT NOT NULL,
  version INTEGER NOT NULL CHECK(version > 0),
  content BLOB,                 -- the frame; NULL: erased by a later version; empty: withdrawn
  received_at TEXT NOT NULL,    -- of an earlier version the day only
  digest TEXT NOT NULL,
  UNIQUE(nip, version)) STRICT;
CREATE TABLE code(
  hash BLOB PRIMARY KEY, holder INTEGER NOT NULL, nip TEXT NOT NULL,
  expires INTEGER NOT NULL, revoked INTEGER NOT NULL DEFAULT 0) STRICT, WITHOUT ROWID;
CREATE INDEX code_by_holder ON code(holder, nip);
CREATE TABLE session(
  hash BLOB PRIMARY KEY, holder INTEGER NOT NULL, nip TEXT NOT NULL,
  created INTEGER NOT NULL, used INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE access(
  id INTEGER PRIMARY KEY, nip TEXT NOT NULL, at TEXT NOT NULL, what TEXT NOT NULL, who TEXT NOT NULL) STRICT;
CREATE INDEX access_by_nip ON access(nip, id);
CREATE TABLE scenario(
  id INTEGER PRIMARY KEY AUTOINCREMENT, kind INTEGER NOT NULL, name TEXT NOT NULL, policy TEXT NOT NULL,
  plan TEXT NOT NULL, in_forum INTEGER NOT NULL) STRICT;
CREATE TABLE value(name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT, WITHOUT ROWID;
)sql";

constexpr std::string_view second = R"sql(
CREATE TABLE credential(
  nip TEXT PRIMARY KEY, hidden_up_to INTEGER NOT NULL DEFAULT 0,
  pin TEXT NOT NULL DEFAULT '', wrong INTEGER NOT NULL DEFAULT 0) STRICT, WITHOUT ROWID;
-- Neither table knows a person, an order of arrival or which slip a text came with.
CREATE TABLE slip(hash BLOB PRIMARY KEY CHECK(length(hash) = 32), used INTEGER NOT NULL DEFAULT 0) STRICT, WITHOUT ROWID;
CREATE TABLE anonymous_text(
  key BLOB PRIMARY KEY CHECK(length(key) = 16), hour TEXT NOT NULL, text TEXT NOT NULL,
  batch INTEGER NOT NULL DEFAULT 0) STRICT, WITHOUT ROWID;
CREATE INDEX session_by_holder ON session(holder, nip);
)sql";

constexpr std::string_view third = R"sql(
-- One report of wrong data a person; apart from answers, and no release counts it.
CREATE TABLE correction(
  id INTEGER PRIMARY KEY AUTOINCREMENT,  -- another one with every version
  nip TEXT NOT NULL UNIQUE, key BLOB NOT NULL CHECK(length(key) = 16),
  version INTEGER NOT NULL CHECK(version > 0),
  facts INTEGER NOT NULL,                -- 0: taken back
  text TEXT NOT NULL, day TEXT NOT NULL, handled TEXT NOT NULL DEFAULT '',
  hidden INTEGER NOT NULL DEFAULT 0) STRICT;
)sql";

constexpr std::array<std::string_view, 3> all = {first, second, third};

}  // namespace

std::span<const std::string_view> migrations() { return all; }

}  // namespace rembuk::server
