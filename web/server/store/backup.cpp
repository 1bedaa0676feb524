#include "web/server/store/sqlite.hpp"
#include "web/server/store/sqlite_store.hpp"

namespace rembuk::server {

using sqlite::Connection;
using sqlite::Failure;
using sqlite::Statement;

std::expected<void, std::string> backup_sqlite(const std::filesystem::path& from, const std::filesystem::path& to) {
  auto part = to;
  part += ".part";
  try {
    if (!std::filesystem::exists(from)) return std::unexpected("there is no store at " + from.string());
    std::filesystem::remove(part);
    {
      Connection db(from.string(), false);
      Statement(db, "VACUUM INTO ?").bind(part.string()).step();
    }
    Connection copy(part.string(), true);
    Statement check(copy, "PRAGMA integrity_check");
    if (!check.step() || check.text(0) != "ok") return std::unexpected("the copy is damaged; nothing was replaced");
  } catch (const Failure& failure) {
    return std::unexpected(failure.what());
  }
  std::error_code error;
  std::filesystem::rename(part, to, error);
  if (error) return std::unexpected(error.message());
  return {};
}

}  // namespace rembuk::server
