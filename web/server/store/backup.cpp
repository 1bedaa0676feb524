#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "web/server/store/sqlite.hpp"
#include "web/server/store/sqlite_store.hpp"

namespace rembuk::server {

using sqlite::Connection;
using sqlite::Failure;
using sqlite::Statement;

namespace {

/// On the disk, and not only on its way there. Empty, or what is wrong.
std::string synced(const std::filesystem::path& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return std::strerror(errno);
  const int result = ::fsync(file);
  const int why = errno;
  ::close(file);
  return result == 0 ? "" : std::strerror(why);
}

}  // namespace

std::expected<void, std::string> backup_sqlite(const std::filesystem::path& from,
                                               const std::filesystem::path& to) {
  auto part = to;
  part += ".part";
  try {
    if (!std::filesystem::exists(from))
      return std::unexpected("there is no store at " + from.string());
    std::filesystem::remove(part);
    {
      Connection db(from.string(), false);
      Statement(db, "VACUUM INTO ?").bind(part.string()).step();
    }
    Connection copy(part.string(), true);
    Statement check(copy, "PRAGMA integrity_check");
    if (!check.step() || check.text(0) != "ok")
      return std::unexpected("the copy is damaged; nothing was replaced");
  } catch (const Failure& failure) {
    return std::unexpected(failure.what());
  }
  if (auto problem = synced(part); !problem.empty()) return std::unexpected(problem);
  std::error_code error;
  std::filesystem::rename(part, to, error);
  if (error) return std::unexpected(error.message());
  // The new name too: after a crash it must not be the old copy or none.
  const auto folder = std::filesystem::absolute(to).parent_path();
  if (auto problem = synced(folder); !problem.empty()) return std::unexpected(problem);
  return {};
}

}  // namespace rembuk::server
